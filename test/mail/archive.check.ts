import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storyId } from "../../functions/digest/publish/wording/archive-names.ts";
import type { TopicSetting } from "../../functions/digest/topics/topics.ts";
import { ARCHIVE_PATH } from "../../local/cloud.ts";
import type { LocalServer } from "../../local/http-server.ts";
import { openLocalArchive } from "../../local/inbox/archive-pages.ts";
import { startInboxServer } from "../../local/inbox/inbox-server.ts";
import { ARCHIVE_DAYS } from "../support/archive-days.ts";
import {
  EXAMPLE_TOPICS,
  exampleArchive,
  type LivedArchive,
  livedArchive,
  weeklyArchive,
  wholeEditions,
} from "../support/archives.ts";
import { HOSTILE_DAYS, HOSTILE_KEYS, HOSTILE_WORDS } from "../support/hostile-days.ts";
import { WEEK_TOPICS } from "../support/week-life.ts";
import { type Mode, measured, NO_BROWSER, openWindow, startBrowser } from "./browser.ts";
import { htmlFindings } from "./linters.ts";
import { MAILS } from "./mails.ts";

const MIN_CONTRAST = 4.5;
const MIN_TYPE = 14;
const PICTURES = join(MAILS, "archive");

const WINDOWS: readonly (readonly [width: number, mode: Mode])[] = [
  [1200, "light"],
  [320, "light"],
  [1200, "dark"],
  [320, "dark"],
];

const FERRY = `/stories/${storyId("harbour/ferry.txt")}/`;

/** The bytes of its first version, and of its last. */
const [FERRY_12, FERRY_19] = [ARCHIVE_DAYS[0], ARCHIVE_DAYS[2]].map((day) =>
  createHash("sha256")
    .update(day?.stories["ferry.txt"] ?? "")
    .digest("hex"),
);

const PAGES = {
  index: "/",
  edition: "/editions/20261201T070000Z/",
  "edition-page-2": "/editions/20261201T070000Z/?page=2",
  "edition-of-all-sorts": "/editions/20261128T070000Z/",
  story: FERRY,
  "story-right-to-left": `/stories/${storyId("bridge.txt")}/`,
  "story-held-back": `/stories/${storyId("vote.json")}/`,
  "story-back-and-forth": `/stories/${storyId("flash.txt")}/`,
  thread: "",
  comparison: `/compare?story=${storyId("harbour/ferry.txt")}&a=${FERRY_12}&b=${FERRY_19}`,
  "comparison-reversed": `/compare?story=${storyId("harbour/ferry.txt")}&a=${FERRY_19}&b=${FERRY_12}`,
  search: "/search?q=ferry+14",
  "search-page-2": "/search?q=busy&page=2",
  "search-in-vain": "/search?q=zeppelin",
  topic: "/topics/busy/",
  "topic-right-to-left": "/topics/city/",
  "topic-without-news": "/topics/zeppelins/",
} as const;

const WEEKLY_PAGES = {
  "index-of-weeks": "/",
  week: "/editions/20261130T070000Z/week/",
  "edition-that-ended-a-week": "/editions/20261130T070000Z/",
  "weekly-topic": "/topics/week/",
} as const;

/** Titles of one long word, and of markup. */
const HOSTILE_TOPICS: readonly TopicSetting[] = [
  { name: "long", title: "w".repeat(200) },
  { name: "markup", title: `"><script>alert(1)</script><img src=x onerror=alert(1)>` },
];

const HOSTILE_PAGES = {
  "hostile-index": "/",
  "hostile-topic": "/topics/markup/",
  "hostile-topic-of-a-long-word": "/topics/long/",
  "hostile-edition": "/editions/20261127T070000Z/",
  "hostile-story": `/stories/${storyId(HOSTILE_KEYS.markup)}/`,
  "hostile-key": `/stories/${storyId(HOSTILE_KEYS.long)}/`,
  "hostile-search": `/search?q=${encodeURIComponent(HOSTILE_WORDS.toWellFormed())}`,
} as const;

let browser: Browser | undefined;
const servers: LocalServer[] = [];
const addresses = new Map<string, string>();

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = NO_BROWSER === "" ? await startBrowser() : undefined;
  const example = await exampleArchive();
  const [{ threads } = { threads: [] }] = (await wholeEditions(example.archive)).slice(-2);
  const thread = threads.find(({ stories }) => stories.length > 2)?.id ?? "none";
  await serveAll(example, EXAMPLE_TOPICS, { ...PAGES, thread: `/threads/${thread}/` });
  await serveAll(await weeklyArchive(), JSON.parse(WEEK_TOPICS), WEEKLY_PAGES);
  await serveAll(await livedArchive(HOSTILE_DAYS), HOSTILE_TOPICS, HOSTILE_PAGES);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.close()));
});

async function serveAll(
  { state }: LivedArchive,
  topics: readonly TopicSetting[],
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const archive = openLocalArchive(state, { TIME_ZONE: "Europe/Berlin", TOPICS: JSON.stringify(topics) });
  const server = await startInboxServer({ inbox: join(PICTURES, "no-inbox"), archive, port: 0 });
  servers.push(server);
  for (const [name, path] of Object.entries(pages)) {
    addresses.set(name, `${server.url}${ARCHIVE_PATH}${path}`);
  }
}

function addressOf(name: string): string {
  return addresses.get(name) ?? "";
}

const NAMES = [...Object.keys(PAGES), ...Object.keys(WEEKLY_PAGES), ...Object.keys(HOSTILE_PAGES)];

/** What the pages of a window ask for beside themselves, and what they open. */
function noises(window: Page): string[] {
  const heard: string[] = [];
  window.on("request", (request) => {
    if (!request.isNavigationRequest()) {
      heard.push(`loads ${request.url()}`);
    }
  });
  window.on("dialog", async (dialog) => {
    heard.push(`opens ${dialog.message()}`);
    await dialog.dismiss();
  });
  return heard;
}

/** A window for all checks of a group, and what was heard in it. */
function windowOf(open: (started: Browser) => Promise<Page>) {
  let opened: Page | undefined;
  let heard: readonly string[] = [];
  beforeAll(async () => {
    opened = browser && (await open(browser));
    heard = opened === undefined ? [] : noises(opened);
  });
  afterAll(() => opened?.close());
  return { window: () => opened, heard: () => heard };
}

describe.each(WINDOWS)("the archive at %i px, %s", (width, mode) => {
  const page = windowOf((started) => openWindow(started, width, mode));

  it.for(mode === "light" ? NAMES : Object.keys(PAGES))("%s", async (name, { skip, task }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    const answer = await window.goto(addressOf(name));
    expect(answer?.status()).toBe(200);
    const shown = await measured(window);
    const { overflow, smallest, dimmest } = await shown.measure();
    const findings = await shown.audit();
    task.meta.figures = {
      "archive: overflow, px": overflow,
      "archive: axe findings": findings.length,
      [`contrast of the archive, ${mode}`]: Math.floor(dimmest.contrast * 100) / 100,
    };
    await shown.saveScreenshot(join(PICTURES, `${name}-${width}-${mode}.png`));
    expect(overflow).toBe(0);
    expect(findings).toEqual([]);
    expect(page.heard()).toEqual([]);
    expect(await window.title()).not.toBe("x");
    expect(smallest.size, smallest.words).toBeGreaterThanOrEqual(MIN_TYPE);
    expect(dimmest.contrast, dimmest.words).toBeGreaterThanOrEqual(MIN_CONTRAST);
  });
});

describe("the archive without script", () => {
  const page = windowOf((started) => started.newPage({ javaScriptEnabled: false }));

  it.for(NAMES)("loads nothing for %s, and leads only into the archive", async (name, { skip }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    const answer = await window.goto(addressOf(name));
    const html = (await answer?.text()) ?? "";
    const links = [...html.matchAll(/ (?:href|action)="([^"]*)"/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith(`${ARCHIVE_PATH}/`) && !link.startsWith("#"))).toEqual([]);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(page.heard()).toEqual([]);
  });

  it("compares any two versions in two clicks", async ({ skip }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    await window.goto(addressOf("story"));
    await window.getByLabel("Before: Thursday 26 November 2026, 08:00 CET").check();
    await window.getByRole("button", { name: "Compare" }).click();
    expect(await window.locator("h1").textContent()).toBe("Ferry strikes breakwater off Vellmouth, 19 dead");
    expect(await window.locator(".versions dd b").allTextContents()).toEqual([
      "Thursday 26 November 2026, 08:00 CET",
      "Saturday 28 November 2026, 08:00 CET",
    ]);
    expect(await window.locator(".facts li").first().textContent()).toContain("12 → 19");
    await window.getByRole("link", { name: "All versions of this story" }).click();
    expect(window.url()).toBe(addressOf("story"));
  });

  it("leads from a reversed comparison to the order of time", async ({ skip }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    await window.goto(addressOf("comparison-reversed"));
    expect(await window.locator(".facts li").first().textContent()).toContain("19 → 12");
    await window.getByRole("link", { name: "Compare them in their order" }).click();
    expect(await window.locator(".facts li").first().textContent()).toContain("12 → 19");
    expect(await window.locator(".note").count()).toBe(0);
  });

  it("leads from the list of its changes to each of them", async ({ skip }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    await window.goto(addressOf("story"));
    await window.getByText("All changes, by date").click();
    await window.locator(".contents").getByRole("link", { name: "27 November" }).click();
    expect(await window.locator(".event:target").textContent()).toContain("12 → 14");
  });

  it("says when 12 became 19, and leads to it", async ({ skip }) => {
    const window = page.window() ?? skip(NO_BROWSER);
    await window.goto(addressOf("story"));
    const chain = window.locator(".chains li").first();
    expect(await chain.textContent()).toContain("12 → 14 (27 November 2026) → 19 (28 November 2026)");
    await chain.getByRole("link", { name: "28 November" }).click();
    expect(await window.locator(".event:target").textContent()).toContain("14 → 19");
  });
});

describe("the HTML of the archive", () => {
  it.for(Object.keys(PAGES))("of %s is valid", async (name) => {
    const findings = await htmlFindings(await (await fetch(addressOf(name))).text());
    // The width of a bar is its share.
    expect(findings.filter(({ name: rule }) => rule !== "no-inline-style")).toEqual([]);
  });
});
