import { addedParts, type Part, partsOf, totalOf } from "../../functions/digest/changes/significance.ts";
import type { Edition, EditionChange } from "../../functions/digest/edition/schema.ts";
import { printableLine } from "../../infra/doctor/printable.ts";

/** Changes that are explained. */
const MAX_EXPLAINED = 30;
const FULL_WIDTH = 6;

/** Each change with its significance and what this is made of, in the order of the edition. */
export function explain({ changes }: Edition): string {
  if (changes.length === 0) {
    return "";
  }
  const lines = changes.slice(0, MAX_EXPLAINED).flatMap(linesOf);
  const more = changes.length - MAX_EXPLAINED;
  return [
    "Why in this order (docs/significance.md):",
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join("\n");
}

function linesOf(change: EditionChange, place: number): readonly string[] {
  const told = change.told === "line" ? `, told as a line: ${change.minor ?? "minor"}` : "";
  return [
    `${place + 1}. ${printableLine(change.key)} (${change.change}): ${points(change.significance)}${told}`,
    ...partsFor(change).map((part) => `   ${points(part.points).padStart(FULL_WIDTH)}  ${part.what}`),
  ];
}

function partsFor({ change, terms, reports = 1, significance }: EditionChange): readonly Part[] {
  if (change === "added") {
    return terms === undefined ? [{ what: "a new story", points: significance }] : addedParts(terms, reports);
  }
  const parts = terms === undefined ? [] : partsOf(terms);
  if (change === "revised" || change === "reverted" || totalOf(parts) >= significance) {
    return parts;
  }
  return [...parts, { what: LEAST_WORDS[change], points: significance - totalOf(parts) }];
}

/** What gives a whole story its points, or at least so many. */
const LEAST_WORDS = {
  removed: "the story was removed",
  returned: "the story is back",
  renamed: "the story moved",
} as const;

function points(n: number): string {
  return n.toFixed(1);
}
