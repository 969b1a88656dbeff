import { Parser } from "htmlparser2";
import { describe, expect, it, test } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { livedArchive, wholeEditions } from "../../../support/archives.ts";
import { HOSTILE_DAYS, HOSTILE_KEYS, HOSTILE_WORDS } from "../../../support/hostile-days.ts";

const SETTINGS = {
  base: "/archive",
  origin: "https://news.example.org",
  name: "Wire Watch",
  timeZone: "UTC",
};
const { archive } = await livedArchive(HOSTILE_DAYS);
const editions = await wholeEditions(archive);

async function page(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, SETTINGS.origin);
  const answer = await answerArchive(archive, { path: pathname, query: searchParams }, SETTINGS);
  return Buffer.from(answer?.body ?? "").toString("utf8");
}

const ELEMENTS =
  "a article b bdi body br button code dd del details div dl dt form h1 h2 h3 head html i input ins label li link main meta nav ol p section span style summary table tbody td th thead title tr ul".split(
    " ",
  );
const ATTRIBUTES =
  "action aria-current aria-hidden aria-label charset checked class content dir href http-equiv id lang method name open rel role scope style title type value".split(
    " ",
  );

/** What these attributes may be; of all others, the words are a reader's. */
const FORMS: Readonly<Record<string, RegExp>> = {
  href: /^(?:\/archive\/|#[\w-]{4,20}$)/,
  action: /^\/archive\//,
  style: /^width:\d{1,3}%$/,
  lang: /^[a-zA-Z-]{2,10}$/,
  dir: /^(?:ltr|rtl)$/,
};

function isOurs(name: string, value: string): boolean {
  return ATTRIBUTES.includes(name) && (FORMS[name]?.test(value) ?? true);
}

/** What a page is made of that none of the archive's templates has, and elements that it leaves open. */
function foreignParts(html: string): readonly string[] {
  const foreign: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const strange = Object.entries(attributes).filter(([attribute, value]) => !isOurs(attribute, value));
      foreign.push(...(ELEMENTS.includes(name) ? [] : [`<${name}>`]), ...strange.flat());
    },
    onclosetag(name, isImplied) {
      if (isImplied && !["meta", "link", "input", "br"].includes(name)) {
        foreign.push(`open <${name}>`);
      }
    },
  });
  parser.end(html);
  return foreign;
}

/** Control, direction and format characters, and halves of characters; lines end with the only one that may be. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u;

const versions = (await archive.history(storyId(HOSTILE_KEYS.markup)))?.versions ?? [];
const ADDRESSES = [
  "/",
  ...editions.map(({ slot }) => `/editions/${slot.replaceAll(/[-:]/g, "")}/`),
  ...Object.values(HOSTILE_KEYS).map((key) => `/stories/${storyId(key)}/`),
  ...new Set(editions.flatMap(({ threads }) => threads.map(({ id }) => `/threads/${id}/`))),
  ...["died", HOSTILE_WORDS].map((words) => `/search?q=${encodeURIComponent(words.toWellFormed())}`),
  `/compare?story=${storyId(HOSTILE_KEYS.markup)}&a=${versions[0]?.sha256}&b=${versions.at(-1)?.sha256}`,
];

describe("the archive of hostile stories", () => {
  it("has something of each of them", () => {
    expect(editions).toHaveLength(3);
    expect(editions[1]?.changes.filter(({ revision }) => revision !== undefined)).toHaveLength(5);
    expect(editions[1]?.changes.every(({ revision }) => (revision?.facts.length ?? 0) > 0)).toBe(true);
    expect(ADDRESSES.length).toBeGreaterThan(12);
  });

  it.each(ADDRESSES)("is whole, and has nothing of theirs but words, page %#", async (address) => {
    const html = await page(address);
    expect(html).toMatch(/^<!DOCTYPE html>[\s\S]*<\/main>\s*<\/body>\s*<\/html>\s*$/);
    expect(foreignParts(html)).toEqual([]);
    expect(html).not.toMatch(UNSEEN);
    expect(html.match(/<main>/g)).toHaveLength(1);
  });

  it("shows their words as words", async () => {
    const html = await page(`/stories/${storyId(HOSTILE_KEYS.markup)}/`);
    expect(html).toContain("&lt;script&gt;document.title");
    expect(html).toContain("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;.txt");
    expect(html).toMatch(/<bdi>12<\/bdi><\/b> → <b><bdi>14<\/bdi>/);
  });

  it.each(["/feed.atom", `/stories/${storyId(HOSTILE_KEYS.markup)}/feed.atom`])(
    "has only their words in %s",
    async (address) => {
      const feed = await page(address);
      expect(feed).toContain("script");
      expect(feed).not.toMatch(/<script|<img/i);
      expect(feed).not.toMatch(UNSEEN);
    },
  );

  it("has only their words in the HTML of the JSON feed", async () => {
    const feed = await page("/feed.json");
    const { items } = JSON.parse(feed);
    expect(items).toHaveLength(3);
    for (const { content_html } of items) {
      expect(content_html).not.toMatch(/<script|<img/i);
      expect(content_html).not.toMatch(UNSEEN);
    }
  });
});

test("the search field keeps what was typed, whatever it is", async () => {
  const html = await page(`/search?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`);
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(html).not.toContain("<script");
});
