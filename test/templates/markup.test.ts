import { expect, test } from "vitest";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { makeRichEdition } from "../../local/preview/sample-editions.ts";
import { templateFiles } from "../../templates/precompile.ts";

const { html } = renderEdition(makeRichEdition(), { timeZone: "UTC", storyUrl: "https://example.org/{key}" });
const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? "";
const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)].map(([, name = "", attributes = ""]) => ({
  name,
  attributes,
}));

test("the style sheet stays under 8 kB, stands in the head, and nests no at-rule", () => {
  expect(Buffer.byteLength(style)).toBeLessThan(8_000);
  expect(html.indexOf("<style>")).toBeLessThan(html.indexOf("</head>"));
  expect(style).not.toMatch(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*@/);
});

test("no type is smaller than 14 px and the body is set 16/24", () => {
  const sizes = [...html.matchAll(/(?:font:(?:bold )?|font-size:\s*)(\d+)px/g)].map((match) =>
    Number(match[1]),
  );
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
  expect(html).toContain("font:16px/24px");
});

test("nothing is used that Outlook's Word engine or a phone cannot show", () => {
  expect(html).not.toMatch(/rem[;"]|rgba?\(|calc\(|var\(|border-radius|display:\s*(?:flex|grid)/);
  const padded = tags
    .filter(({ attributes }) => /padding:(?!0[;"])/.test(attributes))
    .map(({ name }) => name);
  expect(new Set(padded)).toEqual(new Set(["td"]));
  const limited = tags.filter(({ attributes }) => attributes.includes("max-width")).map(({ name }) => name);
  expect(limited).toEqual(["table"]);
});

test("no picture, script, form, frame or foreign style is loaded", () => {
  expect(html).not.toMatch(/<(?:img|script|form|input|iframe|link|object|svg)\b|url\(|@import/i);
});

test("every table says that it is for layout only", () => {
  const tables = tags.filter(({ name }) => name === "table");
  expect(tables.every(({ attributes }) => attributes.includes('role="presentation"'))).toBe(true);
});

test("every entry of the contents leads to a named place", () => {
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(targets.length).toBeGreaterThan(2);
  for (const target of targets) {
    expect(html).toContain(`id="${target}" name="${target}"`);
  }
});

test("the preheader comes first in the body, and a spacer behind it", () => {
  const body = html.slice(html.indexOf("<body"));
  expect(body.indexOf("display:none")).toBeLessThan(body.indexOf("<table"));
  expect(body.slice(0, body.indexOf("<table")).match(/&nbsp;&zwnj;/g)?.length).toBeGreaterThanOrEqual(40);
});

test("templates are compiled with names that tell HTML from text", () => {
  const all = [...templateFiles("mail"), ...templateFiles("pages")];
  expect(all.every(({ name }) => /\.(?:html|txt)$/.test(name))).toBe(true);
});
