/** Endings in which British and American English spell a word in two ways, and how both are compared. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})our(?!s?e|t|c|n)/u, "or"],
  [/(?<=[aeiou][^aeiou]{1,9}[aeiou]l)l(?=ed$|ing$|ers?$)/u, ""],
  [/(?<=\p{L}{2}[iy])s(?=e[dsr]?$|ing$|ers?$|ations?$|ational$)/u, "z"],
  [/(?<=\p{L}{2})tre(?=s?$)/u, "ter"],
  [/(?<=^(?:def|off|lic|pret)en)c(?=e[ds]?$)/u, "s"],
  [/(?<=^program)me(?=s?$)/u, ""],
  [/(?<=\p{L}{2}o)gue(?=s?$)/u, "g"],
  [/^grey(?=s?$)/u, "gray"],
];

/** A word in lower case as America spells it: "centre", "organisation" and "harbour" are "center", "organization" and "harbor". */
export function inOneSpelling(word: string): string {
  return COUNTRIES.reduce((text, [ending, by]) => text.replace(ending, by), word);
}
