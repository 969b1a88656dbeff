import { toldOf } from "../../changes/news.ts";
import { recordAdded, recordRemoved, recordUnreadRemoved } from "../../changes/record.ts";
import type { AddedRecord, ChangeRecord, RemovedRecord, Texts } from "../../changes/schema.ts";
import { unlessCorrupt } from "../../errors.ts";
import type { ObjectStore } from "../../ports.ts";
import { compareStories } from "../../revision/compare.ts";
import { type ArchivedVersion, readArchivedAnyType } from "../../snapshot/archived-story.ts";
import type { EntryDifference } from "../../snapshot/differences.ts";
import type { Entry } from "../../snapshot/entry.ts";
import { sha256 } from "../../snapshot/format/frames.ts";
import type { ReadSettings } from "../../story/formats/read-document.ts";
import { readAlike } from "../../story/read-alike.ts";
import type { LastText } from "./last-texts.ts";

/** Where archived texts are, how they are read, and the time of the edition that tells of them. */
export interface TellContext {
  readonly state: ObjectStore;
  readonly reading: ReadSettings;
  readonly slot: string;
  /** Of stories that are gone, by key. */
  readonly last: ReadonlyMap<string, LastText>;
}

/**
 * What is told of a key in which two snapshots differ: what `scan/examine.ts` would have found, had nothing run in between. What dailies held
 * back is in neither. Nothing is told of a text that cannot be read any more, but that its story is gone. Up to two ranged GETs.
 */
export async function tellDifference(
  { before, after }: EntryDifference,
  context: TellContext,
): Promise<readonly ChangeRecord[]> {
  const [old, now] = [known(before), known(after)];
  if (old === undefined) {
    return now === undefined ? [] : await toldOfNew(now, context);
  }
  if (now === undefined) {
    return [await toldOfGone(old, context)];
  }
  return old.hash === now.hash ? [] : await toldOfBoth(old, now, context);
}

/** Of an object that could never be read, no text is known. */
function known(entry: Entry | undefined): Entry | undefined {
  return entry?.hash === "" ? undefined : entry;
}

async function toldOfNew(now: Entry, context: TellContext): Promise<readonly AddedRecord[]> {
  const version = await versionOf(now, context);
  return version === undefined ? [] : [added(now, version, context)];
}

function added(now: Entry, version: ArchivedVersion, { slot }: TellContext): AddedRecord {
  const { match, ...record } = recordAdded(version.story, now.firstSeen, { ...version, slot });
  const texts = textsOf(undefined, { version, entry: now });
  return { ...record, texts, ...(match && { match: { ...match, place: now.place } }) };
}

/** With the text that it had last: it may have changed since the first snapshot. */
async function toldOfGone(old: Entry, context: TellContext): Promise<RemovedRecord> {
  const { match, since: _, ...last } = context.last.get(old.key) ?? {};
  const entry = { ...old, ...last, ...(match?.place && { place: match.place }) };
  const version = await versionOf(entry, context);
  return version === undefined ? recordUnreadRemoved(entry) : removed(entry, version);
}

function removed(old: Entry, version: ArchivedVersion): RemovedRecord {
  return { ...recordRemoved(version.story, old), texts: textsOf({ version, entry: old }, undefined) };
}

async function toldOfBoth(old: Entry, now: Entry, context: TellContext): Promise<readonly ChangeRecord[]> {
  const [before, after] = await Promise.all([versionOf(old, context), versionOf(now, context)]);
  if (before === undefined || after === undefined) {
    return [];
  }
  const options = { ...context.reading, contentType: after.contentType };
  const alike = readAlike(before, after, options);
  const compared = { ...alike, revision: compareStories(alike.before, alike.after), slot: context.slot };
  const told = toldOf(compared, old);
  if (told === undefined) {
    return [{ ...removed(old, before), replaced: true }, added(now, after, context)];
  }
  return [{ ...told, texts: textsOf({ version: before, entry: old }, { version: after, entry: now }) }];
}

interface Placed {
  readonly version: ArchivedVersion;
  readonly entry: Pick<Entry, "place">;
}

function textsOf(before: Placed | undefined, after: Placed | undefined): Texts {
  return {
    ...(before && { before: { sha256: sha256(before.version.bytes), place: before.entry.place } }),
    ...(after && { after: { sha256: sha256(after.version.bytes), place: after.entry.place } }),
  };
}

async function versionOf(
  entry: Entry,
  { state, reading }: TellContext,
): Promise<ArchivedVersion | undefined> {
  return await unlessCorrupt(undefined, () => readArchivedAnyType(state, entry, reading));
}
