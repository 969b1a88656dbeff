import { describe, expect, it } from "vitest";
import type { Edition, EditionChange } from "../../../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../../../functions/digest/publish/mail/render.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
} from "../../../../../../local/preview/sample-editions.ts";
import { readerText } from "../../../../../support/reader-text.ts";

const removed = (overrides: Partial<EditionChange> = {}): EditionChange =>
  makeChange({ change: "removed", key: "mill.txt", headline: "Choir sings in the mill", ...overrides });

function bothParts(edition: Edition): readonly string[] {
  const { html, text } = renderEdition(edition);
  return [readerText(html), text.replaceAll(/\s+/g, " ")];
}

const [DAY1, DAY2, DAY3] = ["2026-11-12T07:00:00Z", "2026-11-18T07:00:00Z", "2026-11-19T07:00:00Z"];

describe("a removed story", () => {
  it.each<[what: string, change: Partial<EditionChange>, words: string]>([
    [
      "when it was there",
      { firstSeen: DAY1, lastChanged: DAY2, lastSeen: DAY3 },
      "First seen on 12 November, last changed on 18 November, last seen on 19 November",
    ],
    [
      "that it never changed",
      { firstSeen: DAY1, lastChanged: DAY1, lastSeen: DAY3 },
      "First seen on 12 November, never changed, last seen on 19 November",
    ],
    ["of an edition of an earlier version", { firstSeen: DAY1 }, "First seen on 12 November"],
    ["its length", { firstSeen: DAY1, words: 1_412 }, "First seen on 12 November; 1,412 words"],
    ["its length in characters", { firstSeen: DAY1, characters: 800 }, "12 November; 800 characters"],
    ["one word", { firstSeen: DAY1, words: 1 }, "12 November; 1 word"],
    [
      "its thread",
      { firstSeen: DAY1, formerThread: { headline: "Fire in the mill", stories: 3, with: "b.txt" } },
      "12 November; one of 3 reports on “Fire in the mill”",
    ],
    [
      "its thread by another story, if it gave the thread its headline",
      { firstSeen: DAY1, formerThread: { headline: "Choir sings in the mill", stories: 2, with: "b.txt" } },
      "12 November; another report on its event is b.txt",
    ],
    [
      "its thread by another story, if that has no headline",
      { firstSeen: DAY1, formerThread: { stories: 2, with: "b.txt" } },
      "12 November; another report on its event is b.txt",
    ],
    [
      "that its key has another story",
      { firstSeen: DAY1, replaced: true },
      "12 November; another story has its key now",
    ],
    ["nothing, if nothing is known", { firstSeen: undefined }, "Choir sings in the mill mill.txt"],
  ])("tells %s", (_, change, words) => {
    const { firstSeen, ...rest } = removed(change);
    const edition = makeEdition({ changes: [{ ...rest, ...(firstSeen !== undefined && { firstSeen }) }] });
    expect(bothParts(edition)[1]).toContain(words);
    expect(bothParts(edition)[0]?.replace(" · mill.txt", " mill.txt")).toContain(words);
  });

  it("has two sentences of its last text, and no link", () => {
    const summary = ["The choir sang on Sunday.", "Forty singers took part.", "The next concert is in June."];
    const edition = makeEdition({ changes: [removed({ summary })] });
    for (const part of bothParts(edition)) {
      expect(part).toContain("The choir sang on Sunday. Forty singers took part.");
      expect(part).not.toContain("The next concert");
    }
    expect(renderEdition(edition, { storyUrl: "https://example.org/{key}" }).html).not.toContain(
      "example.org",
    );
  });

  it("is one line if its last text is lost", () => {
    const edition = makeEdition({ changes: [removed({ headline: "", summary: [], lastSeen: DAY3 })] });
    expect(bothParts(edition)[1]).toContain("--- - mill.txt Last seen on 19 November. mill.txt");
  });

  it("is named only, after the ten most significant", () => {
    const changes = Array.from({ length: 300 }, (_, n) =>
      removed({ key: `${n}.txt`, headline: `Report number ${n}`, summary: [`Sentence ${n} of the report.`] }),
    );
    const [html = "", text = ""] = bothParts(makeEdition({ changes }));
    for (const part of [html, text]) {
      expect(part).toContain("Sentence 9 of the report.");
      expect(part).not.toContain("Sentence 10 of the report.");
      expect(part).toContain("Report number 299");
      expect(part).not.toContain("Omitted");
    }
  });

  it("stands in the contents, however many stories were revised", () => {
    const revised = Array.from({ length: 30 }, (_, n) =>
      makeRevised({ key: `v${n}`, headline: `Revised ${n}` }),
    );
    const changes = [...revised, ...[1, 2, 3].map((n) => removed({ key: `r${n}`, headline: `Gone ${n}` }))];
    const { text } = renderEdition(makeEdition({ changes }));
    const contents = text.split("\n").filter((line) => /^\d+\. /.test(line));
    expect(contents.map((line) => line.replace(/ \(People.*/, ""))).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6].map((n) => `${n + 1}. Revised ${n}`),
      "8. Gone 1 (Removed)",
      "9. Gone 2 (Removed)",
      "10. Gone 3 (Removed)",
    ]);
    expect(text).toContain("and 23 more");
  });

  it("stands there with a link to its line, too, if its last text is lost", () => {
    const lost = removed({ key: "lost.txt", headline: "Gone without a text", summary: [] });
    const kept = removed({ key: "kept.txt", headline: "Gone with one" });
    const { text, html } = renderEdition(makeEdition({ changes: [makeRevised(), lost, kept] }));
    expect(text).toMatch(/2\. Gone with one \(Removed\)\n3\. Gone without a text \(Removed\)\n/);
    for (const [, anchor] of html.matchAll(/href="#(removed-\d)"/g)) {
      expect(html.split(`<a id="${anchor}"`)).toHaveLength(2);
    }
    expect(html).toContain('<a id="removed-2" name="removed-2"></a><b>Gone without a text</b>');
    expect(html.indexOf("The bridge over the harbour closes on Monday.")).toBeGreaterThan(
      html.indexOf("Gone with one"),
    );
  });
});

describe("stories that are missing", () => {
  const MANY = "584 stories are missing from the corpus; their removal is held back until it is confirmed.";
  const NOTE = "Note for the operator: the log of this run, at “removals held back”, has the event";

  it.each<[what: string, edition: Edition]>([
    ["an edition with news", makeEdition({ missing: 584, changes: [makeRevised()] })],
    ["one without", makeEdition({ missing: 584 })],
    ["a quiet one", makeQuietEdition({ missing: 584 })],
  ])("are one line in %s, and a note for the operator", (_, edition) => {
    for (const part of bothParts(edition)) {
      expect(part.split(MANY)).toHaveLength(2);
      expect(part).toContain(NOTE);
    }
  });

  it("are told of one", () => {
    expect(bothParts(makeEdition({ missing: 1 }))[1]).toContain(
      "1 story is missing from the corpus; its removal is held back until it is confirmed.",
    );
  });

  it("are the subject only if there is nothing else", () => {
    const alone = makeEdition({ missing: 584 });
    expect(renderEdition(alone).subject).toBe("584 stories missing · 1,204 stories checked, 20 November");
    expect(renderEdition(alone).preheader).toContain("584 stories missing.");
    const { subject, preheader } = renderEdition(makeEdition({ missing: 584, changes: [makeRevised()] }));
    expect(subject).not.toContain("missing");
    expect(preheader).toContain("584 stories missing.");
  });

  it("stand beside what the mail service reported", () => {
    const feedback = { bounced: 2, complained: 0, rejected: 0 };
    const [, text] = bothParts(makeEdition({ missing: 584, feedback, changes: [makeRevised()] }));
    expect(text).toContain(
      "Note for the operator: 2 emails bounced since the last edition. The log of this run",
    );
  });
});
