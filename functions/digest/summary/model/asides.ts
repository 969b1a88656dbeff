import { isSpeech } from "../../story/headline/attribution.ts";
import { FINITE_VERBS } from "../../text/sentences/sentence-words.ts";

/** An aside of a sentence: what is deleted with it, half open, and what it says. */
export interface Aside {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Where its words begin. */
  readonly at: number;
}

/** What stands around an aside, on its left and right, and how many such marks the sentence then has. */
interface Frame {
  readonly left: RegExp;
  readonly right: RegExp;
  readonly mark: RegExp;
  readonly marks: number;
}

const BRACKETS: Frame = { left: /\s?\($/u, right: /^\)/u, mark: /[(]/gu, marks: 1 };
const DASHES: readonly Frame[] = [
  { left: /\s–\s$/u, right: /^\s–(?=\s)/u, mark: /(?<=\s)[–—-](?=\s)/gu, marks: 2 },
  { left: /\s—\s$/u, right: /^\s—(?=\s)/u, mark: /(?<=\s)[–—-](?=\s)/gu, marks: 2 },
  { left: /(?<=\S)—$/u, right: /^—(?=\S)/u, mark: /—/gu, marks: 2 },
];
const COMMAS: Frame = { left: /,\s$/u, right: /^,(?=\s)/u, mark: /[,،，、;]/gu, marks: 2 };
const LAST_COMMA: Frame = { left: /,\s$/u, right: /^(?=\.$)/u, mark: /[,،，、;]/gu, marks: 1 };

/**
 * How a clause opens that only adds to what stands before it, where commas say so: a relative pronoun, or a participle at the end. German,
 * which puts a comma before a clause that restricts as well ("Wer …, der"), has none.
 */
const ADDING: ReadonlyMap<string, readonly [relative: RegExp, participle: RegExp]> = new Map([
  [
    "en",
    [/^(?:who|whom|whose|which|where)(?!\p{L})/u, /^(?!during|nothing|something)\p{Ll}{3,}ing(?!\p{L})/u],
  ],
  [
    "fr",
    [
      /^(?:qui|dont|où)(?!\p{L})/u,
      /^(?!pendant|avant|devant|durant|quant|autant|tant)\p{Ll}{3,}ant(?!\p{L})/u,
    ],
  ],
  [
    "es",
    [/^(?:que|quien|quienes|cuy[oa]s?|donde)(?!\p{L})/u, /^(?!cuando)\p{Ll}{3,}(?:ando|iendo)(?!\p{L})/u],
  ],
  ["it", [/^(?:che|il cui|la cui|dove)(?!\p{L})/u, /^(?!quando)\p{Ll}{3,}(?:ando|endo)(?!\p{L})/u]],
  ["pt", [/^(?:que|quem|cuj[oa]s?|onde)(?!\p{L})/u, /^(?!quando)\p{Ll}{3,}(?:ando|endo|indo)(?!\p{L})/u]],
]);
/** Languages whose negations, doubts and verbs of saying are known well enough to cut anything. */
const READ_LANGUAGES: ReadonlySet<string> = new Set(["en", "de", "fr", "es", "it", "pt", "nl"]);

/**
 * What the main clause goes on with behind a clause between commas. Behind any other word it may be an enumeration, or a clause of its own: "in Velm, where
 * it burned, the clerk said".
 */
const GOES_ON: ReadonlyMap<string, RegExp> = new Map([
  ["en", /^\p{Ll}{2,}ed(?!\p{L})/u],
  ["fr", /^(?:a|ont|est|sont|avait|avaient|était|étaient|sera|seront|va|vont|n['’](?:a|ont|est))(?!\p{L})/u],
  [
    "es",
    /^(?:(?:ha|han|es|son|fue|fueron|está|están|había|habían|será|serán)|\p{Ll}{2,}(?:ó|aron|ieron))(?!\p{L})/u,
  ],
  ["it", /^(?:ha|hanno|è|sono|era|erano|aveva|avevano|sarà|saranno|non)(?!\p{L})/u],
  [
    "pt",
    /^(?:(?:é|são|foi|foram|tem|têm|está|estão|era|vai|vão|não)|\p{Ll}{2,}(?:ou|eu|iu|aram|eram|iram))(?!\p{L})/u,
  ],
]);

const EDGES = /^[\s,()–—-]+|[\s,()–—-]+$/gu;
/** An aside has no sentence of its own in it. */
const HAS_STOPS = /[.:;!?…()[\]{}]/u;
const MIN_ASIDE = 2;

/** The aside that a cut names, by its words with or without the marks around it; `undefined` if it is none, or stands there twice. */
export function asideOf(sentence: string, cut: string, lang = ""): Aside | undefined {
  const language = lang.split("-")[0] ?? "";
  const words = cut.replace(EDGES, "");
  const at = sentence.indexOf(words);
  const isOnce = at > 0 && !sentence.includes(words, at + 1);
  if (!READ_LANGUAGES.has(language) || words.length < MIN_ASIDE || !isOnce || HAS_STOPS.test(words)) {
    return undefined;
  }
  const place: Place = { sentence, at, words };
  const framed = [BRACKETS, ...DASHES]
    .map((frame) => framedBy(frame, place))
    .find((found) => found !== undefined);
  return framed ?? addedBy(place, language);
}

interface Place {
  readonly sentence: string;
  readonly at: number;
  readonly words: string;
}

/** The aside with the marks around it, if these are the only ones of the sentence. */
function framedBy({ left, right, mark, marks }: Frame, { sentence, at, words }: Place): Aside | undefined {
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + words.length)];
  const [opens, closes] = [left.exec(before), right.exec(after)];
  const isOnly = (sentence.match(mark)?.length ?? 0) === marks;
  return opens === null || closes === null || !isOnly
    ? undefined
    : { from: opens.index, to: at + words.length + closes[0].length, words, at };
}

/** A clause between commas, or after the only one, that adds to what stands before it. */
function addedBy(place: Place, language: string): Aside | undefined {
  const [relative, participle] = ADDING.get(language) ?? [];
  const { sentence, at, words } = place;
  const isRelative = relative?.test(words) === true;
  const lead = /(\S+),\s$/u.exec(sentence.slice(0, at))?.[1] ?? "";
  if (isSpeech(lead)) {
    return undefined;
  }
  const rest = sentence.slice(at + words.length).replace(/^,\s/u, "");
  const inner = isRelative && goesOn(rest, language) ? framedBy(COMMAS, place) : undefined;
  const last = isRelative || participle?.test(words) === true ? framedBy(LAST_COMMA, place) : undefined;
  return inner ?? last;
}

function goesOn(rest: string, language: string): boolean {
  const word = /^[\p{L}\p{M}'’]+/u.exec(rest)?.[0] ?? "";
  return (
    GOES_ON.get(language)?.test(rest) === true ||
    isSpeech(word) ||
    (language === "en" && FINITE_VERBS.has(word))
  );
}
