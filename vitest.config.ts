import { defineConfig } from "vitest/config";

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
    coverage: {
      provider: "v8",
      include: ["functions/**/*.ts", "infra/**/*.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
