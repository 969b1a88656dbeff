import { accessSync, appendFileSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { EditionCounts } from "../../functions/digest/edition/schema.ts";
import { stories } from "../../functions/digest/publish/wording/words.ts";
import type { RunResult } from "../../functions/digest/run/result.ts";
import { bundleFunction, READY_BUNDLE } from "../../infra/bundle.ts";
import { moduleAt } from "../../infra/installed.ts";
import { precompileTemplates } from "../../templates/precompile.ts";
import { type LocalCloud, startLocalCloud } from "../cloud.ts";
import { remedyOf, withRemedies } from "../remedy.ts";
import { bindCorpus } from "./bound-corpus.ts";
import { type Synced, syncCorpus } from "./corpus-folder.ts";
import { functionEnvironment } from "./environment.ts";
import { type LocalFunction, startFunction } from "./local-function.ts";
import type { RunOptions } from "./options.ts";
import { type SavedEdition, saveEdition } from "./saved/saved-edition.ts";
import { seedContacts, topicsToSeed } from "./seed-contacts.ts";
import { needsLocalModels } from "./summaries.ts";

/** The result of a local run. */
export interface LocalResult {
  /** `null` if there was nothing to resume. */
  readonly slot: string | null;
  readonly outcome: Exclude<RunResult["outcome"], "pending" | "unfinished" | "refused" | "failed">;
  /** The slot of the head, if it is a later one, or was before it was redated. */
  readonly laterSlot?: string | undefined;
  readonly counts: EditionCounts | null;
  readonly synced: Synced;
  /** `null` without an edition. */
  readonly saved: SavedEdition | null;
}

/** Receives progress during a run. */
export interface Listener {
  /** A line of the function's log. */
  onLog(line: string): void;
  /** A sentence for the waiting user. */
  onNote(sentence: string): void;
}

/**
 * Once the deadline is over by this much, the claim's owner is certainly dead; the store's clock has whole
 * seconds.
 */
const AFTER_DEADLINE_MS = 1_000;

/** No claim is longer: a run has 15 minutes at most. */
const MAX_WAIT_MS = 3_600_000;

/** Runs the job once on a state folder's local cloud. Throws what the function throws, and what to do about a full disk and the like. */
export async function runLocally(options: RunOptions, listener: Listener): Promise<LocalResult> {
  return await withRemedies(options, async () => {
    makeOutFolder(options.out);
    const hasModels = needsLocalModels(environmentOf(options));
    const cloud = await startLocalCloud({ state: options.state, hasModels });
    try {
      bindCorpus(options.state, options.corpus);
      return await runInCloud(cloud, options, listener);
    } finally {
      await cloud.stop();
    }
  });
}

/** Before anything is sent: what cannot be saved is better not sent. */
function makeOutFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot write the output folder ${out}: ${reason}; name another with --out`, { cause });
  }
}

/** The same in a running cloud: sync the corpus, invoke the function, save the results. */
export async function runInCloud(
  cloud: LocalCloud,
  options: RunOptions,
  listener: Listener,
): Promise<LocalResult> {
  try {
    return await syncAndInvoke(cloud, options, listener);
  } catch (error) {
    throw remedyOf(cloud.failure(), options) === undefined ? error : cloud.failure();
  }
}

async function syncAndInvoke(
  cloud: LocalCloud,
  options: RunOptions,
  listener: Listener,
): Promise<LocalResult> {
  const synced = await syncCorpus(options.corpus, cloud.corpus, (sentence) => listener.onNote(sentence));
  const environment = environmentOf(options);
  const topics = await topicsToSeed(environment, cloud.state);
  seedContacts(cloud.contacts, environment, options.contacts, topics);
  const result = await invoke(cloud, options, listener);
  const saved = hasEdition(result) ? await saveEdition(result, options.out, cloud) : null;
  const counts = result.counts ?? saved?.counts ?? null;
  const { slot, outcome, laterSlot } = result;
  return { slot, outcome, laterSlot, counts, synced, saved };
}

function environmentOf({ settings }: RunOptions): Readonly<Record<string, string | undefined>> {
  return { ...process.env, ...settings };
}

function hasEdition<T extends RunResult>(result: T): result is T & { readonly slot: string } {
  return result.slot !== null && result.outcome !== "redated";
}

async function invoke(
  cloud: LocalCloud,
  options: RunOptions,
  listener: Listener,
): Promise<RunResult & Pick<LocalResult, "outcome">> {
  const logFile = join(options.state, "function.log");
  const digest = await startFunction({
    entry: entryOf(options),
    env: functionEnvironment(cloud, environmentOf(options), options.recipients),
    timeLimitMs: options.timeLimitMs,
    onLog(line) {
      keepLog(logFile, line, listener);
      listener.onLog(line);
    },
  });
  try {
    return await finish(await digest.invoke(options.event), digest, listener);
  } finally {
    await digest.stop();
  }
}

/** A log that cannot be written stops no run. */
function keepLog(file: string, line: string, listener: Listener): void {
  try {
    appendFileSync(file, `${line}\n`);
  } catch (error) {
    listener.onNote(`Not logged: ${error instanceof Error ? error.message : String(error)}: ${file}`);
  }
}

function entryOf({ isBundled, state }: RunOptions): URL {
  if (isBundled) {
    return pathToFileURL(join(READY_BUNDLE ?? makeBundle(state), "index.mjs"));
  }
  precompileTemplates();
  return moduleAt("../../functions/digest/handler.ts", import.meta.url);
}

/** In the state folder, which no other run has at the same time. */
function makeBundle(state: string): string {
  const folder = join(state, "bundle");
  bundleFunction("digest", folder);
  return folder;
}

/**
 * Continues a run that ran out of time and waits for the claim of a stopped one, as the stack's hourly resume
 * run would.
 */
async function finish(
  first: RunResult,
  digest: LocalFunction,
  listener: Listener,
): Promise<RunResult & Pick<LocalResult, "outcome">> {
  let result = first;
  while (result.outcome === "pending" || result.outcome === "unfinished") {
    await (result.outcome === "pending" ? waitForClaim(result, listener) : noteProgress(result, listener));
    result = await digest.invoke({ mode: "resume" });
  }
  if (result.outcome === "refused" || result.outcome === "failed") {
    throw new Error(result.problem);
  }
  return { ...result, outcome: result.outcome };
}

function noteProgress({ slot, progress }: RunResult, listener: Listener): void {
  listener.onNote(
    `Out of time after ${stories(progress?.stories ?? 0)} of ${slot}: continuing in another invocation`,
  );
}

async function waitForClaim({ slot, waitUntil }: RunResult, listener: Listener): Promise<void> {
  const until = waitUntil ?? new Date().toISOString();
  const waitMs = Math.max(0, Date.parse(until) - Date.now()) + AFTER_DEADLINE_MS;
  if (waitMs > MAX_WAIT_MS) {
    throw new Error(
      `a stopped run holds the delivery of ${slot} until ${until}, as its clock was ahead: wait until then, or start anew with another --state`,
    );
  }
  listener.onNote(
    `A stopped run holds the delivery of ${slot} until ${until}: waiting ${Math.ceil(waitMs / 1000)} s`,
  );
  await sleep(waitMs);
}
