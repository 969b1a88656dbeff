import { describe, expect, it } from "vitest";
import { readPlainText } from "../../../../../../functions/digest/story/formats/text/plain-text.ts";

const rows = (text: string) =>
  readPlainText(text).blocks.flatMap(({ kind, cells }) => (kind === "table row" ? [cells?.join("|")] : []));

describe("lines of plain text are rows of a table", () => {
  it.each([
    ["parted by bars", "Alder | 3\nBirch | 8", ["Alder|3", "Birch|8"]],
    [
      "between bars",
      "| Alder | 3 |\n| Birch | 8 |",
      ["|Alder|3|", "|Birch|8|"].map((row) => row.slice(1, -1)),
    ],
    ["parted by tabs", "Alder\t3\nBirch\t8", ["Alder|3", "Birch|8"]],
    ["with an empty cell", "Alder\t\t9 m\nBirch\t8\t7 m", ["Alder||9 m", "Birch|8|7 m"]],
    [
      "parted by several blanks",
      "Alder   3   9 m\nBirch   8   7 m\nElm     2   6 m",
      ["Alder|3|9 m", "Birch|8|7 m", "Elm|2|6 m"],
    ],
    ["in Japanese", "北岸壁\t12\n南岸壁\t20", ["北岸壁|12", "南岸壁|20"]],
  ])("%s", (_, text, expected) => {
    expect(rows(`Quays\n\nThe office counts.\n\n${text}\n\nIt ends here.`)).toEqual(expected);
  });
});

describe("lines are no rows", () => {
  it.each([
    ["one line with a bar", "By Ada Holt | June 22, 2031"],
    ["blanks after stops", "It rained.  We left.\nIt stopped.  We came.\nIt cleared.  We stayed."],
    ["marks of a list", "1.  Bread\n2.  Milk\n3.  Salt"],
    ["dots of a list with tabs", "•\tBread\n•\tMilk\n•\tSalt"],
    ["two lines with blanks", "Ada Holt     Ines Vik\nclerk        mayor"],
    ["an indent", "    It rained all day\n    and all night\n    and the next"],
  ])("%s", (_, text) => {
    expect(rows(`Quays\n\nThe office counts.\n\n${text}\n\nIt ends here.`)).toEqual([]);
  });
});
