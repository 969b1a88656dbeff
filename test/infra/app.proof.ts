import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { runCdk } from "./run-cdk.ts";

test.each([["bootstrap"], ["destroy", "--force"]])(
  "cdk %s asks for no sender and no recipients",
  (...command) => {
    const { output } = runCdk(command, temporaryFolder());
    expect(output).not.toMatch(/sender|recipients/);
    expect(output).toContain("Unable to resolve AWS account to use");
  },
);
