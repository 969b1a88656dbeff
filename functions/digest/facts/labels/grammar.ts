import { hasCapital } from "../../text/tokens.ts";
import type { ReadSentence, SentenceToken } from "../sentence.ts";
import type { FactKind } from "../types.ts";

/** Approximate part of speech, from closed word lists and endings. Any other word is a `noun` or modifies one. */
export type Part =
  | "end"
  | "fact"
  | "time"
  | "determiner"
  | "preposition"
  | "auxiliary"
  | "pronoun"
  | "joiner"
  | "adverb"
  | "report"
  | "verb"
  | "noun";

const list = (words: string) => words.split(" ");

const PARTS: ReadonlyMap<string, Part> = new Map(
  (
    [
      [
        "time",
        "night morning evening afternoon noon midnight now then ago later earlier today tonight tomorrow yesterday overnight weekend week month year past last next recent",
      ],
      [
        "determiner",
        "a an the this these those his her its their our my your some any each every both all no",
      ],
      [
        "preposition",
        "of in on at to for from by with about over under after before during since until till between among against near into through across " +
          "without within off around along behind beyond above below despite per via as towards toward upon onto inside outside amid",
      ],
      [
        "auxiliary",
        "be is are was were been being has have had having will would shall should can could may might must do does did not never cannot",
      ],
      [
        "pronoun",
        "he she it they we i you him them us me who whom which that there what himself herself itself themselves",
      ],
      [
        "joiner",
        "and or but nor so yet when while where because if although though than unless whether whose why how once",
      ],
      [
        "adverb",
        "also still just only already again almost nearly roughly approximately about least most more less up down out away back north south east " +
          "west early first so far too very now not even further together soon least nearby far home abroad",
      ],
      [
        "report",
        "said says say saying told tells announced announces reported reports added adds stated confirmed confirms estimated estimates according " +
          "warned claims claimed insisted wrote writes",
      ],
      [
        "verb",
        "rose fell died left went met won lost held put hit took made gave came found kept stood sank fled shut led ran began begun struck cut sold " +
          "paid spent grew sought killed hurt became got saw seen set sent spoke stayed stays became bought built burned broke broken brought " +
          "caught chose chosen drew drawn drove driven fought flew forgot froze hid knew known laid lay meant rang read resigned rise rising sat " +
          "shook shot showed shown slept spread stole stuck swam swept taken taught thought threw thrown understood wore worn meet meets " +
          "opens begins starts ends resumes sails remains expects plans holds costs leaves arrives takes makes gives wants needs owns employs sells buys " +
          "lives runs leads plays faces rises falls stands sits lies becomes seems appears includes reaches carries covers closes reopens returns cost " +
          "leave arrive begin open start end sail resume take make give win lose hold keep become pay sell buy build reach cover close reopen return become " +
          "beat beats kill kills owe owes owed gone done hold grows earns weighs measures produces generates serves speaks signed signs visit visits",
      ],
    ] as const
  ).flatMap(([part, words]) => list(words).map((word): [string, Part] => [word, part])),
);

const ENDING_OF_VERBS = /[a-z]{2}(?:[^e]ed|ied)$/;
/** "that's", "we're", "they've": count as pronouns. */
const CONTRACTED = /'(?:s|re|ve|ll|d|m)$/;
const ENDING_OF_ADVERBS = /[a-z]{3}ly$/;

/** The part of speech of each token; dates are `time`, numbers `fact`, names `noun`. Linear. */
export function partsOf({ tokens, facts }: ReadSentence): readonly Part[] {
  const parts = tokens.map(partOf);
  for (const { kind, from, to } of facts) {
    const part = PART_OF_FACT[kind];
    if (part !== undefined) {
      parts.fill(part, from, to);
    }
  }
  return parts.map((part, at) => {
    if (part === "noun") {
      return isVerb(tokens, parts, at) ? "verb" : part;
    }
    const isInfinitive = tokens[at - 1]?.form === "to";
    return part === "verb" && !isInfinitive && isDescribing(parts, at) ? "noun" : part;
  });
}

const PART_OF_FACT: Readonly<Partial<Record<FactKind, Part>>> = {
  date: "time",
  number: "fact",
  name: "noun",
};

/** Whether a word is a function word; on its own it is not a label. */
export function isSmallWord(form: string): boolean {
  const part = PARTS.get(form);
  return part !== undefined && part !== "verb";
}

function partOf({ type, form }: SentenceToken): Part {
  if (type !== "word") {
    return type === "mark" ? "end" : "fact";
  }
  const known = PARTS.get(form);
  if (known !== undefined) {
    return known;
  }
  if (form.endsWith("n't")) {
    return "auxiliary";
  }
  if (PARTS.get(form.replace(CONTRACTED, "")) === "pronoun") {
    return "pronoun";
  }
  return ENDING_OF_ADVERBS.test(form) ? "adverb" : "noun";
}

/** "The injured passengers", "of elected members": not a verb. */
function isDescribing(parts: readonly Part[], at: number): boolean {
  const before = parts[at - 1];
  return (before === "determiner" || before === "preposition") && parts[at + 1] === "noun";
}

/** A verb follows an auxiliary or "to"; elsewhere the ending may show it. */
function isVerb(tokens: readonly SentenceToken[], parts: readonly Part[], at: number): boolean {
  const { form = "", text = "" } = tokens[at] ?? {};
  if (at > 0 && hasCapital(text)) {
    return false;
  }
  if (ENDING_OF_VERBS.test(form)) {
    return !isDescribing(parts, at);
  }
  let before = at - 1;
  while (parts[before] === "adverb") {
    before--;
  }
  const leader = tokens[before]?.form ?? "";
  if (MODALS.has(leader)) {
    return true;
  }
  return parts[before] === "auxiliary" && /(?:ing|en|ed)$/.test(form);
}

const MODALS = new Set(
  list(
    "will would shall should can could may might must to did does do won't can't cannot couldn't wouldn't",
  ),
);
