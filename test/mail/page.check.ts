import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparisonView } from "../../functions/digest/publish/pages/comparison-view.ts";
import { renderPage } from "../../functions/digest/publish/pages/render.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { BRIDGE, FERRY, storyIn, TRAM } from "../support/comparisons.ts";
import { type Mode, NO_BROWSER, openPage, startBrowser } from "./browser.ts";
import { htmlFindings } from "./linters.ts";
import { MAILS } from "./mails.ts";

const MIN_CONTRAST = 4.5;
const MIN_TYPE = 14;

const SHOWN: readonly (readonly [width: number, mode: Mode])[] = [
  [1200, "light"],
  [320, "light"],
  [1200, "dark"],
  [320, "dark"],
];

const HOSTILE = `<script>document.title = "x"</script> ${"x".repeat(400)} "><img src=x> </main> ${"漢字".repeat(80)}`;

function hostile(n: number): Story {
  const story = storyIn(FERRY.before, `${HOSTILE}.txt`);
  return {
    ...story,
    headline: `${HOSTILE} ${n}`,
    deck: HOSTILE.slice(n),
    paragraphs: [`Some ${n} ${HOSTILE}`, HOSTILE],
  };
}

function pageOf(before: Story, after: Story): string {
  return renderPage(comparisonView({ before, after, revision: compareStories(before, after) }));
}

const PAGES = {
  revised: pageOf(storyIn(FERRY.before), storyIn(FERRY.after)),
  "right-to-left": pageOf(storyIn(BRIDGE.before), storyIn(BRIDGE.after)),
  "another-story": pageOf(storyIn(TRAM.before), storyIn(TRAM.after)),
  same: pageOf(storyIn(FERRY.before), storyIn(FERRY.before)),
  hostile: pageOf(hostile(12), hostile(19)),
} as const;

let browser: Browser | undefined;
beforeAll(async () => {
  browser = NO_BROWSER === "" ? await startBrowser() : undefined;
  mkdirSync(join(MAILS, "pages"), { recursive: true });
});
afterAll(() => browser?.close());

describe.each(Object.entries(PAGES))("the page %s", (name, html) => {
  it.for(SHOWN)(`${name} at %i px, %s`, async ([width, mode], { skip, task }) => {
    const page = await openPage(browser ?? skip(NO_BROWSER), html, width, mode);
    const { overflow, smallest, dimmest } = await page.measure();
    const findings = await page.audit();
    task.meta.figures = {
      "page: overflow, px": overflow,
      "page: axe findings": findings.length,
      [`contrast of pages, ${mode}`]: Math.floor(dimmest.contrast * 100) / 100,
    };
    await page.saveScreenshot(join(MAILS, "pages", `${name}-${width}-${mode}.png`));
    await page.close();
    expect(overflow).toBe(0);
    expect(findings).toEqual([]);
    expect(smallest.size, smallest.words).toBeGreaterThanOrEqual(MIN_TYPE);
    expect(dimmest.contrast, dimmest.words).toBeGreaterThanOrEqual(MIN_CONTRAST);
  });

  it("is valid HTML", async () => {
    // The linter counts the letters of an entity.
    const findings = (await htmlFindings(html)).filter(
      ({ about }) => name !== "hostile" || !about.includes("title"),
    );
    expect(findings).toEqual([]);
  });
});
