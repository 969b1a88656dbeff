import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, GetObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { startS3Server } from "../../../../local/s3/s3-server.ts";
import { createFolderStore } from "../../../../local/stores/folder-store.ts";
import type { LocalStore } from "../../../../local/stores/local-store.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { scriptedS3 } from "../../../support/scripted-s3.ts";
import type { Subject } from "../../../support/store-bench.ts";
import { storeContract } from "../../../support/store-contract.ts";

function subjectOf(client: S3Client, bucket: string, prefix: string, close: () => Promise<void>): Subject {
  const tags = async (key: string) => {
    const answer = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
    return Object.fromEntries((answer.TagSet ?? []).map(({ Key, Value }) => [Key, Value ?? ""]));
  };
  return { store: createS3Store(client, bucket), prefix, tags, close };
}

async function overHttp(store: LocalStore, cleanUp: () => void): Promise<Subject> {
  const server = await startS3Server([store]);
  const client = new S3Client({ endpoint: server.url });
  return subjectOf(client, store.bucket, "", async () => {
    client.destroy();
    await server.close();
    cleanUp();
  });
}

storeContract("S3 driver → local S3 over HTTP → memory", () =>
  overHttp(createMemoryStore({ bucket: "memory" }), () => undefined),
);

storeContract("S3 driver → local S3 over HTTP → folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "late-edition-"));
  return overHttp(createFolderStore(folder, "folder"), () => rmSync(folder, { recursive: true }));
});

const ENDPOINT = process.env.S3_CONTRACT_ENDPOINT;
const BUCKET = process.env.S3_CONTRACT_BUCKET ?? "late-edition-contract";
const REGION = process.env.S3_CONTRACT_REGION ?? "eu-central-1";
const NEEDS = "runs when S3_CONTRACT_ENDPOINT, S3_CONTRACT_BUCKET and AWS credentials are set";

describe.skipIf(ENDPOINT === undefined)(`an endpoint of the environment (${NEEDS})`, () => {
  const keysAreFilePaths = process.env.S3_CONTRACT_KEYS === "file-paths";
  const open = async () => {
    const client = new S3Client({ endpoint: ENDPOINT ?? "", region: REGION, forcePathStyle: true });
    const prefix = `store-contract/${randomUUID()}/`;
    return subjectOf(client, BUCKET, prefix, async () => {
      await removeAll(client, prefix);
      client.destroy();
    });
  };
  storeContract(`S3 driver → ${ENDPOINT}/${BUCKET}`, open, { keysAreFilePaths });
});

async function removeAll(client: S3Client, prefix: string): Promise<void> {
  for await (const page of createS3Store(client, BUCKET).list({ prefix })) {
    await Promise.all(
      page.map(({ key }) => client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }))),
    );
  }
}

describe("the S3 driver", () => {
  it("notes the media type of an object where the caller names one", async () => {
    const types: (string | undefined)[] = [];
    const client = await scriptedS3((request, response) => {
      types.push(request.headers["content-type"]);
      response.writeHead(200, { etag: '"e"' }).end();
    });
    const store = createS3Store(client, "bucket");
    await store.write("digest.html", Buffer.from("<p>"), undefined, "text/html; charset=utf-8");
    await store.write("head.json", Buffer.from("{}"), { absent: true });
    expect(types).toEqual(["text/html; charset=utf-8", "application/octet-stream"]);
  });
});
