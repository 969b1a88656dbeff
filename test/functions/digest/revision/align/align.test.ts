import { describe, expect, test } from "vitest";
import { alignBlocks, alignSentences } from "../../../../../functions/digest/revision/align/align.ts";
import { fc } from "../../../../support/laws.ts";
import { body } from "../arbitraries.ts";

const dawn = "The ferry left the harbour at dawn with ninety people on board.";
const engine = "Its engine failed two miles off the coast, the harbour master said.";
const tug = "A tug from the nearest village reached it before noon.";
const nobody = "Nobody was hurt, and the passengers were given soup.";
const inquiry = "An inquiry into the maintenance of the fleet opens next week.";
const story = [dawn, engine, tug, nobody, inquiry];

describe("alignSentences", () => {
  test.each<[string, readonly string[], readonly string[], readonly (readonly [number, number])[]]>([
    ["nothing with nothing", [], [], []],
    [
      "equal sentences",
      story,
      story,
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ],
    ],
    [
      "the sentences around an added one",
      [dawn, tug],
      [dawn, engine, tug],
      [
        [0, 0],
        [1, 2],
      ],
    ],
    [
      "the sentences around a removed one",
      [dawn, engine, tug],
      [dawn, tug],
      [
        [0, 0],
        [2, 1],
      ],
    ],
    [
      "an edited sentence in its place",
      [dawn, engine, tug],
      [dawn, "Its engine failed three miles off the coast, the coast guard said.", tug],
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "a sentence that differs only in quotation marks",
      ["“We are safe,” the captain said."],
      ['"We are safe," the captain said.'],
      [[0, 0]],
    ],
    [
      "a split sentence with both halves",
      [
        dawn,
        "A tug from the nearest village reached it before noon and nobody was hurt, the owners said.",
        inquiry,
      ],
      [
        dawn,
        "A tug from the nearest village reached it before noon.",
        "Nobody was hurt, the owners said.",
        inquiry,
      ],
      [
        [0, 0],
        [1, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "both halves of a merged sentence with it",
      [
        dawn,
        "A tug from the nearest village reached it before noon.",
        "Nobody was hurt, the owners said.",
        inquiry,
      ],
      [
        dawn,
        "A tug from the nearest village reached it before noon and nobody was hurt, the owners said.",
        inquiry,
      ],
      [
        [0, 0],
        [1, 1],
        [2, 1],
        [3, 2],
      ],
    ],
    [
      "a moved sentence across the others",
      story,
      [dawn, tug, nobody, inquiry, engine],
      [
        [0, 0],
        [1, 4],
        [2, 1],
        [3, 2],
        [4, 3],
      ],
    ],
    [
      "a moved paragraph across the others",
      story,
      [nobody, inquiry, dawn, engine, tug],
      [
        [0, 2],
        [1, 3],
        [2, 4],
        [3, 0],
        [4, 1],
      ],
    ],
    [
      "repeats one by one",
      ["Yes.", dawn, "Yes."],
      ["Yes.", dawn, "Yes.", "Yes."],
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "nothing of a different story",
      [dawn, engine],
      ["Prices of onions doubled in March.", "Growers blame rain."],
      [],
    ],
  ])("aligns %s", (_, before, after, pairs) => {
    expect(alignSentences(before, after)).toEqual(pairs);
  });

  test("uses valid indices, sorted, each pair once, and no index more than twice", () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const pairs = alignSentences(before, after);
        expect(pairs).toEqual(pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        for (const [i, j] of pairs) {
          expect(before[i]).toBeDefined();
          expect(after[j]).toBeDefined();
          expect(pairs.filter(([row]) => row === i).length).toBeLessThanOrEqual(2);
          expect(pairs.filter(([, column]) => column === j).length).toBeLessThanOrEqual(2);
        }
      }),
      { seed: 5 },
    );
  });

  test("aligns a story with itself in place", () => {
    fc.assert(
      fc.property(body, (sentences) => {
        expect(alignSentences(sentences, sentences)).toEqual(sentences.map((_, n) => [n, n]));
      }),
      { seed: 6 },
    );
  });

  test("gives the same pairs with swapped arguments", () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const flipped = alignSentences(after, before).map(([i, j]) => `${j} ${i}`);
        expect(flipped.toSorted()).toEqual(
          alignSentences(before, after)
            .map(([i, j]) => `${i} ${j}`)
            .toSorted(),
        );
      }),
      { seed: 7 },
    );
  });

  test("finds every sentence again in any order, edited or not", () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    const edits = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(order, edits, (positions, isEdited) => {
        const sides = positions.map((position, n) =>
          isEdited[n] ? (story[position] ?? "").replace(/ the /, " our ") : (story[position] ?? ""),
        );
        const found = alignSentences(story, sides).map(([i, j]) => `${i} ${j}`);
        expect(found.toSorted()).toEqual(positions.map((position, n) => `${position} ${n}`).toSorted());
      }),
      { seed: 12 },
    );
  });

  test("stays bounded on thousands of near-identical sentences", { timeout: 10_000 }, () => {
    const rows = (salt: number) =>
      Array.from({ length: 5_000 }, (_, n) => `Row ${n * salt} of the table is here.`);
    const pairs = alignSentences(rows(3), rows(7));
    expect(pairs.length).toBeGreaterThan(0);
  });

  test.each([
    { count: 300, found: 300, truncated: false },
    { count: 4_500, found: 4_000, truncated: true },
  ])("compares a bounded part of $count sentences that moved and changed", ({ count, found, truncated }) => {
    const told = (n: number, word: string) =>
      `Boat${n} of skipper${n} left berth${n} for island${n} with cargo${n} ${word}.`;
    const before = Array.from({ length: count }, (_, n) => told(n, "today"));
    const after = Array.from({ length: count }, (_, n) => told(n, "late")).toReversed();
    const alignment = alignBlocks(before, after);
    expect(alignment.truncated).toBe(truncated);
    expect(alignment.blocks.length + alignment.moves.length).toBeGreaterThanOrEqual(found);
    expect(alignment.moves.length).toBeLessThanOrEqual(found);
  });
});
