import { describe, expect, it } from "vitest";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { MassRemovalError } from "../../../../functions/digest/errors.ts";
import { CHECKPOINT_KEY } from "../../../../functions/digest/keys.ts";
import { parseEvent } from "../../../../functions/digest/run/request.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { createRig, type Rig, textOf } from "../../../support/rig.ts";
import { writeText } from "../../../support/story-texts.ts";
import { currentSnapshot, leftBehind } from "../../../support/unfinished.ts";

const day = (n: number): string => `2026-11-${19 + n}T07:00:00Z`;
const STORIES = 20;
const keyOf = (n: number): string => `${n < 14 ? "wire/2025" : "desk"}/${String(n).padStart(2, "0")}.txt`;
const WIRE = Array.from({ length: 14 }, (_, n) => n);

/** Twenty stories and their baseline: fourteen under `wire/2025/`, six under `desk/`. */
async function baseline(environment: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const rig = createRig({ environment });
  await rig.put(
    Object.fromEntries(Array.from({ length: STORIES }, (_, n) => [keyOf(n), writeText(`${n}.0`)])),
  );
  await rig.run(day(1));
  return rig;
}

async function lose(rig: Rig, stories: readonly number[] = WIRE): Promise<void> {
  for (const n of stories) {
    await rig.corpus.remove(keyOf(n));
  }
}

async function giveBack(rig: Rig, stories: readonly number[] = WIRE): Promise<void> {
  await rig.put(Object.fromEntries(stories.map((n) => [keyOf(n), writeText(`${n}.0`)])));
}

const refused = async (rig: Rig, slot: string): Promise<string> => {
  const error: unknown = await rig.run(slot).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(MassRemovalError);
  return error instanceof Error ? error.message : "";
};

/** The fourteen are gone, and the run of the third day holds them back. */
async function held(): Promise<Rig> {
  const rig = await baseline();
  await lose(rig);
  await refused(rig, day(2));
  await refused(rig, day(3));
  await rig.run(day(4));
  return rig;
}

async function told(rig: Rig, slot: string, acceptRemovals: readonly string[] = []): Promise<Edition> {
  const result: RunResult = await runDigest({ mode: "scheduled", slot, acceptRemovals }, rig.job);
  return await rig.edition(result);
}

const linesOf = ({ changes }: Edition): readonly string[] =>
  changes.map(({ change, key, renamedFrom }) =>
    renamedFrom === undefined ? `${change} ${key}` : `${change} ${key} < ${renamedFrom}`,
  );

const removedLines = (stories: readonly number[]): readonly string[] =>
  stories.map((n) => `removed ${keyOf(n)}`);

async function entriesOf(rig: Rig) {
  const { parts } = await currentSnapshot(rig);
  return (await Promise.all(parts.map((part) => readPart(rig.state, part)))).flat();
}

const LINE = "14 stories are missing from the corpus; their removal is held back until it is confirmed.";

describe("a mass removal", () => {
  it("stops two slots, says what to type, and then the edition of everything else goes out", async () => {
    const rig = await baseline();
    await lose(rig);
    await rig.put({ [keyOf(15)]: writeText("15.1"), "desk/new.txt": writeText("30.0") });
    const head = await textOf(rig.state, "head.json");
    const event = (slot: string) =>
      `{"mode":"scheduled","slot":"${slot}","acceptRemovals":["wire/2025/"]}; otherwise the edition of everything else goes out`;
    expect(await refused(rig, day(2))).toContain(
      `refused to remove 14 of 20 stories at once ("wire/2025/00.txt" and others); nothing was committed`,
    );
    expect(await refused(rig, day(2))).toContain(`${event(day(2))} after 1 more slot`);
    expect(await refused(rig, day(3))).toContain(`${event(day(3))} with the next slot`);
    const step = rig.steps.findLast(({ step: name }) => name === "stopped");
    expect(step?.figures).toMatchObject({ stops: 2, event: event(day(3)).split(";")[0] });
    expect(await textOf(rig.state, "head.json")).toBe(head);
    expect(rig.inbox).toHaveLength(2);
    const edition = await told(rig, day(4));
    expect(linesOf(edition)).toEqual(["added desk/new.txt", "revised desk/15.txt"]);
    expect(edition).toMatchObject({ missing: 14, counts: { stories: 7, removed: 0, heldBack: 0 } });
    expect(rig.inbox).toHaveLength(4);
    const [, , , mail] = rig.inbox;
    expect(mail?.html).toContain(LINE);
    expect(mail?.text.replaceAll(/\s+/g, " ")).toContain(LINE);
  });

  it("is told alone on the first day, and later in editions that go out anyway", async () => {
    const rig = await held();
    expect(rig.inbox).toHaveLength(4);
    expect(rig.inbox.at(-1)?.subject).toBe("14 stories missing · 6 stories checked, 23 November");
    expect(await rig.run(day(5))).toMatchObject({ outcome: "quiet", counts: { stories: 6, removed: 0 } });
    await rig.put({ [keyOf(15)]: writeText("15.1") });
    expect(await told(rig, day(6))).toMatchObject({ missing: 14, changes: [{ key: keyOf(15) }] });
    expect(rig.inbox.at(-1)?.html).toContain(LINE);
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("is told by the event that the log has, with the days on which the stories were there", async () => {
    const rig = await held();
    const step = rig.steps.findLast(({ step: name }) => name === "removals held back");
    const request = parseEvent(JSON.parse(String(step?.figures.event)), day(9));
    expect(request).toMatchObject({ slot: "2026-11-23T07:01:00Z", acceptRemovals: ["wire/2025/"] });
    const edition = await rig.edition(await runDigest(request as Parameters<typeof runDigest>[0], rig.job));
    expect(linesOf(edition)).toEqual(removedLines(WIRE));
    expect(edition).not.toHaveProperty("missing");
    expect(edition.changes[0]).toMatchObject({ firstSeen: day(1), lastChanged: day(1), lastSeen: day(1) });
    expect((await entriesOf(rig)).map(({ key }) => key)).toEqual([14, 15, 16, 17, 18, 19].map(keyOf));
    expect(await rig.run(day(6))).toMatchObject({ outcome: "quiet", counts: { stories: 6 } });
    await giveBack(rig, [3]);
    const back = await told(rig, day(7));
    expect(back.changes).toMatchObject([{ change: "returned", key: keyOf(3), goneSince: day(2) }]);
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("tells nothing of the stories that are back, and keeps their history", async () => {
    const rig = await held();
    await giveBack(rig);
    expect(await rig.run(day(5))).toMatchObject({ outcome: "quiet", counts: { stories: 20, returned: 0 } });
    const entries = await entriesOf(rig);
    expect(entries.map(({ key, firstSeen }) => [key, firstSeen])).toEqual(
      Array.from({ length: STORIES }, (_, n) => keyOf(n))
        .toSorted()
        .map((key) => [key, day(1)]),
    );
    expect(entries.filter(({ missing, etag }) => missing !== undefined || etag === "")).toEqual([]);
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("stops no run if the stories are back before the next slot, nor are slots counted that were not in a row", async () => {
    const rig = await baseline();
    await lose(rig);
    await refused(rig, day(2));
    await giveBack(rig);
    await rig.run(day(3));
    await lose(rig);
    await refused(rig, day(4));
    await refused(rig, day(5));
    expect(await told(rig, day(6))).toMatchObject({ missing: 14 });
  });

  it.each([
    [WIRE.slice(0, 10), 10, []],
    [WIRE.slice(0, 9), undefined, removedLines(WIRE.slice(0, 9))],
  ])(
    "that is repaired in part before the next slot is held back for the rest, from ten stories: %j",
    async (rest, missing, lines) => {
      const rig = await baseline();
      await rig.put(Object.fromEntries(WIRE.map((n) => [`more/${n}.txt`, writeText(`${n + 60}.0`)])));
      await rig.run(day(2));
      await lose(rig);
      for (const n of WIRE) {
        await rig.corpus.remove(`more/${n}.txt`);
      }
      await refused(rig, day(3));
      await rig.put(Object.fromEntries(WIRE.map((n) => [`more/${n}.txt`, writeText(`${n + 60}.0`)])));
      await giveBack(rig, WIRE.slice(rest.length));
      const edition = await told(rig, day(4));
      expect(linesOf(edition)).toEqual(lines);
      expect(edition.missing).toBe(missing);
      expect(await leftBehind(rig)).toEqual([]);
    },
  );

  it.each([0, 1, 3])("stops as many slots as the setting says: %i", async (stops) => {
    const rig = await baseline({ MASS_REMOVAL_STOPS: String(stops) });
    await lose(rig);
    for (let n = 0; n < stops; n += 1) {
      await refused(rig, day(2 + n));
      await refused(rig, day(2 + n));
    }
    expect(await told(rig, day(2 + stops))).toMatchObject({ missing: 14, changes: [] });
  });

  it("starts counting again if the note of the stops is lost", async () => {
    const rig = await baseline();
    await lose(rig);
    await refused(rig, day(2));
    await rig.state.remove(CHECKPOINT_KEY);
    await refused(rig, day(3));
    await rig.state.write(CHECKPOINT_KEY, Buffer.from("{"));
    await refused(rig, day(4));
    await refused(rig, day(5));
    expect(await told(rig, day(6))).toMatchObject({ missing: 14 });
  });

  it("is counted once by workers that run a slot at the same time", async () => {
    const rig = await baseline();
    await lose(rig);
    const runs = (slot: string) =>
      Promise.allSettled(
        [1, 2, 3].map((n) => rig.run(slot, { nonce: () => `${slot.slice(8, 10)}-${n}-${rig.job.nonce()}` })),
      );
    for (const slot of [day(2), day(3)]) {
      expect((await runs(slot)).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    }
    expect((await runs(day(4))).some(({ status }) => status === "fulfilled")).toBe(true);
    rig.passSeconds(70);
    await rig.run(day(4));
    expect(await told(rig, day(4))).toMatchObject({ missing: 14 });
    expect(rig.inbox).toHaveLength(4);
  });

  it("does not let an older slot count twice, nor a replayed one go out", async () => {
    const rig = await baseline();
    await lose(rig);
    await refused(rig, day(3));
    await refused(rig, day(2));
    await refused(rig, day(3));
    expect(await told(rig, day(4))).toMatchObject({ missing: 14 });
  });
});

type Row = readonly [
  what: string,
  act: (rig: Rig) => Promise<unknown>,
  lines: readonly string[],
  missing: number | undefined,
  accept?: readonly string[],
];

describe("while a removal is held back", () => {
  const rows: readonly Row[] = [
    ["nothing happens", async () => undefined, [], 14],
    ["some are back", (rig) => giveBack(rig, [0, 5]), [], 12],
    ["most are back: the others stay held back", (rig) => giveBack(rig, WIRE.slice(1)), [], 1],
    [
      "one is back with another text",
      (rig) => rig.put({ [keyOf(2)]: writeText("2.1") }),
      [`revised ${keyOf(2)}`],
      13,
    ],
    [
      "one is back under another key",
      (rig) => rig.put({ "archive/02.txt": writeText("2.0") }),
      [`renamed archive/02.txt < ${keyOf(2)}`],
      13,
    ],
    [
      "one is back under another key with another text",
      (rig) => rig.put({ "archive/02.txt": writeText("2.1") }),
      [`renamed archive/02.txt < ${keyOf(2)}`],
      13,
    ],
    [
      "all are back under another prefix",
      (rig) => rig.put(Object.fromEntries(WIRE.map((n) => [`x/${keyOf(n)}`, writeText(`${n}.0`)]))),
      WIRE.map((n) => `renamed x/${keyOf(n)} < ${keyOf(n)}`),
      undefined,
    ],
    [
      "another story has the key of one",
      (rig) => rig.put({ [keyOf(2)]: writeText("40.0") }),
      [`added ${keyOf(2)}`, `removed ${keyOf(2)}`],
      13,
    ],
    ["one more is missing", (rig) => lose(rig, [17]), [], 15],
    [
      "one more is missing, and most are back",
      async (rig) => {
        await lose(rig, [17]);
        await giveBack(rig, WIRE.slice(4));
      },
      [`removed ${keyOf(17)}`],
      4,
    ],
    ["all are confirmed", async () => undefined, removedLines(WIRE), undefined, ["wire/"]],
    ["everything is", async () => undefined, removedLines(WIRE), undefined, [""]],
    ["some are confirmed", async () => undefined, removedLines(WIRE.slice(0, 10)), 4, ["wire/2025/0"]],
    [
      "some are confirmed and others are back",
      (rig) => giveBack(rig, [10, 11]),
      removedLines(WIRE.slice(0, 10)),
      2,
      ["wire/2025/0"],
    ],
    ["others are confirmed", async () => undefined, [], 14, ["desk/"]],
  ];
  it.each(rows.map((row) => [row[0], row] as const))("%s", async (_, row) => {
    const [, act, lines, missing, accept = []] = row;
    const rig = await held();
    await act(rig);
    const edition = await told(rig, day(5), accept);
    expect(linesOf(edition)).toEqual(lines);
    expect(edition.missing).toBe(missing);
    const isMissing = (await entriesOf(rig)).filter((entry) => entry.missing !== undefined);
    expect(isMissing).toHaveLength(missing ?? 0);
    expect(await leftBehind(rig)).toEqual([]);
    expect(await rig.run(day(6))).toMatchObject({ outcome: "quiet" });
    expect((await told(rig, day(7), [""])).counts.removed).toBe(missing ?? 0);
    expect(await rig.run(day(8))).toMatchObject({ outcome: "quiet" });
  });

  it("takes a story that went today for the one that moved, rather than its copy that is missing", async () => {
    const rig = await baseline();
    await rig.put({ "desk/copy.txt": writeText("2.0") });
    await rig.run(day(2));
    await lose(rig);
    await refused(rig, day(3));
    await refused(rig, day(4));
    await rig.run(day(5));
    await rig.corpus.remove("desk/copy.txt");
    await rig.put({ "x/copy.txt": writeText("2.0") });
    const edition = await told(rig, day(6));
    expect(linesOf(edition)).toEqual(["renamed x/copy.txt < desk/copy.txt"]);
    expect(edition.missing).toBe(14);
  });

  it("stops again if most of the stories that were there go missing too", async () => {
    const rig = await held();
    await lose(rig, [14, 15, 16, 17]);
    expect(await refused(rig, day(5))).toContain(
      'refused to remove 4 of 20 stories at once ("desk/14.txt" and others), beside 14 that are missing already',
    );
    await refused(rig, day(6));
    const edition = await told(rig, day(7));
    expect(edition).toMatchObject({ missing: 18, changes: [], counts: { stories: 2 } });
    const step = rig.steps.findLast(({ step: name }) => name === "removals held back");
    expect(JSON.parse(String(step?.figures.event)).acceptRemovals).toEqual(["desk/", "wire/2025/"]);
  });

  it("stops for as long as most keys have other stories: those are not missing", async () => {
    const rig = await baseline();
    await rig.put(Object.fromEntries(WIRE.map((n) => [keyOf(n), writeText(`${n + 50}.0`)])));
    for (const n of [2, 3, 4]) {
      expect(await refused(rig, day(n))).not.toContain("otherwise");
    }
    expect((await told(rig, day(5), [""])).counts).toMatchObject({ added: 14, removed: 14 });
  });
});
