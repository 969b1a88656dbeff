import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";

const words = [
  "fire",
  "The",
  "port",
  "12",
  "-5",
  "$1.5",
  "won’t",
  "won't",
  "“no”",
  "not",
  "Oslo",
  "crew",
  "left",
];

/** Short sentences from a small vocabulary, so that two of them often have words in common. */
export const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  .map((parts) => `${parts.join(" ")}.`);

/** Bodies with occasional repeated sentences. */
export const body = fc.array(sentence, { maxLength: 12 });

/** Arbitrary text, rich in characters that separate tokens. */
export const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "B",
        " ",
        "  ",
        "1",
        ",",
        ".",
        "-",
        "–",
        "$",
        "%",
        "'",
        "’",
        "\u00a0",
        "\n",
        "市",
        "議",
        "ไ",
        "ก",
        "็",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);
