import { describe, expect, test } from "vitest";
import { alignBetweenEnds } from "../../../../../functions/digest/revision/tables/align-between-ends.ts";
import { alignTables } from "../../../../../functions/digest/revision/tables/align-tables.ts";
import type { Body } from "../../../../../functions/digest/revision/tables/grid.ts";
import { fc } from "../../../../support/laws.ts";

const ROWS = ["Pier | 12", "Quay | 9", "Mole | 30"];

/** A line with a bar is a row of a table. */
function bodyOf(sentences: readonly string[]): Body {
  return {
    sentences,
    cells: sentences.map((line) => (line.includes(" | ") ? line.split(" | ") : undefined)),
  };
}

/** What `align` is given of two stories. */
function given(before: readonly string[], after: readonly string[]) {
  const seen: (readonly string[])[] = [];
  const { alignment } = alignBetweenEnds(bodyOf(before), bodyOf(after), (a, b) => {
    seen.push(a.sentences, b.sentences);
    return alignTables(a, b);
  });
  return { seen, alignment };
}

describe("alignBetweenEnds", () => {
  test("aligns only what stands between the same ends", () => {
    const { seen, alignment } = given(["A", "B", "old pier closes", "C"], ["A", "B", "old pier opens", "C"]);
    expect(seen).toEqual([["old pier closes"], ["old pier opens"]]);
    expect(alignment.blocks.map(({ i, j }) => [i, j])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test.each([
    ["its head", ["Berth | Boats", ...ROWS], ["Berth | Boats", "Pier | 14", ...ROWS.slice(1)]],
    ["its end", ROWS, ["Pier | 14", ...ROWS.slice(1)]],
    ["its middle", ROWS, [...ROWS.slice(0, 1), "Quay | 10", ...ROWS.slice(2)]],
  ])("keeps a table whole that is the same at %s, with what leads up to it", (_, before, after) => {
    const { seen } = given(["A", "B", "Boats:", ...before, "C"], ["A", "B", "Boats:", ...after, "C"]);
    expect(seen).toEqual([
      ["B", "Boats:", ...before],
      ["B", "Boats:", ...after],
    ]);
  });

  test("leaves no sentence out and pairs none twice", () => {
    const line = fc.constantFrom("A", "B", "The old pier closes", "The old pier opens", ...ROWS, "Pier | 14");
    const lines = fc.array(line, { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { alignment } = given(before, after);
        const rows = alignment.blocks.flatMap(({ i, rows: count }) =>
          Array.from({ length: count }, (_, n) => i + n),
        );
        const columns = alignment.blocks.flatMap(({ j, columns: count }) =>
          Array.from({ length: count }, (_, n) => j + n),
        );
        const [movedRows, movedColumns] = [0, 1].map((side) =>
          alignment.moves.map((move) => move[side] ?? -1),
        );
        for (const [used, most] of [
          [[...rows, ...(movedRows ?? [])], before.length],
          [[...columns, ...(movedColumns ?? [])], after.length],
        ] as const) {
          expect(new Set(used).size).toBe(used.length);
          expect(used.every((n) => n >= 0 && n < most)).toBe(true);
        }
      }),
    );
  });
});
