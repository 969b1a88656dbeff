import { describe, expect, it } from "vitest";
import { runId, runKeys } from "../../../functions/digest/keys.ts";
import { writeSnapshot } from "../../../functions/digest/snapshot/snapshot.ts";
import { makeEdition } from "../../../local/preview/sample-editions.ts";
import { type Calendar, type Told, toldBy } from "../../../local/runner/explain/told.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { useFunctionsWithoutThreads } from "../../support/threadless.ts";
import { below, openDesk } from "./desk.ts";

useFunctionsWithoutThreads();

describe("--reader of weekly topics", () => {
  const WEEKLY = JSON.stringify([
    { name: "courts", keys: "court/" },
    { name: "week", title: "The week", rhythm: "weekly" },
    { name: "sea", words: "ferry", rhythm: "weekly" },
  ]);
  const TO = "week@example.com#week,both@example.com#courts+week,sea@example.com#sea";
  const [FRIDAY, MONDAY, TUESDAY] = ["20", "23", "24"].map((day) => `2026-11-${day}T07:00:00Z`);
  const flood = (dead: number) =>
    `Flood in Velm\n\nAt least ${dead} people died in the flood of Velm, police said.\n`;

  it("tells on the day of the week what the email has, and before when it is due", async () => {
    const desk = openDesk({ TOPICS: WEEKLY });
    const asked = async (slot = "", name = "", ...more: readonly string[]) =>
      below(await desk.run(slot, "--recipients", TO, "--reader", `${name}@example.com`, ...more));
    expect(await asked(FRIDAY, "week")).toBe(
      "week@example.com reads week, by the recipients.\nNo email: week is weekly, next due on Monday 23 November.",
    );
    expect(await asked(FRIDAY, "both")).toContain(
      "both@example.com reads courts and week, by the recipients: 1 of 2 changes; week is weekly, next due on Monday 23 November.\nEmail: ",
    );
    desk.put("flood.txt", flood(19));
    desk.put("court/appeal.txt", "Court hears appeal\n\nThe court of Velm hears the appeal on Thursday.\n");
    const week = await asked(MONDAY, "week", "--explain");
    expect(week).toContain(
      "Of the week:\nflood.txt: in week (it takes everything)\ncourt/appeal.txt: in week (it takes everything)\n\nweek@",
    );
    expect(week).toMatch(
      /\nweek@\S+ reads week, by the recipients: 2 of 2 changes of the week\.\nEmail: .*12 → 19/,
    );
    expect(week).toContain("The week since Friday 20 November, 07:00");
    const both = await asked(MONDAY, "both");
    expect(both).toContain(
      "reads courts and week, by the recipients: 1 of 2 changes; 2 of 2 changes of the week, 1 of them among the day's.",
    );
    expect(both.match(/court\/appeal\.txt/g)).toHaveLength(1);
    expect(await asked(MONDAY, "sea")).toBe(
      "sea@example.com reads sea, by the recipients: 0 of 2 changes of the week.\nNo email: no change of the week is in sea; --explain says why of each.",
    );
    expect(await asked(TUESDAY, "both")).toBe(
      `both@example.com reads courts and week, by the recipients.\nNo email: nothing changed for ${TUESDAY}, and week is weekly, next due on Monday 30 November.`,
    );
  });
});

/** What a run of this slot told of a week, with the week that its snapshot names. */
async function toldOn(
  slot: string,
  week: { slot: string } | undefined,
  calendar: Calendar,
): Promise<Told | undefined> {
  const state = createMemoryStore();
  const { edition, snapshot } = runKeys(runId(slot, "n"));
  await state.write(edition, Buffer.from(JSON.stringify(makeEdition({ slot }))));
  await writeSnapshot(state, snapshot, {
    version: 1,
    slot,
    runId: runId(slot, "n"),
    parent: null,
    stories: 0,
    edition,
    due: false,
    ...(week && { week: { ...week, snapshot: "s" } }),
    threads: null,
    feedback: null,
    absent: null,
    changes: [],
    parts: [],
  });
  const saved = { out: "out", files: [], edition, counts: null, emails: [] };
  return await toldBy({ saved, outcome: "quiet" }, state, calendar);
}

it.each([
  ["2026-11-20T07:00:00Z", "UTC", "Monday", "next due on Monday 23 November"],
  ["2026-11-23T07:00:00Z", "UTC", "Monday", "next due on Monday 30 November"],
  ["2026-11-29T23:30:00Z", "Europe/Berlin", "Monday", "next due on Monday 7 December"],
  ["2026-03-28T23:30:00Z", "Europe/Berlin", "Sunday", "next due on Sunday 5 April"],
  ["2026-03-28T22:30:00Z", "Europe/Berlin", "Sunday", "next due on Sunday 29 March"],
  ["2026-12-30T07:00:00Z", "UTC", "Friday", "next due on Friday 1 January 2027"],
] as const)("after %s in %s, with weeks from %s (%s)", async (slot, timeZone, weekDay, words) => {
  expect(await toldOn(slot, { slot }, { timeZone, weekDay })).toMatchObject({ nextWeek: words });
});

it("says that a week was put off, that none had begun, or that a preview has none", async () => {
  const [slot, calendar] = ["2026-11-24T07:00:00Z", { timeZone: "UTC", weekDay: "Monday" }] as const;
  expect(await toldOn(slot, { slot: "2026-11-20T07:00:00Z" }, calendar)).toMatchObject({
    nextWeek: "due with the next run, as this one ran out of time",
  });
  expect(await toldOn(slot, undefined, calendar)).toMatchObject({ nextWeek: "with no week begun yet" });
  const preview = createMemoryStore();
  await preview.write("previews/x/edition.json", Buffer.from(JSON.stringify(makeEdition({ slot }))));
  const saved = {
    out: "out",
    files: [],
    edition: "previews/x/edition.json",
    counts: null,
    emails: [],
  };
  expect(await toldBy({ saved, outcome: "preview" }, preview, calendar)).toMatchObject({
    nextWeek: "not part of a preview",
  });
});
