import type { EditionFact } from "../../../edition/schema.ts";
import { aroundDifference } from "../../../text/same-words.ts";
import { proseText } from "../../wording/safe-text.ts";
import { capitalised } from "../../wording/words.ts";
import type { FactView } from "./view-types.ts";

const MAX_SHOWN_FACTS = 5;
const MAX_BRIEF_FACTS = 2;
/** A longer fact does not fit into a list with one line each. */
const MAX_BRIEF_FACT = 100;
const MAX_LABEL = 60;
const MAX_VALUE = 80;
const MAX_QUOTATION = 160;
/** Both values of a fact on one line of a phone, in large type. */
const MAX_FIGURE = 32;

/** All values of a fact that moved more than once within a week. */
const MAX_STEPS = 60;

/** No line breaks between two short values. */
const FIXED_ARROW = "\u00a0→\u00a0";

/** The label of a fact without context; a bare figure or statement needs none. */
const KIND_LABELS = {
  number: "",
  date: "Date",
  name: "Name",
  quotation: "Quotation",
  polarity: "",
  negation: "",
} as const satisfies Record<EditionFact["kind"], string>;

/** What changed, where there is no room for the values. */
export const KIND_NOUNS = {
  number: "figure",
  date: "date",
  name: "name",
  quotation: "quotation",
  polarity: "statement",
  negation: "statement",
} as const satisfies Record<EditionFact["kind"], string>;

/** The first facts of a revision, which are its most important. */
export function factViews(facts: readonly EditionFact[]): readonly FactView[] {
  return facts.slice(0, MAX_SHOWN_FACTS).map((fact) => leftToRight(factView(fact, proseText)));
}

/** The first fact of the lead story is set in the largest type of the email if it is short. */
export function withHero([first, ...others]: readonly FactView[]): readonly FactView[] {
  return first === undefined ? [] : [{ ...first, isHero: first.isFigure }, ...others];
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT_MARK = "\u200e";

/** Whether the words have letters of a right-to-left script. */
export function isRightToLeft(words: string): boolean {
  return RIGHT_TO_LEFT.test(words);
}

/**
 * A fact reads from left to right, before → after, whatever its script: without a mark on both sides, right-to-left
 * letters take the arrow and figures along, and 12 → 19 would be displayed as 19 → 12 (Unicode UAX 9, N1).
 */
export function leftToRight(fact: FactView): FactView {
  const { label, lead, tail, before, after } = fact;
  return isRightToLeft(`${label}${lead}${before}${after}${tail}`)
    ? {
        ...fact,
        label: fenced(label),
        lead: fenced(lead),
        tail: fenced(tail),
        before: fenced(before),
        after: fenced(after),
      }
    : fact;
}

function fenced(words: string): string {
  return words === "" ? "" : `${LEFT_TO_RIGHT_MARK}${words}${LEFT_TO_RIGHT_MARK}`;
}

/** A key before an arrow: in a right-to-left script, it would take the arrow along to what follows. */
export function beforeArrow(key: string): string {
  return isRightToLeft(key) ? fenced(key) : key;
}

/** A fact with its label; `asText` is {@link proseText}, or `plainText` where no mail program makes links. */
export function factView(fact: EditionFact, asText: (text: string, max: number) => string): FactView {
  const max = fact.kind === "quotation" ? MAX_QUOTATION : MAX_VALUE;
  const context = contextOf(fact, asText);
  const lead = context === "" ? asText(fact.around?.lead ?? "", MAX_LABEL) : "";
  const tail = context === "" ? asText(fact.around?.tail ?? "", MAX_LABEL) : "";
  const [before, after] = sidesOf(fact, (value) => asText(value, max), max);
  return {
    label: context === "" && lead + tail === "" ? KIND_LABELS[fact.kind] : capitalised(context),
    lead,
    tail,
    before,
    after,
    mark: markOf(fact),
    isFigure: before.length + after.length <= MAX_FIGURE,
    isHero: false,
  };
}

/** Both values, of long ones what lies around their difference; before the last of a week, those between. */
function sidesOf(
  fact: EditionFact,
  asText: (value: string) => string,
  max: number,
): readonly [before: string, after: string] {
  const [first, last] = [fact.before ?? "", fact.after ?? ""];
  const [before, after] = aroundDifference(first, last, max);
  const between = before === first && after === last ? betweenOf(fact, asText) : "";
  return [asText(before) + between, asText(after)];
}

/** ` → 14 → 16`, where that fits on the line and reads from left to right. */
function betweenOf({ before, after, through = [] }: EditionFact, asText: (value: string) => string): string {
  const words = through.map((value) => `${FIXED_ARROW}${asText(value)}`).join("");
  const all = `${before ?? ""}${words}${after ?? ""}`;
  return all.length <= MAX_STEPS && !isRightToLeft(all) ? words : "";
}

function markOf({ before, after }: EditionFact): string {
  if (before === null) {
    return "(new)";
  }
  return after === null ? "(removed)" : "";
}

function contextOf({ context = "" }: EditionFact, asText: (text: string, max: number) => string): string {
  return asText(context, MAX_LABEL).replace(/[\s:]+$/u, "");
}

/** How many facts {@link factViews} leaves out. */
export function moreFacts(facts: readonly EditionFact[]): number {
  return Math.max(0, facts.length - MAX_SHOWN_FACTS);
}

/** `People died: 12 → 19`, or `the toll rose to 12 → 19 on Tuesday`, as one string, for lines that have no room for more. */
export function factWords({ label, lead, tail, before, after, mark }: FactView, arrow = " → "): string {
  const values = [before, after].filter((value) => value !== "").join(arrow);
  const words = [lead, values, mark, tail].filter((part) => part !== "").join(" ");
  return `${label === "" ? "" : `${label}: `}${words}`;
}

/** The first two facts as one string, a long one only as having changed; empty without facts. */
export function briefFacts(facts: readonly EditionFact[], max = MAX_BRIEF_FACTS): string {
  return facts.slice(0, max).map(briefFact).join("; ");
}

function briefFact(fact: EditionFact): string {
  const view = leftToRight(factView(fact, proseText));
  const words = factWords(view, view.isFigure ? FIXED_ARROW : undefined);
  return words.length <= MAX_BRIEF_FACT ? words : changedWords(fact, view);
}

/** `Mayor Ines Dorn: quotation changed`, or `Quotation added` without context. */
function changedWords(fact: EditionFact, { label }: FactView): string {
  const changed = `${KIND_NOUNS[fact.kind]} ${doneTo(fact)}`;
  return contextOf(fact, proseText) === "" ? capitalised(changed) : `${label}: ${changed}`;
}

function doneTo({ before, after }: EditionFact): string {
  if (before === null) {
    return "added";
  }
  return after === null ? "removed" : "changed";
}
