import { SIGNIFICANCE } from "../changes/significance.ts";
import { countItems } from "../edition/copies/items.ts";
import type { Edition, EditionChange } from "../edition/schema.ts";
import { isMatch, type Match, matcherOf } from "./match.ts";
import type { Topic } from "./topics.ts";

/** The part of an edition that a reader chose. */
export interface Selection {
  /** An edition as any other: what is not chosen is not in it, and what it counts is what it has. */
  readonly edition: Edition;
  /** Why each change is in it, by its place in `edition.changes`. */
  readonly matches: readonly Match[];
}

/**
 * What of an edition is in at least one of these topics, once each, in the order of the edition; changes whose figure a topic asks for come first, then, of a week, removed
 * stories that had some weight. It is `quiet` if there is nothing: then nobody is to be emailed. Pure; linear in the edition, times the topics.
 */
export function selectFor(edition: Edition, topics: readonly Topic[]): Selection {
  const matchers = topics.map(matcherOf);
  const chosen = edition.changes.flatMap((change) => {
    const found = matchers.map((matcher) => matcher.change(change)).filter(isMatch);
    const match = found.find(({ isFigure }) => isFigure) ?? found[0];
    return match === undefined ? [] : [{ change, match }];
  });
  const leads = (each: Chosen) => isFigure(each) || (edition.rhythm === "weekly" && isGone(each));
  const ordered = [
    ...chosen.filter(isFigure),
    ...chosen.filter((each) => leads(each) && !isFigure(each)),
    ...chosen.filter((each) => !leads(each)),
  ];
  const isNamed = (...keys: readonly string[]) => matchers.some(({ named }) => isMatch(named(...keys)));
  return {
    edition: withChanges(
      edition,
      ordered.map(({ change }) => change),
      isNamed,
    ),
    matches: ordered.map(({ match }) => match),
  };
}

interface Chosen {
  readonly change: EditionChange;
  readonly match: Match;
}

/** New stories of one event stand side by side, so only what is told by itself can be moved ahead. */
function isFigure({ change, match }: Chosen): boolean {
  return match.isFigure && change.change !== "added";
}

/** A removed story that weighs more than any does: long, one of several on its event, or told before. */
function isGone({ change: { change, significance, told } }: Chosen): boolean {
  return change === "removed" && told !== "line" && significance > SIGNIFICANCE.removed;
}

/** An edition of which only these changes are told, with no word of the others; and the stories that are only named, if they are to be. */
export function withChanges(
  edition: Edition,
  chosen: readonly EditionChange[],
  isNamed: (...keys: readonly string[]) => boolean = () => true,
): Edition {
  const { items: _, feedback: __, sharedEdits: ___, passing: ____, ...rest } = edition;
  const changes = amongThemselves(chosen, edition);
  const passing = edition.passing?.filter(({ key }) => isNamed(key)) ?? [];
  const cosmetic = edition.cosmetic.filter(({ key }) => isNamed(key));
  const unstable = edition.unstable.filter(({ key, renamedFrom = key }) => isNamed(key, renamedFrom));
  const heldBack = edition.heldBack.filter(({ key }) => isNamed(key));
  const counts = { ...edition.counts, ...countsOf(changes) };
  const told = { ...counts, cosmetic: cosmetic.length, unstable: unstable.length, heldBack: heldBack.length };
  const { revised, added, returned, reverted, renamed, removed, minor } = countItems({
    counts: told,
    changes,
  });
  const keys = new Set(changes.map(({ key }) => key));
  const threads = edition.threads
    .map((thread) => ({ ...thread, stories: thread.stories.filter((key) => keys.has(key)) }))
    .filter(({ stories }) => stories.length > 1);
  const sharedEdits = sharedIn(edition, changes);
  return {
    ...rest,
    kind: changes.length === 0 ? "quiet" : edition.kind,
    counts: told,
    items: { revised, added, returned, reverted, renamed, removed, minor },
    threads,
    changes: changes.map((change) => inThreads(change, threads)),
    cosmetic,
    unstable,
    heldBack,
    ...(passing.length > 0 && { passing }),
    ...(sharedEdits.length > 0 && { sharedEdits }),
  };
}

function countsOf(changes: readonly EditionChange[]): Pick<Edition["counts"], EditionChange["change"]> {
  const counts = { added: 0, revised: 0, reverted: 0, returned: 0, renamed: 0, removed: 0 };
  for (const { change } of changes) {
    counts[change] += 1;
  }
  return counts;
}

/** Edits that at least two of the chosen stories share. */
function sharedIn(
  { sharedEdits = [] }: Edition,
  changes: readonly EditionChange[],
): NonNullable<Edition["sharedEdits"]> {
  return sharedEdits.flatMap((shared) => {
    const stories = changes.filter((change) => shares(change, shared)).length;
    return stories > 1 ? [{ ...shared, stories }] : [];
  });
}

function shares(
  { sharedEdits = [], sameEdit }: EditionChange,
  shared: { readonly id: string; readonly sameEdit?: string | undefined },
): boolean {
  return sharedEdits.includes(shared.id) || (sameEdit !== undefined && sameEdit === shared.sameEdit);
}

/** The changes with no word of those that are not among them: copies of none, edits shared with none. */
function amongThemselves(changes: readonly EditionChange[], edition: Edition): readonly EditionChange[] {
  const keys = new Set(changes.map(({ key }) => key));
  const shared = new Set(sharedIn(edition, changes).map(({ id }) => id));
  const originals = new Map<string, string>();
  return changes.map(({ copyOf, sameTextAs, sharedEdits, ...change }) => {
    const original = copyOf === undefined || keys.has(copyOf) ? copyOf : originals.get(copyOf);
    if (copyOf !== undefined && original === undefined) {
      originals.set(copyOf, change.key);
    }
    const edits = sharedEdits?.filter((id) => shared.has(id)) ?? [];
    return {
      ...change,
      ...(original !== undefined && { copyOf: original }),
      ...(sameTextAs !== undefined && keys.has(sameTextAs) && { sameTextAs }),
      ...(edits.length > 0 && { sharedEdits: edits }),
    };
  });
}

function inThreads(change: EditionChange, threads: Edition["threads"]): EditionChange {
  const isThere = threads.some(({ id, stories }) => id === change.thread && stories.includes(change.key));
  return isThere || change.thread === null ? change : { ...change, thread: null };
}
