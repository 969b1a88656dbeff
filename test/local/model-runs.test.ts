import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { createBedrockClient, createBedrockModel } from "../../functions/digest/model/bedrock.ts";
import { readEdition } from "../../functions/digest/run/published.ts";
import { type BedrockServer, startBedrockServer } from "../../local/bedrock/bedrock-server.ts";
import { runLocally } from "../../local/runner/run-locally.ts";
import { createRig } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SLOT = "2026-11-20T07:00:00Z";
const FERRY = `Ferry strikes breakwater

The ferry Maren struck the breakwater of Velm on Monday. Rescuers searched the bay until dusk.

The harbor board met in the evening. It has not closed the western pier, which was built in 1911. Divers brought two cars out of the water on Tuesday.
`;
const TIME_LIMIT_MS = 8_000;

const EXTRACT = [
  "The ferry Maren struck the breakwater of Velm on Monday.",
  "Rescuers searched the bay until dusk.",
];

/** The summary that one run of the job on this story tells, by the function and client as they are, of a local Bedrock; and the run's log. */
async function runWith(summaries: string) {
  const folder = temporaryFolder();
  const [corpus, state, out] = [join(folder, "corpus"), join(folder, "state"), join(folder, "out")];
  mkdirSync(corpus);
  writeFileSync(join(corpus, "ferry.txt"), FERRY);
  const log: string[] = [];
  const { outcome, saved } = await runLocally(
    {
      corpus,
      state,
      out,
      event: { mode: "scheduled", slot: SLOT },
      isBundled: true,
      timeLimitMs: TIME_LIMIT_MS,
      settings: { SUMMARIES: summaries },
    },
    { onLog: (line) => log.push(line), onNote: () => undefined },
  );
  const edition: Edition = JSON.parse(readFileSync(join(saved?.out ?? "", "edition.json"), "utf8"));
  const step = log.map((line) => JSON.parse(line)).find(({ message }) => message === "summaries");
  return { outcome, change: edition.changes[0], step };
}

it("asks the model with the bundle and the unmodified client", async () => {
  const { outcome, change, step } = await runWith("choose:local");
  expect(outcome).toBe("sent");
  expect(change?.summarised).toEqual({ does: "choose", model: "local" });
  expect(change?.summary).not.toEqual(EXTRACT);
  expect(change?.summary.every((sentence) => FERRY.includes(sentence))).toBe(true);
  expect(step).toMatchObject({ asked: 1, made: 1, failed: 0 });
});

describe("a model that lies, or a service that fails", () => {
  let server: BedrockServer | undefined;
  beforeAll(async () => {
    server = await startBedrockServer();
  });
  afterAll(() => server?.close());

  /** The same in this process: the summary that the edition tells, and what the log says of it. */
  async function tellWith(mode: string, remainingMs = 20_000) {
    const rig = createRig({ environment: { SUMMARIES: `choose:local.${mode}` } });
    const client = createBedrockClient({
      endpoint: server?.url ?? "",
      region: "eu-central-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    await rig.put({ "ferry.txt": FERRY });
    const openModel = (model: string) => createBedrockModel({ model }, client);
    const { outcome, edition } = await rig.run(SLOT, { openModel, remainingMs: () => remainingMs });
    client.destroy();
    const [change] = (await readEdition(rig.state, edition ?? "")).changes;
    const { figures } = rig.steps.find(({ step }) => step === "summaries") ?? {};
    return { outcome, change, figures };
  }

  it.each([
    ["wrong-ids", "refused"],
    ["prose", "refused"],
    ["long", "refused"],
    ["invented", "refused"],
    ["empty", "failed"],
    ["refused", "failed"],
    ["filtered", "failed"],
    ["cut-off", "failed"],
    ["denied", "failed"],
    ["missing", "failed"],
  ])("as %s leaves the first sentences in the email: %s", async (mode, how) => {
    const { outcome, change, figures } = await tellWith(mode);
    expect([outcome, change?.summary, change?.summarised]).toEqual(["sent", EXTRACT, undefined]);
    expect(figures).toMatchObject({ asked: 1, made: 0, [how]: 1 });
  });

  it.each(["throttled", "hangs"])("as %s is not waited for", async (mode) => {
    const began = performance.now();
    const { outcome, change, figures } = await tellWith(mode, 2_000);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect([outcome, change?.summary]).toEqual(["sent", EXTRACT]);
    expect(figures).toMatchObject({ asked: 1, made: 0, failed: 1 });
  });

  it("as cuts-negations turns no sentence round", async () => {
    const told = (await tellWith("cuts-negations")).change?.summary.join(" ") ?? "";
    expect(told.includes("closed the western pier")).toBe(told.includes("not closed the western pier"));
  });
});
