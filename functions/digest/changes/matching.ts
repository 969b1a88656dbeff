import { earlierTexts, type Inherited } from "../snapshot/entry.ts";
import type { CompareContext } from "./compare-moves.ts";
import { createLostIndex, type Lost } from "./lost-index.ts";
import { recordRenamed } from "./record.ts";
import type { AddedRecord, Change, ChangeRecord, RemovedRecord } from "./schema.ts";
import { type Match, startSearch } from "./search.ts";

/** The moved stories among the records of a run. */
export interface Moves {
  /** By the new key. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  /** The record as the edition lists it; `undefined` for the removed half of a moved story. */
  join(record: ChangeRecord): Change | undefined;
}

/** How to find moved stories. */
export interface MatchOptions extends CompareContext {
  readonly slot: string;
}

/**
 * Removed stories to look for among the added ones. Each takes a few hundred bytes while records are gathered; beyond
 * this number, the last ones in key order are reported as removed and, under their new key, as added.
 */
const MAX_LOST = 2 ** 17;

/**
 * Matches removed and added stories that are one story under another key, each at most once, in this order:
 *
 * | text | headline | told as |
 * |---|---|---|
 * | same | any | renamed |
 * | same but for white space, typography and case | any | renamed |
 * | similar, by its sketch | same | renamed, with the revision |
 * | similar, by its sketch | any | renamed, with the revision |
 * | anything | same | renamed, with the revision |
 *
 * Equals are taken in key order, similar ones the most similar first. Similar texts are read and compared, which may prove them
 * two stories; beyond the bound in `search.ts` the more similar ones are told as renamed but not compared. Reads the records
 * once, and once more if anything was removed.
 */
export async function findMoves(
  read: () => AsyncIterable<ChangeRecord>,
  options: MatchOptions,
): Promise<Moves> {
  const { lost, sketches } = await collectLost(read());
  if (lost.length === 0) {
    return movesOf(new Map(), options);
  }
  const search = startSearch(lost, createLostIndex(lost, sketches));
  for await (const record of read()) {
    if (record.change === "added") {
      search.add(record);
    }
  }
  return movesOf(await search.finish(options), options);
}

function movesOf(matches: ReadonlyMap<string, Match>, { slot }: Pick<MatchOptions, "slot">): Moves {
  const vanished = new Set([...matches.values()].map(({ lost }) => lost.key));
  return {
    inherited: new Map([...matches].map(([key, match]) => [key, inheritedBy(match, slot)])),
    join(record) {
      if (record.change === "removed" && vanished.has(record.key)) {
        return undefined;
      }
      const match = record.change === "added" ? matches.get(record.key) : undefined;
      return match === undefined || record.change !== "added" ? record : toldOf(record, match);
    },
  };
}

function inheritedBy({ lost, told }: Match, slot: string): Inherited {
  const { key, firstSeen, lastChanged, earlier } = lost;
  if (told.text === "same") {
    return { key, firstSeen, lastChanged, earlier };
  }
  return {
    key,
    firstSeen,
    lastChanged: told.text === "cosmetic" ? lastChanged : slot,
    earlier: earlierTexts({ ...lost, place: lost.match?.place }),
  };
}

function toldOf(added: AddedRecord, { lost, told }: Match): Change {
  if (told.text !== "changed") {
    const renamed = recordRenamed(added, lost);
    return told.text === "uncompared" ? { ...renamed, isUncompared: true } : renamed;
  }
  const { news } = told;
  return news.change === "unstable" ? news : { ...news, change: "renamed", renamedFrom: lost.key };
}

function lostOf({ key, hash, firstSeen, lastChanged, earlier, match }: RemovedRecord): Lost {
  const known = { key, hash, firstSeen, lastChanged, earlier };
  if (match === undefined) {
    return known;
  }
  const { sketch: _, ...rest } = match;
  return { ...known, match: rest };
}

async function collectLost(
  records: AsyncIterable<ChangeRecord>,
): Promise<{ readonly lost: readonly Lost[]; readonly sketches: readonly string[] }> {
  const lost: Lost[] = [];
  const sketches: string[] = [];
  for await (const record of records) {
    if (record.change === "removed" && lost.length < MAX_LOST) {
      lost.push(lostOf(record));
      sketches.push(record.match?.sketch ?? "");
    }
  }
  return { lost, sketches };
}
