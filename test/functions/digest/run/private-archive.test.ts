import { expect, test } from "vitest";
import { linkKey } from "../../../../functions/digest/access/sign.ts";
import { ACCESS_KEY } from "../../../../functions/digest/keys.ts";
import { createEdge, isPassed } from "../../../support/edge.ts";
import { createRig, keysOf, type Rig, SLOTS } from "../../../support/rig.ts";

const ACCESS = { version: 1, id: "k3", secret: "2b".repeat(32), password: "abcde-fghij-klmno-pqrst" };
const ADDRESS = "https://news.example.org";
const NOW = Date.parse(SLOTS[0]) + 3_600_000;

async function rigWithArchive(
  access: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Rig> {
  const rig = createRig({ environment: { ARCHIVE_URL: ADDRESS, ARCHIVE_ACCESS: access, ...environment } });
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n" });
  return rig;
}

const allow = (rig: Rig) => rig.state.write(ACCESS_KEY, Buffer.from(JSON.stringify(ACCESS)));

/** The links of an email's both parts to the archive. */
function linksOf({ inbox }: Rig, mail = 0): readonly string[] {
  const { html = "", text = "" } = inbox[mail] ?? {};
  const all = `${html.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&")} ${text}`;
  return [...all.matchAll(/https:\/\/news\.example\.org[^\s"<>)]*/g)].map(([href]) => href);
}

test("where links open the archive, each has the key of its edition, which opens it and names no reader", async () => {
  const rig = await rigWithArchive("link", { LINK_DAYS: "30" });
  await allow(rig);
  await rig.run(SLOTS[0]);
  const links = linksOf(rig);
  const key = linkKey(ACCESS, SLOTS[0], 30);
  expect(links.length).toBeGreaterThan(2);
  expect(new Set(links.map((href) => new URL(href).search))).toEqual(new Set([`?key=${key}`]));
  expect(linksOf(rig, 1)).toEqual(links);
  const edge = createEdge("link", { k3: ACCESS.secret }, () => NOW);
  const closed = createEdge("link", { k3: ACCESS.secret }, () => NOW + 31 * 86_400_000);
  for (const href of links) {
    const path = href.slice(ADDRESS.length);
    expect(await edge.ask(path)).toMatchObject({ statusCode: 302 });
    expect(await closed.ask(path)).toMatchObject({ statusCode: 403 });
    expect(isPassed(await edge.ask(path.split("?")[0] ?? "", { cookie: key }))).toBe(true);
  }
});

test.each(["public", "password"])("links to a %s archive have no key", async (access) => {
  const rig = await rigWithArchive(access);
  await allow(rig);
  await rig.run(SLOTS[0]);
  expect(linksOf(rig).length).toBeGreaterThan(2);
  expect(linksOf(rig).filter((href) => href.includes("?"))).toEqual([]);
});

test.each([
  ["missing", undefined],
  ["damaged", "{}"],
])(
  "with what opens the archive %s, the email goes out without links, and the log says why",
  async (_, content) => {
    const rig = await rigWithArchive("link");
    if (content !== undefined) {
      await rig.state.write(ACCESS_KEY, Buffer.from(content));
    }
    expect(await rig.run(SLOTS[0])).toMatchObject({ outcome: "sent" });
    expect(rig.inbox).toHaveLength(2);
    expect(linksOf(rig)).toEqual([]);
    const note = rig.steps.find(({ step }) => step === "links left out");
    expect(note?.figures).toMatchObject({ slot: SLOTS[0], reason: expect.stringContaining("access.json") });
    expect(JSON.stringify(rig.steps)).not.toContain(ACCESS.secret);
  },
);

test("an email that is made again has links too", async () => {
  const rig = await rigWithArchive("link");
  await allow(rig);
  let isAccepting = false;
  const sender = {
    send: async (mail: Parameters<Rig["job"]["sender"]["send"]>[0]) =>
      isAccepting ? await rig.job.sender.send(mail) : ({ outcome: "refused", reason: "paused" } as const),
  };
  await rig.run(SLOTS[0], { sender });
  const stored = (await keysOf(rig.state)).filter((key) => key.endsWith("digest.html"));
  for (const key of stored) {
    await rig.state.remove(key);
  }
  isAccepting = true;
  rig.passSeconds(7_200);
  await rig.put({ "quay.txt": "Quay shut\n\nThe quay of Velm was shut on Friday.\n" });
  await rig.run(SLOTS[1], { sender });
  expect(rig.steps.some(({ step }) => step === "published again")).toBe(true);
  const firstDay = rig.inbox.filter(({ text }) => text.includes("20261120T070000Z"));
  expect(firstDay.length).toBeGreaterThan(0);
  for (const { text } of firstDay) {
    expect(text).toContain(`?key=${linkKey(ACCESS, SLOTS[0], 90)}`);
  }
});
