import type { EditionRevision } from "../../../edition/schema.ts";
import { aroundDifference, sameEnds } from "../../../text/same-words.ts";
import { MAX_SHOWN_SENTENCE } from "../../wording/bounds.ts";
import { plainText, proseText, unlinked } from "../../wording/safe-text.ts";
import { lineOf, runOf, wasNow } from "./redline.ts";
import { saidOf } from "./said.ts";
import type { FactView, LineView } from "./view-types.ts";

/** A line of a story in both versions; empty where a version has none. */
interface Line {
  readonly before: string;
  readonly after: string;
}

/** Two lines that share less than this share of their words are shown one below the other. */
const MIN_COMMON = 0.5;

/**
 * A changed headline: one line with the words that changed, else the headline before, else both. `shown` is the
 * headline above the story, which is not repeated.
 */
export function headlineLines(
  change: EditionRevision["headlineChange"],
  shown: string,
  facts: readonly FactView[],
): readonly LineView[] {
  const lines = frameLines("Headline", change, facts);
  return lines.length > 1 && proseText(change?.after ?? "", MAX_SHOWN_SENTENCE) === shown
    ? lines.slice(0, 1)
    : lines;
}

/** A changed deck: one line with the words that changed, else both; one that came or went alone. */
export function deckLines(
  change: EditionRevision["deckChange"],
  facts: readonly FactView[],
): readonly LineView[] {
  return frameLines("Deck", change, facts);
}

function frameLines(word: string, change: Line | undefined, facts: readonly FactView[]): readonly LineView[] {
  if (change === undefined) {
    return [];
  }
  const [was, now] = wasNow(change, `${word} was`, `${word} now`);
  if (was === undefined || now === undefined || change.after === "") {
    return was === undefined ? [] : [was];
  }
  if (change.before === "") {
    return [{ ...now, continues: false }];
  }
  const inline = inlineLine(word, change, facts);
  return inline === undefined ? [was, now] : [inline];
}

/** One line for two that differ in one place. */
function inlineLine(word: string, line: Line, facts: readonly FactView[]): LineView | undefined {
  const [before, after] = aroundDifference(line.before, line.after, MAX_SHOWN_SENTENCE);
  const was = plainText(before, MAX_SHOWN_SENTENCE).split(" ");
  const now = plainText(after, MAX_SHOWN_SENTENCE).split(" ");
  const { start, end } = sameEnds(was, now);
  if (start + end < MIN_COMMON * Math.max(was.length, now.length)) {
    return undefined;
  }
  const changed = runOf({
    kept: unlinked(now.slice(0, start).map(withBlank).join("")),
    removed: unlinked(was.slice(start, was.length - end).join(" ")),
    added: unlinked(now.slice(start, now.length - end).join(" ")),
  });
  const rest = now.slice(now.length - end).join(" ");
  const runs = [changed, ...(rest === "" ? [] : [runOf({ kept: unlinked(` ${rest}`) })])];
  return { ...lineOf(word, runs), said: saidOf([changed], facts) };
}

function withBlank(word: string): string {
  return `${word} `;
}
