import { createHash } from "node:crypto";
import type { RevisedChange } from "../changes/schema.ts";
import type { EditionEdit, EditionRevision } from "./schema.ts";

/** Characters of inserted and deleted words up to which edits are compared. */
const MAX_SIGNATURE = 2_000;

/**
 * Finds the same edit in many stories: a changed company name, a new footer. Two revisions are the same edit if they
 * delete the same words and insert the same words, whatever the context and however often. Returns the id of the edit
 * by story key; stories with edits of their own are left out.
 */
export function findSameEdits(records: readonly RevisedChange[]): ReadonlyMap<string, string> {
  const bySignature = Map.groupBy(records, ({ revision }) => signatureOf(revision));
  bySignature.delete("");
  const groups = [...bySignature].filter(([, same]) => same.length > 1);
  return new Map(
    groups.flatMap(([signature, same]) => same.map(({ key }) => [key, idOf(signature)] as const)),
  );
}

function idOf(signature: string): string {
  return `e-${createHash("sha256").update(signature).digest("hex").slice(0, 12)}`;
}

/** The words a revision deletes and inserts, as a string; empty without edits, or if there are too many. */
function signatureOf(revision: EditionRevision): string {
  if (revision.omittedEdits > 0 || revision.edits.length === 0) {
    return "";
  }
  const pairs = revision.edits.flatMap(changesOf).map(([before, after]) => `${before}\u0000${after}`);
  const signature = [...new Set(pairs)].toSorted().join("\u0001");
  return signature.length > MAX_SIGNATURE ? "" : signature;
}

/** The words before and after, for each place that changed. */
function changesOf(edit: EditionEdit): readonly (readonly [before: string, after: string])[] {
  switch (edit.edit) {
    case "added":
      return [["", edit.after]];
    case "removed":
      return [[edit.before, ""]];
    case "moved":
      return [[`${edit.before} ${edit.from}`, `${edit.after} ${edit.to}`]];
    case "edited":
      return edit.words === undefined ? [[edit.before, edit.after]] : placesOf(edit.words);
    default:
      return edit satisfies never;
  }
}

function placesOf(
  words: NonNullable<Extract<EditionEdit, { edit: "edited" }>["words"]>,
): readonly (readonly [before: string, after: string])[] {
  const places: [string, string][] = [];
  let isOpen = false;
  for (const { type, text } of words) {
    if (type === "kept") {
      isOpen = false;
      continue;
    }
    const place = (isOpen ? places.pop() : undefined) ?? ["", ""];
    places.push(type === "removed" ? [place[0] + text, place[1]] : [place[0], place[1] + text]);
    isOpen = true;
  }
  return places.map(([before, after]) => [before.trim(), after.trim()]);
}
