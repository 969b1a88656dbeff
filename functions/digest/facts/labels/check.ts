import type { Fact, ReadSentence } from "../sentence.ts";
import { MAX_LABEL_WORDS, type Parsed } from "./clause.ts";
import { isSmallWord } from "./grammar.ts";
import type { Words } from "./label.ts";

/** Words that say nothing alone. */
const EMPTY = new Set(
  (
    "time times old year-old like other others another additional own more such kind sort lot part way thing things number " +
    "average total nearby left right many several few same new seen made given known called believed thought considered " +
    "southeast southwest northeast northwest including excluding meaning saying following according based due able sure usd eur gbp"
  ).split(" "),
);
/** Labels are made by rules for English. */
const OTHER_SCRIPT = /(?!\p{sc=Latin})\p{L}/u;
/** What a name's label may end with: "talks held in". */
const PLACED = new Set(["in", "at", "near", "from", "to", "for", "on"]);
/** What no label ends with: it needs what follows, which is the fact or nothing. */
const OPEN_END = new Set(["including", "excluding", "like", "such", "than", "both"]);

/**
 * Whether a label tells what the fact is about. A label is made by rules of thumb, and no label is better than a wrong one:
 * none that is cut off, that says nothing, or that is only a name beside a date.
 */
export function isInformative(parsed: Parsed, words: Words, fact: Fact, sentence: ReadSentence): boolean {
  if (words.length === 0 || words.length > MAX_LABEL_WORDS) return false;
  const forms = words.map((at) => parsed.tokens[at]?.form ?? "");
  if (forms.some((form) => OTHER_SCRIPT.test(form))) return false;
  if (forms.every((form) => EMPTY.has(form) || isSmallWord(form))) return false;
  return isWhole(parsed, words, fact) && CHECKS[fact.kind](parsed, words, sentence);
}

/** The last word is one that a phrase can end with. */
function isWhole({ tokens, parts }: Parsed, words: Words, { kind }: Fact): boolean {
  const last = words.at(-1) ?? 0;
  const form = tokens[last]?.form ?? "";
  if (OPEN_END.has(form)) return false;
  const isOpen = parts[last] === "preposition" || parts[last] === "determiner" || parts[last] === "joiner";
  return !isOpen || (kind === "name" && words.length > 1 && PLACED.has(form));
}

type Check = (parsed: Parsed, words: Words, sentence: ReadSentence) => boolean;

const hasNoun: Check = ({ parts }, words) => words.some((at) => parts[at] === "noun");

/** A noun; alone no participle or compound that only describes what the name stands for ("bustling", "brand-new"). */
const isRole: Check = (parsed, words, sentence) => {
  const alone = words.length === 1 ? (parsed.tokens[words[0] ?? 0]?.form ?? "") : "";
  return hasNoun(parsed, words, sentence) && !/(?:ing|ed)$|-/.test(alone);
};

/** A verb, or a noun that is no name: "Snow said on Friday" is not about Snow. */
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
