import { expect, it, test } from "vitest";
import { parseCompareOptions } from "../../../local/compare/options.ts";
import { UsageError } from "../../../local/runner/usage.ts";

it("takes two files and prints text, unless something else is asked for", () => {
  expect(parseCompareOptions(["a.txt", "b.txt"])).toEqual({
    before: "a.txt",
    after: "b.txt",
    form: "text",
    jsonFields: "",
  });
  expect(parseCompareOptions(["a", "b", "--html", "--out", "c.html"])).toMatchObject({
    form: "html",
    out: "c.html",
  });
  expect(parseCompareOptions(["--json", "--json-fields", "body=text", "a", "b"])).toMatchObject({
    form: "json",
    jsonFields: "body=text",
  });
});

test.each([
  [[], "expected two files, the earlier version and the later one, found 0"],
  [["a", "b", "c"], "expected two files, the earlier version and the later one, found 3"],
  [["a", "b", "--html", "--json"], "--html and --json cannot be combined: choose one"],
  [["a", "b", "--out", "c.html"], "--out is where the page goes: name --html too"],
  [["a", "b", "--html", "--out", ""], "--out is empty: expected the name of a file such as changes.html"],
  [["a", "b", "--text"], "Unknown option '--text'"],
])("%j is refused: %s", (args, message) => {
  expect(() => parseCompareOptions(args)).toThrow(new UsageError(message));
});
