import type { RunResult } from "../../functions/digest/run/result.ts";
import { createRig, type Rig } from "./rig.ts";

/** From a Friday to the Tuesday of the week after next. */
export const WEEK_DAYS = Array.from({ length: 12 }, (_, day) => `2026-11-${20 + day}T07:00:00Z`).map((slot) =>
  slot.replace("-11-31", "-12-01"),
);
export const [FRIDAY = "", , , MONDAY = ""] = WEEK_DAYS;
export const NEXT_MONDAY = WEEK_DAYS[10] ?? "";

export const WEEK_TOPICS = JSON.stringify([
  { name: "courts", title: "Courts", keys: "court/" },
  { name: "week", title: "The week", rhythm: "weekly" },
  { name: "sea", title: "The week at sea", words: "ferry", rhythm: "weekly" },
]);
export const WEEK_READERS =
  "all@example.org,week@example.org#week,sea@example.org#sea,both@example.org#courts+week,law@example.org#courts";

/** Readers of the whole, of a day's topic, of two weekly ones, and of both rhythms. */
export function openDesk(environment: Readonly<Record<string, string>> = {}): Rig {
  return createRig({ environment: { TOPICS: WEEK_TOPICS, RECIPIENTS: WEEK_READERS, ...environment } });
}

function story(name: string, sentence: string): string {
  return `${name}\n\n${sentence} The council of Velm had met on the first of the month and adjourned without a vote.\n`;
}

export const FLOOD = (dead: number) =>
  story("Flood in Velm", `At least ${dead} people died in the flood of Velm, police said.`);
export const APPEAL = (day: string) =>
  story("Court hears appeal", `The court of Velm hears the appeal on ${day}.`);
const FERRY = story("Ferry late", "The ferry of Velm was an hour late, the harbor board said.");
export const MARKET = (hour: string) =>
  story("Market opens", `The market of Velm opens at ${hour} on Saturdays.`);

/** The days from the first Monday on, until the run of the next. */
export async function liveWeek(rig: Rig): Promise<RunResult> {
  await rig.put({
    "court/appeal.txt": APPEAL("Monday"),
    "wire/flood.txt": FLOOD(12),
    "wire/market.txt": MARKET("nine"),
  });
  await rig.run(FRIDAY);
  await rig.run(MONDAY);
  await rig.put({
    "wire/flood.txt": FLOOD(14),
    "wire/market.txt": MARKET("ten"),
    "wire/short.txt": story("Short", "It was short."),
  });
  await rig.run(WEEK_DAYS[4] ?? "");
  await rig.put({ "wire/flood.txt": FLOOD(19), "wire/market.txt": MARKET("nine"), "wire/ferry.txt": FERRY });
  await rig.corpus.remove("wire/short.txt");
  await rig.run(WEEK_DAYS[7] ?? "");
  await rig.put({ "court/appeal.txt": APPEAL("Thursday") });
  return await rig.run(NEXT_MONDAY);
}
