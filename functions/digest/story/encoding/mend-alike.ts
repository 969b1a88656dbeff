import type { Story } from "../types.ts";
import { isLossy, restorerFrom } from "./lost-text.ts";

/** What may be left of a mark, or the sign for a lost character. */
const REMNANTS = ["â", "\ufffd"];
/** Letters on each side of a place that must be the same in both versions, and how much text is looked at for them. */
const CONTEXT_LETTERS = 5;
const CONTEXT_LENGTH = 24;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const NO_LETTER_OR_REMNANT = /(?:[^\p{L}\p{N}]|â)+/gu;
const MARK = /[’‘“”–—…•™'"-]/;
const MARKS = /[’‘“”–—…•™'"â\ufffd\s-]/gu;

/**
 * Two versions of a story, each with the marks that the other shows where it has only remnants, or marks that were guessed
 * from them: a publisher who mends an encoding seldom finds all places at once. Only between the same letters, so that
 * nothing else changes. Linear.
 */
export function mendAlike(before: Story, after: Story): readonly [before: Story, after: Story] {
  return [mendBy(before, after), mendBy(after, before)];
}

function mendBy(story: Story, other: Story): Story {
  const isGuessed = story.repairs > other.repairs;
  if (!isGuessed && !hasRemnant(story.text) && !isLossy(story.text)) {
    return story;
  }
  const [own, known] = [linesIn(story), linesIn(other)];
  const isRemnant = (line: string): boolean => hasRemnant(line) || isLossy(line);
  if (!isGuessed && !own.difference(known).values().some(isRemnant)) {
    return story;
  }
  const isInDoubt = (gap: string): boolean => hasRemnant(gap) || (isGuessed && MARK.test(gap));
  const marks = marksOf([...known.difference(own)]);
  let repairs = 0;
  const restoreLost = restorerFrom([...known].join("\n"));
  const restore = (line: string): string => {
    const restored = isLossy(line) && !known.has(line) ? restoreLost(line) : { line, places: 0 };
    repairs += restored.places;
    return restored.line;
  };
  const mendLine = (line: string): string => {
    if (!isGuessed && !isRemnant(line)) {
      return line;
    }
    return restore(line).replaceAll(NO_LETTER_OR_REMNANT, (gap: string, at: number, whole: string) => {
      const shown = isInDoubt(gap) ? marks.get(placeOf(whole, at, at + gap.length)) : undefined;
      if (shown === undefined || shown === gap || withoutMarks(shown) !== withoutMarks(gap)) {
        return gap;
      }
      repairs += 1;
      return shown;
    });
  };
  const mend = (text: string): string => text.split("\n").map(mendLine).join("\n");
  const text = mend(story.text);
  const inText = repairs;
  if (inText === 0) {
    return story;
  }
  return { ...story, ...mendParts(story, mend), text, repairs: story.repairs + inText };
}

function hasRemnant(text: string): boolean {
  return REMNANTS.some((remnant) => text.includes(remnant));
}

function mendParts(story: Story, mend: (text: string) => string): Partial<Story> {
  const lines = ["headline", "dateline", "byline", "deck", "note"] as const;
  const fields = lines.flatMap((name) => (story[name] === undefined ? [] : [[name, mend(story[name])]]));
  return {
    ...Object.fromEntries(fields),
    paragraphs: story.paragraphs.map(mend),
    boilerplate: story.boilerplate.map(mend),
    ...(story.doubtful && { doubtful: story.doubtful.map(mend) }),
    ...(story.labels && { labels: story.labels.map(mend) }),
    ...(story.rows && { rows: new Map([...story.rows].map(([n, cells]) => [n, cells.map(mend)] as const)) }),
  };
}

function linesIn({ headline, paragraphs, text }: Story): ReadonlySet<string> {
  return new Set([headline, ...paragraphs, text].flatMap((part) => part.split("\n")));
}

/** What is neither a mark nor a remnant of one: "$" and "€" say something else. */
function withoutMarks(gap: string): string {
  return gap.replaceAll(MARKS, "");
}

/** What stands in each place of these lines that has a mark and no remnant; `undefined` where places differ. */
function marksOf(lines: readonly string[]): ReadonlyMap<string, string | undefined> {
  const marks = new Map<string, string | undefined>();
  for (const [place, gap] of lines.flatMap(markedPlaces)) {
    marks.set(place, marks.has(place) && marks.get(place) !== gap ? undefined : gap);
  }
  return marks;
}

function markedPlaces(line: string): readonly (readonly [place: string, gap: string])[] {
  return [...line.matchAll(NO_LETTER)]
    .filter(([gap]) => MARK.test(gap) && !hasRemnant(gap))
    .map(({ 0: gap, index }) => [placeOf(line, index, index + gap.length), gap] as const);
}

/** The letters before and after a stretch of a line. */
function placeOf(line: string, from: number, to: number): string {
  const before = lettersOf(line.slice(Math.max(0, from - CONTEXT_LENGTH), from));
  const after = lettersOf(line.slice(to, to + CONTEXT_LENGTH));
  return `${before.slice(-CONTEXT_LETTERS)}|${after.slice(0, CONTEXT_LETTERS)}`;
}

function lettersOf(text: string): string {
  return text.replaceAll(NO_LETTER_OR_REMNANT, "").toLowerCase();
}
