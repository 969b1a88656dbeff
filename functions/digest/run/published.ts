import * as v from "valibot";
import { renameFormerCount, renameFormerReason } from "../changes/former-names.ts";
import { type Edition, EditionSchema } from "../edition/schema.ts";
import type { ObjectStore } from "../ports.ts";
import type { Artefact } from "../publish/publish.ts";
import { readJson } from "../store/json.ts";

/** Reads a stored edition, including those from before 0.2.0; throws `CorruptStateError` if it is invalid. One GET. */
export async function readEdition(state: ObjectStore, key: string): Promise<Edition> {
  return await readJson(state, key, StoredEditionSchema, "edition");
}

const ListsSchema = v.looseObject({ changes: v.array(v.unknown()), cosmetic: v.array(v.unknown()) });

const StoredEditionSchema = v.pipe(v.unknown(), v.transform(renameFormerFields), EditionSchema);

function renameFormerFields(stored: unknown): unknown {
  return v.is(ListsSchema, stored)
    ? {
        ...stored,
        changes: stored.changes.map(renameFormerCount),
        cosmetic: stored.cosmetic.map(renameFormerReason),
      }
    : stored;
}

/** Writes artefacts under their keys, in order. One PUT each. */
export async function storeArtefacts(artefacts: readonly Artefact[], state: ObjectStore): Promise<void> {
  for (const { key, bytes, contentType } of artefacts) {
    await state.write(key, bytes, undefined, contentType);
  }
}
