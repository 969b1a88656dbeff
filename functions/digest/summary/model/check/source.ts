import type { Moment } from "../../../facts/reading/dates/moment.ts";
import { readSentence } from "../../../facts/reading/read.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { plainKey } from "../../../facts/reading/values.ts";
import { initialsOf } from "../../../facts/slots/names/aliases.ts";
import {
  FUNCTION_WORDS,
  INNER_PARTICLES,
  LEGAL_FORMS,
  PARTICLES,
  TITLES,
} from "../../../facts/slots/words.ts";
import { hasMeaningfulCase } from "../../../facts/title-case.ts";
import { type Vocabulary, vocabularyOf } from "../../../facts/vocabulary.ts";
import { sentenceLanguages } from "../../../revision/facts/sentence-languages.ts";
import type { Story } from "../../../story/types.ts";
import { once } from "../../../text/once.ts";
import { splitSentences } from "../../../text/sentences/sentences.ts";
import { hasCapital, tokenise } from "../../../text/tokens.ts";
import { type JoinedAmount, joinedAmounts } from "./amounts.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { momentsOf } from "./moments.ts";

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
  /** The weighty words beside each stem; of a frequent one, some. */
  readonly beside: ReadonlyMap<string, readonly Claim[]>;
  /** Different runs of words with capitals, each as the keys of its words. */
  readonly capitals: readonly (readonly string[])[];
  /** Words all in capitals, folded: "LA", whatever the small word. */
  readonly acronyms: ReadonlySet<string>;
  /** The first letters of its words in order; and of those without small ones. */
  readonly initials: readonly string[];
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
  const claims = sentences.flatMap((sentence) => claimsOf(sentence, story.lang));
  return {
    sentences,
    words: new Set([...forms, ...units.map(({ key }) => key)]),
    numbers: numbersOf(units, sentences.flatMap(joinedAmounts)),
    moments: momentsOf(story, sentences),
    vocabulary: vocabularyOf(passages),
    lang: story.lang ?? languageOf(""),
    claims: Map.groupBy(claims, (claim) => claim.stem),
    beside: besideOf(claims),
    capitals: capitalsOf(sentences),
    acronyms: new Set(
      sentences.flatMap(({ tokens }) =>
        tokens.flatMap(({ text, form }) => (ACRONYM.test(text) ? [form] : [])),
      ),
    ),
    initials: [forms, forms.filter((form) => form.length > SMALL)].map(initialsOf),
    run: ` ${forms.join(" ")} `,
  };
}

const ACRONYM = /^\p{Lu}{2,}$/u;

/** Places of a stem of which the neighbours are kept. */
const MAX_NEIGHBOURS = 500;

function besideOf(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const beside = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const word of claim.around) {
      const known = beside.get(word) ?? [];
      beside.set(word, known);
      if (known.length < MAX_NEIGHBOURS) {
        known.push(claim);
      }
    }
  }
  return beside;
}

/** Letters of words that an abbreviation leaves out. */
const SMALL = 3;
/** Different runs that are kept, and words of one. */
const MAX_CAPITALS = 1_000;
const MAX_CAPITAL_RUN = 8;

function capitalsOf(sentences: readonly ReadSentence[]): readonly (readonly string[])[] {
  const runs = new Map<string, readonly string[]>();
  for (const sentence of sentences) {
    let run: readonly string[] = [];
    for (const unit of sentence.units) {
      run = withWord(run, unit, sentence);
      runs.set(run.join(" "), run);
    }
    if (runs.size > MAX_CAPITALS) {
      break;
    }
  }
  return [...runs.values()].filter((run) => run.some(isNaming));
}

/** A run of small words, titles and the like names nothing. */
function isNaming(key: string): boolean {
  return ![FUNCTION_WORDS, PARTICLES, TITLES, LEGAL_FORMS].some((words) => words.has(key));
}

/** A run with the next word, or none where it ends. */
function withWord(run: readonly string[], { from, key }: Unit, { tokens }: ReadSentence): readonly string[] {
  const isInside = run.length > 0 && INNER_PARTICLES.has(key);
  return hasCapital(tokens[from]?.text ?? "") || isInside ? [...run.slice(1 - MAX_CAPITAL_RUN), key] : [];
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

function numbersOf(
  units: readonly Unit[],
  joined: readonly JoinedAmount[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = units
    .filter(({ sort }) => sort === "number")
    .map((unit) => ({ value: plainKey(unit), unit: unit.unit ?? "" }));
  return new Map(
    [...Map.groupBy([...numbers, ...joined], ({ value }) => value)].map(([value, all]) => [
      value,
      new Set(all.map(({ unit }) => unit)),
    ]),
  );
}

/** Whether capitals mark names in a sentence. */
export function caseOf({ text }: ReadSentence): () => boolean {
  return once(() => hasMeaningfulCase(tokenise(text)));
}
