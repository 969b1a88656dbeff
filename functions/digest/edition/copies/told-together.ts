import { compareRecords } from "../../changes/order.ts";
import type { NewsChange } from "../../changes/schema.ts";
import type { Edition, EditionChange } from "../schema.ts";
import { findCopies } from "./copies.ts";
import { KnownPassages } from "./known-passages.ts";
import { findSameEdits } from "./same-edits.ts";
import { findSharedEdits } from "./shared-edits.ts";

/** What an edition tells of a change in common with others. */
export type Together = Pick<EditionChange, "copyOf" | "sameEdit" | "sharedEdits">;

/** Which changes of an edition are told together. */
export interface ToldTogether {
  /** What a change has in common with others; empty for nearly all. */
  of(record: NewsChange): Together;
  /** Whether other stories have the same edit as this one, and no other: all are told, and weigh, as one. */
  isSameEdit(record: NewsChange): boolean;
  /** Whether a story has no edits but such as others share: they are told for all of them. */
  isShared(record: NewsChange): boolean;
  /** Edits that stories share that have others as well. */
  readonly sharedEdits: NonNullable<Edition["sharedEdits"]>;
}

/**
 * Finds the changes that are one item: stories that came, came back or went together as copies of one text, and revisions that
 * are the same edit. The order of the records does not matter. Linear in the records and their edits, apart from sorting.
 */
export function findToldTogether(news: readonly NewsChange[]): ToldTogether {
  const sorted = news.toSorted(compareRecords);
  const passages = new KnownPassages();
  const sameEdits = findSameEdits(sorted, passages);
  const shared = findSharedEdits(sorted, sameEdits, passages);
  const originals = copiesOf(
    sorted,
    sameEdits.map(({ stories }) => stories),
  );
  const editIds = new Map<NewsChange, string>([
    ...sameEdits.flatMap(({ id, stories }) => stories.map((story) => [story, id] as const)),
    ...shared.flatMap(({ id, only }) => only.map((story) => [story, id] as const)),
  ]);
  const sharedIds = new Map<NewsChange, string[]>();
  for (const { id, stories, sameEdit = id } of shared) {
    for (const story of stories.filter((one) => editIds.get(one) !== sameEdit)) {
      sharedIds.set(story, [...(sharedIds.get(story) ?? []), id]);
    }
  }
  const same = new Set<NewsChange>(sameEdits.flatMap(({ stories }) => stories));
  return {
    isSameEdit: (record) => same.has(record),
    isShared: (record) => editIds.has(record) && !same.has(record),
    of: (record) => ({
      ...field("copyOf", originals.get(record)?.key),
      ...field("sameEdit", editIds.get(record)),
      ...field("sharedEdits", sharedIds.get(record)),
    }),
    sharedEdits: shared.map(({ id, edits, stories, sameEdit }) => ({
      id,
      edits,
      stories: stories.length,
      ...field("sameEdit", sameEdit),
    })),
  };
}

/** Copies among the stories that came, came back without a revision, or went; and among those with the same edit. */
function copiesOf(
  news: readonly NewsChange[],
  sameEdits: readonly (readonly NewsChange[])[],
): ReadonlyMap<NewsChange, NewsChange> {
  const whole = news.filter(
    (record) => ["added", "removed"].includes(record.change) || isBackAsItWas(record),
  );
  const groups = Map.groupBy(
    whole,
    (record) => `${record.change} ${"goneSince" in record ? record.goneSince : ""}`,
  );
  return new Map([...groups.values(), ...sameEdits].flatMap((stories) => [...findCopies(stories)]));
}

function isBackAsItWas(record: NewsChange): boolean {
  return record.change === "returned" && record.revision === undefined && record.renamedFrom === undefined;
}

function field<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]: Value });
}
