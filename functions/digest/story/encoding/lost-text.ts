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

/** Whether anything is lost in a text. */
export function isLossy(text: string): boolean {
  return text.search(LOST) >= 0;
}

/**
 * A line with what the other version has in place of lost characters and hidden addresses, and how many places that were; each
 * between the same words in both. `known` are the lines of the other version.
 */
export function restoreLost(line: string, known: string): { readonly line: string; readonly places: number } {
  const [text, other] = [`\n${line}\n`, `\n${known}\n`];
  let [restored, from, places] = ["", 0, 0];
  for (const { 0: lost, index } of [...text.matchAll(LOST)].slice(0, MAX_PLACES)) {
    restored += text.slice(from, index);
    from = index + lost.length;
    const next = text.slice(from).search(LOST);
    const after = text.slice(from, from + (next < 0 ? CONTEXT : Math.min(CONTEXT, next)));
    const found = between(
      restored.slice(-CONTEXT),
      after,
      other,
      lost.endsWith("]") ? MAX_HIDDEN_ADDRESS : MAX_LOST_CHARACTERS * lost.length,
    );
    places += found === undefined || found === lost ? 0 : 1;
    restored += found ?? lost;
  }
  return { line: (restored + text.slice(from)).slice(1, -1), places };
}

/** What stands between two texts, if it is short, says something, and is no more than a word. */
function between(before: string, after: string, text: string, most: number): string | undefined {
  if (before.length + after.length < MIN_CONTEXT) {
    return undefined;
  }
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const from = at + before.length;
    const length = text.slice(from, from + most + after.length).indexOf(after);
    if (length >= 0 && length <= most && isLostText(text.slice(from, from + length), most)) {
      return text.slice(from, from + length);
    }
  }
  return undefined;
}

function isLostText(text: string, most: number): boolean {
  return most === MAX_HIDDEN_ADDRESS
    ? /^[^\s@]+@[^\s@]+$|^\\?\[email\s?protected\\?\]$/iu.test(text)
    : !/[\u0020-\u007e\ufffd]/u.test(text.trim());
}
