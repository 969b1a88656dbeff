import { isLine } from "../../../edition/copies/items.ts";
import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { stories } from "../../wording/words.ts";
import { namedSection } from "./closing-sections.ts";
import type { SectionView } from "./view-types.ts";

const MAX_MINOR_NAME = 60;

/** What is said of each kind of minor edit. */
const KIND_WORDS = {
  wording: "Small words and marks",
  spelling: "Spelling",
  order: "Order of sentences",
  repeated: "A notice that stands in many stories",
  listing: "The name of a new or removed story, in a list",
} as const satisfies Record<NonNullable<EditionChange["minor"]>, string>;

/** The stories of which nothing but a minor edit is to be told: one line for each kind, with their headlines. */
export function minorSection({ changes }: Edition): SectionView {
  const lines = changes.filter(isLine);
  const byKind = Map.groupBy(lines, ({ minor = "wording" }) => KIND_WORDS[minor]);
  return namedSection(`Minor edits: ${stories(lines.length)}`, byKind, nameOf);
}

function nameOf({ headline, key }: EditionChange): string {
  const name = proseText(headline, MAX_MINOR_NAME);
  return name === "" ? keyText(key, MAX_MINOR_NAME) : `“${name}”`;
}
