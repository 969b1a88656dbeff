import { expect, test } from "vitest";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import { makeEdition, makeRevised } from "../../../../../local/preview/sample-editions.ts";

const ARABIC = makeEdition({
  changes: [
    makeRevised(
      {
        key: "bridge.txt",
        headline: "افتتاح جسر الميناء الجديد في المدينة",
        summary: ["وقال إن المشروع كلف 19 مليون دولار."],
        lang: "ar",
        dir: "rtl",
      },
      { facts: [{ kind: "number", before: "12", after: "19", context: "مليون دولار" }], edits: [] },
    ),
  ],
});

test("a story that runs from right to left says so to the browser, and its facts still read before → after", () => {
  const { html, text, subject } = renderEdition(ARABIC, { timeZone: "UTC", storyUrl: "" });
  expect(html).toMatch(/<h3 lang="ar" dir="rtl"/);
  expect(html).toMatch(/<div lang="ar" dir="rtl">/);
  expect(text).toContain("\u200eمليون دولار\u200e: \u200e12\u200e → \u200e19\u200e");
  expect(subject).not.toContain("→");
});

test("a story that runs from left to right has no marks of direction", () => {
  const { html, text } = renderEdition(makeEdition({ changes: [makeRevised()] }), {
    timeZone: "UTC",
    storyUrl: "",
  });
  expect(`${html}${text}`).not.toMatch(/[\u200e\u200f]|dir="rtl"/);
});

test("a long fact from right to left keeps its arrow in each line of the text part", () => {
  const [before, after] = [
    "شركة موانئ الخليج الشمالي للنقل البحري والتخزين",
    "هيئة سواحل الخليج الجنوبي للملاحة والأرصاد",
  ];
  const [change] = ARABIC.changes;
  const facts = [{ kind: "name" as const, before, after, around: { lead: "وقالت", tail: "إن الجسر سيفتح" } }];
  const edition = makeEdition({
    changes: [
      makeRevised(
        { key: "bridge.txt", headline: change?.headline ?? "", lang: "ar", dir: "rtl" },
        { facts, edits: [] },
      ),
    ],
  });
  const { html, text } = renderEdition(edition, { timeZone: "UTC", storyUrl: "" });
  const lines =
    text
      .slice(text.indexOf("وقالت") - 3)
      .split("\n\n")[0]
      ?.split("\n") ?? [];
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    expect(line).toMatch(/^ *\u200e/);
  }
  expect(html).toContain(`\u200e${before}\u200e`);
  expect(html).not.toMatch(/<p[^>]* dir="rtl"[^>]*>[^<]*→/);
});

test("a key from right to left that moved keeps its arrow", () => {
  const edition = makeEdition({
    changes: [makeRevised({ change: "renamed", key: "جديد", renamedFrom: "قديم" })],
  });
  const { html, text } = renderEdition(edition, { timeZone: "UTC", storyUrl: "" });
  expect(`${html}${text}`.includes("قديم →")).toBe(false);
});
