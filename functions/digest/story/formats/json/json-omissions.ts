import { lineOf } from "../block-text.ts";
import type { Omission } from "../document.ts";
import { FIELD_ALIASES } from "./json-names.ts";
import { type Fields, looksLikeJson } from "./json-values.ts";

const KNOWN = new Set([...Object.values(FIELD_ALIASES).flat(), "slugline", "dateline"]);

/** Texts of at least this many words may have been meant for readers. */
const WORDS = /(?:\S+\s+){4}\S/;

const MAX_FIELDS_LEFT_OUT = 20;

/** How much of a text is given, in characters. */
const SHOWN = 500;

/** Texts under names that no field of a story has: what a setting `jsonFields` could map. */
export function omittedFields(fields: Fields): readonly Omission[] {
  return [...fields]
    .flatMap(([name, value]) =>
      typeof value === "string" &&
      !KNOWN.has(name) &&
      !looksLikeJson(value) &&
      WORDS.test(value.slice(0, SHOWN))
        ? [{ reason: `field "${name}" is not mapped`, text: lineOf(value.slice(0, SHOWN)) }]
        : [],
    )
    .slice(0, MAX_FIELDS_LEFT_OUT);
}
