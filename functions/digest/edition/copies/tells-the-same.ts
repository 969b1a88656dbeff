import type { NewsChange } from "../../changes/schema.ts";
import { fold } from "../../text/fold.ts";
import { termsOfWord } from "../../text/scripts.ts";
import { tokenise } from "../../text/tokens.ts";

/** Two sentences that share this part of the shorter one's words are two versions of one. */
const MIN_VERSION = 0.5;
/** Copies have fewer sentences of their own than this. */
const MAX_OWN = 12;
/** Rough, but the same for both texts. */
const SENTENCE_END = /[.!?…]+\s+|[。！？\n]/;
const CUT = /…$/;

/** The sentences of a story, as far as its record has them. */
export type Sentences = ReadonlySet<string>;

/** The sentences that the record of a story has: its summary, and its beginning without the sentence in which that is cut. */
export function sentencesOf(story: NewsChange): Sentences {
  const text = "text" in story ? story.text : "";
  const sentences = text.split(SENTENCE_END);
  const whole = CUT.test(text) ? sentences.slice(0, -1) : sentences;
  const summary = story.summary.flatMap((sentence) => sentence.split(SENTENCE_END));
  return new Set([...summary, ...whole].map(fold).map(withoutEnd));
}

/**
 * Whether two stories with nearly the same text are copies: a line may have come or gone around one of them, but of no sentence
 * has each its own version, as of a toll that is 12 here and 19 there.
 */
export function tellTheSame(a: Sentences, b: Sentences): boolean {
  const [onlyInA, onlyInB] = [[...a.difference(b)], [...b.difference(a)]];
  if (Math.max(onlyInA.length, onlyInB.length) > MAX_OWN) {
    return false;
  }
  const others = onlyInB.map(wordsOf);
  return !onlyInA.map(wordsOf).some((words) => others.some((other) => areVersions(words, other)));
}

function withoutEnd(sentence: string): string {
  return sentence.replace(/[.!?…]$/, "");
}

function wordsOf(sentence: string): ReadonlySet<string> {
  const words = tokenise(sentence).filter(({ type }) => type === "number" || type === "word");
  return new Set(words.flatMap(({ text }) => termsOfWord(text)));
}

function areVersions(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = a.intersection(b).size;
  return shared > 0 && shared >= MIN_VERSION * Math.min(a.size, b.size);
}
