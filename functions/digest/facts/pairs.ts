import { boundedDiff, type Diff, type DiffPart } from "../text/bounded-diff.ts";
import { isSameDay } from "./kinds/days.ts";
import { asStatement, asUnquoted, type ChangedSpan } from "./phrases.ts";
import type { Fact, FactPair, ReadSentence } from "./sentence.ts";

/** Edit distance, in words and facts, up to which facts are paired by position; beyond it, in order. */
const MAX_FACT_DISTANCE = 300;
/** Worst-case steps for pairing the facts of one comparison. */
const MAX_FACT_STEPS = 1_500_000;

/** The bounded diff for pairing the facts of one comparison, in about `count` sentences. */
export function factDiff(count: number): Diff {
  return boundedDiff(count, MAX_FACT_STEPS, MAX_FACT_DISTANCE);
}

/** Facts not yet paired. */
interface Sides {
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
}

/**
 * The facts that differ between two versions of a sentence. Between the same kept words, equal facts cancel out, then
 * facts of the same kind are paired in order. Leftovers cancel out against equal facts elsewhere (a moved clause); the
 * rest appeared or disappeared.
 */
export function pairFacts(before: ReadSentence, after: ReadSentence, diff: Diff): FactPair[] {
  const spans = spansOf(before, after, diff);
  const inPlace = spans.map((span) =>
    pairInOrder(cancelEqual(factsIn(before, span.before), factsIn(after, span.after))),
  );
  const rest = cancelEqual(
    inPlace.flatMap((sides) => sides.before),
    inPlace.flatMap((sides) => sides.after),
  );
  const pairs = inPlace.flatMap((sides) => sides.pairs).map((pair) => withTitle(pair, before, after));
  return [
    ...pairs.filter((pair) => !isSame(pair.before, pair.after, before, after)),
    ...alone(rest).map((pair) => asStatement(pair, spans, before, after)),
    ...pairQuotations(before, after),
  ];
}

/** "Justice Department", "Justice Ottilie Department": a word in the name on one side is not a title on the other. */
function withTitle(pair: MatchedPair, before: ReadSentence, after: ReadSentence): MatchedPair {
  return { before: titled(pair.before, before, pair.after), after: titled(pair.after, after, pair.before) };
}

function titled(name: Fact, { tokens, text }: ReadSentence, other: Fact): Fact {
  const title = tokens[name.from - 1];
  const isTitle = name.kind === "name" && title?.type === "word" && other.value.startsWith(`${title.form} `);
  if (!isTitle) {
    return name;
  }
  const surface = text.slice(title.start, tokens[name.from]?.start) + name.surface;
  return { ...name, value: `${title.form} ${name.value}`, surface, from: name.from - 1 };
}

function alone({ before, after }: Sides): FactPair[] {
  return [
    ...after.map((fact): FactPair => ({ after: fact })),
    ...before.map((fact): FactPair => ({ before: fact })),
  ];
}

/** A word or a fact, and the index of its first token. */
interface Unit {
  readonly form: string;
  readonly from: number;
}

/** Facts by kind and value, and the words outside them by form. */
function unitsOf({ tokens, facts }: ReadSentence): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  const wordsTo = (end: number) => {
    for (; at < end; at++) {
      units.push({ form: tokens[at]?.form ?? "", from: at });
    }
  };
  for (const fact of facts) {
    wordsTo(fact.from);
    units.push({ form: `${fact.kind}\n${fact.value}`, from: at });
    at = fact.to;
  }
  wordsTo(tokens.length);
  return units;
}

/** The changed spans between kept words; the whole sentence if the diff gives up. */
function spansOf(before: ReadSentence, after: ReadSentence, diff: Diff): readonly ChangedSpan[] {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  const parts = diff(formsOf(a), formsOf(b));
  if (parts === undefined) {
    return [{ before: [0, before.tokens.length], after: [0, after.tokens.length] }];
  }
  const spans: ChangedSpan[] = [];
  let [i, j] = [0, 0];
  for (const group of groupChanges(parts)) {
    const [removed, added] = [group.removed, group.added];
    if (removed + added > 0) {
      spans.push({ before: range(before, a, i, i + removed), after: range(after, b, j, j + added) });
    }
    i += removed + group.kept;
    j += added + group.kept;
  }
  return spans;
}

/** Numbers of units removed and added in one place, and of units kept after them. */
interface Group {
  removed: number;
  added: number;
  kept: number;
}

function groupChanges(parts: readonly DiffPart[]): readonly Group[] {
  const groups: Group[] = [{ removed: 0, added: 0, kept: 0 }];
  for (const { added, removed, count } of parts) {
    const last = groups.at(-1);
    if (last === undefined) {
      continue;
    }
    if (removed) {
      last.removed += count;
    } else if (added) {
      last.added += count;
    } else {
      last.kept += count;
      groups.push({ removed: 0, added: 0, kept: 0 });
    }
  }
  return groups;
}

/** The token range of some units. */
function range({ tokens }: ReadSentence, units: readonly Unit[], from: number, to: number) {
  return [units[from]?.from ?? tokens.length, units[to]?.from ?? tokens.length] as const;
}

function formsOf(units: readonly Unit[]): string[] {
  return units.map((unit) => unit.form);
}

function factsIn({ facts }: ReadSentence, [from, to]: readonly [number, number]): readonly Fact[] {
  return facts.filter((fact) => fact.from >= from && fact.from < to);
}

function byValue({ kind, value }: Fact): string {
  return `${kind}\n${value}`;
}

function cancelEqual(before: readonly Fact[], after: readonly Fact[], nameOf = byValue): Sides {
  const counts = new Map<string, number>();
  for (const fact of after) {
    counts.set(nameOf(fact), (counts.get(nameOf(fact)) ?? 0) + 1);
  }
  const common = new Map<string, number>();
  const left = before.filter((fact) => {
    const count = counts.get(nameOf(fact)) ?? 0;
    if (count === 0) {
      return true;
    }
    counts.set(nameOf(fact), count - 1);
    common.set(nameOf(fact), (common.get(nameOf(fact)) ?? 0) + 1);
    return false;
  });
  const added = after.filter((fact) => {
    const count = common.get(nameOf(fact)) ?? 0;
    common.set(nameOf(fact), count - 1);
    return count <= 0;
  });
  return { before: left, after: added };
}

interface InOrder extends Sides {
  readonly pairs: readonly MatchedPair[];
}

interface MatchedPair {
  readonly before: Fact;
  readonly after: Fact;
}

/** Pairs the nth facts of each kind; negations are never paired, as they are only present or absent. */
function pairInOrder({ before, after }: Sides): InOrder {
  const pairs: MatchedPair[] = [];
  const open = [...after];
  const left = before.filter((fact) => {
    const at = fact.kind === "negation" ? -1 : open.findIndex(({ kind }) => kind === fact.kind);
    const [partner] = at < 0 ? [] : open.splice(at, 1);
    if (partner === undefined) {
      return true;
    }
    pairs.push({ before: fact, after: partner });
    return false;
  });
  return { before: left, after: open, pairs };
}

/** Two ways to write one fact: a day, or a name that begins or ends with the other ("Putin", "Vladimir Putin"). */
function isSame(
  before: Fact,
  after: Fact,
  { day: dayBefore }: ReadSentence,
  { day: dayAfter }: ReadSentence,
): boolean {
  if (before.kind === "date") {
    return isSameDay(before.value, after.value, dayBefore, dayAfter);
  }
  if (before.kind !== "name") {
    return false;
  }
  const [a, b] = [` ${before.value} `, ` ${after.value} `];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) || long.endsWith(short);
}

/** Compares quotations by their words; one merely interrupted by its speaker is unchanged. */
function pairQuotations(before: ReadSentence, after: ReadSentence): FactPair[] {
  if (wordsOf(before) === wordsOf(after)) {
    return [];
  }
  const same = cancelEqual(before.quotations, after.quotations, ({ surface }) => surface);
  const { pairs, ...open } = pairInOrder(cancelEqual(same.before, same.after));
  return [...pairs, ...alone(open).map((pair) => asUnquoted(pair, before, after))];
}

function wordsOf({ quotations }: ReadSentence): string {
  return quotations.map((fact) => fact.value).join(" ");
}
