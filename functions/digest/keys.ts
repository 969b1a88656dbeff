/**
 * Every key of the state bucket. It imports nothing: the function, the stack's permissions and the local
 * runner share it.
 *
 *     head.json                                   the one mutable object
 *     runs/<run id>/snapshot.json                 parts, in order
 *     runs/<run id>/parts/<n>.zst                 entries of a range
 *     runs/<run id>/packs/<n>.zst                 texts of the stories read
 *     runs/<run id>/changes/<n>.ndjson.zst        changes of a range
 *     runs/<run id>/{edition.json,digest.html,digest.txt}
 *     runs/<run id>/threads.json                  threads that editions told so far
 *     previews/<run id>/…                         the same of a preview; nothing ever refers to it
 *     deliveries/<slot>/<hash of address>.json    claim, then receipt
 */

/** The one mutable object of the state bucket. */
export const HEAD_KEY = "head.json";

/** Where the runs lie; recovery of a lost head lists it. */
export const RUNS_PREFIX = "runs/";

/** Where previews lie: the same layout as a run, but never current and never recovered. */
export const PREVIEWS_PREFIX = "previews/";

/** Where claims and receipts lie. */
export const DELIVERIES_PREFIX = "deliveries/";

/** Keys of one run; `folder` ends with a slash. */
export interface RunKeys {
  readonly folder: string;
  readonly snapshot: string;
  readonly edition: string;
  readonly html: string;
  readonly text: string;
  readonly threads: string;
  part(name: string): string;
  pack(name: string): string;
  changes(name: string): string;
}

/** The keys under one run's folder. */
export function runKeys(runId: string, mode: "run" | "preview" = "run"): RunKeys {
  const folder = `${mode === "preview" ? PREVIEWS_PREFIX : RUNS_PREFIX}${runId}/`;
  return {
    folder,
    snapshot: `${folder}snapshot.json`,
    edition: `${folder}edition.json`,
    html: `${folder}digest.html`,
    text: `${folder}digest.txt`,
    threads: `${folder}threads.json`,
    part: (name) => `${folder}parts/${name}.zst`,
    pack: (name) => `${folder}packs/${name}.zst`,
    changes: (name) => `${folder}changes/${name}.ndjson.zst`,
  };
}

/** A run id: the slot without punctuation, so that runs list in the order of their slots, and a nonce. */
export function runId(slot: string, nonce: string): string {
  return `${slot.replaceAll(/[-:]/g, "")}-${nonce}`;
}

/** The claim and receipt of one recipient in one slot; the address itself never stands in a key. */
export function deliveryKey(slot: string, addressHash: string): string {
  return `${DELIVERIES_PREFIX}${slot}/${addressHash}.json`;
}
