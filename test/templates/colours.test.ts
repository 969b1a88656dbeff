import { expect, test } from "vitest";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { makeRichEdition } from "../../local/preview/sample-editions.ts";

const { html } = renderEdition(makeRichEdition(), { timeZone: "UTC", storyUrl: "https://example.org/{key}" });
const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? "";
const dark = style.slice(style.indexOf("prefers-color-scheme: dark"));
const inline = [...html.matchAll(/style="([^"]*)"/g)].map((match) => match[1] ?? "").join(";");

/** What marked words stand on is theirs alone; all else may stand on any of the papers. */
const MARKS = { light: ["#fbe3df", "#dcf2e2"], dark: ["#45211d", "#143a22"] };

function coloursOf(css: string, property: "color" | "background-color"): readonly string[] {
  const pattern = new RegExp(`(?<![-\\w])${property}:\\s*(#[0-9a-f]{6})`, "g");
  return [...new Set([...css.matchAll(pattern)].map((match) => match[1] ?? ""))];
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

function inverted(colour: string): string {
  return `#${(0xffffff - Number.parseInt(colour.slice(1), 16)).toString(16).padStart(6, "0")}`;
}

function worst(css: string, change: (colour: string) => string = (colour) => colour): number {
  const papers = coloursOf(css, "background-color").filter(
    (paper) => !Object.values(MARKS).flat().includes(paper),
  );
  const inks = coloursOf(css, "color");
  return Math.min(...inks.flatMap((ink) => papers.map((paper) => contrast(change(ink), change(paper)))));
}

test("finds the colours it judges", () => {
  expect(coloursOf(inline, "color").length).toBeGreaterThanOrEqual(7);
  expect(coloursOf(inline, "background-color").length).toBeGreaterThanOrEqual(5);
  expect(coloursOf(dark, "background-color").length).toBeGreaterThanOrEqual(5);
});

test("every ink holds 4.5:1 on every paper, with the style sheet stripped", () => {
  expect(worst(inline)).toBeGreaterThanOrEqual(4.5);
});

test("every ink holds 4.5:1 on every paper when a mail program inverts all colours", () => {
  expect(worst(inline, inverted)).toBeGreaterThanOrEqual(4.5);
});

test("every ink holds 4.5:1 on every paper in dark mode", () => {
  expect(worst(dark)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["#8c1d12", "#fbe3df"],
  ["#0f5127", "#dcf2e2"],
  ["#ffbdb4", "#45211d"],
  ["#b4f0c6", "#143a22"],
])("marked words in %s hold 4.5:1 on %s, inverted too", (ink, paper) => {
  expect(html).toContain(ink);
  expect(html).toContain(paper);
  expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(inverted(ink), inverted(paper))).toBeGreaterThanOrEqual(4.5);
});
