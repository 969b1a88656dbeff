import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupThreads } from "../../../../functions/digest/edition/threads.ts";

const fire = [
  "A fire in the harbour of Oslo killed twelve people on Monday. The warehouse of Holt Paints burned all night, and sixty firefighters fought the flames on the quay.",
  "Oslo mourns the dead of the harbour fire. Holt Paints said its warehouse had been inspected in May; firefighters found no working sprinklers on the quay.",
  "Firefighters left the quay in Oslo on Wednesday, two days after flames destroyed the warehouse of Holt Paints and killed twelve.",
];
const onions = [
  "Onions cost twice as much as last spring, growers in Zeeland said. Rain ruined a third of the harvest, and traders expect the price to rise until August.",
  "The price of onions doubled within a year. Traders blame the wet harvest in Zeeland, growers the traders, who filled their cellars early.",
];
const chess = "Ines Vik, aged eleven, beat two grandmasters in one afternoon at the chess open in Bergen.";

const stories = [...fire, ...onions, chess].map((text, n) => ({
  key: `story-${n}`,
  text,
}));

describe("groupThreads", () => {
  test("puts stories about one event together, and others apart", () => {
    const named = [
      ...fire.map((text, n) => ({ key: `fire-${n}`, text })),
      ...onions.map((text, n) => ({ key: `onions-${n}`, text })),
      { key: "chess", text: chess },
    ];
    expect(groupThreads(named)).toEqual([
      ["chess"],
      ["fire-0", "fire-1", "fire-2"],
      ["onions-0", "onions-1"],
    ]);
  });

  test("needs no other story to see that two tell one event", () => {
    const pair = fire.slice(0, 2).map((text, n) => ({ key: `fire-${n}`, text }));
    expect(groupThreads(pair)).toEqual([["fire-0", "fire-1"]]);
  });

  test.each([
    ["no stories", [], []],
    ["one story", [{ key: "a", text: chess }], [["a"]]],
    [
      "stories without words",
      [
        { key: "b", text: "" },
        { key: "a", text: "…" },
      ],
      [["a"], ["b"]],
    ],
    [
      "the same text twice",
      [
        { key: "b", text: chess },
        { key: "a", text: chess },
      ],
      [["a", "b"]],
    ],
  ])("handles %s", (_, given, groups) => {
    expect(groupThreads(given)).toEqual(groups);
  });

  test("does not depend on the order of the stories", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), (shuffled) => {
        expect(groupThreads(shuffled)).toEqual(groupThreads(stories));
      }),
      { seed: 14, numRuns: 30 },
    );
  });

  test("puts every story in exactly one group, sorted", () => {
    const words = fc.constantFrom("fire", "Oslo", "onions", "price", "chess", "Vik", "rain", "12");
    const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 15 }), (texts) => {
        const given = texts.map((text, n) => ({ key: `k${n}`, text }));
        const groups = groupThreads(given);
        expect(groups.flat().toSorted()).toEqual(given.map(({ key }) => key).toSorted());
        expect(groups).toEqual(groups.map((group) => group.toSorted()).toSorted());
      }),
      { seed: 15 },
    );
  });

  test("takes apart thousands of stories that hang together", { timeout: 20_000 }, () => {
    const many = Array.from({ length: 1_500 }, (_, n) => ({
      key: `k${String(n).padStart(4, "0")}`,
      text: `${fire[n % 3]} ${onions[n % 2]} Report ${n} by station ${n % 40}.`,
    }));
    const groups = groupThreads(many);
    expect(groups.flat()).toHaveLength(1_500);
  });
});
