import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Preview } from "../../../local/preview/preview-schema.ts";
import { startPreviewServer } from "../../../local/preview/server.ts";
import { watchPaths } from "../../../local/preview/watch.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PREVIEW: Preview = {
  subject: "People died: 12 → 19 · Flood in the <Orla> valley",
  preheader: "Also: the ferry.",
  html: '<meta content="light dark"><style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style>',
  text: "LATE EDITION",
  headers: "List-Id: Late Edition <late-edition.example.com>",
  sizes: { utf8: 12_345, quotedPrintable: 23_456, text: 12, message: 34_567 },
};

/** A preview whose edition is a file; the server is closed, and nothing watched, when the test ends. */
async function preview(): Promise<{ readonly url: string; readonly file: string }> {
  const file = join(temporaryFolder(), "subject.txt");
  writeFileSync(file, PREVIEW.subject);
  const changes = watchPaths([file], () => undefined);
  const render = async (edition: string) => {
    if (edition !== "rich") {
      throw new Error(`unknown edition "${edition}"`);
    }
    return { ...PREVIEW, subject: readFileSync(file, "utf8") };
  };
  const server = await startPreviewServer({ first: "rich", render, changes }, 0);
  onTestFinished(async () => {
    changes.close();
    await server.close();
  });
  return { url: server.url, file };
}

async function pageAt(url: string): Promise<string> {
  return (await fetch(url)).text();
}

it("shows the subject as a phone cuts it, sizes, headers and the text part", async () => {
  const { url } = await preview();
  const page = await pageAt(url);
  expect(page).toContain("<b>People died: 12 → 19 · Flood in the &#60;Or…</b>");
  expect(page).toContain("12,345 bytes of at most 90,000");
  expect(page).toContain("23,456 bytes of at most 100,000");
  expect(page).toContain("List-Id: Late Edition &#60;late-edition.example.com&#62;");
  expect(page).toContain("LATE EDITION");
  expect(page.match(/<iframe sandbox width="(?:600|320)"/g)).toHaveLength(4);
});

it("shows the mail in the mode that is asked for, without script or network", async () => {
  const { url } = await preview();
  const dark = await fetch(`${url}/html?mode=dark`);
  expect(await dark.text()).toContain('<meta content="dark"><style>@media (min-width: 0px)');
  expect(dark.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await pageAt(`${url}/html?mode=light`)).toContain(
    '<meta content="light"><style>@media (max-width: 0px)',
  );
});

it("notifies a page of a change, even one from before it asked", async () => {
  const { url, file } = await preview();
  const page = await pageAt(url);
  expect(page).toContain('data-version="0"');
  const waiting = fetch(`${url}/changes?since=0`);
  writeFileSync(file, "Another subject");
  const event = await waiting;
  expect(event.headers.get("content-type")).toBe("text/event-stream");
  expect(await event.text()).toContain("event: change\n");
  expect(await pageAt(`${url}/changes?since=0`)).toContain("event: change\n");
  expect(await pageAt(url)).toContain("<h1>Another subject</h1>");
});

it("says why an edition cannot be rendered, and stays", async () => {
  const { url } = await preview();
  expect(await pageAt(`${url}/?edition=%3Cnone%3E`)).toContain("unknown edition &#34;&#60;none&#62;&#34;");
  expect(await pageAt(url)).toContain("Flood in the");
});

it("answers nobody who comes under another name", async () => {
  const { url } = await preview();
  const { port } = new URL(url);
  const { get } = await import("node:http");
  const status = await new Promise((resolve) => {
    get({ host: "127.0.0.1", port, headers: { host: "evil.example" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
  });
  expect(status).toBe(421);
});
