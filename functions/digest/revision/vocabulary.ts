import { hasTellingCapitals } from "./title-case.ts";
import { tokenise } from "./tokens.ts";

/** The words of a text, in lower case, by how they stand in it. */
export interface Vocabulary {
  /** Written small. */
  readonly small: ReadonlySet<string>;
  /** With a capital that does not come from the start of a sentence or quotation. */
  readonly inside: ReadonlySet<string>;
}

/** Words that often open a sentence of the news; a name is never among them. */
const OPENERS = new Set(
  (
    "a about above according across additionally after again against all almost along already also although amid among " +
    "an and another any anyone anything are around as asked at back be because been before behind being below beneath " +
    "besides between beyond both but by can clearly come consequently could critics currently despite did do does down " +
    "due during each earlier either elsewhere enough even eventually ever every everyone everything except few finally " +
    "first following for former from further furthermore given had half has have having he hence her here hers his how " +
    "however i if in indeed inside instead into is it its it's just last late later least less let like likewise little " +
    "local many may maybe me meanwhile men might more moreover most much must my near nearly neither never nevertheless " +
    "next no nobody none nonetheless nor not nothing now nowhere number of off often on once one only opposite or other others " +
    "otherwise our out outside over overall part past people per perhaps plus police previously rather recent recently " +
    "regarding same second several shall she should similarly since so some somebody someone something soon state still " +
    "such take talks than that the their them then there thereafter therefore these they thing third this those though " +
    "through throughout thus till to today together tomorrow too toward towards two three four five six seven eight nine " +
    "ten twelve under unless unlike until up upon us very via was we well were what whatever when whenever where whereas " +
    "wherever whether which whichever while who whoever whom whose why will with within without women work would yes yesterday " +
    "yet you your president minister government parliament news company team video photo image source update breaking"
  ).split(" "),
);
/** Endings of ordinary words; names that have them are taken for words until they are seen in a sentence. */
const ORDINARY_ENDING = /(?:ly|ing|tion|tions|ment|ments|ness|ities|ists|ers|ors|ials|ents|ants|ed)$/;

/** The vocabulary of some texts. Linear time. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const words = { small: new Set<string>(), inside: new Set<string>() };
  for (const text of texts) collect(text, words);
  return words;
}

interface Words {
  readonly small: Set<string>;
  readonly inside: Set<string>;
}

function collect(text: string, words: Words): void {
  const tokens = tokenise(text);
  const isTelling = hasTellingCapitals(tokens);
  let isInside = false;
  for (const { text: word, type } of tokens) {
    if (type === "space") continue;
    if (type === "word") add(word, isInside && isTelling, words);
    isInside = type !== "mark" || word === ",";
  }
}

function add(word: string, isInside: boolean, { small, inside }: Words): void {
  const form = plainForm(word);
  if (!/^\p{Lu}/u.test(word)) {
    small.add(form);
    return;
  }
  if (isInside) inside.add(form);
}

function plainForm(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, "");
}

/**
 * Whether a word with a capital at the start of a sentence is likely an ordinary word, and no name. Its ending says nothing
 * where another capital follows ("Emily Clifton").
 */
export function isOrdinary(word: string, { small, inside }: Vocabulary, isBeforeCapital: boolean): boolean {
  const form = plainForm(word);
  if (OPENERS.has(form) || small.has(form)) return true;
  if (inside.has(form) || isBeforeCapital) return false;
  return word.slice(1) === word.slice(1).toLowerCase() && ORDINARY_ENDING.test(form);
}
