import { runId, runKeys } from "../../functions/digest/keys.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { compress } from "../../functions/digest/snapshot/format/frames.ts";
import { readHead, writeHead } from "../../functions/digest/snapshot/head.ts";
import { createPackWriter } from "../../functions/digest/snapshot/packs.ts";
import { createPartWriter } from "../../functions/digest/snapshot/parts.ts";
import { writeSnapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import { hashLike, isEdited, keyOf, listedOf, type SyntheticCorpus, textOf } from "./corpus.ts";

/** In place of the text of a story that no later day edits: as long as one, and never read. */
const UNREAD = Buffer.alloc(1_000);

/**
 * Writes the head and the snapshot that a first run over this corpus would have left, without reading every story. The packs have all
 * texts in the order of their keys, as it leaves them, and zeros for those that no later day edits: 0.8 MB a thousand stories. They are
 * not written for days that change nothing.
 */
export async function seedState(
  corpus: SyntheticCorpus,
  { slot, hasTexts }: { readonly slot: string; readonly hasTexts: boolean },
  { state, limits }: Job,
): Promise<void> {
  const id = runId(slot, "5eed5eed5eed5eed");
  const keys = runKeys(id);
  const texts = hasTexts
    ? state
    : { ...state, write: async () => ({ outcome: "written", etag: "" }) as const };
  const packs = createPackWriter(texts, (pack) => keys.pack(`00000-${pack}`), limits.packBytes);
  const parts = createPartWriter(state, (part) => keys.part(`00000-${part}`), limits.partEntries);
  for (let index = 0; index < corpus.stories; index += 1) {
    const { hash, frame } = archivedText(corpus, index);
    const place = await packs.add(frame);
    const { key, etag, size } = listedOf(corpus, index);
    await parts.add({ key, etag, size, hash, place, firstSeen: slot, lastChanged: slot, earlier: [] });
  }
  await packs.finish();
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

/** A story's hash and the frame of its text. */
function archivedText(
  corpus: SyntheticCorpus,
  index: number,
): { readonly hash: string; readonly frame: Uint8Array } {
  const { stories } = corpus;
  if (!isEdited({ stories, day: 2 }, index) && !isEdited({ stories, day: 3 }, index)) {
    return { hash: hashLike(index), frame: UNREAD.subarray(0, 700 + (index % 211)) };
  }
  const bytes = Buffer.from(textOf(corpus, index));
  const story = parseStory(keyOf(index), bytes);
  if (isUnreadable(story)) {
    throw new Error(`cannot seed story ${index}: it is ${story.unreadable}`);
  }
  return { hash: story.hash, frame: compress(bytes) };
}
