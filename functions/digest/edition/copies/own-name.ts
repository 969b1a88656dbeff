import type { RevisedChange, RevisionRecord } from "../../changes/schema.ts";

/** A shorter name may be a part of any word, a number that of anything. */
const MIN_NAME = 4;
/** Stands for the name of a story's folder or file. */
const OWN_NAME = "\u25cc";
const SUFFIX = /\.[a-z0-9]{1,8}$/i;
const LETTER = /\p{L}/u;
const NOT_LITERAL = /[.*+?^${}()|[\]\\]/g;

/**
 * The revision with a sign in place of the names of the story's folders and file, in whatever case: pages of two brands, towns
 * or products in folders of their own may differ in nothing else.
 */
export function withoutOwnName({ key, revision }: RevisedChange): RevisionRecord {
  const names = key
    .replace(SUFFIX, "")
    .split("/")
    .filter((name) => name.length >= MIN_NAME && LETTER.test(name));
  if (names.length === 0) {
    return revision;
  }
  const any = new RegExp(names.map((name) => name.replace(NOT_LITERAL, "\\$&")).join("|"), "giu");
  return JSON.parse(JSON.stringify(revision), (field, value: unknown) =>
    typeof value === "string" && TEXTS.has(field) ? value.replaceAll(any, OWN_NAME) : value,
  ) as RevisionRecord;
}

/** The fields of edits, their words, facts and lines that have text. */
const TEXTS = new Set(["before", "after", "text", "context"]);
