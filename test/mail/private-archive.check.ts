import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkKey } from "../../functions/digest/access/sign.ts";
import { ACCESS_KEY } from "../../functions/digest/keys.ts";
import type { LocalServer } from "../../local/http-server.ts";
import { createRig, type Rig } from "../support/rig.ts";
import { startWebArchive } from "../support/web-archive.ts";
import { NO_BROWSER, startBrowser } from "./browser.ts";

const ACCESS = { version: 1, id: "k1", secret: "7e".repeat(32), password: "abcde-fghij-klmno-pqrst" };

/** The slot of today's run: keys end by the clock of the reader's world. */
const SLOT = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;

let browser: Browser | undefined;
let server: LocalServer | undefined;
let rig: Rig;

/** As a reader sees it: `localhost` may keep cookies that need a secure origin. */
const origin = () => server?.url.replace("127.0.0.1", "localhost") ?? "";

beforeAll(async () => {
  browser = NO_BROWSER === "" ? await startBrowser() : undefined;
  rig = createRig();
  await rig.state.write(ACCESS_KEY, Buffer.from(JSON.stringify(ACCESS)));
  server = await startWebArchive(rig.state, "link", { k1: ACCESS.secret });
  const config = { ...rig.job.config, archiveUrl: origin(), archiveAccess: "link" as const };
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n" });
  await rig.run(SLOT, { config });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The address behind a link of the email that went out. */
function linkOf(words: string): string {
  const html = rig.inbox[0]?.html ?? "";
  const [, href = ""] = new RegExp(`<a [^>]*href="([^"]+)"[^>]*>${words}<`).exec(html) ?? [];
  return href.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");
}

describe.skipIf(NO_BROWSER !== "")("a private archive in a browser", () => {
  it("opens by the link of an email, stays open, and shows no key in any address", async () => {
    const context = await browser?.newContext();
    const page = await context?.newPage();
    if (page === undefined) {
      throw new Error("there is no browser");
    }
    await page.goto(linkOf("View in browser"));
    expect(new URL(page.url()).search).toBe("");
    expect(await page.title()).toContain("First edition");
    const [cookie] = (await context?.cookies()) ?? [];
    expect(cookie).toMatchObject({
      name: "__Host-archive",
      value: linkKey(ACCESS, SLOT, 90),
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
    });
    await page.getByRole("link", { name: "Pier opens" }).first().click();
    expect(await page.title()).toContain("Pier opens");
    await page.getByRole("link", { name: "All editions" }).click();
    await page.getByRole("searchbox").fill("pier");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.content()).toContain("Pier opens");
    expect(page.url()).toBe(`${origin()}/search?q=pier`);
    await context?.close();
  });

  it("leads from the history of a story in the email to that story", async () => {
    const context = await browser?.newContext();
    const page = await context?.newPage();
    await page?.goto(linkOf("History"));
    expect(await page?.title()).toContain("Pier opens");
    await context?.close();
  });

  it("shows others nothing but what to do, on a copied address too", async () => {
    const reader = await browser?.newContext();
    const opened = await reader?.newPage();
    await opened?.goto(linkOf("View in browser"));
    const copied = opened?.url() ?? "";
    await reader?.close();
    const other = await browser?.newContext();
    const page = await other?.newPage();
    const answer = await page?.goto(copied);
    expect(answer?.status()).toBe(403);
    expect(await page?.textContent("body")).toContain("Open it with a link from its newest email");
    expect(await page?.content()).not.toContain("Pier");
    await other?.close();
  });

  it("gives a feed reader its feed by the address on the page", async () => {
    const context = await browser?.newContext();
    const page = await context?.newPage();
    await page?.goto(linkOf("View in browser"));
    await page?.getByRole("link", { name: "All editions" }).click();
    const feed = await page?.getByRole("link", { name: "Atom" }).first().getAttribute("href");
    await context?.close();
    const got = await fetch(new URL(feed ?? "", origin()));
    expect(got.status).toBe(200);
    const [, entry = ""] = /href="([^"]+\/editions\/[^"]+)"/.exec(await got.text()) ?? [];
    const link = entry.replace("https:", "http:").replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");
    expect((await fetch(link, { redirect: "manual" })).status).toBe(302);
  });
});
