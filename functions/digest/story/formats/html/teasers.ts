import type { Candidate } from "./page.ts";
import type { Verdict } from "./select.ts";

/** A title in a link with no more text than this is a teaser if its neighbour is one too. */
const MAX_TEASER_TEXT = 80;
/** Share of a title that stands in a link. */
const LINKED = 0.9;

/** Leaves out runs of two or more titles in links with hardly any text of their own. */
export function dropTeasers(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  let run: Teaser[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (verdicts[index] !== undefined) {
      continue;
    }
    if (isLinkedTitle(candidate)) {
      run.push({ indices: [index], length: 0 });
    } else if (!addTo(run.at(-1), candidate, index)) {
      dropRun(candidate.kind === "heading" ? run : run.slice(0, -1), verdicts);
      run = [];
    }
  }
  dropRun(run, verdicts);
}

/** At the end of a story teasers may say more, if the story is this many times as long as all of them. */
const MAX_LAST_TEASER = 300;
const TIMES_AS_LONG = 2;

/** Leaves out two or more titles in links, with a sentence or two each, that end a story. */
export function dropLastTeasers(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  const indices = [...candidates.keys()].filter((index) => verdicts[index] === undefined);
  const { from, count } = lastTeasers(indices.flatMap((index) => candidates[index] ?? []));
  const lengthOf = (some: readonly number[]) =>
    some.reduce((sum, index) => sum + (candidates[index]?.text.length ?? 0), 0);
  const last = indices.slice(from);
  if (count > 1 && lengthOf(indices.slice(0, from)) >= TIMES_AS_LONG * lengthOf(last)) {
    for (const index of last) {
      verdicts[index] = "teaser";
    }
  }
}

/** Where the titles in links start that end the texts, and how many they are. */
function lastTeasers(kept: readonly Candidate[]): { readonly from: number; readonly count: number } {
  let from = kept.length;
  let count = 0;
  let length = 0;
  for (const [at, candidate] of [...kept.entries()].toReversed()) {
    const isTitle = isLinkedTitle(candidate);
    if (length > MAX_LAST_TEASER || (candidate.kind === "heading" && !isTitle)) {
      break;
    }
    length += candidate.text.length;
    if (isTitle) {
      from = at;
      count += 1;
      length = 0;
    }
  }
  return { from, count };
}

interface Teaser {
  readonly indices: number[];
  /** Of the text after the title. */
  length: number;
}

function isLinkedTitle({ kind, linked, text }: Candidate): boolean {
  return kind === "heading" && linked >= LINKED * text.length;
}

/** Adds a text after a title; false if it makes the title one of the story. */
function addTo(teaser: Teaser | undefined, { kind, text }: Candidate, index: number): boolean {
  if (teaser === undefined || kind === "heading" || teaser.length + text.length > MAX_TEASER_TEXT) {
    return false;
  }
  teaser.indices.push(index);
  teaser.length += text.length;
  return true;
}

function dropRun(run: readonly Teaser[], verdicts: Verdict[]): void {
  if (run.length > 1) {
    for (const index of run.flatMap(({ indices }) => indices)) {
      verdicts[index] = "teaser";
    }
  }
}
