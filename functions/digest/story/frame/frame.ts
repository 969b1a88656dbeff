import { directionOf, languageOf } from "../../text/language.ts";
import type { Block, Document } from "../formats/document.ts";
import { deriveHeadline } from "../headline/derive-headline.ts";
import { boundHeadline, cutKeywords, isHeadline, isKeywordList, isSameTitle } from "../headline/headline.ts";
import { classLines } from "../lines/class-lines.ts";
import type { Story } from "../types.ts";
import { isByline } from "./byline.ts";
import { cutDateline } from "./dateline.ts";
import { findHeadings, opensWithDeck } from "./headings.ts";
import { cutNote } from "./source-note.ts";
import { readStatedFrame } from "./stated-frame.ts";

/** How many lines from the top are searched for bylines, repeated titles and keyword lists. */
const FRAME_LINES = 12;
/** How many paragraphs determine language and direction. */
const LANGUAGE_PARAGRAPHS = 40;

/** The body of a story and the parts around it. */
export type StoryFrame = Omit<Story, "key" | "format" | "text" | "hash" | "encoding" | "repairs" | "markup">;

type LineRole = "body" | "byline" | "boilerplate" | "keywords";

/**
 * Separates the body of a document from headline, deck, dateline, byline and boilerplate. If no body is left, the
 * whole document is the body. Plain text has to be searched for its frame; other formats state most of it.
 */
export function readFrame(document: Document): StoryFrame {
  return document.format === "text" ? findFrame(document.blocks) : readStatedFrame(document);
}

function findFrame(lines: readonly Block[]): StoryFrame {
  const classes = classLines(lines.map(({ text }) => text));
  const roles = lines.map((line, index) => roleOf(line, index < FRAME_LINES, classes[index] !== undefined));
  const inRole = (role: LineRole) => lines.filter((_, index) => roles[index] === role);
  const body = inRole("body");
  if (body.length === 0) {
    return withHeadline(lines, {}, { boilerplate: [], keywords: [] });
  }
  const bylines = inRole("byline").map((line) => line.text);
  const byline = bylines.length === 0 ? {} : { byline: bylines.join(" | ") };
  const [boilerplate = [], keywords = []] = (["boilerplate", "keywords"] as const).map((role) =>
    inRole(role).map((line) => line.text),
  );
  return withHeadline(body, byline, { boilerplate, keywords });
}

function roleOf(line: Block, isNearTop: boolean, isClassed: boolean): LineRole {
  if (isNearTop && isByline(line.text)) {
    return "byline";
  }
  if (isClassed) {
    return "boilerplate";
  }
  return isNearTop && isKeywordList(line.text) ? "keywords" : "body";
}

/** The lines taken off a story: of known forms, and keywords, which only their look tells from a headline or a list. */
interface TakenOff {
  readonly boilerplate: readonly string[];
  readonly keywords: readonly string[];
}

function withHeadline(
  lines: readonly Block[],
  byline: Pick<StoryFrame, "byline">,
  off: TakenOff,
): StoryFrame {
  const [first] = lines;
  const isGiven = first !== undefined && lines.length > 1 && isHeadline(first);
  const rest = isGiven ? withoutRepeats(first, lines.slice(1)) : { body: lines, repeats: [] };
  const { notes, ...body } = readBody(rest.body, isGiven);
  const given = isGiven && body.paragraphs.length > 0 ? cutKeywords(first.text) : "";
  const opening = body.paragraphs[firstProse(body.headings)] ?? first?.text ?? "";
  const lang = languageOf(body.paragraphs.slice(0, LANGUAGE_PARAGRAPHS).join("\n"));
  const tail = keywordsAfter(given, first?.text);
  const doubtful = [...tail.filter((line) => line.includes(",")), ...off.keywords];
  const headline = boundHeadline(given) || deriveHeadline(opening, lang) || boundHeadline(opening);
  return {
    headline,
    headlineSource: given === "" ? "derived" : "given",
    ...byline,
    ...body,
    boilerplate: [...tail, ...off.keywords, ...rest.repeats, ...off.boilerplate, ...notes],
    ...(doubtful.length > 0 && { doubtful }),
    ...(lang === undefined ? {} : { lang }),
    dir: directionOf(`${given}\n${body.paragraphs.slice(0, LANGUAGE_PARAGRAPHS).join("\n")}`),
  };
}

/** What {@link cutKeywords} removed from the line of a given headline, without the dash: keywords, or the name of the outlet. */
function keywordsAfter(given: string, line = ""): string[] {
  const tail = given === "" ? "" : line.slice(given.length).replace(/^[\s–—|-]+/u, "");
  return tail === "" ? [] : [tail];
}

/** The lines under a headline, without those near the top that only repeat it. */
function withoutRepeats(headline: Block, lines: readonly Block[]) {
  const top = lines.slice(0, FRAME_LINES);
  const repeats = new Set(top.filter((line) => isSameTitle(line.text, headline.text)));
  return {
    body: [...top.filter((line) => !repeats.has(line)), ...lines.slice(FRAME_LINES)],
    repeats: [...repeats].map((line) => line.text),
  };
}

function readBody(lines: readonly Block[], isTitled: boolean) {
  const cut = lines.map((line) => cutNote(line.text));
  const notes = cut.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const whole = cut.map(({ paragraph }) => paragraph).filter((paragraph) => paragraph !== "");
  const titles = findHeadings(whole);
  const [deck] = isTitled && opensWithDeck(whole, titles) ? whole : [];
  const shift = deck === undefined ? 0 : 1;
  const headings = titles.slice(shift).map((index) => index - shift);
  const { paragraphs, dateline } = withoutDateline(whole.slice(shift), firstProse(headings));
  return {
    ...(deck === undefined ? {} : { deck }),
    ...(dateline === undefined ? {} : { dateline }),
    paragraphs,
    headings,
    notes,
  };
}

/** Index of the first paragraph that is not a heading. */
function firstProse(headings: readonly number[]): number {
  const gap = headings.findIndex((heading, index) => heading !== index);
  return gap === -1 ? headings.length : gap;
}

/**
 * The paragraphs without the dateline at the start of the one at `first`; that one is dropped if nothing else
 * is left.
 */
function withoutDateline(paragraphs: readonly string[], first: number) {
  const { paragraph, dateline } = cutDateline(paragraphs[first] ?? "");
  const rest = paragraph === "" ? [] : [paragraph];
  return { paragraphs: [...paragraphs.slice(0, first), ...rest, ...paragraphs.slice(first + 1)], dateline };
}
