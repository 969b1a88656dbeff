import * as v from "valibot";
import type { Frozen } from "../changes/schema.ts";
import { type Edition, type EditionChange, EditionSchema } from "../edition/schema.ts";
import { subjectParts } from "./mail/subject.ts";
import { heldBackWords } from "./wording/reasons.ts";

const hashes = v.exactOptional(
  v.strictObject({ before: v.exactOptional(v.string()), after: v.exactOptional(v.string()) }),
);
const text = v.exactOptional(v.string());
const { kind, counts } = EditionSchema.entries;

/** Where `edition.json` has an entry, in bytes; absent in the brief of an edition that came without one. */
const rangeEntries = { at: v.exactOptional(v.number()), size: v.exactOptional(v.number()) };

/** Where a story was before: its key, if it moved, and since when it was gone, if it came back. */
const movedEntries = { renamedFrom: text, goneSince: text };

const BriefChangeSchema = v.strictObject({
  change: v.picklist(["revised", "added", "returned", "reverted", "renamed", "removed"]),
  key: v.string(),
  thread: text,
  firstSeen: text,
  ...movedEntries,
  sha256: hashes,
  ...rangeEntries,
});

/** What the list says of an edition. */
const listedEntries = {
  kind,
  counts: v.strictObject({ ...counts.entries, returned: v.number(), minor: v.number() }),
  missing: v.exactOptional(v.number()),
  /** See {@link subjectParts}. */
  lead: text,
};

/**
 * What the archive keeps of an edition in memory: what its list says, and which story did what. Its lists are those of `edition.json`, in the
 * same order, so that each entry is found there.
 */
export const BriefSchema = v.strictObject({
  slot: v.string(),
  ...listedEntries,
  /** Of the week that its run ended. */
  week: v.exactOptional(v.strictObject({ since: text, ...listedEntries })),
  /** Those with more than one story. */
  threads: v.array(v.strictObject({ id: v.string(), headline: v.string() })),
  changes: v.array(BriefChangeSchema),
  cosmetic: v.array(v.strictObject({ key: v.string(), sha256: hashes, ...rangeEntries })),
  unstable: v.array(v.strictObject({ key: v.string(), ...movedEntries, sha256: hashes, ...rangeEntries })),
  heldBack: v.array(v.strictObject({ key: v.string(), ...rangeEntries })),
});

/** An edition without what it says of its stories. */
export type Brief = Frozen<v.InferOutput<typeof BriefSchema>>;
export type BriefChange = Brief["changes"][number];

/**
 * The brief of an edition: a tenth of its size. With the bytes of its `edition.json`, it says where these have each entry; of the week's edition it has what
 * the list says.
 */
export function briefOf(edition: Edition, bytes?: Uint8Array, week?: Edition): Brief {
  const inOrder = rangeFinder(bytes);
  return {
    slot: edition.slot,
    ...listedParts(edition),
    ...(week && { week: { ...sinceOf(week), ...listedParts(week) } }),
    threads: edition.threads
      .filter(({ stories }) => stories.length > 1)
      .map(({ id, headline }) => ({ id, headline })),
    changes: edition.changes.map((change) => ({ ...briefChange(change), ...inOrder(change) })),
    cosmetic: edition.cosmetic.map((story) => ({
      key: story.key,
      ...hashesOf(story.sha256),
      ...inOrder(story),
    })),
    unstable: edition.unstable.map((story) => ({
      key: story.key,
      ...movesOf(story),
      ...hashesOf(story.sha256),
      ...inOrder(story),
    })),
    heldBack: edition.heldBack.map((story) => ({ key: story.key, ...inOrder(story) })),
  };
}

function listedParts(edition: Edition) {
  const { kind: sort, counts: items, missing, lead } = subjectParts(edition);
  return {
    kind: sort,
    counts: items,
    ...(missing !== undefined && { missing }),
    ...(lead !== undefined && { lead }),
  };
}

function sinceOf({ since }: Edition) {
  return since === undefined ? {} : { since };
}

/** Bytes of a store's object in which a value stands. */
interface ByteRange {
  readonly at: number;
  readonly size: number;
}

/** Finds the entries of an edition's lists in its JSON, one after another: they are indented alike, and in the same order. */
function rangeFinder(bytes: Uint8Array | undefined): (entry: unknown) => ByteRange | undefined {
  const json = Buffer.from(bytes?.buffer ?? new ArrayBuffer(0), bytes?.byteOffset, bytes?.length);
  let end = 0;
  return (entry) => {
    const written = JSON.stringify(entry, null, 2).replaceAll("\n", "\n    ");
    const at = bytes === undefined ? -1 : json.indexOf(written, end);
    if (at === -1) {
      return undefined;
    }
    const size = Buffer.byteLength(written);
    end = at + size;
    return { at, size };
  };
}

function briefChange(change: EditionChange): BriefChange {
  const { key, thread, firstSeen, sha256 } = change;
  return {
    change: change.change,
    key,
    ...(thread !== null && { thread }),
    ...(firstSeen !== undefined && { firstSeen }),
    ...movesOf(change),
    ...hashesOf(sha256),
  };
}

function movesOf({ renamedFrom, goneSince }: Pick<EditionChange, "renamedFrom" | "goneSince">) {
  return {
    ...(renamedFrom !== undefined && { renamedFrom }),
    ...(goneSince !== undefined && { goneSince }),
  };
}

function hashesOf(sha256: EditionChange["sha256"]) {
  return sha256 === undefined ? {} : { sha256 };
}

/**
 * The words in which changes are searched: of each change, then of each other entry, in the order of the brief's lists. Each field is a line, so
 * that words that stand side by side are of one of them.
 */
export function searchedWords({ changes, cosmetic, unstable, heldBack }: Edition): readonly string[] {
  return [
    ...changes.map(wordsOfChange),
    ...cosmetic.map(({ key }) => linesOf([key])),
    ...unstable.map(({ headline, key }) => linesOf([headline, key])),
    ...heldBack.map(({ headline = "", key, reason }) =>
      linesOf([headline, key, `Held back: ${heldBackWords(reason)}`]),
    ),
  ];
}

/** Headline, key, summary and facts. */
function wordsOfChange({ headline, key, summary, gist, revision }: EditionChange): string {
  const facts = revision?.facts ?? [];
  const told = facts.flatMap(({ before, after, context = "", around: { lead, tail } = NOTHING }) => [
    `${lead} ${before ?? ""} ${tail}`,
    `${lead} ${after ?? ""} ${tail}`,
    context,
  ]);
  return linesOf([headline, key, ...summary, gist?.sentence ?? "", ...told]);
}

const NOTHING = { lead: "", tail: "" };

function linesOf(fields: readonly string[]): string {
  return fields
    .map((field) => field.replaceAll(/\s+/gu, " ").trim())
    .filter((field) => field !== "")
    .join("\n");
}
