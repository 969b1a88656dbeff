import { expect, test } from "vitest";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../functions/digest/story/types.ts";
import { docx, paragraph } from "../../../../support/docx.ts";

const PROSE = "The ferry to the islands stayed in port all day.";

/** One story in each format that states a status. */
const SOURCES: Readonly<Record<string, (status: string, text: string) => Uint8Array>> = {
  "a.md": (status, text) => Buffer.from(`---\ntitle: Ferry\nstatus: ${status}\n---\n\n${text}\n`),
  "a.json": (status, text) => Buffer.from(JSON.stringify({ headline: "Ferry", status, body_text: text })),
  "a.docx": (status, text) =>
    docx(paragraph(text), {
      "docProps/core.xml": `<cp:coreProperties xmlns:cp="c"><cp:contentStatus>${status}</cp:contentStatus></cp:coreProperties>`,
    }),
};

function read(key: string, status: string, text = PROSE): Story {
  const story = parseStory(key, SOURCES[key]?.(status, text) ?? new Uint8Array());
  if (isUnreadable(story)) {
    throw new Error(`${key} is unreadable`);
  }
  return story;
}

const STATUSES: readonly (readonly [string, string | undefined])[] = [
  ["Draft", "draft"],
  ["unpublished", "draft"],
  ["BROUILLON", "draft"],
  ["Canceled", "canceled"],
  ["killed", "canceled"],
  ["Approved", undefined],
  ["released", undefined],
  ["Embargoed", "embargoed"],
];

test.each(Object.keys(SOURCES).flatMap((key) => STATUSES.map(([stated, status]) => [key, stated, status])))(
  "%s with the status %s is %s, in every format",
  (key = "", stated = "", status) => {
    expect(read(key, stated).status).toBe(status);
  },
);

test.each(Object.keys(SOURCES))("%s folds marks that are not seen like every other format", (key) => {
  const marked = PROSE.replace(" to ", " \u200b to \u00ad ").replace("ferry", "fer\u2060ry");
  expect(read(key, "draft", marked).paragraphs).toEqual([PROSE]);
});
