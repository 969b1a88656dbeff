import { readConfig } from "../../functions/digest/config.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { SCAN_LIMITS } from "../../functions/digest/scan/limits.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { seededRandom } from "../data/random.ts";

/** A digest of two days, from real runs, and what other days of it say. */
export interface TwoDays {
  readonly keys: readonly string[];
  /** `edition.json` of its first day, in which all stories are new. */
  readonly first: string;
  /** That of its second, on which each is revised; {@link figuresOf} makes it that of another day. */
  readonly second: string;
  /** What a story says on a day. */
  textOf(key: string, day: number): string;
}

const SLOTS = ["2016-01-01T07:00:00Z", "2016-01-02T07:00:00Z"];
const SENTENCES = 24;
const WORDS = 14;
/** Stand in texts for the figure of the day before and that of the day. */
const [BEFORE, NOW] = ["700001", "700002"];
const FIRST_FIGURE = 100_000;
const SYLLABLES = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"];

/** The text with the figures of a day; that of day n is n more than that of the first, day 0. */
export function figuresOf(text: string, day: number): string {
  return text.replaceAll(BEFORE, String(FIRST_FIGURE + day - 1)).replaceAll(NOW, String(FIRST_FIGURE + day));
}

/** Runs the job on so many stories, on both days. */
export async function twoDays(stories: number): Promise<TwoDays> {
  const templates = new Map<string, string>();
  for (let story = 0; story < stories; story += 1) {
    templates.set(`desk/${story}/report.txt`, storyText(story));
  }
  const corpus = createMemoryStore({ bucket: "corpus" });
  const state = createMemoryStore({ bucket: "state" });
  const editions: string[] = [];
  for (const [day, slot] of SLOTS.entries()) {
    for (const [key, text] of templates) {
      await corpus.write(key, Buffer.from(text.replaceAll(NOW, day === 0 ? BEFORE : NOW)));
    }
    const { edition } = await runDigest(
      { mode: "scheduled", slot, acceptRemovals: [] },
      jobOn(corpus, state),
    );
    editions.push(Buffer.from((await state.read(edition ?? ""))?.bytes ?? []).toString("utf8"));
  }
  const [first = "", second = ""] = editions;
  return {
    keys: [...templates.keys()],
    first: figuresOf(first, 1),
    second,
    textOf: (key, day) => figuresOf(templates.get(key) ?? "", day),
  };
}

function jobOn(corpus: Job["corpus"], state: Job["state"]): Job {
  let nonces = 0;
  return {
    config: readConfig({
      CORPUS_BUCKET: "corpus",
      STATE_BUCKET: "state",
      SENDER: "desk@example.org",
      RECIPIENTS: "reader@example.org",
    }),
    corpus,
    state,
    sender: { send: async () => ({ outcome: "accepted", messageId: "1" }) },
    subscribers: async () => [],
    quota: async () => ({ unknown: "not asked" }),
    limits: SCAN_LIMITS,
    log: () => undefined,
    nonce: () => {
      nonces += 1;
      return `bench${nonces}`;
    },
    remainingMs: () => 900_000,
    sleep: async () => undefined,
  };
}

/** A report of words that no other has; two of its sentences have the figure of the day. */
function storyText(story: number): string {
  const random = seededRandom(story + 1);
  const word = () =>
    Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
  const words = (n: number) => Array.from({ length: n }, word).join(" ");
  const name = () => word().replace(/^./, (letter) => letter.toUpperCase());
  const rest = Array.from({ length: SENTENCES }, () => `The ${words(WORDS)}.`);
  const [toll, cost] = [
    `At least ${NOW} ${words(2)} were counted in ${name()} on Monday, ${words(8)}.`,
    `The ${words(4)} of ${name()} will cost ${NOW} euros by ${words(5)}.`,
  ];
  return `${name()} ${words(4)}\n\n${toll} ${rest.slice(0, 8).join(" ")}\n\n${cost} ${rest.slice(8).join(" ")}\n`;
}
