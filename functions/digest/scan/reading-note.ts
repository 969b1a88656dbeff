import * as v from "valibot";
import type { Ports } from "../ports.ts";
import { jsonOf, toJson } from "../store/json.ts";

/**
 * Longer than any story takes to be read and compared, with the retries of its requests: whoever has noted one for as
 * long is dead or hangs.
 */
const MAX_STORY_MS = 30_000;

const NoteSchema = v.strictObject({
  version: v.literal(1),
  nonce: v.string(),
  parent: v.nullable(v.string()),
  scope: v.string(),
  /** When the stories noted must have been read, by the store's clock. */
  until: v.string(),
  /** The story being read; none: any. */
  keys: v.array(v.string()),
  /** Stories on which an invocation ended. */
  stopped: v.array(v.string()),
});

type Note = Readonly<v.InferOutput<typeof NoteSchema>>;

/** What is about to be read: the same place and scope for every invocation that starts from the same state. */
export interface ReadingScope {
  /** Key of the note. */
  readonly key: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  /** What of it is still to be scanned; the progress of an invocation changes it. */
  readonly scope: string;
}

/** Tells the next invocation which story was being read when this one died or ran out of time. */
export interface ReadingNote {
  /**
   * Examines a story under the note; `undefined`, without examining it, if an earlier invocation ended while it did. One
   * that is suspect is always noted by its key.
   */
  under<T>(key: string, act: () => Promise<T>, isSuspect?: boolean): Promise<T | undefined>;
  /** Takes the note back: what ends this invocation from now on is not the story it read last. Never throws. */
  end(): Promise<void>;
  /** Whether a note was written. */
  isOpen(): boolean;
}

/** No note: for a preview. */
export const NO_NOTE: ReadingNote = {
  under: async (_, act) => await act(),
  end: async () => {},
  isOpen: () => false,
};

/**
 * One object never stops the digest: a story that makes an invocation run out of memory or time would do so again and
 * again, and nothing of it would be kept.
 *
 * | found before the first story is read | stories are read |
 * |---|---|
 * | no note of this scope | side by side, under one note that names none |
 * | a note that names none: an invocation died | one by one, each noted by its key |
 * | a note that names one, unchanged for {@link MAX_STORY_MS} | the same, without that one |
 *
 * A normal run takes one GET and two PUTs for it; a PUT a story only after a death. The note is advice: writes have no
 * condition, a lost or damaged one only means that a story stops one more invocation.
 */
export function createReadingNote(
  place: ReadingScope,
  job: Pick<Ports, "state" | "nonce" | "sleep" | "remainingMs">,
): ReadingNote {
  let opened: Promise<Opened> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const write = async (scope: string, keys: readonly string[], { stopped }: Opened): Promise<void> => {
    const until = new Date(job.state.now().getTime() + MAX_STORY_MS).toISOString();
    const note = { version: 1, nonce: job.nonce(), parent: place.parent, scope, until, keys, stopped };
    await job.state.write(place.key, toJson(note));
  };
  const open = async (): Promise<Opened> => {
    const found = await openAfter(place, job);
    if (!found.isCareful) {
      await write(place.scope, [], found);
    }
    return found;
  };
  return {
    isOpen: () => opened !== undefined,
    async under(key, act, isSuspect = false) {
      opened ??= open();
      const found = await opened;
      if (found.stopped.includes(key)) {
        return undefined;
      }
      if (!(found.isCareful || isSuspect)) {
        return await act();
      }
      const turn = last.then(async () => {
        if (!isOver) {
          await write(place.scope, [key], found);
        }
        const result = await act();
        if (!(found.isCareful || isOver)) {
          await write(place.scope, [], found);
        }
        return result;
      });
      last = turn.catch(() => {});
      return await turn;
    },
    async end() {
      isOver = true;
      try {
        const found = await opened;
        await last;
        if (found !== undefined) {
          await write("", [], found);
        }
      } catch {
        // A note that stays only makes the next invocation careful; the reason of a failed one must not be lost.
      }
    },
  };
}

interface Opened {
  readonly isCareful: boolean;
  readonly stopped: readonly string[];
}

async function openAfter(
  { key, parent, scope }: ReadingScope,
  job: Pick<Ports, "state" | "sleep" | "remainingMs">,
): Promise<Opened> {
  const found = await readNote(key, job);
  if (found?.parent !== parent) {
    return { isCareful: false, stopped: [] };
  }
  const isCareful = found.scope === scope;
  const isSure = isCareful && found.keys.length === 1 && (await isUnchanged(found, key, job));
  return { isCareful, stopped: isSure ? [...found.stopped, ...found.keys] : found.stopped };
}

/** Whether a note stays as it is until its story must have been read; waits for that if there is time. */
async function isUnchanged(
  { until, nonce }: Note,
  key: string,
  job: Pick<Ports, "state" | "sleep" | "remainingMs">,
): Promise<boolean> {
  const waitMs = Date.parse(until) - job.state.now().getTime();
  if (waitMs <= 0) {
    return true;
  }
  if (waitMs > job.remainingMs() / 2) {
    return false;
  }
  await job.sleep(waitMs);
  return (await readNote(key, job))?.nonce === nonce;
}

async function readNote(key: string, { state }: Pick<Ports, "state">): Promise<Note | undefined> {
  const parsed = v.safeParse(NoteSchema, jsonOf((await state.read(key))?.bytes));
  return parsed.success ? parsed.output : undefined;
}
