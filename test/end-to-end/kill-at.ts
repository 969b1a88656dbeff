import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "vitest";
import { mailIds } from "../../local/ses/mailbox.ts";
import { createDesk, type Desk, PROJECT } from "../support/command.ts";
import { COMPILE_CACHE } from "../support/compile-cache.ts";
import { digestInProcess } from "../support/in-process.ts";
import { SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [SLOT] = SLOTS;
/** Only the run that dies has little time, so that its claim is soon free: the others may take as long as they need. */
const SHORT = ["--time-limit", "2"];

/** The edition of a run that nobody stopped. */
export async function editionOfACleanRun(): Promise<string> {
  const desk = createDesk(temporaryFolder());
  return desk.saved(await digestInProcess(desk, SLOT), "edition.json");
}

/** A desk where a process of `npm run digest` was stopped with SIGKILL as soon as it told this step. */
export async function killAt(step: string): Promise<Desk> {
  const desk = createDesk(temporaryFolder());
  const child = spawn(process.execPath, ["local/late-edition.ts", "digest", ...desk.argsOf(SLOT), ...SHORT], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...COMPILE_CACHE },
  });
  child.stderr.on("data", (text) => String(text).includes(`${step}: `) && child.kill("SIGKILL"));
  await once(child, "exit");
  return desk;
}

/** The next run makes the same edition and sends one email. */
export async function expectMadeUp(desk: Desk, edition: string): Promise<void> {
  const mails = () => mailIds(join(desk.state, "inbox")).length;
  const before = mails();
  expect(desk.saved(await digestInProcess(desk, SLOT), "edition.json")).toBe(edition);
  expect(mails()).toBeGreaterThanOrEqual(1);
  expect(mails() - before).toBeLessThanOrEqual(1);
}
