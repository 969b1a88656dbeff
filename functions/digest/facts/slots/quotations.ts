import { withoutFirstAccents } from "../../text/spelling/first-accents.ts";
import { inOneSpelling } from "../../text/spelling/one-spelling.ts";
import { wordSet } from "../phrases.ts";
import { isHyphen } from "../reading/tokens.ts";
import type { ReadSentence } from "../reading/types.ts";
import { type Gap, type Side, unitsOf } from "./gaps.ts";
import { quotationsIn } from "./quoted.ts";
import { type SlotChange, type Span, slotChange, spanOfUnits } from "./slot.ts";
import { REPORTING } from "./sources.ts";
import { FUNCTION_WORDS } from "./words.ts";

const LATIN = /\p{sc=Latin}/u;
/** After these a quotation is someone's words: "called it “safe”". */
const CALLING = wordSet(
  "called calls call described describes describe termed branded labelled labeled dubbed said says appelé qualifié " +
    "qualifie nannte nennt bezeichnete llamó calificó tachó definito definì chiamato",
);
/** For these "&" may stand. */
const AND = wordSet("and et und y e en &");
/** Tokens before a quotation, its opening mark included, among which such a word may stand. */
const CALLING_REACH = 4;
/** A quotation up to this many tokens is shown whole; of a longer one, the changed words with some around them. */
const MAX_WHOLE = 24;
const AROUND = 3;

/** A quotation of which words changed, on both sides, and the gaps in it. */
interface Changed {
  readonly before: Span;
  readonly after: Span;
  readonly gaps: readonly Gap[];
}

/** Quotations of which words changed; each is told once. The marks alone are no change. */
export function quotationChanges(gaps: readonly Gap[]): readonly SlotChange[] {
  const [first] = gaps;
  if (first === undefined) {
    return [];
  }
  const [spans, spansAfter] = [quotationsIn(first.before.sentence), quotationsIn(first.after.sentence)];
  const changed = new Map<string, Changed>();
  for (const gap of gaps.filter((each) => !isJoinerOnly(each))) {
    const [before, after] = [quotedAt(gap.before, spans), quotedAt(gap.after, spansAfter)];
    const isOther = before !== undefined && after !== undefined && !areSame(before, after);
    if (isOther && !stands(before, spansAfter) && !stands(after, spans)) {
      const name = `${before.from} ${after.from}`;
      changed.set(name, { before, after, gaps: [...(changed.get(name)?.gaps ?? []), gap] });
    }
  }
  return [...changed.values()].map(({ before, after, gaps: own }) => ({
    kind: "quotation",
    before: shownOf(
      before,
      own.map((gap) => gap.before),
    ),
    after: shownOf(
      after,
      own.map((gap) => gap.after),
    ),
    confidence: 0.9,
  }));
}

/** “Open Boats” → “열린 배”, “Etat” → “État”, “Licence” → “License”: the same in another script, or as another country spells it. */
function areSame(a: Span, b: Span): boolean {
  const [one = "", other = ""] = [a, b].map((span) => wordsIn(span).split(" ").map(inOneSpelling).join(" "));
  return LATIN.test(one) !== LATIN.test(other) || withoutFirstAccents(one) === withoutFirstAccents(other);
}

/** Whether a quotation is one of the other version: then it has only another neighbour. */
function stands(quotation: Span, others: readonly Span[]): boolean {
  const words = wordsIn(quotation);
  return others.some((other) => wordsIn(other) === words);
}

function wordsIn({ sentence: { tokens }, from, to }: Span): string {
  return tokens
    .slice(from, to)
    .map(({ form }) => form)
    .join(" ");
}

/** "Click & Collect", "Click and Collect". */
function isJoinerOnly({ before, after }: Gap): boolean {
  const units = [...unitsOf(before), ...unitsOf(after)];
  return units.length > 0 && units.every(({ key }) => AND.has(key));
}

/** The quotation that a side of a gap stands in, but for an article before it; of an empty side, the one that its neighbour stands in. */
function quotedAt(side: Side, spans: readonly Span[]): Span | undefined {
  const { sentence, to } = side;
  const { units } = sentence;
  const isLed = to - side.from > 1 && FUNCTION_WORDS.has(units[side.from]?.key ?? "");
  return (
    quotedIn({ sentence, from: side.from, to }, spans) ??
    (isLed ? quotedIn({ sentence, from: side.from + 1, to }, spans) : undefined)
  );
}

function quotedIn({ sentence: { units }, from, to }: Side, spans: readonly Span[]): Span | undefined {
  const runs = from < to ? [[from, to - 1] as const] : [[from - 1, from - 1] as const, [from, from] as const];
  for (const [left, right] of runs) {
    const [first, last] = [units[left], units[right]];
    const span =
      first !== undefined && last !== undefined
        ? spans.find((each) => each.from <= first.from && last.to <= each.to)
        : undefined;
    if (span !== undefined) {
      return span;
    }
  }
  return undefined;
}

/** A quotation whole; of a long one, what some sides of gaps cover. */
function shownOf(quotation: Span, sides: readonly Side[]): Span {
  if (quotation.to - quotation.from <= MAX_WHOLE) {
    return quotation;
  }
  const { sentence } = quotation;
  const places = sides.flatMap((side) => {
    const units = unitsOf(side);
    const place = sentence.units[side.from]?.from ?? sentence.tokens.length;
    return units.length === 0 ? [place] : [units[0]?.from ?? place, units.at(-1)?.to ?? place];
  });
  return {
    sentence,
    from: startOfWord(sentence, Math.max(quotation.from, Math.min(...places) - AROUND)),
    to: Math.min(quotation.to, Math.max(...places) + AROUND),
  };
}

/** "sous-titres": a part of a word is shown with its beginning. */
function startOfWord({ tokens }: ReadSentence, from: number): number {
  let at = from;
  while (at > 0 && tokens[at]?.isGlued === true && (isHyphen(tokens[at]) || isHyphen(tokens[at - 1]))) {
    at -= 1;
  }
  return at;
}

/**
 * "He called it “safe”" → "He called it safe": where words are reported, the marks say whose they are. For two sentences
 * of which all units are the same.
 */
export function unquoted(before: ReadSentence, after: ReadSentence): readonly SlotChange[] {
  const [lost, found] = [onlyQuotedIn(before, after), onlyQuotedIn(after, before)];
  const [only] = [...lost, ...found];
  const plain = only === undefined ? undefined : sameUnits(only, lost.length > 0 ? after : before);
  if (only === undefined || plain === undefined || lost.length + found.length > 1) {
    return [];
  }
  const [quoted, other] = lost.length > 0 ? [only, plain] : [plain, only];
  return [slotChange("quotation", quoted, other, 0.7)];
}

/** The reported quotations of a sentence that the other has without any marks. */
function onlyQuotedIn(sentence: ReadSentence, other: ReadSentence): readonly Span[] {
  const there = new Set(quotationsIn(other).map((span) => unitRange(span).join()));
  return reportedIn(sentence).filter((span) => !there.has(unitRange(span).join()));
}

/** Quotations after a verb of calling or saying, or before one of saying. */
function reportedIn(sentence: ReadSentence): readonly Span[] {
  const { tokens } = sentence;
  return quotationsIn(sentence).filter(({ from, to }) => {
    const before = tokens.slice(Math.max(0, from - CALLING_REACH), from - 1);
    const after = tokens.slice(to + 1, to + CALLING_REACH);
    return (
      before.some(({ form }) => CALLING.has(form) || REPORTING.has(form)) ||
      after.some(({ form }) => REPORTING.has(form))
    );
  });
}

/** The units of a span, as indices, half open. */
function unitRange({ sentence: { units }, from, to }: Span): readonly [from: number, to: number] {
  const first = units.findIndex((unit) => unit.from >= from);
  return [first < 0 ? units.length : first, units.findLastIndex((unit) => unit.to <= to) + 1];
}

function sameUnits(span: Span, sentence: ReadSentence): Span | undefined {
  return spanOfUnits(sentence, sentence.units.slice(...unitRange(span)));
}
