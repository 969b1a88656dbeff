/** `npm run doctor -- -c sender=… -c recipients=…`: checks whether a deployment with these settings would work. */
import { fileURLToPath } from "node:url";
import { examine } from "./doctor/examine.ts";
import { lineOf } from "./doctor/finding.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const findings = await examine(process.argv.slice(2), PROJECT);
for (const finding of findings) {
  process.stdout.write(`${lineOf(finding)}\n`);
}
process.exitCode = findings.some(({ status }) => status === "not ok") ? 1 : 0;
