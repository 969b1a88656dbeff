import type { Fact, ReadSentence } from "../sentence.ts";
import { MAX_LABEL_WORDS, type Parsed, type TokenRange } from "./clause.ts";
import type { Part } from "./grammar.ts";

/** The words of a label: token indices, joined in order. */
export type Words = readonly number[];

/** A rule that chooses the words of a label; empty if it does not apply. */
export type Choose = (parsed: Parsed, fact: Fact, sentence: ReadSentence) => Words;

/** The indices in a range. */
export function indicesIn([from, to]: TokenRange): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, n) => from + n);
}

/** The first rule that gives words. */
export function firstOf(...choices: readonly Choose[]): Choose {
  return (parsed, fact, sentence) => {
    for (const choose of choices) {
      const words = choose(parsed, fact, sentence);
      if (words.length > 0) {
        return words;
      }
    }
    return [];
  };
}

/** Index of the first token from `at` on with none of these parts of speech. */
export function skip({ parts }: Parsed, at: number, what: ReadonlySet<Part>): number {
  let next = at;
  while (next < parts.length && what.has(parts[next] ?? "end")) {
    next++;
  }
  return next;
}

/** Start of the last prepositional phrase in a range, or of the range. */
function lastPreposition(parts: readonly Part[], from: number, end: number): number {
  const at = parts.lastIndexOf("preposition", end - 1);
  return Math.max(at, from);
}

/** The words after a verb, up to a fact, time or mark, without trailing function words. */
export function complement({ tokens, parts }: Parsed, from: number, to: number): Words {
  let end = from;
  const isPart = (at: number) => !["end", "time", "fact", "joiner", "pronoun"].includes(parts[at] ?? "end");
  while (end < Math.min(to, from + MAX_LABEL_WORDS - 1, tokens.length) && isPart(end)) {
    end++;
  }
  const isCut = parts[end - 1] === "noun" && (parts[end] === "noun" || tokens[end]?.form === "of");
  if (isCut) {
    end = lastPreposition(parts, from, end);
  }
  while (end > from && parts[end - 1] !== "noun" && parts[end - 1] !== "verb") {
    end--;
  }
  return indicesIn([from, end]);
}
