import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseReceipt, receiptKey } from "../../functions/digest/delivery/receipt.ts";
import { createFolderStore } from "../../local/folder-store.ts";
import { createDesk, type Desk, inboxOf, openDesk } from "../support/command.ts";
import { SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [DAY1, DAY2] = SLOTS;
const RECIPIENTS = ["ann@example.org", "bob@example.org", "cy@example.org"];
/** The time limit is short, so that the claim of a dead run is soon free. */
const OPTIONS = ["--recipients", RECIPIENTS.join(","), "--time-limit", "4"];
const TRIALS = 10;
/** A machine that became faster since the reference run ends some trials before they are stopped. */
const MIN_KILLED = 3;

/** A desk that has had its baseline and was edited since; trials start from copies of it. */
async function editedDesk(folder: string): Promise<Desk> {
  const desk = createDesk(folder);
  await desk.digest(DAY1, ...OPTIONS);
  for (let i = 0; i < 40; i++) {
    writeFileSync(
      join(desk.corpus, `notice-${i}.txt`),
      `Notice ${i}\n\nThe office in room ${i} is closed on Monday.\n`,
    );
  }
  rmSync(join(desk.corpus, "vellmouth-ferry-flash.txt"));
  return desk;
}

/** Numbers in [0, 1), the same ones in every run (Park and Miller's generator, 1988). */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Recipients whose mail of the slot is out while their claim has no receipt: the window that SES leaves open. */
async function inWindow(desk: Desk, mailsBefore: number): Promise<readonly string[]> {
  const store = createFolderStore(join(desk.state, "state"), "late-edition-state");
  const mailed = new Set(inboxOf(desk).slice(mailsBefore));
  const open: string[] = [];
  for (const recipient of RECIPIENTS) {
    const stored = await store.read(receiptKey(DAY2, recipient));
    const receipt = stored && parseReceipt(stored.bytes);
    if (receipt?.state === "claimed" && mailed.has(recipient)) {
      open.push(recipient);
    }
  }
  return open;
}

describe("a run that is stopped with SIGKILL", () => {
  it(`at ${TRIALS} random moments is finished by the next: the same edition, one mail a recipient`, async () => {
    const folder = temporaryFolder();
    await editedDesk(join(folder, "desk"));
    cpSync(join(folder, "desk"), join(folder, "reference"), { recursive: true });
    const reference = openDesk(join(folder, "reference"));
    const startedAt = performance.now();
    const answer = await reference.digest(DAY2, ...OPTIONS);
    const wholeMs = performance.now() - startedAt;
    const edition = reference.saved(answer, "edition.json");
    const random = chance(20_261_120);
    let killed = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      cpSync(join(folder, "desk"), join(folder, `trial-${trial}`), { recursive: true });
      const desk = openDesk(join(folder, `trial-${trial}`));
      const afterMs = wholeMs * (0.25 + 0.75 * random.next().value);
      const ended = await desk.kill(DAY2, afterMs, ...OPTIONS);
      killed += ended.code === null ? 1 : 0;
      const window = await inWindow(desk, RECIPIENTS.length);
      const again = await desk.digest(DAY2, ...OPTIONS);
      const name = `trial ${trial}, stopped after ${Math.round(afterMs)} of ${Math.round(wholeMs)} ms`;
      expect(desk.saved(again, "edition.json"), name).toBe(edition);
      const expected = [...RECIPIENTS, ...window].toSorted();
      expect(inboxOf(desk).slice(RECIPIENTS.length).toSorted(), name).toEqual(expected);
    }
    expect(killed, "runs that were still under way when they were stopped").toBeGreaterThanOrEqual(
      MIN_KILLED,
    );
  }, 240_000);
});
