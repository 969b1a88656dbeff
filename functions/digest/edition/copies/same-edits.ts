import { toldAs } from "../../changes/order.ts";
import type { NewsChange, RevisedChange, RevisionRecord } from "../../changes/schema.ts";
import { STATUS } from "../../revision/frame-changes.ts";
import type { KnownPassages } from "./known-passages.ts";
import { withoutOwnName } from "./own-name.ts";
import { relatedStories } from "./related-stories.ts";

/** An edit of so many telling words in two stories is no coincidence. */
const TELLING = 3;
/** With fewer, a third story must have it; with none ("the" for "a"), so many more. */
const FEW = 3;
const MANY = 10;
/** In fewer stories than these, a date or a few words that changed alike may be a coincidence. */
const COINCIDENCES = { date: 10, words: 5 } as const;

/** Stories with the same edit and no other. */
export interface SameEdit {
  readonly id: string;
  /** In the order of the edition. */
  readonly stories: readonly RevisedChange[];
}

/** A revision with all its passages, each once. */
interface Revised {
  readonly story: RevisedChange;
  readonly passages: readonly number[];
  /** What else must be equal. */
  readonly context: readonly string[];
}

/**
 * Finds the same edit in many stories: a changed company name, a new footer, copies of one story that were all revised. Two
 * revisions are the same edit if they take away the same passages and put in the same, whatever the context and however
 * often, and if they are told as the same kind of change. A date or a few words that any story may have ("Monday", "may") are the
 * same edit only in stories that have more in common. Pages of twins, in which only their own name differs, have the same edits, too.
 * Linear in the edits.
 */
export function findSameEdits(records: readonly NewsChange[], passages: KnownPassages): readonly SameEdit[] {
  const revised = records.filter(isRevised);
  const same = groupsOf(
    revised.map((story) => toRevised(story, story.revision, passages)),
    passages,
  );
  const placed = new Set(same.flatMap(({ stories }) => stories));
  const counts = Map.groupBy(
    revised.filter((story) => !placed.has(story)),
    ({ revision: { kind, counts } }) => `${kind} ${changesOf(counts).join(" ")}`,
  );
  const alike = [...counts.values()].filter(({ length }) => length > 1);
  const twins = alike.flatMap((stories) =>
    groupsOf(
      stories.map((story) => toRevised(story, withoutOwnName(story), passages)),
      passages,
    ),
  );
  return [...same, ...twins];
}

function changesOf({
  edited,
  added,
  removed,
  moved,
}: RevisedChange["revision"]["counts"]): readonly number[] {
  return [edited, added, removed, moved];
}

function groupsOf(revised: readonly Revised[], passages: KnownPassages): readonly SameEdit[] {
  const groups = Map.groupBy(revised, (one) => [...one.context, ...one.passages].join("\u0001"));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) {
      return [];
    }
    const stories = same.map(({ story }) => story);
    const kind = passages.commonKind(first.passages, TELLING);
    const isCommon = kind !== undefined && same.length < COINCIDENCES[kind];
    const weight = passages.weigh(first.passages);
    const related = (isCommon ? relatedStories(stories) : [stories]).filter(
      (some) => some.length > 1 && some.length >= storiesNeeded(some, weight),
    );
    return related.map((some, index) => {
      const context = index === 0 ? first.context : [...first.context, some[0]?.key ?? ""];
      return { id: passages.idOf(first.passages, ...context), stories: some };
    });
  });
}

/** Whether a change has a revision, and is told by it. */
function isRevised(record: NewsChange): record is RevisedChange {
  return "revision" in record && record.revision !== undefined;
}

function toRevised(story: RevisedChange, revision: RevisionRecord, passages: KnownPassages): Revised {
  const { edits, omittedEdits } = revision;
  const all = [...edits.flatMap((edit) => passages.ofEdit(edit)), ...passages.ofFrame(revision)];
  const isWhole = omittedEdits === 0 && all.length > 0;
  const isTwin = revision !== story.revision && all.length > 0;
  return {
    story,
    passages: [...new Set(all)].sort((a, b) => a - b),
    context: [...sectionOf(story), ...statusOf(story), ...(isWhole || isTwin ? [] : copyOf(story))],
  };
}

/** A changed status is the same edit only in copies: what was killed is told for each story. */
function statusOf({ hash, revision: { facts } }: RevisedChange): readonly string[] {
  return facts.some(({ context }) => context === STATUS) ? [hash] : [];
}

/** How the change is told. */
function sectionOf(story: RevisedChange): readonly string[] {
  const { goneSince, revertedTo } = { goneSince: "", revertedTo: "", ...story };
  const section = toldAs(story);
  return section === "revised" ? [] : [section, goneSince, revertedTo];
}

/** A revision that is not listed whole is the same as that of a copy only. */
function copyOf({ hash, revision: { kind, counts } }: RevisedChange): readonly string[] {
  return [hash, kind, JSON.stringify(counts)];
}

function storiesNeeded(stories: readonly RevisedChange[], weight: number): number {
  if (weight >= TELLING || stories.every(({ hash }) => hash === stories[0]?.hash)) {
    return 2;
  }
  return weight > 0 ? FEW : MANY;
}
