import { directionOf, languageOf } from "../../text/language.ts";
import type { Block, Document } from "../formats/document.ts";
import { deriveHeadline } from "../headline/derive-headline.ts";
import { isDeskWord } from "../headline/desk-word.ts";
import { boundHeadline, cutKeywords, isHeadline, keywordsAfter, repeatOf } from "../headline/headline.ts";
import { isKicker } from "../headline/kicker.ts";
import { classLines } from "../lines/class-lines.ts";
import { cutCredit } from "../lines/credit.ts";
import type { Story } from "../types.ts";
import { bylinesIn } from "./byline.ts";
import { isBareDate } from "./date-line.ts";
import { bareDateline, cutDateline, isDateline } from "./dateline.ts";
import { findHeadings, opensWithDeck } from "./headings.ts";
import { cutNote } from "./source-note.ts";
import { readStatedFrame } from "./stated-frame.ts";

/** How many lines from the top are searched for bylines, repeated titles and keyword lists. */
const FRAME_LINES = 12;
/** How many paragraphs determine language and direction. */
const LANGUAGE_PARAGRAPHS = 40;

/** The body of a story and the parts around it. */
export type StoryFrame = Omit<Story, "key" | "format" | "text" | "hash" | "encoding" | "repairs" | "markup">;

type LineRole = "body" | "byline" | "dateline" | "boilerplate";

/**
 * Separates the body of a document from headline, deck, dateline, byline and boilerplate. If no body is left, the
 * whole document is the body. Plain text has to be searched for its frame; other formats state most of it.
 */
export function readFrame(document: Document): StoryFrame {
  return document.format === "text" ? findFrame(document.blocks) : readStatedFrame(document);
}

function findFrame(lines: readonly Block[]): StoryFrame {
  const isLog = isDatedLog(lines);
  const classes = classLines(lines.map(({ text }) => text));
  const bylines = bylinesIn(lines.slice(0, FRAME_LINES).map(({ text }) => text));
  const roles = lines.map(({ text }, index): LineRole => {
    const isFirst = index === 0;
    const isNamed = bylines.has(text) && !(isLog && isBareDate(text));
    const top = index < FRAME_LINES ? roleAtTop(text, { isFirst, isByline: isNamed }) : undefined;
    if (isFirst && isKicker(text) && isTitle(lines.slice(1, 3))) {
      return "boilerplate";
    }
    return top ?? (classes[index] === undefined ? "body" : "boilerplate");
  });
  const inRole = (role: LineRole) => lines.filter((_, index) => roles[index] === role);
  const textsOf = (role: LineRole) => inRole(role).map((line) => line.text);
  const body = inRole("body");
  if (body.length === 0) {
    return withHeadline(lines, {}, []);
  }
  const [byline, dateline] = [textsOf("byline").join(" | "), textsOf("dateline").map(bareDateline)[0]];
  return withHeadline(
    body,
    { ...(byline !== "" && { byline }), ...(dateline !== undefined && { dateline }) },
    textsOf("boilerplate"),
  );
}

/** Whether a headline stands here, above prose. */
function isTitle([line, below]: readonly Block[]): boolean {
  return (
    line !== undefined && below !== undefined && !/[.!?…。]/u.test(line.text) && isHeadline(line, below.text)
  );
}

/** What only a line at the top of a story can be. */
function roleAtTop(
  line: string,
  { isFirst, isByline }: { isFirst: boolean; isByline: boolean },
): LineRole | undefined {
  if (isByline) {
    return "byline";
  }
  if (isFirst && isDeskWord(line)) {
    return "boilerplate";
  }
  return isDateline(line) ? "dateline" : undefined;
}

/** Whether dates alone stand over texts: they are the headings of a log, and none is the date of the story. */
function isDatedLog(lines: readonly Block[]): boolean {
  const first = lines.slice(0, FRAME_LINES).findIndex(({ text }) => isBareDate(text));
  const under = lines.slice(first + 1).findIndex(({ text }) => !isBareDate(text));
  return first !== -1 && under !== -1 && lines.slice(first + 1 + under).some(({ text }) => isBareDate(text));
}

function withHeadline(
  lines: readonly Block[],
  stated: Pick<StoryFrame, "byline" | "dateline">,
  boilerplate: readonly string[],
): StoryFrame {
  const [first, second] = lines;
  const isGiven =
    first !== undefined &&
    second !== undefined &&
    first.cells === undefined &&
    isHeadline(first, second.text);
  const rest = isGiven ? underHeadline(first, lines.slice(1)) : { body: lines, off: [] };
  const { notes, ...body } = readBody(rest.body, isGiven);
  const given = isGiven && body.paragraphs.length > 0 ? cutKeywords(first.text) : "";
  const headings = new Set(body.headings);
  const prose = body.paragraphs.slice(0, FRAME_LINES).filter((_, index) => !headings.has(index));
  const opening = prose[0] ?? first?.text ?? "";
  const lang = languageOf(body.paragraphs.slice(0, LANGUAGE_PARAGRAPHS).join("\n"));
  const headline = boundHeadline(given) || deriveHeadline(prose, lang) || boundHeadline(opening);
  return {
    headline,
    headlineSource: given === "" ? "derived" : "given",
    ...stated,
    ...body,
    boilerplate: [...rest.off, ...boilerplate, ...notes],
    ...("doubtful" in rest && { doubtful: rest.doubtful }),
    ...(lang === undefined ? {} : { lang }),
    dir: directionOf(`${given}\n${body.paragraphs.slice(0, LANGUAGE_PARAGRAPHS).join("\n")}`),
  };
}

/**
 * The lines under a headline, without those near the top that only repeat it or the keywords after it; and what was taken off:
 * these, and the keywords, or the name of the outlet. Keywords are doubtful: only their look tells them from the headline.
 */
function underHeadline(headline: Block, lines: readonly Block[]) {
  const keywords = keywordsAfter(headline.text);
  const tails = keywords === "" ? [] : [keywords];
  const top = lines.slice(0, FRAME_LINES);
  const isRepeat = repeatOf(headline.text, ...tails);
  const repeats = new Set(top.filter(({ text }) => isRepeat(text)));
  return {
    body: [...top.filter((line) => !repeats.has(line)), ...lines.slice(FRAME_LINES)],
    off: [...tails, ...[...repeats].map((line) => line.text)],
    ...(keywords.includes(",") && { doubtful: tails }),
  };
}

function readBody(lines: readonly Block[], isTitled: boolean) {
  const cut = lines.map(({ text, cells }) => ({ ...withoutNotes(text), cells }));
  const notes = cut.flatMap((line) => line.notes);
  const kept = cut.filter(({ paragraph }) => paragraph !== "");
  const whole = kept.map(({ paragraph }) => paragraph);
  const titles = findHeadings(whole).filter((index) => kept[index]?.cells === undefined);
  const [deck] = isTitled && opensWithDeck(whole, titles) ? whole : [];
  const shift = deck === undefined ? 0 : 1;
  const headings = titles.slice(shift).map((index) => index - shift);
  const first = firstProse(headings);
  const { paragraphs, dateline } = withoutDateline(whole.slice(shift), first);
  const rows = kept
    .slice(shift)
    .flatMap(({ cells }, index) => (cells === undefined ? [] : [[index, cells] as const]));
  return {
    ...(deck === undefined ? {} : { deck }),
    ...(dateline === undefined ? {} : { dateline }),
    paragraphs,
    headings,
    ...(rows.length === 0 ? {} : withKinds(paragraphs, headings, new Map(rows))),
    notes,
  };
}

/** What each paragraph is, where some are rows of a table. */
function withKinds(
  paragraphs: readonly string[],
  headings: readonly number[],
  rows: ReadonlyMap<number, readonly string[]>,
): Required<Pick<Story, "kinds" | "labels" | "rows">> {
  const titles = new Set(headings);
  return {
    kinds: paragraphs.map((_, index) => {
      const other = titles.has(index) ? "heading" : "paragraph";
      return rows.has(index) ? "table row" : other;
    }),
    labels: paragraphs.map((_, index) => rows.get(index)?.find((cell) => cell !== "") ?? ""),
    rows,
  };
}

/** A paragraph without the source note and the picture credit after its last sentence. */
function withoutNotes(text: string): { readonly paragraph: string; readonly notes: readonly string[] } {
  const { paragraph: noted, note } = cutNote(text);
  const { paragraph, credit } = cutCredit(noted);
  return { paragraph, notes: [note, credit].filter((line) => line !== undefined) };
}

/** Index of the first paragraph that is not a heading. */
function firstProse(headings: readonly number[]): number {
  const gap = headings.findIndex((heading, index) => heading !== index);
  return gap === -1 ? headings.length : gap;
}

/** The paragraphs without the dateline at the start of the one at `first`. */
function withoutDateline(paragraphs: readonly string[], first: number) {
  const { paragraph, dateline } = cutDateline(paragraphs[first] ?? "");
  return { paragraphs: dateline === undefined ? paragraphs : paragraphs.with(first, paragraph), dateline };
}
