import { DAY_NAMES } from "../../story/lines/day-names.ts";
import { fold } from "../../text/fold.ts";

/** What acts are called, in the languages that we read: a title that opens with one says which act it is. */
const ACTS = [
  "act|law|bill|decree|order|regulation|regulations|ordinance|statute|directive|resolution|decision",
  "bundesgesetz|gesetz|verordnung|bundesbeschluss|beschluss|landesgesetz|richtlinie|satzung",
  "loi|décret|arrêté|ordonnance|règlement|décision|délibération|circulaire|directive",
  "ley|decreto|resolución|orden|ordenanza|reglamento|disposición|real",
  "legge|ordinanza|regolamento|delibera|lei|portaria|resolução|wet|besluit|verordening|regeling",
  "lag|förordning|lov|forskrift|laki|asetus|zákon|nařízení|vyhláška|ustawa|rozporządzenie|törvény|rendelet",
].join("|");
const CHAPTERS =
  "chapter|section|part|annex|appendix|article|kapitel|abschnitt|anhang|artikel|chapitre|annexe|partie|capítulo|sección|anexo|artículo|capitolo|sezione|allegato|hoofdstuk|bijlage";
const ACT = new RegExp(`^(?:the )?(?:${ACTS})(?![\\p{L}\\p{N}'])`, "u");
const CHAPTER = new RegExp(
  `^(?:(?:${CHAPTERS}) (?:\\d|[ivxlc]+\\b|[a-z]\\b)|\\d{1,2}(?:\\.\\d{1,2}){1,3} |\\d{1,2}[.)] )`,
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
/** Letters of a word that says what an act is about. */
const MIN_WORD = 5;
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
  const acts = titles.filter(({ title }) => ACT.test(title));
  const chapters = titles.filter(({ title }) => CHAPTER.test(title));
  const isForm = formOf(acts.map(({ title }) => title));
  const parts: { readonly keys: string[]; readonly words: Set<string> }[] = [];
  const others = titles.filter((one) => !acts.includes(one) && !chapters.includes(one));
  if (others.length > 0) {
    parts.push({
      keys: others.map(({ key }) => key),
      words: new Set(others.flatMap(({ title }) => wordsIn(title))),
    });
  }
  for (const { key, title } of acts) {
    const words = wordsIn(title).filter((word) => !isForm(word));
    const part = parts.find((known) => words.some((word) => known.words.has(word)));
    part?.keys.push(key);
    for (const word of part === undefined ? [] : words) {
      part?.words.add(word);
    }
    if (part === undefined) {
      parts.push({ keys: [key], words: new Set(words) });
    }
  }
  return [...parts.map(({ keys }) => keys), ...chapters.map(({ key }) => [key])];
}

function wordsIn(title: string): readonly string[] {
  const words = title.match(/\p{L}{5,}/gu) ?? [];
  return words.filter((word) => word.length >= MIN_WORD && !FORM.has(word) && !ACT.test(word));
}

/** Words that most titles have: "on the amendment of". */
function formOf(titles: readonly string[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const word of titles.flatMap((title) => [...new Set(wordsIn(title))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => titles.length >= MIN_TITLES && (counts.get(word) ?? 0) > MAX_FORM_SHARE * titles.length;
}
