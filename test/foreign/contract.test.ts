import { GetObjectTaggingCommand } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import type { Subject } from "../support/store-bench.ts";
import { storeContract } from "../support/store-contract.ts";
import { type ForeignServer, isInstalled, SERVERS, start } from "./servers.ts";

const BUCKET = "contract";

async function open(server: ForeignServer): Promise<Subject> {
  const { client, stop } = await start(server, [BUCKET]);
  return {
    store: createS3Store(client, BUCKET),
    prefix: "",
    tags: async (Key) => {
      const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: BUCKET, Key }));
      return Object.fromEntries(TagSet.map(({ Key: name, Value }) => [name, Value ?? ""]));
    },
    close: stop,
  };
}

for (const server of SERVERS) {
  describe.skipIf(!isInstalled(server))(server.name, { timeout: 60_000 }, () => {
    storeContract(`S3 driver → ${server.name}`, () => open(server), server.limits);
  });
}

it.skipIf(process.env.CI !== "true")("CI has at least two servers that are not ours", () => {
  expect(SERVERS.filter(isInstalled).length).toBeGreaterThanOrEqual(2);
});
