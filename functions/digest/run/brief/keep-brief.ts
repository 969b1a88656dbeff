import type { Change } from "../../changes/schema.ts";
import type { Edition } from "../../edition/schema.ts";
import { unlessCorrupt } from "../../errors.ts";
import { type RunKeys, runIdOf, runKeys } from "../../keys.ts";
import type { ObjectStore } from "../../ports.ts";
import { type Brief, searchedWords } from "../../publish/brief.ts";
import { type KeptTexts, readBrief, writeBrief } from "./brief-file.ts";

/** An edition to keep for the archive. */
export interface KeptEdition {
  readonly edition: Edition;
  readonly brief: Brief;
  /** Where the texts are of the stories that it tells of. */
  readonly texts: KeptTexts;
  /** Key of the snapshot that it was compared with; `null`: a first edition. */
  readonly parent: string | null;
}

/** Writes what the archive reads of an edition, under the run's own key; a quiet one too, so that no chain breaks. One GET, one PUT. */
export async function keepBrief(
  { edition, brief, texts, parent }: KeptEdition,
  { archive }: Pick<RunKeys, "archive">,
  state: ObjectStore,
): Promise<void> {
  const details = { words: searchedWords(edition), texts };
  const earlier = parent === null ? [] : await earlierRuns(runIdOf(parent), state);
  await writeBrief(state, archive, { brief, earlier, details });
}

/** The parent and the runs that it names; if it names none that can be read, the list begins with it: that costs readers only time. */
async function earlierRuns(parent: string, state: ObjectStore): Promise<readonly string[]> {
  const file = await unlessCorrupt(undefined, () => readBrief(state, runKeys(parent).archive));
  return [parent, ...(file?.earlier ?? [])];
}

/** Where both texts of the changes are. */
export function keptTexts(records: readonly Change[]): KeptTexts {
  const texts = records.flatMap((record) => ("texts" in record && record.texts ? [record.texts] : []));
  return new Map(
    texts
      .flatMap(({ before, after }) => [before, after])
      .flatMap((text) => (text?.place === undefined ? [] : [[text.sha256, text.place] as const])),
  );
}
