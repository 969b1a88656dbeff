import type { Change } from "../../functions/digest/changes/schema.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { examine } from "../../functions/digest/scan/examine.ts";
import type { Finding } from "../../functions/digest/scan/finding.ts";
import { type Entry, encodeEntry } from "../../functions/digest/snapshot/entry.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { joinPages } from "./pieces.ts";

/** The text of the story. */
export const STORY = Array.from(
  { length: 8 },
  (_, n) => `On pier ${n + 1} of Velm the harbour office counted ${n * 7 + 12} boats before the storm came.`,
).join("\n\n");

/** A story in its states. */
export const CONTENT = {
  whole: `Boats of Velm\n\n${STORY}`,
  edited: `Boats of Velm\n\n${STORY.replace("counted 12 boats", "counted 15 boats")}`,
  cut: "Boats of Velm\n\nOn pier 1 of Velm the harbour office",
  empty: "",
  unreadable: "<<<<<<< ours\nBoats of Velm\n=======\nBoats of Orsk\n>>>>>>> theirs\n",
  absent: undefined,
} as const;

type State = keyof typeof CONTENT;
type Text = "whole" | "edited" | "cut";
/** Their names. */
export const STATES = Object.keys(CONTENT) as readonly State[];

/** What the model knows of the story: the texts it was believed to have, newest first, and what was not believed last. */
interface Known {
  readonly texts: readonly Text[];
  readonly doubt?: "cut" | "unread";
}

interface Told {
  readonly known: Known;
  readonly told: string;
}

/** The rules: what is told of a story that is in this state now. */
function next(known: Known, now: State): Told {
  switch (now) {
    case "absent":
      return { known: { texts: [] }, told: known.texts.length === 0 ? "nothing" : "removed" };
    case "empty":
    case "unreadable":
      return {
        known: { ...known, doubt: "unread" },
        told: known.doubt === "unread" ? "still held back" : "held back",
      };
    default:
      return read(known, now);
  }
}

function read(known: Known, now: Text): Told {
  const [text, ...earlier] = known.texts;
  if (now === text) {
    return { known: { texts: known.texts }, told: "nothing" };
  }
  if (text !== undefined && now === "cut" && known.doubt !== "cut") {
    return { known: { ...known, doubt: "cut" }, told: "held back" };
  }
  const told = text === undefined ? "added" : change(now, earlier);
  return { known: { texts: [now, ...known.texts] }, told };
}

function change(now: Text, earlier: readonly Text[]): string {
  return earlier.includes(now) ? "reverted" : "revised";
}

interface Stores {
  readonly corpus: ObjectStore;
  readonly state: ObjectStore;
}

/** The job's part: joins the entry with the listing, and examines what differs. */
async function examineState(entry: Entry | undefined, day: number, stores: Stores) {
  const lines = entry === undefined ? [] : [Buffer.from(`${encodeEntry(entry)}\n`)];
  const slot = `2031-05-0${day}T07:00:00Z`;
  const steps = await Array.fromAsync(joinPages(each(lines), stores.corpus.list({})));
  const step = steps.flat().find(({ difference }) => difference !== "none");
  if (step === undefined || step.difference === "none") {
    return { entry, told: "nothing" };
  }
  const finding = await examine(step, { ...stores, slot, reading: {} });
  return { entry: await stored(finding, stores.state), told: wordOf(finding.record, slot) };
}

/** The entry, with its text in a pack of its own. */
async function stored({ entry, frame }: Finding, state: ObjectStore): Promise<Entry | undefined> {
  if (entry === undefined || frame === undefined) {
    return entry;
  }
  const place = { pack: `pack-${entry.hash}`, offset: 0, length: frame.length };
  await state.write(place.pack, frame);
  return { ...entry, place };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

function wordOf(record: Change | undefined, slot: string): string {
  if (record?.change === "held back") {
    return record.since === slot ? "held back" : "still held back";
  }
  // A story that goes to and fro is a line of its own; the model does not count.
  return record?.change === "unstable" ? "reverted" : (record?.change ?? "nothing");
}

function corpusIn(state: State): Promise<ObjectStore> {
  return storeOf(CONTENT[state] === undefined ? {} : { "a.txt": CONTENT[state] });
}

async function storeOf(objects: Readonly<Record<string, string>>): Promise<ObjectStore> {
  const store = createMemoryStore({ bucket: "corpus", now: () => new Date(0) });
  for (const [key, text] of Object.entries(objects)) {
    await store.write(key, Buffer.from(text));
  }
  return store;
}

interface Lived {
  readonly entry?: Entry | undefined;
  readonly known: Known;
  /** What was told against the rules, with the sequence. */
  readonly wrong: readonly string[];
}

/** Goes on from these states with every further one, up to so many. */
async function liveOn(
  path: readonly State[],
  most: number,
  before: Lived,
  corpora: Corpora,
): Promise<readonly Lived[]> {
  const now = path.at(-1) ?? "absent";
  const expected = next(before.known, now);
  const { entry, told } = await examineState(before.entry, path.length, {
    corpus: corpora[now],
    state: corpora.archive,
  });
  const wrong = told === expected.told ? [] : [`${path.join(", ")}: ${told}, not ${expected.told}`];
  const lived = { entry, known: expected.known, wrong };
  const further = path.length < most ? STATES : [];
  const later = await Promise.all(further.map((state) => liveOn([...path, state], most, lived, corpora)));
  return [lived, ...later.flat()];
}

type Corpora = Readonly<Record<State | "archive", ObjectStore>>;

async function createCorpora(): Promise<Corpora> {
  const [archive, whole, edited, cut, empty, unreadable, absent] = await Promise.all([
    storeOf({}),
    corpusIn("whole"),
    corpusIn("edited"),
    corpusIn("cut"),
    corpusIn("empty"),
    corpusIn("unreadable"),
    corpusIn("absent"),
  ]);
  return { archive, whole, edited, cut, empty, unreadable, absent };
}

/** Lives every sequence of up to so many states that begins with this one; returns how many, and what was told against the rules. */
export async function liveAllFrom(
  first: State,
  most: number,
): Promise<{ readonly count: number; readonly wrong: readonly string[] }> {
  const lives = await liveOn([first], most, { known: { texts: [] }, wrong: [] }, await createCorpora());
  return { count: lives.length, wrong: lives.flatMap(({ wrong }) => wrong) };
}
