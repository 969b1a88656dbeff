import type { EditionEdit } from "../../../edition/schema.ts";
import { withNamedDirection } from "../../../text/invisible.ts";
import { aroundDifference } from "../../../text/same-words.ts";
import { MAX_SHOWN_SENTENCE } from "../../wording/bounds.ts";
import { plainText, shorten, unlinked, visibleText } from "../../wording/safe-text.ts";
import { capitalised, cardinal, ordinal } from "../../wording/words.ts";
import { saidOf } from "./said.ts";
import type { FactView, LineView, RunView } from "./view-types.ts";

/** Longer runs of kept words lose their middle. */
const MAX_KEPT = 200;
/** An inline diff with more places than this is unreadable: before and after stand one below the other. */
const MAX_INLINE_PLACES = 3;
/** With more than this, marking them word by word does not help either. */
const MAX_MARKED_PLACES = 12;

type Edited = Extract<EditionEdit, { edit: "edited" }>;

/** The lines that show an edit: one, or two where before and after stand one below the other. */
export function redlineOf(edit: EditionEdit, facts: readonly FactView[]): readonly LineView[] {
  switch (edit.edit) {
    case "added":
      return [lineOf("Added", [runOf({ added: sentence(edit.after) })])];
    case "removed":
      return [lineOf("Removed", [runOf({ removed: sentence(edit.before) })])];
    case "edited":
      return editedLines(edit, facts);
    case "moved":
      return movedLines(edit, facts);
    default:
      return edit satisfies never;
  }
}

/** The sentence after the edit that a line shows; matches no sentence if the line leaves out its middle. */
export function wordsAfter({ runs }: LineView): string {
  return runs
    .map(({ kept, added }) => kept + added)
    .join("")
    .trim();
}

function editedLines(edit: Edited, facts: readonly FactView[]): readonly LineView[] {
  const runs = wordRuns(edit.words);
  const changed = places(runs).length;
  const cut = cutWords(edit);
  const now = cut === "" ? "Now" : `Now ${cut}`;
  if (edit.before !== edit.after && visibleText(edit.before) === visibleText(edit.after)) {
    return wasNow(edit, "Was", now);
  }
  if (changed === 0 || changed > MAX_MARKED_PLACES) {
    return wasNow(edit, "Was", now);
  }
  if (changed > MAX_INLINE_PLACES) {
    return [
      lineOf("Was", trimmed(runs.map((words) => ({ ...words, added: "" })))),
      { ...lineOf(now, trimmed(runs.map((words) => ({ ...words, removed: "" })))), continues: true },
    ];
  }
  return [
    isSpacing(runs)
      ? lineOf(capitalised(cut) || SPACING_CHANGED, trimmed(withShownBlanks(runs)))
      : { ...lineOf(capitalised(cut) || "Edited", trimmed(runs)), said: saidOf(places(runs), facts) },
  ];
}

/** `split in two` or `merged from two` if an edit changed the number of sentences; else empty. */
export function cutWords({ parts }: Pick<Edited, "parts">): string {
  if (parts === undefined) {
    return "";
  }
  const [before, after] = [parts.before.length, parts.after.length];
  return before < after ? `split in ${cardinal(after)}` : `merged from ${cardinal(before)}`;
}

function movedLines(
  edit: Extract<EditionEdit, { edit: "moved" }>,
  facts: readonly FactView[],
): readonly LineView[] {
  const word = `Moved from ${ordinal(edit.from + 1)} to ${ordinal(edit.to + 1)} position`;
  const changed = edit.before !== edit.after;
  const moved = lineOf(word, [runOf({ kept: sentence(edit.after) })]);
  return changed ? [moved, ...editedLines({ ...edit, edit: "edited" }, facts)] : [moved];
}

/** Before and after one below the other, each after its word. */
export function wasNow(
  { before, after }: { readonly before: string; readonly after: string },
  was: string,
  now: string,
): readonly LineView[] {
  const seen = visiblyApart(before, after);
  const [a, b] = aroundDifference(seen[0], seen[1], MAX_SHOWN_SENTENCE);
  return [
    lineOf(was, [runOf({ removed: sentence(a) })]),
    { ...lineOf(now, [runOf({ added: sentence(b) })]), continues: true },
  ];
}

/** Two sentences as readers see them; where they see no difference, with the direction controls spelt out. */
export function visiblyApart(before: string, after: string): readonly [string, string] {
  const [a, b] = [visibleText(before).trim(), visibleText(after).trim()];
  return a === b ? [visibleText(withNamedDirection(before)), visibleText(withNamedDirection(after))] : [a, b];
}

function sentence(text: string): string {
  return unlinked(plainText(text, MAX_SHOWN_SENTENCE));
}

/** A line that consists of its runs alone. */
export function lineOf(word: string, runs: readonly RunView[]): LineView {
  return { word, runs, said: "", continues: false };
}

/** A run with its missing words empty. */
export function runOf(words: Partial<RunView>): RunView {
  return { kept: "", removed: "", added: "", ...words };
}

/** Joins word changes into runs of kept, removed and added words; a replacement is one run. */
export function wordRuns(words: Edited["words"]): readonly RunView[] {
  const runs: RunView[] = [];
  for (const { type, text } of words ?? []) {
    const last = runs.at(-1);
    if (last !== undefined && joins(last, type)) {
      runs[runs.length - 1] = { ...last, [type]: last[type] + text };
    } else {
      runs.push(runOf({ [type]: text }));
    }
  }
  return runs;
}

/** Kept words open a run; words removed or added after them belong to it. */
function joins(last: RunView, type: keyof RunView): boolean {
  return type !== "kept" || (last.removed === "" && last.added === "");
}

/** The runs in which something changed. */
export function places(runs: readonly RunView[]): readonly RunView[] {
  return runs.filter(({ removed, added }) => removed + added !== "");
}

/** What a sentence is called in which only blanks came or went. */
export const SPACING_CHANGED = "Spacing changed";
const SHOWN_BLANK = "␣";

/** Whether nothing but blanks came or went, which a mark on them would not show. */
export function isSpacing(runs: readonly RunView[]): boolean {
  const changed = places(runs);
  return (
    changed.length > 0 && changed.every(({ removed, added }) => visibleText(removed + added).trim() === "")
  );
}

/** Each blank that came or went as a character that can be seen. */
export function withShownBlanks(runs: readonly RunView[]): readonly RunView[] {
  const shown = (words: string) => (words === "" ? "" : SHOWN_BLANK);
  return runs.map(({ kept, removed, added }) => ({ kept, removed: shown(removed), added: shown(added) }));
}

/** How much of a run is shown, in UTF-16 units. */
interface RunBounds {
  readonly kept: number;
  /** Of removed words, and of added ones. */
  readonly marked: number;
}

/** Makes runs safe and short for the email. */
function trimmed(runs: readonly RunView[]): readonly RunView[] {
  return boundedRuns(runs, { kept: MAX_KEPT, marked: MAX_SHOWN_SENTENCE }).map((run) => ({
    kept: unlinked(run.kept),
    removed: unlinked(run.removed),
    added: unlinked(run.added),
  }));
}

/** Safe text in each run, at most so long; kept words stay readable around the places that changed. */
export function boundedRuns(runs: readonly RunView[], bounds: RunBounds): readonly RunView[] {
  return runs
    .map(withoutMarkedBlank)
    .reduce(withoutBlankAfter, [])
    .map(({ kept, removed, added }, index) => {
      const isLast = index === runs.length - 1 && removed + added === "";
      return {
        kept: elided(visibleText(kept), bounds.kept, { isFirst: index === 0, isLast }),
        ...replaced(visibleText(removed), visibleText(added), bounds.marked),
      };
    });
}

function replaced(before: string, after: string, max: number): Pick<RunView, "removed" | "added"> {
  const [removed, added] = aroundDifference(before, after, max);
  return { removed: shorten(removed, max), added: shorten(added, max) };
}

/** A blank before marked words is not marked itself: an underlined blank looks like a mistake. */
function withoutMarkedBlank({ kept, removed, added }: RunView): RunView {
  const marked = [removed, added].filter((words) => words !== "");
  if (marked.length === 0 || !marked.every((words) => words.startsWith(" "))) {
    return { kept, removed, added };
  }
  return { kept: `${kept} `, removed: removed.slice(1), added: added.slice(1) };
}

/** Nor is a blank after marked words, if kept words follow that can take it. */
function withoutBlankAfter(runs: readonly RunView[], next: RunView): readonly RunView[] {
  const last = runs.at(-1) ?? runOf({});
  const marked = [last.removed, last.added].filter((words) => words !== "");
  if (next.kept === "" || marked.length === 0 || !marked.every((words) => /\S $/.test(words))) {
    return [...runs, next];
  }
  const { kept, removed, added } = last;
  const shorter = { kept, removed: removed.trimEnd(), added: added.trimEnd() };
  return [...runs.slice(0, -1), shorter, { ...next, kept: ` ${next.kept}` }];
}

function elided(
  kept: string,
  max: number,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  if (kept.length <= max) {
    return kept;
  }
  const half = max / 2;
  const head = isFirst ? "" : `${shorten(kept, half)} `;
  const tail = isLast ? "" : wordsAtEnd(kept, half);
  return isFirst ? `… ${tail}` : head + tail;
}

function wordsAtEnd(text: string, max: number): string {
  const end = text.slice(-max);
  return end.slice(end.indexOf(" ") + 1).replace(/^[\udc00-\udfff]/, "");
}
