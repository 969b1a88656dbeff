import { describe, expect, it } from "vitest";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import type { AskModel, ModelQuestion } from "../../../../functions/digest/summary/model/types.ts";
import { createRig, keysOf, type Rig } from "../../../support/rig.ts";

const [FRIDAY, SATURDAY] = ["2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z"] as const;
const MODEL = "amazon.nova-lite-v1:0";

const FERRY = `Ferry strikes breakwater

The ferry Maren struck the breakwater of Velm on Monday. Rescuers searched the bay until dusk.

The harbor board met in the evening. It closed the western pier for a week. Divers brought two cars out of the water on Tuesday.
`;
const LEVY = (crowns: number) => `Velm raises its levy

The council of Velm voted on the levy on Tuesday. The levy will be ${crowns} crowns a year. Shopkeepers in Linden Street fear for their trade.
`;

/** Asks that were made, and a desk whose model answers so. */
function openDesk(
  answer: (question: ModelQuestion, signal: AbortSignal) => string | Promise<string>,
  summaries = `choose:${MODEL}`,
  remainingMs = 60_000,
) {
  const rig = createRig({ environment: { SUMMARIES: summaries, RECIPIENTS: "ann@example.org" } });
  const asked: ModelQuestion[] = [];
  const opened: string[] = [];
  const ask: AskModel = async (question, signal) => {
    asked.push(question);
    return { text: await answer(question, signal), inputTokens: 100, outputTokens: 10 };
  };
  const openModel = async (model: string) => {
    opened.push(model);
    return ask;
  };
  const run = (slot: string): Promise<RunResult> =>
    runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, { ...rig.job, openModel, remainingMs: () => remainingMs });
  return { rig, asked, opened, run };
}

async function editionOf(rig: Rig, { edition }: RunResult): Promise<Edition> {
  return await readEdition(rig.state, edition ?? "");
}

const choice = (...ids: readonly number[]) => JSON.stringify({ sentences: ids.map((id) => ({ id, cuts: [] })) });
/** The number under which a question offers the sentence with these words. */
const idOf = ({ text }: ModelQuestion, words: string) => Number(new RegExp(`\\[(\\d+)\\+?\\] [^\\n]*${words}`).exec(text)?.[1]);
const figures = (rig: Rig) => rig.steps.findLast(({ step }) => step === "summaries")?.figures;

describe("with a model that chooses", () => {
  it("tells the sentences that it chose, says so, and asks once a text", async () => {
    const desk = openDesk((question) => choice(idOf(question, "closed the western pier") || idOf(question, "crowns")));
    await desk.rig.put({ "ferry.txt": FERRY });
    const first = await desk.run(FRIDAY);
    const { changes } = await editionOf(desk.rig, first);
    expect(changes).toMatchObject([
      {
        summary: ["The harbor board met in the evening.", "It closed the western pier for a week."],
        summarised: { does: "choose", model: MODEL },
      },
    ]);
  });
});
