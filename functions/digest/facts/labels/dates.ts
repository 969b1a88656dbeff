import type { ReadSentence } from "../sentence.ts";
import {
  clauseStart,
  lastOf,
  MAX_LABEL_WORDS,
  nounsBefore,
  nounsFrom,
  type Parsed,
  phraseIn,
  subjectBefore,
  type TokenRange,
} from "./clause.ts";
import type { Part } from "./grammar.ts";
import { type Choose, complement, firstOf, indicesIn, skip } from "./label.ts";

const VERB: ReadonlySet<Part> = new Set<Part>(["verb"]);
const VERB_OR_REPORT: ReadonlySet<Part> = new Set<Part>(["verb", "report"]);

/** "the January 17 meeting", "Monday's vote". */
const dated: Choose = (parsed, fact) => {
  const isLeading = /['’]s$/.test(fact.surface) || parsed.parts[fact.from - 1] === "determiner";
  return isLeading ? indicesIn(nounsFrom(parsed, fact.to)) : [];
};

/** The verb of the clause with its subject or, if that is a name or a pronoun, with its complement. */
export const event: Choose = (parsed, fact, sentence) => {
  const from = clauseStart(parsed, fact.from);
  const verb = lastOf(parsed, VERB, [from, fact.from]);
  if (verb < 0) {
    return indicesIn(phraseIn(parsed, [from, fact.from]));
  }
  const own = subjectBefore(parsed, verb, from);
  const subject = own[0] === own[1] ? antecedent(parsed, from) : own;
  if (isUsable(parsed, subject, sentence)) {
    return [...indicesIn(subject).slice(0, MAX_LABEL_WORDS - 1), verb];
  }
  return [verb, ...complement(parsed, verb + 1, fact.from)];
};

/** "The bridge, built in 1962", "the fire, which began on Friday": the nouns before the comma. */
function antecedent({ tokens, parts }: Parsed, from: number): TokenRange {
  const isRelative = tokens[from - 1]?.text !== "," && parts[from - 1] === "pronoun";
  const before = isRelative ? from - 1 : from;
  const end = tokens[before - 1]?.text === "," ? before - 1 : before;
  return end < from ? nounsBefore({ tokens, parts }, end) : [from, from];
}

function isUsable(parsed: Parsed, [from, to]: TokenRange, { facts }: ReadSentence): boolean {
  const isName = facts.some((fact) => fact.kind === "name" && fact.from < to && from < fact.to);
  return to > from && !isName && parsed.parts[from] === "noun";
}

/** A fact that opens its sentence: the clause after the comma. */
const eventAfter: Choose = (parsed, fact, sentence) => {
  const from = skip(parsed, fact.to, new Set<Part>(["end", "time"]));
  const verb = parsed.parts.findIndex((part, at) => at >= from && (part === "verb" || part === "report"));
  if (verb < 0) {
    return [];
  }
  const subject = subjectBefore(parsed, verb, from);
  if (parsed.parts[verb] === "report") {
    return [];
  }
  if (isUsable(parsed, subject, sentence)) {
    return [...indicesIn(subject).slice(0, MAX_LABEL_WORDS - 1), verb];
  }
  return [verb, ...complement(parsed, verb + 1, parsed.tokens.length)];
};

/** "Voss said on Friday": the day someone spoke, not the day of the event. */
function isDayOfSpeaking(parsed: Parsed, from: number): boolean {
  return parsed.parts[lastOf(parsed, VERB_OR_REPORT, [clauseStart(parsed, from), from])] === "report";
}

const happened = firstOf(dated, event, eventAfter);

/** The event on the date. */
export const labelDate: Choose = (parsed, fact, sentence) =>
  isDayOfSpeaking(parsed, fact.from) ? [] : happened(parsed, fact, sentence);
