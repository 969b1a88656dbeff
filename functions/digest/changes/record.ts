import { passageReader } from "../facts/passages.ts";
import type { Revision } from "../revision/types.ts";
import type { Entry } from "../snapshot/entry.ts";
import { MAX_HEADLINE } from "../story/headline/headline.ts";
import type { Story } from "../story/types.ts";
import { type Gist, gistOf } from "../summary/gist.ts";
import { summariseRevision } from "../summary/revised.ts";
import { summariseBelow } from "../summary/summarise.ts";
import { lengthOf } from "../text/length.ts";
import { boundRevision, cut, MAX_SENTENCE } from "./bounds.ts";
import type { FlappingRecord, RenamedRecord } from "./matched.ts";
import { identityOf } from "./matching/identity.ts";
import type {
  AddedRecord,
  HeldBackRecord,
  Reading,
  RemovedRecord,
  RevertedRecord,
  RevisedRecord,
  UnstableRecord,
} from "./schema.ts";
import { addedParts, SIGNIFICANCE, significanceOf, totalOf } from "./significance.ts";
import { termsOfNew } from "./terms/new-story.ts";
import { termsOf } from "./terms/terms.ts";

/** Characters told of what is left of a story that was held back. */
const MAX_LEFT = 240;
/** Characters of a story used to find its thread. */
const THREAD_TEXT = 2_000;

/** The record of a new story in the edition of `slot`; `contentType` is that of the object it was read from. */
export function recordAdded(
  story: Story,
  firstSeen: string,
  { slot, contentType }: { readonly slot: string; readonly contentType?: string | undefined },
): AddedRecord {
  const terms = termsOfNew(story, slot);
  return {
    change: "added",
    ...describe(story, summariseBelow(story), firstSeen),
    significance: totalOf(addedParts(terms)),
    terms,
    ...withText(story),
    match: { ...identityOf(story), ...(contentType !== undefined && { contentType }) },
  };
}

/** The record of a story that moved, with nothing told of its text. */
export function recordRenamed(
  { match: _, terms: __, ...added }: AddedRecord,
  before: { readonly key: string; readonly firstSeen?: string | undefined },
): RenamedRecord {
  return {
    ...added,
    change: "renamed",
    renamedFrom: before.key,
    firstSeen: before.firstSeen ?? added.firstSeen,
    significance: SIGNIFICANCE.renamed,
  };
}

/** The record of a removed story, with the history from its last entry. */
export function recordRemoved(
  story: Story,
  {
    firstSeen,
    lastChanged,
    earlier,
    place,
    missing,
  }: Pick<Entry, "firstSeen" | "lastChanged" | "earlier"> & Partial<Pick<Entry, "place" | "missing">>,
): RemovedRecord {
  return {
    change: "removed",
    ...describe(story, summariseBelow(story), firstSeen),
    significance: SIGNIFICANCE.removed,
    lastChanged,
    earlier,
    reading: scriptOf(story),
    ...lengthOf(story.paragraphs),
    ...(missing && { missing }),
    match: { ...identityOf(story), ...(place && { place }) },
  };
}

/** The record of a removed story whose last text cannot be read any more. */
export function recordUnreadRemoved({
  key,
  hash,
  firstSeen,
  lastChanged,
  earlier,
  missing,
}: Entry): RemovedRecord {
  const significance = SIGNIFICANCE.removed;
  const told = { key, headline: "", summary: [], hash, firstSeen, significance };
  return { change: "removed", ...told, lastChanged, earlier, ...(missing && { missing }) };
}

/** What a revision is recorded with. */
export interface RevisionContext {
  readonly before: Story;
  /** Time of the edition: a change that names a day near it is more significant. */
  readonly slot: string;
  readonly firstSeen: string;
  /** Slot at which the story first had this text. */
  readonly revertedTo: string | undefined;
}

/** The record of a revision. */
export function recordRevision(
  story: Story,
  revision: Revision,
  { before, slot, firstSeen, revertedTo }: RevisionContext,
): RevisedRecord | RevertedRecord {
  const read = passageReader(story.lang);
  const terms = termsOf(revision, { before, after: story, slot, read });
  const gist = gistOf(revision, { before, after: story, note: terms.note });
  const common = {
    ...describe(story, summariseRevision(revision, { after: story, read }), firstSeen),
    ...withText(story),
    significance: significanceOf(terms),
    terms,
    revision: boundRevision(revision),
    ...(gist !== undefined && { gist: boundGist(gist) }),
  };
  return revertedTo === undefined
    ? { change: "revised", ...common }
    : { change: "reverted", ...common, revertedTo };
}

/** What a reader is told of a story that was held back: its last good version, and what the new one says. */
export function describeHeld(
  before: Story | undefined,
  after: Story | undefined,
): Pick<HeldBackRecord, "headline" | "words" | "characters" | "left"> {
  if (before === undefined) {
    return {};
  }
  const text = after?.paragraphs.join(" ") ?? "";
  return {
    headline: cut(before.headline, MAX_HEADLINE),
    ...lengthOf(before.paragraphs),
    ...(after !== undefined && { left: { ...lengthOf(after.paragraphs), text: cut(text, MAX_LEFT) } }),
  };
}

function boundGist({ sentence, edits }: Gist): Gist {
  return { sentence: cut(sentence, MAX_SENTENCE), edits: edits.map((clause) => cut(clause, MAX_SENTENCE)) };
}

/** The record of a story that has reverted to an earlier text too often. */
export function recordUnstable({ key, headline }: Story, returns: number): UnstableRecord {
  return { change: "unstable", key, headline: cut(headline, MAX_HEADLINE), returns };
}

/** The record of a story that has gone and come back too often, and now has once more. */
export function recordFlapping(
  { change, key, headline, texts }: AddedRecord | RemovedRecord,
  absences: number,
): FlappingRecord {
  const isGone = change === "removed";
  return { change: "unstable", key, headline, returns: 0, absences, isGone, ...(texts && { texts }) };
}

function describe(
  story: Story,
  summary: readonly string[],
  firstSeen: string,
): Pick<AddedRecord, "key" | "headline" | "summary" | "hash" | "firstSeen"> {
  return {
    key: story.key,
    headline: cut(story.headline, MAX_HEADLINE),
    summary: summary.map((sentence) => cut(sentence, MAX_SENTENCE)),
    hash: story.hash,
    firstSeen,
  };
}

function withText(story: Story): Pick<AddedRecord, "text" | "reading"> {
  return {
    text: cut(`${story.headline}\n${story.paragraphs.join("\n")}`, THREAD_TEXT),
    reading: readingOf(story),
  };
}

/** What is worth reporting about how the story was read; nothing for a clean English text. */
function readingOf(story: Story): Reading {
  const { repairs, boilerplate } = story;
  return {
    ...(repairs > 0 && { repairs }),
    ...(boilerplate.length > 0 && { boilerplate: boilerplate.length }),
    ...scriptOf(story),
  };
}

function scriptOf({ lang, dir }: Story): Reading {
  return { ...(lang !== undefined && { lang }), ...(dir === "rtl" && { dir }) };
}
