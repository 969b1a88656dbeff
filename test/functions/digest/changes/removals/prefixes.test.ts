import { expect, it } from "vitest";
import { createPrefixFinder } from "../../../../../functions/digest/changes/removals/prefixes.ts";
import { compareKeys } from "../../../../../functions/digest/key-order.ts";

function prefixesOf(keys: readonly string[]): readonly string[] {
  const finder = createPrefixFinder();
  for (const key of keys.toSorted(compareKeys)) {
    finder.add(key);
  }
  return finder.finish();
}

const many = (count: number, keyOf: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, n) => keyOf(n));

it.each([
  [[], []],
  [["a.txt"], ["a.txt"]],
  [["wire/2025/a.txt", "wire/2025/b.txt"], ["wire/2025/"]],
  [["wire/2025/0101.txt", "wire/2025/0102.txt"], ["wire/2025/"]],
  [["wire/2025-01.txt", "wire/2025-02.txt"], ["wire/2025-"]],
  [["story-00.txt", "story-01.txt"], ["story-"]],
  [["a1.txt", "a2.txt"], ["a"]],
  [
    ["apple.txt", "pear.txt"],
    ["apple.txt", "pear.txt"],
  ],
  [many(9, (n) => `${n}.txt`), [""]],
  [
    ["wire/a.txt", "wire/b.txt", "blog/c.txt", "blog/d.txt"],
    ["blog/", "wire/"],
  ],
  [
    ["wire/a.txt", "wire/deep/b.txt", "wire/deep/c.txt"],
    ["wire/a.txt", "wire/deep/"],
  ],
  [["wire/a.txt", "wire/b.txt", "wire/deep/c.txt"], ["wire/"]],
  [many(12, (n) => `wire/${n}/a.txt`), ["wire/"]],
  [
    [...many(12, (n) => `wire/${n}/a.txt`), "blog/x.txt", "blog/y.txt"],
    ["blog/", "wire/"],
  ],
  [many(2_500, (n) => `wire/${n}/a.txt`), ["wire/"]],
  [many(3_000, (n) => `${n % 7}/${n}/${n}.txt`), many(7, (n) => `${n}/`)],
  [["über/ä.txt", "über/ö.txt"], ["über/"]],
  [["報道/一.txt", "報道/二.txt"], ["報道/"]],
  [
    ["😀a.txt", "😁a.txt"],
    ["😀a.txt", "😁a.txt"],
  ],
  [["wire//a.txt", "wire//b.txt"], ["wire//"]],
  [["it's/a.txt", "it's/b.txt"], ["it's/"]],
])("finds the prefixes of %j", (keys, expected) => {
  const prefixes = prefixesOf(keys);
  expect(prefixes).toEqual(expected);
  expect(keys.every((key) => prefixes.some((prefix) => key.startsWith(prefix)))).toBe(true);
  expect(prefixes.length).toBeLessThanOrEqual(8);
});
