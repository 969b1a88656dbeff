import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { measureAlignment } from "../../bench/figures/alignment.ts";
import { LARGE_PAIRS } from "../../bench/large-texts.ts";
import { f1Of, scoreAlignment, sumTallies } from "../../bench/measures/alignment-score.ts";
import { COMPILE_CACHE } from "../support/compile-cache.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const COMPARE = fileURLToPath(new URL("../../bench/figures/compare-process.ts", import.meta.url));
const OPTIONS = { encoding: "utf8", env: COMPILE_CACHE } as const;

const dawn = "The ferry left the harbour at dawn with ninety people on board.";
const engine = "Its engine failed two miles off the coast, the harbour master said.";
const threeMiles = "Its engine failed three miles off the coast, the harbour master said.";
const tug = "A tug from the nearest village reached it before noon.";

describe("scoreAlignment", () => {
  test("counts edges, and sentences without one, that are right, wrong and missed", () => {
    const score = scoreAlignment({
      before: [dawn, engine, tug],
      after: [dawn, threeMiles],
      ours: [
        [0, 0],
        [2, 1],
      ],
      theirs: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(score).toEqual({
      changed: { right: 0, wrong: 1, missed: 1 },
      all: { right: 1, wrong: 1, missed: 1 },
      removed: { right: 0, wrong: 1, missed: 1 },
      added: { right: 0, wrong: 0, missed: 0 },
      isExact: false,
    });
  });

  test("calls an alignment exact that has the same edges", () => {
    const pair = { before: [dawn, tug], after: [dawn], ours: [[0, 0]], theirs: [[0, 0]] } as const;
    expect(scoreAlignment(pair).isExact).toBe(true);
  });
});

test.each([
  [{ right: 0, wrong: 0, missed: 0 }, 1],
  [{ right: 3, wrong: 0, missed: 0 }, 1],
  [{ right: 0, wrong: 2, missed: 1 }, 0],
  [{ right: 2, wrong: 1, missed: 1 }, 2 / 3],
])("gives %j an F1 of %d", (tally, f1) => {
  expect(f1Of(tally)).toBeCloseTo(f1, 9);
});

test("adds tallies up", () => {
  const one = { right: 1, wrong: 2, missed: 3 };
  expect(sumTallies([one, one])).toEqual({ right: 2, wrong: 4, missed: 6 });
});

test("measures what moved as wrong against an alignment that cannot hold it, and apart from it", () => {
  const folder = temporaryFolder();
  const documents = [
    {
      before: [dawn, engine, tug],
      after: [tug, dawn, threeMiles],
      edges: [
        [0, 1],
        [1, 2],
      ],
    },
  ];
  writeFileSync(join(folder, "alignments.json"), JSON.stringify(documents));
  const figures = Object.fromEntries(measureAlignment(folder).map(({ figure, value }) => [figure, value]));
  expect(figures).toEqual({
    "alignment F1 %, changed": 100,
    "alignment F1 %, all": 80,
    "alignment F1 %, removed": 0,
    "alignment F1 %, added": 0,
    "alignment, documents exact %": 0,
    "alignment in place F1 %, changed": 100,
    "alignment in place F1 %, all": 100,
    "alignment in place F1 %, removed": 100,
    "alignment in place F1 %, added": 100,
    "alignment in place, documents exact %": 100,
  });
});

test.each(["ours", "diffWords"])(
  "times the readable revisions of a folder and their memory: %s",
  (method) => {
    const folder = temporaryFolder();
    const revisions = [
      { name: "ferry", before: `${dawn} ${engine}`, after: `${dawn} ${threeMiles}` },
      { name: "emptied", before: dawn, after: "" },
    ];
    writeFileSync(join(folder, "revisions.json"), JSON.stringify(revisions));
    const { ms, peakMb } = JSON.parse(execFileSync(process.execPath, [COMPARE, folder, method], OPTIONS));
    expect(ms).toEqual([expect.any(Number)]);
    expect(peakMb).toBeGreaterThan(10);
  },
);

test("times one pair of texts", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "before.txt"), `${dawn} ${engine}`);
  writeFileSync(join(folder, "after.txt"), `${dawn} ${threeMiles}`);
  const output = execFileSync(process.execPath, [COMPARE, folder, "pair"], OPTIONS);
  expect(JSON.parse(output)).toEqual({
    ms: [expect.any(Number)],
    cpuMs: expect.any(Number),
    peakMb: expect.any(Number),
  });
});

test("makes large pairs of about a megabyte, the same on every call", () => {
  for (const [name, make] of Object.entries(LARGE_PAIRS)) {
    const pair = make();
    expect(make(), name).toEqual(pair);
    for (const side of [pair.before, pair.after]) {
      expect(Buffer.byteLength(side.join(" "))).toBeGreaterThan(900_000);
    }
  }
});
