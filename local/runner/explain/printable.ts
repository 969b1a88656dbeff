/** A text for the terminal: what could command it, such as an escape in the key of a story, is shown as a sign of its own. */
export function printable(text: string): string {
  return text.replaceAll(/[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\n\t]]/gv, "\ufffd");
}
