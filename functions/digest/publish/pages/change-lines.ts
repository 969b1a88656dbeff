import { inlineDiff } from "../../revision/inline/inline-diff.ts";
import type { Edit, WordChange } from "../../revision/types.ts";
import { fold } from "../../text/fold.ts";
import {
  boundedRuns,
  cutWords,
  isSpacing,
  places,
  runOf,
  SPACING_CHANGED,
  visiblyApart,
  withShownBlanks,
  wordRuns,
} from "../mail/view/redline.ts";
import type { RunView } from "../mail/view/view-types.ts";
import { plainText, visibleText } from "../wording/safe-text.ts";
import { capitalised, ordinal } from "../wording/words.ts";
import type { ChangeLine, ChangeSort, Script } from "./view-types.ts";

/** With more changed places than this, before and after stand one below the other. */
const MAX_PAGE_PLACES = 6;
/** UTF-16 units of a sentence, or of the words removed or added in one place. */
const MAX_PAGE_SENTENCE = 2_000;
/** Longer runs of kept words lose their middle. */
const MAX_PAGE_KEPT = 600;

/** The scripts of both versions: what was removed is in that before. */
export interface Scripts {
  readonly before: Script;
  readonly after: Script;
}

/** What an edit that is no kept sentence looks like. */
export function editLines(edit: Exclude<Edit, { edit: "kept" }>, scripts: Scripts): readonly ChangeLine[] {
  switch (edit.edit) {
    case "added":
      return [lineOf("added", "Added", [runOf({ added: sentence(edit.after) })], scripts)];
    case "removed":
      return [lineOf("removed", "Removed", [runOf({ removed: sentence(edit.before) })], scripts)];
    case "edited": {
      const cut = capitalised(cutWords(edit));
      return replacedLines(edit, { word: cut, was: "Was", now: cut || "Now" }, scripts);
    }
    case "moved":
      return movedLines(edit, scripts);
    default:
      return edit satisfies never;
  }
}

/** A headline or deck in other words, or one that came or went. */
export function frameLines(
  word: string,
  { before, after }: { readonly before: string; readonly after: string },
  scripts: Scripts,
): readonly ChangeLine[] {
  if (before === "") {
    return [lineOf("added", `${word} added`, [runOf({ added: sentence(after) })], scripts)];
  }
  if (after === "") {
    return [lineOf("removed", `${word} removed`, [runOf({ removed: sentence(before) })], scripts)];
  }
  const { words } = inlineDiff(before, after);
  const line = { before, after, ...(words !== undefined && { words }) };
  return replacedLines(line, { word, was: `${word} was`, now: `${word} now` }, scripts);
}

function movedLines(edit: Extract<Edit, { edit: "moved" }>, scripts: Scripts): readonly ChangeLine[] {
  const word = `Moved from ${ordinal(edit.from + 1)} to ${ordinal(edit.to + 1)} position`;
  if (visibleText(edit.before) === visibleText(edit.after)) {
    return [lineOf("moved", word, [runOf({ kept: sentence(edit.after) })], scripts)];
  }
  const [first, ...rest] = replacedLines(edit, { word, was: `${word}. Was`, now: "Now" }, scripts);
  return first === undefined
    ? []
    : [{ ...first, sort: first.sort === "edited" ? "moved" : first.sort }, ...rest];
}

/** What lines are called: one with its changes marked, or one for each version. */
interface LineWords {
  /** Empty: by what was done. */
  readonly word: string;
  readonly was: string;
  readonly now: string;
}

interface Replaced {
  readonly before: string;
  readonly after: string;
  readonly words?: readonly WordChange[];
}

function replacedLines(change: Replaced, names: LineWords, scripts: Scripts): readonly ChangeLine[] {
  const runs = tellingRuns(change.words ?? []);
  const changed = places(runs).length;
  if (changed === 0 || visibleText(change.before) === visibleText(change.after)) {
    const [was, now] = visiblyApart(change.before, change.after);
    return [
      lineOf("removed", names.was, [runOf({ removed: sentence(was) })], scripts),
      lineOf("added", names.now, [runOf({ added: sentence(now) })], scripts),
    ];
  }
  if (isSpacing(runs)) {
    return [lineOf("edited", names.word || SPACING_CHANGED, shown(withShownBlanks(runs)), scripts)];
  }
  if (changed > MAX_PAGE_PLACES) {
    const before = runs.map((words) => ({ ...words, added: "" }));
    const after = runs.map((words) => ({ ...words, removed: "" }));
    return [
      lineOf("removed", names.was, shown(before), scripts),
      lineOf("added", names.now, shown(after), scripts),
    ];
  }
  return [lineOf("edited", names.word || "Edited", shown(runs), scripts)];
}

/** Without what changed in typography only, such as quotation marks, unless nothing else did. */
function tellingRuns(words: readonly WordChange[]): readonly RunView[] {
  const runs = wordRuns(words);
  const telling = runs.map((run) => (isSameButForType(run) ? runOf({ kept: run.kept + run.added }) : run));
  return places(telling).length === 0 ? runs : telling;
}

/** Beside letters and digits, in their case. */
const MARKS = /[^\p{L}\p{N}]+/gu;

function isSameButForType({ removed, added }: RunView): boolean {
  return fold(removed) === fold(added) && removed.replace(MARKS, "") === added.replace(MARKS, "");
}

function shown(runs: readonly RunView[]): readonly RunView[] {
  return boundedRuns(runs, { kept: MAX_PAGE_KEPT, marked: MAX_PAGE_SENTENCE });
}

function sentence(text: string): string {
  return plainText(text, MAX_PAGE_SENTENCE);
}

function lineOf(
  sort: ChangeSort,
  word: string,
  runs: readonly RunView[],
  { before, after }: Scripts,
): ChangeLine {
  return { sort, word, runs, ...(sort === "removed" ? before : after) };
}
