import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { renderComparison } from "../../../../../functions/digest/publish/pages/render.ts";
import { BRIDGE, FERRY, storyIn } from "../../../../support/comparisons.ts";
import { fc } from "../../../../support/laws.ts";

const page = (before: string, after: string) =>
  renderComparison(storyIn(before), storyIn(after), { names: ["monday.txt", "tuesday.txt"] });

test("a page is whole, keeps search engines out, and loads and runs nothing", () => {
  const html = page(FERRY.before, FERRY.after);
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en" dir="ltr">/);
  expect(html.trimEnd()).toMatch(/<\/html>$/);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  expect(html).not.toMatch(/<(?:script|img|link|iframe|form|object|svg)\b|\son\w+=|url\(|@import|style=/i);
});

test("a page has both headlines, the verdict, the facts and the marked text", () => {
  const html = page(FERRY.before, FERRY.after);
  expect(html).toContain('<h1 lang="en">Ferry strikes breakwater, nineteen dead</h1>');
  expect(html).toContain("Ferry strikes breakwater, twelve dead</bdi>");
  expect(html).toContain("<b>Substantive:</b> 2 sentences edited,");
  expect(html).toMatch(/<bdi lang="en">12<\/bdi> → <b><bdi lang="en">19<\/bdi><\/b>/);
  expect(html).toContain("At least <del>12</del> <ins>19</ins> people died");
  expect(html).toContain("<summary>… 3 sentences unchanged</summary>");
});

test("by default versions are called by their keys", () => {
  expect(renderComparison(storyIn(FERRY.before, "a.txt"), storyIn(FERRY.after, "b.txt"))).toMatch(
    /<bdi>a\.txt<[\s\S]*<bdi>b\.txt</,
  );
});

test("a page leads to the story's history if it has an address, and nowhere else", () => {
  const [before, after] = [storyIn(FERRY.before), storyIn(FERRY.after)];
  const linked = renderComparison(before, after, { history: '/stories/1/?a=1&b="' });
  expect(linked).toContain('<a href="/stories/1/?a&#x3D;1&amp;b&#x3D;&quot;">All versions of this story</a>');
  expect(renderComparison(before, after)).not.toContain("<a ");
});

test("a headline that stayed is shown once", () => {
  expect(page(BRIDGE.before, BRIDGE.after).match(/افتتاح الجسر الجديد/g)).toHaveLength(2); // Title and heading.
});

test("text from right to left has its direction, and so have its facts", () => {
  const html = page(BRIDGE.before, BRIDGE.after);
  expect(html).toMatch(/<p(?: lang="ar")? dir="rtl">[^<]*<del>12<\/del> <ins>19<\/ins>/);
  expect(html).toMatch(/<li dir="rtl">.*<bdi[^>]*>12<\/bdi> ← <b><bdi[^>]*>19<\/bdi>/);
});

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style></p></main>",
  "{{kind}} {{{kind}}}",
  "\u001b[31m \u009b31m \u0000",
  "\u202egnp.exe\u202c",
  "[-12-] {+19+}",
  "half \ud83d",
  "' onmouseover='x",
];

test("no text of a story becomes markup, or keeps a control character", () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { minLength: 1, maxLength: 4 });
  const plain = storyIn(FERRY.before);
  const story = (parts: readonly string[], n: number) => ({
    ...plain,
    key: parts.join("/"),
    headline: `A headline ${parts[0]}`,
    deck: parts.join(" "),
    paragraphs: [`The word ${parts.join(" ")} has ${n} letters in it.`, ...parts],
  });
  const tags = (html: string) => [...html.matchAll(/<(\/?\w+)/g)].map(([, name]) => name);
  const known = new Set(tags(page(FERRY.before, FERRY.after)));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const html = renderComparison(story(before, 12), story(after, 19));
      expect(tags(html).filter((name) => !known.has(name))).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
      expect(html.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test("a sentence of a megabyte stays a short page", () => {
  const long = (word: string) => `Headline of the day\n\nThe ${"very ".repeat(200_000)}${word} end.`;
  expect(page(long("first"), long("last")).length).toBeLessThan(40_000);
});

test("a text in thousands of sentences leaves those out that are folded", () => {
  const long = (end: string) =>
    `Headline of the day\n\n${Array.from({ length: 4_000 }, (_, n) => `Ship ${n} is here.`).join(" ")} ${end}`;
  const html = page(long("All is well."), long("Nothing is well."));
  expect(html).toContain('<p class="folded">… 3,999 sentences unchanged</p>');
  expect(html).not.toContain("Ship 17 is here.");
});

test("the page's room carries no template of the email", async () => {
  const compiled = readFileSync(
    new URL("../../../../../functions/digest/publish/pages/compiled-templates.js", import.meta.url),
    "utf8",
  );
  expect(compiled).not.toContain("digest.html");
  const { metafile } = await build({
    entryPoints: [
      fileURLToPath(new URL("../../../../../functions/digest/publish/pages/render.ts", import.meta.url)),
    ],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
  });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes("mail/compiled-templates"))).toEqual([]);
});
