import { ACTS } from "../../text/legal-words.ts";
import { wordSet } from "../phrases.ts";
import type { Token } from "../reading/tokens.ts";
import type { Unit } from "../reading/types.ts";
import type { Gap, Side } from "./gaps.ts";
import type { Span } from "./slot.ts";
import { type ToldWhole, tokensOf, toldWhole } from "./whole-phrases.ts";

/** Acts are cited by number: "Regulation (EU) 2016/679", "loi n° 2021-646 du 25 mai 2021". */
const CITED: ReadonlySet<string> = new Set(ACTS);
/** Words between an act, its number and its date. */
const LINKS = wordSet(
  "n no nr num č of du de del della di do da vom von van le la legislativo législatif ministériel ministeriale " +
    "ministerial real the on z ze dne din",
);
const NUMBER_SIGNS = wordSet("n no nr num č n° nº");
const MARKS = /^[-/.°º(),]$/;
const SHORT_NAME = /^\p{Lu}{2,4}$/u;
/** Tokens that a citation takes at most after its act. */
const MAX_CITATION = 16;

/** The acts that others took the place of, each told once and whole. */
export function citationChanges(gaps: readonly Gap[]): ToldWhole {
  return toldWhole(gaps, citationAt, (before, after) =>
    numberOf(before) === numberOf(after) ? undefined : { kind: "name", before, after, confidence: 0.9 },
  );
}

/** The citation that a side of a gap begins in. */
function citationAt(side: Side): Span | undefined {
  const { tokens, units } = side.sentence;
  const [first] = tokensOf(side);
  for (let at = first; at >= Math.max(0, first - MAX_CITATION); at--) {
    const start = headEnd(tokens, at);
    const end = start > at ? citationEnd(tokens, units, start) : at;
    if (end > at) {
      return first < end ? { sentence: side.sentence, from: at, to: end } : undefined;
    }
  }
  return undefined;
}

/** The end of "Regulation", or of "(EU)" where the act is named before another citation; else where it begins. */
function headEnd(tokens: readonly Token[], at: number): number {
  const [open, name, close] = tokens.slice(at, at + 3);
  const isShort = open?.text === "(" && SHORT_NAME.test(name?.text ?? "") && close?.text === ")";
  if (CITED.has(open?.form ?? "")) {
    return at + 1;
  }
  return isShort ? at + 3 : at;
}

/** The end of what follows an act up to its last number or date; 0 if that has no number. */
function citationEnd(tokens: readonly Token[], units: readonly Unit[], start: number): number {
  let end = start;
  let isNumbered = false;
  for (let at = start; at < start + MAX_CITATION; ) {
    const next = partEnd(tokens, units, at);
    if (next === undefined) {
      break;
    }
    isNumbered ||= next === at + 1 && isReference(tokens, at);
    end = next > at + 1 || tokens[at]?.type === "number" ? next : end;
    at = next;
  }
  return isNumbered ? end : 0;
}

/** The end of a date, number, link or mark of a citation at a token; `undefined` for anything else. */
function partEnd(tokens: readonly Token[], units: readonly Unit[], at: number): number | undefined {
  const date = units.find((unit) => unit.sort === "date" && unit.from === at);
  const token = tokens[at];
  return date?.to ?? (token !== undefined && mayBelong(token) ? at + 1 : undefined);
}

function mayBelong({ type, text, form }: Token): boolean {
  return type === "number" || MARKS.test(text) || LINKS.has(form) || SHORT_NAME.test(text);
}

/** A number after its sign, or with a year: "n° 58", "2016/679". */
function isReference(tokens: readonly Token[], at: number): boolean {
  const [two, one, token, next, last] = [-2, -1, 0, 1, 2].map((step) => tokens[at + step]);
  if (token?.type !== "number") {
    return false;
  }
  const isJoined = (next?.text === "/" || next?.text === "-") && next.isGlued && last?.type === "number";
  return isJoined || [one, two].some((sign) => NUMBER_SIGNS.has(sign?.form ?? ""));
}

/** The digits of a citation, without those of its date. */
function numberOf({ sentence: { tokens, units }, from, to }: Span): string {
  const dates = units.filter(({ sort }) => sort === "date");
  return tokens
    .slice(from, to)
    .flatMap(({ type, text }, n) =>
      type === "number" && !dates.some((date) => date.from <= from + n && from + n < date.to) ? [text] : [],
    )
    .join("/");
}
