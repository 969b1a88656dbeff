import { commonStart } from "../../../text/spelling/differing.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { ARTICLES, TITLES } from "../words.ts";
import { isAlias } from "./aliases.ts";
import type { NameContext } from "./is-name.ts";

/** Letters that two forms of the name of an office share, and of their endings. */
const MIN_OFFICE_STEM = 5;
const MAX_OFFICE_ENDING = 3;

/** "la présidente Anne Coste" → "le président Luc Ferrand": the office is the same, whoever holds it. */
export function withoutOffice({ before, after }: Gap, { lang }: NameContext): Gap {
  const [a, b] = [before, after].map(withoutArticle);
  const isOffice =
    a !== undefined && b !== undefined && isOneTitle(a, b) && !isAlias(keysOf(a), keysOf(b), lang);
  return isOffice
    ? { before: { ...a, from: a.from + 1 }, after: { ...b, from: b.from + 1 } }
    : { before, after };
}

function keysOf(side: Side): readonly string[] {
  return unitsOf(side).map(({ key }) => key);
}

function withoutArticle(side: Side): Side {
  return ARTICLES.has(side.sentence.units[side.from]?.key ?? "") ? { ...side, from: side.from + 1 } : side;
}

/** Two forms of one office, with more after them. */
function isOneTitle(a: Side, b: Side): boolean {
  const [one = "", other = ""] = [a, b].map(({ sentence, from }) => sentence.units[from]?.key);
  const start = commonStart(one, other);
  const isForm = start >= MIN_OFFICE_STEM && Math.max(one.length, other.length) - start <= MAX_OFFICE_ENDING;
  const isLed = Math.min(a.to - a.from, b.to - b.from) > 1;
  return isLed && isForm && [one, other].some((key) => TITLES.has(key));
}
