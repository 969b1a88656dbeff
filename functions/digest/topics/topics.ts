import * as v from "valibot";
import type { Frozen } from "../changes/schema.ts";
import { matchesGlobs, parseGlobs } from "../globs.ts";

/** What a reader can choose: a part of each edition. What is not said lets everything in. */
export interface Topic {
  /** As SES's contact list has it: letters, digits, `-` and `_`. */
  readonly name: string;
  /** What readers see. */
  readonly title: string;
  /** Stories with one of these keys: prefixes, or globs where there is a `*`, `?` or `{`. */
  readonly keys: readonly KeyPattern[];
  /** Changes in whose telling one of these stands: a word, the beginning of one, or words in quotation marks. */
  readonly words: readonly string[];
  /** Changes in whose telling one of these stands are left out. */
  readonly not: readonly string[];
  /** BCP 47 tags; a story of no certain language is let in. */
  readonly languages: readonly string[];
  readonly kinds: readonly TopicKind[];
  /** Only changes in which a figure changed by at least this share of itself: 0.1 for a tenth. */
  readonly figure: number | undefined;
  /** In each edition, or once a week, with the week's last texts compared with its first. */
  readonly rhythm: Rhythm;
}

/** A prefix of keys, or a glob. */
export interface KeyPattern {
  readonly written: string;
  matches(key: string): boolean;
}

/** What happened to a story, as the email has it. */
export const TOPIC_KINDS = ["new", "revised", "returned", "reverted", "renamed", "removed"] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

export const RHYTHMS = ["daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** SES takes so many topics a list. */
export const MAX_TOPICS = 20;
const MAX_TOPIC_WORDS = 200;

const text = v.pipe(
  v.string("a text"),
  v.trim(),
  v.nonEmpty("a text that is not empty"),
  v.maxLength(200, "at most 200 characters"),
);
const texts = v.pipe(
  v.union(
    [
      v.pipe(
        text,
        v.transform((one) => [one]),
      ),
      v.array(text, "a list of texts"),
    ],
    "a text or a list of texts",
  ),
  v.maxLength(MAX_TOPIC_WORDS, `at most ${MAX_TOPIC_WORDS} of them`),
);

const TopicSchema = v.strictObject({
  name: v.pipe(
    v.string("a name"),
    v.regex(/^[a-zA-Z0-9_-]{1,64}$/, "a name of up to 64 letters, digits, underscores and hyphens"),
  ),
  title: v.optional(text),
  keys: v.optional(texts, []),
  words: v.optional(texts, []),
  not: v.optional(texts, []),
  languages: v.optional(
    v.pipe(
      texts,
      v.everyItem((tag) => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag), "language tags such as en or pt-BR"),
    ),
    [],
  ),
  kinds: v.optional(
    v.array(v.picklist(TOPIC_KINDS, `one of ${TOPIC_KINDS.join(", ")}`), "a list of kinds"),
    [],
  ),
  figure: v.optional(
    v.strictObject({
      change: v.pipe(
        v.string("a share such as 10%"),
        v.regex(/^\d{1,4}(?:\.\d{1,2})? ?%$/, "a share such as 10%"),
      ),
    }),
  ),
  rhythm: v.optional(v.picklist(RHYTHMS, `one of ${RHYTHMS.join(", ")}`), "daily"),
});

/** A topic as it is written in the settings. */
export type TopicSetting = Frozen<v.InferInput<typeof TopicSchema>>;

/**
 * Reads topics, as JSON: a list of objects. What is wrong with them is one sentence without its end, which names the topic and what to
 * write.
 */
export function parseTopics(json: string): readonly Topic[] | string {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return `topics is no JSON: write a list such as [{"name":"courts","keys":"court/"}]`;
  }
  return readTopics(content);
}

/** The same of JSON that is parsed already. */
export function readTopics(content: unknown): readonly Topic[] | string {
  if (!Array.isArray(content)) {
    return `topics is ${JSON.stringify(content)?.slice(0, 40)}: expected a list such as [{"name":"courts","keys":"court/"}]`;
  }
  if (content.length > MAX_TOPICS) {
    return `topics has ${content.length} of them: a contact list takes at most ${MAX_TOPICS}`;
  }
  const topics: Topic[] = [];
  for (const [place, each] of content.entries()) {
    const topic = readTopic(each, place);
    if (typeof topic === "string") {
      return topic;
    }
    if (topics.some(({ name }) => name.toLowerCase() === topic.name.toLowerCase())) {
      return `topic ${topic.name} is there twice: give each its own name`;
    }
    topics.push(topic);
  }
  return topics;
}

function readTopic(content: unknown, place: number): Topic | string {
  const read = v.safeParse(TopicSchema, content);
  const name = Object(content).name;
  const called =
    typeof name === "string" && name !== "" ? `topic ${name.slice(0, 64)}` : `topic ${place + 1}`;
  if (!read.success) {
    return `${called} ${problemOf(read.issues[0])}`;
  }
  const { title = read.output.name, keys, figure, ...rest } = read.output;
  const patterns: KeyPattern[] = [];
  for (const key of keys) {
    const pattern = patternOf(key);
    if (typeof pattern === "string") {
      return `${called} has keys that cannot be read: ${pattern}`;
    }
    patterns.push(pattern);
  }
  const share = figure === undefined ? undefined : Number.parseFloat(figure.change) / 100;
  return { ...rest, title, keys: patterns, figure: share };
}

function problemOf({ path, message, expected, received, type, input }: v.BaseIssue<unknown>): string {
  const where = (path ?? []).map(({ key }) => String(key)).join(".");
  if (expected === "never") {
    return `has ${where}, which no topic has: use ${Object.keys(TopicSchema.entries).join(", ")}`;
  }
  if (where === "") {
    return `is ${received}: expected an object such as {"name":"courts","keys":"court/"}`;
  }
  if (type === "strict_object" && input === undefined) {
    return `has no ${where}: add one`;
  }
  const found = Array.isArray(input) ? "" : ` ${JSON.stringify(input)?.slice(0, MAX_SHOWN_INPUT)}`;
  return `has ${where}${found}: expected ${message}`;
}

/** Letters of a wrong value that are shown. */
const MAX_SHOWN_INPUT = 60;

/** A text is what is wrong with it. */
function patternOf(written: string): KeyPattern | string {
  if (!/[*?{]/.test(written)) {
    return { written, matches: (key) => key.startsWith(written) };
  }
  const include = parseGlobs(written);
  return typeof include === "string"
    ? include
    : { written, matches: (key) => matchesGlobs(key, { include, exclude: [] }) };
}

/** Whether a topic is told by weeks. */
export function isWeekly({ rhythm }: Pick<Topic, "rhythm">): boolean {
  return rhythm === "weekly";
}
