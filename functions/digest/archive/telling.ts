import pMap from "p-map";
import type { Edition } from "../edition/schema.ts";
import type { ObjectStore } from "../ports.ts";
import { readStoredEdition } from "../run/published.ts";
import { sha256 } from "../snapshot/format/frames.ts";
import { MAX_READS } from "./chain.ts";
import { createHeld } from "./held.ts";
import { entriesOf, entryIn } from "./histories.ts";
import type { EventTrace, StoryEvent } from "./types.ts";

/** An edition, and the SHA-256 of its bytes in hexadecimal. */
export interface WholeEdition {
  readonly edition: Edition;
  readonly sha256: string;
}

/** Reads what editions say; `key` is that of an `edition.json`. */
export interface Teller {
  /** All that it says. One GET, unless it was read of late. Throws `CorruptStateError` if it is gone or damaged. */
  whole(key: string): Promise<WholeEdition>;
  /**
   * What editions say of these events, in their order; `keyOf` names the `edition.json` of a slot. One GET for each edition that was not
   * read of late, or, where a few of many events are asked for, one for the bytes of each of these.
   */
  tell(
    events: readonly EventTrace[],
    keyOf: (slot: string) => string | undefined,
  ): Promise<readonly StoryEvent[]>;
}

/** Bytes of the whole editions that stay in memory, as JSON. */
const MAX_HELD_BYTES = 16 * 1024 * 1024;

/** Events that are read one by one; for more of one edition, all of it is. */
const MAX_SINGLE_READS = 4;

/** Reads from a state bucket, and holds some of what it has read. */
export function createTeller(state: ObjectStore): Teller {
  const held = createHeld<WholeEdition & { readonly size: number }>(MAX_HELD_BYTES, ({ size }) => size);
  const whole = async (key: string): Promise<WholeEdition> => {
    const known = held.get(key);
    if (known !== undefined) {
      return known;
    }
    const { edition, bytes } = await readStoredEdition(state, key);
    const read = { edition, sha256: sha256(bytes), size: bytes.length };
    held.set(key, read);
    return read;
  };
  const one = async (key: string, event: EventTrace): Promise<StoryEvent> => {
    const range = { offset: event.at ?? 0, length: event.size ?? 0 };
    const where = `bytes ${range.offset} to ${range.offset + range.length} of edition s3://${state.bucket}/${key}`;
    return entryIn((await state.read(key, range))?.bytes, event, where);
  };
  const ofEdition = async (
    key: string,
    events: readonly EventTrace[],
  ): Promise<readonly (StoryEvent | undefined)[]> => {
    const areFew = events.length <= MAX_SINGLE_READS && events.every(({ size }) => size !== undefined);
    if (areFew && held.get(key) === undefined) {
      return await Promise.all(events.map((event) => one(key, event)));
    }
    const entries = entriesOf((await whole(key)).edition);
    return events.map(({ place }) => entries[place]);
  };
  return {
    whole,
    async tell(events, keyOf) {
      const told = new Map<EventTrace, StoryEvent | undefined>();
      const tellSlot = async ([slot, inEdition]: readonly [string, readonly EventTrace[]]): Promise<void> => {
        const key = keyOf(slot);
        const found = key === undefined ? [] : await ofEdition(key, inEdition);
        for (const [at, event] of inEdition.entries()) {
          told.set(event, found[at]);
        }
      };
      await pMap(
        Map.groupBy(events, ({ slot }) => slot),
        tellSlot,
        { concurrency: MAX_READS },
      );
      return events.map((event) => told.get(event)).filter((event) => event !== undefined);
    },
  };
}
