import { join } from "node:path";
import { runDemo } from "../demo/run-demo.ts";
import { PROJECT } from "../runner/options.ts";
import { runLocally } from "../runner/run-locally.ts";
import { folderNameOf } from "../runner/saved/saved-edition.ts";

const SEEDS_SLOT = "2026-11-20T07:00:00Z";
const TIME_LIMIT_MS = 60_000;
const SILENT = { onLog: () => undefined, onNote: () => undefined };

/** Slots of the demo. The last day is quiet: it has an edition but, by default, no email. */
const DEMO_SLOTS = {
  "demo-day-1": "2026-11-20T07:00:00Z",
  "demo-evening": "2026-11-20T19:00:00Z",
  "demo-day-2": "2026-11-21T07:00:00Z",
  "demo-day-3": "2026-11-22T07:00:00Z",
} as const;

/** An edition that the real job made from the sample stories. */
export type JobEdition = "baseline" | keyof typeof DEMO_SLOTS;

/** Runs the job on the seeds, keeps the results in `folder` and returns the path of its `edition.json`; about 3 s. */
export async function makeBaseline(folder: string): Promise<string> {
  const out = join(folder, "seeds-out");
  await runLocally(
    {
      corpus: join(PROJECT, "seeds"),
      state: join(folder, "seeds-state"),
      out,
      event: { mode: "scheduled", slot: SEEDS_SLOT },
      isBundled: false,
      timeLimitMs: TIME_LIMIT_MS,
    },
    SILENT,
  );
  return editionFile(out, SEEDS_SLOT);
}

/** Plays the demo in `folder`; about 10 s. Returns the path of each run's `edition.json`. */
export async function makeDemoEditions(
  folder: string,
): Promise<Readonly<Record<keyof typeof DEMO_SLOTS, string>>> {
  const out = join(folder, "demo-out");
  await runDemo({ state: join(folder, "demo-state"), out }, () => undefined);
  return {
    "demo-day-1": editionFile(out, DEMO_SLOTS["demo-day-1"]),
    "demo-evening": editionFile(out, DEMO_SLOTS["demo-evening"]),
    "demo-day-2": editionFile(out, DEMO_SLOTS["demo-day-2"]),
    "demo-day-3": editionFile(out, DEMO_SLOTS["demo-day-3"]),
  };
}

function editionFile(out: string, slot: string): string {
  return join(out, folderNameOf(slot), "edition.json");
}
