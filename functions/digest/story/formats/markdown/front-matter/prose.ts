import type { Document } from "../../document.ts";
import { nameOfKey } from "./values.ts";

/** Lines of a front matter that say something to readers, no comments, and how many of them are compared. */
const PROSE = /^(?!#)(?=.{0,400}\p{Ll}{2})\S+(?: \S+){3,}$/u;
const MAX_PROSE_LINES = 200;
/** Data that a program wrote: `s:5:"title"`. */
const DATA = /(?:^|[;{])[abis]:\d+[:;]/;
const TOP_KEY = /^["']?([\p{L}\p{N}_. -]{1,60}?)["']?[ \t]{0,20}[:=]/u;
/** A key within a value: `title:`. */
const INNER_KEY = String.raw`["']?[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}["']?[ \t]{0,20}[:=]`;
/** The mark of a list and the key before a value, and the quotation marks around it. */
const BEFORE_VALUE = new RegExp(String.raw`^\s{0,100}(?:- +)?(?:${INNER_KEY}[ \t]+)?["'>|]?`, "u");
const AFTER_VALUE = /["'],?$/;

/**
 * Texts of cards, alerts and questions that a page shows from its front matter: they are compared, though not told. What stands below a key
 * that `isKnown` is none of them.
 */
export function proseIn(
  lines: readonly string[],
  isKnown: (key: string) => boolean,
): Pick<Document, "doubtful"> {
  let isRead = false;
  const prose = unwrapped(lines).flatMap((line) => {
    isRead = /^[ \t-]/.test(line) ? isRead : isKnown(nameOfKey(TOP_KEY.exec(line)?.[1] ?? ""));
    const value = line.replace(BEFORE_VALUE, "").replace(AFTER_VALUE, "").trim();
    return isRead || !PROSE.test(value) || DATA.test(value) ? [] : [value];
  });
  return prose.length === 0 ? {} : { doubtful: prose.slice(0, MAX_PROSE_LINES) };
}

/** `|` and `>` keep their lines. */
const KEEPS_LINES = /[:=-][ \t]{0,20}[|>][-+\d]{0,3}[ \t]{0,20}$/;
/** A key or the mark of a list before the first line of a value, which may go on below it. */
const BEGINS_VALUE = new RegExp(String.raw`^\s{0,100}(?:- +)?(?:${INNER_KEY}[ \t]+|(?<=- ))[^\s|>]`, "u");
const BEGINS_ANOTHER = new RegExp(String.raw`^\s{0,100}(?:-(?: |$)|#|${INNER_KEY}(?:[ \t]|$))`, "u");

/** The lines with each value in one: YAML goes on below it, set in deeper than its key. Linear. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const values: string[][] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (depthOf(line) > depth && line.trim() !== "" && !BEGINS_ANOTHER.test(line)) {
      values.at(-1)?.push(line.trim());
    } else {
      values.push([line]);
      depth = BEGINS_VALUE.test(line) && !KEEPS_LINES.test(line) ? depthOf(line) : Number.POSITIVE_INFINITY;
    }
  }
  return values.map((parts) => parts.join(" "));
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}
