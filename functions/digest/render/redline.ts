import type { EditionEdit, EditionRevision } from "../edition/schema.ts";
import { plainText, shorten, unlinked, visibleText } from "./safe-text.ts";
import type { FactView, LineView, RunView } from "./view-types.ts";
import { capitalised, ordinal } from "./words.ts";

const MAX_SENTENCE = 400;
/** Longer runs of kept words lose their middle. */
const MAX_KEPT = 200;
const MAX_SAID = 60;
/** More places than this make a weave that nobody can read: before and after stand one below the other. */
const MAX_WOVEN_PLACES = 3;
/** More than this, and marking them word by word tells nothing either. */
const MAX_MARKED_PLACES = 12;

type Words = Extract<EditionEdit, { edit: "edited" }>["words"];

/** The lines that show an edit: one, or two where before and after stand one below the other. */
export function redlineOf(edit: EditionEdit, facts: readonly FactView[]): readonly LineView[] {
  switch (edit.edit) {
    case "added":
      return [line("Added", [run({ added: sentence(edit.after) })])];
    case "removed":
      return [line("Removed", [run({ removed: sentence(edit.before) })])];
    case "edited":
      return editedLines(edit, facts);
    case "moved":
      return movedLines(edit, facts);
    default:
      return edit satisfies never;
  }
}

/** The two lines of another headline. */
export function headlineLines(change: EditionRevision["headlineChange"]): readonly LineView[] {
  return change === undefined ? [] : wasNow(change.before, change.after, "Headline was", "Headline now");
}

/** The sentence as it reads after the edit that a line shows; no such sentence where its middle is left out. */
export function wordsAfter({ runs }: LineView): string {
  return runs
    .map(({ kept, added }) => kept + added)
    .join("")
    .trim();
}

function editedLines(
  edit: Extract<EditionEdit, { edit: "edited" }>,
  facts: readonly FactView[],
): readonly LineView[] {
  const runs = wordRuns(edit.words);
  const changed = places(runs).length;
  if (changed === 0 || changed > MAX_MARKED_PLACES) {
    return wasNow(edit.before, edit.after, "Was", "Now");
  }
  if (changed > MAX_WOVEN_PLACES) {
    return [
      line("Was", trimmed(runs.map((words) => ({ ...words, added: "" })))),
      { ...line("Now", trimmed(runs.map((words) => ({ ...words, removed: "" })))), continues: true },
    ];
  }
  return [{ ...line("Edited", trimmed(runs)), said: saidOf(places(runs), facts) }];
}

function movedLines(
  edit: Extract<EditionEdit, { edit: "moved" }>,
  facts: readonly FactView[],
): readonly LineView[] {
  const word = `Moved from ${ordinal(edit.from + 1)} to ${ordinal(edit.to + 1)} place`;
  const changed = edit.before !== edit.after;
  const moved = line(word, [run({ kept: sentence(edit.after) })]);
  return changed ? [moved, ...editedLines({ ...edit, edit: "edited" }, facts)] : [moved];
}

function wasNow(before: string, after: string, was: string, now: string): readonly LineView[] {
  return [
    line(was, [run({ removed: sentence(before) })]),
    { ...line(now, [run({ added: sentence(after) })]), continues: true },
  ];
}

function sentence(text: string): string {
  return unlinked(plainText(text, MAX_SENTENCE));
}

function line(word: string, runs: readonly RunView[]): LineView {
  return { word, runs, said: "", continues: false };
}

function run(words: Partial<RunView>): RunView {
  return { kept: "", removed: "", added: "", ...words };
}

/** Joins word changes to runs of kept, removed and added words; a place that is replaced is one run. */
function wordRuns(words: Words): readonly RunView[] {
  const runs: RunView[] = [];
  for (const { type, text } of words ?? []) {
    const last = runs.at(-1);
    if (last !== undefined && joins(last, type)) {
      runs[runs.length - 1] = { ...last, [type]: last[type] + text };
    } else {
      runs.push(run({ [type]: text }));
    }
  }
  return runs;
}

/** Kept words open a run; whatever is removed or added there belongs to it. */
function joins(last: RunView, type: keyof RunView): boolean {
  return type !== "kept" || (last.removed === "" && last.added === "");
}

function places(runs: readonly RunView[]): readonly RunView[] {
  return runs.filter(({ removed, added }) => removed + added !== "");
}

/** Makes runs safe and short; what is kept stays readable around the places that changed. */
function trimmed(runs: readonly RunView[]): readonly RunView[] {
  return runs.map(withoutMarkedBlank).map(({ kept, removed, added }, index) => ({
    kept: unlinked(
      elided(visibleText(kept), index === 0, index === runs.length - 1 && removed + added === ""),
    ),
    removed: unlinked(shorten(visibleText(removed), MAX_SENTENCE)),
    added: unlinked(shorten(visibleText(added), MAX_SENTENCE)),
  }));
}

/** A blank before marked words is not marked itself: an underlined blank looks like a mistake. */
function withoutMarkedBlank({ kept, removed, added }: RunView): RunView {
  const marked = [removed, added].filter((words) => words !== "");
  if (marked.length === 0 || !marked.every((words) => words.startsWith(" "))) {
    return { kept, removed, added };
  }
  return { kept: `${kept} `, removed: removed.slice(1), added: added.slice(1) };
}

function elided(kept: string, isFirst: boolean, isLast: boolean): string {
  if (kept.length <= MAX_KEPT) {
    return kept;
  }
  const half = MAX_KEPT / 2;
  const head = isFirst ? "" : `${shorten(kept, half)} `;
  const tail = isLast ? "" : wordsAtEnd(kept, half);
  return isFirst ? `… ${tail}` : head + tail;
}

function wordsAtEnd(text: string, max: number): string {
  const end = text.slice(-max);
  return end.slice(end.indexOf(" ") + 1).replace(/^[\udc00-\udfff]/, "");
}

/** Colours and lines are not seen, or not read out, everywhere: the same in words, but not what a fact has said. */
function saidOf(changed: readonly RunView[], facts: readonly FactView[]): string {
  return changed
    .map(({ removed, added }) => ({ removed: said(removed), added: said(added) }))
    .filter((place) => !isTold(place, facts))
    .map(({ removed, added }) => placeWords(removed, added))
    .filter((words) => words !== "")
    .join(" ");
}

type Place = Pick<RunView, "removed" | "added">;

/** A fact may hold more words than the place that changed: `17 January → 19 January` tells `17 → 19`. */
function tells(fact: FactView, { removed, added }: Place): boolean {
  return removed !== "" && added !== "" && fact.before.includes(removed) && fact.after.includes(added);
}

/** A place may hold several facts: `12 → 14` and `Tuesday → Wednesday` tell `12 on Tuesday → 14 on Wednesday`. */
function isTold(place: Place, facts: readonly FactView[]): boolean {
  if (facts.some((fact) => tells(fact, place))) {
    return true;
  }
  const untold = facts.reduce(withoutFact, place);
  return untold.removed === untold.added;
}

function withoutFact(place: Place, { before, after }: FactView): Place {
  const isThere =
    before !== "" && place.removed.includes(before) && after !== "" && place.added.includes(after);
  return isThere
    ? { removed: place.removed.replace(before, ""), added: place.added.replace(after, "") }
    : place;
}

function said(words: string): string {
  return unlinked(plainText(words, MAX_SAID)).replace(/[.,;:]$/, "");
}

function placeWords(removed: string, added: string): string {
  if (removed !== "" && added !== "") {
    return `Was: ${removed}. Now: ${added}.`;
  }
  const [word, words] = removed === "" ? ["added", added] : ["removed", removed];
  return words === "" ? "" : `${capitalised(word)}: ${words}.`;
}
