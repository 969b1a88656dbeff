/** Prefixes that turn a word round, with the endings of the words they stand before; "un" stands before any. */
const NEGATIVE_PREFIXES: readonly (readonly [string, RegExp])[] = [
  ["un", /.{3}/u],
  [
    "in",
    /(?:able|ible|ent|ant|al|ive|ous|ect|ete|ate|ific|ular|alid|ure|mal|ane|ite|aux|elle|abile|ibile|apaz|apace|orrect|cient|suffisant)e?s?$/u,
  ],
  [
    "im",
    /^[bmp].*(?:able|ible|ent|ant|al|ive|ect|mobile|patient|possible|probable|proper|mune|partial|pure|pag\w+)$/u,
  ],
  ["il", /^l.*(?:al|ate|ible|ical|égal|égale)$/u],
  ["ir", /^r.*(?:ar|ant|ible|ive|able|ational|égulier)$/u],
  [
    "dis",
    /^(?:agree|approv|allow|lik|honest|continu|qualif|satisf|similar|connect|believ|charg|prov|obey|band|arm|own|respect|loyal|advantage|trust)/u,
  ],
  ["non", /.{4}/u],
  ["nie", /.{4}/u],
  ["ne", /.{5}/u],
  ["не", /.{5}/u],
  ["de", /^(?:activat|classif|regulat|nationali|criminali|certif|escalat)/u],
  ["mis", /^(?:use|treat|label|report|identif)/u],
];
/** Longer words are none. */
const MAX_PREFIXED = 40;

/** Whether one word is the other with a prefix that turns it round: "known", "unknown". */
export function isPrefixed(plain: string, negative: string): boolean {
  return (
    plain.length > 2 &&
    negative.length <= MAX_PREFIXED &&
    negative.endsWith(plain) &&
    NEGATIVE_PREFIXES.some(([prefix, word]) => negative === `${prefix}${plain}` && word.test(plain))
  );
}
