import { fileURLToPath } from "node:url";
import { examine } from "./doctor/examine.ts";
import { lineOf } from "./doctor/finding.ts";
import { IS_INSTALLED } from "./installed.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/**
 * `npm run doctor -- -c sender=… -c recipients=…`: checks whether a deployment with these settings would work. The package
 * looks into the CDK project where it is called.
 */
export async function doctor(args: readonly string[]): Promise<void> {
  const place = IS_INSTALLED
    ? { folder: process.cwd(), isForeign: true }
    : { folder: PROJECT, isForeign: false };
  const findings = await examine(args, place);
  for (const finding of findings) {
    process.stdout.write(`${lineOf(finding)}\n`);
  }
  process.exitCode = findings.some(({ status }) => status === "not ok") ? 1 : 0;
}
