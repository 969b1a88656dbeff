import pMap from "p-map";
import type { Change } from "../../changes/schema.ts";
import type { modelOf } from "../../config.ts";
import type { Edition, EditionChange } from "../../edition/schema.ts";
import { CorruptStateError } from "../../errors.ts";
import { createBedrockModel } from "../../model/bedrock.ts";
import { modelFailureOf } from "../../model/failure.ts";
import type { ObjectStore } from "../../ports.ts";
import { unitsOf } from "../../publish/mail/view/units.ts";
import { chooseQuestion, writeQuestion } from "../../summary/model/question.ts";
import type { AskModel, ModelAnswer, ModelQuestion } from "../../summary/model/types.ts";
import { verifyChoice } from "../../summary/model/verify-choice.ts";
import { verifyText } from "../../summary/model/verify-text.ts";
import { once } from "../../text/once.ts";
import { readSettingsOf } from "../attempt.ts";
import type { Job } from "../job.ts";
import { keyOfAnswer, readAnswer, storeAnswer } from "./answers.ts";
import { subjectOf } from "./subjects.ts";

/** Stories whose summary a model makes: those that lead the email. */
const MAX_SUMMARISED = 50;
const MAX_ASKED_AT_ONCE = 8;
/** A model that takes longer for one story, or for all, is not waited for. */
const QUESTION_MS = 8_000;
const ALL_MS = 30_000;
/** Of the time that is left to the invocation, at most so much: the email is still to be made and sent. */
const SHARE_OF_TIME = 1 / 4;

/** An edition, and the keys of answers that nothing needs once it is committed. */
export interface SummarisedEdition {
  readonly edition: Edition;
  readonly spent: readonly string[];
}

/** What is to be summarised, and by which model. */
export interface ToSummarise {
  readonly edition: Edition;
  readonly records: readonly Change[];
  readonly asked: NonNullable<ReturnType<typeof modelOf>>;
}

type SummaryJob = Pick<Job, "state" | "config" | "log" | "openModel" | "remainingMs">;

/** How a summary came about. */
type Outcome =
  | { readonly outcome: "made"; readonly sentences: readonly string[] }
  /** There is nothing to choose between. */
  | { readonly outcome: "kept" }
  | { readonly outcome: "refused" | "failed"; readonly reason: string };

interface Tally {
  stored: number;
  made: number;
  kept: number;
  refused: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  /** The first reason why there is none. */
  reason?: string;
}

/**
 * Everything that only a run with a model needs is imported from here: in the bundle it is a file of its own (infra/bundling/chunk-of-its-own.ts).
 *
 * The edition with the summaries of its leads made by a model, where what it answered can be verified; all others stay the first sentences. Never
 * rejects for what a model does, and never takes longer than half a minute. One GET and one PUT a story, and one or two GETs of its texts.
 */
export async function withModelSummaries(
  { edition, records, asked }: ToSummarise,
  job: SummaryJob,
): Promise<SummarisedEdition> {
  const leads = leadsOf(edition).slice(0, MAX_SUMMARISED);
  if (leads.length === 0) {
    return { edition, spent: [] };
  }
  const byKey = new Map(records.map((record) => [record.key, record]));
  const tally: Tally = {
    stored: 0,
    made: 0,
    kept: 0,
    refused: 0,
    failed: 0,
    inputTokens: 0,
    outputTokens: 0,
  };
  const all = AbortSignal.timeout(Math.min(ALL_MS, Math.round(job.remainingMs() * SHARE_OF_TIME)));
  const spent: string[] = [];
  const hopeless = new AbortController();
  const asking = { asked, all, hopeless, tally, spent, open: openOnce(asked.model, job) };
  const summaries = new Map<string, readonly string[]>();
  await pMap(
    leads,
    async (change) => {
      const made = await summaryOf(byKey.get(change.key), asking, job);
      note(made, tally);
      if (made.outcome === "made") {
        summaries.set(change.key, made.sentences);
      }
    },
    { concurrency: MAX_ASKED_AT_ONCE },
  );
  job.log("summaries", {
    slot: edition.slot,
    model: asked.model,
    does: asked.does,
    asked: leads.length,
    ...tally,
  });
  const changes = edition.changes.map((change) => withSummary(change, summaries.get(change.key), asked));
  return { edition: { ...edition, changes }, spent };
}

/** New stories and revisions that the email tells in full; of several reports on one event the first. */
function leadsOf(edition: Edition): readonly EditionChange[] {
  return unitsOf(edition)
    .filter(({ shared }) => shared === undefined)
    .map(({ lead }) => lead)
    .filter(({ change, told }) => told !== "line" && (change === "added" || change === "revised"));
}

function withSummary(
  change: EditionChange,
  sentences: readonly string[] | undefined,
  asked: ToSummarise["asked"],
): EditionChange {
  return sentences === undefined ? change : { ...change, summary: [...sentences], summarised: { ...asked } };
}

function note(made: Outcome, tally: Tally): void {
  tally[made.outcome] += 1;
  if ("reason" in made) {
    tally.reason ??= made.reason;
  }
}

interface Asking {
  readonly asked: ToSummarise["asked"];
  readonly all: AbortSignal;
  /** Ends all questions where the model cannot be asked at all. */
  readonly hopeless: AbortController;
  readonly tally: Tally;
  readonly spent: string[];
  open(): AskModel;
}

/** The client is made for the first question whose answer is not stored: its connections must not outlive an invocation. */
function openOnce(model: string, { openModel = bedrock }: Pick<Job, "openModel">): () => AskModel {
  return once(() => openModel(model));
}

function bedrock(model: string): AskModel {
  return createBedrockModel({ model });
}

async function summaryOf(
  record: Change | undefined,
  asking: Asking,
  { state, config }: SummaryJob,
): Promise<Outcome> {
  try {
    const subject = record && (await subjectOf(record, { state, reading: readSettingsOf(config) }));
    if (subject === undefined) {
      return { outcome: "failed", reason: "the text of the story cannot be read" };
    }
    const { ask: questionOf, verify } = TASKS[asking.asked.does];
    const question = questionOf(subject);
    if (question === undefined) {
      return { outcome: "kept" };
    }
    const found = verify(subject, await answerTo(question, asking, state));
    return "refused" in found
      ? { outcome: "refused", reason: found.refused }
      : { outcome: "made", sentences: found.sentences };
  } catch (error) {
    if (error instanceof CorruptStateError || error instanceof ModelError) {
      return { outcome: "failed", reason: error.message };
    }
    throw error;
  }
}

const TASKS = {
  choose: { ask: chooseQuestion, verify: verifyChoice },
  write: { ask: writeQuestion, verify: verifyText },
} as const;

/** The model could not be asked, or did not answer in time. */
class ModelError extends Error {}

async function answerTo(question: ModelQuestion, asking: Asking, state: ObjectStore): Promise<string> {
  const key = keyOfAnswer(asking.asked.model, question);
  const stored = await readAnswer(state, key);
  if (stored !== undefined) {
    asking.tally.stored += 1;
    asking.spent.push(key);
    return stored.text;
  }
  const answer = await ask(question, asking);
  asking.tally.inputTokens += answer.inputTokens;
  asking.tally.outputTokens += answer.outputTokens;
  await storeAnswer(state, key, answer);
  asking.spent.push(key);
  return answer.text;
}

async function ask(question: ModelQuestion, { all, hopeless, open }: Asking): Promise<ModelAnswer> {
  try {
    const late = AbortSignal.timeout(QUESTION_MS);
    return await open()(question, AbortSignal.any([all, hopeless.signal, late]));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (HOPELESS.includes(modelFailureOf(error)?.kind ?? "")) {
      hopeless.abort();
    }
    throw new ModelError(message);
  }
}

/** What every other question would meet too. */
const HOPELESS: readonly string[] = ["denied", "unknown model"];
