import { expect, test } from "vitest";
import { serveUrl } from "../../../functions/archive/serve-url.ts";
import { linkKey, signKey } from "../../../functions/digest/access/sign.ts";
import { openArchive } from "../../../functions/digest/archive/archive.ts";
import { readArchiveConfig } from "../../../functions/digest/config.ts";
import { TOPICS_KEY } from "../../../functions/digest/keys.ts";
import { topicsOf } from "../../../functions/digest/run/audiences/topics.ts";
import { createEdge, HOST, isPassed } from "../../support/edge.ts";
import { createRig, SLOTS } from "../../support/rig.ts";

const ACCESS = { id: "k1", secret: "4d".repeat(32), password: "abcde-fghij-klmno-pqrst" };
const NOW = Date.parse("2026-11-22T09:00:00Z");
const TOPICS = JSON.stringify([
  { name: "port", title: "The port", keys: "port/" },
  { name: "Sea_2-b", words: "ferry" },
]);
const FEEDS = ["/topics/port/feed.atom", "/topics/port/feed.json", "/topics/Sea_2-b/feed.atom"];

/** An archive on the web with its edge, asked by whole addresses as a reader asks. */
async function archiveOnTheWeb(settings: { readonly topics: string; readonly now?: number }) {
  const rig = createRig();
  await rig.put({
    "port/pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n",
    "ferry.txt": "Ferry sails\n\nThe ferry of Velm sailed to the island on Monday.\n",
  });
  await rig.run(SLOTS[0]);
  await rig.put({ "port/pier.txt": "Pier opens\n\nThe pier of Velm opened to 19 ships on Monday.\n" });
  await rig.run(SLOTS[1]);
  const config = readArchiveConfig({
    STATE_BUCKET: "state",
    ARCHIVE_ACCESS: "link",
    TOPICS: settings.topics,
  });
  const archive = openArchive({ state: rig.state, reading: {} });
  const edge = createEdge("link", { k1: ACCESS.secret }, () => settings.now ?? NOW);
  const ask = async (address: string, cookie?: string) => {
    const answer = await edge.ask(address, cookie === undefined ? {} : { cookie });
    if (!isPassed(answer)) {
      return { status: answer.statusCode, text: answer.body ?? "" };
    }
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, { value }]) => [name, value]),
    );
    const { status, body } = await serveUrl(
      { rawPath: answer.uri, rawQueryString: "", headers },
      { archive, config, topics: () => topicsOf({ config, state: rig.state }) },
    );
    return { status, text: Buffer.from(body).toString() };
  };
  return { rig, ask };
}

/** Every address in a page or feed that leads to the archive itself, as a path. */
function ownLinks(text: string): readonly string[] {
  const plain = text.replaceAll("&#x3D;", "=").replaceAll(`https://${HOST}`, "");
  return [...plain.matchAll(/href="(\/[^"]*)"|"(?:url|home_page_url|feed_url)":"(\/[^"]*)"/g)].map(
    ([, html = "", json = ""]) => html || json,
  );
}

test("a topic's feed opens with the key of an email, and with no other", async () => {
  const { ask } = await archiveOnTheWeb({ topics: TOPICS });
  const key = linkKey(ACCESS, SLOTS[1], 90);
  const wrong = [
    "",
    signKey(ACCESS, NOW),
    linkKey({ ...ACCESS, secret: "5e".repeat(32) }, SLOTS[1], 90),
    linkKey({ ...ACCESS, id: "k2" }, SLOTS[1], 90),
    key.replace(/\d+$/, (end) => String(Number(end) + 1)),
  ];
  for (const feed of FEEDS) {
    const opened = await ask(`${feed}?key=${key}`);
    expect([opened.status, opened.text.includes("First edition")]).toEqual([200, true]);
    for (const other of wrong) {
      const { status, text } = await ask(`${feed}?key=${other}`);
      expect([status, text.includes("edition")], other).toEqual([403, false]);
    }
  }
  expect((await ask(`/topics/none/feed.atom?key=${key}`)).status).toBe(404);
  expect((await ask("/topics/none/feed.atom")).status).toBe(403);
});

test("every link of a topic's feed opens, and with the key that led there: nothing opens longer", async () => {
  const { ask } = await archiveOnTheWeb({ topics: TOPICS });
  const key = linkKey(ACCESS, SLOTS[1], 2);
  for (const feed of FEEDS) {
    const links = ownLinks((await ask(`${feed}?key=${key}`)).text);
    expect(links.length).toBeGreaterThan(2);
    for (const href of links) {
      expect(href, feed).toContain(`?key=${key}`);
      expect([200, 302], href).toContain((await ask(href)).status);
    }
  }
  const late = await archiveOnTheWeb({ topics: TOPICS, now: Date.parse(SLOTS[1]) + 2 * 86_400_000 });
  for (const feed of FEEDS) {
    expect((await late.ask(`${feed}?key=${key}`)).status).toBe(403);
  }
});

test("pages lead to a topic's feeds by the key that opened them, and to its page by the cookie", async () => {
  const { ask } = await archiveOnTheWeb({ topics: TOPICS });
  const key = linkKey(ACCESS, SLOTS[1], 2);
  for (const page of ["/", "/topics/port/", "/editions/20261120T070000Z/"]) {
    const links = ownLinks((await ask(page, key)).text);
    expect(links).toContain(`/topics/port/feed.atom?key=${key}`);
    for (const href of links) {
      expect((await ask(href)).status, href).toBe(href.includes("/feed.") ? 200 : 403);
    }
  }
  expect((await ask("/topics/port", key)).status).toBe(308);
  expect((await ask("/topics/port/")).status).toBe(403);
});

test("topics in the state bucket are those of now; while they are damaged or gone, pages go on without them", async () => {
  const { rig, ask } = await archiveOnTheWeb({ topics: TOPICS_KEY });
  const key = linkKey(ACCESS, SLOTS[1], 90);
  const home = async () => (await ask("/", key)).text;
  expect(await home()).not.toContain("/topics/");
  await expect(ask(`/topics/port/feed.atom?key=${key}`)).rejects.toThrow(
    "there is no s3://state/topics.json",
  );
  await rig.state.write(TOPICS_KEY, Buffer.from(TOPICS));
  expect(await home()).toContain('title="The port"');
  expect((await ask(`/topics/port/feed.atom?key=${key}`)).status).toBe(200);
  await rig.state.write(TOPICS_KEY, Buffer.from('[{"name":"harbour","keys":"port/"}]'));
  expect(await home()).toContain("/topics/harbour/");
  expect((await ask(`/topics/port/feed.atom?key=${key}`)).status).toBe(404);
  await rig.state.write(TOPICS_KEY, Buffer.from("[{"));
  expect(await home()).not.toContain("/topics/");
  await expect(ask(`/topics/harbour/feed.json?key=${key}`)).rejects.toThrow("topics is no JSON");
});
