import { describe, expect, it } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { livedArchive } from "../../../support/archives.ts";

const STORIES = {
  "arabic.txt": (toll: number) =>
    `فيضانات تجتاح المدينة الساحلية\n\nقال مسؤول في الدفاع المدني يوم الاثنين إن ${toll} شخصا على الأقل لقوا حتفهم في الفيضانات التي اجتاحت المدينة.\n\nوأضاف أن فرق الإنقاذ تواصل البحث عن المفقودين في الأحياء القديمة.\n`,
  "hebrew.txt": (toll: number) =>
    `שיטפונות בעיר החוף\n\nדובר המשטרה אמר ביום שני כי ${toll} בני אדם נהרגו בשיטפונות שפקדו את העיר.\n\nצוותי החילוץ ממשיכים לחפש נעדרים בשכונות הישנות של העיר.\n`,
  "english.txt": (toll: number) =>
    `Floods hit the town of محمد on the coast\n\nAt least ${toll} people died in the floods, the mayor of the town said on Monday.\n\nRescuers went on with their search through the old quarters.\n`,
} as const;

const { archive } = await livedArchive(
  [120, 134, 150].map((toll, day) => ({
    slot: `2026-11-${20 + day}T07:00:00Z`,
    stories: Object.fromEntries(Object.entries(STORIES).map(([key, story]) => [key, story(toll)])),
  })),
);

async function page(path: string, query = ""): Promise<string> {
  const settings = { base: "/archive", origin: "https://news.example.org", name: "Wire", timeZone: "UTC" };
  const answer = await answerArchive(archive, { path, query: new URLSearchParams(query) }, settings);
  return Buffer.from(answer?.body ?? "").toString("utf8");
}

/** `li` elements with these values. */
const rowsWith = (html: string, values: RegExp) =>
  [...html.matchAll(/<li(?: [^>]*)?>(?:(?!<\/li>).)*<\/li>/gs)]
    .map(([row]) => row)
    .filter((row) => values.test(row));

describe.each(["arabic.txt", "hebrew.txt"])("facts of %s", (key) => {
  it.each([
    ["its page, as an event", () => page(`/stories/${storyId(key)}/`), /134<\/bdi> ← <b><bdi[^>]*>150/],
    ["its page, over time", () => page(`/stories/${storyId(key)}/`), /120<\/bdi><\/b> ← <b><bdi>134/],
    ["an edition", () => page("/editions/20261122T070000Z/"), /134<\/bdi> ← <b><bdi[^>]*>150/],
    [
      "its feed",
      async () =>
        (await page(`/stories/${storyId(key)}/feed.atom`))
          .replaceAll("&#60;", "<")
          .replaceAll("&#62;", ">")
          .replaceAll("&#34;", '"'),
      /134<\/bdi> ← <bdi>150/,
    ],
  ])("run from right to left, with their arrow, in %s", async (_, load, values) => {
    const rows = rowsWith(await load(), values);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.startsWith('<li dir="rtl">'))).toEqual([]);
    expect(rows.filter((row) => row.includes("→"))).toEqual([]);
  });

  it("run so in a comparison, each part for itself", async () => {
    const [first, , last] = (await archive.history(storyId(key)))?.versions ?? [];
    const html = await page("/compare", `story=${storyId(key)}&a=${first?.sha256}&b=${last?.sha256}`);
    expect(rowsWith(html, /120<\/bdi> ← <b><bdi[^>]*>150<\/bdi>/)).toHaveLength(1);
  });
});

it("a name from right to left in an English story leaves its facts as they are", async () => {
  const html = await page(`/stories/${storyId("english.txt")}/`);
  expect(rowsWith(html, /134<\/bdi> → <b><bdi[^>]*>150/)[0]).toMatch(/^<li>/);
  expect(html).not.toContain("←");
});
