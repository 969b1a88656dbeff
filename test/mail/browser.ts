import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why browser checks cannot run here; empty: they can. In CI they always run. */
export const NO_BROWSER =
  existsSync(CHROMIUM) || process.env.CI === "true" ? "" : `no browser at ${CHROMIUM}: set CHROMIUM`;

export type Mode = "light" | "dark" | "stripped";

/** Words of the email and their typography; contrast is a ratio, 1 to 21. */
interface Ink {
  readonly words: string;
  /** In pixels. */
  readonly size: number;
  readonly contrast: number;
  readonly inverted: number;
}

/** What `in-page.js` measures; lengths in pixels. */
export interface Measured {
  readonly overflow: number;
  readonly height: number;
  readonly smallest: Ink;
  readonly dimmest: Ink;
  readonly dimmestInverted: Ink;
}

/** An email open in a frame, as a mail program shows it, or a page in a window of its own. */
export interface OpenMail {
  measure(): Promise<Measured>;
  /** Findings of axe, one line each. */
  audit(): Promise<readonly string[]>;
  saveScreenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser without its sandbox, which containers do not allow; it only shows our own content. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url), "utf8");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** An email is shown within a mail program's landmarks and cannot have its own. */
const AXE_OPTIONS = {
  resultTypes: ["violations"],
  rules: {
    region: { enabled: false },
    "landmark-one-main": { enabled: false },
    "landmark-no-duplicate-main": { enabled: false },
    "landmark-unique": { enabled: false },
  },
};

/** Taller screenshots cannot be taken; the rest of such an email is more of the same. */
const MAX_PICTURE_HEIGHT = 12_000;

/** Opens HTML in a frame of this width in pixels; `stripped` removes its style sheets, as some programs do. */
export async function openMail(browser: Browser, html: string, width: number, mode: Mode): Promise<OpenMail> {
  const page = await browser.newPage({
    colorScheme: mode === "dark" ? "dark" : "light",
    viewport: { width: 700, height: 900 },
  });
  const frame = await frameOf(page, mode === "stripped" ? withoutStyle(html) : html, width);
  await frame.addScriptTag({ content: IN_PAGE });
  const measure = () => frame.evaluate<Measured>("measureMail()");
  return {
    measure,
    async audit() {
      await frame.addScriptTag({ content: AXE });
      return findingsOf(await frame.evaluate<AxeResults>(`axe.run(${JSON.stringify(AXE_OPTIONS)})`));
    },
    async saveScreenshot(path) {
      const height = Math.min((await measure()).height, MAX_PICTURE_HEIGHT);
      await page.setViewportSize({ width: 700, height });
      await page.evaluate(`document.querySelector("iframe").style.height = "${height}px"`);
      await page.screenshot({ path, clip: { x: 0, y: 0, width, height } });
    },
    close: () => page.close(),
  };
}

/** A page of its own, as a browser shows it; its policy is set aside, so that it can be measured. */
export async function openPage(browser: Browser, html: string, width: number, mode: Mode): Promise<OpenMail> {
  const page = await openWindow(browser, width, mode);
  await page.setContent(html);
  return { ...(await measured(page)), close: () => page.close() };
}

/** An empty window; the policies of its pages are set aside, so that they can be measured. */
export function openWindow(browser: Browser, width: number, mode: Mode): Promise<Page> {
  return browser.newPage({
    colorScheme: mode === "dark" ? "dark" : "light",
    viewport: { width, height: 900 },
    bypassCSP: true,
  });
}

/** What can be measured of the page that a window shows. */
export async function measured(page: Page): Promise<Omit<OpenMail, "close">> {
  await page.addScriptTag({ content: IN_PAGE });
  return {
    measure: () => page.evaluate<Measured>("measureMail()"),
    async audit() {
      await page.addScriptTag({ content: AXE });
      return findingsOf(await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })'));
    },
    async saveScreenshot(path) {
      await page.screenshot({ path, fullPage: true });
    },
  };
}

async function frameOf(page: Page, html: string, width: number): Promise<Frame> {
  const srcdoc = html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  await page.setContent(
    `<body style="margin:0"><iframe srcdoc="${srcdoc}" style="width:${width}px;height:900px;border:0;display:block"></iframe>`,
  );
  const frame = page.frames()[1];
  if (frame === undefined) {
    throw new Error("cannot open the email: the page has no frame");
  }
  await frame.waitForLoadState();
  return frame;
}

function withoutStyle(html: string): string {
  return html.replaceAll(/<style>[\s\S]*?<\/style>/g, "");
}

function findingsOf({ violations }: AxeResults): readonly string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
