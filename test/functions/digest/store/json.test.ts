import { expect, test } from "vitest";
import { toJson, toJsonLine } from "../../../../functions/digest/store/json.ts";
import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";

function plainly(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function onOneLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

test.each([
  {},
  { list: [] },
  { version: 1, list: [1, null, "a\nb", [], {}, { deep: [[1]] }], other: { list: [1] } },
  { gone: undefined, list: [undefined, { gone: undefined }], text: "”\u2028\ud800" },
])("writes %j as JSON.stringify does", (value) => {
  expect(Buffer.from(toJson(value)).toString()).toBe(Buffer.from(plainly(value)).toString());
  expect(Buffer.from(toJsonLine(value)).toString()).toBe(Buffer.from(onOneLine(value)).toString());
});

test("writes any object as JSON.stringify does", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: anyCharacter }), fc.jsonValue()), (value) => {
      expect(Buffer.from(toJson(value)).equals(Buffer.from(plainly(value)))).toBe(true);
      expect(Buffer.from(toJsonLine(value)).equals(Buffer.from(onOneLine(value)))).toBe(true);
    }),
  );
});
