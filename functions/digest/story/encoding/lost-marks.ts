import { languageOf } from "../../text/language.ts";
import type { Repaired } from "../types.ts";
import { certainPlaces, hasLostMarks } from "./lost-features.ts";
import { type LostMark, lostMarkReader } from "./lost-quotes.ts";
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
 * which "â" may be a letter is left alone; in an English one with marks that are intact, only what no word has is restored.
 * Linear in the length of the text.
 */
export function restoreLost(text: string): Repaired {
  const hasLost = hasLostMarks(text);
  if (!(hasLost || (text.includes("â") && languageOf(text) === "en"))) {
    return { text, repairs: 0 };
  }
  let repairs = 0;
  const style = houseStyle(text);
  const lines = text.split("\n").map((line) => {
    const restored = hasLost ? restoreLine(line, style) : restoreCertain(line, style);
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
  const text = restoreMarks(signs, marksOf(signs), { style, count });
  return { text, repairs };
}

function restoreCertain(line: string, style: HouseStyle): Repaired {
  let repairs = 0;
  const count = (sign: string) => {
    repairs++;
    return sign;
  };
  const places = line.includes("â") ? certainPlaces(line) : new Set<number>();
  const marks = places.size === 0 ? [] : marksOf(line).filter(({ at }) => places.has(at));
  return { text: restoreMarks(line, marks, { style, count }), repairs };
}

function marksOf(line: string): readonly LostMark[] {
  return Array.from(line.matchAll(MARK), ({ 0: mark, index }) => ({ at: index, end: index + mark.length }));
}

interface Restoring {
  readonly style: HouseStyle;
  readonly count: (sign: string) => string;
}

function restoreMarks(line: string, marks: readonly LostMark[], { style, count }: Restoring): string {
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
