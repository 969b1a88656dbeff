import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { array, number, object, parse } from "valibot";
import { readRevisions } from "../data/data-folder.ts";
import { LARGE_PAIRS, type LargePair } from "../large-texts.ts";
import type { Measurement } from "../measures/figure.ts";
import { rounded } from "../measures/mean.ts";

const PROCESS = fileURLToPath(new URL("./compare-process.ts", import.meta.url));
const Compared = object({ ms: array(number()), cpuMs: number(), peakMb: number() });

/**
 * Milliseconds per comparison of two versions of real documents and peak memory, next to jsdiff's `diffWords`
 * on the same texts; then the same for pairs of one-megabyte texts, in CPU and wall-clock milliseconds. Each
 * runs in its own process, so that neither disturbs the other, with V8's default heap.
 */
export function measureRevisions(folder: string): Measurement[] {
  readRevisions(folder);
  return [
    spread("compareStories", compareInProcess(folder, "ours")),
    spread("diffWords", compareInProcess(folder, "diffWords")),
    ...Object.entries(LARGE_PAIRS).map(([name, make]) => measureLarge(name, make())),
  ];
}

function measureLarge(name: string, { before, after }: LargePair): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "late-edition-pair-"));
  try {
    writeFileSync(join(folder, "before.txt"), before.join("\n\n"));
    writeFileSync(join(folder, "after.txt"), after.join("\n\n"));
    const { ms, cpuMs, peakMb } = compareInProcess(folder, "pair");
    return { figure: `ms two texts of 1 MB, ${name}`, value: rounded(ms[0] ?? 0, 0), cpuMs, peakMb };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compareInProcess(subject: string, method: string) {
  const output = execFileSync(process.execPath, [PROCESS, subject, method], { encoding: "utf8" });
  return parse(Compared, JSON.parse(output));
}

function spread(name: string, { ms, peakMb }: { readonly ms: readonly number[]; readonly peakMb: number }) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  const sum = rounded(
    sorted.reduce((total, one) => total + one, 0),
    0,
  );
  return {
    figure: `ms per revision, ${name}, median`,
    value: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    sum,
    of: sorted.length,
    peakMb,
  };
}
