/** A sign for lost characters, or what a page shows in place of an address that only a script can read. */
const LOST = /\ufffd+|\\?\[email\s?protected\\?\]/giu;
/** Characters on each side that must be the same in the other version, fewer at the beginning and end of a line. */
const CONTEXT = 12;
const MIN_CONTEXT = 4;
/** Characters that a sign stands for, at most, and letters of an address. */
const MAX_LOST_CHARACTERS = 3;
const MAX_HIDDEN_ADDRESS = 80;
/** So many places of a line are looked for. */
const MAX_PLACES = 200;
/** Letters of the other version that are looked through for all places together. Most stand in the same order, and take few. */
const MAX_SOUGHT = 20_000_000;
/** A place that may be the one takes as long as so many letters. */
const LETTERS_A_PLACE = 200;

/** Whether anything is lost in a text. */
export function isLossy(text: string): boolean {
  return text.search(LOST) >= 0;
}

/** A line with what was found for its lost characters and hidden addresses, and how many places that were. */
interface Restored {
  readonly line: string;
  readonly places: number;
}

/** The other version, where the last place stood in it, and how many letters may yet be looked through. */
interface Search {
  readonly text: string;
  at: number;
  left: number;
}

/**
 * Restores lines by `known`, the lines of the other version: what it has in place of lost characters and hidden addresses,
 * each between the same words in both, and rather after the last place than before it. Bounded for all lines together.
 */
export function restorerFrom(known: string): (line: string) => Restored {
  const search = { text: `\n${known}\n`, at: 0, left: MAX_SOUGHT };
  return (line) => restoreLost(line, search);
}

function restoreLost(line: string, search: Search): Restored {
  const text = `\n${line}\n`;
  let [restored, from, places] = ["", 0, 0];
  for (const { 0: lost, index } of [...text.matchAll(LOST)].slice(0, MAX_PLACES)) {
    restored += text.slice(from, index);
    from = index + lost.length;
    const next = text.slice(from).search(LOST);
    const after = text.slice(from, from + (next < 0 ? CONTEXT : Math.min(CONTEXT, next)));
    const most = lost.endsWith("]") ? MAX_HIDDEN_ADDRESS : MAX_LOST_CHARACTERS * lost.length;
    const found = between(restored.slice(-CONTEXT), after, search, most);
    places += found === undefined || found === lost ? 0 : 1;
    restored += found ?? lost;
  }
  return { line: (restored + text.slice(from)).slice(1, -1), places };
}

/** What stands between two texts, if it is short, says something, and is no more than a word. */
function between(before: string, after: string, search: Search, most: number): string | undefined {
  if (before.length + after.length < MIN_CONTEXT) {
    return undefined;
  }
  for (const at of placesOf(before, search)) {
    const from = at + before.length;
    const length = search.text.slice(from, from + most + after.length).indexOf(after);
    if (length >= 0 && length <= most && isLostText(search.text.slice(from, from + length), most)) {
      search.at = at;
      return search.text.slice(from, from + length);
    }
  }
  return undefined;
}

/** Where a text stands, from the last place on and then from the beginning, until enough was looked through. */
function* placesOf(part: string, search: Search): Iterable<number> {
  const { text, at: start } = search;
  for (const [first, end] of [
    [start, text.length],
    [0, start],
  ] as const) {
    for (let from = first; search.left > 0; ) {
      const at = text.indexOf(part, from);
      const isHere = at >= 0 && at < end;
      search.left -= (at < 0 ? text.length : at) - from + LETTERS_A_PLACE;
      if (!isHere) {
        break;
      }
      yield at;
      from = at + 1;
    }
  }
}

function isLostText(text: string, most: number): boolean {
  return most === MAX_HIDDEN_ADDRESS
    ? /^[^\s@]+@[^\s@]+$|^\\?\[email\s?protected\\?\]$/iu.test(text)
    : !/[\u0020-\u007e\ufffd]/u.test(text.trim());
}
