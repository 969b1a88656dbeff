import { pMapIterable } from "p-map";
import type { RunKeys } from "../keys.ts";
import type { KnownStretch } from "../snapshot/fingerprints.ts";
import { countStories } from "../snapshot/parts.ts";
import { readTogether } from "../snapshot/read-together.ts";
import { pagesOfObjects, unreadPages } from "../store/object-page.ts";
import { examine, neededText } from "./examine.ts";
import type { ExamineContext, Finding } from "./finding.ts";
import type { ListedRange } from "./first-ranges.ts";
import { createPermits, type Gate, type Permits } from "./gate.ts";
import type { Step, Unchanged } from "./join-pages.ts";
import { cutsParts, openRange } from "./known-text.ts";
import type { ScanLimits } from "./limits.ts";
import type { RangeResult } from "./range-result.ts";
import { createRangeWriter, type RangeWriter } from "./range-writer.ts";
import type { StoryFilter } from "./read-story.ts";
import type { ReadingNote } from "./reading-note.ts";
import { examineStopped, hasStopped } from "./stopped.ts";
import { type CutListing, cutStretches } from "./stretches/cut-stretches.ts";
import { joinPieces } from "./stretches/join-pieces.ts";
import { knownRange } from "./stretches/known-range.ts";

/** The context of a scan, apart from its range. */
export interface ScanContext extends ExamineContext {
  readonly corpusPrefix: string;
  readonly isStory: StoryFilter;
  /** How the listing was cut when the snapshot was made; empty if that is not known. */
  readonly known: readonly KnownStretch[];
  readonly keys: RunKeys;
  readonly limits: ScanLimits;
  /** Under which stories are read. */
  readonly note: ReadingNote;
  /** Whether to stop and keep the progress; never becomes false again. */
  isTimeUp(): boolean;
}

/**
 * A run's unit of work: lists one range of the corpus, joins it with the snapshot's parts, reads the stories that
 * differ, and writes changes, packs and parts under the run's keys, where nothing references them yet. Depends only on
 * its arguments, so ranges can run concurrently or on several machines. Ranges that share permits read no more stories
 * at a time than these allow, and no more of them hold entries that wait for their part to be full.
 *
 * When time runs out, it finishes the stories being read and returns the last key it completed; `undefined` if there is
 * nothing worth keeping. A range unchanged so far is not: listing it again costs less than splitting its parts.
 */
export async function scanRange(
  listed: ListedRange,
  context: ScanContext,
  { reading, writing }: Permits = createPermits(context.limits),
): Promise<RangeResult | undefined> {
  if (context.isTimeUp()) {
    return undefined;
  }
  const { range } = listed;
  const known = openRange(context.state, range);
  const writer = createRangeWriter(range, known, context);
  const { pieces, stretches } = openListing(listed, context);
  const entries = cutsParts(range) ? undefined : countStories(range.parts);
  let release = cutsParts(range) ? await writing.enter() : undefined;
  try {
    for await (const steps of joinPieces(known(), pieces, entries)) {
      reading.check();
      release ??= steps.some(isChange) ? await writing.enter() : undefined;
      if (!(await processSteps(steps, writer, { context, gate: reading }))) {
        return await writer.stop();
      }
    }
    return { ...(await writer.finish()), stretches: stretches() };
  } finally {
    release?.();
  }
}

function isChange({ difference }: Step): boolean {
  return difference !== "none";
}

/** The listing of a range, cut at the anchors of the snapshot's fingerprints. */
function openListing(
  { range, pages }: ListedRange,
  { corpus, corpusPrefix, known, isStory, limits }: ScanContext,
): CutListing {
  const { after, upTo } = range;
  const listed =
    pages === undefined ? unreadPages(corpus, { prefix: corpusPrefix, after, upTo }) : pagesOfObjects(pages);
  return cutStretches(listed, knownRange(range, known), { sizes: limits.stretches, isStory });
}

interface Examination {
  readonly context: ScanContext;
  readonly gate: Gate;
}

/** The outcome of a step; `release` frees its permit. */
type Outcome =
  | { readonly unchanged: Unchanged }
  | { readonly finding: Finding; readonly key: string; readonly release: () => void };

/**
 * Examines steps concurrently and writes their outcomes in key order; `false` if time ran out before the last one.
 * Outcomes after the first skipped step are dropped.
 */
async function processSteps(
  steps: readonly Step[],
  writer: RangeWriter,
  examination: Examination,
): Promise<boolean> {
  const { isTimeUp, limits } = examination.context;
  let isWhole = !isTimeUp();
  if (steps.length === 0) {
    return isWhole;
  }
  const own = { ...examination, context: withNeededTexts(examination.context, steps) };
  const outcomes = pMapIterable(isWhole ? steps : [], (step) => processStep(step, own), {
    concurrency: limits.concurrency,
    backpressure: limits.concurrency,
  });
  for await (const outcome of outcomes) {
    isWhole &&= outcome !== undefined;
    if (isWhole && outcome !== undefined) {
      await writeOutcome(outcome, writer);
    }
    if (outcome !== undefined && "release" in outcome) {
      outcome.release();
    }
  }
  return isWhole;
}

/** The context for these steps: earlier texts that lie together are read together. */
function withNeededTexts(context: ScanContext, steps: readonly Step[]): ScanContext {
  const needed = steps.flatMap((step) => (step.difference === "none" ? [] : (neededText(step) ?? [])));
  return { ...context, state: readTogether(context.state, needed) };
}

/** The permit is held until the finding is written, so that findings do not pile up in a waiting range. */
async function processStep(step: Step, { context, gate }: Examination): Promise<Outcome | undefined> {
  if (step.difference === "none") {
    return { unchanged: step };
  }
  const release = await gate.enter();
  if (context.isTimeUp()) {
    release();
    return undefined;
  }
  const { key } = step.difference === "removed" ? step.before : step.listed;
  const finding = await context.note.under(key, () => examine(step, context), hasStopped(step));
  return { finding: finding ?? examineStopped(step, context), key, release };
}

async function writeOutcome(outcome: Outcome, writer: RangeWriter): Promise<void> {
  if ("unchanged" in outcome) {
    await writer.keep(outcome.unchanged);
  } else {
    await writer.change(outcome.finding, outcome.key);
  }
}
