/** How a publication sets quotations and spaced dashes. */
export interface HouseStyle {
  readonly quotes: "double" | "single";
  readonly dash: "—" | "–";
}

/** How much of a text is searched for its style, in characters; a publication keeps to one style. */
const SEARCHED = 100_000;

const POUNDS = /£\s?\d/u;
const IN_OUR = "(?:col|fav|lab|hon|neighb|behavi|rum|hum|harb|endeav|vig)";
const DOUBLED = "(?:trave|cance|labe|mode|fue|leve|counse|signa)";
/** Excludes "ised" that every spelling shares (advised, promised, raised), and "ized" as in "resized". */
const IN_ISED =
  "(?<!adv|superv|rev|dev|exerc|surpr|compr|prom|disgu|telev|improv|ra|cru|bru|po|no|exc|franch|merchand|(?<!\\p{L})a?r|upr)is";
const IN_IZED = "(?<=\\p{L}{3})(?<!wns|rs|res|caps)iz";
const ENDING = "(?:ed|ing|ations?)(?!\\p{L})";

/** British forms, and the American forms of the same words; each kind counts once. */
const BRITISH = [
  "(?<!\\p{L})(?:Mr|Mrs|Ms|Dr) (?=\\p{Lu})",
  `(?<!\\p{L})${IN_OUR}our`,
  "(?<!\\p{L})(?:centre|theatre|metre|kilometre|litre|defence|offence|licence|programme|cheque|tyre|grey|whilst|amongst|manoeuvre|sceptic|councillor)",
  `${IN_ISED}${ENDING}|(?<!\\p{L})${DOUBLED}ll(?:ed|ing|or)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, "u"));
const AMERICAN = [
  "(?<!\\p{L})(?:Mr|Mrs|Ms|Dr)\\. (?=\\p{Lu})",
  `(?<!\\p{L})${IN_OUR}or(?!ous|ar|at|if|i)`,
  "(?<!\\p{L})(?:center|theater|meter|kilometer|liter|defense|offense|gray|maneuver|skeptic)",
  `${IN_IZED}${ENDING}|(?<!\\p{L})${DOUBLED}l(?:ed|ing|or)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, "u"));
/** A quotation closed before a comma or a full stop; American style closes it after them. */
const CLOSED_BEFORE_STOP = /(?<=\p{Ll}\p{Ll})â[,.](?=\s)/u;

/** Quotations whose marks are intact: "…" and '…'. */
const STRAIGHT_DOUBLE = /(?<=^|[\s([—–])"(?=[\p{L}\p{N}])/gmu;
const STRAIGHT_SINGLE = /(?<=^|[\s([—–])'(?=\p{L}{2})/gmu;
/** How far one kind must outnumber the other to show the style; one alone may be "'em". */
const MIN_STRAIGHT = 2;
/**
 * British score from which quotations are single. UK newspapers, which mention pounds, often use single
 * quotes; others with British spelling seldom do, and need every sign.
 */
const SINGLE_QUOTES_FROM = 3;

/**
 * The style of an English text that lost its marks, from its spelling and the marks it still has. American
 * style, “ ” and —, unless the text says otherwise.
 */
export function houseStyle(text: string): HouseStyle {
  const sample = text.slice(0, SEARCHED);
  const british = kindsOf(sample, [...BRITISH, CLOSED_BEFORE_STOP]) - kindsOf(sample, AMERICAN);
  const pounds = POUNDS.test(sample) ? 2 : 0;
  const score = british + pounds + SINGLE_QUOTES_FROM * straightStyle(sample);
  return {
    quotes: score >= SINGLE_QUOTES_FROM ? "single" : "double",
    dash: british + pounds > 0 ? "–" : "—",
  };
}

/** 1 if intact single quotation marks prevail, -1 if double ones do, 0 if neither clearly does. */
function straightStyle(text: string): number {
  const more = (text.match(STRAIGHT_SINGLE)?.length ?? 0) - (text.match(STRAIGHT_DOUBLE)?.length ?? 0);
  return Math.abs(more) < MIN_STRAIGHT ? 0 : Math.sign(more);
}

function kindsOf(text: string, kinds: readonly RegExp[]): number {
  return kinds.filter((kind) => kind.test(text)).length;
}
