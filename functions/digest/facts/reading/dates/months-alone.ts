import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import type { Token } from "../tokens.ts";
import { withoutPossessive } from "./months.ts";

/** After these a month without day and year is a month; elsewhere its name is a word or a name too. */
const BEFORE_MONTHS = wordSet(
  "in since by until till from during of before after late early mid through around between and to for last next this " +
    "en de depuis dès jusqu'à avant après fin début mi im seit bis ab vor nach anfang ende mitte nächsten letzten diesen " +
    "desde hasta antes después a da fino dopo prima entro nel a в с до после к у w od do i em até vanaf sinds tot",
);
/** Months that are given names, and words before a month that stand before a name too. */
const GIVEN_NAMES = wordSet("april may june august avril julio augusto");
const BEFORE_NOUNS = wordSet("june july");
const MAY_LEAD_NAMES = wordSet("by to and for of with between de a y e");
/** Months that are no other words in their languages. */
const SURE_MONTHS = wordSet(
  "mai mei mayo abril april juin juni juli julio junio giugno marzo märz mars maart maggio luglio aprile maio",
);
/** A month of more letters is no other word. */
const LONG_MONTH = 5;
const SHORTEST_MONTH = 3;
/** Whether the name of a month without day and year, between these tokens, is a month. */
export function isMonthAlone(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  return (isSureMonth(token, before) || isBeforeNoun(token, next)) && !isGivenName(token, before, next);
}

/** "The July release". */
function isBeforeNoun({ form }: Token, next: Token | undefined): boolean {
  return BEFORE_NOUNS.has(form) && next?.type === "word" && !hasCapital(next.text);
}

/** "August Ericsson", "April Marr": a given name, unless it is said when: "in April Marr resigned". */
function isGivenName({ form }: Token, before: Token | undefined, next: Token | undefined): boolean {
  const isSaidWhen = BEFORE_MONTHS.has(before?.form ?? "") && !MAY_LEAD_NAMES.has(before?.form ?? "");
  return GIVEN_NAMES.has(form) && next?.type === "word" && hasCapital(next.text) && !isSaidWhen;
}

function isSureMonth({ form }: Token, before: Token | undefined): boolean {
  const isSure =
    form.length > LONG_MONTH ||
    SURE_MONTHS.has(form) ||
    BEFORE_MONTHS.has(before?.form ?? "") ||
    withoutPossessive(form) !== form;
  return isSure && form.length >= SHORTEST_MONTH;
}
