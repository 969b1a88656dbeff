import { runId, runKeys } from "../../functions/digest/keys.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import type { Entry } from "../../functions/digest/snapshot/entry.ts";
import { compress } from "../../functions/digest/snapshot/format/frames.ts";
import { readHead, writeHead } from "../../functions/digest/snapshot/head.ts";
import { createPackWriter, type PackWriter } from "../../functions/digest/snapshot/packs.ts";
import { createPartWriter } from "../../functions/digest/snapshot/parts.ts";
import { writeSnapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import { CHANGED_EACH, hashLike, isEdited, listedOf, type SyntheticCorpus, textOf } from "./corpus.ts";

/** Packs that the stories edited on day 2 take turns in: with a hundred others between them, no two would lie near each other. */
const SCATTERED_PACKS = 64;

/**
 * Writes the head and the snapshot that a run over this corpus would have left, without reading every story:
 * only stories edited on a later day have their text in a pack, so that a run can compare it.
 */
export async function seedState(
  corpus: SyntheticCorpus,
  slot: string,
  { state, limits }: Job,
): Promise<void> {
  const id = runId(slot, "5eed5eed5eed5eed");
  const keys = runKeys(id);
  const packs = Array.from({ length: SCATTERED_PACKS + 1 }, (_, at) =>
    createPackWriter(state, (pack) => keys.pack(`${String(at).padStart(5, "0")}-${pack}`), limits.packBytes),
  );
  const parts = createPartWriter(state, (part) => keys.part(`00000-${part}`), limits.partEntries);
  for (let index = 0; index < corpus.stories; index += 1) {
    await parts.add(
      await entryOf(corpus, { index, slot, pack: keys.pack("00000-0") }, packOf(corpus, index, packs)),
    );
  }
  for (const pack of packs) {
    await pack.finish();
  }
  const written = await parts.finish();
  await writeSnapshot(state, keys.snapshot, {
    version: 1,
    slot,
    runId: id,
    parent: null,
    stories: corpus.stories,
    edition: keys.edition,
    due: true,
    threads: null,
    feedback: null,
    absent: null,
    changes: [],
    parts: [...written],
  });
  const { condition } = await readHead(state);
  const head = { version: 1, nonce: id, slot, runId: id, snapshot: keys.snapshot, due: [] } as const;
  await writeHead(state, { ...head, due: [] }, condition);
}

async function entryOf(
  corpus: SyntheticCorpus,
  { index, slot, pack }: { readonly index: number; readonly slot: string; readonly pack: string },
  packs: PackWriter | undefined,
): Promise<Entry> {
  const known = { ...listedOf(corpus, index), firstSeen: slot, lastChanged: slot, earlier: [] };
  if (packs === undefined) {
    return {
      ...known,
      hash: hashLike(index),
      place: { pack, offset: index * 800, length: 700 + (index % 211) },
    };
  }
  const bytes = Buffer.from(textOf(corpus, index));
  const story = parseStory(known.key, bytes);
  if (isUnreadable(story)) {
    throw new Error(`cannot seed story ${index}: it is ${story.unreadable}`);
  }
  return { ...known, hash: story.hash, place: await packs.add(compress(bytes)) };
}

/** Where the text of an edited story goes; the last ones, of day 3, lie side by side. */
function packOf(
  { stories }: SyntheticCorpus,
  index: number,
  packs: readonly PackWriter[],
): PackWriter | undefined {
  if (isEdited({ stories, day: 3 }, index)) {
    return packs.at(-1);
  }
  return isEdited({ stories, day: 2 }, index)
    ? packs[Math.floor(index / CHANGED_EACH) % SCATTERED_PACKS]
    : undefined;
}
