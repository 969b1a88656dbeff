import { DAY_NAMES } from "../../story/lines/day-names.ts";
import { fold } from "../../text/fold.ts";
import { ACTS, PARTS } from "../../text/legal-words.ts";

/** A title that opens with the name of an act says which act it is. */
const ACT = new RegExp(`^(?:the |real )?(?:${ACTS.join("|")})(?![\\p{L}\\p{N}'])`, "u");
const CHAPTER = new RegExp(
  `^(?:(?:${PARTS.join("|")}) (?:\\d|[ivxlc]+\\b|[a-z]\\b)|\\d{1,2}(?:\\.\\d{1,2}){1,3} |\\d{1,2}[.)] )`,
  "u",
);
/** Words of any title of an act, and names of days and months. */
const FORM = new Set(
  [
    ...DAY_NAMES,
    "about|amending|concerning|regarding|relating|general|national|federal|certain",
    "relatif|relative|relatifs|relatives|fixant|portant|modifiant|autorisant|concernant|national|nationale|article",
    "sobre|relativo|relativa|general|nacional|modifica|sulla|sulle|sullo|sugli|relativa|recante|sobre|dispõe",
    "betreffend|änderung|allgemeine|tegen|inzake|houdende|ændring|ändring|zmianie|sprawie",
  ].flatMap((names) => names.split("|")),
);
/** A word long enough to say what an act is about. */
const WORD = /\p{L}{5,}/gu;
/** A word in more of the titles than this share belongs to their form. */
const MAX_FORM_SHARE = 0.5;
const MIN_TITLES = 3;

/**
 * Parts a group of stories where their titles say that they are no reports on one event: chapters of one work, and acts whose
 * titles have no subject in common. All others stay together, with the acts that share a word with their titles. Linear but for the parts.
 */
export function partSeries(
  stories: readonly { readonly key: string; readonly headline: string }[],
): readonly (readonly string[])[] {
  const titles = stories.map(({ key, headline }) => ({ key, title: fold(headline).toLowerCase() }));
  const { act: acts = [], chapter: chapters = [], other: others = [] } = Object.groupBy(titles, sortOf);
  const isForm = formOf(acts.map(({ title }) => title));
  const parts: { readonly keys: string[]; readonly words: Set<string> }[] = [];
  if (others.length > 0) {
    const words = new Set(others.flatMap(({ title }) => wordsIn(title)));
    parts.push({ keys: others.map(({ key }) => key), words });
  }
  for (const { key, title } of acts) {
    const words = wordsIn(title).filter((word) => !isForm(word));
    const part = parts.find((known) => words.some((word) => known.words.has(word)));
    if (part === undefined) {
      parts.push({ keys: [key], words: new Set(words) });
    } else {
      part.keys.push(key);
      for (const word of words) {
        part.words.add(word);
      }
    }
  }
  return [...parts.map(({ keys }) => keys), ...chapters.map(({ key }) => [key])];
}

function sortOf({ title }: { readonly title: string }): "act" | "chapter" | "other" {
  if (ACT.test(title)) {
    return "act";
  }
  return CHAPTER.test(title) ? "chapter" : "other";
}

function wordsIn(title: string): readonly string[] {
  return (title.match(WORD) ?? []).filter((word) => !FORM.has(word) && !ACT.test(word));
}

/** Words that most titles have: "on the amendment of". */
function formOf(titles: readonly string[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const word of titles.flatMap((title) => [...new Set(wordsIn(title))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => titles.length >= MIN_TITLES && (counts.get(word) ?? 0) > MAX_FORM_SHARE * titles.length;
}
