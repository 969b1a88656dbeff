import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";
import type { FactChange } from "../../../../functions/digest/facts/types.ts";
import { KIND_RULES } from "../../../../functions/digest/revision/kind.ts";
import { languageOf } from "../../../../functions/digest/text/language.ts";

const page = readFileSync(new URL("../../../../docs/facts.md", import.meta.url), "utf8");

/** The rows of the table under a heading, without its two header lines. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) => line.slice(2, -2).split(" | "));
}

const shown = ({ context, around, before = "∅", after = "∅" }: FactChange) => {
  const values = `${before} → ${after}`;
  return context === undefined
    ? [around?.lead ?? "", `**${values}**`, around?.tail ?? ""].filter((part) => part !== "").join(" ")
    : `${context}: ${values}`;
};

test("the page has its tables", () => {
  expect(rowsUnder("What counts as a fact").length).toBeGreaterThan(10);
  expect(rowsUnder("What does not").length).toBeGreaterThan(5);
});

test.each(rowsUnder("What counts as a fact"))(
  "reports a %s from %j to %j as %j",
  (kind, before, after, row) => {
    const facts = compareSentences(before ?? "", after ?? "", { lang: languageOf(after ?? "") }).facts;
    expect(new Set(facts.map((fact) => fact.kind))).toEqual(new Set([kind]));
    expect(facts.map(shown).join("; ")).toBe(row);
  },
);

test.each(rowsUnder("What does not"))("reports nothing from %j to %j: %s", (before, after) => {
  expect(compareSentences(before ?? "", after ?? "", { lang: languageOf(after ?? "") }).facts).toEqual([]);
});

test("the page lists the rules for the kind of a revision", () => {
  expect(rowsUnder("Kinds of revision")).toEqual(KIND_RULES.map(({ what, kind }) => [what, kind]));
});
