import { dayIn } from "../../../facts/facts.ts";
import { type Phrases, phraseAt, phrasesOf } from "../../../facts/phrases.ts";
import { type Moment, onDay } from "../../../facts/reading/dates/moment.ts";
import type { ReadSentence } from "../../../facts/reading/types.ts";
import { dayOf } from "../../../revision/facts/story-facts.ts";
import type { Story } from "../../../story/types.ts";

const DAYS_IN_WEEK = 7;

const onDate = (month: number, day: number, names: string): [string, Moment][] =>
  names.split("|").map((name) => [name, { month, day }]);
const onWeekday = (weekday: number, names: string): [string, Moment][] =>
  names.split("|").map((name) => [name, { weekday }]);

/** Days that go by a name, for which a writer may put the date or the weekday, wherever the story is from; as words without marks, folded. */
const NAMED_DAYS: Phrases<Moment> = phrasesOf([
  ...onDate(
    1,
    1,
    "new year's day|new years day|neujahr|neujahrstag|jour de l' an|nouvel an|año nuevo|capodanno|ano novo",
  ),
  ...onDate(1, 6, "epiphany|dreikönigstag|épiphanie|epifania|día de reyes"),
  ...onDate(2, 14, "valentine's day|valentines day|valentinstag|saint valentin|san valentín|san valentino"),
  ...onDate(3, 8, "international women's day|frauentag"),
  ...onDate(3, 17, "st patrick's day|saint patrick's day"),
  ...onDate(4, 1, "april fool's day|april fools' day|april fools"),
  ...onDate(5, 1, "may day|maifeiertag|fête du travail|festa dei lavoratori"),
  ...onDate(7, 14, "bastille day"),
  ...onDate(8, 15, "ferragosto|mariä himmelfahrt"),
  ...onDate(10, 31, "halloween|reformationstag"),
  ...onDate(11, 1, "all saints day|allerheiligen|toussaint|todos los santos|ognissanti"),
  ...onDate(12, 24, "christmas eve|heiligabend|heiliger abend|nochebuena|vigilia di natale|véspera de natal"),
  ...onDate(12, 25, "christmas|christmas day|xmas|noël|navidad|natale|weihnachten"),
  ...onDate(12, 26, "boxing day|santo stefano"),
  ...onDate(12, 31, "new year's eve|new years eve|nye|silvester|saint sylvestre|nochevieja|san silvestro"),
  ...onWeekday(1, "rosenmontag"),
  ...onWeekday(2, "pancake day|mardi gras"),
  ...onWeekday(3, "ash wednesday|aschermittwoch|hump day"),
  ...onWeekday(
    4,
    "thanksgiving|gründonnerstag|christi himmelfahrt|ascension day|fronleichnam|corpus christi",
  ),
  ...onWeekday(5, "karfreitag|tgif"),
  ...onWeekday(7, "easter|ostern|pâques|pascua|pasqua|páscoa|pentecost|whitsun|pfingsten"),
]);

/** The moments of a story: those it writes, the days that it calls by a name, and its own day where it says "today". */
export function momentsOf(story: Story, sentences: readonly ReadSentence[]): readonly Moment[] {
  const day = dayIn(story.published ?? "") ?? dayOf(story);
  return sentences.flatMap(({ tokens, units }) => {
    const words = tokens.flatMap(({ type, form }) => (type === "mark" ? [] : form.split("-")));
    const named = words.flatMap((_, at): readonly Moment[] => {
      const found = phraseAt(NAMED_DAYS, (step) => words[at + step]);
      return found === undefined ? [] : [found.value];
    });
    const written = units.flatMap(({ moment }) => (moment === undefined ? [] : [moment]));
    return [...written, ...written.map((moment) => withWeekday(onDay(moment, day), day)), ...named];
  });
}

/** A date falls on one weekday; without a year, in that of its story. */
function withWeekday(moment: Moment, storyDay: string | undefined): Moment {
  const { month, day } = moment;
  const year = moment.year ?? (storyDay === undefined ? undefined : Number(storyDay.slice(0, 4)));
  return year === undefined || month === undefined || day === undefined
    ? moment
    : { ...moment, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || DAYS_IN_WEEK };
}
