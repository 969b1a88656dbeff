import { wordSet } from "../phrases.ts";

/**
 * Web and e-mail addresses, names of accounts, files and versions, DOIs, hashes and tags of templates: their figures are no values. Each
 * pattern is anchored and bounded, and has one way to match.
 */
const ADDRESSES: readonly RegExp[] = [
  /(?:https?|ftp|mailto|doi):[^\s<>"“”«»]{1,2000}/iuy,
  /www\.[^\s<>"“”«»]{1,2000}/iuy,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,250}\.\p{L}{2,24}/uy,
  /@[\p{L}\p{N}_]{1,64}/uy,
  /10\.\d{4,9}\/[^\s<>"“”«»]{1,200}/y,
  /[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){0,5}\.(?:pdf|html?|php|aspx?|csv|xlsx?|docx?|pptx?|odt|zip|json|ya?ml|xml|tex|txt|md|css|js|ts|py|png|jpe?g|webp|gif|svg|mp[34])(?![\p{L}\p{N}])/iuy,
  /[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,4}\.(?:com|org|net|gov|edu|int|io|eu|uk|de|fr|es|it|nl|ch|at|be|ca|au|info|dev|app|ai)(?:\/[^\s<>"“”«»]{0,500})?(?![\p{L}\p{N}])/uy,
  /[\p{L}\p{N}_.[\]-]{1,64}[=~<>!]=\d[\p{L}\p{N}.*+!-]{0,40}/uy,
  /v\d{1,9}(?:\.\d{1,9}){0,5}(?:-[\p{L}\p{N}.]{1,40})?(?![\p{L}\p{N}])/iuy,
  /\d{1,9}(?:\.\d{1,9}){2,5}(?:-[\p{L}\p{N}.]{1,40})?(?![\p{L}\p{N}.,]*\d)/uy,
  /\d{1,4}(?:\.\d{1,4}){1,3}(?:a|b|rc|alpha|beta)\d{1,4}(?![\p{L}\p{N}])/uy,
  /\d{1,4}\.x(?![\p{L}\p{N}])/uy,
  /(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,64}(?![\p{L}\p{N}])/uy,
  /(?=[a-z]{0,60}(?:[A-Z\d+/]{1,60}[a-z]{1,60}){3})(?=[A-Za-z+/]{0,120}\d)[A-Za-z\d+/]{16,500}={0,2}(?![\p{L}\p{N}])/uy,
  /X{4,20}(?![\p{L}\p{N}])/uy,
  /X{2,6}(?:-X{2,6}){1,4}(?![\p{L}\p{N}])/uy,
  /\p{Ll}[\p{L}\p{N}]{1,30}(?:-[\p{L}\p{N}]{1,30}){0,4}-\d{1,4}(?:\.\d{1,4}){1,3}(?![\p{L}\p{N}])/uy,
  /#\d{1,9}(?![\p{L}\p{N}])/uy,
  /\{%[^%]{0,500}%\}/uy,
  /\{\{[^{}]{0,300}\}\}/uy,
  /[\p{L}\p{N}_]{2,40}#\d{2,6}(?![\p{L}\p{N}])/uy,
  /<[^\s<>]{0,200}\/[^\s<>]{1,200}>/y,
  /(?:\/[\p{L}\p{N}_-]{2,60}){2,8}(?![\p{L}\p{N}])/uy,
  /\[\^?\d{1,4}\]/y,
  /\$\$[^$\n]{1,400}\$\$/y,
  /\$(?=[^$\n]{0,60}[\\^_])[^$\n]{1,300}\$(?!\d)/y,
  /\$[A-Z][A-Za-z]{1,20}:[^$\n]{0,300}\$/y,
  /[A-Z]{2,10}-\d{4}-\d{2,7}(?![\p{L}\p{N}])/uy,
  /(?:ISBN|ISSN|DOI|PMID)[: ]{0,2}[\dX-]{6,20}/iuy,
  /[\p{L}\p{N}]{1,40}(?:_[\p{L}\p{N}]{1,40}){1,8}(?:\/\d{1,2})?/uy,
  /[a-z]{2,40}[?!]?\/\d(?![\p{L}\p{N}/.,])/uy,
];
/** Texts without one of these have no address; most sentences are such. */
const HINT =
  /[@_#/[<]|\{[{%]|[=~<>!]=|\$[A-Z$]|[\\^]|www|ISBN|ISSN|DOI|PMID|\.[\p{L}\d]|v\d|[A-Z]-\d|[A-Z]\d[A-Z]|XX|[0-9a-f]{7}/iu;
/** What stands at a position up to the next blank, as far as an address must show that it is one. */
const BEGINNING = /\S{1,72}/y;
const OPENS = /[\p{L}\p{N}@#[$<{/]/u;
const JOINED = /[\p{L}\p{N}_@]/u;

/** A date ("20.11.2026") or grouped thousands ("1.200.000"): no version. */
const NO_VERSION = /^(?:0\d(?:\.\d{2}){4}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{1,3}(?:\.\d{3})+)$/;

/** A blank may follow these; every other address that begins with small letters goes on without one. */
const BEFORE_BLANK = wordSet("isbn issn doi pmid");

/** Whether a text may hold addresses at all: most sentences do not. */
export function mayHoldAddresses(text: string): boolean {
  return HINT.test(text);
}

/** Whether a word of a to z before a blank or comma may begin an address. */
export function mayOpenAddress(word: string): boolean {
  return BEFORE_BLANK.has(word);
}

/** The address, or other text without values, at a position; `undefined` inside a word. */
export function addressAt(text: string, at: number): string | undefined {
  const first = text.charAt(at);
  if (!OPENS.test(first) || (first !== "[" && at > 0 && JOINED.test(text.charAt(at - 1)))) {
    return undefined;
  }
  if (!mayHoldAddresses(beginningAt(text, at))) {
    return undefined;
  }
  for (const pattern of ADDRESSES) {
    pattern.lastIndex = at;
    if (pattern.test(text)) {
      const found = text.slice(at, pattern.lastIndex);
      return NO_VERSION.test(found) ? undefined : withoutStop(found);
    }
  }
  return undefined;
}

function beginningAt(text: string, at: number): string {
  BEGINNING.lastIndex = at;
  return BEGINNING.exec(text)?.[0] ?? "";
}

/** The stop or bracket that ends the sentence is no part of its last address. */
function withoutStop(address: string): string {
  const stops = /[.,;:!?)\]'’]{1,5}$/.exec(address)?.[0] ?? "";
  return address.startsWith("[") ? address : address.slice(0, address.length - stops.length);
}
