import type { Edit } from "../revision/types.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";

/** Headings or rows named; the others are counted. */
const MAX_ROW_NAMES = 2;
const MAX_ROW_NAME = 60;
/** A longer list item says more than a name. */
const MAX_ITEM_NAME = 40;
const MAX_NAME_WORDS = 4;

/** Headings, rows of tables and short list items that came or went, by their names; a row that came for one of its name has changed. */
export function namedEdits(
  edits: readonly Edit[],
  [before, after]: readonly [Story, Story],
): readonly string[] {
  const [added, removed] = [onlyIn(edits, "added"), onlyIn(edits, "removed")];
  const [rows, oldRows] = [rowsIn(after, added), rowsIn(before, removed)];
  const changed = rows.filter((name) => name !== "" && oldRows.includes(name));
  return [
    nameClause("heading", without(headingsIn(after, added), headingsIn(before)), "added"),
    nameClause("heading", without(headingsIn(before, removed), headingsIn(after)), "removed"),
    nameClause("row", changed, "changed"),
    nameClause(
      "row",
      rows.filter((name) => !changed.includes(name)),
      "added",
    ),
    nameClause(
      "row",
      oldRows.filter((name) => !changed.includes(name)),
      "removed",
    ),
    nameClause("item", namedItems(after, added), "added"),
    nameClause("item", namedItems(before, removed), "removed"),
  ];
}

function onlyIn(edits: readonly Edit[], side: "added" | "removed"): ReadonlySet<string> {
  return new Set(
    edits.flatMap((edit) => {
      if (edit.edit !== side) {
        return [];
      }
      return edit.edit === "added" ? [edit.after] : [edit.before];
    }),
  );
}

function headingsIn({ paragraphs, headings }: Story, texts?: ReadonlySet<string>): readonly string[] {
  const all = headings.map((index) => paragraphs[index] ?? "");
  return texts === undefined ? all : all.filter((text) => texts.has(text));
}

function without(names: readonly string[], known: readonly string[]): readonly string[] {
  const folded = new Set(known.map(fold));
  return names.filter((name) => !folded.has(fold(name)));
}

/** The first cells of the rows whose text is one of these. */
function rowsIn({ paragraphs, rows }: Story, texts: ReadonlySet<string>): readonly string[] {
  return [...(rows ?? [])].flatMap(([index, cells]) =>
    texts.has(paragraphs[index] ?? "") ? [cells[0] ?? ""] : [],
  );
}

/** A line with an address or a label is no heading that names its section, and a cell of figures names no row. */
const NAME = /^(?!.*(?:@|:\/\/|: ))[^\p{L}]*\p{L}/u;

/** `heading “Aid” added`, `rows “Kano”, “Lagos” and 4 more added`; `3 rows added` if they have no names. */
function nameClause(
  noun: "heading" | "row" | "item",
  names: readonly string[],
  done: "added" | "removed" | "changed",
): string {
  const good = [...new Set(names)].filter((name) => name.length <= MAX_ROW_NAME && NAME.test(name));
  if (names.length === 0 || (noun === "heading" && good.length === 0)) {
    return "";
  }
  if (good.length < Math.min(names.length, MAX_ROW_NAMES)) {
    return counted(names.length, noun, done);
  }
  const shown = good.slice(0, MAX_ROW_NAMES).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  const list = all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  return `${noun}${names.length > 1 ? "s" : ""} ${list} ${done}`;
}

/** List items of these texts that are but a name. */
function namedItems({ paragraphs, kinds = [] }: Story, texts: ReadonlySet<string>): readonly string[] {
  return paragraphs.filter((text, at) => kinds[at] === "list item" && texts.has(text) && isName(text));
}

function isName(text: string): boolean {
  return (
    text.length <= MAX_ITEM_NAME &&
    /^\p{Lu}[^.;:?!|]*$/u.test(text) &&
    text.split(" ").length <= MAX_NAME_WORDS
  );
}

/** The texts that {@link namedEdits} tells by their names, or counts as rows. */
export function namedTexts({ paragraphs, headings, rows, kinds = [] }: Story): readonly string[] {
  const items = paragraphs.filter((text, at) => kinds[at] === "list item" && isName(text));
  return [...[...headings, ...(rows?.keys() ?? [])].map((at) => paragraphs[at] ?? ""), ...items];
}

/** `2 rows added` */
export function counted(n: number, noun: string, done: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"} ${done}`;
}
