import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../support/command.ts";
import { COMPILE_CACHE } from "../support/compile-cache.ts";

/** Runs the CDK CLI, which finds no account. */
export function runCdk(
  command: readonly string[],
  outDir: string,
): { readonly status: number | null; readonly output: string } {
  const output = join(outDir, command.join());
  const args = ["node_modules/aws-cdk/bin/cdk", ...command, "--output", output, "--no-notices"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: PROJECT,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      ...COMPILE_CACHE,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "nobody",
      AWS_SECRET_ACCESS_KEY: "nobody",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      CDK_DISABLE_CLI_TELEMETRY: "true",
      CDK_VALIDATION: "false",
    },
  });
  return { status, output: `${stdout}${stderr}` };
}
