/** Texts that are hard for one stage or another, each a unit that is repeated; `numbered` units have their own number. */
const UNITS: Readonly<Record<string, string | ((n: number) => string)>> = {
  prose: (n) => `The ferry of pier ${n % 97} leaves at noon and comes back late in the evening. `,
  "one word": "a",
  "words of two letters": "ab ",
  "tiny sentences": "A. ",
  "tiny sentences of all numbers": (n) => `${100_000 + n}. `,
  "a sentence without end": (n) => `the boat ${n % 1009}, `,
  "initials and titles": "Mr. A. B. Dr. ",
  "stops and spaces": ". . . ",
  "stops and quotation marks": `."'”) `,
  "question marks": "?!?! ",
  "opening brackets": "([{ ",
  "brackets, closed": "(a) [b] ",
  "opening quotation marks": "“a ",
  apostrophes: "o'a'b'c'd ",
  hyphens: "a-b-c-d-",
  dashes: "a – b — ",
  "list marks": (n) => `${n}) a (b) `,
  "Roman numbers": "iv) xx) mm) ",
  figures: (n) => `${n} `,
  "figures with separators": "1,234.56.78,9:0/1 ",
  "ranges of figures": "1-2–3-4–5 ",
  "number words": "twenty-one hundred and two thousand million ",
  "figures with number words": "12 hundred 3 thousand 18F hundred cents, ",
  "fractions and percentages": "½ % 3/4 ‰ 12.5 % ",
  amounts: (n) => `$${n} million, €${n}k, ${n} km² `,
  dates: (n) => `${1 + (n % 28)} May 20${10 + (n % 80)}, `,
  "times of day": "12:30 pm to 1:30 a.m. on Monday ",
  names: (n) => `Ada Holt-${n % 701} of the Velm Council and `,
  capitals: "ABC DEF GHI ",
  negations: "no not never without nobody nothing ",
  addresses: (n) => `https://a.example/${n}?b=c&d= `,
  "email addresses": "a@b.c@d.e ",
  "signs of addresses": "://www.@",
  "combining marks": "\u0301\u0316",
  "letters with thirty marks": `a${"\u0301\u0316".repeat(15)}`,
  "Thai vowels and tones": "ก\u0e38\u0e48",
  "families of emoji": "👩\u200d👩\u200d👧",
  "flags in invisible letters": "\u{1f3f4}\u{e0067}\u{e0062}",
  "direction controls": "\u202e\u2066a1\u2069\u202c",
  "figures in overrides": "\u202e21\u202c ",
  "zero-width spaces": "a\u200b",
  "lone surrogates": "\ud800a\udc00 ",
  "control characters": "a\u0007\u0085\u2028 ",
  Chinese: "中文新闻报道说明天下雨。",
  "Chinese without a stop": "一二三四五百千万亿",
  "Japanese of half width": "ｶﾞｷﾞ。",
  Arabic: "وقال المتحدث إن الميناء مغلق. ",
  Hindi: "बंदरगाह की नौका दोपहर को निकलती है। ",
  "garbled marks": "Ã¢â‚¬â„¢ ",
  entities: "&amp;#x26;lt; ",
  "table rows": (n) => `a${n} | ${n} | b\n`,
  "lines of one letter": "a\n",
  paragraphs: "a\n\n",
  "copies of one paragraph": "The ferry leaves at noon.\n\n",
};

/** All of them, each about as long as asked for. */
export const HARD_TEXTS: ReadonlyMap<string, (letters: number) => string> = new Map(
  Object.entries(UNITS).map(([name, unit]) => [name, (letters: number) => repeated(unit, letters)]),
);

/** Whole units, one at least: with an end cut off elsewhere, half a text may be paired otherwise than the whole. */
function repeated(unit: string | ((n: number) => string), letters: number): string {
  if (typeof unit === "string") {
    return unit.repeat(Math.max(1, Math.floor(letters / unit.length)));
  }
  const parts = [unit(0)];
  for (let left = letters - unit(0).length, n = 1; ; n += 1) {
    const part = unit(n);
    left -= part.length;
    if (left < 0) {
      return parts.join("");
    }
    parts.push(part);
  }
}
