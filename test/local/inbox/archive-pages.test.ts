import { expect, onTestFinished, test } from "vitest";
import { storyId } from "../../../functions/digest/publish/wording/archive-names.ts";
import { openLocalArchive } from "../../../local/inbox/archive-pages.ts";
import { startInboxServer } from "../../../local/inbox/inbox-server.ts";
import { createRig, SLOTS } from "../../support/rig.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function inbox(environment: Readonly<Record<string, string>> = { TIME_ZONE: "Europe/Berlin" }) {
  const rig = createRig({ environment });
  await rig.put({
    "pier.txt": "Pier opens\n\nThe pier of Velm opened to ships on Monday after nine years of work.\n",
  });
  await rig.run(SLOTS[0]);
  const server = await startInboxServer({
    inbox: temporaryFolder(),
    archive: openLocalArchive(rig.state, environment),
    port: 0,
  });
  onTestFinished(() => server.close());
  return { rig, url: server.url };
}

test("the archive stands beside the inbox, which links to it", async () => {
  const { url } = await inbox();
  expect(await (await fetch(`${url}/`)).text()).toContain('<a href="/archive/">');
  const page = await fetch(`${url}/archive/`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain("Friday 20 November 2026, 08:00");
});

test("feeds name the address at which they are served", async () => {
  const { url } = await inbox();
  const feed = await fetch(`${url}/archive/feed.atom`);
  expect(feed.headers.get("content-type")).toContain("application/atom+xml");
  expect(await feed.text()).toContain(`href="${url}/archive/editions/20261120T070000Z/"`);
});

test("a new edition is there at once, what is none is not found, and nothing is written", async () => {
  const { rig, url } = await inbox();
  await rig.put({
    "crane.txt":
      "Crane falls\n\nA crane fell into the harbour of Velm on Tuesday night, and nobody was hurt.\n",
  });
  await rig.run(SLOTS[1]);
  expect(await (await fetch(`${url}/archive/`)).text()).toContain("Crane falls");
  const missing = await fetch(`${url}/archive/editions/20991120T070000Z/`);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('href="/archive/"')]);
  expect((await fetch(`${url}/archive/editions/20261121T070000Z/?page=99`)).status).toBe(404);
  expect((await fetch(`${url}/archive/`, { method: "POST" })).status).toBe(404);
});

test("has a page and feeds of each topic that the runs have", async () => {
  const { url } = await inbox({ TOPICS: '[{"name":"port","title":"The port","words":"pier"}]' });
  expect(await (await fetch(`${url}/archive/`)).text()).toContain('href="/archive/topics/port/"');
  const feed = await fetch(`${url}/archive/topics/port/feed.json`);
  expect(feed.headers.get("content-type")).toContain("application/feed+json");
  expect(await feed.json()).toMatchObject({ title: "Late Edition: The port", items: [{}] });
  expect((await fetch(`${url}/archive/topics/sea/feed.json`)).status).toBe(404);
});

test("a page is found without the slash at its end, and by programs that only ask whether it is there", async () => {
  const { url } = await inbox();
  const moved = await fetch(`${url}/archive/editions/20261120T070000Z`, { redirect: "manual" });
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/archive/editions/20261120T070000Z/"]);
  expect((await fetch(`${url}/archive`, { redirect: "manual" })).headers.get("location")).toBe("/archive/");
  expect((await fetch(`${url}/archive/editions/20991120T070000Z`, { redirect: "manual" })).status).toBe(404);
  const asked = await fetch(`${url}/archive/`, { method: "HEAD" });
  expect([asked.status, await asked.text()]).toEqual([200, ""]);
  expect(Number(asked.headers.get("content-length"))).toBeGreaterThan(1000);
});

test("has the name, the locale and the fields of JSON stories that the runs have", async () => {
  const environment = { DIGEST_NAME: "Wire Watch", DIGEST_LOCALE: "en-US", JSON_FIELDS: "body=wortlaut" };
  const { rig, url } = await inbox(environment);
  await rig.put({
    "tram.json": JSON.stringify({
      headline: "Tram stops",
      wortlaut: "The tram of Velm stopped at noon on Monday.",
    }),
  });
  await rig.run(SLOTS[1]);
  const page = await (await fetch(`${url}/archive/`)).text();
  expect(page).toContain("<title>Wire Watch: all editions</title>");
  expect(page).toContain("Friday, November 20, 2026, 7:00 AM UTC");
  const story = await fetch(`${url}/archive/stories/${storyId("tram.json")}/`);
  expect(await story.text()).toContain("The tram of Velm stopped at noon on Monday.");
});
