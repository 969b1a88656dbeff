import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

/** The long part of the proof, `npm run test:proof`: pairs of faults, interleaved workers, mutants, the whole search. */
export default defineConfig({
  test: {
    include: ["test/proof/**/*.proof.ts"],
    // All cores: Vitest leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    globalSetup: ["test/support/global-setup.ts"],
    env: { TZ: "UTC", AWS_REGION: "eu-central-1" },
    // The states that the search has seen.
    execArgv: ["--max-old-space-size=4096"],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    reporters: ["default", new ClosingLine()],
  },
});
