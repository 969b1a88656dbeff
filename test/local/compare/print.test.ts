import { expect, it, test } from "vitest";
import { comparisonView } from "../../../functions/digest/publish/pages/comparison-view.ts";
import { compareStories } from "../../../functions/digest/revision/compare.ts";
import { printComparison } from "../../../local/compare/print.ts";
import { BRIDGE, FERRY, storyIn, TRAM, viewBetween } from "../../support/comparisons.ts";

const PIPE = { width: 80, hasColours: false };
const print = ({ before, after }: { before: string; after: string }, paper = PIPE) =>
  printComparison(viewBetween(before, after), paper);

it("prints versions, verdict, facts and the marked text", () => {
  expect(print(FERRY)).toBe(`Before  story.txt (plain text, 62 words)
        Ferry strikes breakwater, twelve dead
After   story.txt (plain text, 66 words)
        Ferry strikes breakwater, nineteen dead

Substantive: 2 sentences edited, 1 added, 1 removed, 1 moved, 6 unchanged;
headline changed; 1 fact changed.

Facts
  figure     At least 12 → 19 people died in Vellmouth

Text
  ~ Headline: Ferry strikes breakwater, [-twelve-]{+nineteen+} dead
  ~ At least [-12-]{+19+} people died in Vellmouth on Monday.
    Rescuers came at once.
    … 3 sentences unchanged
    A new one is planned.
  ~ The mayor, Ines Dorn, spoke of a dark day {+for the town+}.
  - [-Nobody knows the cause.-]
  > Moved from 3rd to 8th position: The wind had grown since noon.
    The line is closed.
  + {+An inquiry begins on Friday.+}`);
});

it("marks words by colours instead where there are some, and ends each on its line", () => {
  const shown = print(FERRY, { width: 40, hasColours: true });
  expect(shown).toContain(
    "At least \u001b[31m\u001b[9m12\u001b[29m\u001b[39m \u001b[32m\u001b[4m19\u001b[24m\u001b[39m",
  );
  expect(shown).not.toMatch(/\[-|\{\+/);
  for (const line of shown.split("\n")) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
    const styles = [...line.matchAll(/\u001b\[(\d+)m/g)].map(([, code]) => Number(code));
    expect(styles.filter((code) => code < 10 || (code > 29 && code < 38))).toHaveLength(styles.length / 2);
  }
});

test.each([20, 40, 80, 200])("no line is wider than a terminal of %i columns", (width) => {
  const lines = print(TRAM, { width, hasColours: false }).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
});

it("fences facts from right to left, so that they read before → after", () => {
  expect(print(BRIDGE)).toMatch(/\u200e12[^\n]*\u200e → \u200e19/);
});

it("says in two lines and a line that nothing differs", () => {
  expect(print({ before: BRIDGE.before, after: BRIDGE.before }).split("\n").slice(4)).toEqual([
    "",
    "No difference: both versions have the same text.",
  ]);
});

it("lets no control character of a story through, nor a mark that it makes up", () => {
  const plain = storyIn(FERRY.before);
  const story = (n: number) => ({
    ...plain,
    headline: `A \u001b[2Jheadline\u0007 of ${n}`,
    paragraphs: [`The \u009b31mprice\u001b]0;x\u0007 is [-${n}-] or {+${n}+} \u202eoru\u202c in \u0085all.`],
  });
  const [before, after] = [story(12), story(19)];
  const view = comparisonView({ before, after, revision: compareStories(before, after) });
  const shown = printComparison(view, PIPE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
  expect(shown.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e]/g)).toBeNull();
  expect(shown).not.toMatch(/\[-12-\] or|\{\+19\+\} oru/);
  expect(shown).toMatch(/12.*→.*19/);
});
