import { hasCapital } from "../../text/tokens.ts";
import type { Fact } from "../sentence.ts";
import {
  clauseEnd,
  clauseStart,
  lastOf,
  MAX_LABEL_WORDS,
  nounsBefore,
  nounsFrom,
  type Parsed,
  phraseIn,
  subjectBefore,
  type TokenRange,
  withPhrase,
} from "./clause.ts";
import type { Part } from "./grammar.ts";
import { type Choose, complement, firstOf, indicesIn, skip, type Words } from "./label.ts";

const PREDICATE: ReadonlySet<Part> = new Set<Part>(["verb", "auxiliary", "report"]);
const AUXILIARY: ReadonlySet<Part> = new Set<Part>(["auxiliary"]);
const BETWEEN: ReadonlySet<Part> = new Set<Part>(["auxiliary", "adverb"]);

/** Units of time: a time span rarely belongs to the noun next to it. */
const DURATION = / (?:second|minute|hour|day|week|month|year|decade)$/;
const SINCE = new Set(["ago", "earlier", "later", "before", "after"]);

function hasUnit(fact: Fact): boolean {
  return fact.value.includes(" ");
}

/** "12 people died" → people died; "killed 12 people" → people killed; "members of the crew". */
const counted: Choose = (parsed, fact) => {
  const nouns = nounsFrom(parsed, fact.to);
  if (nouns[1] === nouns[0]) {
    return [];
  }
  const phrase = withPhrase(parsed, nouns, parsed.tokens.length);
  const happened = nouns[1] - nouns[0] < MAX_LABEL_WORDS - 1 ? whatHappened(parsed, nouns[1]) : [];
  if (happened.length > 0) {
    return [...indicesIn(nouns), ...happened];
  }
  const done = fact.from - 1;
  const isDone = parsed.parts[done] === "verb" && OUTCOMES.has(parsed.tokens[done]?.form ?? "");
  return isDone ? [...indicesIn(nouns), done] : indicesIn(phrase);
};

/** Verbs whose object is what the number counts ("killed 12 people"). */
const OUTCOMES = new Set(
  "killed injured wounded arrested detained rescued displaced evacuated charged destroyed damaged hurt seized freed released shot".split(
    " ",
  ),
);

/** "were injured" → injured; "died"; "were without power" → without power. */
function whatHappened(parsed: Parsed, at: number): Words {
  const { parts } = parsed;
  const next = skip(parsed, at, BETWEEN);
  if (parts[next] === "verb") {
    return [next];
  }
  if (next === at || parts[next] !== "preposition") {
    return next > at && parts[next] === "noun" ? [next] : [];
  }
  const nouns = nounsFrom(parsed, skip(parsed, next + 1, new Set<Part>(["determiner"])));
  return nouns[1] - nouns[0] === 1 ? [next, ...indicesIn(nouns)] : [];
}

/** "three are still missing" → still missing; "12 died" → died. */
const predicated: Choose = (parsed, fact) => {
  if (hasUnit(fact)) {
    return [];
  }
  const at = skip(parsed, fact.to, AUXILIARY);
  const end = skip(parsed, at, new Set<Part>(["adverb"]));
  const isPredicate = at > fact.to ? ["verb", "noun"] : ["verb"];
  const isTransitive = parsed.parts[end + 1] === "determiner";
  return isPredicate.includes(parsed.parts[end] ?? "end") && !isTransitive ? indicesIn([at, end + 1]) : [];
};

/** "$310 billion in assets" → assets; "52 percent of the vote" → vote; "12 years in prison" → prison. */
const measured: Choose = (parsed, fact) => {
  const { tokens, parts } = parsed;
  const form = tokens[fact.to]?.form ?? "";
  if (form !== "of" && form !== "in") {
    return [];
  }
  const start = parts[fact.to + 1] === "determiner" ? fact.to + 2 : fact.to + 1;
  const isPlace = form === "in" && (start > fact.to + 1 || hasCapital(tokens[start]?.text ?? ""));
  return isPlace ? [] : indicesIn(nounsFrom(parsed, start));
};

const LEADS: ReadonlySet<Part> = new Set<Part>(["adverb", "preposition", "determiner"]);
const TO_VALUE = new Set(["to", "at", "from"]);
const EQUALS = new Set(
  "is are was were be been reached stood totalled totaled hit exceeded remains".split(" "),
);

/** "rose to 12" → the subject; "put the damage at $4 million" → damage; "shares fell 6 percent" → shares fell. */
const belonging: Choose = (parsed, fact) => {
  const from = clauseStart(parsed, fact.from);
  const end = skipBack(parsed, fact.from, from);
  const isAgo = SINCE.has(parsed.tokens[fact.to]?.form ?? "");
  const part = parsed.parts[end - 1];
  if (part === "report" || isAgo) {
    return [];
  }
  if (DURATION.test(fact.value) && (part === "noun" || part === "fact")) {
    return [];
  }
  return part === "noun" ? objectOf(parsed, [from, end]) : happening(parsed, [from, end]);
};

/** The subject of the clause, with its verb unless that merely means "is". */
function happening(parsed: Parsed, [from, end]: TokenRange): Words {
  const subject = indicesIn(subjectBefore(parsed, end, from));
  const verb = end - 1;
  const isValue = TO_VALUE.has(parsed.tokens[end]?.form ?? "") || EQUALS.has(parsed.tokens[verb]?.form ?? "");
  const isInformative = parsed.parts[verb] === "verb" && !(isValue && subject.length > 0);
  return isInformative ? [...subject.slice(0, MAX_LABEL_WORDS - 1), verb] : subject;
}

function skipBack({ parts }: Parsed, at: number, from: number): number {
  let end = at;
  while (end > from && LEADS.has(parts[end - 1] ?? "end")) {
    end--;
  }
  return end;
}

/** The object: the nouns between the verb and the number; without a verb, the first nouns of the clause. */
function objectOf(parsed: Parsed, [from, end]: TokenRange): Words {
  if (parsed.tokens[end]?.form === "of") {
    return indicesIn(nounsBefore(parsed, end));
  }
  const verb = lastOf(parsed, PREDICATE, [from, end]);
  const isLoose = parsed.parts[verb] === "verb" && parsed.parts[verb + 1] === "preposition";
  if (isLoose) {
    return [verb, ...complement(parsed, verb + 1, end)];
  }
  return indicesIn(phraseIn(parsed, [verb < 0 ? from : verb + 1, end]));
}

/** The words after the number, if no other rule gives any. */
const following: Choose = (parsed, fact) =>
  DURATION.test(fact.value) ? [] : indicesIn(phraseIn(parsed, [fact.to, clauseEnd(parsed, fact.to)]));

/** What a number counts, or else what it belongs to. */
export const labelNumber = firstOf(counted, predicated, measured, belonging, following);
