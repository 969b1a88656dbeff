import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";
import { LongestFirst } from "./test/support/longest-first.ts";

/** The tests that go further here than in `npm test`. */
const FURTHER = globSync("test/**/*.test.ts").filter((file) =>
  /from "[^"]*\/support\/reach\.ts"/.test(readFileSync(file, "utf8")),
);

/**
 * What `npm run test:proof` runs: the long part of the proof, with pairs of faults, interleaved workers, mutants and the whole
 * search; and what is too long for `npm test`, which has a short version of each.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.proof.ts", ...FURTHER],
    // All cores: Vitest leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    globalSetup: ["test/support/global-setup.ts"],
    env: { TZ: "UTC", AWS_REGION: "eu-central-1", TEST_REACH: "whole" },
    sequence: { sequencer: LongestFirst },
    // The states that the search has seen; and room for what a case makes and drops.
    execArgv: ["--max-old-space-size=4096", "--max-semi-space-size=64"],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    reporters: ["default", new ClosingLine()],
  },
});
