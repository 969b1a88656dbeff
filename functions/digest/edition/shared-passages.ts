import type { NewsChange } from "../changes/schema.ts";
import { type Counted, countPassage } from "../changes/terms/count-passage.ts";
import type { Terms } from "../changes/terms/terms.ts";
import { ARROW, passagesOf } from "./copies/passages.ts";

/** Stories from which a passage is a notice rather than news of each of them. */
const MANY = 3;

/** The terms of a revision beside those of other stories. */
export interface SharedTerms {
  /** With its share of the passages that came or went in three or more stories: all of these count them once. */
  readonly terms: Terms;
  /** Without these passages. */
  readonly own: Terms;
  /** All passages of the story, those that others have, and whether it has any else. */
  readonly passages: ReadonlySet<string>;
  readonly repeated: readonly string[];
  readonly hasOthers: boolean;
}

/** The terms of the changes that have a revision. Only passages that records hold are compared. */
export function withoutShared(news: readonly NewsChange[]): ReadonlyMap<NewsChange, SharedTerms> {
  const all = new Map(news.map((record) => [record, new Set(passagesIn(record))] as const));
  const owners = ownersOf([...all.values()]);
  const counted = new Map<string, Counted>();
  const countOf = (passage: string, lang: string | undefined) => {
    const counts = counted.get(passage) ?? countPassage(sidesOf(passage), lang);
    counted.set(passage, counts);
    return counts;
  };
  return new Map(
    [...all].flatMap(([record, passages]) => {
      const terms = "terms" in record ? record.terms : undefined;
      if (terms === undefined) {
        return [];
      }
      const { lang } = "reading" in record ? record.reading : {};
      const repeated = [...passages].filter((passage) => (owners.get(passage) ?? 0) >= MANY);
      const shared = repeated.map((passage) => ({
        n: owners.get(passage) ?? 1,
        counted: countOf(passage, lang),
      }));
      const weighed = {
        terms: shared.reduce((left, { n, counted }) => less(left, counted, 1 - 1 / n), terms),
        own: shared.reduce((left, { counted }) => less(left, counted, 1), terms),
        passages,
        repeated,
        hasOthers: repeated.length < passages.size,
      };
      return [[record, weighed]];
    }),
  );
}

/** In how many changes each passage came or went. */
function ownersOf(stories: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const passage of stories.flatMap((passages) => [...passages])) {
    owners.set(passage, (owners.get(passage) ?? 0) + 1);
  }
  return owners;
}

/** The terms without a part of what a passage has. */
function less(terms: Terms, passage: Counted, part: number): Terms {
  const left = (count: number, of: number) => Math.max(0, Math.round(10 * (count - part * of)) / 10);
  return {
    ...terms,
    newWords: left(terms.newWords, passage.newWords),
    goneWords: left(terms.goneWords, passage.goneWords),
    values: left(terms.values, passage.newNumbers),
    goneNumbers: left(terms.goneNumbers, passage.goneNumbers),
  };
}

/** The passages that a record takes away, puts in or replaces, whatever the sentences around them. */
function passagesIn(record: NewsChange): readonly string[] {
  const edits = "revision" in record ? (record.revision?.edits ?? []) : [];
  return edits.flatMap(passagesOf);
}

function sidesOf(passage: string): { readonly before: string; readonly after: string } {
  const at = passage.indexOf(ARROW);
  return { before: passage.slice(0, at), after: passage.slice(at + 1) };
}
