import type { AbsentStory } from "../../snapshot/absent.ts";
import { countAbsences, earlierTexts, type Inherited, withAbsence } from "../../snapshot/entry.ts";
import type { LoggedChange } from "../log.ts";
import { type Remembered, rememberedAt } from "../memory.ts";
import { UNSTABLE_ABSENCES } from "../news.ts";
import { recordFlapping, recordRenamed } from "../record.ts";
import type { AddedRecord, Change, ChangeRecord, RemovedRecord, UnstableRecord } from "../schema.ts";
import { SIGNIFICANCE } from "../significance.ts";
import type { CompareContext } from "./compare-pair.ts";
import { createLostIndex, type Lost } from "./lost-index.ts";
import { type Match, startSearch } from "./search.ts";

/** The moved and returned stories among the records of a run. */
export interface Moves {
  /** By the new key. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  /** Absent stories that are there again. */
  readonly returned: readonly Lost[];
  /** Removed stories that are gone. */
  readonly gone: number;
  /** Removed stories, gone or moved, whose removal was held back before. */
  readonly missing: number;
  /** Whether the story that had this key was found under another one. */
  hasMoved(key: string): boolean;
  /** The record as the edition lists it; `undefined` for the removed half of a moved story. */
  join(record: ChangeRecord): Change | undefined;
}

/** How to find moved and returned stories. */
export interface MatchOptions extends CompareContext {
  readonly remembered: Remembered;
}

/**
 * Removed stories to look for among the added ones. Each takes a few hundred bytes while records are gathered; beyond
 * this number, the last ones in key order are reported as removed and, under their new key, as added.
 */
const MAX_LOST = 2 ** 17;

/**
 * Matches added stories with removed and absent ones that are the same story, each at most once, in this order:
 *
 * | text | key, headline | told as |
 * |---|---|---|
 * | same | any | renamed |
 * | same but for white space, typography and case | any | renamed |
 * | anything but another story | the key of an absent story | returned, with the revision |
 * | similar, by its sketch | same headline | renamed, with the revision |
 * | similar, by its sketch | any | renamed, with the revision |
 * | anything | same headline | renamed, with the revision |
 *
 * A story that was absent is told as returned instead of renamed. Equals are taken in key order, removed stories before
 * those missing already, and these before absent ones, similar ones the most similar first. Similar texts are read and compared, which may prove them two stories;
 * beyond `maxCompared` the more similar ones are told as renamed but not compared. Reads the records once, and
 * once more with the absent stories if anything was added.
 */
export async function findMoves(
  read: () => AsyncIterable<LoggedChange>,
  options: MatchOptions,
): Promise<Moves> {
  const { lost, sketches, removed, missing, added } = await collectRemoved(read());
  if (added > 0) {
    for await (const story of rememberedAt(options.slot, options.remembered, options.state)) {
      lost.push(lostOf(story));
      sketches.push(story.match?.sketch ?? "");
    }
  }
  if (lost.length === 0 || added === 0) {
    return movesOf(new Map(), { removed, missing }, options);
  }
  const search = startSearch(lost, createLostIndex(lost, sketches));
  for await (const logged of read()) {
    const record = logged.readIf("added");
    if (record !== undefined) {
      search.add(record);
    }
  }
  return movesOf(await search.finish(options), { removed, missing }, options);
}

function movesOf(
  matches: ReadonlyMap<string, Match>,
  { removed, missing }: Pick<RemovedStories, "removed" | "missing">,
  { slot }: Pick<MatchOptions, "slot">,
): Moves {
  const lost = [...matches.values()].map((match) => match.lost);
  const returned = lost.filter(({ since }) => since !== undefined);
  const vanished = new Set(lost.flatMap(({ key, since }) => (since === undefined ? [key] : [])));
  return {
    inherited: new Map([...matches].map(([key, match]) => [key, inheritedBy(match, slot)])),
    returned,
    gone: removed - vanished.size,
    missing,
    hasMoved: (key) => vanished.has(key),
    join(record) {
      if (record.change === "removed") {
        return vanished.has(record.key) ? undefined : toldOfRemoved(record);
      }
      const match = record.change === "added" ? matches.get(record.key) : undefined;
      return match === undefined || record.change !== "added" ? record : toldOf(record, match);
    },
  };
}

/** The removal of a story that keeps going and coming back is no news. */
function toldOfRemoved(record: RemovedRecord): Change {
  const absences = countAbsences(record.earlier);
  return absences < UNSTABLE_ABSENCES ? record : recordFlapping(record, absences);
}

function inheritedBy(match: Match, slot: string): Inherited {
  const { told } = match;
  const { key, firstSeen, lastChanged } = match.lost;
  const isSameText = told.text === "same" || told.text === "cosmetic";
  return { key, firstSeen, lastChanged: isSameText ? lastChanged : slot, earlier: statesOf(match) };
}

/** The earlier states of the moved story; an absence is remembered like an earlier text. */
function statesOf({ lost, told }: Match): Inherited["earlier"] {
  const texts = told.text === "same" ? lost.earlier : earlierTexts({ ...lost, place: lost.match?.place });
  return lost.since === undefined ? texts : withAbsence(texts, lost.since);
}

function toldOf(added: AddedRecord, match: Match): Change {
  const { lost, told } = match;
  const absences = countAbsences(statesOf(match));
  const moved = movedFrom(added, lost);
  if (lost.since !== undefined && absences >= UNSTABLE_ABSENCES) {
    return { ...recordFlapping(added, absences), ...moved };
  }
  const news = told.text === "changed" ? told.news : undefined;
  const texts = added.texts && { texts: added.texts };
  if (news?.change === "unstable") {
    return { ...news, ...texts, ...moved };
  }
  const record = news ? { ...news, ...texts, renamedFrom: lost.key } : recordRenamed(added, lost);
  const uncompared = told.text === "uncompared" && { isUncompared: true as const };
  if (lost.since === undefined) {
    return { ...record, change: "renamed", ...uncompared };
  }
  const { renamedFrom, ...rest } = record;
  return {
    ...rest,
    change: "returned",
    goneSince: lost.since,
    significance: Math.max(record.significance, SIGNIFICANCE.returned),
    ...(lost.key !== added.key && { renamedFrom }),
    ...uncompared,
  };
}

/** Where an unstable story was before. */
function movedFrom({ key }: AddedRecord, lost: Lost): Pick<UnstableRecord, "renamedFrom" | "goneSince"> {
  return {
    ...(lost.key !== key && { renamedFrom: lost.key }),
    ...(lost.since !== undefined && { goneSince: lost.since }),
  };
}

function lostOf({
  key,
  hash,
  firstSeen,
  lastChanged,
  earlier,
  match,
  since,
}: (RemovedRecord & Partial<Pick<AbsentStory, "since">>) | AbsentStory): Lost {
  const known = { key, hash, firstSeen, lastChanged, earlier, ...(since !== undefined && { since }) };
  if (match === undefined) {
    return known;
  }
  const { sketch: _, ...rest } = match;
  return { ...known, match: rest };
}

/**
 * The removed stories, as many as are looked for, those missing before last, and how many were removed, missing before,
 * and added.
 */
interface RemovedStories {
  readonly lost: Lost[];
  readonly sketches: string[];
  readonly removed: number;
  readonly missing: number;
  readonly added: number;
}

async function collectRemoved(log: AsyncIterable<LoggedChange>): Promise<RemovedStories> {
  const [fresh, known] = [createLostList(), createLostList()];
  let [removed, missing, added] = [0, 0, 0];
  for await (const logged of log) {
    added += Number(logged.change === "added");
    const record = logged.readIf("removed");
    if (record !== undefined) {
      const isMissing = record.missing !== undefined;
      removed += 1;
      missing += Number(isMissing);
      (isMissing ? known : fresh).add(record, removed);
    }
  }
  const lost = known.lost.length === 0 ? fresh.lost : [...fresh.lost, ...known.lost];
  const sketches = known.lost.length === 0 ? fresh.sketches : [...fresh.sketches, ...known.sketches];
  return { lost, sketches, removed, missing, added };
}

/** Takes removed stories as long as they are among the first. */
function createLostList() {
  const [lost, sketches]: [Lost[], string[]] = [[], []];
  return {
    lost,
    sketches,
    add(record: RemovedRecord, place: number): void {
      if (place <= MAX_LOST) {
        lost.push(lostOf(record));
        sketches.push(record.match?.sketch ?? "");
      }
    },
  };
}
