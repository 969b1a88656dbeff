import { toldAs } from "../../changes/order.ts";
import type { NewsChange, RevisedChange } from "../../changes/schema.ts";
import type { EditionEdit } from "../schema.ts";
import type { KnownPassages } from "./known-passages.ts";
import { partsOf } from "./passages.ts";
import type { SameEdit } from "./same-edits.ts";

/** In two stories with edits of their own, an edit is as soon read twice as told apart. */
const MIN_STORIES = 3;
/** Telling words of edits that are told apart, and those that this saves: "Monday" for "Tuesday" is in many stories. */
const MIN_WEIGHT = 4;
const MIN_SAVED = 16;
/** So many are told apart, those that save most. */
const MAX_TOLD_APART = 50;
/** More than this share of the stories with shared edits may have others in common as well: these tell them all. */
const HOST_SHARE = 0.5;

/** Edits that many stories share, of which some have others as well. */
export interface SharedEdits {
  readonly id: string;
  readonly edits: readonly EditionEdit[];
  /** In the order of the edition. */
  readonly stories: readonly RevisedChange[];
  /** The same edit of most of the stories, with which they are told; without one, they are an item of their own. */
  readonly sameEdit?: string;
  /** The stories that have no edits but such, and need no item of their own. */
  readonly only: readonly RevisedChange[];
}

/** An edit or a part of it. */
interface Part {
  readonly part: EditionEdit;
  readonly edit: EditionEdit;
  readonly passages: readonly number[];
}

/** A revision that one or more stories have. */
interface Teller {
  readonly stories: readonly RevisedChange[];
  readonly sameEdit?: string;
  /** The edits by name: their passages. */
  readonly edits: ReadonlyMap<string, Part>;
  /** Whether there is anything else: a headline, an edit that is not listed. */
  readonly hasMore: boolean;
}

/** The edits that exactly these tellers share. */
interface Bundle {
  readonly tellers: readonly Teller[];
  readonly names: readonly string[];
}

/**
 * Finds the edits that at least three revised stories share: a notice that came, a passage that went or was replaced. Edits of
 * the same stories belong together. Linear in the edits, apart from sorting.
 */
export function findSharedEdits(
  records: readonly NewsChange[],
  sameEdits: readonly SameEdit[],
  passages: KnownPassages,
): readonly SharedEdits[] {
  const bundles = mostTelling(bundlesOf(tellersOf(records, sameEdits, passages)), passages);
  const toldApart = bundles.filter((bundle) => hostOf(bundle) === undefined);
  const names = new Set(toldApart.flatMap((bundle) => bundle.names));
  const placed = new Set<Teller>();
  return bundles.map((bundle) => {
    const only = toldApart.includes(bundle)
      ? bundle.tellers.filter((teller) => hasOnly(teller, names) && !placed.has(teller))
      : [];
    for (const teller of only) {
      placed.add(teller);
    }
    return toSharedEdits(bundle, only, passages);
  });
}

function tellersOf(
  records: readonly NewsChange[],
  sameEdits: readonly SameEdit[],
  passages: KnownPassages,
): readonly Teller[] {
  const ids = new Map(sameEdits.flatMap(({ id, stories }) => stories.map((story) => [story, id] as const)));
  const revised = records.filter(isToldAsRevised);
  const groups = Map.groupBy(revised, (record) => ids.get(record) ?? record);
  return [...groups].flatMap(([group, stories]) => {
    const [first] = stories;
    const sameEdit = typeof group === "string" ? { sameEdit: group } : {};
    return first === undefined ? [] : [{ stories, ...sameEdit, ...editsOf(first, passages) }];
  });
}

function isToldAsRevised(record: NewsChange): record is RevisedChange {
  return toldAs(record) === "revised";
}

function editsOf({ revision }: RevisedChange, passages: KnownPassages): Pick<Teller, "edits" | "hasMore"> {
  const parts = revision.edits.flatMap((edit) =>
    partsOf(edit).map((part) => ({ part, edit, passages: passages.ofEdit(part) })),
  );
  return {
    edits: new Map(parts.map((part) => [part.passages.join(" "), part])),
    hasMore: revision.omittedEdits > 0 || passages.ofFrame(revision).length > 0,
  };
}

function bundlesOf(tellers: readonly Teller[]): readonly Bundle[] {
  const owners = new Map<string, number[]>();
  for (const [place, { edits }] of tellers.entries()) {
    for (const name of edits.keys()) {
      const known = owners.get(name) ?? [];
      known.push(place);
      owners.set(name, known);
    }
  }
  owners.delete("");
  const shared = [...owners].filter(([, places]) => places.length > 1);
  const bundles = Map.groupBy(shared, ([, places]) => places.join(" "));
  return [...bundles.values()].map((edits) => ({
    tellers: edits[0]?.[1].flatMap((place) => tellers[place] ?? []) ?? [],
    names: edits.map(([name]) => name),
  }));
}

/** The bundles that are worth telling apart, in their order. */
function mostTelling(bundles: readonly Bundle[], passages: KnownPassages): readonly Bundle[] {
  const weighed = bundles.map((bundle) => ({ bundle, saved: savedBy(bundle, passages) }));
  const most = weighed.filter(({ saved }) => saved >= MIN_SAVED).toSorted((a, b) => b.saved - a.saved);
  const kept = new Set(most.slice(0, MAX_TOLD_APART).map(({ bundle }) => bundle));
  return bundles.filter((bundle) => kept.has(bundle));
}

/** The telling words that need not be repeated; none if the edits say too little, or are in too few stories. */
function savedBy(bundle: Bundle, passages: KnownPassages): number {
  const stories = countStories(bundle.tellers);
  const weight = passages.weigh(passagesIn(bundle));
  const isLittle = weight < MIN_WEIGHT || passages.commonKind(passagesIn(bundle), MIN_WEIGHT) === "date";
  return stories < MIN_STORIES || isLittle ? 0 : weight * (stories - 1);
}

function passagesIn(bundle: Bundle): readonly number[] {
  return partsIn(bundle).flatMap((part) => part.passages);
}

/** The edits as the first of the stories has them, whole if all parts are shared. */
function editsIn(bundle: Bundle): readonly EditionEdit[] {
  const parts = partsIn(bundle);
  const isWhole = (edit: EditionEdit): boolean =>
    parts.filter((part) => part.edit === edit).length === partsOf(edit).length;
  return [...new Set(parts.map(({ part, edit }) => (isWhole(edit) ? edit : part)))];
}

function partsIn({ tellers, names }: Bundle): readonly Part[] {
  return names.flatMap((name) => tellers[0]?.edits.get(name) ?? []);
}

function countStories(tellers: readonly Teller[]): number {
  return tellers.reduce((sum, { stories }) => sum + stories.length, 0);
}

/** The stories with the same edit that tell these edits among others of theirs: most of them all, if none has only these. */
function hostOf({ tellers, names }: Bundle): Teller | undefined {
  const all = countStories(tellers);
  const host = tellers.find(
    ({ stories, sameEdit }) => sameEdit !== undefined && stories.length > HOST_SHARE * all,
  );
  return tellers.some((teller) => hasOnly(teller, new Set(names))) ? undefined : host;
}

/** Whether a revision has no other edits than these. */
function hasOnly({ edits, hasMore }: Teller, names: ReadonlySet<string>): boolean {
  return !hasMore && edits.size > 0 && [...edits.keys()].every((name) => names.has(name));
}

function toSharedEdits(bundle: Bundle, only: readonly Teller[], passages: KnownPassages): SharedEdits {
  const sameEdit = hostOf(bundle)?.sameEdit;
  return {
    id: passages.idOf(passagesIn(bundle)),
    edits: editsIn(bundle),
    stories: bundle.tellers.flatMap(({ stories }) => stories),
    ...(sameEdit !== undefined && { sameEdit }),
    only: only.flatMap(({ stories }) => stories),
  };
}
