import { describe, expect, test } from "vitest";
import { composeFromStories } from "../../../../../functions/digest/edition/from-stories.ts";
import type { Edition } from "../../../../../functions/digest/edition/schema.ts";
import { cutHeadline, firstWords } from "../../../../../functions/digest/publish/mail/headline-cut.ts";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
} from "../../../../../local/preview/sample-editions.ts";

const REST =
  "The council met in the town hall of Velm for three hours. Its members heard four engineers. The next meeting is in May.";

function story(headline: string, sentence: string) {
  const parsed = parseStory("velm.md", `# ${headline}\n\n${sentence}\n\n${REST}`);
  if (isUnreadable(parsed)) {
    throw new Error(`cannot read the story: ${parsed.unreadable}`);
  }
  return parsed;
}

function subjectOf(edition: Edition): string {
  return renderEdition(edition).subject;
}

describe("a headline that its text does not bear out any more", () => {
  test.each([
    [
      "an outcome turned with its figure",
      "Profit rises",
      "Profit rose by 5 percent to 12 million.",
      "Profit fell by 7 percent to 9 million.",
      "Now “Profit fell by 7 percent to 9 million” · Profit rises",
    ],
    [
      "a sentence denied, too long to quote",
      "Twelve dead in ferry fire",
      "The fire killed twelve people.",
      "The fire killed nobody, the coast guard said; all twelve missing were found alive.",
      "Statement changed · Twelve dead in ferry fire",
    ],
    [
      "a sentence denied by other words",
      "Suspect arrested in Velm",
      "Police arrested a suspect on Monday.",
      "Police said nobody had been arrested.",
      "Now “Police said nobody had been arrested” · Suspect…",
    ],
    [
      "its words gone, and the new ones say nothing alone",
      "Two children missing in Velm",
      "Two children are missing.",
      "Both children were found safe.",
      "Statement changed · Two children missing in Velm",
    ],
    [
      "in German",
      "Gewinn steigt",
      "Der Gewinn stieg um 5 Prozent auf 12 Millionen.",
      "Der Gewinn sank um 7 Prozent auf 9 Millionen.",
      "Now “Der Gewinn sank um 7 Prozent auf 9 Millionen”",
    ],
  ])("is not told as news: %s", (_, ...[headline, before, after, subject]) => {
    const pair = { before: story(headline, before), after: story(headline, after) };
    expect(subjectOf(composeFromStories("2026-11-21T07:00:00Z", [pair]))).toBe(subject);
  });

  test("a figure of the same claim stays the point", () => {
    const [before, after] = [12, 19].map((n) =>
      story("12 dead in ferry fire", `The fire killed ${n} people.`),
    );
    const edition = composeFromStories("2026-11-21T07:00:00Z", [{ before, after }]);
    expect(subjectOf(edition)).toBe("The fire killed 12 → 19 people · 12 dead in ferry fire");
  });
});

describe("a headline that is cut", () => {
  const GUILTY = "Mayor guilty of fraud in the harbour affair, rival claims in a letter";

  test.each([
    [GUILTY, 55, "Mayor guilty of fraud in the… rival claims in a letter"],
    [GUILTY, 30, ""],
    ["Two held over harbour fire, police say", 38, "Two held over harbour fire, police say"],
    ["Is the old dam in the upper valley of the Orla safe?", 30, ""],
    ["The ferries between Velm and the islands will not run in winter", 40, ""],
    ["Les navires de la ligne ne partiront jamais du port de Velm", 30, ""],
    ["Bridge closed until March", 20, "Bridge closed until…"],
    ["Bridge closed until March", 15, "Bridge closed…"],
  ])("%s, in %i letters: %s", (headline, max, cut) => {
    expect(cutHeadline(headline, max)).toBe(cut);
    expect(cut.length).toBeLessThanOrEqual(max);
  });

  test("ends with a whole word, unless it is one long word", () => {
    expect(firstWords("Harbour bridge, closed", 16)).toBe("Harbour bridge…");
    expect(firstWords("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
  });

  test("gives way to a point that says enough alone, and not to a short one", () => {
    const figure = (context: string) =>
      makeEdition({
        changes: [
          makeRevised(
            { headline: GUILTY, summary: [] },
            { facts: [{ kind: "number", before: "12", after: "14", context }], edits: [] },
          ),
        ],
      });
    expect(subjectOf(figure("pages of the harbour letter"))).toBe("Pages of the harbour letter: 12 → 14");
    expect(subjectOf(figure("pages"))).toBe("Pages: 12 → 14 · Mayor guilty of… rival claims in a letter");
  });
});

describe("a day without news", () => {
  test("is not told as one without changes if formatting changed, as the text says", () => {
    const edition = makeQuietEdition({ cosmetic: [{ key: "a.txt", reason: "case" }] });
    const { subject, text } = renderEdition(edition);
    expect(subject).toBe("No news · 1,204 stories checked, 20 November");
    expect(text).toContain("No news since the last edition.");
    expect(subjectOf(makeQuietEdition())).toBe("Nothing changed · 1,204 stories checked, 20 November");
  });

  test.each(["quiet", "regular"] as const)(
    "tells missing stories first, and not that nothing went: %s",
    (kind) => {
      const { subject, preheader, text } = renderEdition(makeEdition({ kind, missing: 584 }));
      expect(subject).toBe("584 stories missing · 1,204 stories checked, 20 November");
      expect(preheader).not.toMatch(/removed|changed| {2}/);
      expect(preheader).toMatch(/^584 stories missing\. /);
      expect(text).toContain("584 stories are missing");
    },
  );
});

describe("the story of the subject is the first of the text", () => {
  test("of several reports on an event, the one that names it", () => {
    const edition = makeEdition({
      threads: [{ id: "t", headline: "Council votes for the tunnel", stories: ["a.txt", "b.txt"] }],
      changes: [
        makeChange({ key: "a.txt", headline: "Who pays for the tunnel", thread: "t" }),
        makeChange({ key: "b.txt", headline: "Council votes for the tunnel", thread: "t" }),
      ],
    });
    const { subject, text } = renderEdition(edition);
    expect(subject).toBe("New: Council votes for the tunnel · 1 more");
    expect(/^\* (.*)$/m.exec(text)?.[1]).toBe("Council votes for the tunnel");
  });
});
