import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { serveUrl, type UrlRequest } from "../../../functions/archive/serve-url.ts";
import { linkKey } from "../../../functions/digest/access/sign.ts";
import { openArchive } from "../../../functions/digest/archive/archive.ts";
import { readArchiveConfig } from "../../../functions/digest/config.ts";
import { ACCESS_KEY } from "../../../functions/digest/keys.ts";
import { storyId } from "../../../functions/digest/publish/wording/archive-names.ts";
import { topicsOf } from "../../../functions/digest/run/audiences/topics.ts";
import { createEdge, HOST, isPassed } from "../../support/edge.ts";
import { createRig, SLOTS } from "../../support/rig.ts";

const SECRET = "3c".repeat(32);
const ACCESS = { version: 1, id: "k1", secret: SECRET, password: "abcde-fghij-klmno-pqrst" };
const NOW = new Date("2026-11-22T09:00:00Z");

async function archiveOnTheWeb(access: "link" | "password" | "public") {
  const rig = createRig();
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n" });
  await rig.run(SLOTS[0]);
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 19 ships on Monday.\n" });
  await rig.run(SLOTS[1]);
  await rig.state.write(ACCESS_KEY, Buffer.from(JSON.stringify(ACCESS)));
  const config = readArchiveConfig({
    STATE_BUCKET: "state",
    DIGEST_NAME: "Wire Watch",
    ARCHIVE_ACCESS: access,
  });
  const archive = openArchive({ state: rig.state, reading: {} });
  const ask = async (path: string, headers: UrlRequest["headers"] = {}) => {
    const [rawPath = "", rawQueryString = ""] = path.split("?");
    const request = { rawPath, rawQueryString, headers: { "x-archive-host": HOST, ...headers } };
    const topics = () => topicsOf({ config, state: rig.state });
    const answer = await serveUrl(request, { archive, config, topics });
    return { ...answer, text: Buffer.from(answer.body).toString() };
  };
  return { rig, ask };
}

const EDITION = "/editions/20261120T070000Z/";
const STORY = `/stories/${storyId("pier.txt")}/`;

/** Every address on a page or in a feed that leads to the archive itself. */
function ownLinks(text: string): readonly string[] {
  return [...text.matchAll(/(?:href|"(?:url|home_page_url|feed_url)"): ?"([^"]+)"|href="([^"]+)"/g)]
    .map(([, json = "", html = ""]) => (json || html).replaceAll("&amp;", "&").replaceAll("&#x3D;", "="))
    .map((href) => href.replace(`https://${HOST}`, ""))
    .filter((href) => href.startsWith("/"));
}

test("pages are at the root of their host, feeds name the host that was asked", async () => {
  const { ask } = await archiveOnTheWeb("public");
  const home = await ask("/");
  expect([home.status, home.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(home.text).toContain("<title>Wire Watch: all editions</title>");
  expect(home.text).toContain(`href="${EDITION}"`);
  expect((await ask("/feed.atom")).text).toContain(`href="https://${HOST}${EDITION}"`);
  expect((await ask("/feed.atom", { "x-archive-host": "news.example.org" })).text).toContain(
    `href="https://news.example.org${EDITION}"`,
  );
});

test("says how long an answer lasts: a minute, what no edition changes a day, what is not there not at all", async () => {
  const { ask } = await archiveOnTheWeb("public");
  const lasts = async (path: string) => (await ask(path)).headers["cache-control"];
  expect(await lasts("/")).toBe("max-age=0, s-maxage=60");
  expect(await lasts(`${EDITION}edition.json`)).toBe("max-age=0, s-maxage=86400");
  const compare = ownLinks((await ask(STORY)).text).find((href) => href.startsWith("/compare?")) ?? "";
  expect([(await ask(compare)).status, await lasts(compare)]).toEqual([200, "max-age=0, s-maxage=86400"]);
  expect((await ask("/editions/20991120T070000Z/")).status).toBe(404);
  expect(await lasts("/editions/20991120T070000Z/")).toBeUndefined();
  const moved = await ask("/editions/20261120T070000Z?page=1");
  expect([moved.status, moved.headers.location, moved.body.length > 0]).toEqual([
    308,
    `${EDITION}?page=1`,
    true,
  ]);
});

test("packs what gains by it for those who take it, and the bytes are the same", async () => {
  const { ask } = await archiveOnTheWeb("public");
  const plain = await ask(`${EDITION}edition.json`);
  const packed = await ask(`${EDITION}edition.json`, { "accept-encoding": "br;q=1.0, gzip" });
  expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(packed.body.length).toBeLessThan(plain.body.length);
  expect(gunzipSync(packed.body)).toEqual(Buffer.from(plain.body));
  const sha256 = createHash("sha256").update(plain.body).digest("hex");
  expect((await ask(EDITION)).text).toContain(sha256);
  expect((await ask("/nothing/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
});

test("every link of a private archive leads on: pages by the cookie, feeds and what they link to by the key that led there", async () => {
  const { ask } = await archiveOnTheWeb("link");
  const key = linkKey(ACCESS, SLOTS[1], 2);
  const edge = createEdge("link", { k1: SECRET }, () => NOW.getTime());
  const isOpen = async (href: string) => {
    const answer = await edge.ask(href.split("#")[0] ?? "");
    return isPassed(answer) || answer.statusCode === 302;
  };
  const get = async (path: string) => (await ask(path, { "x-archive-key": key })).text;
  for (const page of ["/", EDITION, STORY, "/search?q=pier"]) {
    const links = ownLinks(await get(page));
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) {
      expect(await isOpen(href), `${href} on ${page}`).toBe(/\/feed\.(?:atom|json)/.test(href));
    }
  }
  const feeds = ownLinks(await get(STORY)).filter((href) => href.includes("/feed."));
  expect(feeds.length).toBeGreaterThan(0);
  for (const feed of ["/feed.atom", "/feed.json", ...feeds.map((href) => href.split("?")[0] ?? "")]) {
    const links = ownLinks(await get(feed));
    expect(links.length).toBeGreaterThan(2);
    for (const href of links) {
      expect(await isOpen(href), `${href} in ${feed}`).toBe(true);
    }
  }
});

test("nothing that a key led to opens longer than the key: not a feed, not what a feed links to, however often it is asked", async () => {
  const { ask } = await archiveOnTheWeb("link");
  const key = linkKey(ACCESS, SLOTS[1], 1);
  const seen = new Set<string>();
  for (const path of ["/", EDITION, STORY, "/feed.atom", "/feed.json", `${STORY}feed.atom`]) {
    const { text } = await ask(path, { "x-archive-key": key });
    for (const [, found = ""] of text.replaceAll("&#x3D;", "=").matchAll(/[?&]key=([\w.-]+)/g)) {
      seen.add(found);
    }
  }
  expect([...seen]).toEqual([key]);
  const later = createEdge("link", { k1: SECRET }, () => Date.parse(SLOTS[1]) + 86_400_000);
  expect(await later.ask(`/feed.atom?key=${key}`)).toMatchObject({ statusCode: 403 });
});

test("an entry of a feed keeps its id, whichever key led to it", async () => {
  const { ask } = await archiveOnTheWeb("link");
  const ids = async (key: string) =>
    [...(await ask("/feed.atom", { "x-archive-key": key })).text.matchAll(/<id>([^<]+)</g)].map(
      ([, id]) => id,
    );
  expect(await ids("k1.a.1")).toEqual(await ids("k2.b.2"));
});

test("no page holds what opens the archive, and none a key where no key is needed", async () => {
  const { ask } = await archiveOnTheWeb("link");
  for (const page of ["/", EDITION, STORY, "/feed.json"]) {
    const { text } = await ask(page);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(ACCESS.password);
  }
  const open = await archiveOnTheWeb("public");
  expect((await open.ask("/", { "x-archive-key": "k1.a.1" })).text).not.toContain("key=");
});
