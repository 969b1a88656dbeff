import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import * as v from "valibot";
import { Problem, problemAnswer, readJsonBody } from "../aws-json.ts";
import { type Answer, type LocalServer, type OnFailure, serve } from "../http-server.ts";
import { answerLocally } from "./chooser.ts";
import { MODES, says } from "./modes.ts";
import { hashOf, invalid, parseQuestion, type Question } from "./question.ts";

const MAX_QUESTION_BYTES = 4 * 1024 * 1024;
/** Slower than a reader of the console likes, faster than the job gives up. */
const SLOW_MS = 2_000;

/** The model that answers well; `local.` and a mode is one that does not. */
export const LOCAL_MODEL = "local";

export interface BedrockServerOptions {
  /** A file with recorded answers, a JSON object by the {@link hashOf} their questions; read at each question, if it is there. */
  readonly answers?: string;
  readonly slowMs?: number;
  readonly port?: number;
  readonly onFailure?: OnFailure;
}

/** A local Bedrock. */
export interface BedrockServer extends LocalServer {
  /** What was asked, in order, also what got no answer. */
  readonly questions: readonly Question[];
}

/**
 * Serves Bedrock's Converse to unmodified SDK clients. There is no model here: `local` answers what is recorded for a question,
 * or else by a simple rule; the others are ways to fail ({@link MODES}). Signatures are not checked.
 */
export async function startBedrockServer(options: BedrockServerOptions = {}): Promise<BedrockServer> {
  const questions: Question[] = [];
  const server = await serve(
    async (request) => {
      try {
        return await converse(request, questions, options);
      } catch (error) {
        if (error instanceof Problem) {
          return problemAnswer(error);
        }
        throw error;
      }
    },
    options.port,
    options.onFailure,
  );
  return { ...server, questions };
}

async function converse(
  request: IncomingMessage,
  questions: Question[],
  { answers, slowMs = SLOW_MS }: BedrockServerOptions,
): Promise<Answer> {
  const question = parseQuestion(modelOf(request), await readJsonBody(request, MAX_QUESTION_BYTES, invalid));
  const askedBefore = questions.filter((asked) => isSame(asked, question)).length;
  questions.push(question);
  if (question.model === LOCAL_MODEL) {
    return says(question, recordedIn(answers).get(hashOf(question)) ?? answerLocally(question));
  }
  const mode = MODES.get(question.model.slice(`${LOCAL_MODEL}.`.length));
  if (mode === undefined || !question.model.startsWith(`${LOCAL_MODEL}.`)) {
    throw invalid(
      `The provided model identifier is invalid. The local Bedrock has only ${LOCAL_MODEL} and ${LOCAL_MODEL}.MODE.`,
    );
  }
  return await mode({ question, askedBefore, slowMs, hangUp: () => request.socket.destroy() });
}

function isSame(one: Question, other: Question): boolean {
  return one.model === other.model && hashOf(one) === hashOf(other);
}

function modelOf({ method, url = "" }: IncomingMessage): string {
  const [, model] = /^\/model\/([^/]+)\/converse$/.exec(url) ?? [];
  if (method !== "POST" || model === undefined) {
    throw new Problem(
      "UnknownOperationException",
      `${method} ${url}: the local Bedrock supports only POST /model/*/converse`,
      {
        status: 404,
      },
    );
  }
  return decodeURIComponent(model);
}

function recordedIn(file: string | undefined): ReadonlyMap<string, string> {
  try {
    const recorded: unknown = file === undefined ? {} : JSON.parse(readFileSync(file, "utf8"));
    return new Map(Object.entries(v.parse(v.record(v.string(), v.string()), recorded)));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      return new Map();
    }
    throw new Error(`cannot read recorded answers from ${file}: expected a JSON object of texts by hash`, {
      cause,
    });
  }
}
