import { isByline } from "./byline.ts";
import { cutDateline } from "./dateline.ts";
import { deriveHeadline } from "./derive-headline.ts";
import { cutNote, isFurniture } from "./furniture.ts";
import { boundHeadline, cutKeywords, isHeadline, isKeywordList, isSameTitle } from "./headline.ts";
import { type Line, splitLines } from "./lines.ts";
import type { Story } from "./types.ts";

/** How many lines from the top bylines, repeated titles and keyword lists are looked for. */
const FRAME_LINES = 12;

/** A story's body, and what stood around it. */
export type Frame = Pick<
  Story,
  "headline" | "headlineSource" | "dateline" | "byline" | "paragraphs" | "furniture"
>;

type Role = "body" | "byline" | "furniture";

/** Takes headline, dateline, byline and furniture off a text. A text that is all frame counts as body. */
export function readFrame(text: string): Frame {
  const lines = splitLines(text);
  const roles = lines.map((line, index) => roleOf(line, index < FRAME_LINES));
  const inRole = (role: Role) => lines.filter((_, index) => roles[index] === role);
  const body = inRole("body");
  if (body.length === 0) {
    return withHeadline(lines, {}, []);
  }
  const bylines = inRole("byline").map((line) => line.text);
  const byline = bylines.length === 0 ? {} : { byline: bylines.join(" | ") };
  return withHeadline(
    body,
    byline,
    inRole("furniture").map((line) => line.text),
  );
}

function roleOf(line: Line, isNearTop: boolean): Role {
  if (isNearTop && isByline(line.text)) {
    return "byline";
  }
  return isFurniture(line.text) || (isNearTop && isKeywordList(line.text)) ? "furniture" : "body";
}

function withHeadline(
  lines: readonly Line[],
  byline: Pick<Frame, "byline">,
  furniture: readonly string[],
): Frame {
  const [first] = lines;
  const isGiven = first !== undefined && lines.length > 1 && isHeadline(first);
  const rest = isGiven ? withoutRepeats(first, lines.slice(1)) : { body: lines, repeats: [] };
  const { paragraphs, notes, dateline } = readBody(rest.body);
  const given = isGiven && paragraphs.length > 0 ? boundHeadline(cutKeywords(first.text)) : "";
  const opening = paragraphs[0] ?? first?.text ?? "";
  return {
    headline: given || deriveHeadline(opening) || boundHeadline(opening),
    headlineSource: given === "" ? "derived" : "given",
    ...dateline,
    ...byline,
    paragraphs,
    furniture: [...rest.repeats, ...furniture, ...notes],
  };
}

/** The lines under a headline, without those near the top that only say it again. */
function withoutRepeats(headline: Line, lines: readonly Line[]) {
  const isRepeat = lines.map((line, index) => index < FRAME_LINES && isSameTitle(line.text, headline.text));
  return {
    body: lines.filter((_, index) => !isRepeat[index]),
    repeats: lines.filter((_, index) => isRepeat[index]).map((line) => line.text),
  };
}

function readBody(lines: readonly Line[]) {
  const cut = lines.map((line) => cutNote(line.text));
  const notes = cut.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const whole = cut.map(({ paragraph }) => paragraph).filter((paragraph) => paragraph !== "");
  const { paragraph, dateline } = cutDateline(whole[0] ?? "");
  const paragraphs = [paragraph, ...whole.slice(1)].filter((text) => text !== "");
  return { paragraphs, notes, dateline: dateline === undefined ? {} : { dateline } };
}
