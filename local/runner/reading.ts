import { counted } from "../../functions/digest/publish/wording/words.ts";
import {
  type Block,
  type Document,
  FORMAT_NAMES,
  type Omission,
} from "../../functions/digest/story/formats/document.ts";
import { parseJsonFields } from "../../functions/digest/story/formats/json/json-fields.ts";
import {
  isUnread,
  type ReadSettings,
  readDocument,
  type Unread,
} from "../../functions/digest/story/formats/read-document.ts";
import { isByline } from "../../functions/digest/story/frame/byline.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { UsageError } from "./usage.ts";

const FIELDS = [
  "headline",
  "deck",
  "dateline",
  "byline",
  "published",
  "updated",
  "lang",
  "status",
  "note",
] as const;
type StoryFrame = Pick<Story, (typeof FIELDS)[number] | "format" | "headlineSource" | "encoding" | "repairs">;

/** How a file is read: the story's frame as the job sees it, its blocks, and all that was left out, each with its reason. */
export interface StoryReading extends StoryFrame {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly Omission[];
}

const FIELD_NAMES: Partial<Readonly<Record<(typeof FIELDS)[number], string>>> = { lang: "language" };
const NAME_WIDTH = 12;

/** How files are read, from the option `--json-fields`. Throws {@link UsageError}. */
export function readSettings(jsonFields: string): ReadSettings {
  try {
    return { jsonFields: parseJsonFields(jsonFields) };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Reads a file as the job reads an object of this key. */
export function readingOf(key: string, bytes: Uint8Array, settings: ReadSettings): StoryReading | Unread {
  const read = readDocument(key, bytes, { ...settings, maxBytes: MAX_STORY_BYTES });
  const story = parseStory(key, bytes, settings);
  if (isUnread(read)) {
    return read;
  }
  if (isUnreadable(story)) {
    return { unread: story.unreadable };
  }
  return { ...frameOf(story), blocks: blocksOf(story), leftOut: leftOutOf(read.document, story) };
}

function frameOf(story: Story): StoryFrame {
  const { format, headline, headlineSource, encoding, repairs } = story;
  const stated = FIELDS.flatMap((field) => (story[field] === undefined ? [] : [[field, story[field]]]));
  return { format, headline, headlineSource, ...Object.fromEntries(stated), encoding, repairs };
}

function blocksOf({ paragraphs, headings, kinds, labels }: Story): readonly Block[] {
  const titles = new Set(headings);
  return paragraphs.map((text, index) => {
    const label = labels?.[index] ?? "";
    const kind = kinds?.[index] ?? (titles.has(index) ? "heading" : "paragraph");
    return { kind, text, ...(label !== "" && { label }) };
  });
}

/** What the reader of the format left out, then what the frame did: a byline beside the one that is stated, boilerplate. */
function leftOutOf(
  { omitted, blocks }: Document,
  { boilerplate, paragraphs, byline = "" }: Story,
): readonly Omission[] {
  const kept = new Set(paragraphs);
  const bylines = blocks.filter(({ text }) => isByline(text) && !kept.has(text) && !byline.includes(text));
  return [
    ...omitted,
    ...bylines.map(({ text }) => ({ reason: "byline", text })),
    ...boilerplate.map((text) => ({ reason: "boilerplate", text })),
  ];
}

/** The same for a person: format, frame, blocks by kind, what was left out and why. */
export function describeReading(file: string, reading: StoryReading | Unread): string {
  if ("unread" in reading) {
    return `${file}: held back: ${reading.unread}`;
  }
  const fields = FIELDS.flatMap((field) => {
    const value = reading[field];
    const isDerived = field === "headline" && reading.headlineSource === "derived";
    return value === undefined
      ? []
      : [row(FIELD_NAMES[field] ?? field, isDerived ? `${value} [from the first sentence]` : value)];
  });
  return [
    `${file}: ${FORMAT_NAMES[reading.format]}${describeBytes(reading)}`,
    ...fields,
    "",
    ...reading.blocks.map(describeBlock),
    ...describeOmissions(reading),
  ].join("\n");
}

function describeBytes({ encoding, repairs }: StoryReading): string {
  const charset = encoding === "utf-8" ? "" : ` in ${encoding}`;
  return repairs === 0
    ? charset
    : `${charset}, garbled characters fixed in ${counted(repairs, "place", "places")}`;
}

function describeBlock({ kind, text, label }: Block): string {
  return row(kind, label === undefined ? text : `${text} [${label}]`);
}

function describeOmissions({ leftOut }: StoryReading): readonly string[] {
  return leftOut.length === 0
    ? []
    : ["", "Left out:", ...leftOut.map(({ reason, text }) => row("", `${reason}: ${text}`))];
}

/** A name and its value; further lines of the value stand below its first. */
function row(name: string, value: string): string {
  const indent = `  ${" ".repeat(NAME_WIDTH)}`;
  return name === ""
    ? `  ${value.replaceAll("\n", "\n  ")}`
    : `  ${name.padEnd(NAME_WIDTH)}${value.replaceAll("\n", `\n${indent}`)}`;
}
