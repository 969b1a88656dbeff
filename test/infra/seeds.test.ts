import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import type { PlantEvent } from "../../infra/seeds/planter.ts";
import { writePlanter } from "../../infra/seeds.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { keysOf, textOf } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Answer {
  readonly Status: string;
  readonly Reason: string;
  readonly type: string | undefined;
}

/** A corpus in the local S3, and a way to plant a folder of stories in it as CloudFormation does. */
async function openCorpus(stories: Readonly<Record<string, string>>) {
  const corpus = createMemoryStore({ bucket: "corpus" });
  const server = await startS3Server([corpus]);
  const answers: Answer[] = [];
  const cloudFormation = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    answers.push({ ...JSON.parse(body), type: request.headers["content-type"] });
    response.end();
  });
  await new Promise<void>((resolve) => cloudFormation.listen(0, "127.0.0.1", resolve));
  const address = cloudFormation.address();
  const ResponseURL = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await server.close();
    cloudFormation.close();
  });
  vi.stubEnv("AWS_ENDPOINT_URL_S3", server.url);
  const folder = temporaryFolder();
  const write = (changed: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(changed)) {
      writeFileSync(join(folder, name), text);
    }
  };
  write(stories);
  const { handler } = await import("../../infra/seeds/planter.ts");
  const plant = async (
    RequestType: PlantEvent["RequestType"],
    Bucket = "corpus",
  ): Promise<Answer | undefined> => {
    const event = {
      RequestType,
      ResponseURL,
      StackId: "stack",
      RequestId: "request",
      LogicalResourceId: "DigestSeeds",
      ResourceProperties: { Bucket, Prefix: "wire/" },
    };
    await handler(event, undefined, pathToFileURL(`${folder}/`));
    return answers.at(-1);
  };
  return { corpus, write, plant };
}

test("a change of seeds/ does not revert a user's edit of a sample story", async () => {
  const { corpus, write, plant } = await openCorpus({ "ferry.txt": "Sample", "50 % off.md": "# Sale" });
  expect(await plant("Create")).toMatchObject({ Status: "SUCCESS", Reason: "", type: "" });
  expect(await keysOf(corpus)).toEqual(["wire/50 % off.md", "wire/ferry.txt"]);
  await corpus.write("wire/ferry.txt", Buffer.from("Edited by a user"));
  write({ "ferry.txt": "Sample of the next release", "harbour.txt": "New" });
  expect(await plant("Update")).toMatchObject({ Status: "SUCCESS" });
  expect(await textOf(corpus, "wire/ferry.txt")).toBe("Edited by a user");
  expect(await textOf(corpus, "wire/harbour.txt")).toBe("New");
  expect((await corpus.read("wire/harbour.txt"))?.contentType).toBe("text/plain; charset=utf-8");
});

test("nothing is deleted with the stack, and a failure is told to CloudFormation", async () => {
  const { corpus, plant } = await openCorpus({ "ferry.txt": "Sample" });
  await plant("Create");
  expect(await plant("Delete")).toMatchObject({ Status: "SUCCESS" });
  expect(await keysOf(corpus)).toEqual(["wire/ferry.txt"]);
  expect(await plant("Create", "gone")).toMatchObject({
    Status: "FAILED",
    Reason: expect.stringMatching(/^cannot put the sample stories into s3:\/\/gone\/wire\/: NoSuchBucket/),
  });
});

test("the function that is deployed is one module beside the stories, in JavaScript", async () => {
  const folder = temporaryFolder();
  const module = join(folder, "planter");
  mkdirSync(module);
  writePlanter(module);
  expect(readdirSync(module)).toEqual(["index.mjs", "stories"]);
  expect(readdirSync(join(module, "stories"))).toEqual(readdirSync(new URL("../../seeds", import.meta.url)));
});
