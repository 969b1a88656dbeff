import { hasCapital, tokenise } from "../text/tokens.ts";
import { wordSet } from "./phrases.ts";
import { hasMeaningfulCase } from "./title-case.ts";

/**
 * How a lower-cased word is used in some texts: "small" if it occurs in lower case, else "inside" if it occurs capitalised
 * other than at the start of a sentence or quotation; `undefined` if neither.
 */
export type Vocabulary = (form: string) => "small" | "inside" | undefined;

/** Words that often open a sentence in news; none of them is a name. */
const OPENERS = wordSet(
  "a about above according across additionally after again against all almost along already also although amid among " +
    "an and another any anyone anything are around as asked at back be because been before behind being below beneath " +
    "besides between beyond both but by can clearly come consequently could critics currently despite did do does down " +
    "due during each earlier either elsewhere enough even eventually ever every everyone everything except few finally " +
    "first following for former from further furthermore given had half has have having he hence her here hers his how " +
    "however i if in indeed inside instead into is it its it's just last late later least less let like likewise little " +
    "local many may maybe me meanwhile men might more moreover most much must my near nearly neither never nevertheless " +
    "next no nobody none nonetheless nor not nothing now nowhere number of off often on once one only opposite or other others " +
    "otherwise our out outside over overall part past people per perhaps plus police previously rather recent recently " +
    "regarding same second several shall she should similarly since so some somebody someone something soon state still " +
    "such take talks than that the their them then there thereafter therefore these they thing third this those though " +
    "through throughout thus till to today together tomorrow too toward towards two three four five six seven eight nine " +
    "ten twelve under unless unlike until up upon us very via was we well were what whatever when whenever where whereas " +
    "wherever whether which whichever while who whoever whom whose why will with within without women work would yes yesterday " +
    "yet you your see use ask visit contact click download select president minister government parliament news company team video photo image source update breaking",
);
/** Look-ups in texts not yet read before all are read: reading them takes about as long. */
export const MAX_LOOKUPS = 32;
const MAY_BE_ADDRESS = /[\p{L}\p{N}]\.\p{Ll}|\/\/|@/u;
const BLANKS = /\s+/;
/** Endings of ordinary words; a name with one counts as a word until it is seen inside a sentence. */
const ORDINARY_ENDING = /(?:ly|ing|tion|tions|ment|ments|ness|ities|ists|ers|ors|ials|ents|ants|ed)$/;

/**
 * The vocabulary of some texts. Lazy: a text is read once, on the first look-up of a word it contains; most words are
 * never looked up. Linear time in total.
 */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const words = { small: new Set<string>(), inside: new Set<string>() };
  const known = new Map<string, ReturnType<Vocabulary>>();
  let unread: readonly Unread[] | undefined;
  return (form) => {
    if (!known.has(form)) {
      const wanted = known.size < MAX_LOOKUPS ? form : undefined;
      unread = readFor(wanted, unread ?? texts.map(toUnread), words);
      known.set(form, useOf(form, words));
    }
    return known.get(form);
  };
}

/** A text, and its lower-case form for look-ups. */
interface Unread {
  readonly text: string;
  readonly lower: string;
}

function toUnread(text: string): Unread {
  return { text, lower: text.toLowerCase() };
}

/** Reads the texts that may contain a word until it is found in lower case, or all texts; returns those still unread. */
function readFor(form: string | undefined, unread: readonly Unread[], words: Words): readonly Unread[] {
  return unread.filter(({ text, lower }) => {
    if (form !== undefined && (words.small.has(form) || !lower.includes(form))) {
      return true;
    }
    collect(text, words);
    return false;
  });
}

interface Words {
  readonly small: Set<string>;
  readonly inside: Set<string>;
}

function useOf(form: string, { small, inside }: Words): ReturnType<Vocabulary> {
  if (small.has(form)) {
    return "small";
  }
  return inside.has(form) ? "inside" : undefined;
}

function collect(text: string, words: Words): void {
  const tokens = tokenise(withoutAddresses(text));
  const isCaseMeaningful = hasMeaningfulCase(tokens);
  let isInside = false;
  for (const { text: word, type } of tokens) {
    if (type === "space") {
      continue;
    }
    if (type === "word") {
      add(word, isInside && isCaseMeaningful, words);
    }
    isInside = type !== "mark" || word === ",";
  }
}

/** Addresses write names small: "Orskchat (https://orskchat.example)". */
function withoutAddresses(text: string): string {
  return MAY_BE_ADDRESS.test(text)
    ? text
        .split(BLANKS)
        .filter((word) => !MAY_BE_ADDRESS.test(word))
        .join(" ")
    : text;
}

function add(word: string, isInside: boolean, { small, inside }: Words): void {
  const form = plainForm(word);
  if (!hasCapital(word)) {
    small.add(form);
    return;
  }
  if (isInside) {
    inside.add(form);
  }
}

function plainForm(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, "");
}

/** Whether a word often opens a sentence and is never a name. */
export function isOpener(word: string): boolean {
  return OPENERS.has(plainForm(word));
}

/**
 * Whether a capitalised word at the start of a sentence is probably an ordinary word, not a name. Its ending is ignored
 * if another capital follows ("Emily Clifton").
 */
export function isOrdinary(word: string, vocabulary: Vocabulary, isBeforeCapital: boolean): boolean {
  const form = plainForm(word);
  const use = vocabulary(form);
  if (use !== undefined || isBeforeCapital) {
    return use === "small";
  }
  return word.slice(1) === word.slice(1).toLowerCase() && ORDINARY_ENDING.test(form);
}
