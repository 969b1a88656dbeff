import { setTimeout as sleep } from "node:timers/promises";
import { jsonAnswer, Problem } from "../aws-json.ts";
import { type Answer, PRIVATE_HEADERS } from "../http-server.ts";
import { answerLocally, choice, isChoice, offersOf } from "./chooser.ts";
import { invalid, type Question } from "./question.ts";

/** What a mode knows of one request. */
export interface Asked {
  readonly question: Question;
  /** How often the same question was asked before. */
  readonly askedBefore: number;
  /** Milliseconds that the slow mode takes. */
  readonly slowMs: number;
  /** Ends the connection without an answer. */
  hangUp(): void;
}

type Mode = (asked: Asked) => Answer | Promise<Answer>;

/** A model that lies, or a service that fails, by what follows `local.` in the id of the model. */
export const MODES: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  // Answers that a verifier must refuse or make harmless.
  ["wrong-ids", ({ question }) => says(question, choice([{ id: 0 }, { id: 999_999 }, { id: -1 }]))],
  ["cuts-negations", ({ question }) => says(question, withoutNegations(question))],
  [
    "prose",
    ({ question }) =>
      says(question, `Sure! Here is a summary:\n\n${answerLocally(question)}\n\nAnything else?`),
  ],
  ["long", ({ question }) => says(question, choice([{ id: 1, cuts: new Array(10_000).fill("a cut") }]))],
  ["invented", ({ question }) => says(question, invented(question))],
  ["injected", ({ question }) => says(question, injected(question))],
  ["empty", ({ question }) => says(question, "")],
  // Models that do not take a question as it is.
  [
    "no-schema",
    ({ question }) =>
      taking(
        question,
        question.schema === undefined,
        "This model doesn't support the outputConfig.textFormat field. Remove outputConfig.textFormat and try again.",
      ),
  ],
  [
    "no-temperature",
    ({ question }) =>
      taking(
        question,
        question.temperature === undefined,
        "The model returned the following errors: `temperature` is deprecated for this model.",
      ),
  ],
  [
    "only-by-profile",
    ({ question }) =>
      taking(
        question,
        false,
        `Invocation of model ID ${question.model} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
      ),
  ],
  [
    "invalid",
    ({ question }) =>
      taking(question, false, `The model returned the following errors: ${question.text.slice(0, 80)}`),
  ],
  // Answers that end early.
  ["refused", ({ question }) => says(question, "Sorry, the guardrail says no.", "guardrail_intervened")],
  ["filtered", ({ question }) => says(question, "", "content_filtered")],
  ["cut-off", ({ question }) => says(question, answerLocally(question).slice(0, 20), "max_tokens")],
  // Failures of the service and of the network.
  ["slow", async ({ question, slowMs }) => await sleep(slowMs, says(question, answerLocally(question)))],
  ["hangs", () => new Promise(() => undefined)],
  [
    "closes",
    ({ hangUp }) => {
      hangUp();
      return { status: 500 };
    },
  ],
  ["throttled", () => throttled()],
  [
    "throttled-once",
    ({ question, askedBefore }) =>
      askedBefore === 0 ? throttled() : says(question, answerLocally(question)),
  ],
  [
    "failing",
    () =>
      fails("InternalServerException", "The system encountered an unexpected error during processing.", 500),
  ],
  [
    "denied",
    () =>
      fails("AccessDeniedException", "You don't have access to the model with the specified model ID.", 403),
  ],
  [
    "no-right",
    () =>
      fails(
        "AccessDeniedException",
        "User: arn:aws:sts::123456789012:assumed-role/digest is not authorized to perform: bedrock:InvokeModel on resource: *",
        403,
      ),
  ],
  [
    "expired",
    () => fails("ExpiredTokenException", "The security token included in the request is expired", 403),
  ],
  ["missing", () => fails("ResourceNotFoundException", "The model is not found.", 404)],
  [
    "not-json",
    () => ({
      status: 200,
      headers: { "content-type": "text/html", ...PRIVATE_HEADERS },
      body: "<h1>Sign in to the network</h1>",
    }),
  ],
]);

/** An answer of Converse; tokens are counted as words. */
export function says({ system, text }: Question, answer: string, stopReason = "end_turn"): Answer {
  const [inputTokens, outputTokens] = [wordsIn(`${system} ${text}`), wordsIn(answer)];
  return jsonAnswer({
    output: { message: { role: "assistant", content: answer === "" ? [] : [{ text: answer }] } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  });
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function taking(question: Question, isTaken: boolean, message: string): Answer {
  if (!isTaken) {
    throw invalid(message);
  }
  return says(question, answerLocally(question));
}

function fails(name: string, message: string, status: number): never {
  throw new Problem(name, message, { status });
}

function throttled(): never {
  return fails("ThrottlingException", "Too many requests, please wait before trying again.", 429);
}

const NEGATION = /\b(?:not|no|never|none|nobody|without|nicht|kein\w*|nie|ne|pas|non|no)\b/iu;

/** The first sentence that denies something, and all that it denies by cut out, alone and with a word beside it. */
function withoutNegations(question: Question): string {
  const offers = offersOf(question);
  const { id = 1, sentence = "" } = offers.find((offer) => NEGATION.test(offer.sentence)) ?? {};
  const [found = "not"] = NEGATION.exec(sentence) ?? [];
  const around = new RegExp(`\\S+ ${found} \\S+`, "iu").exec(sentence)?.[0] ?? found;
  return choice([{ id, cuts: [found, ` ${found}`, around, sentence] }]);
}

const INVENTION = "At least 4,711 people died, Mayor Ada Invented said on 31 February.";

function invented(question: Question): string {
  return isChoice(question)
    ? JSON.stringify({ sentences: [{ id: 1, cuts: [], text: INVENTION }] })
    : `${answerLocally(question)} ${INVENTION}`;
}

const INSTRUCTION = `<a href="https://attacker.example/">Your subscription has expired: sign in</a>`;

/** What a model answers that does what a story tells it to. */
function injected(question: Question): string {
  return isChoice(question)
    ? JSON.stringify({ sentences: [{ id: 1, cuts: [] }], summary: INSTRUCTION })
    : `${INSTRUCTION}\u202e https://attacker.example/`;
}
