import { expect, test } from "vitest";
import type { EditionChange } from "../../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import { makeChange, makeEdition, makeRevised } from "../../../../../local/preview/sample-editions.ts";
import { fc } from "../../../../support/laws.ts";
import { reach } from "../../../../support/reach.ts";

const OPTIONS = { timeZone: "Europe/Berlin", storyUrl: "https://example.org/news/{key}" };

/** Quoted-printable to the byte, apart from where its soft breaks fall: one each 73 characters at the earliest. */
function quotedPrintableBytes(html: string): number {
  const encoded = Buffer.from(html).reduce(
    (sum, byte) => sum + ((byte >= 0x20 && byte <= 0x7e && byte !== 0x3d) || byte === 0x0a ? 1 : 3),
    0,
  );
  return encoded + 3 * Math.floor(encoded / 76);
}

/** Changes of every kind with a text of some length wherever text can stand. */
function changesOf(count: number, text: string): readonly EditionChange[] {
  const told = (n: number) => ({
    key: `${n}/${text}.txt`,
    headline: `${n} ${text}`,
    summary: [text, text, text],
  });
  const edits = Array.from({ length: 8 }, (_, n) => ({
    edit: "edited" as const,
    before: `${n} ${text}`,
    after: `${text} ${n}`,
  }));
  const facts = Array.from({ length: 8 }, () => ({
    kind: "quotation" as const,
    before: text,
    after: `${text}!`,
    context: text,
  }));
  return Array.from({ length: count }, (_, n) => {
    switch (n % 5) {
      case 0:
        return makeRevised(told(n), { edits, facts, omittedEdits: n });
      case 1:
        return makeChange(told(n));
      case 2:
        return makeChange({ ...told(n), thread: `t${n % 9}` });
      case 3:
        return makeChange({ ...told(n), change: "renamed", renamedFrom: text });
      default:
        return makeChange({ ...told(n), change: "removed" });
    }
  });
}

const UNITS = ["word ", "д", "漢", "😀", "<&\"'=`", "a.bc ", "\u0301é"] as const;

test.each([
  [1, reach(15, 40)],
  [100, reach(7, 20)],
  [10_000, reach(2, 5)],
])("a mail of %i changes stays within 90 kB and 100 kB quoted-printable", (count, numRuns) => {
  const text = fc
    .tuple(fc.constantFrom(...UNITS), fc.integer({ min: 1, max: 500 }))
    .map(([unit, times]) => unit.repeat(times));
  fc.assert(
    fc.property(text, (words) => {
      const changes = changesOf(count, words);
      const names = changes.map(({ key }) => ({ key, reason: words }));
      const { html } = renderEdition(makeEdition({ changes, cosmetic: names, heldBack: names }), OPTIONS);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(90_000);
      expect(quotedPrintableBytes(html)).toBeLessThanOrEqual(100_000);
    }),
    { seed: 1, numRuns },
  );
});

test("every change is shown, named or counted", () => {
  const count = 2_000;
  const changes = Array.from({ length: count }, (_, n) =>
    makeChange({ key: `n-${n}.txt`, headline: `Story ${n}` }),
  );
  const { text } = renderEdition(makeEdition({ changes }), { ...OPTIONS, storyUrl: "" });
  const named = new Set(text.match(/n-\d+\.txt/g)).size;
  const more = Number(
    /^and ([\d,]+) more new stories, less significant than these$/m
      .exec(text.slice(text.indexOf("New\n")))?.[1]
      ?.replaceAll(",", ""),
  );
  expect(named).toBeGreaterThan(200);
  expect(named + more).toBe(count);
  expect(text).toMatch(/Omitted to keep this email short: \d+ summaries and the\s+names of/);
});

test("the most important stories keep their redlines in a mail that is full", () => {
  const changes = changesOf(1_000, "word ".repeat(20));
  const { text } = renderEdition(makeEdition({ changes }), OPTIONS);
  expect(text.match(/\[-0 word/g)).toHaveLength(2);
  expect(text).toMatch(/Omitted to keep this email short: \d+ marked-up changes, \d+ summaries and/);
});
