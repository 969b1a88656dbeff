import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Measured, type Mode, NO_BROWSER, openMail, startBrowser } from "./browser.ts";

const BAD = `<!DOCTYPE html><html lang="en"><head><title>Bad</title><style>
@media (prefers-color-scheme: dark) { .dim { color: #333333 !important; } body { background-color: #000000 !important; } }
</style></head><body style="margin:0;background-color:#ffffff">
<p class="dim" style="color:#111111;font-size:16px">Dim in the dark.</p>
<p style="color:#777777;background-color:#888888;font-size:11px;width:900px">Wide, small and faint.</p>
<img src="data:,"></body></html>`;

let browser: Browser | undefined;
beforeAll(async () => {
  browser = NO_BROWSER === "" ? await startBrowser() : undefined;
});
afterAll(() => browser?.close());

async function look(
  mode: Mode,
  skip: (reason: string) => never,
): Promise<Measured & { readonly findings: readonly string[] }> {
  const mail = await openMail(browser ?? skip(NO_BROWSER), BAD, 320, mode);
  const measured = { ...(await mail.measure()), findings: await mail.audit() };
  await mail.close();
  return measured;
}

it("finds content that is too wide, too small or too faint", async ({ skip }) => {
  const { overflow, smallest, dimmest, findings } = await look("light", skip);
  expect(overflow).toBe(580);
  expect(smallest).toMatchObject({ size: 11, words: "Wide, small and faint." });
  expect(dimmest.contrast).toBeCloseTo(1.26, 1);
  expect(findings.join("\n")).toContain("image-alt: ");
});

it("sees an email in dark mode, inverted, and without its style sheet", async ({ skip }) => {
  const dark = await look("dark", skip);
  expect(dark.findings.join("\n")).toMatch(/color-contrast: .*Dim in the dark/s);
  const stripped = await look("stripped", skip);
  expect(stripped.findings.join("\n")).not.toMatch(/Dim in the dark/);
  expect(stripped.dimmestInverted.inverted).toBeCloseTo(1.24, 1);
});
