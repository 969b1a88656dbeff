import type { NewsChange } from "../changes/schema.ts";
import { type Counted, countPassage } from "../changes/terms/count-passage.ts";
import type { Terms } from "../changes/terms/terms.ts";
import { passageReader } from "../facts/passages.ts";
import { fold } from "../text/fold.ts";
import { countUnspaced } from "../text/scripts.ts";
import { ARROW, passagesOf } from "./copies/passages.ts";

/** Stories from which a passage is a notice rather than news of each of them. */
const MANY = 3;
/** Words of a passage that another story had: shorter ones are labels. */
const MOVED_WORDS = 5;

/** The terms of a revision beside those of other stories. */
export interface SharedTerms {
  /**
   * With its share of the passages that came or went in three or more stories: all of these count them once; without those that went
   * from one story to another.
   */
  readonly terms: Terms;
  /** Without these passages. */
  readonly own: Terms;
  /** All passages of the story, those that others have, and whether it has any else; those that only name a story do not count. */
  readonly passages: ReadonlySet<string>;
  readonly repeated: readonly string[];
  readonly hasOthers: boolean;
  /** Whether it names a story that is new, or no longer names one that is gone. */
  readonly isListing: boolean;
}

/**
 * The terms of the changes that have a revision. Only passages that records hold are compared. A line that is the headline of a new
 * or removed story, as lists of contents have it, does not count: that story is told itself.
 */
export function withoutShared(news: readonly NewsChange[]): ReadonlyMap<NewsChange, SharedTerms> {
  const all = new Map(news.map((record) => [record, new Set(passagesIn(record))] as const));
  const owners = ownersOf([...all.values()]);
  const isName = namesOf(news);
  const isMoved = movesIn([...all.values()]);
  const counted = new Map<string, Counted>();
  const countOf = (passage: string, lang: string | undefined) => {
    const counts = counted.get(passage) ?? countPassage(sidesOf(passage), passageReader(lang));
    counted.set(passage, counts);
    return counts;
  };
  return new Map(
    [...all].flatMap(([record, passages]) => {
      const terms = "revision" in record ? record.terms : undefined;
      if (terms === undefined) {
        return [];
      }
      const { lang } = "reading" in record ? record.reading : {};
      const names = [...passages].filter(isName);
      const others = [...passages].filter((passage) => !names.includes(passage));
      const repeated = others.filter((passage) => (owners.get(passage) ?? 0) >= MANY);
      const shared = [...repeated, ...names].map((passage) => ({
        part: names.includes(passage) ? 1 : 1 - 1 / (owners.get(passage) ?? 1),
        counted: countOf(passage, lang),
      }));
      const moved = others
        .filter((passage) => !repeated.includes(passage) && isMoved(passage))
        .map((passage) => ({ part: 1, counted: countOf(passage, lang) }));
      const weighed = {
        terms: [...shared, ...moved].reduce((left, { part, counted }) => less(left, counted, part), terms),
        own: shared.reduce((left, { counted }) => less(left, counted, 1), terms),
        passages,
        repeated,
        hasOthers: repeated.length < others.length,
        isListing: names.length > 0,
      };
      return [[record, weighed]];
    }),
  );
}

/** Whether a passage is the headline of a story that is new, or was that of one that is gone. */
function namesOf(news: readonly NewsChange[]): (passage: string) => boolean {
  const headlines = (change: NewsChange["change"]) =>
    new Set(news.flatMap((record) => (record.change === change ? [nameOf(record.headline)] : [])));
  const [added, removed] = [headlines("added"), headlines("removed")];
  const isIn = (headlines: ReadonlySet<string>, line: string) =>
    headlines.has(nameOf(line)) || headlines.has(nameOf(line.replace(ANNOTATION, "")));
  return (passage) => {
    const { before, after } = sidesOf(passage);
    return before === "" ? isIn(added, after) : after === "" && isIn(removed, before);
  };
}

/** Whether a passage came in one story and went from another, as text does that moves from page to page. */
function movesIn(stories: readonly ReadonlySet<string>[]): (passage: string) => boolean {
  const sides = stories.flatMap((passages) => [...passages].map(sidesOf));
  const came = new Set(sides.flatMap(({ before, after }) => (before === "" ? [after] : [])));
  const went = new Set(sides.flatMap(({ before, after }) => (after === "" ? [before] : [])));
  const isLong = (text: string) =>
    text.split(" ").length >= MOVED_WORDS || countUnspaced(text) >= 2 * MOVED_WORDS;
  return (passage) => {
    const { before, after } = sidesOf(passage);
    return before === ""
      ? went.has(after) && isLong(after)
      : after === "" && came.has(before) && isLong(before);
  };
}

/** Before what a list says of the story that it names. */
const ANNOTATION = /(?: [-–—]|:) .*$/su;

/** From the first letter or digit to the last; linear, as trimming the end by a pattern is not. */
const FROM_WORD_TO_WORD = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** A headline as lists may have it: whatever its case, the marks around it, and what is said of it. */
function nameOf(line: string): string {
  return FROM_WORD_TO_WORD.exec(fold(line).toLowerCase())?.[0] ?? "";
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
