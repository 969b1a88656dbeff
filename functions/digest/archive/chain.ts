import pMap from "p-map";
import { runIdOf, runKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { briefOf, searchedWords } from "../publish/brief.ts";
import { type BriefFile, readBrief } from "../run/brief/brief-file.ts";
import { readEdition } from "../run/published.ts";
import { readHead } from "../snapshot/head.ts";
import { readSnapshot } from "../snapshot/snapshot.ts";

/** A run that was committed, with what the archive holds of its edition. */
export interface Committed extends Pick<BriefFile, "brief" | "details"> {
  /** Key of its snapshot. */
  readonly snapshot: string;
  /** Key of `edition.json`. */
  readonly edition: string;
  /** Key of the snapshot before it; absent: it is the first. */
  readonly parent?: string;
}

/** Editions that are looked back at: ten years of one a day. */
const MAX_EDITIONS = 4_000;

/** Objects that are read side by side. */
export const MAX_READS = 32;

/** The key of the snapshot that is current; `undefined` without a head. One GET. */
export async function currentSnapshot(state: ObjectStore): Promise<string | undefined> {
  const found = await readHead(state);
  return found.state === "current" ? found.head.snapshot : undefined;
}

/** A run in the chain; of one without a brief, the edition is still to be read. */
interface Link {
  readonly snapshot: string;
  readonly edition: string;
  readonly file?: BriefFile;
  /** Ids of runs before it, newest first; the first is its parent's. */
  readonly earlier: readonly string[];
}

/**
 * The runs that were committed, newest first: from a current snapshot back, up to the first that `isKnown` or that has no parent. What is
 * in it is decided by each run's own parent; the earlier runs that a brief names only say what can be read side by side. One GET a
 * run, and {@link MAX_READS} at a time; three for one of version 0.2, each after the one before.
 */
export async function committedSince(
  state: ObjectStore,
  current: string,
  isKnown: (snapshot: string) => boolean,
): Promise<readonly Committed[]> {
  const links: Link[] = [];
  const readOne = async (snapshot: string, at: number): Promise<Link | undefined> =>
    at === 0 ? await readLink(state, snapshot) : await readLink(state, snapshot).catch(() => undefined);
  let next: readonly string[] = [current];
  while (next.length > 0 && links.length < MAX_EDITIONS) {
    links.push(...connected(await pMap(next, readOne, { concurrency: MAX_READS })));
    next = untilKnown(links.at(-1)?.earlier ?? [], isKnown);
  }
  return await pMap(links.slice(0, MAX_EDITIONS), (link) => committedIn(state, link), {
    concurrency: MAX_READS,
  });
}

async function readLink(state: ObjectStore, snapshot: string): Promise<Link> {
  const keys = runKeys(runIdOf(snapshot));
  const file = await readBrief(state, keys.archive);
  if (file !== undefined) {
    return { snapshot, edition: keys.edition, file, earlier: file.earlier };
  }
  const { edition, parent } = await readSnapshot(state, snapshot);
  return { snapshot, edition, earlier: parent === null ? [] : [runIdOf(parent)] };
}

/** The links, as far as each names the next as its parent; one that could not be read is read again as the first of the next. */
function connected(read: readonly (Link | undefined)[]): readonly Link[] {
  const links: Link[] = [];
  for (const link of read) {
    const child = links.at(-1);
    if (link === undefined || (child !== undefined && snapshotOf(child.earlier[0]) !== link.snapshot)) {
      break;
    }
    links.push(link);
  }
  return links;
}

function untilKnown(runs: readonly string[], isKnown: (snapshot: string) => boolean): readonly string[] {
  const snapshots = runs.map((run) => runKeys(run).snapshot);
  const known = snapshots.findIndex(isKnown);
  return known === -1 ? snapshots : snapshots.slice(0, known);
}

function snapshotOf(run: string | undefined): string | undefined {
  return run === undefined ? undefined : runKeys(run).snapshot;
}

/** What is held of an edition; of one without a brief, it is made from all that it says, without texts. */
async function committedIn(
  state: ObjectStore,
  { snapshot, edition, file, earlier }: Link,
): Promise<Committed> {
  const parent = snapshotOf(earlier[0]);
  const place = { snapshot, edition, ...(parent !== undefined && { parent }) };
  if (file !== undefined) {
    return { ...place, brief: file.brief, details: file.details };
  }
  const whole = await readEdition(state, edition);
  const words = searchedWords(whole);
  return { ...place, brief: briefOf(whole), details: () => ({ words, texts: new Map() }) };
}
