/**
 * Every key of the state bucket. It imports nothing: the function, the stack's permissions and the local
 * runner share it.
 *
 *     head.json                                   what is current and what is due
 *     checkpoint.json                             checkpoint of a run that ran out of time
 *     runs/<run id>/snapshot.json                 parts, in order
 *     runs/<run id>/parts/<n>.zst                 entries of a range
 *     runs/<run id>/packs/<n>.zst                 texts of the stories read
 *     runs/<run id>/changes/<n>.ndjson.zst        changes of a range
 *     runs/<run id>/absent.zst                    stories that left the corpus
 *     runs/<run id>/fingerprints.zst              stretches of the listing that did not change
 *     runs/<run id>/edition.json                  the edition
 *     runs/<run id>/{subject.txt,digest.html,digest.txt}   its email
 *     runs/<run id>/audiences/<id>/…              the email of those who chose a part of the edition
 *     runs/<run id>/week/edition.json             the week's edition, of the run that ends a week
 *     runs/<run id>/week/changes/<n>.ndjson.zst   what it was made from
 *     runs/<run id>/threads.json                  threads in the editions so far
 *     runs/<run id>/archive.zst                   what the archive has of the edition, and the runs before it
 *     runs/<run id>/ranges.jsonl                  ranges for many functions to scan
 *     runs/<run id>/ranges/<n>.json               what one function found in a range
 *     runs/answers/<hash>.json                    what a model answered to the question with this hash
 *     runs/reading.json, runs/reading/<name>.json stories being read, for the next invocation if this one dies
 *     previews/<run id>/…                         the same for a preview; nothing ever refers to it
 *     deliveries/<slot>/<hash of address>.json    claim, then receipt
 *     feedback/<time>-<hash of event>.json        an email that bounced, was rejected or reported as spam
 *     topics.json                                 topics that readers can choose, if the settings say that they are here
 *     access.json                                 what opens a private archive; the stack writes it, runs only read it
 */

/** Which snapshot is current, and which editions are due: all that a run must know about earlier runs. */
export const HEAD_KEY = "head.json";

/** Checkpoint of a run that ran out of time; losing it only means repeating work. */
export const CHECKPOINT_KEY = "checkpoint.json";

/** Its key in version 1; read until the first commit after the update, never written. */
export const FORMER_CHECKPOINT_KEY = "work.json";

/** Prefix of all runs; listed to recover a lost head. */
export const RUNS_PREFIX = "runs/";

/** Note of the story that a run on one function is reading. */
export const READING_KEY = `${RUNS_PREFIX}reading.json`;

/** The same of a function that scans these ranges for a distributed run. */
export function readingKey(name: string): string {
  return `${RUNS_PREFIX}reading/${name}.json`;
}

/** Prefix of previews: the layout of a run, but never current and never recovered. */
export const PREVIEWS_PREFIX = "previews/";

/** Prefix of claims and receipts. */
export const DELIVERIES_PREFIX = "deliveries/";

/** Prefix of SES's feedback on accepted emails. */
export const FEEDBACK_PREFIX = "feedback/";

/** Topics that readers can choose; also the value of the setting that says so. */
export const TOPICS_KEY = "topics.json";

/** What opens a private archive. */
export const ACCESS_KEY = "access.json";

/** Keys of one run; `folder` ends with a slash. */
export interface RunKeys {
  readonly folder: string;
  readonly snapshot: string;
  readonly edition: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly threads: string;
  readonly archive: string;
  readonly absent: string;
  readonly fingerprints: string;
  part(name: string): string;
  pack(name: string): string;
  changes(name: string): string;
  /** The ranges to scan, one JSON line each. */
  readonly ranges: string;
  /** Prefix of all range results. */
  readonly rangeResults: string;
  range(name: string): string;
}

/** Where a run writes, and which worker: workers that share a run have their own names. */
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
    archive: `${folder}archive.zst`,
    threads: `${folder}threads.json`,
    absent: `${folder}absent.zst`,
    fingerprints: `${folder}fingerprints.zst`,
    part: (name) => `${folder}parts/${own}${name}.zst`,
    pack: (name) => `${folder}packs/${own}${name}.zst`,
    changes: (name) => `${folder}changes/${own}${name}.ndjson.zst`,
    ranges: `${folder}ranges.jsonl`,
    rangeResults: `${folder}ranges/`,
    range: (name) => `${folder}ranges/${name}.json`,
  };
}

/** The id of the run that wrote this object into its own folder. */
export function runIdOf(key: string): string {
  return folderOf(key).slice(RUNS_PREFIX.length, -1);
}

function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/") + 1);
}

/** The keys of the parts of an edition's email: stored beside it. */
export function mailKeys(edition: string): Pick<RunKeys, "subject" | "html" | "text"> {
  const folder = folderOf(edition);
  return {
    subject: `${folder}subject.txt`,
    html: `${folder}digest.html`,
    text: `${folder}digest.txt`,
  };
}

/** The keys of the email of those readers who get a part of an edition; `name` is that of their folder. */
export function audienceKeys(edition: string, name: string): Pick<RunKeys, "subject" | "html" | "text"> {
  return mailKeys(`${folderOf(edition)}audiences/${name}/edition.json`);
}

/** The keys of the week's edition, stored beside that of the day on which it is told. */
export function weekKeys(edition: string): Pick<RunKeys, "edition" | "absent" | "changes"> {
  const folder = `${folderOf(edition)}week/`;
  return {
    edition: `${folder}edition.json`,
    absent: `${folder}absent.zst`,
    changes: (name) => `${folder}changes/${name}.ndjson.zst`,
  };
}

/** What a model answered to the question with this hash. */
export function answerKey(hash: string): string {
  return `${RUNS_PREFIX}answers/${hash}.json`;
}

/** A run id: the slot without punctuation, so that runs list in the order of their slots, and a nonce. */
export function runId(slot: string, nonce: string): string {
  return `${runPrefix(slot)}${nonce}`;
}

/** With what the ids of a slot's runs begin. */
export function runPrefix(slot: string): string {
  return `${slot.replaceAll(/[-:]/g, "")}-`;
}

/** Prefix of the claims and receipts of one slot. */
export function deliveriesOf(slot: string): string {
  return `${DELIVERIES_PREFIX}${slot}/`;
}

/** The claim and receipt of one recipient in one slot; the address itself never appears in a key. */
export function deliveryKey(slot: string, addressHash: string): string {
  return `${deliveriesOf(slot)}${addressHash}.json`;
}
