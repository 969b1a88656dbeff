import { pMapIterable } from "p-map";
import { gatherRecords } from "../../changes/gather.ts";
import { type ChangesReference, createChangesWriter } from "../../changes/log.ts";
import { type Change, type ChangeRecord, countNews } from "../../changes/schema.ts";
import { composeEdition, MAX_RECORDS } from "../../edition/compose.ts";
import type { Edition } from "../../edition/schema.ts";
import { CorruptStateError } from "../../errors.ts";
import { readingKey, weekKeys } from "../../keys.ts";
import { createReadingNote, type ReadingNote } from "../../scan/reading-note.ts";
import { differencesOf, type EntryDifference } from "../../snapshot/differences.ts";
import { readSnapshot, type Snapshot, type WeekStart } from "../../snapshot/snapshot.ts";
import { type Attempt, readSettingsOf } from "../attempt.ts";
import { type GatheredRun, weighRemovals } from "../gather.ts";
import type { Job } from "../job.ts";
import { weekOf } from "./calendar.ts";
import { lastTextsOf } from "./last-texts.ts";
import { noteLife, type WeekLife, withLife } from "./life.ts";
import { tellDifference } from "./tell-difference.ts";
import { withValuesBetween } from "./values-between.ts";

/** The week's edition. */
export interface MadeWeek {
  readonly edition: Edition;
  /** What it was composed from. */
  readonly records: readonly Change[];
  /** Keys that nothing refers to once the run is committed. */
  readonly spent: readonly string[];
}

/** What a run does for weekly topics. */
export interface WeekOutcome {
  /** From where the next weekly edition tells. */
  readonly start: WeekStart;
  readonly made?: MadeWeek;
}

/** What the run that ends a week has gathered, and its own edition. */
export interface DayOfWeek {
  readonly gathered: GatheredRun;
  readonly edition: Edition;
}

type WeekJob = Pick<Job, "state" | "config" | "limits" | "log" | "nonce" | "sleep" | "remainingMs">;

/** What is read and compared for a week: a note of its own, as an invocation that comes after scans first. */
const WEEK = "week";

/**
 * The weekly edition, in the first run of a week: the snapshot with which the last one began, compared with today's, so that what came and
 * went in between comes to nothing. Lists nothing; reads the parts in which the two differ, and two texts a story. It is left to the next
 * run if there is no time, and left out if the week's first snapshot is gone.
 */
export async function makeWeek(
  { gathered, edition }: DayOfWeek,
  attempt: Attempt,
  job: WeekJob,
): Promise<WeekOutcome> {
  const { slot } = gathered.input;
  const own = { slot, snapshot: attempt.keys.snapshot };
  const start = attempt.before?.week;
  if (start === undefined) {
    return { start: own };
  }
  if (weekOf(start.slot, job.config) >= weekOf(slot, job.config)) {
    return { start };
  }
  try {
    const compared = await compareWeek(start, gathered, attempt, job);
    const made = compared && {
      ...compared,
      edition: await withValuesBetween(compared.edition, edition, attempt, job.state),
    };
    job.log("week", { slot, since: start.slot, ...(made ? made.edition.items : { outcome: "put off" }) });
    return made === undefined ? { start } : { start: own, made };
  } catch (cause) {
    if (cause instanceof CorruptStateError) {
      job.log("week left out", { slot, since: start.slot, reason: cause.message });
      return { start: own };
    }
    throw cause;
  }
}

/** `undefined`: time ran out. */
async function compareWeek(
  start: WeekStart,
  gathered: GatheredRun,
  attempt: Attempt,
  job: WeekJob,
): Promise<MadeWeek | undefined> {
  const { state } = job;
  const first = await readSnapshot(state, start.snapshot);
  const scope = JSON.stringify([start.slot, gathered.input.slot]);
  const note = createReadingNote({ key: readingKey(WEEK), parent: start.snapshot, scope }, job);
  const week = { first, note, gathered, attempt };
  try {
    const found = await findChanges(week, job);
    return found && (await composeWeek(found, week, job));
  } finally {
    await note.end();
  }
}

/** Both ends of a week: its first snapshot, and what the run has gathered for the last. */
interface Week {
  readonly first: Snapshot;
  readonly note: ReadingNote;
  readonly gathered: GatheredRun;
  readonly attempt: Attempt;
}

interface FoundChanges {
  readonly changes: readonly ChangesReference[];
  readonly life: WeekLife;
}

async function findChanges(week: Week, job: WeekJob): Promise<FoundChanges | undefined> {
  const { first, gathered, attempt } = week;
  const { state, limits } = job;
  const last = await lastTextsOf(gathered.absent, state);
  const context = { state, reading: readSettingsOf(job.config), slot: gathered.input.slot, last };
  const life = noteLife(first.slot, last);
  const tell = async (difference: EntryDifference): Promise<readonly ChangeRecord[] | undefined> => {
    if (attempt.limit.isOver()) {
      return undefined;
    }
    life.add(difference);
    const { key } = difference.after ?? difference.before ?? NO_ENTRY;
    return (await week.note.under(key, () => tellDifference(difference, context))) ?? [];
  };
  const told = pMapIterable(differencesOf(state, first.parts, gathered.parts), tell, {
    concurrency: limits.concurrency,
    backpressure: limits.concurrency,
  });
  const { changes } = weekKeys(attempt.keys.edition);
  const writer = createChangesWriter(state, (count) => changes(String(count)));
  for await (const records of told) {
    if (records === undefined) {
      return undefined;
    }
    for (const record of records) {
      await writer.add(record);
    }
  }
  return { changes: await writer.finish(), life: life.finish() };
}

/** A difference has an entry. */
const NO_ENTRY = { key: "" };

async function composeWeek(
  { changes, life }: FoundChanges,
  { first, note, gathered: { input, knownThreads }, attempt }: Week,
  { state, config, limits, log }: WeekJob,
): Promise<MadeWeek> {
  const { slot, missing } = input;
  const { records, counts } = await gatherRecords(state, changes, {
    slot,
    limit: MAX_RECORDS,
    acceptRemovals: [""],
    storiesBefore: 0,
    stopped: [],
    maxStops: 0,
    weighRemovals: () => weighRemovals(first, knownThreads, { state, log }),
    reading: readSettingsOf(config),
    maxCompared: limits.moves,
    under: note.under,
    remembered: { reference: first.absent, days: config.remember },
    absentKey: weekKeys(attempt.keys.edition).absent,
  });
  const composed = composeEdition({
    slot,
    since: first.slot,
    counts: { stories: input.counts.stories, ...counts },
    records,
    hasNews: countNews(counts) > 0,
    isBaseline: false,
    knownThreads,
    ...(missing !== undefined && { missing }),
  });
  const edition = withLife({ ...composed, rhythm: "weekly" }, life);
  return { edition, records, spent: changes.map(({ key }) => key) };
}
