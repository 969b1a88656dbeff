import type { Repaired } from "../types.ts";
import { hasLostMarks } from "./lost-features.ts";
import { lostMarkReader } from "./lost-quotes.ts";
import { type HouseStyle, houseStyle } from "./lost-style.ts";

/**
 * What remains of ’ “ ” – — ‘ and the like (UTF-8: E2 80 …) once their bytes have been read as Latin-1 and
 * the control characters dropped. Two layers of this leave "Ã¢ÂÂ".
 */
const MARK = /Ã¢ÂÂ|â(?![\u0080-\u00bf€-™]|\p{M})/gu;
/** Signs whose last byte is printable can be identified by it. */
const SIGNS: Readonly<Record<string, string>> = { "¦": "…", "¬": "€", "¯": "\u00a0", "°": "‰" };
const SIGN = /â([¦¬¯°])/g;
const BULLET_OR_TRADEMARK = /(\p{L}?)â¢/gu;
/** Context examined on each side of a mark, in characters; keeps the cost per mark constant. */
const CONTEXT_LENGTH = 24;

/**
 * Restores quotes, apostrophes and dashes that were reduced to a bare "â", each from its context. A text in
 * which "â" may be a letter is left alone. Linear in the length of the text.
 */
export function restoreLost(text: string): Repaired {
  if (!hasLostMarks(text)) {
    return { text, repairs: 0 };
  }
  let repairs = 0;
  const style = houseStyle(text);
  const lines = text.split("\n").map((line) => {
    const restored = restoreLine(line, style);
    repairs += restored.repairs;
    return restored.text;
  });
  return { text: lines.join("\n"), repairs };
}

function restoreLine(line: string, style: HouseStyle): Repaired {
  let repairs = 0;
  const count = (sign: string) => {
    repairs++;
    return sign;
  };
  const signs = line
    .replaceAll(SIGN, (_, last: string) => count(SIGNS[last] ?? "…"))
    .replaceAll(BULLET_OR_TRADEMARK, (_, letter: string) => `${letter}${count(letter === "" ? "•" : "™")}`)
    .replaceAll(/â{3,}/g, (marks) => count("—".repeat(marks.length)));
  const text = restoreMarks(signs, style, count);
  return { text, repairs };
}

function restoreMarks(line: string, style: HouseStyle, count: (sign: string) => string): string {
  const marks = Array.from(line.matchAll(MARK), ({ 0: mark, index }) => ({
    at: index,
    end: index + mark.length,
  }));
  const read = lostMarkReader(line, marks, style);
  let end = 0;
  let restored = "";
  let last = "";
  for (const [index, mark] of marks.entries()) {
    const between = line.slice(end, mark.at);
    const before = `${between === "" ? last : ""}${between}`.slice(-CONTEXT_LENGTH);
    last = count(read(index, before, line.slice(mark.end, mark.end + CONTEXT_LENGTH)));
    restored += between + last;
    end = mark.end;
  }
  return restored + line.slice(end);
}
