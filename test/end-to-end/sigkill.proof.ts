import { describe, expect, it } from "vitest";
import { killTrials } from "../support/kill-trials.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { editionOfACleanRun, expectMadeUp, killAt } from "./kill-at.ts";

const TRIALS = 10;
/** If the machine has become faster since the reference run, some trials end before they are stopped. */
const MIN_KILLED = 3;

describe("a run stopped with SIGKILL", () => {
  it.each(["started", "scanned"])("when it had %s is made up for", async (step) => {
    await expectMadeUp(await killAt(step), await editionOfACleanRun());
  });

  it(`at ${TRIALS} random moments is finished by the next run: the same edition, one email per recipient`, async () => {
    let killed = 0;
    for await (const trial of killTrials(temporaryFolder(), TRIALS, 20_261_120)) {
      killed += trial.isKilled ? 1 : 0;
      expect(trial.isSameEdition, trial.name).toBe(true);
      expect(trial.mailed, trial.name).toEqual(trial.expected);
    }
    expect(killed, "runs that were still under way when they were stopped").toBeGreaterThanOrEqual(
      MIN_KILLED,
    );
  });
});
