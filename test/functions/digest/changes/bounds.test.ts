import { describe, expect, it } from "vitest";
import {
  boundRevision,
  cut,
  MAX_EDITS,
  MAX_FACTS,
  MAX_SENTENCE,
  MAX_WORD_RUNS,
} from "../../../../functions/digest/changes/bounds.ts";
import type { Edit, Revision } from "../../../../functions/digest/revision/types.ts";
import { MAX_HEADLINE } from "../../../../functions/digest/story/headline/headline.ts";
import { fc } from "../../../support/laws.ts";

function revision(changes: Partial<Revision>): Revision {
  const counts = { before: 1, after: 1, kept: 0, edited: 1, added: 0, removed: 0, moved: 0 };
  return { kind: "substantive", edits: [], facts: [], counts, truncated: false, ...changes };
}

describe("cut", () => {
  it.each([
    ["short", 10, "short"],
    ["exactly ten", 11, "exactly ten"],
    ["cut at a word boundary", 15, "cut at a word…"],
    ["x".repeat(20), 10, `${"x".repeat(9)}…`],
    ["ab😀cd", 4, "ab…"],
  ])("cuts %j to %i characters: %j", (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  it("never exceeds the limit and never leaves half a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const short = cut(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });
});

describe("boundRevision", () => {
  it("lists the changes, and counts the omitted ones", () => {
    const edits: Edit[] = [
      { edit: "kept", before: "same", after: "same" },
      ...Array.from({ length: MAX_EDITS + 7 }, (_, i): Edit => ({ edit: "added", after: `sentence ${i}` })),
    ];
    const facts = Array.from({ length: MAX_FACTS + 5 }, (_, i) => ({
      kind: "number" as const,
      before: String(i),
    }));
    const bounded = boundRevision(revision({ edits, facts }));
    expect(bounded.edits).toHaveLength(MAX_EDITS);
    expect(bounded.omittedEdits).toBe(7);
    expect(bounded.facts).toHaveLength(MAX_FACTS);
    expect(bounded.facts[0]).toEqual({ kind: "number", before: "0", after: null });
  });

  it("keeps what says most, in its order: facts and sentences before the entries of a menu", () => {
    const entry = (i: number): Edit => ({ edit: "added", after: `Entry ${i}` });
    const sentence =
      "The court has struck down the agreement on which all of these transfers had relied until now.";
    const toll: Edit = { edit: "edited", before: "12 died.", after: "19 died." };
    const edits = [
      ...Array.from({ length: MAX_EDITS + 3 }, (_, i) => entry(i)),
      { edit: "removed", before: sentence } as const,
      toll,
    ];
    const facts = [{ kind: "number", before: "12", after: "19" }] as const;
    const bounded = boundRevision(revision({ edits, facts }));
    expect(bounded.edits.slice(-3)).toEqual([
      entry(MAX_EDITS - 3),
      { edit: "removed", before: sentence },
      toll,
    ]);
    expect(bounded.omittedEdits).toBe(5);
  });

  it("keeps the words around a change and omits the middle of long kept runs", () => {
    const long = `start ${"word ".repeat(200)}end`;
    const words = [
      { type: "kept", text: long },
      { type: "removed", text: "12" },
      { type: "added", text: "19" },
    ] as const;
    const [edit] = boundRevision(
      revision({ edits: [{ edit: "edited", before: "b", after: "a", words }] }),
    ).edits;
    const shown = edit?.edit === "edited" ? (edit.words ?? []) : [];
    expect(shown[0]?.text).toMatch(/^start word .* … .*word end$/);
    expect(shown[0]?.text.length).toBeLessThan(300);
    expect(shown.slice(1)).toEqual(words.slice(1));
  });

  it("shows before and after instead of an inline diff with too many pieces", () => {
    const words = Array.from({ length: MAX_WORD_RUNS + 1 }, () => ({ type: "added" as const, text: "x" }));
    const [edit] = boundRevision(
      revision({ edits: [{ edit: "edited", before: "b", after: "a", words }] }),
    ).edits;
    expect(edit).toEqual({ edit: "edited", before: "b", after: "a" });
  });

  it("keeps the parts of a split sentence, unless its text was cut", () => {
    const parts = { before: ["Rain, then sun."], after: ["Rain.", "Then sun."] };
    const short: Edit = { edit: "edited", before: "Rain, then sun.", after: "Rain. Then sun.", parts };
    const long: Edit = { ...short, after: "x".repeat(MAX_SENTENCE + 1) };
    const [kept, cutShort] = boundRevision(revision({ edits: [short, long] })).edits;
    expect(kept).toEqual(short);
    expect(cutShort).not.toHaveProperty("parts");
  });

  it("stays small for the largest stories", () => {
    const huge = "a".repeat(1_000_000);
    const edits: Edit[] = Array.from({ length: 200 }, () => ({ edit: "edited", before: huge, after: huge }));
    const facts = Array.from({ length: 200 }, () => ({
      kind: "quotation" as const,
      before: huge,
      after: huge,
    }));
    const bounded = boundRevision(revision({ edits, facts, headlineChange: { before: huge, after: huge } }));
    expect(JSON.stringify(bounded).length).toBeLessThan(
      2 * (MAX_EDITS * MAX_SENTENCE + MAX_FACTS * 300 + MAX_HEADLINE) + 10_000,
    );
  });
});
