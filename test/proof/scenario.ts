import { SLOTS } from "../support/rig.ts";
import type { Contents } from "./world/traces.ts";
import { createWorker } from "./world/worker.ts";
import { invoke, openWorld, RECIPIENTS, type Setting } from "./world/world.ts";

export const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

/** The unmodified code. */
export const AS_IT_IS: Setting = { unknownDeliveries: "resend", recipients: RECIPIENTS, createWorker };

/** The same after a day without changes, which leaves fingerprints of all that it saw. */
export const ATTESTED: Setting = { ...AS_IT_IS, days: { past: [DAY1, DAY2], slot: DAY3, next: DAY4 } };

/** The same with one recipient, for cases by the thousand. */
export const SMALL: Setting = { ...AS_IT_IS, recipients: RECIPIENTS.slice(0, 1) };

/** The same on the first day, before which there is no head. */
export const FIRST: Setting = { ...SMALL, days: { past: [], slot: DAY1, next: DAY2 } };

/** Readers of different topics: of one, of two, of everything, and of one that has nothing in any edition. */
export const CHOOSING: Setting = {
  ...AS_IT_IS,
  topics:
    '[{"name":"ash","keys":"Ash"},{"name":"trees","keys":["Pine","Birch"]},{"name":"none","words":"zeppelin"}]',
  recipients: ["ann@example.org#ash", "bob@example.org#trees+ash", "cyd@example.org", "dan@example.org#none"],
  chosen: {
    "ann@example.org": { daily: ["Ash.txt"] },
    "bob@example.org": { daily: ["Ash.txt", "Birch.txt", "Pine.txt"] },
    "dan@example.org": { daily: [] },
  },
};

/** A model chooses the sentences of summaries. */
export const SUMMARISED: Setting = { ...AS_IT_IS, summaries: "choose:local" };

/** From the Friday of the baseline to the Monday that ends the week, and the day after. */
const [FRIDAY, MONDAY, TUESDAY, NEXT_FRIDAY, NEXT_MONDAY, NEXT_TUESDAY] = [
  DAY1,
  "2026-11-23T07:00:00Z",
  "2026-11-24T07:00:00Z",
  "2026-11-27T07:00:00Z",
  "2026-11-30T07:00:00Z",
  "2026-12-01T07:00:00Z",
] as const;

const IN_THE_WEEK = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Oak", "Pine"].map((name) => `${name}.txt`);

/** Readers of a week: of all of it, also with a topic told daily, and of one story that comes to nothing; and one of everything, daily. */
export const WEEKLY: Setting = {
  ...AS_IT_IS,
  topics:
    '[{"name":"cedar","keys":"Cedar"},{"name":"week","rhythm":"weekly"},{"name":"birch","keys":"Birch","rhythm":"weekly"}]',
  recipients: [
    "ann@example.org#week",
    "bob@example.org#cedar+week",
    "cyd@example.org",
    "dan@example.org#birch",
  ],
  chosen: {
    "ann@example.org": { daily: [], weekly: IN_THE_WEEK },
    "bob@example.org": { daily: ["Cedar.txt"], weekly: IN_THE_WEEK },
    "dan@example.org": { daily: [], weekly: ["Birch.txt"] },
  },
  words: [
    { key: "Ash.txt", says: ["10 → 98 → 99"], lacks: ["98 houses"] },
    { key: "Birch.txt", says: ["Changed, and changed back"], lacks: ["55 houses"] },
    { key: "Fir.txt", says: ["Came and went"], lacks: ["77 houses"] },
  ],
  days: { past: [FRIDAY, MONDAY, TUESDAY, NEXT_FRIDAY], slot: NEXT_MONDAY, next: NEXT_TUESDAY },
};

/** For slots of which the last is a Monday: a reader of a story, one of it and of the week, and one of everything. */
export const IN_TURN: Setting = {
  ...AS_IT_IS,
  topics: '[{"name":"ash","keys":"Ash"},{"name":"week","rhythm":"weekly"}]',
  recipients: ["ann@example.org#ash", "bob@example.org#ash+week", "cyd@example.org"],
  chosen: {
    "ann@example.org": { daily: ["Ash.txt"] },
    "bob@example.org": { daily: ["Ash.txt"], weekly: [...IN_THE_WEEK, "Willow.txt", "Yew.txt"] },
  },
};

export const scheduled = (slot: string) => ({ mode: "scheduled", slot, acceptRemovals: [] }) as const;

const text = (name: string, figure: number): Buffer =>
  Buffer.from(
    `Report from ${name}\n\nThe mayor of ${name} said that ${figure} houses stand empty. The council meets on Friday.`,
  );

/** Writes the stories of the first day. */
export async function firstStories({ corpus }: Contents): Promise<void> {
  for (const [i, name] of ["Ash", "Birch", "Cedar", "Elm", "Oak"].entries()) {
    await corpus.write(`${name}.txt`, text(name, 10 + i));
  }
}

/** One story of each kind: revised, added, removed, renamed. */
export async function editStories({ corpus }: Contents): Promise<void> {
  await corpus.write("Ash.txt", text("Ash", 99));
  await corpus.write("Pine.txt", text("Pine", 7));
  await corpus.write("Willow.txt", text("Oak", 14));
  await corpus.remove("Elm.txt");
  await corpus.remove("Oak.txt");
}

/** One more edit, for a third day. */
export async function editAgain({ corpus }: Contents): Promise<void> {
  await corpus.write("Ash.txt", text("Ash", 100));
  await corpus.write("Yew.txt", text("Yew", 5));
  await corpus.remove("Cedar.txt");
}

/** Something for each topic, and something for none. */
export async function editForTopics({ corpus }: Contents): Promise<void> {
  await corpus.write("Ash.txt", text("Ash", 99));
  await corpus.write("Cedar.txt", text("Cedar", 98));
  await corpus.write("Pine.txt", text("Pine", 7));
}

/** The smallest change that makes an edition: one edited story. */
export async function editOne({ corpus }: Contents): Promise<void> {
  await corpus.write("Ash.txt", text("Ash", 99));
}

/** Buckets after the days before the case, without changes, and edits since; made once and copied into each case. */
export async function editedContents(edit = editStories, setting = AS_IT_IS): Promise<Contents> {
  const world = await openWorld(setting);
  await firstStories(world);
  for (const day of daysOf(setting).past) {
    world.clock.advance(Date.parse(day) - world.clock.now());
    const ended = await invoke(world, scheduled(day));
    if (ended.ended !== "returned") {
      throw new Error(`the run of ${day} before the cases failed`, { cause: ended });
    }
  }
  await edit(world);
  await world.close();
  return world;
}

/** What each day of the week does to the stories of the first. */
const WEEK_EDITS: ReadonlyMap<string, (contents: Contents) => Promise<void>> = new Map([
  [
    TUESDAY,
    async ({ corpus }) => {
      await corpus.write("Ash.txt", text("Ash", 98));
      await corpus.write("Birch.txt", text("Birch", 55));
      await corpus.write("Fir.txt", text("Fir", 77));
      await corpus.write("Pine.txt", text("Pine", 7));
    },
  ],
  [
    NEXT_FRIDAY,
    async ({ corpus }) => {
      await corpus.write("Ash.txt", text("Ash", 99));
      await corpus.write("Birch.txt", text("Birch", 11));
      await corpus.remove("Fir.txt");
      await corpus.remove("Elm.txt");
    },
  ],
  [
    NEXT_MONDAY,
    async ({ corpus }) => {
      await corpus.write("Cedar.txt", text("Cedar", 97));
      await corpus.write("Oak.txt", text("Oak", 31));
    },
  ],
]);

/** Buckets after the days of a week, and the edits of the day that ends it. */
export async function weekContents(setting = WEEKLY): Promise<Contents> {
  const { past, slot } = daysOf(setting);
  const world = await openWorld(setting);
  await firstStories(world);
  for (const day of past) {
    world.clock.advance(Date.parse(day) - world.clock.now());
    await WEEK_EDITS.get(day)?.(world);
    const ended = await invoke(world, scheduled(day));
    if (ended.ended !== "returned") {
      throw new Error(`the run of ${day} before the cases failed`, { cause: ended });
    }
  }
  await WEEK_EDITS.get(slot)?.(world);
  await world.close();
  return world;
}

/** The days before a case, and its own. */
export function daysOf({
  days = { past: [DAY1], slot: DAY2, next: DAY3 },
}: Setting): NonNullable<Setting["days"]> {
  return days;
}
