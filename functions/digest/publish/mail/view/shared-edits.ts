import { type EditNames, factsIn, namesOf } from "../../../edition/copies/own-part.ts";
import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { counted, stories } from "../../wording/words.ts";

/** Edits that many stories have, some of them with others as well. */
export type SharedEdits = NonNullable<Edition["sharedEdits"]>[number];

/** Shared edits, and who has them. */
export interface Sharing {
  readonly shared: SharedEdits;
  readonly names: EditNames;
  /** The stories that have others as well. */
  readonly stories: readonly EditionChange[];
}

/** The shared edits of an edition by their ids. */
export function sharingIn({ sharedEdits = [], changes }: Edition): ReadonlyMap<string, Sharing> {
  const stories = new Map<string, EditionChange[]>(sharedEdits.map(({ id }) => [id, []]));
  for (const change of changes) {
    for (const id of change.sharedEdits ?? []) {
      stories.get(id)?.push(change);
    }
  }
  return new Map(
    sharedEdits.map((shared) => [
      shared.id,
      { shared, names: namesOf(shared.edits), stories: stories.get(shared.id) ?? [] },
    ]),
  );
}

/** Stands for the stories that share edits: the first of them, with these edits only. */
export function sharedLead(shared: SharedEdits, first: EditionChange): EditionChange {
  const { gist: _gist, ...change } = first;
  const told = { ...change, headline: `The same edit in ${stories(shared.stories)}`, summary: [] };
  if (first.revision === undefined) {
    return told;
  }
  const { headlineChange: _, deckChange: __, ...compared } = first.revision;
  const facts = factsIn(shared.edits, compared.facts);
  return { ...told, revision: { ...compared, facts, edits: shared.edits, omittedEdits: 0 } };
}

/** `1 sentence removed, 2 added` */
export function sharedWords({ edits }: SharedEdits): string {
  return [...Map.groupBy(edits, ({ edit }) => edit)]
    .map(([done, some], index) =>
      index === 0 ? `${counted(some.length, "sentence", "sentences")} ${done}` : `${some.length} ${done}`,
    )
    .join(", ");
}
