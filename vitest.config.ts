import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

/** Only the contract suite on an outside endpoint uses the credentials of the caller. */
const LOCAL_CREDENTIALS = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // All cores: Vitest leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    globalSetup: ["test/support/global-setup.ts"],
    env: {
      TZ: "UTC",
      AWS_REGION: "eu-central-1",
      ...(process.env.S3_CONTRACT_ENDPOINT === undefined && LOCAL_CREDENTIALS),
    },
    testTimeout: 30_000,
    reporters: ["default", new ClosingLine()],
    coverage: {
      provider: "v8",
      include: ["functions/**/*.ts", "infra/**/*.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
