import { factsIn } from "../../../edition/copies/own-part.ts";
import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { counted, stories } from "../../wording/words.ts";

/** Edits that many stories have, some of them with others as well. */
export type SharedEdits = NonNullable<Edition["sharedEdits"]>[number];

/** Who shares edits with others. */
export interface Sharing {
  readonly byId: ReadonlyMap<string, SharedEdits>;
  /** The stories that have others as well, by the id of the shared ones. */
  readonly stories: ReadonlyMap<string, readonly EditionChange[]>;
}

export function sharingIn({ sharedEdits = [], changes }: Edition): Sharing {
  const stories = new Map<string, EditionChange[]>(sharedEdits.map(({ id }) => [id, []]));
  for (const change of changes) {
    for (const id of change.sharedEdits ?? []) {
      stories.get(id)?.push(change);
    }
  }
  return { byId: new Map(sharedEdits.map((shared) => [shared.id, shared])), stories };
}

/** The edits that a story shares, and that are told apart from its own. */
export function sharedBy({ sharedEdits = [] }: EditionChange, byId: Sharing["byId"]): readonly SharedEdits[] {
  return sharedEdits.flatMap((id) => byId.get(id) ?? []);
}

/** Stands for the stories that share edits: the first of them, with these edits only. */
export function sharedLead(shared: SharedEdits, first: EditionChange): EditionChange {
  const told = { ...first, headline: `The same edit in ${stories(shared.stories)}`, summary: [] };
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
