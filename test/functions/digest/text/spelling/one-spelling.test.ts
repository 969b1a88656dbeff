import { expect, test } from "vitest";
import { inOneSpelling } from "../../../../../functions/digest/text/spelling/one-spelling.ts";

test.each([
  ["harbour", "harbor"],
  ["neighbourhoods", "neighborhoods"],
  ["centre", "center"],
  ["organisation", "organization"],
  ["analysed", "analyzed"],
  ["licence", "license"],
  ["programme", "program"],
  ["catalogue", "catalog"],
  ["cancelled", "canceled"],
  ["grey", "gray"],
])("%s is %s", (british, american) => {
  expect(inOneSpelling(british)).toBe(american);
  expect(inOneSpelling(american)).toBe(american);
});

test.each(["course", "source", "tour", "four", "hours", "metro", "fence", "rise", "vague"])(
  "%s stays",
  (word) => {
    expect(inOneSpelling(word)).toBe(word);
  },
);
