import { once } from "./once.ts";

/** How much of a text is examined, in characters. */
const SEARCHED = 2000;
/** Share of the letters from which a script is that of the text; kana are mixed with Han. */
const MIN_SHARE = 0.5;
const MIN_KANA_SHARE = 0.15;
/** Fewest function words, their least share of all words, and their least ratio to those of the next language. */
const MIN_FUNCTION_WORDS = 3;
const MIN_FUNCTION_SHARE = 0.08;
const MIN_LEAD = 1.5;

const LETTER = /\p{L}/gu;
const ONLY_LATIN = /^[\p{Script=Latin}\P{L}]*$/u;
const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** Scripts used by one language only, or by one far more than any other. */
const SCRIPT_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ["zh", /\p{Script=Han}/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["ka", /\p{Script=Georgian}/gu],
];

/** Letters that only one Cyrillic language has, in the order in which they decide. */
const CYRILLIC_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ["be", /ў/iu],
  ["uk", /[їєґ]/iu],
  ["mk", /[ѓќѕ]/iu],
  ["sr", /[ђћљњј]/iu],
  ["ru", /[ыэё]/iu],
  ["bg", /ъ/iu],
];

/** Letters of the Latin script that only one of our languages has. */
const LATIN_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ["tr", /[ğı]/iu],
  ["pl", /[łżśńąę]/iu],
  ["cs", /[ěřů]/iu],
  ["hu", /[őű]/iu],
  ["ro", /[ăț]/iu],
];
/** Any of them: most texts have none. */
const OWN_LETTER = new RegExp(LATIN_LANGUAGES.map(([, letter]) => letter.source).join("|"), "iu");
/** Words with such a letter, and their least share of all: names of another language have some too. */
const MIN_LETTER_WORDS = 3;
const MIN_LETTER_SHARE = 0.25;
/** The same against the language that the function words are of. */
const MIN_OTHER_WORDS = 2;
const MIN_OTHER_SHARE = 0.12;

/** The most common function words of languages that share a script; overlap does no harm. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is for that with was are by from has have said will be it as at his on not",
  fr: "le la les des et du une dans que qui est pour sur au par il pas plus ce sont été avec un aux cette ces son sa ses leur ou peut être ne se si nous vous a ont lors",
  de: "der die das und den von zu mit dem des ist im auf eine nicht ein sich für auch als nach wurde werden werden wird kann oder bei einer eines einem vom zum zur sind hat haben sowie durch wenn über dass diese",
  es: "el la los las y del que en por una con para es se al lo su como más fue han según un estos pero puede sus",
  pt: "o os as e do da dos das que em por uma para é não se ao na um foi mais pelo segundo são também aos pela este esta pode ser sobre ou seu sua você",
  it: "il lo la gli le e di che in per una con della del non è si sono nel alla dei da un ha delle dello al dal dalla nella sul sulla come anche essere questo questa può i",
  nl: "de het een en van in op voor met dat is zijn niet aan te bij ook er door naar maar heeft werd deze dit worden wordt kan om uit als over nog tot zij wij of hebben moet bent uw die wat waar",
  pl: "i w na z do nie się że jest po przez o od za jak dla oraz jego był są który to przed pod lub tego tym ma będzie może we",
  sv: "och att det som en på är för av med till den har inte om ett han var från de i sig kan skall ska eller vid under efter när så man denna detta",
  fi: "ja on ei se että oli ovat kun myös tai jos niin mutta sen joka jotka mukaan voi ole kuin sekä",
  cs: "je se na že pro od podle při nebo jako který která které není může jsou byl bylo ze",
  ro: "și şi în cu pe din pentru este care prin sunt fost mai după către nu ale",
  hu: "az és hogy nem egy meg volt vagy csak mint már kell után között alapján szerint",
  tr: "ve bir bu için ile da de olarak olan sonra daha çok gibi kadar ancak göre ise en",
  ar: "في من على إلى أن عن مع التي الذي هذا هذه بعد قال وقال كان كما بين خلال وقد ما لا",
  fa: "در به از که با این را است و برای آن بود شد کرد یک خود تا می های هم نیز گفت",
  ur: "کے میں کی ہے سے اور کا کو نے پر کہ ہیں تھا اس بھی یہ ایک گیا",
  hi: "के में की है से और का को ने पर कि हैं था इस भी यह एक",
};

const LANGUAGES = Object.keys(FUNCTION_WORDS);

/** The languages that have a function word, by their places in {@link LANGUAGES}. */
const languagesByWord = once((): ReadonlyMap<string, readonly number[]> => {
  const pairs = Object.values(FUNCTION_WORDS).flatMap((list, place) =>
    list.split(" ").map((word) => ({ place, word })),
  );
  const byWord = Map.groupBy(pairs, ({ word }) => word);
  return new Map(Array.from(byWord, ([word, same]) => [word, same.map(({ place }) => place)]));
});

/**
 * The language of a text as a BCP 47 tag; `undefined` if script, letters and function words leave doubt, as
 * in a text of a few words. Reads the first 2,000 characters.
 */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SEARCHED);
  const letters = ONLY_LATIN.test(sample) ? 0 : count(sample, LETTER);
  if (letters === 0 || count(sample, LATIN) >= MIN_SHARE * letters) {
    return byFunctionWords(sample);
  }
  if (count(sample, CYRILLIC) >= MIN_SHARE * letters) {
    return CYRILLIC_LANGUAGES.find(([, letter]) => letter.test(sample))?.[0];
  }
  if (count(sample, KANA) >= MIN_KANA_SHARE * letters) {
    return "ja";
  }
  const own = SCRIPT_LANGUAGES.find(([, script]) => count(sample, script) >= MIN_SHARE * letters);
  return own?.[0] ?? byFunctionWords(sample);
}

/** The direction of most letters in a text. Reads the first 2,000 characters. */
export function directionOf(text: string): "ltr" | "rtl" {
  const sample = text.slice(0, SEARCHED);
  const rtl = count(sample, RTL_LETTER);
  return rtl > 0 && rtl > MIN_SHARE * count(sample, LETTER) ? "rtl" : "ltr";
}

function byFunctionWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const hits = countHits(words);
  const most = Math.max(...hits);
  const place = hits.indexOf(most);
  const next = Math.max(...hits.toSpliced(place, 1));
  const isSure = most >= Math.max(MIN_FUNCTION_WORDS, MIN_FUNCTION_SHARE * words.length, MIN_LEAD * next);
  const found = isSure ? LANGUAGES[place] : undefined;
  if (!OWN_LETTER.test(text)) {
    return found;
  }
  return isSure && !isOfAnother(words, found) ? found : byLetters(words);
}

/** How many of these words are function words of each language. */
function countHits(words: readonly string[]): readonly number[] {
  const languages = languagesByWord();
  const hits = LANGUAGES.map(() => 0);
  for (const word of words) {
    languages.get(word)?.forEach((place) => {
      hits[place] = (hits[place] ?? 0) + 1;
    });
  }
  return hits;
}

/** Whether many words have a letter that only another language has: "se o na" are words of Czech too. */
function isOfAnother(words: readonly string[], language: string | undefined): boolean {
  const least = Math.max(MIN_OTHER_WORDS, MIN_OTHER_SHARE * words.length);
  return LATIN_LANGUAGES.some(
    ([other, letter]) => other !== language && words.filter((word) => letter.test(word)).length >= least,
  );
}

/** Of a text with few function words. */
function byLetters(words: readonly string[]): string | undefined {
  const least = Math.max(MIN_LETTER_WORDS, MIN_LETTER_SHARE * words.length);
  const found = LATIN_LANGUAGES.filter(
    ([, letter]) => words.filter((word) => letter.test(word)).length >= least,
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
