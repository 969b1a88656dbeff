import type { NewsChange, RevisionRecord } from "../changes/schema.ts";
import { addedParts, SIGNIFICANCE, significanceOf, totalOf } from "../changes/significance.ts";
import type { Terms } from "../changes/terms/terms.ts";
import type { EditionThread } from "./schema.ts";
import { type SharedTerms, withoutShared } from "./shared-passages.ts";

/** What else the weight of a change depends on. */
export interface WeighContext {
  readonly threads: readonly EditionThread[];
  /** Whether stories have the same edit as this one, and no other: they are told as one. */
  readonly isSameEdit: (record: NewsChange) => boolean;
  /** Whether a story has no edits but such as others share, which are told once for all of them. */
  readonly isShared: (record: NewsChange) => boolean;
  /** Whether a story is told under another with the same text. */
  readonly isCopy: (record: NewsChange) => boolean;
}

/** What a change that is only a line of the edition is about. */
export type Minor = "spelling" | "order" | "repeated" | "listing" | "wording";

/** The weight of a change on its day. */
export interface Weight {
  readonly significance: number;
  readonly terms?: Terms;
  /** New stories about the event of a new one, itself included. */
  readonly reports?: number;
  /** A change that is only a line of the edition. */
  readonly minor?: Minor;
}

/** A change and its weight. */
export interface Weighed {
  readonly record: NewsChange;
  readonly weight: Weight;
}

/**
 * Weighs the changes of a day against each other. A passage that came or went in many stories counts once for all of them, and a
 * story in which nothing else changed is a line, unless these stories are told as one; a new story gains with every other report
 * on its event.
 */
export function weigh(
  news: readonly NewsChange[],
  { threads, isSameEdit, isShared, isCopy }: WeighContext,
): readonly Weighed[] {
  const terms = withoutShared(news);
  const added = new Set(
    news.flatMap((record) => (record.change === "added" && !isCopy(record) ? [record.key] : [])),
  );
  const reports = new Map(
    threads.flatMap(({ stories }) => {
      const together = stories.filter((key) => added.has(key));
      return together.map((key) => [key, together.length] as const);
    }),
  );
  const weighed = news.map((record) => {
    const own = terms.get(record);
    const together = { isSameEdit: isSameEdit(record), isShared: isShared(record) };
    const weight = own === undefined ? wholeStory(record, reports) : revision(record, own, together);
    return { record, weight };
  });
  return withFirstTold(weighed, terms);
}

/** Tells in full the first story of a passage that no other tells: what many stories have in common is news, too. */
function withFirstTold(
  weighed: readonly Weighed[],
  shared: ReadonlyMap<NewsChange, SharedTerms>,
): readonly Weighed[] {
  const told = new Set(
    weighed.flatMap(({ record, weight }) =>
      weight.minor === undefined ? [...(shared.get(record)?.passages ?? [])] : [],
    ),
  );
  return weighed.map((one) => {
    const untold = sharedIn(one, shared).filter((passage) => !told.has(passage));
    for (const passage of untold) {
      told.add(passage);
    }
    return untold.length === 0 ? one : inFull(one);
  });
}

/** The passages of a line that other stories have too, if they have any points. */
function sharedIn(
  { record, weight }: Weighed,
  shared: ReadonlyMap<NewsChange, SharedTerms>,
): readonly string[] {
  const isLine = weight.minor !== undefined && isSignificant(record);
  return isLine ? (shared.get(record)?.repeated ?? []) : [];
}

function inFull({ record, weight: { minor: _, ...weight } }: Weighed): Weighed {
  const terms = "terms" in record ? record.terms : undefined;
  return {
    record,
    weight: terms === undefined ? weight : { ...weight, terms, significance: significanceOf(terms) },
  };
}

/** Whether a revision has any points, if with what others share. */
function isSignificant(record: NewsChange): boolean {
  return "terms" in record && record.terms !== undefined && significanceOf(record.terms) > 0;
}

/** A new story gains with the reports on its event; any other weighs the same on every day. */
function wholeStory(record: NewsChange, reports: ReadonlyMap<string, number>): Weight {
  const { significance } = record;
  if (record.change !== "added" || record.terms === undefined) {
    return { significance };
  }
  const { key, terms } = record;
  const together = reports.get(key) ?? 1;
  return together > 1
    ? { significance: totalOf(addedParts(terms, together)), terms, reports: together }
    : { significance, terms };
}

/** How the edits of a story are told with those of others. */
interface Togetherness {
  readonly isSameEdit: boolean;
  readonly isShared: boolean;
}

/**
 * Stories with the same edit are told as one; if a fact changed in it, they weigh as one of them would alone, else it is a notice, of
 * which each has its share.
 */
function revision(record: NewsChange, shared: SharedTerms, { isSameEdit, isShared }: Togetherness): Weight {
  const whole = ("terms" in record && record.terms) || shared.terms;
  const own = isSameEdit ? whole : shared.own;
  if (mayBeLine(record) && !isShared && significanceOf(own) === 0) {
    return { significance: 0, terms: own, minor: minorOf(record.revision.counts, whole, shared) };
  }
  const terms = isSameEdit && hasFacts(record) ? whole : shared.terms;
  return { significance: Math.max(significanceOf(terms), floorOf(record)), terms };
}

function mayBeLine(record: NewsChange): record is Extract<NewsChange, { change: "revised" | "reverted" }> {
  return record.change === "revised" || record.change === "reverted";
}

function hasFacts(record: NewsChange): boolean {
  return "revision" in record && record.revision !== undefined && record.revision.facts.length > 0;
}

/** What a story weighs that moved or is back, whatever changed in it meanwhile. */
function floorOf({ change }: NewsChange): number {
  return change === "returned" || change === "renamed" ? SIGNIFICANCE[change] : 0;
}

function minorOf(
  { edited, added, removed, moved }: RevisionRecord["counts"],
  terms: Terms,
  { hasOthers, isListing }: SharedTerms,
): Minor {
  if (significanceOf(terms) > 0 && !hasOthers) {
    return isListing ? "listing" : "repeated";
  }
  if (terms.spellings !== undefined) {
    return "spelling";
  }
  return moved > 0 && edited + added + removed === 0 ? "order" : "wording";
}
