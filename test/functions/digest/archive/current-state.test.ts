import { expect, test } from "vitest";
import { storyPageView } from "../../../../functions/digest/archive/pages/story-views.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { CONTEXT, livedArchive } from "../../../support/archives.ts";
import { writeText } from "../../../support/story-texts.ts";

const CRANES =
  "The harbour ordered three cranes on Monday. The board met for two hours. Nobody spoke for the old plan.";
const UNREADABLE = '{"headline": "Cra';
const READABLE = JSON.stringify({ headline: "Cranes ordered", body: CRANES });
const slotOf = (day: number) => `2026-11-${day}T07:00:00Z`;

const DAYS: readonly Readonly<Record<string, string | null>>[] = [
  {
    "late.json": UNREADABLE,
    "never.json": UNREADABLE,
    "another.json": UNREADABLE,
    "held.json": READABLE,
    "mended.json": READABLE,
    "gone.txt": writeText("1.0"),
    "old.txt": writeText("2.0"),
  },
  { "another.json": null, "held.json": UNREADABLE, "mended.json": UNREADABLE },
  {
    "late.json": READABLE,
    "another.json": JSON.stringify({ headline: "Another", body: writeText("3.0") }),
    "gone.txt": null,
  },
  {
    "mended.json": READABLE,
    "old.txt": null,
    "new/old.txt": writeText("2.0"),
  },
];

const { archive } = await livedArchive(DAYS.map((stories, day) => ({ slot: slotOf(20 + day), stories })));
const newest = (await archive.editions())[0]?.slot ?? "";

async function historyOf(key: string) {
  const history = await archive.history(storyId(key));
  if (history === undefined) {
    throw new Error(`no edition names ${key}`);
  }
  return history;
}

async function pageOf(key: string) {
  return storyPageView(
    { history: await historyOf(key), text: undefined, threads: new Map(), newest },
    CONTEXT,
  );
}

test("a story that was held back on its first day, and read later, has both in one history", async () => {
  const { events } = await historyOf("late.json");
  expect(events.map(({ slot, what }) => [slot, what])).toEqual([
    [slotOf(20), "held back"],
    [slotOf(22), "added"],
  ]);
  expect(await pageOf("late.json")).toMatchObject({
    about: "First seen on 20 November 2026; 1 version",
    state: "",
    textNote: "Version of 22 November 2026",
  });
});

test("a story under the key of one that was never read, and went, has a history of its own", async () => {
  const { events } = await historyOf("another.json");
  expect(events.map(({ slot, what }) => [slot, what])).toEqual([[slotOf(22), "added"]]);
});

test.each([
  [
    "held.json",
    "Held back since 21 November 2026: damaged or incomplete JSON file",
    "Version of 20 November 2026, before it was held back",
  ],
  [
    "mended.json",
    "Held back until 22 November 2026; back to its last version since",
    "Version of 20 November 2026",
  ],
  [
    "never.json",
    "Held back on 20 November 2026: damaged or incomplete JSON file. It has not been read since; editions name such a file once",
    "",
  ],
  ["gone.txt", "Gone since 22 November 2026", "Version of 20 November 2026, the last before it went"],
  ["new/old.txt", "Moved from old.txt on 23 November 2026", "Version of 20 November 2026"],
  ["old.txt", "Moved from old.txt on 23 November 2026", "Version of 20 November 2026"],
])("the page of %s says at its top: %s", async (key, state, textNote) => {
  expect(await pageOf(key)).toMatchObject({ state, textNote });
});
