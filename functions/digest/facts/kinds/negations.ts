import type { Found, SentenceToken } from "../sentence.ts";

const NEGATIONS: ReadonlyMap<string, string> = new Map([
  ["not", "not"],
  ["cannot", "not"],
  ["no", "no"],
  ["none", "none"],
  ["nobody", "nobody"],
  ["nothing", "nothing"],
  ["never", "never"],
  ["neither", "neither"],
  ["nor", "nor"],
  ["without", "without"],
  ["deny", "deny"],
  ["denies", "deny"],
  ["denied", "deny"],
  ["denying", "deny"],
]);

/** Negations that are whole words, not endings such as "n't". */
export const NEGATION_WORDS: readonly string[] = [...NEGATIONS.keys()];

/** The negation at a token: a negative word, a contraction with "n't", or a form of "deny". "No. 5" is not one. */
export function negationAt(tokens: readonly SentenceToken[], at: number): Found | undefined {
  const form = tokens[at]?.form ?? "";
  const value = /[a-z]n't$/.test(form) ? "not" : NEGATIONS.get(form);
  if (value === undefined) {
    return undefined;
  }
  if (form === "no" && tokens[at + 1]?.text === "." && tokens[at + 2]?.type === "number") {
    return undefined;
  }
  return { kind: "negation", value, length: 1 };
}
