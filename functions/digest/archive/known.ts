import type { ObjectStore } from "../ports.ts";
import type { Brief } from "../publish/brief.ts";
import type { BriefDetails } from "../run/brief/brief-file.ts";
import { once, onceEach } from "../text/once.ts";
import { type Committed, committedSince, currentSnapshot } from "./chain.ts";
import { type Trails, tracesOf, trailsOf } from "./trails.ts";
import type { EventTrace } from "./types.ts";

/** An edition as its list, its threads and its search need it: all of it that is kept in memory. */
export interface ListedEdition
  extends Pick<Brief, "slot" | "kind" | "counts" | "missing" | "lead" | "threads" | "week"> {
  readonly events: readonly EventTrace[];
  /** Reads what is kept compressed. */
  details(): BriefDetails;
  /** Key of `edition.json`. */
  readonly stored: string;
}

/** What is known of the chain of commits up to one of them. */
export interface Known {
  /** Key of the current snapshot; `undefined` before the first edition. */
  readonly snapshot?: string;
  /** Keys of the snapshots, and their editions; oldest first. */
  readonly editions: ReadonlyMap<string, ListedEdition>;
  trails(): Trails;
}

const NOTHING: Known = { editions: new Map(), trails: () => trailsOf([]) };

/**
 * Answers what is known of the chain as it is now. One GET if nothing was committed since, else one more for each edition that was.
 * Requests that come while a chain is read wait for the same reading; one that fails leaves what was known before, and the next request
 * reads again.
 */
export function followChain(state: ObjectStore): () => Promise<Known> {
  let known = NOTHING;
  let reading: { readonly snapshot: string; readonly done: Promise<Known> } | undefined;
  const read = (snapshot: string): Promise<Known> => {
    const before = reading?.done ?? Promise.resolve(known);
    const done = before.catch(() => known).then((base) => readOn(base, snapshot, state));
    const own = { snapshot, done };
    reading = own;
    const end = (now: Known): void => {
      known = now;
      reading = reading === own ? undefined : reading;
    };
    done.then(end, () => end(known));
    return done;
  };
  return async () => {
    const snapshot = await currentSnapshot(state);
    if (snapshot === undefined || snapshot === known.snapshot) {
      return known;
    }
    return await (reading?.snapshot === snapshot ? reading.done : read(snapshot));
  };
}

/** Adds what was committed since; what is no more in the chain, as after a head that was lost, is left out. */
async function readOn(known: Known, snapshot: string, state: ObjectStore): Promise<Known> {
  if (known.snapshot === snapshot) {
    return known;
  }
  const found = await committedSince(state, snapshot, (key) => known.editions.has(key));
  const editions = new Map([...keptUpTo(found.at(-1)?.parent, known), ...listedAll(found)]);
  const events = () => [...editions.values()].map((edition) => edition.events);
  return { snapshot, editions, trails: once(() => trailsOf(events())) };
}

/** By the keys of their snapshots, oldest first. */
function listedAll(found: readonly Committed[]): readonly (readonly [string, ListedEdition])[] {
  const same = onceEach((text) => text);
  return found.toReversed().map((one) => [one.snapshot, listed(one, same)] as const);
}

function keptUpTo(snapshot: string | undefined, { editions }: Known) {
  const all = [...editions];
  return all.slice(0, all.findLastIndex(([key]) => key === snapshot) + 1);
}

/** `same` gives one string for all that are equal, as most keys and hashes stand in several editions. */
function listed({ brief, details, edition }: Committed, same: (text: string) => string): ListedEdition {
  const { slot, kind, counts, missing, lead, threads, week } = brief;
  return {
    slot,
    kind,
    counts,
    ...(missing !== undefined && { missing }),
    ...(lead !== undefined && { lead }),
    threads,
    ...(week !== undefined && { week }),
    events: tracesOf(brief).map((event) => shared(event, same)),
    details,
    stored: edition,
  };
}

function shared(event: EventTrace, same: (text: string) => string): EventTrace {
  const { key, thread, firstSeen, sha256 } = event;
  const { before, after } = sha256 ?? {};
  return {
    ...event,
    key: same(key),
    ...(thread !== undefined && { thread: same(thread) }),
    ...(firstSeen !== undefined && { firstSeen: same(firstSeen) }),
    ...(sha256 !== undefined && {
      sha256: {
        ...(before !== undefined && { before: same(before) }),
        ...(after !== undefined && { after: same(after) }),
      },
    }),
  };
}
