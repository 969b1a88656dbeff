import type { HeldState } from "../snapshot/entry.ts";
import { isSameTitle } from "../story/headline/headline.ts";
import type { WallKind } from "../story/lines/notice-words.ts";
import { isPolicy, wallOf } from "../story/lines/walls.ts";
import type { Story } from "../story/types.ts";
import { splitSentences } from "../text/sentences/sentences.ts";

/** A story that loses more than this share of its text is held back for a day. */
const MAX_CUT = 0.7;
/** Per cent that a cut story may lose from one run to the next and still be believed: short pages with a date change daily. */
const MAX_CUT_MORE = 5;
/** Letters in new sentences from which a text that lost most of the old ones was rewritten, not cut. */
const MIN_NEW = 200;
/** The same as a share of what is left. */
const MIN_NEW_SHARE = 0.3;
/** Letters in new sentences, and in kept ones after removed ones, from which a text that lost most of it was shortened by hand. */
const MIN_NEW_AMONG = 60;
const MIN_KEPT_AFTER = 40;
/** With this share of its letters left, a story is there: what stands around it did not come in its place. */
const MIN_LEFT = 0.5;

const WALL_REASONS = {
  consent: "consent text instead of the story",
  paywall: "paywall instead of the story",
  check: "bot check instead of the story",
  error: "error page instead of the story",
} as const satisfies Record<WallKind, string>;

/** Why a text is not trusted on the day it is first seen; `undefined` once it has stood for a run. */
export function doubtIn(before: Story, after: Story, held: HeldState | undefined): string | undefined {
  const wall = wallReason(before, after);
  if (wall !== undefined) {
    return held?.reason === wall ? undefined : wall;
  }
  const share = 1 - bodyLength(after) / Math.max(1, bodyLength(before));
  const percent = Math.floor(share * 100);
  const isCut =
    share > MAX_CUT &&
    held?.hash !== after.hash &&
    percent > cutOf(held) + MAX_CUT_MORE &&
    !isEditedByAuthor(before, after);
  return isCut ? `cut by ${percent} %` : undefined;
}

/** By how many per cent a story is cut that was held back for that; below 0 for any other. */
function cutOf(held: HeldState | undefined): number {
  return Number(/^cut by (\d{1,3}) %$/.exec(held?.reason ?? "")?.[1] ?? -MAX_CUT_MORE - 1);
}

/**
 * Whether somebody shortened a story under the same headline. A page that was withdrawn says so in sentences that are new, and no few
 * of them. One that was cut down has some, too, and keeps some after those that are gone; a broken copy only begins like the story.
 */
function isEditedByAuthor(before: Story, after: Story): boolean {
  const places = new Map(
    linesOf(before)
      .flatMap(splitSentences)
      .map((sentence, index) => [sentence, index]),
  );
  const sentences = after.paragraphs.flatMap(splitSentences);
  const letters = lengthOf(sentences.filter((sentence) => !places.has(sentence)));
  const isReplaced = letters >= MIN_NEW && letters >= MIN_NEW_SHARE * bodyLength(after);
  const kept = sentences.filter((sentence, index) => (places.get(sentence) ?? 0) > index);
  const isShortened = letters >= MIN_NEW_AMONG && lengthOf(kept) >= MIN_KEPT_AFTER;
  return isSameTitle(before.headline, after.headline) && (isReplaced || isShortened);
}

/** What came in the place of a story that was none of it, whatever its length. */
function wallReason(before: Story, after: Story): string | undefined {
  const wall = leftOf(before, after) < MIN_LEFT ? wallOf(linesOf(after)) : undefined;
  const isReplaced =
    wall !== undefined &&
    !(wall === "consent" && isPolicyRewritten(before, after)) &&
    wallOf(linesOf(before)) === undefined;
  return isReplaced ? WALL_REASONS[wall] : undefined;
}

/** A privacy policy speaks of consent as a wall does, and is a story for those who follow it. */
function isPolicyRewritten(before: Story, after: Story): boolean {
  return isPolicy(before.headline) && isSameTitle(before.headline, after.headline);
}

/** What a text says under its headline. */
function linesOf({ paragraphs, boilerplate }: Story): readonly string[] {
  return [...paragraphs, ...boilerplate];
}

/** Share of the letters of a story that stand in sentences that the other text has too. */
function leftOf(before: Story, after: Story): number {
  const told = new Set(linesOf(after).flatMap(splitSentences));
  const sentences = before.paragraphs.flatMap(splitSentences);
  return lengthOf(sentences.filter((sentence) => told.has(sentence))) / Math.max(1, lengthOf(sentences));
}

function bodyLength(story: Story): number {
  return lengthOf(story.paragraphs);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0);
}
