import { createHash } from "node:crypto";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { type Archive, openArchive } from "../../../../functions/digest/archive/archive.ts";
import type { ArchiveAnswer } from "../../../../functions/digest/archive/serving.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { createRig, type Rig } from "../../../support/rig.ts";

const DAYS = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map(
  (day) => `${day}T07:00:00Z`,
);
const REST =
  "The ferry had left the island before dawn with two hundred passengers. It ran into the pier in thick fog and began to list. Divers went down in the afternoon. The harbour stays closed until the wreck has been towed away.";
const ferry = (dead: number) =>
  `Ferry strikes pier\n\nThe wreck of the ferry killed ${dead} people on Monday. ${REST}\n`;
const BRIDGE =
  "Bridge opens\n\nThe new bridge over the Velm opened on Tuesday after nine years of work. The mayor crossed it first, on foot. Lorries may use it from the spring on.\n";
const HOSTILE = `"><script>alert(1)</script>\n\nThe <b>tower</b> & "its" clock\u202e stopped on Friday at noon. {{title}} Nobody has wound it since the keeper left the town for good.\n`;

/** Six days: a figure that changes twice, a cosmetic change, a move, a removal and a return. */
async function live(): Promise<Rig> {
  const rig = createRig();
  const days: readonly (() => Promise<void>)[] = [
    () => rig.put({ "ferry.txt": ferry(12), "bridge.txt": BRIDGE, "tower.txt": HOSTILE }),
    () => rig.put({ "ferry.txt": ferry(14) }),
    () => rig.put({ "bridge.txt": BRIDGE.replaceAll(". ", ".  ") }),
    async () => {
      await rig.corpus.remove("bridge.txt");
      await rig.put({ "ferry.txt": ferry(19) });
    },
    async () => {
      await rig.corpus.remove("ferry.txt");
      await rig.put({ "wreck/ferry.txt": ferry(19) });
    },
    () => rig.put({ "bridge.txt": BRIDGE }),
  ];
  for (const [index, day] of days.entries()) {
    await day();
    await rig.run(DAYS[index] ?? "");
  }
  return rig;
}

const rig = await live();
const archive: Archive = openArchive({ state: rig.state, reading: {} });
const SETTINGS = {
  base: "/archive",
  origin: "https://news.example.org",
  name: "Late Edition",
  timeZone: "UTC",
};

async function answer(address: string): Promise<ArchiveAnswer | undefined> {
  const { pathname, searchParams } = new URL(address, "https://news.example.org");
  return await answerArchive(archive, { path: pathname, query: searchParams }, SETTINGS);
}

async function page(address: string): Promise<string> {
  return Buffer.from((await answer(address))?.body ?? "").toString("utf8");
}

/** Of a page; a feed has whole addresses. */
const hrefsIn = (html: string) =>
  [...(html.startsWith("<!DOCTYPE") ? html : "").matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);

describe("the history of a story", () => {
  test("has all that editions said of it, under all its keys", async () => {
    const history = await archive.history(storyId("ferry.txt"));
    expect(history).toMatchObject({
      key: "wreck/ferry.txt",
      keys: ["ferry.txt", "wreck/ferry.txt"],
      isGone: false,
    });
    expect(history?.events.map(({ slot, what }) => [slot.slice(8, 10), what])).toEqual([
      ["20", "added"],
      ["21", "revised"],
      ["23", "revised"],
      ["24", "renamed"],
    ]);
    expect(await archive.history(storyId("wreck/ferry.txt"))).toBe(history);
  });

  test("joins the values of a fact: 12 → 14 → 19", async () => {
    const history = await archive.history(storyId("ferry.txt"));
    expect(history?.facts[0]).toMatchObject({
      kind: "number",
      values: ["12", "14", "19"],
      slots: [DAYS[1], DAYS[3]],
    });
  });

  test("has the versions by the hashes of their bytes", async () => {
    const history = await archive.history(storyId("ferry.txt"));
    const hashes = [12, 14, 19].map((dead) => createHash("sha256").update(ferry(dead)).digest("hex"));
    expect(history?.versions.map(({ sha256 }) => sha256)).toEqual(hashes);
  });

  test("goes on where a story comes back", async () => {
    const history = await archive.history(storyId("bridge.txt"));
    expect(history?.events.map(({ what }) => what)).toEqual(["added", "cosmetic", "removed", "returned"]);
    expect(history?.isGone).toBe(false);
  });

  test("is none for a key that no edition names", async () => {
    expect(await archive.history(storyId("nowhere.txt"))).toBeUndefined();
  });
});

test.each([
  ["ferry.txt", DAYS[0], "12 people"],
  ["ferry.txt", DAYS[1], "14 people"],
  ["ferry.txt", "2026-11-23T06:59:00Z", "14 people"],
  ["ferry.txt", DAYS[3], "19 people"],
  ["ferry.txt", DAYS[4], undefined],
  ["wreck/ferry.txt", DAYS[3], undefined],
  ["wreck/ferry.txt", DAYS[4], "19 people"],
  ["bridge.txt", DAYS[2], "opened on Tuesday"],
  ["bridge.txt", DAYS[3], undefined],
  ["bridge.txt", DAYS[5], "opened on Tuesday"],
  ["ferry.txt", "2026-11-19T07:00:00Z", undefined],
])("%s said at %s: %s", async (key, time = "", words) => {
  const said = (await archive.versionAt(key, time))?.text;
  expect(words === undefined ? said : said?.includes(words)).toBe(words === undefined ? undefined : true);
});

test("an archive sees editions that are committed after it was opened, and reads no other again", async () => {
  const later = rig.copy();
  const opened = openArchive({ state: later.state, reading: {} });
  expect(await opened.editions()).toHaveLength(6);
  await later.put({ "wreck/ferry.txt": ferry(20) });
  await later.run("2026-11-26T07:00:00Z");
  const reads: string[] = [];
  const { read } = later.state;
  later.state.read = async (key, range) => {
    reads.push(key);
    return await read(key, range);
  };
  expect((await opened.editions()).map(({ slot }) => slot)[0]).toBe("2026-11-26T07:00:00Z");
  expect(reads).toEqual(["head.json", expect.stringMatching(/^runs\/20261126T070000Z-\w+\/archive\.zst$/)]);
  await opened.editions();
  expect(reads.slice(2)).toEqual(["head.json"]);
});

test("an archive of an empty bucket has no editions, and says so on its page", async () => {
  const empty = openArchive({ state: createRig().state, reading: {} });
  expect(await empty.editions()).toEqual([]);
  const answered = await answerArchive(empty, { path: "/", query: new URLSearchParams() }, SETTINGS);
  expect(answered?.body).toContain("There is no edition yet.");
});

describe("the pages", () => {
  test("lead from the list of editions to everything else, and no link is dead", async () => {
    const seen = new Set<string>(["/archive/"]);
    for (const address of seen) {
      const body = await page(address.slice("/archive".length));
      expect(body, address).not.toBe("");
      const hrefs = hrefsIn(body).map((one) => one.replaceAll("&amp;", "&").replaceAll("&#x3D;", "="));
      const [within, away] = [hrefs, hrefs].map((all, n) =>
        all.filter((href) => href.startsWith("#") === (n === 0)),
      );
      expect(within?.filter((href) => !body.includes(` id="${href.slice(1)}"`))).toEqual([]);
      expect(away?.filter((href) => !href.startsWith("/archive/"))).toEqual([]);
      for (const href of away ?? []) {
        seen.add(href);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  test("show when 12 became 19", async () => {
    const html = await page(`/stories/${storyId("wreck/ferry.txt")}/`);
    const words = html.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, " ").replaceAll(/\s+/g, " ");
    expect(words).toContain("12 → 14 (21 November 2026) → 19 (23 November 2026)");
    expect(words).toContain("Moved from ferry.txt");
  });

  test("compare any two versions of a story", async () => {
    const [first, , last] = (await archive.history(storyId("ferry.txt")))?.versions ?? [];
    const html = await page(`/compare?story=${storyId("ferry.txt")}&a=${first?.sha256}&b=${last?.sha256}`);
    expect(html).toContain("<del>12</del> <ins>19</ins>");
    expect(html).toContain("Friday 20 November 2026, 07:00 UTC");
  });

  test("are found by words, names of files and facts", async () => {
    expect(await page("/search?q=ferry%2019")).toContain("Ferry strikes pier");
    expect(await page("/search?q=nothing%20of%20this")).toContain("0 changes found");
    expect(await page("/search")).not.toMatch(/\d changes? found/);
  });

  test("have the SHA-256 of the edition, whose bytes they give", async () => {
    const html = await page("/editions/20261121T070000Z/");
    const json = await page("/editions/20261121T070000Z/edition.json");
    expect(html).toContain(createHash("sha256").update(json).digest("hex"));
    expect(JSON.parse(json)).toMatchObject({ slot: DAYS[1] });
    expect(html).toContain(createHash("sha256").update(ferry(14)).digest("hex"));
  });

  test("name no reader and nothing of a delivery", async () => {
    const addresses = [
      "/",
      "/feed.atom",
      "/feed.json",
      ...DAYS.map((slot) => `/editions/${slot.replaceAll(/[-:]/g, "")}/`),
    ];
    for (const address of addresses) {
      const body = await page(address);
      expect(body).not.toBe("");
      expect(body).not.toMatch(/@example|ann|bob|unsubscribe|message-id/i);
    }
  });

  test("escape what stories say", async () => {
    const body = `${await page("/")}${await page("/editions/20261120T070000Z/")}${await page(`/stories/${storyId("tower.txt")}/`)}${await page('/search?q="><script>x</script>')}`;
    expect(body).not.toMatch(/<script|<b>tower|\u202e/);
    expect(body).toContain("&quot;&gt;&lt;script&gt;");
  });

  test.each([
    "/editions/20261121T070000Z",
    "/editions/20991121T070000Z/",
    "/editions/../head.json",
    "/stories/../../head.json",
    "/stories/aaaaaaaaaaaaaaaa/",
    "/threads/none/",
    "/editions/20261121T070000Z/?page=2",
    "/editions/20261121T070000Z/?page=99",
    "/editions/20261121T070000Z/?page=0",
    "/editions/20261121T070000Z/?page=-1",
    "/editions/20261121T070000Z/?page=1.5",
    "/editions/20261121T070000Z/?page=abc",
    "/editions/20261121T070000Z/?page=",
    "/search?q=ferry&page=2",
    "/search?q=ferry&page=x",
    "/compare",
    `/compare?story=${storyId("ferry.txt")}&a=00&b=00`,
    "/head.json",
    "/nowhere",
  ])("there is none at %s", async (address) => {
    expect(await answer(address)).toBeUndefined();
  });
});

describe("feeds", () => {
  test("of editions are read by another program, in Atom", async () => {
    const feed = parseAtomFeed(await page("/feed.atom"));
    expect(feed).toMatchObject({ title: { value: "Late Edition" } });
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["alternate", "https://news.example.org/archive/"],
      ["self", "https://news.example.org/archive/feed.atom"],
    ]);
    expect(feed.entries).toHaveLength(6);
    expect(feed.entries?.every(({ id, title, updated }) => id && title && updated)).toBe(true);
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(6);
    expect(feed.entries?.at(-2)?.content?.value).toContain("<strong>12 → 14</strong>");
  });

  test("and in JSON, with the same entries", async () => {
    const feed = parseJsonFeed(await page("/feed.json"));
    const atom = parseAtomFeed(await page("/feed.atom"));
    expect(JSON.parse(await page("/feed.json"))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
    });
    expect(feed.items?.map(({ id, url }) => [id, url])).toEqual(
      atom.entries?.map(({ id, links }) => [id, links?.[0]?.href]),
    );
  });

  test("of a story tell what happened to it", async () => {
    const feed = parseAtomFeed(await page(`/stories/${storyId("ferry.txt")}/feed.atom`));
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual([
      "Ferry strikes pier: Moved from ferry.txt",
      "Ferry strikes pier: wreck of the ferry killed 14 → 19 people on Monday",
      "Ferry strikes pier: wreck of the ferry killed 12 → 14 people on Monday",
      "Ferry strikes pier: New",
    ]);
  });
});
