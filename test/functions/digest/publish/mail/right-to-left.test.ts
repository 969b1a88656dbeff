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
