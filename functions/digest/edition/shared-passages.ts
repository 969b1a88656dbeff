import type { EditRecord, NewsChange } from "../changes/schema.ts";
import { type Counted, countPassage } from "../changes/terms/count-passage.ts";
import type { Terms } from "../changes/terms/terms.ts";

/** Stories from which a passage is a notice rather than news of each of them. */
const MANY = 3;

/** The terms of a revision beside those of other stories. */
export interface SharedTerms {
  /** With its share of the passages that came or went in three or more stories: all of these count them once. */
  readonly terms: Terms;
  /** Without these passages. */
  readonly own: Terms;
  /** These passages, and whether the story has others. */
  readonly repeated: readonly string[];
  readonly hasOthers: boolean;
}

/** The terms of the changes that have a revision. Only passages that records hold are compared. */
export function withoutShared(news: readonly NewsChange[]): ReadonlyMap<NewsChange, SharedTerms> {
  const owners = ownersIn(news);
  const counted = new Map<string, Counted>();
  const countOf = (passage: string, lang: string | undefined) => {
    const counts = counted.get(passage) ?? countPassage(sidesOf(passage), lang);
    counted.set(passage, counts);
    return counts;
  };
  return new Map(
    news.flatMap((record) => {
      const terms = "terms" in record ? record.terms : undefined;
      if (terms === undefined) {
        return [];
      }
      const { lang } = "reading" in record ? record.reading : {};
      const passages = [...passagesOf(record)];
      const repeated = passages.filter((passage) => (owners.get(passage) ?? 0) >= MANY);
      const shared = repeated.map((passage) => ({
        n: owners.get(passage) ?? 1,
        counted: countOf(passage, lang),
      }));
      const weighed = {
        terms: shared.reduce((left, { n, counted }) => less(left, counted, 1 - 1 / n), terms),
        own: shared.reduce((left, { counted }) => less(left, counted, 1), terms),
        repeated,
        hasOthers: repeated.length < passages.length,
      };
      return [[record, weighed]];
    }),
  );
}

/** In how many changes each passage came or went. */
function ownersIn(news: readonly NewsChange[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const record of news) {
    for (const passage of passagesOf(record)) {
      owners.set(passage, (owners.get(passage) ?? 0) + 1);
    }
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

const BETWEEN = "\u0000";

/** Each changed passage of a record, as one string. */
export function passagesOf(record: NewsChange): ReadonlySet<string> {
  const edits = "revision" in record ? (record.revision?.edits ?? []) : [];
  return new Set(edits.map((edit) => `${before(edit)}${BETWEEN}${after(edit)}`));
}

function before(edit: EditRecord): string {
  return "before" in edit ? edit.before : "";
}

function after(edit: EditRecord): string {
  return "after" in edit ? edit.after : "";
}

function sidesOf(passage: string): { readonly before: string; readonly after: string } {
  const at = passage.indexOf(BETWEEN);
  return { before: passage.slice(0, at), after: passage.slice(at + 1) };
}
