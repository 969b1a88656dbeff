import { hasUnspaced } from "../../text/scripts.ts";
import { hasCapital } from "../../text/tokens.ts";
import { wordSet } from "../phrases.ts";
import { isCueIn } from "../polarity/languages.ts";
import type { Unit } from "../reading/types.ts";
import { type Gap, type Side, unitsOf } from "./gaps.ts";
import { isRespelt } from "./names/spelling.ts";
import { type SlotChange, type Span, spanOfUnits } from "./slot.ts";
import { FUNCTION_WORDS } from "./words.ts";

/** Verbs after or before which a source stands. */
export const REPORTING = wordSet(
  "said says say told tells announced announces reported reports claimed claims stated states confirmed warned added " +
    "dit disent déclaré annoncé affirmé affirme expliqué sagte sagten sagt teilte mitteilte erklärte berichtete zufolge " +
    "dijo dijeron afirmó anunció informó aseguró declaró disse dissero annunciato dichiarato riferito afferma zei " +
    "zeiden sade uppgav twierdzi twierdzą powiedział powiedziała mówi disse disseram сообщила сообщил сообщили " +
    "заявил заявила dedi söyledi açıkladı قال قالت 说 表示 称",
);
/** After a noun these are rather nouns too: "press reports", "insurance claims", but "the mayor claims that". */
const NOUNS = wordSet("reports claims states");
/** Words before a source. */
const ACCORDING = wordSet("selon según secondo laut volgens enligt gemäß segundo");
/** Letters that the ending of a plural or case has. */
const ENDING = 2;
/** Longest source: "the defence lawyers". */
const MAX_SOURCE_UNITS = 4;
const MAX_SOURCE_WORDS = 2;
/** Articles between a verb and its source ("sagte die Feuerwehr"); after "that" something else is said. */
const ARTICLES = wordSet(
  "the a an der die das den dem le la les l' el los las il lo i gli un une uno una de het o os",
);
/** Between a word and "said": the word is quoted. */
const QUOTES = /["“”„«»‘’'「」]/;
const ACCORDING_TO: ReadonlySet<string> = new Set(["according to", "по словам", "по данным"]);
/** After a source in Japanese and Chinese: "によると", "表示". */
const AFTER_SOURCE = /^(?:によ[るれ]|表示|透露|指出)/;

/** Who says it: the words before "said" or after "according to" name another source. */
export function sourceChanges(gap: Gap, lang: string | undefined): readonly SlotChange[] {
  const { before, after } = gap;
  const isShort = [before, after].every((side) => isSource(unitsOf(side)));
  if (!isShort || !(isSaid(before, lang) && isSaid(after, lang))) {
    return [];
  }
  const [a, b] = [contentOf(before), contentOf(after)];
  return a === undefined || b === undefined || isSameWord(a, b)
    ? []
    : [{ kind: "name", before: a, after: b, confidence: 0.8 }];
}

function isSource(units: readonly Unit[]): boolean {
  const words = units.filter(({ key }) => !FUNCTION_WORDS.has(key));
  const isShort = words.length <= MAX_SOURCE_WORDS || words.every(({ key }) => hasUnspaced(key));
  return (
    words.length > 0 &&
    isShort &&
    units.length <= MAX_SOURCE_UNITS &&
    units.every(({ sort }) => sort === "word")
  );
}

/** A reporting verb right after or before, or "according to" right before. */
function isSaid({ sentence, from, to }: Side, lang: string | undefined): boolean {
  const { units, tokens } = sentence;
  const between = tokens.slice(units[to - 1]?.to ?? 0, units[to]?.from ?? 0);
  if (between.some(({ text }) => QUOTES.test(text))) {
    return false;
  }
  const isListed = tokens[(units[from]?.from ?? 0) - 1]?.text === ",";
  const [two = "", last = ""] = isListed ? [] : [from - 2, from - 1].map((at) => units[at]?.key);
  const isVerb = (key: string) => REPORTING.has(key) && (!NOUNS.has(key) || isNamed({ sentence, from, to }));
  const isLed =
    ACCORDING.has(last) ||
    isVerb(last) ||
    (ACCORDING.has(two) && FUNCTION_WORDS.has(last)) ||
    (isVerb(two) && ARTICLES.has(last));
  const next = units.slice(to, to + 3).map(({ key }) => key);
  return (
    isLed || isAfterAccordingTo(units, from) || isBeforeVerb(next, lang) || AFTER_SOURCE.test(next.join(""))
  );
}

/** "Reports the Velm Courier", but "reports will be published". */
function isNamed(side: Side): boolean {
  return unitsOf(side).some(({ from }) => hasCapital(side.sentence.tokens[from]?.text ?? ""));
}

function isBeforeVerb([verb = "", next]: readonly string[], lang: string | undefined): boolean {
  return REPORTING.has(verb) && isCueIn(verb, lang) && (!NOUNS.has(verb) || next === "that");
}

/** "according to", "according to the". */
function isAfterAccordingTo(units: readonly Unit[], from: number): boolean {
  const keys = units.slice(Math.max(0, from - 3), from).map(({ key }) => key);
  return ACCORDING_TO.has(keys.slice(-2).join(" ")) || ACCORDING_TO.has(keys.slice(0, 2).join(" "));
}

function contentOf(side: Side): Span | undefined {
  return spanOfUnits(
    side.sentence,
    unitsOf(side).filter(({ key }) => !FUNCTION_WORDS.has(key)),
  );
}

/** Singular and plural of one source, or its spelling put right. */
function isSameWord(a: Span, b: Span): boolean {
  const [left = "", right = ""] = [a, b].map(({ sentence, from }) => sentence.tokens[from]?.form ?? "");
  const isInflected =
    Math.min(left.length, right.length) > ENDING && left.slice(0, -ENDING) === right.slice(0, -ENDING);
  return isInflected || left.startsWith(right) || right.startsWith(left) || isRespelt(left, right);
}
