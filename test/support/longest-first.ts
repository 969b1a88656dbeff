import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * A minute or so each, and short to read: Vitest, which begins with the largest files where it knows no durations, would begin them last, and one
 * processor would wait for the other. The first one waits for most of its time, which is best spent beside the checks of the mail.
 */
const LONGEST = [
  "end-to-end/sigkill.proof",
  "proof/single-faults-over-http.proof",
  "proof/single-faults.proof",
  "proof/interleaved.proof",
  "proof/pairs-after-answer.proof",
  "proof/pairs-after-crash.proof",
  "proof/model/model.proof",
  "functions/digest/scan/stretches/fingerprints-law.test",
  "proof/mutants/mutants.proof",
  "proof/resumed.proof",
  "proof/pairs-with-topics.proof",
].map((name) => `/test/${name}.ts`);

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
