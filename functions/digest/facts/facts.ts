import type { Diff } from "../text/bounded-diff.ts";
import { boundedDiff } from "../text/bounded-diff.ts";
import { fold, foldTypography, foldWhiteSpace } from "../text/fold.ts";
import { steeringIn, withoutDirection } from "../text/invisible.ts";
import { once } from "../text/once.ts";
import { MAX_SENTENCE_LENGTH } from "../text/sentences/sentences.ts";
import { tokenise } from "../text/tokens.ts";
import { directionChanges } from "./direction.ts";
import { labelOf } from "./labels/labels.ts";
import { isPhone } from "./reading/phones.ts";
import { readSentence, unitsOf } from "./reading/read.ts";
import { matches } from "./reading/tokens.ts";
import type { ReadSentence, Unit } from "./reading/types.ts";
import { isValue } from "./reading/values.ts";
import { slotChanges } from "./slot-changes.ts";
import { compareUnits } from "./slots/compare-units.ts";
import type { Gap } from "./slots/gaps.ts";
import type { NameContext } from "./slots/names/is-name.ts";
import { isSameName } from "./slots/names/names.ts";
import { unquoted } from "./slots/quotations.ts";
import { type SlotChange, type Span, surfaceOf } from "./slots/slot.ts";
import { swapChanges } from "./slots/swaps.ts";
import { inStatement } from "./statements.ts";
import { haveSameLetters, heaviest, type Weight, weightOf } from "./substance.ts";
import { hasMeaningfulCase, hasNamingCase } from "./title-case.ts";
import type { FactChange } from "./types.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { differingWindows } from "./windows.ts";

/** Edit distance, in words and values, up to which a sentence is compared; beyond it, it is rewritten. */
const MAX_FACT_DISTANCE = 300;
/** Worst-case steps for the facts of one comparison. */
const MAX_FACT_STEPS = 1_500_000;
/** Below this share of units in common, a sentence is rewritten: its values have no slots to compare. */
const MIN_KEPT = 0.3;
/** Units of a cell of a table that is a slot by itself, whatever of it is kept. */
const MAX_CELL_UNITS = 6;
/** Units of the label of a line ("Board Liaison:"), and of a line that is little else. */
const MAX_LABEL_UNITS = 3;
const MAX_LABELLED_UNITS = 9;
/** Confidence from which a change of a slot is told. */
const MIN_CONFIDENCE = 0.7;

const QUOTES = /^["“”„‟«»‘’‚'「」『』《》]$/;
const POSSESSIVE = /['’]s?$/;

/** The bounded diff for the facts of one comparison, in about `count` sentences. */
export function factDiff(count: number): Diff {
  return boundedDiff(count, MAX_FACT_STEPS, MAX_FACT_DISTANCE);
}

/** Options for comparing facts. */
export interface FactOptions {
  /** Distinguishes names from other words at the start of a sentence; the more text it covers, the better. */
  readonly vocabulary?: Vocabulary;
  /** One for all sentences of a comparison; if it gives up, a sentence has no facts. */
  readonly diff?: Diff;
  /** BCP 47 tag of the texts; decides how numbers and dates are read. */
  readonly lang?: string | undefined;
  /** Whether the texts are cells of a table: a short one is a slot by itself. */
  readonly areCells?: boolean;
  /** The dates of the two stories ("2025-06-22"), if known; they resolve "today". */
  readonly days?: { readonly before?: string | undefined; readonly after?: string | undefined };
}

/** What changed in a sentence: its facts, and whether the change is one of form, of wording or of substance. */
export interface SentenceChange {
  readonly facts: readonly FactChange[];
  readonly weight: Weight;
}

/**
 * The facts in which two versions of a sentence differ: numbers, dates, names, quotations and polarity. A fact is a slot
 * of one statement that holds another value: what stands around it is kept. A sentence that is too long is read where it differs; one of which too
 * little is kept, has none, and is of substance, and so is one whose figures are only read in another direction. Linear, except for the diff, which is bounded.
 */
export function compareSentences(before: string, after: string, options: FactOptions = {}): SentenceChange {
  if (before === after) {
    return { facts: [], weight: "form" };
  }
  if (Math.max(before.length, after.length) > MAX_SENTENCE_LENGTH) {
    return compareWindows(before, after, options);
  }
  return withoutDirection(before) === withoutDirection(after)
    ? { facts: directionChanges(before, after), weight: "substance" }
    : compareWhole(before, after, options);
}

function compareWhole(before: string, after: string, options: FactOptions): SentenceChange {
  const { vocabulary = vocabularyOf([before, after]), diff = factDiff(1), days = {}, lang } = options;
  const [a, b] = [readSentence(before, lang, days.before), readSentence(after, lang, days.after)];
  const comparison = compareUnits(a, b, diff);
  const isCell = options.areCells === true && [a, b].every(({ units }) => units.length <= MAX_CELL_UNITS);
  const isSlot = isCell || isLabelled(a, b);
  const isKept = comparison !== undefined && comparison.kept >= leastKept(a, b);
  if (comparison === undefined || !(isKept || isSlot)) {
    return REWRITTEN;
  }
  const isNaming = namingCase(isSlot, lang);
  const isCaseMeaningful = once(() => [before, after].every((text) => isNaming(tokenise(text))));
  const context = { vocabulary, lang, isCaseMeaningful };
  const swapped = swapChanges(a, b, context);
  const changes = swapped.length > 0 ? swapped : changesIn(comparison.gaps, isSlot, context);
  const lost = comparison.gaps.length === 0 ? unquoted(a, b) : [];
  const facts = [...changes, ...lost]
    .filter(({ confidence, kind }) => confidence >= MIN_CONFIDENCE && (isKept || isCell || kind !== "number"))
    .map(toFact)
    .filter((fact) => fact.before !== fact.after);
  return { facts, weight: facts.length > 0 ? "substance" : plainWeight(a, b, comparison.gaps, context) };
}

/** The changes of what is one statement, or a slot by itself. */
function changesIn(gaps: readonly Gap[], isSlot: boolean, context: NameContext): readonly SlotChange[] {
  const changes = slotChanges(gaps, context);
  return isSlot ? changes : inStatement(gaps, changes);
}

/** The changes of a sentence too long to be read whole, in the places where it differs; of substance beyond those. */
function compareWindows(before: string, after: string, options: FactOptions): SentenceChange {
  const { windows, isWhole } = differingWindows(before, after);
  const changes = windows.map((window) => compareSentences(window.before, window.after, options));
  return {
    facts: changes.flatMap(({ facts }) => facts),
    weight: isWhole ? heaviest(changes.map(({ weight }) => weight)) : "substance",
  };
}

/** "Chair: Ada Holt (Velm)" → "Chair: Jan Marr (Orsk)": short lines with the same label are a slot by themselves, of names and dates; what a number counts is not known. */
function isLabelled(before: ReadSentence, after: ReadSentence): boolean {
  const [label, labelAfter] = [before, after].map(labelIn);
  return label !== undefined && label === labelAfter;
}

function labelIn({ tokens, units }: ReadSentence): string | undefined {
  const colon = tokens.findIndex(({ text }) => text === ":");
  const label = units.filter(({ to }) => to <= colon);
  const isShort = label.length > 0 && label.length <= MAX_LABEL_UNITS && units.length <= MAX_LABELLED_UNITS;
  return isShort && label.every(({ sort }) => sort === "word")
    ? label.map(({ key }) => key).join(" ")
    : undefined;
}

const REWRITTEN: SentenceChange = { facts: [], weight: "substance" };

function namingCase(isSlot: boolean, lang = "en"): typeof hasMeaningfulCase {
  return isSlot && lang.startsWith("en") ? hasNamingCase : hasMeaningfulCase;
}

/** The units that are kept in a sentence that is not rewritten. */
function leastKept(before: ReadSentence, after: ReadSentence): number {
  return MIN_KEPT * Math.min(before.units.length, after.units.length);
}

/** The weight of an edit without facts; a name written otherwise is wording. */
function plainWeight(
  before: ReadSentence,
  after: ReadSentence,
  gaps: readonly Gap[],
  context: NameContext,
): Weight {
  const others = gaps.filter((gap) => !isSameName(gap, context));
  const isRenamed = others.length === 0 && gaps.length > 0 && !haveSameLetters(before, after);
  return isRenamed ? "wording" : weightOf(before, after, others);
}

function toFact(change: SlotChange): FactChange {
  const { kind } = change;
  const { before, after } = withBrackets(change);
  return {
    kind,
    ...(before === undefined ? {} : { before: shown(kind, before) }),
    ...(after === undefined ? {} : { after: shown(kind, after) }),
    ...labelOf(change),
  };
}

/** "($2,500)" → "$2,500": values that look the same are shown with the brackets around them, which mean minus. */
function withBrackets({ before, after }: SlotChange): Record<"before" | "after", Span | undefined> {
  if (before === undefined || after === undefined || surfaceOf(before) !== surfaceOf(after)) {
    return { before, after };
  }
  const [a, b] = [before, after].map((span) => {
    const isBracketed = span.sentence.tokens[span.from - 1]?.text === "(";
    return isBracketed ? { ...span, from: span.from - 1, to: span.to + 1 } : span;
  });
  return { before: a, after: b };
}

/** A quotation with its marks, a name without its possessive ending. */
function shown(kind: FactChange["kind"], span: Span): string {
  const { sentence, from, to } = span;
  const [opens, closes] = [sentence.tokens[from - 1], sentence.tokens[to]];
  const isMarked = kind === "quotation" && matches(opens, QUOTES) && matches(closes, QUOTES);
  const surface = surfaceOf(isMarked ? { sentence, from: from - 1, to: to + 1 } : span);
  return kind === "name" ? surface.replace(POSSESSIVE, "") : surface;
}

/**
 * Whether two sentences that fold to the same text have the same numbers in digits, read in the same direction: only case tells "5 mW" from "5 MW", and it
 * says nothing of "Three" in a title.
 */
export function haveSameFigures(before: string, after: string): boolean {
  if (steeringIn(before) !== steeringIn(after)) {
    return false;
  }
  const a = foldTypography(foldWhiteSpace(before));
  const b = foldTypography(foldWhiteSpace(after));
  return a === b || figuresIn(a) === figuresIn(b);
}

/** The value of a fact, however it is written: "Twelve" and "12" are equal. */
export function plainValue(surface: string): string {
  const [unit, ...more] = readSentence(surface, undefined).units;
  return unit !== undefined && more.length === 0 && unit.sort !== "word" ? unit.key : fold(surface);
}

/** Whether a line says anything beside stamps of its page and addresses. Reads no further than the first word or value. */
export function holdsWords(line: string): boolean {
  return unitsOf(line).some(({ sort }) => sort !== "opaque");
}

/** The first full date in a byline or dateline, as "2025-06-22". */
export function dayIn(line: string): string | undefined {
  if (line === "") {
    return undefined;
  }
  for (const { moment } of readSentence(line, undefined).units) {
    if (moment?.year !== undefined && moment.month !== undefined && moment.day !== undefined) {
      const [month, day] = [moment.month, moment.day].map((part) => String(part).padStart(2, "0"));
      return `${moment.year}-${month}-${day}`;
    }
  }
  return undefined;
}

function figuresIn(sentence: string): string {
  const { units, tokens } = readSentence(sentence, undefined);
  const hasDigits = ({ from, to }: Unit) =>
    tokens.slice(from, to).some(({ type }) => type !== "word" && type !== "mark");
  return units
    .filter((unit) => (isValue(unit) && hasDigits(unit)) || isPhone(unit))
    .map(({ key }) => key)
    .join("\n");
}
