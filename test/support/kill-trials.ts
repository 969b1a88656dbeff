import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pMapIterable } from "p-map";
import { seededRandom } from "../../bench/data/random.ts";
import { parseReceipt, receiptKey } from "../../functions/digest/delivery/receipt.ts";
import { createFolderStore } from "../../local/stores/folder-store.ts";
import { createDesk, type Desk, inboxOf, openDesk } from "./command.ts";
import { SLOTS } from "./rig.ts";

const [DAY1, DAY2] = SLOTS;
const RECIPIENTS = ["ann@example.org", "bob@example.org", "cy@example.org"];
const OPTIONS = ["--recipients", RECIPIENTS.join(",")];
/** Short for the run that dies, so that its claim is soon free. */
const SHORT = ["--time-limit", "4"];
const AT_ONCE = 2;

/** A run stopped with SIGKILL, and the result of the next one. */
export interface Trial {
  /** How long it ran, and whether it was still running then. */
  readonly name: string;
  readonly isKilled: boolean;
  /** Whether the next run's edition is that of an uninterrupted run. */
  readonly isSameEdition: boolean;
  /** Addresses of the day's emails, sorted. */
  readonly mailed: readonly string[];
  /** One address per recipient, and again those whose email was sent without a receipt: the SES window. */
  readonly expected: readonly string[];
  readonly inWindow: number;
}

/** A desk with a baseline and later edits; trials start from copies of it. */
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

/** A copy of a desk, in its own place: its state belongs to the copied stories. */
function copyDesk(from: string, to: string): Desk {
  cpSync(from, to, { recursive: true });
  const desk = openDesk(to);
  rmSync(join(desk.state, "corpus-folder.txt"));
  return desk;
}

/** Recipients whose email of the slot was sent while their claim has no receipt: the window that SES leaves open. */
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

/**
 * Stops `count` runs of `npm run digest` with SIGKILL, each at a random moment, and lets the next one finish. Two trials at a time: most of each is
 * spent waiting for the claim of the stopped run.
 */
export async function* killTrials(folder: string, count: number, seed: number): AsyncGenerator<Trial> {
  await editedDesk(join(folder, "desk"));
  const { edition, wholeMs } = await undisturbed(folder);
  const random = seededRandom(seed);
  const moments = Array.from({ length: count }, () => wholeMs * (0.25 + 0.75 * random()));
  yield* pMapIterable(
    moments.entries(),
    async ([trial, afterMs]) => {
      const place = join(folder, `trial-${trial}`);
      const desk = copyDesk(join(folder, "desk"), place);
      const ended = await desk.kill(DAY2, afterMs, ...OPTIONS, ...SHORT);
      const window = await inWindow(desk, RECIPIENTS.length);
      const again = await desk.digest(DAY2, ...OPTIONS);
      const result = {
        name: `trial ${trial}, stopped after ${Math.round(afterMs)} of ${Math.round(wholeMs)} ms`,
        isKilled: ended.code === null,
        isSameEdition: desk.saved(again, "edition.json") === edition,
        mailed: inboxOf(desk).slice(RECIPIENTS.length).toSorted(),
        expected: [...RECIPIENTS, ...window].toSorted(),
        inWindow: window.length,
      };
      rmSync(place, { recursive: true });
      return result;
    },
    { concurrency: AT_ONCE },
  );
}

/** The edition of runs that nobody stops, as many at once as there will be trials, and how long one takes then. */
async function undisturbed(folder: string): Promise<{ readonly edition: string; readonly wholeMs: number }> {
  const desks = Array.from({ length: AT_ONCE }, (_, n) =>
    copyDesk(join(folder, "desk"), join(folder, `reference-${n}`)),
  );
  const startedAt = performance.now();
  const answers = await Promise.all(desks.map((desk) => desk.digest(DAY2, ...OPTIONS)));
  const wholeMs = performance.now() - startedAt;
  const [edition = "", ...others] = answers.map((answer, n) => desks[n]?.saved(answer, "edition.json"));
  if (others.some((other) => other !== edition)) {
    throw new Error("two runs that nobody stopped made different editions");
  }
  return { edition, wholeMs };
}
