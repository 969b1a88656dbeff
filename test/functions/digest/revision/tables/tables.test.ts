import { describe, expect, it } from "vitest";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import type { Revision } from "../../../../../functions/digest/revision/types.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import { cpuMs } from "../../../../support/cpu-time.ts";

const LEAD = "The harbour office of Tolmouth published the figures of its quays on Monday, after a storm.";
const FRENCH = "Le bureau du port a publié lundi les chiffres de ses quais, après la tempête de la nuit.";
const GERMAN = "Das Hafenamt hat am Montag die Zahlen seiner Kais veröffentlicht, nach dem Sturm der Nacht.";

/** By the first heading of a table. */
const LEADS = new Map([
  ["Commune", FRENCH],
  ["Kreis", GERMAN],
]);

type Rows = readonly (readonly string[])[];

/** A table by its lines, with bars between the cells. */
function rowsOf(...lines: readonly string[]): Rows {
  return lines.map((line) => line.split("|").map((cell) => cell.trim()));
}

const FORMATS: Readonly<Record<string, (rows: Rows, lead: string) => readonly [key: string, text: string]>> =
  {
    Markdown: ([head = [], ...rows], lead) => [
      "quays.md",
      `# Quays\n\n${lead}\n\n${[head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`,
    ],
    HTML: (rows, lead) => [
      "quays.html",
      `<article><h1>Quays of the town</h1><p>${lead}</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></article>`,
    ],
    bars: (rows, lead) => [
      "quays.txt",
      `Quays\n\n${lead}\n\n${rows.map((row) => row.join(" | ")).join("\n")}\n`,
    ],
    tabs: (rows, lead) => [
      "quays.txt",
      `Quays\n\n${lead}\n\n${rows.map((row) => row.join("\t")).join("\n")}\n`,
    ],
    blanks: (rows, lead) => [
      "quays.txt",
      `Quays\n\n${lead}\n\n${rows
        .map((row) =>
          row
            .map((cell) => cell.padEnd(24))
            .join("")
            .trimEnd(),
        )
        .join("\n")}\n`,
    ],
  };

function compare(format: string, before: Rows, after: Rows): Revision {
  const lead = LEADS.get(before[0]?.[0] ?? "") ?? LEAD;
  const [a, b] = [before, after].map((rows) => {
    const [key = "", text = ""] = FORMATS[format]?.(rows, lead) ?? [];
    return parseStory(key, Buffer.from(text, "utf8"));
  });
  if (a === undefined || b === undefined || isUnreadable(a) || isUnreadable(b)) {
    throw new Error("cannot read the stories");
  }
  return compareStories(a, b);
}

function factsIn({ facts }: Revision): readonly string[] {
  return facts.map(({ context = "", before = "∅", after = "∅" }) => `${context}: ${before} → ${after}`);
}

const QUAYS = rowsOf(
  "Quay | Moorings | Draught",
  "Alder | 3 | 11 m",
  "Birch | 8 | 9 m",
  "Cedar | 5 | 7 m",
  "Elm | 12 | 6 m",
);
const CLUBS = rowsOf(
  "Place | Club | Points",
  "1 | Tolmouth Oars | 51",
  "2 | Vardby Sails | 47",
  "3 | Ostrand Boats | 33",
);
const COMMUNES = rowsOf(
  "Commune | Habitants | Maire",
  "Tolmont | 10 200 | Luc Ferrand",
  "Vardec | 3 150 | Anne Coste",
  "Ostrac | 790 | Rémi Blanc",
);
const KREISE = rowsOf(
  "Kreis | Fälle | Inzidenz",
  "Tolmar | 2.310 | 71,4",
  "Vardheim | 402 | 33,0",
  "Ostrau | 88 | 9,1",
);
const DAYS = rowsOf(
  "Ward | Day | Cases",
  "Hill | 4 May | 6",
  "Hill | 5 May | 9",
  "Shore | 4 May | 2",
  "Shore | 5 May | 3",
);

function changed(rows: Rows, at: readonly [row: number, column: number], cell: string): Rows {
  return rows.map((row, n) => (n === at[0] ? row.with(at[1], cell) : row));
}

function withColumn(rows: Rows, at: number, cells: readonly string[]): Rows {
  return rows.map((row, n) => row.toSpliced(at, 0, cells[n] ?? ""));
}

function turned(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
}

function picked(rows: Rows, columns: readonly number[]): Rows {
  return rows.map((row) => columns.map((column) => row[column] ?? ""));
}

const CASES: readonly (readonly [what: string, before: Rows, after: Rows, facts: readonly string[]])[] = [
  ["is turned round", QUAYS, turned(QUAYS), []],
  [
    "is turned round while a cell changed",
    QUAYS,
    turned(changed(QUAYS, [2, 1], "10")),
    ["Birch, Moorings: 8 → 10"],
  ],
  ["gets a column", QUAYS, withColumn(QUAYS, 1, ["Length", "90 m", "80 m", "75 m", "60 m"]), []],
  ["gets a first column", QUAYS, withColumn(QUAYS, 0, ["Code", "Q17", "Q22", "Q31", "Q40"]), []],
  ["gets a column that counts", QUAYS, withColumn(QUAYS, 0, ["No.", "1", "2", "3", "4"]), []],
  ["gets a last column in German", KREISE, withColumn(KREISE, 3, ["Tote", "4", "1", "0"]), []],
  [
    "gets a column while a cell changed",
    QUAYS,
    withColumn(changed(QUAYS, [3, 1], "6"), 2, ["Length", "90 m", "80 m", "75 m", "60 m"]),
    ["Cedar, Moorings: 5 → 6"],
  ],
  ["loses a column", QUAYS, picked(QUAYS, [0, 2]), []],
  ["has its columns in another order", QUAYS, picked(QUAYS, [0, 2, 1]), []],
  [
    "has them so in French while a cell changed",
    COMMUNES,
    picked(changed(COMMUNES, [2, 1], "3 180"), [0, 2, 1]),
    ["Vardec, Habitants: 3 150 → 3 180"],
  ],
  [
    "is sorted otherwise",
    QUAYS,
    [QUAYS[0], QUAYS[4], QUAYS[2], QUAYS[1], QUAYS[3]].map((row = []) => row),
    [],
  ],
  [
    "gets a row that renumbers the others",
    CLUBS,
    rowsOf(
      "Place | Club | Points",
      "1 | Nyby Rowers | 60",
      "2 | Tolmouth Oars | 51",
      "3 | Vardby Sails | 47",
      "4 | Ostrand Boats | 33",
    ),
    [],
  ],
  [
    "is ranked anew",
    CLUBS,
    rowsOf(
      "Place | Club | Points",
      "1 | Ostrand Boats | 58",
      "2 | Tolmouth Oars | 51",
      "3 | Vardby Sails | 47",
    ),
    ["Ostrand Boats: 33 → 58"],
  ],
  ["gets other headings", QUAYS, QUAYS.with(0, ["Pier", "Number of moorings", "Draught at low tide"]), []],
  ["has another row in the place of one", QUAYS, changed(QUAYS, [2, 0], "Maple"), []],
  [
    "moves on by a day",
    DAYS,
    rowsOf(
      "Ward | Day | Cases",
      "Hill | 5 May | 9",
      "Hill | 6 May | 4",
      "Shore | 5 May | 3",
      "Shore | 6 May | 8",
    ),
    [],
  ],
  [
    "moves on by a year in its headings",
    rowsOf("Port | 2031 | 2032", "Tolmar | 12 | 15", "Vardby | 4 | 6", "Ostrand | 7 | 9"),
    rowsOf("Port | 2032 | 2033", "Tolmar | 15 | 18", "Vardby | 6 | 6", "Ostrand | 9 | 11"),
    [],
  ],
  [
    "has other types and states",
    rowsOf(
      "Field | Type | State",
      "mast | String | Draft",
      "keel | Integer | Draft",
      "name | String | Final",
      "flag | Boolean | Draft",
    ),
    rowsOf(
      "Field | Type | State",
      "mast | Integer | Final",
      "keel | Integer | Draft",
      "name | Boolean | Final",
      "flag | Boolean | Final",
    ),
    [],
  ],
];

/** What a rule that is too eager would lose. */
const CONTROLS: typeof CASES = [
  ["has another figure", QUAYS, changed(QUAYS, [4, 1], "14"), ["Elm, Moorings: 12 → 14"]],
  [
    "has another figure in its first row",
    QUAYS,
    changed(QUAYS, [1, 2], "10 m"),
    ["Alder, Draught: 11 m → 10 m"],
  ],
  [
    "has the same change in two rows",
    changed(QUAYS, [2, 1], "3"),
    changed(changed(QUAYS, [1, 1], "4"), [2, 1], "4"),
    ["Alder, Moorings: 3 → 4", "Birch, Moorings: 3 → 4"],
  ],
  ["corrects a day", DAYS, changed(DAYS, [3, 2], "5"), ["Shore: 2 → 5"]],
  ["gets a new row", QUAYS, QUAYS.toSpliced(2, 0, ["Aspen", "2", "4 m"]), []],
  [
    "names another",
    COMMUNES,
    changed(COMMUNES, [3, 2], "Paul Blanc"),
    ["Ostrac, Maire: Rémi Blanc → Paul Blanc"],
  ],
  [
    "has a key written otherwise",
    QUAYS,
    changed(changed(QUAYS, [1, 0], "Alders"), [1, 1], "4"),
    ["Alders, Moorings: 3 → 4"],
  ],
  [
    "has all its figures changed",
    KREISE,
    rowsOf("Kreis | Fälle | Inzidenz", "Tolmar | 2.340 | 71,4", "Vardheim | 410 | 33,0", "Ostrau | 90 | 9,1"),
    ["Tolmar, Fälle: 2.310 → 2.340", "Vardheim, Fälle: 402 → 410", "Ostrau, Fälle: 88 → 90"],
  ],
  [
    "has two columns",
    rowsOf("Dead | 14", "Hurt | 40", "Missing | 3"),
    rowsOf("Dead | 16", "Hurt | 40", "Missing | 1"),
    ["Dead: 14 → 16", "Missing: 3 → 1"],
  ],
];

describe.each(Object.keys(FORMATS))("a table in %s", (format) => {
  it.each([...CASES, ...CONTROLS])("that %s", (_, before, after, facts) => {
    expect(factsIn(compare(format, before, after))).toEqual(facts);
  });
});

describe("a row of a table", () => {
  it.each(Object.keys(FORMATS))("labels its facts by its key and the heading: %s", (format) => {
    expect(factsIn(compare(format, QUAYS, changed(QUAYS, [2, 1], "9")))).toEqual(["Birch, Moorings: 8 → 9"]);
  });

  it("is told as one edit with all others of a table that was turned round", () => {
    const { counts, edits } = compare("HTML", QUAYS, turned(QUAYS));
    expect(edits.filter(({ edit }) => edit !== "kept").map(({ edit }) => edit)).toEqual(["edited"]);
    expect(counts.added + counts.removed).toBe(0);
  });

  it("names nobody anew where the cells of a row moved along", () => {
    const before = rowsOf(
      "Name | Name | Name",
      "Tim Hull | Tim Powell | Tony Yang",
      "Una Vale | Vera Moss | Walt Byrd",
    );
    const after = rowsOf(
      "Name | Name | Name",
      "Thya Berg | Tim Hull | Tim Powell",
      "Tony Yang | Una Vale | Walt Byrd",
    );
    expect(factsIn(compare("Markdown", before, after))).toEqual([]);
  });

  it("keeps its columns where a cell is empty", () => {
    const [before, after] = ["9 m", "8 m"].map((depth) => changed(changed(QUAYS, [2, 1], ""), [2, 2], depth));
    expect(factsIn(compare("HTML", before ?? [], after ?? []))).toEqual(["Birch, Draught: 9 m → 8 m"]);
  });

  it("is paired in the table of its section, not in another of the same form", () => {
    const section = (title: string, cells: string) =>
      `## ${title}\n\n| Year | 2031 | 2032 |\n|---|---|---|\n| Growth | ${cells} |\n`;
    const [before, after] = [
      [section("Wages", "4 % | 5 %"), section("Rents", "1 % | 2 %")],
      [section("Wages", "4 % | 5 %"), section("Fares", "7 % | 8 %"), section("Rents", "1 % | 3 %")],
    ].map((parts) =>
      parseStory("rates.md", Buffer.from(`# Rates\n\n${LEAD}\n\n${parts.join("\n")}`, "utf8")),
    );
    if (before === undefined || after === undefined || isUnreadable(before) || isUnreadable(after)) {
      throw new Error("cannot read the stories");
    }
    expect(factsIn(compareStories(before, after))).toEqual(["Growth, 2032: 2 % → 3 %"]);
  });

  it("is compared in linear time, however many there are", () => {
    const rows = (length: number, by: number) =>
      Array.from({ length }, (_, n) => [`Quay ${n}`, String(n * by), "9 m"]);
    const timeOf = (length: number) =>
      cpuMs(() => {
        const { facts, truncated } = compare("tabs", rows(length, 3), rows(length, 7).toReversed());
        expect({ facts: facts.length, truncated }).toEqual({ facts: 200, truncated: true });
      });
    const half = timeOf(6_000);
    expect(timeOf(12_000)).toBeLessThan(3.5 * half + 500);
  });
});
