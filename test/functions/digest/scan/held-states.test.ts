import { describe, expect, it } from "vitest";
import type { Change } from "../../../../functions/digest/changes/schema.ts";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { examine } from "../../../../functions/digest/scan/examine.ts";
import type { Finding } from "../../../../functions/digest/scan/finding.ts";
import { joinPages } from "../../../../functions/digest/scan/join-pages.ts";
import { type Entry, encodeEntry } from "../../../../functions/digest/snapshot/entry.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { createRig, type Rig } from "../../../support/rig.ts";

const STORY = Array.from(
  { length: 8 },
  (_, n) => `On pier ${n + 1} of Velm the harbour office counted ${n * 7 + 12} boats before the storm came.`,
).join("\n\n");

const CONTENT = {
  whole: `Boats of Velm\n\n${STORY}`,
  edited: `Boats of Velm\n\n${STORY.replace("counted 12 boats", "counted 15 boats")}`,
  cut: "Boats of Velm\n\nOn pier 1 of Velm the harbour office",
  empty: "",
  unreadable: "<<<<<<< ours\nBoats of Velm\n=======\nBoats of Orsk\n>>>>>>> theirs\n",
  absent: undefined,
} as const;

type State = keyof typeof CONTENT;
type Text = "whole" | "edited" | "cut";
const STATES = Object.keys(CONTENT) as readonly State[];
const DAYS = 5;

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

/** Goes on from these states with every further one, up to five. */
async function liveOn(path: readonly State[], before: Lived, corpora: Corpora): Promise<readonly Lived[]> {
  const now = path.at(-1) ?? "absent";
  const expected = next(before.known, now);
  const { entry, told } = await examineState(before.entry, path.length, {
    corpus: corpora[now],
    state: corpora.archive,
  });
  const wrong = told === expected.told ? [] : [`${path.join(", ")}: ${told}, not ${expected.told}`];
  const lived = { entry, known: expected.known, wrong };
  const further = path.length < DAYS ? STATES : [];
  const later = await Promise.all(further.map((state) => liveOn([...path, state], lived, corpora)));
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

describe("all sequences of up to five states", () => {
  it.each(STATES)("that begin with %s are told as the model tells them", async (first) => {
    const lives = await liveOn([first], { known: { texts: [] }, wrong: [] }, await createCorpora());
    expect(lives.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(lives.length).toBe(1 + 6 + 36 + 216 + 1296);
  });
});

async function tell(rig: Rig, day: number, content: string | Uint8Array): Promise<string> {
  await rig.put({ "a.txt": content });
  const result = await rig.run(`2031-05-0${day}T07:00:00Z`);
  const { changes, heldBack } = await rig.edition(result);
  const told = [...changes.map((each) => each.change), ...heldBack.map(({ reason }) => reason)];
  return `${result.outcome}: ${told.join(", ")}`;
}

describe("a story that was damaged", () => {
  it.each([
    ["cut", CONTENT.cut, "cut by 9"],
    ["emptied", CONTENT.empty, "empty"],
    ["unreadable", CONTENT.unreadable, "merge conflict"],
  ] as const)(
    "(%s), restored byte for byte and damaged again is held back again",
    async (_, damaged, reason) => {
      const rig = createRig();
      await tell(rig, 1, CONTENT.whole);
      expect(await tell(rig, 2, damaged)).toContain(`sent: ${reason}`);
      expect(await tell(rig, 3, CONTENT.whole)).toBe("quiet: ");
      expect(await tell(rig, 4, damaged)).toContain(`sent: ${reason}`);
      expect(await tell(rig, 5, CONTENT.edited)).toBe("sent: revised");
    },
  );

  it("and is unreadable in another way each day is told once", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    const outcomes = [];
    for (let day = 2; day < 6; day += 1) {
      outcomes.push((await tell(rig, day, Buffer.from([0, day, 255, 0, 0, day]))).split(":", 1)[0]);
    }
    expect(outcomes).toEqual(["sent", "quiet", "quiet", "quiet"]);
  });

  it("and stays cut, with another date each day, is believed in the next run", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    expect(await tell(rig, 2, `${CONTENT.cut} on 3 May.`)).toMatch(/^sent: cut by \d\d %$/);
    expect(await tell(rig, 3, `${CONTENT.cut} on 4 May.`)).toBe("sent: revised");
  });

  it("and loses much more the next day is not believed yet", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    const [half = ""] = STORY.split("On pier 3");
    expect(await tell(rig, 2, `Boats of Velm\n\n${half}`)).toMatch(/^sent: cut by 7\d %$/);
    expect(await tell(rig, 3, CONTENT.cut)).toContain("sent: cut by 9");
    expect(await tell(rig, 4, CONTENT.cut)).toBe("sent: revised");
  });
});
