import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Answer, type LocalServer, type OnFailure, readBody, serve } from "../http-server.ts";
import type { LocalStore } from "../stores/local-store.ts";
import { decodeBody } from "./body.ts";
import { listObjects } from "./listing.ts";
import { deleteObject, getObject, headObject, putObject } from "./objects.ts";
import { problemAnswer, S3Problem } from "./problem.ts";
import { parseTarget, type S3Request, type S3Target } from "./request.ts";
import { getTags, putTags } from "./tagging.ts";

const MAX_BODY_BYTES = 512 * 1024 * 1024;

interface Operation {
  /** Query parameters that the operation understands. */
  readonly parameters: readonly string[];
  /** Headers that would change the operation but are not supported. */
  readonly refused: readonly string[];
  readonly run: (request: S3Request) => Promise<Answer>;
}

const CONDITIONS = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since"];
const COPIES = ["x-amz-copy-source", "x-amz-tagging", "x-amz-write-offset-bytes"];
const LIST_PARAMETERS = [
  "list-type",
  "prefix",
  "start-after",
  "continuation-token",
  "max-keys",
  "encoding-type",
  "delimiter",
  "fetch-owner",
];

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "GET bucket": { parameters: LIST_PARAMETERS, refused: [], run: listObjects },
  "HEAD bucket": { parameters: [], refused: [], run: async () => ({ status: 200 }) },
  "GET object": { parameters: ["x-id"], refused: CONDITIONS, run: getObject },
  "HEAD object": { parameters: [], refused: [...CONDITIONS, "range"], run: headObject },
  "PUT object": { parameters: ["x-id"], refused: COPIES, run: putObject },
  "DELETE object": { parameters: ["x-id"], refused: CONDITIONS, run: deleteObject },
  "GET tagging": { parameters: ["tagging"], refused: [], run: getTags },
  "PUT tagging": { parameters: ["tagging"], refused: [], run: putTags },
};

/**
 * Serves local stores, each under its bucket name, to unmodified SDK clients as S3 does, path-style. Signatures
 * are not checked. Anything unsupported is answered with `NotImplemented` and its name, never ignored. `onFailure` gets what a
 * client sees only as an `InternalError`.
 */
export function startS3Server(
  stores: readonly LocalStore[],
  port = 0,
  onFailure: OnFailure = () => undefined,
): Promise<LocalServer> {
  const buckets = new Map(stores.map((store) => [store.bucket, store]));
  return serve(async (request) => {
    const answer = await answerOf(buckets, request, onFailure);
    return { ...answer, headers: { "x-amz-request-id": randomUUID(), ...answer.headers } };
  }, port);
}

async function answerOf(
  buckets: ReadonlyMap<string, LocalStore>,
  message: IncomingMessage,
  onFailure: OnFailure,
): Promise<Answer> {
  const address = message.url ?? "/";
  try {
    const target = parseTarget(address);
    const operation = operationOf(message, target);
    const store = buckets.get(target.bucket);
    if (store === undefined) {
      throw new S3Problem("NoSuchBucket");
    }
    const body = async () => decodeBody(await readBody(message, MAX_BODY_BYTES), message.headers);
    return await operation.run({ ...target, store, headers: message.headers, body });
  } catch (error) {
    if (error instanceof S3Problem) {
      return problemAnswer(error, address);
    }
    // Such as a full disk: an SDK tells the message only if it comes as S3 puts it.
    onFailure(error);
    return problemAnswer(
      new S3Problem("InternalError", error instanceof Error ? error.message : String(error)),
      address,
    );
  }
}

function operationOf({ method, headers }: IncomingMessage, { bucket, key, query }: S3Target): Operation {
  const place = placeOf(key, query);
  const operation = bucket === "" ? undefined : OPERATIONS[`${method} ${place}`];
  if (operation === undefined) {
    throw new S3Problem("NotImplemented", `${method} of a ${bucket === "" ? "service" : place}.`);
  }
  const parameter = [...query.keys()].find((name) => !operation.parameters.includes(name));
  if (parameter !== undefined) {
    throw new S3Problem("NotImplemented", `${method} of a ${place} with ?${parameter}.`);
  }
  const header = operation.refused.find((name) => headers[name] !== undefined);
  if (header !== undefined) {
    throw new S3Problem("NotImplemented", `${method} of a ${place} with the header ${header}.`);
  }
  return operation;
}

function placeOf(key: string, query: URLSearchParams): "bucket" | "object" | "tagging" {
  if (key === "") {
    return "bucket";
  }
  return query.has("tagging") ? "tagging" : "object";
}
