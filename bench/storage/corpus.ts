import { createHash } from "node:crypto";
import type { ListedObject } from "../../functions/digest/ports.ts";
import { seededRandom } from "../data/random.ts";

/** A corpus of any size that need not be stored: each story is derived from its number. */
export interface SyntheticCorpus {
  readonly stories: number;
  /** On the later days one story in a hundred differs from day 1: on day 2 evenly spread, on day 3 the last ones. */
  readonly day: 1 | 2 | 3;
}

const PER_DAY = 2_000;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
/** One story in so many changes. */
export const CHANGED_EACH = 100;

const WORDS = (
  "harbour bridge council ferry tunnel school mill river budget storm strike minister report court farm " +
  "engine union market border island valley museum rescue inquiry pension railway factory airport clinic dam"
).split(" ");

/** The bucket that serves a corpus; its name encodes size and day. */
export function bucketOf({ stories, day }: SyntheticCorpus): string {
  return `stories-${stories}-day-${day}`;
}

const DAYS = [1, 2, 3] as const;

/** The corpus that a bucket serves; `undefined` if it serves none. */
export function corpusOf(bucket: string): SyntheticCorpus | undefined {
  const [, stories, day] = /^stories-(\d{1,9})-day-([123])$/.exec(bucket) ?? [];
  return stories === undefined ? undefined : { stories: Number(stories), day: DAYS[Number(day) - 1] ?? 1 };
}

/** Whether the story differs from day 1. */
export function isEdited({ stories, day }: SyntheticCorpus, index: number): boolean {
  return (
    (day === 2 && index % CHANGED_EACH === 37) || (day === 3 && index >= stories - stories / CHANGED_EACH)
  );
}

/** The key of a story; keys sort by number. */
export function keyOf(index: number): string {
  const number = String(index % PER_DAY).padStart(5, "0");
  return `stories/${dateOf(Math.floor(index / PER_DAY))}/${number}-${word(index, 3)}-${word(index, 5)}-${word(index, 7)}.txt`;
}

/** Dates by day, cached: without them the server would be slower than the reader. */
const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) {
    return known;
  }
  const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10).replaceAll("-", "/");
  dates.set(day, date);
  return date;
}

/** The number of the story with this key. */
export function indexOf(key: string): number {
  const [, year, month, day, number] = /^stories\/(\d+)\/(\d+)\/(\d+)\/(\d+)-/.exec(key) ?? [];
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - FIRST_DAY) / DAY_MS;
  return days * PER_DAY + Number(number);
}

/** The number of stories with keys up to this text. */
export function countUpTo(corpus: SyntheticCorpus, text: string): number {
  let low = 0;
  let high = corpus.stories;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(middle) <= text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** A story as the listing shows it; the ETag is not a hash of the text but derived from number and version. */
export function listedOf(corpus: SyntheticCorpus, index: number): ListedObject {
  const version = isEdited(corpus, index) ? 2 : 1;
  const random = seededRandom(index * 2 + version);
  const etag = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  );
  return { key: keyOf(index), etag: etag.join(""), size: 1_000 + (index % 977) + version };
}

/** The text of a story: a headline and twelve sentences; one figure differs if it was edited. */
export function textOf(corpus: SyntheticCorpus, index: number): string {
  const random = seededRandom(index);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const sentence = (): string =>
    `The ${pick()} ${pick()} said on Monday that the ${pick()} near the ${pick()} needs ${Math.floor(random() * 900)} workers for its ${pick()}.`;
  const figure = isEdited(corpus, index) ? 19 : 12;
  const body = Array.from({ length: 12 }, sentence);
  return `${pick()} ${pick()} closes after ${pick()} ${index}\n\nOfficials counted ${figure} damaged houses. ${body.join(" ")}\n`;
}

/** A value with the length and entropy of a text hash. */
export function hashLike(index: number): string {
  return createHash("sha256").update(String(index)).digest("base64url").slice(0, 22);
}

function word(index: number, stride: number): string {
  return WORDS[(index * stride + (index >> 3)) % WORDS.length] ?? "";
}
