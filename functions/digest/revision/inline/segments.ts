import { hasUnspaced } from "../../text/scripts.ts";
import type { WordChange } from "../types.ts";

/** Either a kept run or a change. */
export interface Segment {
  readonly kept: string;
  readonly removed: string;
  readonly added: string;
}

/**
 * Marks or one of these words, alone between two replacements, are noise in an inline diff; so is one character of a
 * script without spaces. "not" is deliberately missing.
 */
const ISLAND =
  /^[^\p{L}\p{N}]*(?:(?:a|an|and|as|at|by|for|in|is|it|of|on|or|the|to|was|with)[^\p{L}\p{N}]*)?$/iu;
const MAX_ISLAND_LENGTH = 8;

/** The segments as shown: changes and kept runs alternate, without islands or leading spaces common to both sides of a change. */
export function tidySegments(segments: readonly Segment[]): Segment[] {
  return merge(merge(dissolveIslands(merge(segments))).flatMap(hoistSpace));
}

const TYPES = ["kept", "removed", "added"] as const;

/** The segments as word changes, removed before added, without empty ones. */
export function joinSegments(segments: readonly Segment[]): WordChange[] {
  const changes: WordChange[] = [];
  for (const segment of segments) {
    for (const type of TYPES) {
      if (segment[type] !== "") {
        changes.push({ type, text: segment[type] });
      }
    }
  }
  return changes;
}

/** Merges each run of changes, or of kept text, into one segment. */
function merge(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    if (isEmpty(segment)) {
      continue;
    }
    const last = merged.at(-1);
    if (last === undefined || isKept(last) !== isKept(segment)) {
      merged.push(segment);
    } else {
      merged[merged.length - 1] = concat(last, segment);
    }
  }
  return merged;
}

function concat(a: Segment, b: Segment): Segment {
  return { kept: a.kept + b.kept, removed: a.removed + b.removed, added: a.added + b.added };
}

function isEmpty({ kept, removed, added }: Segment): boolean {
  return kept === "" && removed === "" && added === "";
}

function isKept(segment: Segment): boolean {
  return segment.kept !== "";
}

function isReplacement(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.removed.trim() !== "" && segment.added.trim() !== "";
}

function dissolveIslands(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, n) => {
    const between = isReplacement(segments[n - 1]) && isReplacement(segments[n + 1]);
    return between && isIsland(segment.kept)
      ? { kept: "", removed: segment.kept, added: segment.kept }
      : segment;
  });
}

function isIsland(text: string): boolean {
  if (text.length > MAX_ISLAND_LENGTH) {
    return false;
  }
  return ISLAND.test(text) || (text.length === 1 && hasUnspaced(text));
}

/** Moves leading white space common to both sides out of a change: "killed[ 12→ 19]" becomes "killed [12→19]". */
function hoistSpace(segment: Segment): Segment[] {
  const { removed, added } = segment;
  if (isKept(segment) || removed === "" || added === "") {
    return [segment];
  }
  const space = /^\s*/.exec(removed)?.[0] ?? "";
  if (space === "" || !added.startsWith(space)) {
    return [segment];
  }
  return [
    { kept: space, removed: "", added: "" },
    { kept: "", removed: removed.slice(space.length), added: added.slice(space.length) },
  ];
}
