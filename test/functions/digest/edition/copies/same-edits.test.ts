import { describe, expect, it } from "vitest";
import { boundRevision } from "../../../../../functions/digest/changes/bounds.ts";
import type { RevisedRecord } from "../../../../../functions/digest/changes/schema.ts";
import { KnownPassages } from "../../../../../functions/digest/edition/copies/known-passages.ts";
import { findSameEdits } from "../../../../../functions/digest/edition/copies/same-edits.ts";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../functions/digest/story/types.ts";

function story(text: string): Story {
  const parsed = parseStory("story.txt", Buffer.from(text));
  if (isUnreadable(parsed)) {
    throw new Error(parsed.unreadable);
  }
  return parsed;
}

function revised(key: string, before: string, after: string): RevisedRecord {
  const revision = boundRevision(compareStories(story(before), story(after)));
  return {
    ...{
      change: "revised",
      key,
      headline: key,
      summary: [],
      hash: key,
      firstSeen: "",
      significance: 1,
      text: "",
    },
    reading: {},
    revision,
  };
}

const STORIES = [
  "The harbour company Acme Lines ordered two ferries on Monday. They will sail from May.",
  "Passengers were told to wait. A spokesman of Acme Lines said that the fog was to blame. Acme Lines pays for hotels.",
  "In the third quarter, profits fell at Acme Lines. The unions had warned of it for a year.",
];

function keysOf(records: readonly RevisedRecord[]): readonly (readonly string[])[] {
  return findSameEdits(records, new KnownPassages()).map(({ stories }) => stories.map(({ key }) => key));
}

describe("findSameEdits", () => {
  it("finds a name changed in many stories, in whatever sentences and however often", () => {
    const records = STORIES.map((text, i) => revised(`${i}.txt`, text, text.replaceAll("Acme", "Corrant")));
    expect(keysOf(records)).toEqual([["0.txt", "1.txt", "2.txt"]]);
  });

  it("tells each of several stories that were killed", () => {
    const killed = ["0.txt", "1.txt", "2.txt"].map((key, n) => {
      const record = revised(key, STORIES[n] ?? "", STORIES[n] ?? "");
      const facts = [{ kind: "name" as const, before: "published", after: "canceled", context: "status" }];
      return { ...record, revision: { ...record.revision, kind: "substantive" as const, facts } };
    });
    expect(keysOf(killed)).toEqual([]);
    expect(keysOf(killed.map((record) => ({ ...record, hash: "copy" })))).toHaveLength(1);
  });

  it("ignores a story that also had another edit", () => {
    const records = STORIES.map((text, i) => revised(`${i}.txt`, text, text.replaceAll("Acme", "Corrant")));
    const other = revised(
      "other.txt",
      STORIES[0] ?? "",
      (STORIES[0] ?? "").replaceAll("Acme", "Corrant").replace("two ferries", "six ferries"),
    );
    expect(keysOf([...records, other])).toEqual([["0.txt", "1.txt", "2.txt"]]);
  });

  it("finds the same sentence added to many stories", () => {
    const footer = " This report was corrected on Tuesday.";
    const records = STORIES.map((text, i) => revised(`${i}.txt`, text, `${text}${footer}`));
    expect(keysOf(records)).toEqual([["0.txt", "1.txt", "2.txt"]]);
  });

  it.each(["Members may borrow three boats", "成员可以借三条船"])(
    "finds the same sentence with and without its stop: %s",
    (sentence) => {
      const stop = sentence.startsWith("M") ? "." : "。";
      const records = STORIES.map((text, i) =>
        revised(`${i}.txt`, `Acme\n\n${text}\n\n${sentence}${i === 1 ? "" : stop}`, `Acme\n\n${text}`),
      );
      expect(keysOf(records)).toEqual([["0.txt", "1.txt", "2.txt"]]);
    },
  );

  it("ignores an edit in a single story", () => {
    const [first = ""] = STORIES;
    expect(keysOf([revised("0.txt", first, first.replace("two", "three"))])).toEqual([]);
  });
});

describe("pages of twins", () => {
  const twin = (key: string, name: string, rule = "pay within ten days") => {
    const before = `Readers of ${name} may leave at any time. Members of ${name} pay at the end of a year.`;
    return revised(key, before, before.replace("pay at the end of a year", `${rule} to ${name} Holding`));
  };

  it.each([
    ["Redboat/terms.md", "Redboat", "Yewboat/terms.md", "Yewboat"],
    ["Redboat/terms.md", "REDBOAT", "Yewboat/terms.md", "YEWBOAT"],
    ["shops/North Pier/terms.md", "North Pier", "shops/Old Quay/terms.md", "Old Quay"],
    ["de/Rotkahn/agb.md", "Rotkahn", "de/Gelbkahn/agb.md", "Gelbkahn"],
    ["brands/velm.md", "Velm", "brands/orsk.md", "Orsk"],
    ["Bateau Rouge/cgv.md", "Bateau Rouge", "Bateau Vert/cgv.md", "Bateau Vert"],
  ])("have the same edits but for their own name: %s", (key, name, other, otherName) => {
    expect(keysOf([twin(key, name), twin(other, otherName)])).toEqual([[key, other]]);
  });

  it.each([
    ["another rule", twin("Yewboat/terms.md", "Yewboat", "pay within six days")],
    ["a name that is not its own", twin("other/terms.md", "Yewboat")],
    ["one edit more", revised("Yewboat/terms.md", "Yewboat sails. Pay now.", "Yewboat stays. Never pay it.")],
  ])("are not those with %s", (_, other) => {
    expect(keysOf([twin("Redboat/terms.md", "Redboat"), other])).toEqual([]);
  });

  it("are not those whose key is the figure that changed", () => {
    const page = (year: string) =>
      revised(`reports/${year}.md`, "Ships came.", `Ships came. The port counts ${year} of them.`);
    expect(keysOf([page("1931"), page("1940")])).toEqual([]);
  });
});
