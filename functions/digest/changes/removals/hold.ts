import { guardRemovals, isImplausible, isRest, type RemovalCounts, type RemovalGuard } from "../guard.ts";
import type { LoggedChange } from "../log.ts";
import type { Moves } from "../matching/find-moves.ts";
import type { ChangeRecord, RemovedRecord } from "../schema.ts";
import { createPrefixFinder } from "./prefixes.ts";

/** The missing stories whose removal is held back until it is accepted. */
export interface HeldRemovals {
  readonly count: number;
  /** Those of them that were not held back before. */
  readonly fresh: number;
  readonly prefixes: readonly string[];
  /** Whether the record tells of such a story. */
  isHeld(record: HeldCandidate): boolean;
}

type HeldCandidate = Pick<ChangeRecord, "change" | "key"> &
  Partial<Pick<RemovedRecord, "missing" | "replaced">>;

/** How to judge the removals of a run. */
export interface HoldOptions extends RemovalGuard {
  readonly read: () => AsyncIterable<LoggedChange>;
  readonly moves: Pick<Moves, "gone" | "missing" | "join">;
  /** Key prefixes under which any number of removals is accepted. */
  readonly acceptRemovals: readonly string[];
}

/** No story is held back. */
const NONE: HeldRemovals = { count: 0, fresh: 0, prefixes: [], isHeld: () => false };

/**
 * Decides which removals are held back; throws `MassRemovalError` if the run is to stop. Reads the records once more,
 * but only if stories are missing already, or so many are gone that the guard may object.
 */
export async function holdRemovals(options: HoldOptions): Promise<HeldRemovals> {
  const { moves, storiesBefore, acceptRemovals } = options;
  const isUsual = !isImplausible(moves.gone, storiesBefore) && !isRest(moves.gone, options);
  if (moves.gone === 0 || (isUsual && moves.missing === 0)) {
    return NONE;
  }
  const isAccepted = (key: string): boolean => acceptRemovals.some((prefix) => key.startsWith(prefix));
  const counts = await countRemovals(options, isAccepted);
  const all = guardRemovals(counts, options) === "all";
  const fresh = all ? counts.fresh : 0;
  return {
    count: fresh + counts.known,
    fresh,
    prefixes: all ? counts.prefixes : counts.knownPrefixes,
    isHeld: ({ change, key, replaced, missing }) =>
      change === "removed" && !replaced && !isAccepted(key) && (all || missing !== undefined),
  };
}

async function countRemovals(
  { read, moves }: HoldOptions,
  isAccepted: (key: string) => boolean,
): Promise<RemovalCounts & { readonly knownPrefixes: readonly string[] }> {
  let [fresh, replaced, known, example] = [0, 0, 0, ""];
  const [all, alreadyMissing] = [createPrefixFinder(), createPrefixFinder()];
  for await (const logged of read()) {
    const record = logged.readIf("removed");
    if (record === undefined || moves.join(record) === undefined || isAccepted(record.key)) {
      continue;
    }
    example ||= record.key;
    if (record.replaced) {
      replaced += 1;
      continue;
    }
    all.add(record.key);
    if (record.missing === undefined) {
      fresh += 1;
    } else {
      known += 1;
      alreadyMissing.add(record.key);
    }
  }
  const prefixes = all.finish();
  return { fresh, replaced, known, example, prefixes, knownPrefixes: alreadyMissing.finish() };
}
