import { expect, it } from "vitest";
import { seededRandom } from "../../../../bench/data/random.ts";
import type { Edition, EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { weekKeys } from "../../../../functions/digest/keys.ts";
import type { KeyRange, Mail, ObjectStore } from "../../../../functions/digest/ports.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { weekOf } from "../../../../functions/digest/run/week/calendar.ts";
import { createRig, keysOf, type Rig } from "../../../support/rig.ts";
import { createModel } from "../../../support/story-life.ts";
import { writeText } from "../../../support/story-texts.ts";
import {
  APPEAL,
  WEEK_DAYS as DAYS,
  FLOOD,
  FRIDAY,
  liveWeek,
  MARKET,
  MONDAY,
  NEXT_MONDAY,
  openDesk,
  WEEK_READERS,
  WEEK_TOPICS,
} from "../../../support/week-life.ts";

async function weekOfRun(rig: Rig, { edition }: RunResult): Promise<Edition> {
  return await readEdition(rig.state, weekKeys(edition ?? "").edition);
}

function mailTo(rig: Rig, name: string, from = 0) {
  return rig.inbox.slice(from).filter(({ to }) => to.startsWith(`${name}@`));
}

function unwrapped(mail: Mail | undefined): string {
  return (mail?.text ?? "").replaceAll(/\s+/g, " ");
}

it("tells the week's first texts against its last, and names what came to nothing", async () => {
  const rig = openDesk();
  const result = await liveWeek(rig);
  const week = await weekOfRun(rig, result);
  expect(week).toMatchObject({ rhythm: "weekly", since: MONDAY, slot: NEXT_MONDAY, kind: "regular" });
  expect(week.changes.map(({ key, days }) => [key, days])).toEqual(
    expect.arrayContaining([
      ["wire/flood.txt", [DAYS[4], DAYS[7]]],
      ["wire/ferry.txt", [DAYS[7]]],
      ["court/appeal.txt", [NEXT_MONDAY]],
    ]),
  );
  expect(week.changes).toHaveLength(3);
  const flood = week.changes.find(({ key }) => key === "wire/flood.txt");
  expect(flood?.revision?.facts).toMatchObject([{ before: "12", after: "19", through: ["14"] }]);
  expect(week.passing).toEqual([
    { key: "wire/market.txt", what: "changed back" },
    { key: "wire/short.txt", what: "came and went" },
  ]);
});

it("is one email in the rhythm that each reader chose", async () => {
  const rig = openDesk();
  await liveWeek(rig);
  const received = (name: string) => mailTo(rig, name).map(({ subject }) => subject);
  expect(received("week")).toHaveLength(1);
  expect(received("sea")).toHaveLength(1);
  expect(received("law")).toHaveLength(2);
  expect(received("both")).toHaveLength(2);
  expect(received("all")).toHaveLength(4);
  const [week] = mailTo(rig, "week");
  expect(unwrapped(week)).toContain("At least 12 → 14 → 19 people died");
  expect(week?.text).toContain("The week since Monday 23 November, 07:00");
  expect(week?.text).toContain("changed on Tuesday and Friday");
  expect(week?.text).toContain("First seen on Friday");
  expect(week?.text).toContain("Changed, and changed back");
  expect(week?.text).toContain("wire/market.txt");
  expect(week?.html).toContain("Came and went");
  const [sea] = mailTo(rig, "sea");
  expect(sea?.text).toContain("wire/ferry.txt");
  expect(sea?.text).not.toContain("wire/flood.txt");
});

it("tells who chose both rhythms the day's changes first, each story once", async () => {
  const rig = openDesk();
  await liveWeek(rig);
  const [, mail] = mailTo(rig, "both");
  expect(mail?.subject).toContain("Court hears appeal");
  expect(mail?.text.match(/court\/appeal\.txt/g)).toHaveLength(1);
  expect(unwrapped(mail)).toContain("compared with 23 November; changed on Tuesday and Friday");
  expect(mail?.text).toContain("You get what is in the topics that you chose: Courts and The week.");
  const [, law] = mailTo(rig, "law");
  expect(law?.text).not.toContain("wire/flood.txt");
});

it("is told on a day without news, whose other readers get no email", async () => {
  const rig = openDesk();
  await rig.put({ "wire/flood.txt": FLOOD(12) });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  await rig.put({ "wire/flood.txt": FLOOD(19) });
  await rig.run(DAYS[5] ?? "");
  const before = rig.inbox.length;
  expect(await rig.run(NEXT_MONDAY)).toMatchObject({ outcome: "sent" });
  expect(rig.inbox.slice(before).map(({ to }) => to)).toEqual(["week@example.org", "both@example.org"]);
  await rig.put({ "wire/flood.txt": FLOOD(21) });
  await rig.run(DAYS[11] ?? "");
  const [last] = mailTo(rig, "all").slice(-1);
  expect(last?.text).toContain("Since Wednesday 25 November, 07:00");
});

it("is made by the next run if the day was missed, and comes to nothing if nothing changed", async () => {
  const rig = openDesk();
  await rig.put({ "wire/flood.txt": FLOOD(12) });
  await rig.run(FRIDAY);
  await rig.put({ "wire/flood.txt": FLOOD(13) });
  await rig.run(DAYS[1] ?? "");
  await rig.put({ "wire/flood.txt": FLOOD(12) });
  await rig.run(DAYS[4] ?? "");
  expect(mailTo(rig, "week")).toEqual([]);
  await rig.put({ "wire/flood.txt": FLOOD(19) });
  await rig.run(DAYS[11] ?? "");
  expect(mailTo(rig, "week").map(({ subject }) => subject)).toEqual([expect.stringContaining("12 → 19")]);
});

it("tells the last text of a story that changed before it went, and when it went", async () => {
  const rig = openDesk();
  await rig.put({ "wire/flood.txt": FLOOD(12), "wire/market.txt": MARKET("nine") });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  await rig.put({ "wire/flood.txt": FLOOD(19) });
  await rig.run(DAYS[5] ?? "");
  await rig.corpus.remove("wire/flood.txt");
  await rig.run(DAYS[7] ?? "");
  await rig.run(NEXT_MONDAY);
  const [mail] = mailTo(rig, "week");
  expect(mail?.text).toContain("At least 19 people died");
  expect(unwrapped(mail)).toContain("gone since Friday");
});

it("is left out, not the edition, if the snapshot with which the week began is gone", async () => {
  const rig = openDesk();
  await rig.put({ "wire/flood.txt": FLOOD(12) });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  const snapshot = (await keysOf(rig.state)).filter((key) => key.endsWith("/snapshot.json"))[1] ?? "";
  await rig.put({ "wire/flood.txt": FLOOD(19) });
  await rig.run(DAYS[5] ?? "");
  await rig.state.remove(snapshot);
  await rig.put({ "wire/market.txt": MARKET("nine") });
  await rig.run(NEXT_MONDAY);
  expect(mailTo(rig, "week")).toEqual([]);
  expect(mailTo(rig, "all").slice(-1)[0]?.text).toContain("wire/market.txt");
  expect(rig.steps.find(({ step }) => step === "week left out")?.figures.reason).toContain("snapshot.json");
});

it("costs nothing without a weekly topic", async () => {
  const plain = JSON.stringify([{ name: "courts", keys: "court/" }]);
  const rig = createRig({ environment: { TOPICS: plain, RECIPIENTS: "law@example.org#courts" } });
  await rig.put({ "court/appeal.txt": APPEAL("Monday") });
  await rig.run(FRIDAY);
  await rig.run(NEXT_MONDAY);
  expect((await keysOf(rig.state)).filter((key) => key.includes("/week/"))).toEqual([]);
});

it("is made again from what is stored if its email or the head is lost", async () => {
  let isOpen = false;
  const rig = createRig({
    environment: { TOPICS: WEEK_TOPICS, RECIPIENTS: WEEK_READERS },
    answer: (mail) =>
      isOpen ? { outcome: "accepted", messageId: mail.to } : { outcome: "refused", reason: "paused" },
  });
  await liveWeek(rig);
  for (const key of (await keysOf(rig.state)).filter((name) => name.endsWith("digest.html"))) {
    await rig.state.remove(key);
  }
  await rig.state.remove("head.json");
  isOpen = true;
  rig.passSeconds(7200);
  await runDigest({ mode: "resume" }, rig.job);
  const [week] = mailTo(rig, "week");
  expect(week?.text).toContain("The week since Monday 23 November, 07:00");
  expect(mailTo(rig, "sea")).toHaveLength(1);
});

/** The rig's job, with its requests to the corpus and its listings of the state noted. */
function watched(rig: Rig, work: string[]): Rig["job"] {
  const noting = (store: ObjectStore, hasReads: boolean): ObjectStore => ({
    ...store,
    list: (range: KeyRange) => {
      work.push("list");
      return store.list(range);
    },
    read: (...place) => {
      work.push(...(hasReads ? ["read"] : []));
      return store.read(...place);
    },
  });
  return { ...rig.job, corpus: noting(rig.corpus, true), state: noting(rig.state, false) };
}

/** What a change is told as, whenever it was found: without values that only the days between know. */
function told({ change, key, renamedFrom, revision: whole, revertedTo, headline, summary }: EditionChange) {
  const isGone = change === "removed";
  const revision = whole && { ...whole, facts: whole.facts.map(({ through: _, ...fact }) => fact) };
  return JSON.stringify({
    key,
    change,
    renamedFrom,
    revision,
    revertedTo,
    ...(!isGone && { headline, summary }),
  });
}

it.each([11, 12, 13, 14])(
  "is what one run from its beginning would tell, without listing anything: life %i",
  async (seed) => {
    const random = seededRandom(seed);
    const model = createModel(random);
    const rig = createRig({ environment: { TOPICS: WEEK_TOPICS, RECIPIENTS: "week@example.org#week" } });
    let corpus: ReadonlyMap<string, string> = new Map();
    const between: string[] = [];
    const upload = async (to: Rig, from: ReadonlyMap<string, string>): Promise<void> => {
      for (const key of [...from.keys()].filter((name) => !corpus.has(name))) {
        await to.corpus.remove(key);
      }
      await to.put(Object.fromEntries(corpus));
    };
    const live = async (slot: string, operations: number, job = rig.job): Promise<RunResult> => {
      const before = corpus;
      model.live(slot, operations);
      corpus = new Map([...model.corpus].map(([key, text]) => [key, writeText(text)]));
      await upload(rig, before);
      return await runDigest({ mode: "scheduled", slot, acceptRemovals: [""] }, job);
    };
    await live(FRIDAY, 30);
    for (const day of [1, 2]) {
      await live(DAYS[day] ?? "", 6);
    }
    await live(MONDAY, 6);
    const [start, atStart] = [rig.copy(), corpus];
    for (const slot of DAYS.slice(4, 10)) {
      await live(slot, 6);
      between.push(...corpus.values());
    }
    const [daily, atLast] = [rig.copy(), corpus];
    const [work, dailyWork]: [string[], string[]] = [[], []];
    const week = await weekOfRun(rig, await live(NEXT_MONDAY, 6, watched(rig, work)));
    await upload(daily, atLast);
    const withoutTopics = { ...daily.job.config, topics: "", recipients: ["ann@example.org"] };
    await runDigest(
      { mode: "scheduled", slot: NEXT_MONDAY, acceptRemovals: [""] },
      { ...watched(daily, dailyWork), config: withoutTopics },
    );
    await upload(start, atStart);
    const direct = await start.edition(
      await runDigest({ mode: "scheduled", slot: NEXT_MONDAY, acceptRemovals: [""] }, start.job),
    );
    expect(work).toEqual(dailyWork);
    const held = new Set(direct.heldBack.map(({ key }) => key));
    const of = ({ changes }: Edition) =>
      changes
        .filter(({ key }) => !held.has(key))
        .map(told)
        .toSorted();
    expect(of(week)).toEqual(of(direct));
    expect(week.changes.length).toBeGreaterThan(10);
    for (const { through = [], around } of week.changes.flatMap(({ revision }) => revision?.facts ?? [])) {
      for (const value of through) {
        expect(between.some((text) => text.includes(`${around?.lead} ${value} ${around?.tail}`))).toBe(true);
      }
    }
  },
);

it.each([
  ["2026-11-29T22:59:59Z", "2026-11-29T23:00:00Z", "Monday", "Europe/Berlin"],
  ["2026-11-26T04:59:59Z", "2026-11-26T05:00:00Z", "Thursday", "America/New_York"],
  ["2026-11-28T13:59:59Z", "2026-11-28T14:00:00Z", "Sunday", "Australia/Brisbane"],
] as const)("begins between %s and %s on a %s in %s", (before, after, weekDay, timeZone) => {
  const [old, now] = [before, after].map((time) => weekOf(time, { weekDay, timeZone }));
  expect(now).toBe((old ?? 0) + 1);
  const later = new Date(Date.parse(after) + 6 * 86_400_000).toISOString();
  expect(weekOf(later, { weekDay, timeZone })).toBe(now);
});

it("tells the values between of the fact that went through them, under whatever key, and of no other", async () => {
  const rig = openDesk();
  const levy = (levy: string, dead: string, ships: string) =>
    `Levy in Velm\n\nThe levy of Velm is ${levy} crowns a year. At least ${dead} people died in the storm of Velm. Some ${ships} ships lie in the harbor of Velm.\n`;
  await rig.put({ "wire/levy.txt": levy("12", "12", "12"), "wire/flood.txt": FLOOD(3) });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  await rig.put({ "wire/levy.txt": levy("14", "12", "12"), "wire/flood.txt": FLOOD(4) });
  await rig.run(DAYS[4] ?? "");
  await rig.corpus.remove("wire/levy.txt");
  await rig.put({ "desk/levy.txt": levy("14", "15", "12"), "wire/flood.txt": FLOOD(3) });
  await rig.run(DAYS[5] ?? "");
  await rig.put({ "desk/levy.txt": levy("19", "15", "12"), "wire/flood.txt": FLOOD(5) });
  await rig.run(DAYS[6] ?? "");
  await rig.put({ "desk/levy.txt": levy("19", "18", "13") });
  const week = await weekOfRun(rig, await rig.run(NEXT_MONDAY));
  const valuesOf = (key: string) =>
    week.changes
      .find((change) => change.key === key)
      ?.revision?.facts.map(({ before, through = [], after }) => [before, ...through, after].join(" → "));
  expect(valuesOf("desk/levy.txt")?.toSorted()).toEqual(["12 → 13", "12 → 14 → 19", "12 → 15 → 18"]);
  expect(valuesOf("wire/flood.txt")).toEqual(["3 → 4 → 3 → 5"]);
});

it.each([
  ["the edition of a day", "20261124", "/edition.json"],
  ["the list of runs", "20261127", "/archive.zst"],
])("leaves the values between out where %s is damaged", async (_, day, name) => {
  const rig = openDesk();
  await rig.put({ "wire/flood.txt": FLOOD(12) });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  for (const [at, dead] of [
    [4, 14],
    [7, 19],
  ] as const) {
    await rig.put({ "wire/flood.txt": FLOOD(dead) });
    await rig.run(DAYS[at] ?? "");
  }
  const damaged = (await keysOf(rig.state)).find((key) => key.includes(day) && key.endsWith(name));
  await rig.state.write(damaged ?? "", Buffer.from("damaged"));
  const week = await weekOfRun(rig, await rig.run(NEXT_MONDAY));
  const [flood] = week.changes.flatMap(({ revision }) => revision?.facts ?? []);
  expect(flood).toMatchObject({ before: "12", after: "19" });
  expect(flood?.through).toBeUndefined();
});
