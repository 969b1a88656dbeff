import {
  clauseEnd,
  clauseStart,
  MAX_LABEL_WORDS,
  nounsBefore,
  nounsFrom,
  phraseIn,
  subjectBefore,
  withPhrase,
} from "./clause.ts";
import { event } from "./dates.ts";
import type { Part } from "./grammar.ts";
import { type Choose, complement, firstOf, indicesIn, skip } from "./label.ts";

const BETWEEN: ReadonlySet<Part> = new Set<Part>(["auxiliary", "adverb"]);

/** "Finance Minister Clara Voss", "her lawyer, Piotr Zeman". */
const role: Choose = (parsed, fact) => {
  const next = indicesIn(nounsBefore(parsed, fact.from));
  if (next.length > 0) {
    return next.slice(-3);
  }
  const isApposed = parsed.tokens[fact.from - 1]?.text === ",";
  return isApposed ? indicesIn(nounsBefore(parsed, fact.from - 1)).slice(-3) : [];
};

/** "Clara Voss, the mayor of Lund, …". */
const apposed: Choose = (parsed, fact) => {
  if (parsed.tokens[fact.to]?.text !== "," || parsed.parts[fact.to + 1] !== "determiner") {
    return [];
  }
  const nouns = nounsFrom(parsed, fact.to + 2);
  return nouns[1] > nouns[0] ? indicesIn(withPhrase(parsed, nouns, parsed.tokens.length)) : [];
};

/** "summit held in" Geneva, "police arrested" Ada Holt. */
const around: Choose = (parsed, fact, sentence) => {
  const isAfter = parsed.parts[fact.from - 1] === "preposition" || parsed.parts[fact.from - 1] === "verb";
  const words = isAfter ? event(parsed, fact, sentence) : [];
  const lead = fact.from - 1;
  return words.length === 0 || words.includes(lead) || words.length >= MAX_LABEL_WORDS
    ? words
    : [...words, lead];
};

/** "Holt met the crew" → met the crew. */
const doing: Choose = (parsed, fact) => {
  const verb = skip(parsed, fact.to, BETWEEN);
  if (parsed.parts[verb] === "verb") {
    return [verb, ...complement(parsed, verb + 1, parsed.tokens.length)];
  }
  return verb > fact.to ? indicesIn(phraseIn(parsed, [verb, clauseEnd(parsed, verb)])) : [];
};

/** The subject of a negated statement; none if it is a pronoun. */
export const labelNegation: Choose = (parsed, fact) => {
  const from = clauseStart(parsed, fact.from);
  let verb = fact.from;
  while (BETWEEN.has(parsed.parts[verb - 1] ?? "end")) {
    verb--;
  }
  if (parsed.parts[verb - 1] === "pronoun" || parsed.parts[fact.from] === "pronoun") {
    return [];
  }
  return indicesIn(subjectBefore(parsed, fact.from, from));
};

/** The speaker named next to a verb of saying, before or after a quotation. */
export const labelQuotation: Choose = (parsed, fact, sentence) => {
  const near = [
    fact.to,
    fact.to + 1,
    ...indicesIn([fact.to + 2, fact.to + 6]),
    fact.from - 1,
    fact.from - 2,
    fact.from - 3,
  ];
  const verb = near.find((at) => parsed.parts[at] === "report");
  if (verb === undefined) {
    return [];
  }
  const afterVerb = skip(parsed, verb + 1, new Set<Part>(["determiner"]));
  const after = verb >= fact.to ? nounsFrom(parsed, afterVerb) : ([verb, verb] as const);
  const words = indicesIn(after[1] > after[0] ? after : nounsBefore(parsed, verb));
  const name = sentence.facts.find(
    ({ kind, from, to }) => kind === "name" && words.some((at) => from <= at && at < to),
  );
  return name === undefined ? words : indicesIn([name.from, name.to]);
};

/** The role of the person named, or else what is said about the name. */
export const labelName = firstOf(role, apposed, around, doing);
