/**
 * The function behind the stack's custom resource for a private archive: it makes what opens the archive and puts it in two places, the
 * state bucket, where runs sign the links of their emails with it, and the key value store in which CloudFront's function looks it up.
 * Invoked with `{ "rotate": true }` it replaces the secret and the password: what was sent before opens nothing any more (docs/runbook.md).
 */
import "@aws-sdk/signature-v4a";
import { createHash, randomBytes, randomInt } from "node:crypto";
import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  ListKeysCommand,
  UpdateKeysCommand,
} from "@aws-sdk/client-cloudfront-keyvaluestore";
import { type Access, readAccess } from "../../functions/digest/access/access.ts";
import { ACCESS_KEY } from "../../functions/digest/keys.ts";
import type { ObjectStore, WriteCondition } from "../../functions/digest/ports.ts";
import { toJson } from "../../functions/digest/store/json.ts";
import { createS3Client } from "../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import { answerResource, type ResourceEvent } from "../seeds/planter.ts";
import { KEEPER_ENVIRONMENT } from "./keeper-environment.ts";

/** Name of the SHA-256 of the password in the key value store; secrets are there under their ids. */
const PASSWORD_NAME = "password";

const SECRET_BYTES = 32;
const PASSWORD_LETTERS = 20;
/** Names have nine digits at most. */
const MAX_ID = 1_000_000_000;
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** Where what opens the archive is kept. */
export interface Places {
  readonly state: ObjectStore;
  readonly edge: EdgeStore;
}

/** The names and values that CloudFront's function looks up. */
export interface EdgeStore {
  /** All names, and the version of the store that has them. */
  read(): Promise<{ readonly names: readonly string[]; readonly version: string }>;
  /** Sets values and deletes names, all or nothing, and only in this version; returns the next one. */
  update(
    values: Readonly<Record<string, string>>,
    deleted: readonly string[],
    version: string,
  ): Promise<string>;
}

/**
 * What is done: `keep` makes only what is missing, `rotate` replaces it.
 *
 * The new secret is at the edge before a run can sign with it, and the former leaves last. Both places are written on top of what was read of them
 * before, and the state bucket always, so that of two at once one fails, at a step at which whatever a run signs opens; it can be done again.
 */
export async function keepAccess(task: "keep" | "rotate", { state, edge }: Places): Promise<{ id: string }> {
  const { names, version } = await edge.read();
  const stored = await state.read(ACCESS_KEY);
  const next = task === "keep" && stored !== undefined ? await readAccess(state) : newAccess(names);
  const during = await edge.update({ [next.id]: next.secret }, [], version);
  await write(state, next, stored === undefined ? { absent: true } : { etag: stored.etag });
  const former = names.filter((name) => name !== next.id && name !== PASSWORD_NAME);
  const hash = createHash("sha256").update(next.password).digest("hex");
  await edge.update({ [PASSWORD_NAME]: hash }, former, during);
  return { id: next.id };
}

/** A secret of another name than any that there is: one is never taken for another. */
function newAccess(names: readonly string[]): Access {
  let id: string;
  do {
    id = `k${randomInt(1, MAX_ID)}`;
  } while (names.includes(id));
  const letters = [...randomBytes(PASSWORD_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]);
  return {
    id,
    secret: randomBytes(SECRET_BYTES).toString("hex"),
    password: letters.join("").replaceAll(/.{5}(?!$)/g, "$&-"),
  };
}

/** The nonce makes each version of the object another, also where nothing else is new. */
async function write(state: ObjectStore, access: Access, condition: WriteCondition): Promise<void> {
  const { id, secret, password } = access;
  const content = toJson({ version: 1, id, secret, password, nonce: randomBytes(8).toString("hex") });
  const { outcome } = await state.write(ACCESS_KEY, content, condition, "application/json");
  if (outcome !== "written") {
    throw new Error(
      `cannot write s3://${state.bucket}/${ACCESS_KEY}: something else wrote it at the same time; try again`,
    );
  }
}

/** Answers CloudFormation, and those who invoke it by hand. */
export async function handler(
  event: ResourceEvent | { readonly rotate: true },
  _context?: unknown,
  places: Places = placesOf(process.env),
): Promise<unknown> {
  if (!("RequestType" in event)) {
    if (event.rotate !== true) {
      throw new Error('cannot use the event: expected { "rotate": true }');
    }
    return await keepAccess("rotate", places);
  }
  let problem: string | undefined;
  try {
    // What opens the archive stays in the state bucket, which stays too when the stack goes.
    if (event.RequestType !== "Delete") {
      await keepAccess("keep", places);
    }
  } catch (error) {
    problem = `cannot make what opens the archive: ${error}`;
  }
  await answerResource(event, problem);
  return undefined;
}

function placesOf(env: Readonly<Record<string, string | undefined>>): Places {
  const bucket = env[KEEPER_ENVIRONMENT.stateBucket] ?? "";
  return {
    state: createS3Store(createS3Client(), bucket),
    edge: edgeStoreAt(env[KEEPER_ENVIRONMENT.edgeStore] ?? ""),
  };
}

/** A CloudFront KeyValueStore. Its API takes only signatures for all regions (SigV4A), hence the import at the top. */
export function edgeStoreAt(arn: string, client = new CloudFrontKeyValueStoreClient({})): EdgeStore {
  return {
    async read() {
      const { ETag: version = "" } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
      const names: string[] = [];
      let next: string | undefined;
      do {
        const page = await client.send(new ListKeysCommand({ KvsARN: arn, NextToken: next }));
        names.push(...(page.Items ?? []).map(({ Key = "" }) => Key));
        next = page.NextToken;
      } while (next !== undefined);
      return { names, version };
    },
    async update(values, deleted, version) {
      const Puts = Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
      const Deletes = deleted.map((Key) => ({ Key }));
      const { ETag = "" } = await client.send(
        new UpdateKeysCommand({ KvsARN: arn, IfMatch: version, Puts, Deletes }),
      );
      return ETag;
    },
  };
}
