import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mode, NO_BROWSER, openMail, startBrowser } from "./browser.ts";
import { MAIL_NAMES, MAILS, readCheckedMail } from "./mails.ts";

const MIN_CONTRAST = 4.5;
const MIN_TYPE = 14;

const SHOWN: readonly (readonly [width: number, mode: Mode])[] = [
  [600, "light"],
  [320, "light"],
  [600, "dark"],
  [320, "dark"],
  [320, "stripped"],
];

let browser: Browser | undefined;
beforeAll(async () => {
  browser = NO_BROWSER === "" ? await startBrowser() : undefined;
});
afterAll(() => browser?.close());

describe.each(MAIL_NAMES)("%s", (name) => {
  it.for(SHOWN)(`${name} at %i px, %s`, async ([width, mode], { skip, task }) => {
    if (browser === undefined) {
      skip(NO_BROWSER);
      return;
    }
    const mail = await openMail(browser, readCheckedMail(name).html, width, mode);
    const { overflow, smallest, dimmest, dimmestInverted } = await mail.measure();
    const findings = await mail.audit();
    task.meta.figures = {
      "overflow, px": overflow,
      "axe findings": findings.length,
      [`contrast ${mode}`]: rounded(dimmest.contrast),
      ...(mode !== "dark" && { "contrast inverted": rounded(dimmestInverted.inverted) }),
    };
    await mail.saveScreenshot(join(MAILS, name, `${width}-${mode}.png`));
    await mail.close();
    expect(overflow).toBe(0);
    expect(findings).toEqual([]);
    expect(smallest.size, smallest.words).toBeGreaterThanOrEqual(MIN_TYPE);
    expect(dimmest.contrast, dimmest.words).toBeGreaterThanOrEqual(MIN_CONTRAST);
    if (mode !== "dark") {
      expect(dimmestInverted.inverted, dimmestInverted.words).toBeGreaterThanOrEqual(MIN_CONTRAST);
    }
  });
});

/** Rounds down, so that a printed figure never looks better than it is. */
function rounded(contrast: number): number {
  return Math.floor(contrast * 100) / 100;
}
