import { diffArrays } from "diff";
import { fold } from "../text/fold.ts";
import { stemsOf } from "../text/stems.ts";
import type { EditionChange, EditionEdit, EditionFact } from "./schema.ts";

/** A value that changed from edition to edition: 12 → 14 → 19. */
export interface FactChain {
  readonly kind: EditionFact["kind"];
  /** What the value is of; empty if that is told by the words around it. */
  readonly context: string;
  /** Words before and after the value that stand at all its changes, with "…" for those between that do not; may be empty. */
  readonly around: { readonly lead: string; readonly tail: string };
  /** Oldest first; `null`: there was none. */
  readonly values: readonly (string | null)[];
  /** The slots of the changes, one fewer than values. */
  readonly slots: readonly string[];
}

/** What an edition says of a story. */
export interface ToldChange {
  readonly slot: string;
  readonly change?: EditionChange | undefined;
}

/** Chains that are kept of a story, and changes of one. */
const MAX_CHAINS = 200;
const MAX_CHAIN_LINKS = 100;

interface OpenChain extends Pick<FactChain, "kind"> {
  context: string;
  around: FactChain["around"];
  readonly stems: ReadonlySet<string>;
  readonly values: (string | null)[];
  readonly slots: string[];
  /** An edition took its last value away and told no fact of it: what stood there since is not known. */
  isClosed: boolean;
}

/**
 * The facts of a story's events, oldest first, joined where one goes on from the value of another in words that they share: 12 → 14 and
 * 14 → 19 are 12 → 14 → 19. The longest first. A chain ends
 * where an edit takes its value away without a fact. Linear in the edits times the chains of a story, of which there are at most 200.
 */
export function factChains(events: readonly ToldChange[]): readonly FactChain[] {
  const chains: OpenChain[] = [];
  for (const { slot, change } of events) {
    const { facts = [], edits = [] } = change?.revision ?? {};
    for (const fact of facts) {
      take(chains, fact, slot);
    }
    for (const chain of chains) {
      chain.isClosed ||= chain.slots.at(-1) !== slot && isTakenAway(chain, edits);
    }
  }
  return chains
    .map(({ stems: _, isClosed: __, ...chain }) => chain)
    .toSorted((a, b) => b.slots.length - a.slots.length);
}

/**
 * The values between those of a fact, oldest first, by the one chain that begins and ends as the fact does, in words that they share; none if it is not clear
 * which that is.
 */
export function valuesBetween(fact: EditionFact, chains: readonly FactChain[]): readonly string[] {
  const own = chains.filter((chain) => isOf(fact, chain));
  const [chain] = own;
  const between = (chain?.values ?? []).slice(1, -1);
  const values = between.filter((value) => value !== null);
  return own.length === 1 && values.length === between.length ? values : [];
}

function isOf(fact: EditionFact, { kind, values, context, around }: FactChain): boolean {
  const same = (one: string | null | undefined, other: string | null) =>
    one !== null && one !== undefined && other !== null && fold(one) === fold(other);
  const words = wordsOf({ context, around });
  const stems = new Set(stemsOf(words));
  return (
    kind === fact.kind &&
    same(values[0], fact.before) &&
    same(values.at(-1), fact.after) &&
    (words === wordsOf(fact) || stemsOf(wordsOf(fact)).some((stem) => stems.has(stem)))
  );
}

/** Adds a fact to the chain that it goes on, or opens one. */
function take(chains: OpenChain[], fact: EditionFact, slot: string): void {
  const open = chains.findLast((chain) => goesOn(chain, fact, slot));
  if (open !== undefined) {
    goOn(open, fact, slot);
  } else if (chains.length < MAX_CHAINS) {
    chains.push(openChain(fact, slot));
  }
}

function openChain(fact: EditionFact, slot: string): OpenChain {
  const { kind, before, after, context = "", around = NOTHING } = fact;
  const stems = new Set(stemsOf(wordsOf(fact)));
  return { kind, context, around, stems, values: [before, after], slots: [slot], isClosed: false };
}

function goesOn(chain: OpenChain, fact: EditionFact, slot: string): boolean {
  const last = chain.values.at(-1) ?? null;
  const isNext =
    chain.kind === fact.kind && last !== null && fact.before !== null && fold(last) === fold(fact.before);
  return (
    isNext &&
    !chain.isClosed &&
    chain.slots.at(-1) !== slot &&
    chain.slots.length < MAX_CHAIN_LINKS &&
    sharesWords(chain, fact)
  );
}

/** Whether an edit takes the last value of a chain out of a sentence that has its words. */
function isTakenAway({ values, stems }: OpenChain, edits: readonly EditionEdit[]): boolean {
  const value = values.at(-1) ?? "";
  return edits.some((edit) => {
    const before = edit.edit === "added" ? "" : edit.before;
    const after = edit.edit === "removed" ? "" : edit.after;
    const isGone = before.includes(value) && !after.includes(value);
    return isGone && stemsOf(before).some((stem) => stems.has(stem));
  });
}

/** The words around a chain must hold of all its values, so those that changed beside it are left out. */
function goOn(chain: OpenChain, { after, context = "", around = NOTHING }: EditionFact, slot: string): void {
  const lead = sharedWords(chain.around.lead, around.lead).replace(/^[ …]+/, "");
  const tail = sharedWords(chain.around.tail, around.tail).replace(/[ …]+$/, "");
  chain.values.push(after);
  chain.slots.push(slot);
  chain.context = context;
  chain.around = stemsOf(`${lead} ${tail}`).length === 0 ? around : { lead, tail };
}

/** The words that stand in both, in order, with "…" where others stand between them. */
function sharedWords(some: string, others: string): string {
  const parts = diffArrays(some.split(" "), others.split(" "));
  const shared = parts.map(({ added, removed, value }) => (added || removed ? "…" : value.join(" ")));
  return shared.join(" ").replaceAll(/…(?: …)+/g, "…");
}

function sharesWords(chain: OpenChain, fact: EditionFact): boolean {
  const words = wordsOf(fact);
  return wordsOf(chain) === words || stemsOf(words).some((stem) => chain.stems.has(stem));
}

const NOTHING = { lead: "", tail: "" };

function wordsOf({
  context = "",
  around: { lead, tail } = NOTHING,
}: Pick<EditionFact, "context" | "around">): string {
  return context || `${lead} ${tail}`.trim();
}
