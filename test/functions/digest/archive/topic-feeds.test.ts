import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { type Archive, openArchive } from "../../../../functions/digest/archive/archive.ts";
import type { ArchiveSettings } from "../../../../functions/digest/archive/serving.ts";
import type { EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { subjectOf } from "../../../../functions/digest/publish/mail/subject.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { createClock } from "../../../../functions/digest/publish/wording/dates.ts";
import { selectFor } from "../../../../functions/digest/topics/select.ts";
import type { Topic, TopicSetting } from "../../../../functions/digest/topics/topics.ts";
import { ARCHIVE_DAYS } from "../../../support/archive-days.ts";
import { exampleArchive, livedArchive, wholeEditions } from "../../../support/archives.ts";
import { fc } from "../../../support/laws.ts";
import { createRig, SLOTS } from "../../../support/rig.ts";
import { makeTopics } from "../../../support/topics.ts";

const SETTINGS = {
  base: "/archive",
  origin: "https://news.example.org",
  name: "Wire Watch",
  timeZone: "Europe/Berlin",
};
const CLOCK = createClock("Europe/Berlin", "en-GB");
/** The example without the day of more changes than an entry tells. */
const DAYS = ARCHIVE_DAYS.map(({ slot, stories }) => ({
  slot,
  stories: Object.fromEntries(Object.entries(stories).filter(([key]) => !key.startsWith("busy/"))),
}));

const { archive } = await livedArchive(DAYS);
const editions = await wholeEditions(archive);

type Topics = readonly Topic[] | ArchiveSettings["topics"];

async function page(address: string, topics: Topics = [], of: Archive = archive): Promise<string> {
  const { pathname: path, searchParams: query } = new URL(address, SETTINGS.origin);
  const read = typeof topics === "function" ? topics : async () => topics;
  const answer = await answerArchive(of, { path, query }, { ...SETTINGS, topics: read });
  return answer === undefined ? "none" : Buffer.from(answer.body).toString("utf8");
}

const atom = async (topics: Topics, name: string, of?: Archive) =>
  parseAtomFeed(await page(`/topics/${name}/feed.atom`, topics, of));
const json = async (topics: Topics, name: string, of?: Archive) =>
  parseJsonFeed(await page(`/topics/${name}/feed.json`, topics, of));

/** The stories that an entry tells, by their ids. */
const toldIn = (content = "") =>
  [...content.matchAll(/<h3><a href="[^"]*\/stories\/([\w-]{16})\//g)].map(([, id]) => id);

/** The stories that an email of these changes tells in full; feeds have what is gone first. */
function idsOf(changes: readonly EditionChange[]): readonly string[] {
  const full = changes.filter(({ told }) => told !== "line");
  const gone = full.filter(({ change }) => change === "removed");
  return [...gone, ...full.filter(({ change }) => change !== "removed")].map(({ key }) => storyId(key));
}

const anyTopic: fc.Arbitrary<Omit<TopicSetting, "name">> = fc.record(
  {
    title: fc.string({ minLength: 1, maxLength: 40 }).filter((title) => title.trim() !== ""),
    keys: fc.subarray(["ferry", "harbour/", "tram", "**/corrant.txt", "weir.txt", "*.md"], { minLength: 1 }),
    words: fc.subarray(["ferry", "million", '"people died"', "orla", "clock", "zeppelin"], { minLength: 1 }),
    not: fc.subarray(["ferry", "tram", "council"], { minLength: 1 }),
    languages: fc.subarray(["en", "ar", "zh"], { minLength: 1 }),
    kinds: fc.subarray(["new", "revised", "removed", "renamed", "returned", "reverted"] as const, {
      minLength: 1,
    }),
    figure: fc.constantFrom({ change: "1%" }, { change: "30%" }),
  },
  { requiredKeys: [] },
);
const anyTopics = fc
  .array(anyTopic, { minLength: 1, maxLength: 4 })
  .map((all) => makeTopics(...all.map((one, n) => ({ ...one, name: `t${n}` }))));

describe("for any topics", () => {
  it("a feed has an entry for each edition that has something for the topic, newest first, and tells what is in the selection", async () => {
    const seen = { some: 0, none: 0 };
    await fc.assert(
      fc.asyncProperty(anyTopics, async (topics) => {
        for (const topic of topics) {
          const parts = editions
            .map((edition) => selectFor(edition, [topic]).edition)
            .filter(({ kind }) => kind !== "quiet");
          seen[parts.length === 0 ? "none" : "some"] += 1;
          const { entries = [] } = await atom(topics, topic.name);
          expect(
            entries.map(({ title, updated, content }) => [title?.value, updated, toldIn(content?.value)]),
          ).toEqual(
            parts.map((part) => [
              subjectOf(part, CLOCK.localTime(part.slot)),
              part.slot,
              idsOf(part.changes),
            ]),
          );
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.some, seen.none)).toBeGreaterThan(0);
  });

  it("both forms of a feed hold the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyTopics, async (topics) => {
        for (const { name } of topics) {
          const { title, entries = [] } = await atom(topics, name);
          const other = await json(topics, name);
          expect(other.title).toBe(title?.value);
          expect(
            (other.items ?? []).map((item) => [
              item.id,
              item.url,
              item.title,
              item.summary,
              item.date_published,
            ]),
          ).toEqual(
            entries.map((entry) => [
              entry.id,
              entry.links?.[0]?.href,
              entry.title?.value,
              entry.summary?.value,
              entry.updated,
            ]),
          );
          expect((other.items ?? []).map(({ content_html }) => toldIn(content_html))).toEqual(
            entries.map(({ content }) => toldIn(content?.value)),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it("what the feeds of some topics tell together is what their reader gets, edition by edition", async () => {
    await fc.assert(
      fc.asyncProperty(anyTopics, async (topics) => {
        const entries = await Promise.all(
          topics.map(async ({ name }) => (await atom(topics, name)).entries ?? []),
        );
        for (const edition of editions) {
          const told = entries.flat().filter(({ updated }) => updated === edition.slot);
          const together = new Set(told.flatMap(({ content }) => toldIn(content?.value)));
          expect(together).toEqual(new Set(idsOf(selectFor(edition, topics).edition.changes)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("the page of a topic lists the editions of its feed", async () => {
    await fc.assert(
      fc.asyncProperty(anyTopics, async (topics) => {
        const [topic] = topics;
        const html = await page(`/topics/${topic?.name}/`, topics);
        const { entries = [] } = await atom(topics, topic?.name ?? "");
        const listed = [...html.matchAll(/<h2 class="story"><a href="(\/archive\/editions\/[^"]+)"/g)];
        expect(listed.map(([, href]) => `${SETTINGS.origin}${href}`)).toEqual(
          entries.map(({ links }) => links?.[0]?.href),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe("the feed of a topic", () => {
  const topics = makeTopics(
    { name: "ferries", title: "Ferries & piers", words: "ferry" },
    { name: "tram", keys: "tram" },
    { name: "zeppelins", words: "zeppelin" },
  );

  it("has entries with the subjects of the emails that went out, and none for days without one", async () => {
    const TOPICS = [
      { name: "courts", title: "Courts", keys: "court/" },
      { name: "deaths", figure: { change: "10%" } },
    ];
    const rig = createRig({
      environment: {
        TOPICS: JSON.stringify(TOPICS),
        RECIPIENTS: "law@example.org#courts,dead@example.org#deaths",
      },
    });
    const court = (day: string) =>
      `Court hears appeal\n\nThe court of Velm hears the appeal of the mayor on ${day}.\n`;
    const flood = (dead: number) =>
      `Flood in Velm\n\nAt least ${dead} people died in the flood of Velm, police said.\n`;
    await rig.put({ "court/appeal.txt": court("Monday"), "wire/flood.txt": flood(12) });
    await rig.run(SLOTS[0]);
    await rig.put({ "court/appeal.txt": court("Thursday"), "wire/flood.txt": flood(19) });
    await rig.run(SLOTS[1]);
    await rig.put({ "wire/flood.txt": flood(23) });
    await rig.run(SLOTS[2]);
    const opened = openArchive({ state: rig.state, reading: {} });
    for (const [name, to, days] of [
      ["courts", "law@example.org", 2],
      ["deaths", "dead@example.org", 2],
    ] as const) {
      const mailed = rig.inbox.filter((mail) => mail.to === to).map(({ subject }) => subject);
      const { entries = [] } = await atom(makeTopics(...TOPICS), name, opened);
      expect(entries.map(({ title }) => title?.value)).toEqual(mailed.toReversed());
      expect(entries).toHaveLength(days);
    }
  });

  it("names itself, its page and the digest", async () => {
    const feed = await atom(topics, "ferries");
    expect(feed).toMatchObject({ title: { value: "Wire Watch: Ferries & piers" } });
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["alternate", "https://news.example.org/archive/topics/ferries/"],
      ["self", "https://news.example.org/archive/topics/ferries/feed.atom"],
    ]);
    expect(JSON.parse(await page("/topics/ferries/feed.json", topics))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      home_page_url: "https://news.example.org/archive/topics/ferries/",
      feed_url: "https://news.example.org/archive/topics/ferries/feed.json",
    });
  });

  it("is whole without an entry, and its page says so", async () => {
    const feed = await atom(topics, "zeppelins");
    expect([feed.entries ?? [], feed.updated]).toEqual([[], "1970-01-01T00:00:00Z"]);
    expect((await json(topics, "zeppelins")).items ?? []).toEqual([]);
    expect(await page("/topics/zeppelins/", topics)).toContain("Nothing in 7 editions");
  });

  it("has ids of its own, which stay when its title and its wishes change", async () => {
    const ids = ({ id, entries = [] }: Awaited<ReturnType<typeof atom>>) => [
      id,
      ...entries.map((entry) => entry.id),
    ];
    const all = [
      ...ids(parseAtomFeed(await page("/feed.atom", topics))),
      ...ids(await atom(topics, "ferries")),
      ...ids(await atom(topics, "tram")),
    ];
    expect(all.length).toBeGreaterThan(12);
    expect(new Set(all).size).toBe(all.length);
    const renamed = makeTopics({ name: "tram", title: "Trams", keys: ["tram", "tram.txt"] });
    expect(ids(await atom(renamed, "tram"))).toEqual(ids(await atom(topics, "tram")));
  });

  it("tells as many changes of an edition as the feed of all does", async () => {
    const { archive: busy } = await exampleArchive();
    const { entries = [] } = await atom(makeTopics({ name: "busy", keys: "busy/" }), "busy", busy);
    expect(entries.map(({ content }) => toldIn(content?.value).length)).toEqual([30, 30]);
    expect(await page("/topics/busy/", makeTopics({ name: "busy", keys: "busy/" }), busy)).toContain(
      "and 31 more",
    );
  });

  it.each([
    "/topics/nothing/feed.atom",
    "/topics/Tram/feed.atom",
    "/topics/tram/feed.xml",
    "/topics/tram/feed.atom/",
    "/topics/__proto__/feed.json",
    `/topics/${"t".repeat(65)}/feed.json`,
    "/topics//feed.atom",
    "/topics/feed.atom",
    "/topics/nothing/",
  ])("is not there under %s", async (address) => {
    expect(await page(address, topics)).toBe("none");
  });

  it("is not there without topics", async () => {
    const query = new URLSearchParams();
    expect(await answerArchive(archive, { path: "/topics/tram/feed.atom", query }, SETTINGS)).toBeUndefined();
  });
});

describe("pages", () => {
  const topics = makeTopics({ name: "tram", title: "Trams" }, { name: "ferries", title: "Ferries & piers" });
  const newest = editions[0]?.slot.replaceAll(/[-:]/g, "");
  const thread = editions.flatMap(({ threads }) => threads)[0]?.id;
  const alternates = (html: string) =>
    [
      ...html.matchAll(
        /<link rel="alternate" type="application\/atom\+xml" title="([^"]+)" href="([^"]+)">/g,
      ),
    ].map(([, title, href]) => [title, href]);

  it.each([
    "/",
    `/editions/${newest}/`,
    `/stories/${storyId("tram.txt")}/`,
    `/threads/${thread}/`,
    "/search?q=tram",
    "/topics/tram/",
  ])("offer each topic's feed, in the order of the settings: %s", async (address) => {
    const offered = alternates(await page(address, topics));
    expect(offered.slice(0, 3)).toEqual([
      ["Wire Watch", "/archive/feed.atom"],
      ["Trams", "/archive/topics/tram/feed.atom"],
      ["Ferries &amp; piers", "/archive/topics/ferries/feed.atom"],
    ]);
    expect(
      alternates(await page(address.replace("topics/tram/", ""), [])).map(([, href]) => href),
    ).not.toContain("/archive/topics/tram/feed.atom");
  });

  it("list the topics with their pages and feeds where they list feeds, and none where there are none", async () => {
    const html = await page("/", topics);
    for (const href of ["", "feed.atom", "feed.json"].map((end) => `/archive/topics/ferries/${end}`)) {
      expect(html).toContain(`<a href="${href}"`);
    }
    expect(html.indexOf(">Trams<")).toBeLessThan(html.indexOf(">Ferries &amp; piers<"));
    expect(await page("/")).not.toContain("Topics");
  });

  it("do without topics that cannot be read, while their feeds fail", async () => {
    let asked = 0;
    const broken = async () => {
      asked += 1;
      throw new Error("cannot read the topics");
    };
    expect(await page("/", broken)).toBe(await page("/"));
    expect(await page("/feed.atom", broken)).toBe(await page("/feed.atom"));
    expect(asked).toBe(2);
    await expect(page("/topics/tram/feed.atom", broken)).rejects.toThrow("cannot read the topics");
    await expect(page("/topics/tram/", broken)).rejects.toThrow("cannot read the topics");
  });

  it("show a title as words, whatever it is", async () => {
    const title = `"><script>alert(1)</script>\u202e{{name}}`;
    const hostile = makeTopics({ name: "a", title, keys: "tram" }, { name: "b", title: "\u200b\u202e" });
    for (const address of ["/", "/topics/a/", "/topics/a/feed.atom", "/topics/a/feed.json"]) {
      const body = await page(address, hostile);
      expect(body).not.toMatch(address.endsWith("json") ? /\u202e/ : /<script|\u202e/);
      expect(body).toMatch(/script(?:&#62;|&gt;|>)alert\(1\)/);
    }
    expect(await page("/", hostile)).toContain('title="b" href="/archive/topics/b/feed.atom"');
    expect((await json(hostile, "a")).title).toMatch(/^Wire Watch: "><script>alert\(1\)<\/script>/);
  });
});
