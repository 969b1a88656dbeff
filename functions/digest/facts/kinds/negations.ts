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

/** The negations that are a word, without those that a word ends with. */
export const NEGATION_WORDS: readonly string[] = [...NEGATIONS.keys()];

/** The negation at a place: a negative word, a contraction with "n't", or a form of "deny". "No. 5" is none. */
export function negationAt(tokens: readonly SentenceToken[], at: number): Found | undefined {
  const form = tokens[at]?.form ?? "";
  const value = /[a-z]n't$/.test(form) ? "not" : NEGATIONS.get(form);
  if (value === undefined) return undefined;
  if (form === "no" && tokens[at + 1]?.text === "." && tokens[at + 2]?.type === "number") return undefined;
  return { kind: "negation", value, length: 1 };
}
