/**
 * The function behind the stack's custom resource for a private archive: it makes what opens the archive and puts it in two places, the
 * state bucket, where runs sign the links of their emails with it, and the key value store in which CloudFront's function looks it up.
 * Invoked with `{ "rotate": true }` it replaces the secret and the password: what was sent before opens nothing any more (docs/runbook.md).
 */
import "@aws-sdk/signature-v4a";
import { createHash, randomBytes } from "node:crypto";
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
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** Where what opens the archive is kept. */
export interface Places {
  readonly state: ObjectStore;
  readonly edge: EdgeStore;
}

/** The names and values that CloudFront's function looks up. */
export interface EdgeStore {
  /** All names. */
  names(): Promise<readonly string[]>;
  /** Sets values and deletes names, all or nothing. */
  update(values: Readonly<Record<string, string>>, deleted: readonly string[]): Promise<void>;
}

/** What is done: `keep` makes only what is missing, `rotate` replaces it. */
export async function keepAccess(task: "keep" | "rotate", { state, edge }: Places): Promise<{ id: string }> {
  const stored = await state.read(ACCESS_KEY);
  const current = stored === undefined ? undefined : await readAccess(state);
  const next = task === "keep" && current !== undefined ? current : newAccess(current);
  // First where it is checked, then where it is used: no link is ever signed with a secret that does not open yet.
  await edge.update({ [next.id]: next.secret }, []);
  if (next !== current) {
    await write(state, next, stored === undefined ? { absent: true } : { etag: stored.etag });
  }
  const former = (await edge.names()).filter((name) => name !== next.id && name !== PASSWORD_NAME);
  const hash = createHash("sha256").update(next.password).digest("hex");
  await edge.update({ [next.id]: next.secret, [PASSWORD_NAME]: hash }, former);
  return { id: next.id };
}

function newAccess(former: Access | undefined): Access {
  const number = former === undefined ? 0 : Number(former.id.slice(1));
  const letters = [...randomBytes(PASSWORD_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]);
  return {
    id: `k${number + 1}`,
    secret: randomBytes(SECRET_BYTES).toString("hex"),
    password: letters.join("").replaceAll(/.{5}(?!$)/g, "$&-"),
  };
}

async function write(state: ObjectStore, access: Access, condition: WriteCondition): Promise<void> {
  const content = toJson({ version: 1, ...access });
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
    // What opens the archive stays when the stack goes: the links of its emails open the next one.
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
    async names() {
      const names: string[] = [];
      let next: string | undefined;
      do {
        const page = await client.send(new ListKeysCommand({ KvsARN: arn, NextToken: next }));
        names.push(...(page.Items ?? []).map(({ Key = "" }) => Key));
        next = page.NextToken;
      } while (next !== undefined);
      return names;
    },
    async update(values, deleted) {
      const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
      const Puts = Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
      const Deletes = deleted.map((Key) => ({ Key }));
      await client.send(new UpdateKeysCommand({ KvsARN: arn, IfMatch: ETag, Puts, Deletes }));
    },
  };
}
