import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { expect, it } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { type Archive, openArchive } from "../../../../functions/digest/archive/archive.ts";
import { weekKeys } from "../../../../functions/digest/keys.ts";
import { slotName, storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { sha256 } from "../../../../functions/digest/snapshot/format/frames.ts";
import { parseTopics } from "../../../../functions/digest/topics/topics.ts";
import {
  FLOOD,
  FRIDAY,
  liveWeek,
  MONDAY,
  NEXT_MONDAY,
  openDesk,
  WEEK_DAYS,
  WEEK_TOPICS,
} from "../../../support/week-life.ts";

const ORIGIN = "https://news.example.org";
const TUESDAY = WEEK_DAYS[11] ?? "";
const MONDAY_AFTER = "2026-12-07T07:00:00Z";
/** The slots that ended a week, newest first: the first of them a short and quiet one. */
const WEEKS = [MONDAY_AFTER, NEXT_MONDAY, MONDAY];
const TOPICS = parseTopics(WEEK_TOPICS);

const rig = openDesk({ ARCHIVE_URL: `${ORIGIN}/archive` });
const ended = await liveWeek(rig);
const emailed = [...rig.inbox];
await rig.put({ "wire/flood.txt": FLOOD(12) });
await rig.run(TUESDAY);
await rig.put({ "wire/flood.txt": FLOOD(19), "wire/levee.txt": FLOOD(3) });
await rig.run(MONDAY_AFTER);
const archive = openArchive({ state: rig.state, reading: {} });

async function bytesOf(address: string, of: Archive = archive): Promise<Uint8Array | undefined> {
  const { pathname, searchParams: query } = new URL(address, ORIGIN);
  const path = pathname.replace(/^\/archive(?=\/)/, "");
  const settings = { base: "/archive", origin: ORIGIN, name: "Wire Watch", timeZone: "UTC" };
  const topics = async () => (typeof TOPICS === "string" ? [] : TOPICS);
  const answer = await answerArchive(of, { path, query }, { ...settings, topics });
  return answer === undefined ? undefined : Buffer.from(answer.body);
}

const page = async (address: string) => Buffer.from((await bytesOf(address)) ?? []).toString("utf8");
const weekPage = (slot: string) => `/editions/${slotName(slot)}/week/`;
const dayPage = (slot: string) => `/editions/${slotName(slot)}/`;
const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&").replaceAll("&#x3D;", "="),
  );

it("lists a week above the edition that ended it", async () => {
  const html = await page("/");
  const week = html.indexOf(`/archive${weekPage(NEXT_MONDAY)}"`);
  expect(week).toBeGreaterThan(-1);
  expect(week).toBeLessThan(html.indexOf(`/archive${dayPage(NEXT_MONDAY)}"`));
  expect(html).toContain("The week from Monday 23 November to Monday 30 November 2026, 07:00 UTC");
  expect(html).toContain("The week from Monday 30 November to Monday 7 December 2026, 07:00 UTC");
  expect(html).toContain("The week from Friday 20 November to Monday 23 November 2026, 07:00 UTC");
  expect(html.match(/Z\/week\/"/g)).toHaveLength(3);
});

it("tells the week on a page: first text against last, its days, and what came to nothing", async () => {
  const html = await page(weekPage(NEXT_MONDAY));
  expect(words(html)).toContain("At least 12 → 14 → 19 people died");
  expect(html).toContain("Changed on Tuesday and Friday");
  expect(html).toContain("First seen on Friday");
  expect(words(html)).toContain("Changed, and changed back wire/market.txt");
  expect(words(html)).toContain("Came and went wire/short.txt");
  expect(html).toContain("Next week →");
  expect(html).not.toContain("this edition<");
});

it("leads from a week to its day, to the next week, and back", async () => {
  const first = linksIn(await page(weekPage(NEXT_MONDAY)));
  expect(first).toContain(`/archive${dayPage(NEXT_MONDAY)}`);
  expect(first).toContain(`/archive${weekPage(MONDAY_AFTER)}`);
  expect(first).not.toContain(`/archive${dayPage(TUESDAY)}`);
  expect(linksIn(await page(weekPage(MONDAY_AFTER)))).toContain(`/archive${weekPage(NEXT_MONDAY)}`);
  const day = await page(dayPage(NEXT_MONDAY));
  expect(linksIn(day)).toContain(`/archive${weekPage(NEXT_MONDAY)}`);
  expect(linksIn(day)).toContain(`/archive${dayPage(TUESDAY)}`);
  expect(day).not.toContain("Changed on Tuesday");
});

it("has no page of a week where none ended", async () => {
  for (const slot of [FRIDAY, TUESDAY, "2027-01-04T07:00:00Z"]) {
    expect(await bytesOf(weekPage(slot))).toBeUndefined();
    expect(await bytesOf(`${weekPage(slot)}edition.json`)).toBeUndefined();
  }
  expect(await bytesOf(dayPage(TUESDAY))).toBeDefined();
});

it("has pages behind all links of a week", async () => {
  const links = linksIn(await page(weekPage(NEXT_MONDAY))).filter((href) => href.startsWith("/archive"));
  expect(links.length).toBeGreaterThan(9);
  for (const href of links) {
    expect([href, await bytesOf(href)]).toEqual([href, expect.anything()]);
  }
});

it("compares the texts with which a week began and ended, whatever came later", async () => {
  const html = await page(weekPage(NEXT_MONDAY));
  const compare = linksIn(html).find((href) => href.includes(`/compare?story=${storyId("wire/flood.txt")}`));
  const comparison = words(await page(compare ?? ""));
  expect(comparison).toContain("12 → 19");
  expect(comparison).toContain("Friday 20 November 2026, 07:00 UTC");
  expect(comparison).toContain("Friday 27 November 2026, 07:00 UTC");
  const other = compare?.replace("20261130T070000Z", "20261207T070000Z");
  expect(words(await page(other ?? ""))).toContain("Monday 7 December 2026, 07:00 UTC");
});

it("says what a week came to where a text went back and forth", async () => {
  const html = words(await page(weekPage(MONDAY_AFTER)));
  expect(html).toContain("Changed, and changed back wire/flood.txt");
  expect(html).toContain("wire/levee.txt");
});

it("names the hash of the week's edition, which it serves as it was stored", async () => {
  const stored = await rig.state.read(weekKeys(ended.edition ?? "").edition);
  const bytes = stored?.bytes ?? new Uint8Array();
  expect(await bytesOf(`${weekPage(NEXT_MONDAY)}edition.json`)).toEqual(Buffer.from(bytes));
  expect(await page(weekPage(NEXT_MONDAY))).toContain(sha256(bytes));
});

it("has a feed of weeks, in both forms, beside that of editions", async () => {
  const { title, entries = [] } = parseAtomFeed(await page("/weeks/feed.atom"));
  expect(title?.value).toBe("Wire Watch: weeks");
  expect(entries.map(({ updated }) => updated)).toEqual(WEEKS);
  const hrefs = entries.flatMap(({ links = [] }) => links.map(({ href }) => href));
  expect(hrefs).toEqual(WEEKS.map((slot) => `${ORIGIN}/archive${weekPage(slot)}`));
  const { items = [] } = parseJsonFeed(await page("/weeks/feed.json"));
  expect(items.map(({ id, url }) => [id, url])).toEqual(entries.map(({ id }, at) => [id, hrefs[at]]));
  const days = parseAtomFeed(await page("/feed.atom")).entries ?? [];
  expect(days.map(({ id }) => id)).not.toEqual(expect.arrayContaining([entries[0]?.id]));
  expect(linksIn(await page("/"))).toEqual(
    expect.arrayContaining(["/archive/weeks/feed.atom", "/archive/weeks/feed.json"]),
  );
});

it("tells a weekly topic by weeks, on its page and in its feeds, and a daily one by days", async () => {
  const sea = await page("/topics/sea/");
  expect(words(sea)).toContain("In 1 of 3 weeks, as the topic is set now");
  expect(linksIn(sea)).toContain(`/archive${weekPage(NEXT_MONDAY)}`);
  const { entries = [] } = parseAtomFeed(await page("/topics/sea/feed.atom"));
  expect(entries.map(({ updated }) => updated)).toEqual([NEXT_MONDAY]);
  expect(entries[0]?.content?.value).toContain(storyId("wire/ferry.txt"));
  expect(entries[0]?.content?.value).not.toContain(storyId("wire/flood.txt"));
  const week = parseAtomFeed(await page("/topics/week/feed.atom")).entries ?? [];
  expect(week.map(({ updated }) => updated)).toEqual([MONDAY_AFTER, NEXT_MONDAY]);
  const courts = parseAtomFeed(await page("/topics/courts/feed.atom")).entries ?? [];
  expect(courts.map(({ updated }) => updated)).toEqual([NEXT_MONDAY, FRIDAY]);
});

it("is where emails of a week lead, and not those that tell the day as well", () => {
  const lastTo = (name: string) => emailed.findLast(({ to }) => to.startsWith(`${name}@`));
  expect(lastTo("week")?.html).toContain(`${ORIGIN}/archive${weekPage(NEXT_MONDAY)}"`);
  expect(lastTo("week")?.text).toContain(`${ORIGIN}/archive${weekPage(NEXT_MONDAY)}`);
  expect(lastTo("both")?.html).toContain(`${ORIGIN}/archive${dayPage(NEXT_MONDAY)}"`);
  expect(lastTo("both")?.html).not.toContain(weekPage(NEXT_MONDAY));
  expect(lastTo("all")?.html).toContain(`${ORIGIN}/archive${dayPage(NEXT_MONDAY)}"`);
});
