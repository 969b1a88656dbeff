import { expect, it, test } from "vitest";
import { columnsOf } from "../../../functions/digest/text/columns.ts";
import { type Piece, wrapPieces } from "../../../local/compare/layout.ts";

const wrap = (text: string, width: number, hanging = "") =>
  wrapPieces([{ text, style: "plain" }], "plain", {
    first: [{ text: hanging, style: "plain" }],
    hanging,
    width,
  }).map((line) => line.map((piece) => piece.text).join(""));

test.each([
  ["a", 1],
  ["é", 1],
  ["e\u0301", 1],
  ["\u200d", 0],
  ["漢", 2],
  ["か", 2],
  ["한", 2],
  ["，", 2],
  ["Ａ", 2],
  ["🚢", 2],
  ["א", 1],
])("%s takes %i columns", (grapheme, columns) => {
  expect(columnsOf(grapheme)).toBe(columns);
});

it("breaks lines between words, and ends none with a blank", () => {
  expect(wrap("The ferry left the bay at noon.", 14, "  ")).toEqual([
    "  The ferry",
    "  left the bay",
    "  at noon.",
  ]);
  expect(wrap("The ferry", 80)).toEqual(["The ferry"]);
  expect(wrap("", 80)).toEqual([""]);
});

it("cuts a word that is wider than a line, and keeps a line of ten columns whatever the terminal says", () => {
  expect(wrap("abcdefghijklmnopqrstuvwxyz", 10)).toEqual(["abcdefghij", "klmnopqrst", "uvwxyz"]);
  expect(wrap("abcdefghijkl", 1)).toEqual(["abcdefghij", "kl"]);
});

it("breaks Chinese by its width, between characters, and begins no line with a stop", () => {
  expect(wrap("維港新橋將於三月開通，市民歡迎。", 20)).toEqual(["維港新橋將於三月開", "通，市民歡迎。"]);
  expect(wrap("維港新橋將於三月開通", 10)).toEqual(["維港新橋將", "於三月開通"]);
});

it("keeps marks close to their words over styles, and joins neighbours of one style", () => {
  const pieces: readonly Piece<string>[] = [
    { text: "twelve ", style: "plain" },
    { text: "[-boats-]", style: "removed" },
    { text: "{+ships+}", style: "added" },
  ];
  const margins = { first: [], hanging: "  ", width: 20 };
  expect(wrapPieces(pieces, "plain", margins)).toEqual([
    [{ text: "twelve", style: "plain" }],
    [
      { text: "  ", style: "plain" },
      { text: "[-boats-]", style: "removed" },
      { text: "{+ships+}", style: "added" },
    ],
  ]);
});

it("lays a megabyte out in one go", () => {
  const lines = wrap("The ferry left. ".repeat(60_000), 80);
  expect(lines.length).toBeGreaterThan(11_000);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});
