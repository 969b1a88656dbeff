import * as v from "valibot";
import type { Frozen } from "../changes/schema.ts";
import { type Edition, type EditionChange, EditionSchema } from "../edition/schema.ts";
import { subjectParts } from "./mail/subject.ts";

const hashes = v.exactOptional(
  v.strictObject({ before: v.exactOptional(v.string()), after: v.exactOptional(v.string()) }),
);
const text = v.exactOptional(v.string());
const { kind, counts } = EditionSchema.entries;

/** Where a story was before: its key, if it moved, and since when it was gone, if it came back. */
const movedEntries = { renamedFrom: text, goneSince: text };

const BriefChangeSchema = v.strictObject({
  change: v.picklist(["revised", "added", "returned", "reverted", "renamed", "removed"]),
  key: v.string(),
  thread: text,
  firstSeen: text,
  ...movedEntries,
  sha256: hashes,
});

/**
 * What the archive keeps of an edition in memory: what its list says, and which story did what. Its lists are those of `edition.json`, in the
 * same order, so that each entry is found there.
 */
export const BriefSchema = v.strictObject({
  slot: v.string(),
  kind,
  counts: v.strictObject({ ...counts.entries, returned: v.number(), minor: v.number() }),
  missing: v.exactOptional(v.number()),
  /** See {@link subjectParts}. */
  lead: text,
  /** Those with more than one story. */
  threads: v.array(v.strictObject({ id: v.string(), headline: v.string() })),
  changes: v.array(BriefChangeSchema),
  cosmetic: v.array(v.strictObject({ key: v.string(), sha256: hashes })),
  unstable: v.array(v.strictObject({ key: v.string(), ...movedEntries, sha256: hashes })),
  heldBack: v.array(v.strictObject({ key: v.string() })),
});

/** An edition without what it says of its stories. */
export type Brief = Frozen<v.InferOutput<typeof BriefSchema>>;
export type BriefChange = Brief["changes"][number];

/** The brief of an edition: a tenth of its size. */
export function briefOf(edition: Edition): Brief {
  const { kind: sort, counts: items, missing, lead } = subjectParts(edition);
  return {
    slot: edition.slot,
    kind: sort,
    counts: items,
    ...(missing !== undefined && { missing }),
    ...(lead !== undefined && { lead }),
    threads: edition.threads
      .filter(({ stories }) => stories.length > 1)
      .map(({ id, headline }) => ({ id, headline })),
    changes: edition.changes.map(briefChange),
    cosmetic: edition.cosmetic.map(({ key, sha256 }) => ({ key, ...hashesOf(sha256) })),
    unstable: edition.unstable.map((story) => ({
      key: story.key,
      ...movesOf(story),
      ...hashesOf(story.sha256),
    })),
    heldBack: edition.heldBack.map(({ key }) => ({ key })),
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

/** The words in which changes are searched: of each change, then of each other entry, in the order of the brief's lists. */
export function searchedWords({ changes, cosmetic, unstable, heldBack }: Edition): readonly string[] {
  return [
    ...changes.map(wordsOfChange),
    ...[...cosmetic, ...unstable, ...heldBack].map((entry) =>
      [("headline" in entry && entry.headline) || "", entry.key].join(" "),
    ),
  ];
}

/** Headline, key, summary and facts. */
function wordsOfChange({ headline, key, summary, gist, revision }: EditionChange): string {
  const facts = revision?.facts ?? [];
  const told = facts.flatMap(({ before, after, context = "", around }) => [
    before ?? "",
    after ?? "",
    context,
    around?.lead ?? "",
    around?.tail ?? "",
  ]);
  return [headline, key, ...summary, gist?.sentence ?? "", ...told].join(" ");
}
