import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { initialsOf, isAlias } from "../../../facts/slots/names/aliases.ts";
import { hasSureNoun, isGerman } from "../../../facts/slots/names/german-names.ts";
import { isInnerParticle, isName, type NameContext, opens } from "../../../facts/slots/names/is-name.ts";
import { TITLES } from "../../../facts/slots/words.ts";
import { isCommonWord } from "../../../text/background/background.ts";
import type { Found } from "./found.ts";
import { caseOf, type Source } from "./source.ts";
import { isKnownPeriod } from "./values.ts";

/** Letters that a name and a word made of it share, and the most that either has more: "Germany", "German". */
const MIN_SHARED = 4;
const MAX_NAME_ENDING = 4;

/** Names of a sentence of which the story has not every word. */
export function unknownNames(sentence: ReadSentence, source: Source): readonly Found[] {
  const context: NameContext = {
    vocabulary: source.vocabulary,
    lang: source.lang,
    isCaseMeaningful: caseOf(sentence),
  };
  return runsIn(sentence, context)
    .filter((run) => !isKnownRun(sentence, run, source, context))
    .flatMap((run): readonly Found[] => {
      const [first, last] = [run[0], run.at(-1)];
      return first === undefined || last === undefined
        ? []
        : [{ kind: "name", from: first.from, to: last.to }];
    });
}

/** The names of a sentence: words with capitals that follow each other, small words inside them left out. */
function runsIn(sentence: ReadSentence, context: NameContext): readonly (readonly Unit[])[] {
  const { units } = sentence;
  const runs: Unit[][] = [];
  let last = -1;
  for (const [at, unit] of units.entries()) {
    if (isName(sentence, unit, context)) {
      const run = isJoined(units, last, at, context) ? runs.at(-1) : undefined;
      run?.push(unit);
      runs.push(...(run === undefined ? [[unit]] : []));
      last = at;
    }
  }
  return runs;
}

/** Whether nothing but small words stands between two units. */
function isJoined(units: readonly Unit[], left: number, right: number, context: NameContext): boolean {
  const next = units.slice(left + 1, right + 1);
  return (
    left >= 0 &&
    next.every(
      (unit, n) =>
        unit.from === units[left + n]?.to && (n === next.length - 1 || isInnerParticle(unit.key, context)),
    )
  );
}

function isKnownRun(
  sentence: ReadSentence,
  run: readonly Unit[],
  source: Source,
  context: NameContext,
): boolean {
  const isPart = (unit: Unit) =>
    unit.key.length > 1 && !TITLES.has(unit.key) && !isMereOpening(sentence, unit, context);
  const isKnown = (unit: Unit) =>
    isKnownWord(unit.key, source) || isKnownPlural(sentence.tokens[unit.from]?.text ?? "", source);
  const unknown = run.filter((unit) => isPart(unit) && !isKnown(unit));
  const isLabel = run.length === 1 && sentence.tokens[run[0]?.to ?? 0]?.text === ":";
  if (isLabel || unknown.length === 0 || (isGerman(context) && !isSure(sentence, run))) {
    return true;
  }
  const keys = run.map(({ key }) => key);
  const mayBeShort = keys.length > 1 || (keys[0]?.length ?? 0) <= MAX_INITIALS;
  return mayBeShort && keys.length <= MAX_ABBREVIATED && isAbbreviated(keys, source);
}

/** "Swimmer Ada Holt": the first word of a sentence has its capital anyway. */
function isMereOpening(sentence: ReadSentence, unit: Unit, { lang = "en" }: NameContext): boolean {
  return opens(sentence, unit) && (!lang.startsWith("en") || isCommonWord(unit.key));
}

/** In German, where every noun has a capital. */
function isSure(sentence: ReadSentence, run: readonly Unit[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  return run.length > 1 || hasSureNoun({ sentence, from: first?.from ?? 0, to: last?.to ?? 0 });
}

/** The story has the word, or one that is made of it or that it is made of; or the period that it is short for. */
function isKnownWord(key: string, source: Source): boolean {
  const { words } = source;
  return (
    words.has(key) ||
    isKnownPeriod(key, source) ||
    key.split(/[-.'’]/u).every((part) => words.has(part)) ||
    [...words].some((word) => areOfOneStem(word, key))
  );
}

const ACRONYM = /^(\p{Lu}{2,})(?:['’]?s)?$/u;

/** "CNN" where the story has "CNNs", and the reverse. */
function isKnownPlural(text: string, { words }: Source): boolean {
  const acronym = ACRONYM.exec(text)?.[1]?.toLowerCase();
  return acronym !== undefined && (words.has(acronym) || words.has(`${acronym}s`));
}

function areOfOneStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= MIN_SHARED && long.startsWith(short) && long.length - short.length <= MAX_NAME_ENDING
  );
}

/** Letters of an abbreviation of a name. */
const MAX_INITIALS = 6;

/** A longer run of names is no name of which the story has the initials. */
const MAX_ABBREVIATED = 8;

/** "UN" where the story has "United Nations", and the reverse. */
function isAbbreviated(keys: readonly string[], { acronyms, capitals, initials, lang }: Source): boolean {
  const [only = "", ...more] = keys;
  const isInitials =
    more.length === 0 && only.length > 1 && initials.some((letters) => letters.includes(only));
  const isOther = (name: readonly string[]) =>
    name.length !== keys.length && !name.some((word) => keys.includes(word));
  const isSpeltOut = more.length > 0 && acronyms.has(initialsOf(keys));
  return isInitials || isSpeltOut || capitals.some((name) => isOther(name) && isAlias(keys, name, lang));
}
