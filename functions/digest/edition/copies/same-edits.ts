import { createHash } from "node:crypto";
import { toldAs } from "../../changes/order.ts";
import type { NewsChange, RevisedChange } from "../../changes/schema.ts";
import { framePassages, passagesOf, weightOf } from "./passages.ts";

/** An edit of so many telling words in two stories is no coincidence. */
const TELLING = 3;
/** With fewer, a third story must have it; with none ("the" for "a"), so many more. */
const FEW = 3;
const MANY = 10;

/** Stories with the same edit and no other. */
export interface SameEdit {
  readonly id: string;
  /** In the order of the edition. */
  readonly stories: readonly RevisedChange[];
}

/**
 * Finds the same edit in many stories: a changed company name, a new footer, copies of one story that were all revised. Two
 * revisions are the same edit if they take away the same passages and put in the same, whatever the context and however
 * often, and if they are told as the same kind of change. Linear in the edits.
 */
export function findSameEdits(records: readonly NewsChange[]): readonly SameEdit[] {
  const groups = Map.groupBy(records.filter(isRevised), identityOf);
  return [...groups].flatMap(([identity, stories]) =>
    stories.length >= storiesNeeded(stories) ? [{ id: editId(identity), stories }] : [],
  );
}

/** An id that follows from what it stands for. */
export function editId(identity: string): string {
  return `e-${createHash("sha256").update(identity).digest("hex").slice(0, 12)}`;
}

/** Whether a change has a revision, and is told by it. */
function isRevised(record: NewsChange): record is RevisedChange {
  return "revision" in record && record.revision !== undefined;
}

/** What a revision has in common with its like; a revision that is not listed whole, with copies of the same text only. */
function identityOf(record: RevisedChange): string {
  const { revision, hash } = record;
  const { goneSince, revertedTo } = { goneSince: "", revertedTo: "", ...record };
  const isWhole = revision.omittedEdits === 0 && revision.edits.length > 0;
  const edit = isWhole
    ? allPassages(record).toSorted().join("\u0001")
    : `${hash} ${revision.kind} ${JSON.stringify(revision.counts)}`;
  const section = toldAs(record);
  return section === "revised" ? edit : [section, goneSince, revertedTo, edit].join("\u0001");
}

function allPassages({ revision }: RevisedChange): readonly string[] {
  return [...new Set([...revision.edits.flatMap(passagesOf), ...framePassages(revision)])];
}

function storiesNeeded(stories: readonly RevisedChange[]): number {
  const [first] = stories;
  if (first === undefined || stories.every(({ hash }) => hash === first.hash)) {
    return 2;
  }
  const weight = allPassages(first).reduce((sum, passage) => sum + weightOf(passage), 0);
  if (weight >= TELLING) {
    return 2;
  }
  return weight > 0 ? FEW : MANY;
}
