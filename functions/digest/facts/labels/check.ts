import type { Fact, ReadSentence } from "../sentence.ts";
import { MAX_LABEL_WORDS, type Parsed } from "./clause.ts";
import { isSmallWord } from "./grammar.ts";
import type { Words } from "./label.ts";

/** Words that say nothing on their own. */
const EMPTY = new Set(
  (
    "time times old year-old like other others another additional own more such kind sort lot part way thing things number " +
    "average total nearby left right many several few same new seen made given known called believed thought considered " +
    "southeast southwest northeast northwest including excluding meaning saying following according based due able sure usd eur gbp"
  ).split(" "),
);
/** The label rules are for English. */
const OTHER_SCRIPT = /(?!\p{sc=Latin})\p{L}/u;
/** Prepositions that may end the label of a name: "talks held in". */
const PLACED = new Set(["in", "at", "near", "from", "to", "for", "on"]);
/** Words that cannot end a label: they need what follows, which is the fact or nothing. */
const OPEN_END = new Set(["including", "excluding", "like", "such", "than", "both"]);

/**
 * Whether a label says what the fact is about. The rules are heuristics, and no label is better than a wrong one: rejects
 * labels that are cut off, say nothing, or are only a name next to a date.
 */
export function isInformative(parsed: Parsed, words: Words, fact: Fact, sentence: ReadSentence): boolean {
  if (words.length === 0 || words.length > MAX_LABEL_WORDS) {
    return false;
  }
  const forms = words.map((at) => parsed.tokens[at]?.form ?? "");
  if (forms.some((form) => OTHER_SCRIPT.test(form))) {
    return false;
  }
  if (forms.every((form) => EMPTY.has(form) || isSmallWord(form))) {
    return false;
  }
  return isWhole(parsed, words, fact) && CHECKS[fact.kind](parsed, words, sentence);
}

/** Whether the last word can end a phrase. */
function isWhole({ tokens, parts }: Parsed, words: Words, { kind }: Fact): boolean {
  const last = words.at(-1) ?? 0;
  const form = tokens[last]?.form ?? "";
  if (OPEN_END.has(form)) {
    return false;
  }
  const isOpen = parts[last] === "preposition" || parts[last] === "determiner" || parts[last] === "joiner";
  return !isOpen || (kind === "name" && words.length > 1 && PLACED.has(form));
}

type Check = (parsed: Parsed, words: Words, sentence: ReadSentence) => boolean;

const hasNoun: Check = ({ parts }, words) => words.some((at) => parts[at] === "noun");

/** Has a noun; on its own, not a participle or compound that merely describes the name ("bustling", "brand-new"). */
const isRole: Check = (parsed, words, sentence) => {
  const alone = words.length === 1 ? (parsed.tokens[words[0] ?? 0]?.form ?? "") : "";
  return hasNoun(parsed, words, sentence) && !/(?:ing|ed)$|-/.test(alone);
};

/** Has a verb, or a noun that is not a name: "Snow said on Friday" is not about Snow. */
const isEvent: Check = ({ parts }, words, { facts }) => {
  const isName = (at: number) => facts.some(({ kind, from, to }) => kind === "name" && from <= at && at < to);
  return words.some((at) => parts[at] === "verb" || (parts[at] === "noun" && !isName(at)));
};

const always: Check = () => true;

const CHECKS: Readonly<Record<Fact["kind"], Check>> = {
  number: always,
  date: isEvent,
  name: isRole,
  negation: hasNoun,
  quotation: always,
};
