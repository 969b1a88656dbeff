/** What could command a terminal or turn its text around, such as an escape in the key of a story. */
const COMMANDS = /[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\n\t]]/gv;

/** A text for the terminal: each of its characters that is none to be seen is shown as `�`. Lines and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll(COMMANDS, "\ufffd");
}

/** The same in one line of at most `max` UTF-16 units, 200 if none are given: what is longer ends in `…`. */
export function printableLine(text: string, max = MAX_LINE): string {
  const line = printable(text.replaceAll(/\s+/g, " "));
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
}

const MAX_LINE = 200;
