import { defineConfig } from "vitest/config";
import { FigureReporter } from "./test/mail/figures.ts";
import { ClosingLine } from "./test/support/closing-line.ts";

/** The checks of `npm run test:mail`: in a browser, a spam filter and a text browser, on whole mails. */
export default defineConfig({
  test: {
    include: ["test/mail/**/*.check.ts"],
    globalSetup: ["test/mail/make-mails.ts"],
    env: { TZ: "UTC", AWS_REGION: "eu-central-1" },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ["default", new FigureReporter(), new ClosingLine()],
  },
});
