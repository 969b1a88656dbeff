import { phrasesOf, wordSet } from "../phrases.ts";

/** Phrases before a number, by the bound they set. */
const BOUNDS: Readonly<Record<string, string>> = {
  "≥":
    "at least|no fewer than|no less than|not less than|a minimum of|minimum|nicht weniger als|pas moins de|no menos de|" +
    "non meno di|não menos de|niet minder dan|mindestens|wenigstens|zumindest|minimal|" +
    "au moins|au minimum|un minimum de|al menos|por lo menos|como mínimo|un mínimo de|almeno|come minimo|pelo menos|" +
    "ao menos|no mínimo|minstens|minimaal|ten minste|tenminste|не менее|minst|åtminstone|co najmniej|en az|至 少|最 少|" +
    "على الأقل|कम से कम|少 な く と も",
  "≤":
    "not to exceed|not exceeding|not exceed|no greater than|not greater than|at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum|nicht mehr als|pas plus de|" +
    "no más de|non più di|não mais de|niet meer dan|höchstens|maximal|bis zu|" +
    "au plus|jusqu' à|jusqu'à|au maximum|un maximum de|à concurrence de|como máximo|a lo sumo|un máximo de|hasta|" +
    "al massimo|fino a|un massimo di|até|no máximo|tot|hoogstens|maximaal|ten hoogste|не более|до|högst|co najwyżej|" +
    "en fazla|至 多|最 多|على الأكثر",
  ">":
    "just over|slightly more than|a little more than|knapp über|etwas mehr als|un peu plus de|un poco más de|poco più di|pouco mais de|iets meer dan|more than|exceeding|exceeds|exceed|exceeded|mehr|over|above|in excess of|upwards of|mehr als|über|plus de|plus d'|más de|" +
    "più di|oltre|mais de|meer dan|более|больше|mer än|ponad|超 过|逾|أكثر من",
  "<":
    "just under|slightly less than|knapp unter|etwas weniger als|un peu moins de|un poco menos de|poco meno di|less than|fewer than|under|below|weniger als|unter|moins de|menos de|meno di|minder dan|менее|меньше|mindre än|" +
    "poniżej|不 足|不 到|أقل من",
  "≈":
    "soon|bientôt|about|around|some|roughly|approximately|nearly|almost|close to|circa|etwa|rund|ungefähr|fast|knapp|environ|" +
    "autour de|près de|presque|unos|unas|alrededor de|cerca de|aproximadamente|casi|quasi|ongeveer|bijna|около|cirka|" +
    "ungefär|około|yaklaşık|约|大 约|حوالي",
  "=": "exactly|precisely|genau|exactement|exactamente|esattamente|precies",
};

/** The bounds by their words in reverse order: they are read back from the number. */
export const REVERSED_BOUNDS = phrasesOf(
  Object.entries(BOUNDS).flatMap(([bound, phrases]) =>
    phrases.split("|").map((phrase) => [phrase.split(" ").toReversed().join(" "), bound] as const),
  ),
);
/** How often: a bound may stand before these as before a number. */
export const FREQUENCIES = wordSet("once twice einmal zweimal");
/** Bounds after a number and what it counts: "12 or more". */
export const LATER_PHRASES = phrasesOf(
  Object.entries({
    "≥":
      "or more|or over|or older|or above|and over|oder mehr|und mehr|und älter|ou plus|et plus|o más|o più|ou mais|" +
      "of meer|en ouder",
    "≤":
      "or less|or fewer|or under|or younger|or below|and under|oder weniger|und jünger|ou moins|et moins|o menos|" +
      "o meno|ou menos|of minder|en jonger",
  }).flatMap(([bound, phrases]) => phrases.split("|").map((words): [string, string] => [words, bound])),
);
/** Bounds after a number, of scripts that set them there. */
export const LATER_BOUNDS: readonly (readonly [word: string, bound: string])[] = [
  ["以上", "≥"],
  ["以下", "≤"],
  ["未満", "<"],
  ["未满", "<"],
  ["이상", "≥"],
  ["이하", "≤"],
  ["미만", "<"],
  ["초과", ">"],
];
