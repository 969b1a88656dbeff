import type { FactChange } from "../facts/types.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";

/** Lines of a version that are looked for in the other, and of which those it lacks are compared; a story has one or two. */
const MAX_LOOKED_FOR = 200;
const MAX_DOUBTFUL = 20;
/** What such a line is called among the facts. */
const CONTEXT = "line left out";
const SAYING = /\p{Nd}[\p{Nd}.,]*|(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}\p{N}'’-]+/gu;

/** A list of keywords, or a sentence. */
const IS_SAID = /,|[.!?。！？]["'”’»]?$/;
const SENTENCE_END = /[.!?。！？]["'”’»]?$/;
const LETTER = /\p{L}/u;
const FIGURE = /\p{Nd}/u;
/** Markup or data, which nobody reads. */
const CODE = /[<>{}]/;
/** "Page 3 of 12", "EST-11": a place in a document, a code. */
const PLACE = /^(?:(?:page|seite|página|pagina|strona|sida|страница)\s+\p{Nd}|\p{Lu}+[-–]?\p{Nd}+$)/iu;
/** Letters of a line that can be shown as a fact. */
const MAX_TOLD = 200;
/** Shorter lines without a figure, an end or a comma are rather the menu of a page: "Home", "Open source · No ads · Log in". */
const MIN_TELLING_WORDS = 4;

/** What changed in the lines that were taken off both versions by their look alone. */
export interface DoubtfulChanges {
  /** Lines of both versions, read for their facts as sentences are. */
  readonly lines: readonly { readonly before: string; readonly after: string }[];
  /** A line with a figure or a name that the other version has nowhere. */
  readonly facts: readonly FactChange[];
}

/** Compares what only its look tells from the story: a change of fact in it is never a matter of form. */
export function doubtfulChanges(before: Story, after: Story): DoubtfulChanges {
  const [gone, come] = [linesMissingIn(before, after), linesMissingIn(after, before)];
  const shared = Math.min(gone.length, come.length);
  return {
    lines: gone.slice(0, shared).map((line, n) => ({ before: line, after: come[n] ?? "" })),
    facts: [
      ...gone
        .slice(shared)
        .filter((line) => saysMore(line, after))
        .map(goneFact),
      ...come
        .slice(shared)
        .filter((line) => saysMore(line, before))
        .map(comeFact),
    ],
  };
}

/** The lines that another version has neither in its text nor outside it. */
function linesMissingIn({ doubtful = [] }: Story, other: Story): readonly string[] {
  if (doubtful.length === 0) {
    return [];
  }
  const text = fold([other.text, ...other.boilerplate, ...(other.outside ?? [])].join("\n"));
  return doubtful
    .slice(0, MAX_LOOKED_FOR)
    .filter((line) => !text.includes(fold(line)))
    .slice(0, MAX_DOUBTFUL);
}

/** A line of a front matter may be for the page alone: only a sentence with a figure is told where nothing took its place. */
function saysMore(line: string, { text, format }: Story): boolean {
  if (!LETTER.test(line) || CODE.test(line) || PLACE.test(line) || line.length > MAX_TOLD) {
    return false;
  }
  const isTelling =
    format === "markdown"
      ? FIGURE.test(line) && SENTENCE_END.test(line)
      : FIGURE.test(line) || (line.split(" ").length >= MIN_TELLING_WORDS && IS_SAID.test(line));
  return isTelling && (line.match(SAYING) ?? []).some((word) => !text.includes(word));
}

function goneFact(before: string): FactChange {
  return { kind: "name", before, context: CONTEXT };
}

function comeFact(after: string): FactChange {
  return { kind: "name", after, context: CONTEXT };
}
