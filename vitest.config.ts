import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    env: {
      TZ: "UTC",
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
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
