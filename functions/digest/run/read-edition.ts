import { type Edition, EditionSchema } from "../edition/schema.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../store/json.ts";

/** Reads a stored edition; throws `CorruptStateError` when it is none. One GET. */
export async function readEdition(state: ObjectStore, key: string): Promise<Edition> {
  return await readJson(state, key, EditionSchema, "edition");
}
