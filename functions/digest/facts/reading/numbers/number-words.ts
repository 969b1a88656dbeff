import { wordSet } from "../../phrases.ts";
import { LANGUAGES } from "./number-languages.ts";

/** What a word means in a number; a word may mean several things ("second" is an ordinal and a unit). */
export interface NumberWord {
  /** "twelve". */
  readonly cardinal?: number;
  /** "twelfth". */
  readonly ordinal?: number;
  /** What it multiplies: "million". */
  readonly scale?: number;
  /** Its denominator: "third". */
  readonly part?: number;
  /** "twice", "tripled". */
  readonly multiple?: number;
  /** "dozens": how many, nobody says. */
  readonly isVague?: true;
  /** An article or pronoun as often as the number one. */
  readonly isOne?: true;
  /** "three times". */
  readonly isTimes?: true;
}

/** The number words of a language. */
interface Language {
  /** A form that ends with `*` is a stem. */
  readonly words: ReadonlyMap<string, NumberWord>;
  readonly hasStems: boolean;
  /** Tens and ones in one word. */
  readonly joined: RegExp | undefined;
}

const languages = new Map<string, Language>();
/** Letters that an ending has at most: "четвёртом", "trzecią", "dördüncü". */
const MAX_NUMBER_ENDING = 4;

/** What stands between ones and tens where the ones come first: "einundzwanzig", "drieëntwintig", "femogtyve", "pětadvacet". */
const ONES_FIRST: Readonly<Record<string, string>> = { de: "und", nl: "en|ën", da: "og", cs: "a" };
/** Languages where they follow: "ventitré", "femtiofem"; Italian leaves out a vowel, "ventuno". */
const TENS_FIRST = wordSet("it sv nb fi hu sk");
const LAST_VOWEL = /[ai]$/;
/** Languages that are taken for each other, or whose texts quote each other. */
const SISTERS: Readonly<Record<string, string>> = { cs: "sk", sk: "cs", sv: "da nb", da: "nb", nb: "da" };
/** Letters of a number word that is known in texts of a sister language, and in those of any. */
const MIN_SISTER = 4;
const MIN_ANYWHERE = 7;

/** Gives what a lower-case word means in numbers of a language; English words count in every language. */
export function numberWordsOf(lang = ""): (form: string) => NumberWord | undefined {
  const language = languageOf(lang.toLowerCase().split("-")[0] ?? "");
  return (form) =>
    language.words.get(form) ??
    inflected(form, language) ??
    joinedNumber(form, language) ??
    tenfold(form, language);
}

/** "einundzwanzig", "trentotto". */
function joinedNumber(form: string, { words, joined }: Language): NumberWord | undefined {
  const { ones = "", tens = "" } = joined?.exec(form)?.groups ?? {};
  const [many, few] = [words.get(tens) ?? words.get(`${tens}i`) ?? words.get(`${tens}a`), words.get(ones)];
  return many?.cardinal === undefined ? undefined : { cardinal: many.cardinal + (few?.cardinal ?? 1) };
}

function inflected(form: string, { words, hasStems }: Language): NumberWord | undefined {
  const shortest =
    hasStems && form.length > MAX_NUMBER_ENDING ? form.length - MAX_NUMBER_ENDING : form.length;
  for (let length = form.length - 1; length >= shortest; length--) {
    const word = words.get(`${form.slice(0, length)}*`);
    if (word !== undefined) {
      return word;
    }
  }
  return undefined;
}

/** "tenfold". */
function tenfold(form: string, { words }: Language): NumberWord | undefined {
  const multiple = form.endsWith("fold") ? words.get(form.slice(0, -"fold".length))?.cardinal : undefined;
  return multiple === undefined ? undefined : { multiple };
}

function languageOf(name: string): Language {
  const known = languages.get(name);
  if (known !== undefined) {
    return known;
  }
  const isRead = name === "" || Object.hasOwn(LANGUAGES, name);
  const language = isRead ? newLanguage(name) : languageOf("");
  languages.set(name, language);
  return language;
}

/** Without a name, long words of all languages. */
function newLanguage(name: string): Language {
  const words = new Map<string, NumberWord>();
  const guests = name === "" ? Object.keys(LANGUAGES) : (SISTERS[name] ?? "").split(" ");
  for (const guest of guests) {
    addLanguage(words, guest, name === "" ? MIN_ANYWHERE : MIN_SISTER);
  }
  addLanguage(words, "en", name === "en" || name === "" ? 0 : 1);
  addLanguage(words, name, 0);
  const hasStems = [...words.keys()].some((word) => word.endsWith("*"));
  return { words, hasStems, joined: joinedPattern(name, words) };
}

/** Matches tens and ones written as one word. */
function joinedPattern(name: string, words: ReadonlyMap<string, NumberWord>): RegExp | undefined {
  const forms = (test: (word: NumberWord) => boolean) =>
    [...words].flatMap(([form, word]) => (test(word) && !form.endsWith("*") ? [form] : []));
  const ones = `(?<ones>${forms(({ cardinal = 0, isOne }) => isOne === true || (cardinal > 0 && cardinal < 10)).join("|")})`;
  const tens = forms(({ cardinal = 0 }) => cardinal >= 20 && cardinal < 100 && cardinal % 10 === 0);
  const link = ONES_FIRST[name];
  if (link !== undefined) {
    return new RegExp(`^${ones}(?:${link})(?<tens>${tens.join("|")})$`, "u");
  }
  const elided = tens.map((form) => form.replace(LAST_VOWEL, "$&?")).join("|");
  return TENS_FIRST.has(name) ? new RegExp(`^(?<tens>${elided})${ones}$`, "u") : undefined;
}

/**
 * Adds the words of a language from some length on; a guest brings no articles. They replace those of English that look
 * like them ("once" is eleven in Spanish); the English article is a preposition elsewhere.
 */
function addLanguage(words: Map<string, NumberWord>, language: string, shortest: number): void {
  const own = new Map<string, NumberWord>();
  const add = (word: string, meaning: NumberWord) => own.set(word, { ...own.get(word), ...meaning });
  const sorts = Object.entries(LANGUAGES[language] ?? {}).filter(
    ([sort]) => shortest === 0 || sort !== "one",
  );
  for (const [sort, lists] of sorts) {
    lists.forEach((list) => {
      addList(list, (word, value) => add(word, meaningOf(sort, value)));
    });
  }
  for (const [word, meaning] of own) {
    if (word.length >= shortest) {
      words.set(word, meaning);
    }
  }
}

/** "2 two three" counts on from two, "20+10 twenty thirty" in tens; a slash divides the forms of one number. */
function addList(list: string, add: (word: string, value: number) => void): void {
  const [start = "", ...words] = list.split(" ");
  const [first = "0", step = "1"] = start.split("+");
  words.forEach((forms, n) => {
    for (const form of forms.split("/")) {
      add(form, Number(first) + n * Number(step));
    }
  });
}

function meaningOf(sort: string, value: number): NumberWord {
  switch (sort) {
    case "vague":
      return { isVague: true };
    case "one":
      return { isOne: true };
    case "times":
      return { isTimes: true };
    default:
      return { [sort]: value };
  }
}
