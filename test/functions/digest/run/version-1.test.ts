import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { CHECKPOINT_KEY, HEAD_KEY } from "../../../../functions/digest/keys.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { mortal, untilDeath } from "../../../support/mortal.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";
import { currentSnapshot, leftBehind } from "../../../support/unfinished.ts";

/**
 * Buckets as left by version 0.1.0, with what that version made of them next. `due`: the second edition was refused for
 * one of two recipients. `unfinished`: time ran out during the second edition. `baseline`: during the first.
 */
const ScenarioSchema = v.object({
  state: v.record(v.string(), v.string()),
  corpus: v.record(v.string(), v.string()),
  expected: v.object({
    edition: v.string(),
    next: v.optional(v.string()),
    progress: v.optional(v.object({ stories: v.number() })),
    mails: v.array(v.object({ to: v.string() })),
  }),
});

type Scenario = v.InferOutput<typeof ScenarioSchema>;

const FIXTURE = new URL("../../../fixtures/state-version-1.json.gz", import.meta.url);
const SCENARIOS = v.parse(
  v.object({ due: ScenarioSchema, unfinished: ScenarioSchema, baseline: ScenarioSchema }),
  JSON.parse(gunzipSync(readFileSync(FIXTURE)).toString("utf8")),
);

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
const RESUME = { mode: "resume" } as const;
const RUN = { mode: "scheduled", slot: DAY3, acceptRemovals: [] } as const;

const story = (place: string, houses: number, extra = ""): string =>
  `Report from ${place}\n\nThe mayor of ${place} said that ${houses} houses stand empty. The council meets on Friday to vote on a plan for the harbour.${extra}\n\nShare this\n`;

async function openRig({ state, corpus }: Scenario): Promise<Rig> {
  const rig = createRig();
  for (const [key, bytes] of Object.entries(state)) {
    await rig.state.write(key, Buffer.from(bytes, "base64"));
  }
  for (const [key, bytes] of Object.entries(corpus)) {
    await rig.corpus.write(key, Buffer.from(bytes, "base64"));
  }
  rig.passSeconds(86_400);
  return rig;
}

/** The next day: one story edited, one added, one removed, and others changed again. */
async function editAgain(rig: Rig): Promise<void> {
  await rig.put({
    "Ash.txt": story("Ash", 10),
    "Fir.txt": story("Fir", 41, " Nobody was hurt."),
    "Larch.txt": story("Larch", 16).toUpperCase().toLowerCase(),
    "Willow.txt": story("Oak", 18),
    "Rowan.txt": story("Rowan", 3),
  });
  await rig.corpus.remove("Yew.txt");
}

/** An edition of version 1 with the current names, as listed in the CHANGELOG. */
function withCurrentNames(edition: string): unknown {
  return comparable(
    JSON.parse(
      edition.replaceAll('"furniture":', '"boilerplate":').replace('"renamed":', '"returned":0,"renamed":'),
    ),
  );
}

/**
 * Without what stands beside the values of facts, where version 1 made labels, without the weights of changes and their order, which
 * it made in another way, and without items, the hashes of texts and what is told of removed and held-back stories since; nor did it say
 * since when it tells.
 */
function comparable(edition: unknown): unknown {
  const { since: _, ...told } = Object(edition);
  return JSON.parse(
    JSON.stringify(told, (key, value) => {
      if (OTHERWISE_MADE.has(key)) {
        return undefined;
      }
      if (key === "heldBack" && Array.isArray(value)) {
        return value.map(({ key: name, reason, since }) => ({ key: name, reason, since }));
      }
      if (key === "threads") {
        return value.map(ofThread).toSorted();
      }
      return key === "changes" ? byKey(value.map(toldBefore)) : value;
    }),
  );
}

const OTHERWISE_MADE = new Set([
  "context",
  "around",
  "items",
  "significance",
  "terms",
  "gist",
  "reports",
  "told",
  "minor",
  "sha256",
]);

/** Its id and stories; which story leads is for the weights. */
function ofThread({ id, stories }: { readonly id: string; readonly stories: readonly string[] }): string {
  return `${id}: ${stories.toSorted().join(" ")}`;
}

function byKey(changes: readonly { readonly key: string }[]): readonly unknown[] {
  return changes.toSorted((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
}

function toldBefore(value: { readonly key: string } & Record<string, unknown>): typeof value {
  const { change, key, headline, summary, firstSeen } = value;
  return change === "removed" ? { change, key, headline, summary, firstSeen } : value;
}

async function editionOfHead(rig: Rig): Promise<unknown> {
  return comparable(await readEdition(rig.state, (await currentSnapshot(rig)).edition));
}

/** An edition without its threads. */
function unthreaded(edition: unknown): unknown {
  return JSON.parse(JSON.stringify(edition, (key, value) => (key.startsWith("thread") ? undefined : value)));
}

function threadsOf(
  edition: unknown,
): readonly { readonly id: string; readonly stories: readonly string[] }[] {
  const { threads } = v.parse(v.object({ threads: v.array(v.string()) }), edition);
  return threads.map((thread) => {
    const [id = "", stories = ""] = thread.split(": ");
    return { id, stories: stories.split(" ") };
  });
}

/**
 * Compares the first edition of few stories: its threads take in more than they did, as the threshold depends on the number of
 * stories since. None is torn apart, and each id is that of the same stories.
 */
function expectWiderThreads(now: unknown, before: unknown): void {
  expect(unthreaded(now)).toEqual(unthreaded(before));
  const known = threadsOf(before);
  for (const { id, stories } of threadsOf(now)) {
    const within = known.filter((thread) => thread.stories.some((key) => stories.includes(key)));
    expect(within.flatMap((thread) => thread.stories).toSorted()).toEqual(stories.toSorted());
    expect(within.map((thread) => thread.id)).toContain(id);
  }
}

const addressees = (rig: Rig): readonly string[] => rig.inbox.map(({ to }) => to);

describe("a state bucket of version 1", () => {
  it("has its due edition delivered to the remaining recipients, and the next edition is the same", async () => {
    const rig = await openRig(SCENARIOS.due);
    expect(await rig.run(DAY3)).toMatchObject({ slot: DAY3, outcome: "sent" });
    expect(await editionOfHead(rig)).toEqual(withCurrentNames(SCENARIOS.due.expected.edition));
    expect(addressees(rig)).toEqual(SCENARIOS.due.expected.mails.map(({ to }) => to));
    expect(rig.inbox[0]?.html).toContain("Report from");
    expect(JSON.parse(await textOf(rig.state, HEAD_KEY))).toMatchObject({ version: 2, slot: DAY3, due: [] });
    expect(rig.steps.filter(({ step }) => step === "published again")).toHaveLength(1);
    expect(await rig.run(DAY4)).toMatchObject({ outcome: "quiet", counts: { stories: 9 } });
  });

  it("can be resumed from any moment at which a run of the new code crashes", async () => {
    const { expected } = SCENARIOS.due;
    const immortal = mortal((await openRig(SCENARIOS.due)).job, Number.POSITIVE_INFINITY, "before");
    await runDigest(RUN, immortal.job);
    const { effects } = immortal;
    expect(effects.length).toBeGreaterThan(20);
    const deaths = effects.flatMap((_, at) => [
      { at, when: "before" as const, isWindow: effects[at - 1] === "send" },
      { at, when: "after" as const, isWindow: effects[at] === "send" },
    ]);
    const edition = withCurrentNames(expected.edition);
    for (const { at, when, isWindow } of deaths) {
      const rig = await openRig(SCENARIOS.due);
      await untilDeath(runDigest(RUN, mortal(rig.job, at, when).job));
      rig.passSeconds(70);
      await rig.run(DAY3);
      expect(await editionOfHead(rig)).toEqual(edition);
      const mails = expected.mails.length + (isWindow ? 1 : 0);
      expect(addressees(rig).length, `${when} effect ${at}`).toBe(mails);
    }
  });

  it("is recovered without its head, and nobody gets the same edition twice", async () => {
    const rig = await openRig(SCENARIOS.due);
    await rig.state.remove(HEAD_KEY);
    expect(await rig.run(DAY3)).toMatchObject({ slot: DAY3, outcome: "sent" });
    expect(await editionOfHead(rig)).toEqual(withCurrentNames(SCENARIOS.due.expected.edition));
    expect(addressees(rig).toSorted()).toEqual(SCENARIOS.due.expected.mails.map(({ to }) => to).toSorted());
  });

  it.each([
    ["unfinished", DAY2],
    ["baseline", DAY1],
  ] as const)("has its %s edition finished without repeating work", async (name, slot) => {
    const scenario = SCENARIOS[name];
    const rig = await openRig(scenario);
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ slot, outcome: "sent" });
    const continued = rig.steps.find(({ step }) => step === "continued");
    expect(continued?.figures.stories).toBe(scenario.expected.progress?.stories);
    const [now, before] = [await editionOfHead(rig), withCurrentNames(scenario.expected.edition)];
    if (name === "baseline") {
      expectWiderThreads(now, before);
    } else {
      expect(now).toEqual(before);
    }
    expect(await keysOf(rig.state, CHECKPOINT_KEY)).toEqual([]);
    if (scenario.expected.next !== undefined) {
      await editAgain(rig);
      await rig.run(DAY3);
      expect(await editionOfHead(rig)).toEqual(withCurrentNames(scenario.expected.next));
    }
    expect(addressees(rig)).toEqual(scenario.expected.mails.map(({ to }) => to));
  });

  it.each([
    ["a delivery", async () => undefined],
    ["a recovery", async (rig: Rig) => await rig.state.remove(HEAD_KEY)],
  ])("keeps its unfinished edition over %s by the new code", async (_, harm) => {
    const rig = await openRig(SCENARIOS.unfinished);
    const head = JSON.parse(await textOf(rig.state, HEAD_KEY));
    const edition = (await currentSnapshot(rig)).edition;
    const due = [{ slot: DAY1, edition, recipients: ["carla@example.org"] }];
    await rig.state.write(HEAD_KEY, Buffer.from(JSON.stringify({ ...head, due })));
    await harm(rig);
    expect(await rig.run(DAY2)).toMatchObject({ slot: DAY2, outcome: "sent" });
    const continued = rig.steps.find(({ step }) => step === "continued");
    expect(continued?.figures.stories).toBe(SCENARIOS.unfinished.expected.progress?.stories);
    expect(await editionOfHead(rig)).toEqual(withCurrentNames(SCENARIOS.unfinished.expected.edition));
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("stores a checkpoint under the new key when time runs out again, and no longer reads the old one", async () => {
    const rig = await openRig(SCENARIOS.unfinished);
    let looks = 7;
    const remainingMs = (): number => {
      looks -= 1;
      return looks >= 0 ? 60_000 : 14_000;
    };
    expect(await runDigest(RESUME, { ...rig.job, remainingMs })).toMatchObject({ outcome: "unfinished" });
    expect(JSON.parse(await textOf(rig.state, CHECKPOINT_KEY))).toMatchObject({ version: 2, slot: DAY2 });
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ slot: DAY2, outcome: "sent" });
    expect(await editionOfHead(rig)).toEqual(withCurrentNames(SCENARIOS.unfinished.expected.edition));
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ outcome: "already done" });
  });

  it("records the place of each text replaced from now on, and keeps earlier texts without a place", async () => {
    const rig = await openRig(SCENARIOS.due);
    await rig.run(DAY3);
    const { parts } = await currentSnapshot(rig);
    const entries = (await Promise.all(parts.map((part) => readPart(rig.state, part)))).flat();
    const ash = entries.find(({ key }) => key === "Ash.txt");
    expect(ash?.earlier.map(({ since, place }) => [since, place?.pack.slice(0, 5)])).toEqual([
      [DAY2, "runs/"],
      [DAY1, undefined],
    ]);
    const found = await readHead(rig.state);
    expect(found.state === "current" && found.head.version).toBe(2);
  });
});
