import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Minutes each, and short to read: Vitest, which begins with the largest files where it knows no durations, would begin them last, and one
 * processor would wait for the other.
 */
const LONGEST = [
  "single-faults-over-http",
  "single-faults",
  "interleaved",
  "pairs-after-answer",
  "pairs-after-crash",
  "model/model",
  "mutants/mutants",
  "resumed",
  "pairs-with-topics",
].map((name) => `/test/proof/${name}.proof.ts`);

/** Begins with the files that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((end) => moduleId.endsWith(end));
  return rank === -1 ? LONGEST.length : rank;
}
