import { toldOf } from "../changes/news.ts";
import { describeHeld, recordAdded, recordRemoved, recordUnreadRemoved } from "../changes/record.ts";
import type { RemovedRecord, Texts } from "../changes/schema.ts";
import { CorruptStateError } from "../errors.ts";
import type { ListedObject } from "../ports.ts";
import { compareStories } from "../revision/compare.ts";
import { readArchivedStory } from "../snapshot/archived-story.ts";
import { type Entry, earlierTexts, type PackPlace } from "../snapshot/entry.ts";
import { compress, sha256 } from "../snapshot/format/frames.ts";
import { readAhead } from "../snapshot/packs.ts";
import { readAlike, type Version } from "../story/read-alike.ts";
import { isUnreadable } from "../story/story.ts";
import type { Story } from "../story/types.ts";
import { doubtIn } from "./doubt.ts";
import { type ExamineContext, type Finding, holdBack, NO_PLACE, withoutMissing } from "./finding.ts";
import type { Changed } from "./join.ts";
import { type ReadStory, readStory } from "./read-story.ts";
import { leftUnread } from "./stopped.ts";

/**
 * Decides what a difference between listing and snapshot means; a story with an unchanged ETag never gets here, unless
 * another state of it was held back.
 *
 * | object | its text | finding |
 * |---|---|---|
 * | gone | – | removed, without a headline if its archived text is damaged; not reported if it could never be read |
 * | missing, and back | as if it had never been gone | as below |
 * | new | readable | added |
 * | new or touched | unreadable | held back; the previous state is kept |
 * | new or touched | stopped an earlier invocation of the run: not read | held back; read again in the next run |
 * | touched | the same stopped that one, too | held back for a week, or until it changes |
 * | touched | same hash | no change |
 * | touched | replaced by consent, paywall, error or bot-check text, for the first time | held back; accepted if it still is in the next run |
 * | touched | cut by more than 70 %, for the first time, and not by hand | held back; accepted if it is still cut in the next run, and not by much more |
 * | touched | differs only in encoding, typography, white space, boilerplate or case | cosmetic |
 * | touched | one of its earlier texts | reverted; unstable from the third return within eight states |
 * | touched | nothing in common with the text before, nor the headlines with each other | removed and added |
 * | touched | any other | revised |
 */
export async function examine(difference: Changed<Entry>, context: ExamineContext): Promise<Finding> {
  switch (difference.difference) {
    case "removed":
      return await examineRemoved(difference.before, context);
    case "added":
      return await examineListed(undefined, difference.listed, context);
    case "touched":
      return (
        leftUnread(difference, context) ??
        (await examineListed(difference.before, difference.listed, context))
      );
    default:
      return difference satisfies never;
  }
}

async function examineRemoved(before: Entry, context: ExamineContext): Promise<Finding> {
  if (before.hash === "") {
    return {};
  }
  return { record: await recordOfRemoved(before, context) };
}

/** Its last text may be lost; that a story is gone is told all the same. */
async function recordOfRemoved(before: Entry, context: ExamineContext): Promise<RemovedRecord> {
  try {
    const archived = await readArchived(before, context);
    return removedRecord(archived, before);
  } catch (cause) {
    if (cause instanceof CorruptStateError) {
      return recordUnreadRemoved(before);
    }
    throw cause;
  }
}

async function examineListed(
  known: Entry | undefined,
  listed: ListedObject,
  context: ExamineContext,
): Promise<Finding> {
  const own = isResized(known, listed)
    ? { ...context, state: readAhead(context.state, known.place) }
    : context;
  const read = await readStory(context.corpus, listed, context.reading);
  if (read === undefined) {
    return known === undefined ? {} : await examineRemoved(known, own);
  }
  const { departed, ...finding } = await examineRead(known && withoutMissing(known), read, own);
  const missing = known?.missing;
  return { ...finding, ...(departed && { departed: { ...departed, ...(missing && { missing }) } }) };
}

/** Where the text before lies, if it is sure to be needed. */
export function neededText(difference: Changed<Entry>): PackPlace | undefined {
  switch (difference.difference) {
    case "removed":
      return difference.before.hash === "" ? undefined : difference.before.place;
    case "touched":
      return isResized(difference.before, difference.listed) ? difference.before.place : undefined;
    case "added":
      return undefined;
    default:
      return difference satisfies never;
  }
}

/** Whether the text before is sure to be needed: an object of the same size may only have been written again. */
function isResized(known: Entry | undefined, { size }: ListedObject): known is Entry {
  return known !== undefined && known.hash !== "" && known.size !== size && size > 0;
}

async function examineRead(
  before: Entry | undefined,
  read: ReadStory,
  context: ExamineContext,
): Promise<Finding> {
  const { story } = read;
  if (isUnreadable(story)) {
    const known = before === undefined || before.hash === "" ? undefined : await lastGood(before, context);
    return holdBack(
      before,
      read,
      { reason: story.unreadable, hash: "", ...describeHeld(known, undefined) },
      context,
    );
  }
  if (before === undefined || before.hash === "") {
    return await examineAdded(before, story, read, context);
  }
  if (before.hash === story.hash) {
    const { held: _, ...entry } = before;
    return { entry: { ...entry, etag: read.etag, size: read.size } };
  }
  return await examineRevision(before, story, read, context);
}

async function examineAdded(
  before: Entry | undefined,
  story: Story,
  read: ReadStory,
  context: ExamineContext,
): Promise<Finding> {
  const { slot } = context;
  const entry: Entry = {
    ...versionOf(read, story),
    firstSeen: before?.firstSeen ?? slot,
    lastChanged: slot,
    earlier: [],
  };
  return {
    entry,
    frame: compress(read.bytes),
    record: { ...recordAdded(story, entry.firstSeen, { ...read, slot }), texts: textsOf(undefined, read) },
  };
}

async function examineRevision(
  before: Entry,
  listed: Story,
  read: ReadStory,
  context: ExamineContext,
): Promise<Finding> {
  const archived = await readArchived(before, context, read.contentType);
  const options = { ...context.reading, contentType: read.contentType };
  const alike = readAlike(archived, { story: listed, bytes: read.bytes }, options);
  const [storyBefore, story] = [alike.before, alike.after];
  const doubt = doubtIn(storyBefore, story, before.held);
  if (doubt !== undefined) {
    const found = { reason: doubt, hash: story.hash, ...describeHeld(storyBefore, story) };
    return holdBack(before, read, found, context);
  }
  const revision = compareStories(storyBefore, story);
  const told = toldOf({ before: storyBefore, after: story, revision, slot: context.slot }, before);
  if (told === undefined) {
    const finding = await examineAdded(undefined, story, read, context);
    const departed = removedRecord({ ...archived, story: storyBefore }, before);
    return { ...finding, departed: { ...departed, replaced: true } };
  }
  const { held: _, ...kept } = before;
  const entry: Entry = {
    ...kept,
    ...versionOf(read, story),
    lastChanged: told.change === "cosmetic" ? before.lastChanged : context.slot,
    earlier: earlierTexts(before),
  };
  const texts = textsOf({ ...archived, place: before.place }, read);
  return { entry, frame: compress(read.bytes), record: { ...told, texts } };
}

function removedRecord({ story, bytes }: Version, before: Entry): RemovedRecord {
  return { ...recordRemoved(story, before), texts: textsOf({ bytes, place: before.place }, undefined) };
}

/** The hashes of both texts, and the place of the first; the second gets its own when it is written. */
function textsOf(
  before: (Pick<Version, "bytes"> & Pick<Entry, "place">) | undefined,
  after: Pick<ReadStory, "bytes"> | undefined,
): Texts {
  return {
    ...(before && { before: { sha256: sha256(before.bytes), place: before.place } }),
    ...(after && { after: { sha256: sha256(after.bytes) } }),
  };
}

function versionOf(read: ReadStory, story: Story): Pick<Entry, "key" | "etag" | "size" | "hash" | "place"> {
  return { key: story.key, etag: read.etag, size: read.size, hash: story.hash, place: NO_PLACE };
}

/** The last version of a story that was not in doubt, if it can be read. */
async function lastGood(entry: Entry, context: ExamineContext): Promise<Story | undefined> {
  return (await readArchivedStory(context.state, entry, context.reading).catch(lostText))?.story;
}

function lostText(cause: unknown): undefined {
  if (!(cause instanceof CorruptStateError)) {
    throw cause;
  }
}

/** The archived text of the snapshot's entry. One ranged GET. */
async function readArchived(entry: Entry, context: ExamineContext, contentType?: string): Promise<Version> {
  const version = await readArchivedStory(context.state, entry, { ...context.reading, contentType });
  if (version === undefined) {
    throw new CorruptStateError(
      `cannot use the archived text in s3://${context.state.bucket}/${entry.place.pack} at byte ${entry.place.offset}: its hash differs from the one in the snapshot; restore the pack from an earlier object version`,
    );
  }
  return version;
}
