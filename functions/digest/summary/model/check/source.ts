import type { Moment } from "../../../facts/reading/dates/moment.ts";
import { readSentence } from "../../../facts/reading/read.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { plainKey } from "../../../facts/reading/values.ts";
import { hasMeaningfulCase } from "../../../facts/title-case.ts";
import { type Vocabulary, vocabularyOf } from "../../../facts/vocabulary.ts";
import { sentenceLanguages } from "../../../revision/facts/sentence-languages.ts";
import type { Story } from "../../../story/types.ts";
import { once } from "../../../text/once.ts";
import { splitSentences } from "../../../text/sentences/sentences.ts";
import { tokenise } from "../../../text/tokens.ts";
import { type Claim, claimsOf } from "./claims.ts";

/** Letters of a story that a summary is held against. */
const MAX_SOURCE_LETTERS = 300_000;

/** What a story says, as a summary is held against it. */
export interface Source {
  readonly sentences: readonly ReadSentence[];
  /** Words of all tokens and units, folded. */
  readonly words: ReadonlySet<string>;
  /** The units that numbers have, by their value. */
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly moments: readonly Moment[];
  readonly vocabulary: Vocabulary;
  readonly lang: string | undefined;
  /** Its weighty words by their stems. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  /** All its words in order, each between blanks. */
  readonly run: string;
}

/** Reads a story with its headline, deck, dateline and byline. Linear in its first 300,000 letters. */
export function sourceOf(story: Story): Source {
  const passages = passagesOf(story);
  const languageOf = sentenceLanguages(story);
  const sentences = passages.map((sentence) => readSentence(sentence, languageOf(sentence)));
  const units = sentences.flatMap((sentence) => sentence.units);
  const forms = sentences.flatMap(({ tokens }) =>
    tokens.flatMap(({ type, form }) => (type === "mark" ? [] : [form])),
  );
  return {
    sentences,
    words: new Set([...forms, ...units.map(({ key }) => key)]),
    numbers: numbersOf(units),
    moments: units.flatMap(({ moment }) => (moment === undefined ? [] : [moment])),
    vocabulary: vocabularyOf(passages),
    lang: story.lang ?? languageOf(""),
    claims: Map.groupBy(
      sentences.flatMap((sentence) => claimsOf(sentence, story.lang)),
      (claim) => claim.stem,
    ),
    run: ` ${forms.join(" ")} `,
  };
}

function passagesOf(story: Story): readonly string[] {
  const { headline, deck = "", dateline = "", byline = "", published = "", note = "", paragraphs } = story;
  let letters = 0;
  return [headline, deck, dateline, byline, published, note, ...paragraphs]
    .filter((text) => {
      letters += text.length;
      return text !== "" && letters <= MAX_SOURCE_LETTERS;
    })
    .flatMap(splitSentences);
}

function numbersOf(units: readonly Unit[]): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = units.filter(({ sort }) => sort === "number");
  return new Map(
    [...Map.groupBy(numbers, plainKey)].map(([value, all]) => [
      value,
      new Set(all.map(({ unit = "" }) => unit)),
    ]),
  );
}

/** Whether capitals mark names in a sentence. */
export function caseOf({ text }: ReadSentence): () => boolean {
  return once(() => hasMeaningfulCase(tokenise(text)));
}
