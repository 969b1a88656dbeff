/**
 * Every key of the state bucket. It imports nothing: the function, the stack's permissions and the local
 * runner share it.
 *
 *     head.json                                   what is current and what is due
 *     checkpoint.json                             what a run had done when its time ended
 *     runs/<run id>/snapshot.json                 parts, in order
 *     runs/<run id>/parts/<n>.zst                 entries of a range
 *     runs/<run id>/packs/<n>.zst                 texts of the stories read
 *     runs/<run id>/changes/<n>.ndjson.zst        changes of a range
 *     runs/<run id>/edition.json                  the edition
 *     runs/<run id>/{subject.txt,digest.html,digest.txt}   its email
 *     runs/<run id>/threads.json                  threads that editions told so far
 *     runs/<run id>/ranges.jsonl                  ranges that many functions are to scan
 *     runs/<run id>/ranges/<n>.json               what one of them found in a range
 *     previews/<run id>/…                         the same of a preview; nothing ever refers to it
 *     deliveries/<slot>/<hash of address>.json    claim, then receipt
 *     feedback/<time>-<hash of event>.json        a mail that bounced, was refused or complained of
 */

/** Which snapshot is current, and which editions are due: all that a run must know of those before it. */
export const HEAD_KEY = "head.json";

/** What a run had done when its time ended; it may be lost at any time, and the work is only done again. */
export const CHECKPOINT_KEY = "checkpoint.json";

/** Where version 1 kept it; read until the first commit after the update, never written. */
export const FORMER_CHECKPOINT_KEY = "work.json";

/** Where the runs lie; recovery of a lost head lists it. */
export const RUNS_PREFIX = "runs/";

/** Where previews lie: the same layout as a run, but never current and never recovered. */
export const PREVIEWS_PREFIX = "previews/";

/** Where claims and receipts lie. */
export const DELIVERIES_PREFIX = "deliveries/";

/** Where it lies what SES said of mails that it had taken. */
export const FEEDBACK_PREFIX = "feedback/";

/** Keys of one run; `folder` ends with a slash. */
export interface RunKeys {
  readonly folder: string;
  readonly snapshot: string;
  readonly edition: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly threads: string;
  part(name: string): string;
  pack(name: string): string;
  changes(name: string): string;
  /** The ranges to scan, one JSON line each. */
  readonly ranges: string;
  /** Prefix of all range results. */
  readonly rangeResults: string;
  range(name: string): string;
}

/** Where a run writes, and who writes: workers that share a run have names of their own. */
export interface RunPlace {
  readonly mode?: "run" | "preview";
  readonly worker?: string;
}

/** The keys under one run's folder. */
export function runKeys(runId: string, { mode = "run", worker }: RunPlace = {}): RunKeys {
  const folder = `${mode === "preview" ? PREVIEWS_PREFIX : RUNS_PREFIX}${runId}/`;
  const own = worker === undefined ? "" : `${worker}-`;
  return {
    folder,
    snapshot: `${folder}snapshot.json`,
    edition: `${folder}edition.json`,
    ...mailKeys(`${folder}edition.json`),
    threads: `${folder}threads.json`,
    part: (name) => `${folder}parts/${own}${name}.zst`,
    pack: (name) => `${folder}packs/${own}${name}.zst`,
    changes: (name) => `${folder}changes/${own}${name}.ndjson.zst`,
    ranges: `${folder}ranges.jsonl`,
    rangeResults: `${folder}ranges/`,
    range: (name) => `${folder}ranges/${name}.json`,
  };
}

/** The keys of the parts of an edition's email: they lie beside it. */
export function mailKeys(edition: string): Pick<RunKeys, "subject" | "html" | "text"> {
  const folder = edition.slice(0, edition.lastIndexOf("/") + 1);
  return {
    subject: `${folder}subject.txt`,
    html: `${folder}digest.html`,
    text: `${folder}digest.txt`,
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
