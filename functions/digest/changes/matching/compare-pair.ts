import type { ObjectStore } from "../../ports.ts";
import { compareStories } from "../../revision/compare.ts";
import { isAnotherStory, isMovedStory } from "../../revision/same-story.ts";
import { readArchivedStory } from "../../snapshot/archived-story.ts";
import { kindByKey } from "../../story/formats/names.ts";
import type { ReadSettings } from "../../story/formats/read-document.ts";
import { readAlike } from "../../story/read-alike.ts";
import { newsOf } from "../news.ts";
import type { AddedRecord, RevertedRecord, RevisedRecord, UnstableRecord } from "../schema.ts";
import type { Lost } from "./lost-index.ts";

/** A new story, as far as it is needed to compare it with a lost one. */
export interface Found extends Pick<AddedRecord, "key" | "hash"> {
  readonly match: Omit<NonNullable<AddedRecord["match"]>, "sketch">;
}

/** A lost story and the new one that it may be. */
export interface Pair {
  readonly lost: Lost;
  readonly found: Found;
}

/** What became of the text of a moved story. */
export type Told =
  | { readonly text: "same" | "cosmetic" | "uncompared" }
  | { readonly text: "changed"; readonly news: RevisedRecord | RevertedRecord | UnstableRecord };

/** Where texts are, and how they are read. */
export interface CompareContext {
  readonly state: ObjectStore;
  readonly reading: ReadSettings;
  readonly slot: string;
  /** Pairs compared in one run. */
  readonly maxCompared: number;
  /** Compares a story, by its new key, under the note of what is being read; `undefined`, without doing so, if an invocation ended on it. */
  under<T>(key: string, act: () => Promise<T>): Promise<T | undefined>;
}

/** Compares the texts of two stories; `undefined` if they are two stories after all. Two ranged GETs. */
export async function comparePair(
  { lost, found }: Pair,
  { state, reading, slot }: Pick<CompareContext, "state" | "reading" | "slot">,
): Promise<Told | undefined> {
  const places = { before: lost.match?.place, after: found.match.place };
  if (places.before === undefined || places.after === undefined) {
    return undefined;
  }
  const { contentType } = found.match;
  const isSameType = kindByKey(lost.key) === kindByKey(found.key);
  const options = { ...reading, contentType };
  const [lostVersion, foundVersion] = await Promise.all([
    readArchivedStory(
      state,
      { ...lost, place: places.before },
      { ...reading, contentType: isSameType ? contentType : undefined },
    ),
    readArchivedStory(state, { ...found, place: places.after }, options),
  ]);
  if (lostVersion === undefined || foundVersion === undefined) {
    return undefined;
  }
  const { before, after } = readAlike(lostVersion, foundVersion, options);
  const revision = compareStories(before, after);
  const versions = { before, after, revision };
  if (lost.key === found.key ? isAnotherStory(versions) : !isMovedStory(versions)) {
    return undefined;
  }
  return revision.kind === "cosmetic"
    ? { text: "cosmetic" }
    : { text: "changed", news: newsOf({ ...versions, slot }, lost) };
}
