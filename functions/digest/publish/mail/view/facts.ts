import type { EditionFact } from "../../../edition/schema.ts";
import { proseText } from "../../wording/safe-text.ts";
import { capitalised } from "../../wording/words.ts";
import type { FactView } from "./view-types.ts";

const MAX_FACTS = 5;
const MAX_BRIEF_FACTS = 2;
/** A longer fact does not belong into a list of one line each. */
const MAX_BRIEF_FACT = 100;
const MAX_LABEL = 60;
const MAX_VALUE = 80;
const MAX_QUOTATION = 160;
/** Both values of a fact on one line of a phone, in large type. */
const MAX_FIGURE = 32;

/** No line ends between two short values. */
const FIXED_ARROW = "\u00a0→\u00a0";

/** What a fact is called when no words around it say what it is about. */
const KIND_WORDS = {
  number: "Figure",
  date: "Date",
  name: "Name",
  quotation: "Quotation",
  negation: "Negation",
} as const satisfies Record<EditionFact["kind"], string>;

/** The first facts of a revision, which are its weightiest. */
export function factViews(facts: readonly EditionFact[]): readonly FactView[] {
  return told(facts)
    .slice(0, MAX_FACTS)
    .map((fact) => leftToRight(factView(fact, proseText)));
}

/** A negation that came or went with a quotation is told by it. */
function told(facts: readonly EditionFact[]): readonly EditionFact[] {
  const quotations = facts.filter(({ kind }) => kind === "quotation");
  const isQuoted = ({ before, after }: EditionFact) =>
    quotations.some((one) => holds(one.before, before) && holds(one.after, after));
  return facts.filter((fact) => fact.kind !== "negation" || !isQuoted(fact));
}

function holds(quotation: string | null, negation: string | null): boolean {
  return negation === null ? quotation === null : (quotation ?? "").includes(negation);
}

/** The first fact of the lead story, where it is short, is set in the largest type of the mail. */
export function withHero([first, ...others]: readonly FactView[]): readonly FactView[] {
  return first === undefined ? [] : [{ ...first, isHero: first.isFigure }, ...others];
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT_MARK = "\u200e";

/** Whether the words have letters of a script that runs from right to left. */
export function isRightToLeft(words: string): boolean {
  return RIGHT_TO_LEFT.test(words);
}

/**
 * A fact is read from left to right, before → after, whatever its script: without a mark on both sides, letters that
 * run the other way take arrow and figures along, and 12 → 19 would be seen as 19 → 12 (Unicode UAX 9, N1).
 */
function leftToRight(fact: FactView): FactView {
  const { label, before, after } = fact;
  const fenced = (words: string): string =>
    words === "" ? "" : `${LEFT_TO_RIGHT_MARK}${words}${LEFT_TO_RIGHT_MARK}`;
  return isRightToLeft(`${label}${before}${after}`)
    ? { ...fact, label: fenced(label), before: fenced(before), after: fenced(after) }
    : fact;
}

/** A fact with its label; `asText` is {@link proseText}, or `plainText` where nothing can be linked. */
export function factView(fact: EditionFact, asText: (text: string, max: number) => string): FactView {
  const max = fact.kind === "quotation" ? MAX_QUOTATION : MAX_VALUE;
  const context = asText(fact.context ?? "", MAX_LABEL).replace(/[\s:]+$/u, "");
  const before = asText(fact.before ?? "", max);
  const after = asText(fact.after ?? "", max);
  return {
    label: context === "" ? KIND_WORDS[fact.kind] : capitalised(context),
    before,
    after,
    isFigure: before.length + after.length <= MAX_FIGURE,
    isHero: false,
  };
}

/** How many facts {@link factViews} leaves out. */
export function moreFacts(facts: readonly EditionFact[]): number {
  return Math.max(0, told(facts).length - MAX_FACTS);
}

/** `People died: 12 → 19` as one string, for lines that have no room for more. */
export function factWords({ label, before, after }: FactView, arrow = " → "): string {
  if (before === "") {
    return `${label}: ${after} (new)`;
  }
  return after === "" ? `${label}: ${before} (gone)` : `${label}: ${before}${arrow}${after}`;
}

/** The first two facts as one string, of a long one only that it changed; empty without facts. */
export function briefFacts(facts: readonly FactView[], max = MAX_BRIEF_FACTS): string {
  return facts.slice(0, max).map(briefFact).join("; ");
}

function briefFact(fact: FactView): string {
  const words = factWords(fact, fact.isFigure ? FIXED_ARROW : undefined);
  return words.length <= MAX_BRIEF_FACT ? words : `${fact.label} changed`;
}
