import { isLine } from "../../../edition/copies/items.ts";
import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { listed, stories } from "../../wording/words.ts";
import { NOWHERE } from "./place.ts";
import type { SectionView } from "./view-types.ts";

const MAX_MINOR_NAMES = 6;
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
  return {
    title: `Minor edits: ${stories(lines.length)}`,
    tone: "calm",
    colour: "#44505f",
    stories: [],
    briefs: [...byKind].map(([words, of]) => ({
      anchor: "",
      headline: words,
      detail: listed(of.slice(0, MAX_MINOR_NAMES).map(nameOf), of.length - MAX_MINOR_NAMES),
      place: NOWHERE,
      earlierKey: "",
      alsoAt: [],
      alsoAtMore: "",
      lang: "",
      dir: "",
    })),
    closing: "",
  };
}

function nameOf({ headline, key }: EditionChange): string {
  const name = proseText(headline, MAX_MINOR_NAME);
  return name === "" ? keyText(key, MAX_MINOR_NAME) : `“${name}”`;
}
