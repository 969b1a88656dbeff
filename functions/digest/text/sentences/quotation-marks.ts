/** What closes a quotation, by the mark that opens it. */
const CLOSER_OF: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "”": "”",
  "„": "“",
  "«": "»",
  "»": "«",
};
/** A quotation mark; a straight one after a figure may stand for inches, and after a letter it opens nothing. */
const MARK = /["“”„«»]/gu;

/** The text without white space and marks at its ends that only lead on to what follows. */
export function bare(text: string): string {
  const start = text.trim().replace(/[\s,;:.،؛–—-]+$/u, "");
  const isInitials = /(?:^|[\s.])\p{L}$/u.test(start) && text.startsWith(".", start.length);
  return isInitials ? `${start}.` : start;
}

/** Whether a quotation begins in a text that does not end there. */
export function hasOpenQuotation(text: string): boolean {
  return openMark(text) !== undefined;
}

/** The text with the mark that its last quotation lacks. */
export function closeQuotation(text: string): string {
  return `${text}${CLOSER_OF[openMark(text) ?? ""] ?? ""}`;
}

function openMark(text: string): string | undefined {
  let open: string | undefined;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const isNone = open === undefined && mark === '"' && /[\p{L}\p{N}]/u.test(text.charAt(index - 1));
    open = open !== undefined || isNone ? undefined : mark;
  }
  return open;
}
