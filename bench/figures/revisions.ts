import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { array, number, object, parse } from "valibot";
import { readRevisions } from "../data-folder.ts";
import type { Measurement } from "../figure.ts";
import { LARGE_PAIRS } from "../large-texts.ts";
import { rounded } from "../mean.ts";

const PROCESS = fileURLToPath(new URL("../compare-process.ts", import.meta.url));
/**
 * A small heap, in MB, as a small function has it: with more, V8 lets garbage lie and the peak says little about the
 * comparison.
 */
const HEAP = ["--max-old-space-size=160", "--max-semi-space-size=8"];
const Compared = object({ ms: array(number()), peakMb: number() });

/**
 * Milliseconds a comparison of two versions of real documents and the peak of memory, beside those of jsdiff's `diffWords`
 * on the same texts; and of any two texts of a megabyte. Each in a process of its own, so that neither disturbs the other.
 */
export function measureRevisions(folder: string): Measurement[] {
  readRevisions(folder);
  return [
    spread("compareStories", compareInProcess(folder, "ours")),
    spread("diffWords", compareInProcess(folder, "diffWords")),
    ...Object.keys(LARGE_PAIRS).map((name): Measurement => {
      const { ms, peakMb } = compareInProcess(name, "large");
      return { figure: `ms two texts of 1 MB, ${name}`, value: rounded(ms[0] ?? 0, 0), peakMb };
    }),
  ];
}

function compareInProcess(subject: string, method: string) {
  const args = [...HEAP, PROCESS, subject, method];
  return parse(Compared, JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
}

function spread(name: string, { ms, peakMb }: { readonly ms: readonly number[]; readonly peakMb: number }) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  const sum = rounded(
    sorted.reduce((total, one) => total + one, 0),
    0,
  );
  return {
    figure: `ms a revision, ${name}, median`,
    value: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    sum,
    of: sorted.length,
    peakMb,
  };
}
