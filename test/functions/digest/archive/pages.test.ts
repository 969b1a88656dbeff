import { describe, expect, it } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { editionPageView } from "../../../../functions/digest/archive/pages/edition-views.ts";
import { searchPageView } from "../../../../functions/digest/archive/pages/search-view.ts";
import { storyPageView } from "../../../../functions/digest/archive/pages/story-views.ts";
import { threadPageView, threadsOf } from "../../../../functions/digest/archive/pages/threads.ts";
import type { StoryPageView } from "../../../../functions/digest/archive/pages/view-types.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { CONTEXT, exampleArchive, wholeEditions } from "../../../support/archives.ts";

const { archive } = await exampleArchive();
const editions = await wholeEditions(archive);
const threads = threadsOf(await archive.editions());
const newest = editions[0]?.slot ?? "";

async function storyPage(key: string): Promise<StoryPageView> {
  const history = await archive.history(storyId(key));
  if (history === undefined) {
    throw new Error(`no edition names ${key}`);
  }
  const last = history.versions.at(-1);
  const text = last && (await archive.version(last.sha256, last.key));
  return storyPageView({ history, text, threads, newest }, CONTEXT);
}

function editionPageNumbered(day: string, page: number) {
  const edition = editions.find(({ slot }) => slot.startsWith(day));
  if (edition === undefined) {
    throw new Error(`no edition of ${day}`);
  }
  const neighbours = { before: undefined, after: undefined };
  return editionPageView({ edition, sha256: "5eed", page, threads, ...neighbours }, CONTEXT);
}

function editionPage(day: string, page = 1) {
  const view = editionPageNumbered(day, page);
  if (view === undefined) {
    throw new Error(`the edition of ${day} has no page ${page}`);
  }
  return view;
}

function search(words: string, page = 1) {
  return searchPageView({ words, page }, archive, CONTEXT);
}

const written = ({ chains }: StoryPageView) =>
  chains.map(({ label, lead, tail, values, note }) =>
    [
      label || lead,
      ...values.map(({ value, day }) => (day === "" ? value : `${value} (${day})`)),
      tail,
      note,
    ].filter((words) => words !== ""),
  );

describe("the page of a story", () => {
  it("tells its values over time in the words around them, each with the day it came and where that is told", async () => {
    const page = await storyPage("harbour/ferry.txt");
    expect(written(page)).toEqual([
      ["At least", "12", "14 (27 November 2026)", "19 (28 November 2026)", "people died when the ferry"],
    ]);
    const href = page.chains[0]?.values[2]?.href ?? "";
    const moment = page.items.flatMap(({ events }) => events).find(({ id }) => href.endsWith(`#${id}`));
    expect(moment?.facts[0]).toMatchObject({ before: "14", after: "19" });
  });

  it("tells what came and went as not stated", async () => {
    expect(written(await storyPage("tram.txt"))).toEqual([
      [
        "Byline",
        "not stated",
        "By Otto Krahl (28 November 2026)",
        "By Ines Krahl (1 December 2026)",
        "not stated (2 December 2026)",
      ],
    ]);
  });

  it("says that a value may have changed since, where editions tell it no more", async () => {
    const [[, ...words] = []] = written(await storyPage("flash.txt"));
    expect(words.at(-1)).toBe("Since 30 November 2026, the story has gone back and forth.");
  });

  it.each([
    ["harbour/ferry.txt", "Moved from ferry.txt"],
    [
      "weir.txt",
      "Back, after it was gone from 27 November 2026; content changed: 1 sentence edited, 2 unchanged; headline changed",
    ],
    ["flash.txt", "Back to the version of 27 November 2026; content changed: 1 sentence edited, 2 unchanged"],
    ["tram.txt", "Byline changed"],
    ["wire/corrant.txt", "New; same text as agency/corrant.txt"],
    ["wire/corrant.txt", expect.stringMatching(/^Removed \(\d+ words\)$/)],
  ])("says of %s: %s", async (key, words) => {
    const { items } = await storyPage(key);
    expect(items.flatMap(({ events }) => events).map(({ what }) => what)).toContainEqual(words);
  });

  it.each([
    ["shops.md", "3 formatting changes"],
    ["vote.json", "Held back in 5 editions: damaged or incomplete JSON file"],
    ["flash.txt", "Went back and forth in 3 editions"],
  ])("folds what %s did again and again: %s", async (key, folded) => {
    const [first] = (await storyPage(key)).items;
    expect(first?.folded).toBe(folded);
  });

  it("says how many of its sentences an event touched, by the numbers of the line above", async () => {
    const moments = (await storyPage("weir.txt")).items.flatMap(({ events }) => events);
    const [back] = moments;
    expect(back?.what).toContain("1 sentence edited, 2 unchanged");
    expect(back).toMatchObject({ share: "33%: 1 of 3 sentences edited, added or removed", bar: 33 });
    expect(moments.at(-1)).toMatchObject({ share: "", bar: 0 });
  });

  it("begins with links to its sections, and to its days where it has more than a few", async () => {
    const { sections, contents, items } = await storyPage("harbour/ferry.txt");
    expect(sections.map(({ href }) => href)).toEqual(["#facts", "#changes", "#compare", "#text"]);
    const ids = items.flatMap(({ events }) => events).map(({ id }) => `#${id}`);
    expect(contents.entries.map(({ href }) => href)).toEqual(ids);
    expect(contents.entries.map(({ words, detail }) => `${words}: ${detail}`)).toEqual([
      "29 November 2026: Moved from ferry.txt",
      "28 November 2026: At least 14 → 19 people died when the ferry",
      "27 November 2026: At least 12 → 14 people died when the ferry",
      "26 November 2026: New",
    ]);
    expect((await storyPage("museum.txt")).contents.entries).toEqual([]);
  });

  it("lists what is folded as one", async () => {
    const folded = (await storyPage("flash.txt")).contents.entries.map(({ detail }) => detail);
    expect(folded[0]).toBe("Went back and forth in 3 editions");
  });

  it("offers a version that came back once for each time, under names of their own", async () => {
    const { versions } = await storyPage("flash.txt");
    expect(versions).toHaveLength(7);
    expect(new Set(versions.map(({ name }) => name)).size).toBe(7);
    expect(new Set(versions.map(({ name }) => name.split(".")[0])).size).toBe(2);
  });

  it("leads to the threads that it shares, and to none of its own", async () => {
    expect((await storyPage("tram.txt")).threads.map(({ headline }) => headline)).toEqual([
      "Orla council votes for the airport tram",
    ]);
    expect((await storyPage("bridge.txt")).threads).toEqual([]);
  });
});

async function compared(query: string): Promise<string> {
  const settings = {
    base: "/archive",
    origin: "https://news.example.org",
    name: "Wire Watch",
    timeZone: "UTC",
  };
  const request = { path: "/compare", query: new URLSearchParams(query) };
  return Buffer.from((await answerArchive(archive, request, settings))?.body ?? "").toString("utf8");
}

describe("a comparison", () => {
  const timesIn = (html: string) => [...html.matchAll(/<b><bdi>(\w+ \d+ \w+)/g)].map(([, time]) => time);

  it("of a version that came back names the day that was chosen; of a hash alone, the last before the other", async () => {
    const [wednesday, tuesday, , sunday] = (await storyPage("flash.txt")).versions.map(({ name }) => name);
    const story = `story=${storyId("flash.txt")}`;
    expect(timesIn(await compared(`${story}&a=${sunday}&b=${wednesday}`))).toEqual([
      "Sunday 29 November",
      "Wednesday 2 December",
    ]);
    const hash = tuesday?.split(".")[0];
    expect(timesIn(await compared(`${story}&a=${hash}&b=${wednesday}`))).toEqual([
      "Tuesday 1 December",
      "Wednesday 2 December",
    ]);
  });
});

describe("a comparison of a newer version with an older one", () => {
  const story = `story=${storyId("harbour/ferry.txt")}`;

  it("says that its order is reversed, and leads to the other way round", async () => {
    const [newest = "", , oldest = ""] = (await storyPage("harbour/ferry.txt")).versions.map(
      ({ name }) => name,
    );
    const html = await compared(`${story}&a=${newest}&b=${oldest}`);
    expect(html).toContain("The order is reversed");
    expect(html).toContain("<del>19</del> <ins>12</ins>");
    const href = `/archive/compare?${story}&a=${oldest}&b=${newest}`;
    expect(html.replaceAll("&amp;", "&").replaceAll("&#x3D;", "=")).toContain(`href="${href}"`);
    expect(await compared(`${story}&a=${oldest}&b=${newest}`)).not.toContain("reversed");
    expect(await compared(`${story}&a=${newest}&b=${newest}`)).not.toContain("reversed");
  });

  it("is none for a version under a day that was never its own", async () => {
    const [newest = "", , oldest = ""] = (await storyPage("harbour/ferry.txt")).versions.map(
      ({ name }) => name,
    );
    const [hash] = oldest.split(".");
    expect(await compared(`${story}&a=${hash}.20261128T070000Z&b=${newest}`)).toBe("");
    expect(await compared(`${story}&a=${hash}.&b=${newest}`)).toBe("");
    expect(await compared(`${story}&a=${hash}&b=${newest}`)).not.toBe("");
  });
});

describe("the page of an edition", () => {
  it("names under their headings what is not told, with what they do not say", () => {
    const { named } = editionPage("2026-11-28");
    expect(named.map(({ title, stories }) => [title, ...stories.map(({ detail }) => detail)])).toEqual([
      ["Minor edits", "Wording changed: 1 sentence edited, 2 unchanged"],
      ["Held back", "Damaged or incomplete JSON file"],
      ["Formatting changes only", "Markup", "Markup"],
    ]);
  });

  it("goes on on a second page, and has no third", () => {
    const [first, second] = [editionPage("2026-12-01"), editionPage("2026-12-01", 2)];
    expect(first.events).toHaveLength(60);
    expect(first.named).toEqual([]);
    expect(second.events.length + first.events.length).toBe(63);
    expect(second.pages.map(({ href }) => href)).toEqual(["/archive/editions/20261201T070000Z/", ""]);
    expect(editionPageNumbered("2026-12-01", 3)).toBeUndefined();
  });

  it("begins with a list of its changes, unless they are few", () => {
    const { contents, isContentsOpen, events, isCounted } = editionPage("2026-11-28");
    expect(contents.entries.map(({ href }) => href)).toEqual(events.map(({ id }) => `#${id}`));
    expect(contents.entries[0]).toMatchObject({
      words: "Ferry strikes breakwater off Vellmouth, 19 dead",
      detail: "At least 14 → 19 people died when the ferry",
    });
    expect([isCounted, isContentsOpen]).toEqual([true, true]);
    expect(editionPage("2026-11-30").contents.entries).toEqual([]);
    const { contents: long, isContentsOpen: isLongOpen } = editionPage("2026-12-01");
    expect([long.entries.length, long.more, isLongOpen]).toEqual([40, "and 20 more", false]);
  });

  it("has its day in the title, and what happened in its first line", () => {
    const { title, verdict } = editionPage("2026-11-28");
    expect(title).toMatch(/^28 November 2026: At least 14 → 19 people/);
    expect(verdict).toBe(
      "4 revised, 1 reverted, 1 held back, 1 with minor edits only, 2 with formatting changes only",
    );
  });
});

describe("the page of a thread", () => {
  it("counts its stories, one that moved as one", async () => {
    const id = editions.at(-2)?.threads.find(({ stories }) => stories.includes("ferry.txt"))?.id ?? "";
    const page = await threadPageView(id, archive, CONTEXT);
    expect(page?.about).toBe("11 changes in 5 stories since 26 November 2026");
    expect(page?.events).toHaveLength(11);
  });
});

describe("the page of a search", () => {
  it("finds a change by words of its facts, around them and in its headline", async () => {
    const { found, events } = (await search("BERTHS 85")) ?? {};
    expect(found).toBe("1 change found");
    expect(events?.map(({ key }) => key)).toEqual(["minutes.docx"]);
  });

  it("finds what was held back, by the reason", async () => {
    expect((await search("held back json"))?.found).toBe("5 changes found");
  });

  it("finds words that stand side by side, where they are in quotation marks", async () => {
    expect((await search("“14 people died”"))?.found).toBe("2 changes found");
    expect((await search('"died people"'))?.found).toBe("0 changes found");
  });

  it("says how to search, and how many of many are shown; the others are on the next page", async () => {
    expect(await search(" ")).toMatchObject({ title: "Search", found: "", events: [], pages: [] });
    expect((await search("zeppelin"))?.how).toMatch(/^A change is found by/);
    const [first, second] = [await search("busy"), await search("busy", 2)];
    expect(first).toMatchObject({ found: "122 changes found, newest first; page 1 of 2: 1 to 100", how: "" });
    expect(second?.found).toBe("122 changes found, newest first; page 2 of 2: 101 to 122");
    expect([first?.events.length, second?.events.length]).toEqual([100, 22]);
    expect(first?.pages).toEqual([
      { number: "1", href: "" },
      { number: "2", href: "/archive/search?q=busy&page=2" },
    ]);
    expect(await search("busy", 3)).toBeUndefined();
  });
});
