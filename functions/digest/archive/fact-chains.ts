import { diffArrays } from "diff";
import type { EditionFact } from "../edition/schema.ts";
import { fold } from "../text/fold.ts";
import { stemsOf } from "../text/stems.ts";
import type { FactChain, StoryEvent } from "./types.ts";

/** Chains that are kept of a story, and changes of one. */
const MAX_CHAINS = 200;
const MAX_CHAIN_LINKS = 100;

interface OpenChain extends Pick<FactChain, "kind"> {
  context: string;
  around: FactChain["around"];
  readonly stems: ReadonlySet<string>;
  readonly values: (string | null)[];
  readonly slots: string[];
}

/**
 * The facts of a story's events, oldest first, joined where one goes on from the value of another in words that they share: 12 → 14 and
 * 14 → 19 are 12 → 14 → 19. The longest first. Quadratic in the chains of one story, of which there are at most 200.
 */
export function factChains(events: readonly StoryEvent[]): readonly FactChain[] {
  const chains: OpenChain[] = [];
  for (const { slot, change } of events) {
    for (const fact of change?.revision?.facts ?? []) {
      const open = chains.findLast((chain) => goesOn(chain, fact, slot));
      if (open !== undefined) {
        goOn(open, fact, slot);
      } else if (chains.length < MAX_CHAINS) {
        chains.push(openChain(fact, slot));
      }
    }
  }
  return chains.map(({ stems: _, ...chain }) => chain).toSorted((a, b) => b.slots.length - a.slots.length);
}

function openChain(fact: EditionFact, slot: string): OpenChain {
  const { kind, before, after, context = "", around = NOTHING } = fact;
  const stems = new Set(stemsOf(wordsOf(fact)));
  return { kind, context, around, stems, values: [before, after], slots: [slot] };
}

function goesOn(chain: OpenChain, fact: EditionFact, slot: string): boolean {
  const last = chain.values.at(-1) ?? null;
  const isNext =
    chain.kind === fact.kind && last !== null && fact.before !== null && fold(last) === fold(fact.before);
  return (
    isNext && chain.slots.at(-1) !== slot && chain.slots.length < MAX_CHAIN_LINKS && sharesWords(chain, fact)
  );
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
