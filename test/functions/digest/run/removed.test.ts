import { expect, it } from "vitest";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { createRig, keysOf, type Rig, SLOTS } from "../../../support/rig.ts";
import { currentSnapshot } from "../../../support/unfinished.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

const FERRY = `Ferry sinks off Marrow Point\n\nA ferry with 86 people on board sank off Marrow Point on Thursday night, the coast guard said. Fourteen people are missing.\n\nThe captain, Ilse Brandt, told rescuers that the bow door of the ferry had not closed.`;
const INQUIRY = `Inquiry into the ferry off Marrow Point opens\n\nAn inquiry into the ferry that sank off Marrow Point opens on Monday, the coast guard said. The captain, Ilse Brandt, is heard first, as fourteen people are missing.\n\nThe bow door of the ferry had not closed.`;
const CHOIR = `Choir of the old mill sings again\n\nThe choir of the old mill in Tarn sang for the first time in three years on Sunday. Forty singers took part.`;
const QUARRY = `Quarry of Elmsford sold\n\nThe quarry of Elmsford was sold for two million crowns. Work goes on with ninety people.`;

async function liveTwoDays(): Promise<Rig> {
  const rig = createRig();
  await rig.put({ "choir.txt": CHOIR, "quarry.txt": QUARRY });
  await rig.run(DAY1);
  await rig.put({ "ferry.txt": FERRY, "inquiry.txt": INQUIRY });
  await rig.run(DAY2);
  return rig;
}

it("tells a removed story with its last text, when it was there, and its thread, the more significant first", async () => {
  const rig = await liveTwoDays();
  await rig.put({ "quarry.txt": QUARRY.replace("two million", "three million") });
  await rig.run(DAY3);
  for (const key of ["choir.txt", "ferry.txt", "quarry.txt"]) {
    await rig.corpus.remove(key);
  }
  const { changes } = await rig.edition(await rig.run(DAY4));
  expect(changes).toMatchObject([
    {
      key: "quarry.txt",
      firstSeen: DAY1,
      lastChanged: DAY3,
      lastSeen: DAY3,
      words: 16,
    },
    {
      key: "ferry.txt",
      headline: "Ferry sinks off Marrow Point",
      firstSeen: DAY2,
      lastChanged: DAY2,
      lastSeen: DAY3,
      words: 38,
      formerThread: { stories: 2, with: "inquiry.txt" },
    },
    { key: "choir.txt", firstSeen: DAY1, lastChanged: DAY1, lastSeen: DAY3, significance: 7 },
  ]);
  expect(changes[0]?.summary[0]).toContain("three million");
  expect(changes[2]).not.toHaveProperty("formerThread");
  const text = rig.inbox.at(-1)?.text.replaceAll(/\s+/g, " ");
  expect(text).toContain(
    "Ferry sinks off Marrow Point First seen on 21 November, never changed, last seen on 22 November; 38 words; another report on its event is inquiry.txt",
  );
});

it("keeps the last text readable: its place is remembered with the story", async () => {
  const rig = await liveTwoDays();
  await rig.corpus.remove("ferry.txt");
  await rig.run(DAY3);
  await rig.put({ "ferry.txt": FERRY.replace("86", "87") });
  const { changes } = await rig.edition(await rig.run(DAY4));
  expect(changes).toMatchObject([
    { change: "returned", revision: { facts: [{ before: "86", after: "87" }] } },
  ]);
});

it("tells a removed story without its text if that is damaged, and finds it if it is back unchanged", async () => {
  const rig = await liveTwoDays();
  for (const key of (await keysOf(rig.state, "runs/")).filter((each) => each.includes("/packs/"))) {
    await rig.state.write(key, Buffer.from("damaged"));
  }
  await rig.corpus.remove("ferry.txt");
  const { changes } = await rig.edition(await rig.run(DAY3));
  expect(changes).toMatchObject([
    { change: "removed", key: "ferry.txt", headline: "", summary: [], firstSeen: DAY2 },
  ]);
  expect(rig.inbox.at(-1)?.text).toContain("- ferry.txt");
  await rig.put({ "ferry.txt": FERRY });
  const back = await rig.edition(await rig.run(DAY4));
  expect(back.changes).toMatchObject([{ change: "returned", key: "ferry.txt", goneSince: DAY3 }]);
});

it("does without the edition before if that is damaged", async () => {
  const rig = await liveTwoDays();
  const { edition } = await currentSnapshot(rig);
  await rig.state.write(edition, Buffer.from("{"));
  await rig.corpus.remove("ferry.txt");
  const { changes } = await rig.edition(await rig.run(DAY3));
  expect(changes).toMatchObject([{ change: "removed", key: "ferry.txt", significance: 8 }]);
  expect(rig.steps.filter(({ step }) => step === "edition ignored")).toHaveLength(1);
  expect((await currentSnapshot(rig)).parts).not.toEqual([]);
});

it("reads the threads of version 1, which have no headline", async () => {
  const rig = await liveTwoDays();
  const { threads } = await currentSnapshot(rig);
  const known = JSON.parse(Buffer.from((await rig.state.read(threads ?? ""))?.bytes ?? []).toString());
  const former = known.threads.map(({ id, stories }: { id: string; stories: string[] }) => ({ id, stories }));
  await rig.state.write(threads ?? "", Buffer.from(JSON.stringify({ version: 1, threads: former })));
  await rig.corpus.remove("ferry.txt");
  const { changes } = await rig.edition(await rig.run(DAY3));
  expect(changes[0]?.formerThread).toEqual({ stories: 2, with: "inquiry.txt" });
  const entries = await Promise.all(
    (await currentSnapshot(rig)).parts.map((part) => readPart(rig.state, part)),
  );
  expect(entries.flat()).toHaveLength(3);
});
