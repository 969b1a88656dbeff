import { expect, it } from "vitest";
import { fileNameOf, keyOfFileName } from "../../../local/stores/file-names.ts";
import { anyCharacter } from "../../support/any-character.ts";
import { fc } from "../../support/laws.ts";

it.each([
  ["head.json", "head.json"],
  ["runs/1/edition.json", "runs%2f1%2fedition.json"],
  ["Story.TXT", "%53tory.%54%58%54"],
  [".hidden", "%2ehidden"],
  ["..", "%2e%2e"],
  ["ends.", "ends%2e"],
  ["a+b", "a%2bb"],
  ["é", "%c3%a9"],
  ["x".repeat(201), `${"x".repeat(200)}+/x`],
  [`${"x".repeat(200)}..`, `${"x".repeat(200)}+/%2e%2e`],
])("names the file of %j %s", (key, name) => {
  expect(fileNameOf(key)).toBe(name);
});

it("gives a name that is safe in any file system, and the key back", () => {
  const key = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(key, (k) => {
      const name = fileNameOf(k);
      for (const piece of name.split("/")) {
        expect(piece).toMatch(/^(?!\.)[a-z0-9._%-]{1,210}\+?$/);
      }
      expect(keyOfFileName(name)).toBe(k);
    }),
    { seed: 1, numRuns: 200 },
  );
});

it.each([".DS_Store", "Capital", "two words", "%zz", "%61", "a+/b", "a%2", "ends."])(
  "knows %j for no file of its own",
  (name) => {
    expect(keyOfFileName(name)).toBeUndefined();
  },
);
