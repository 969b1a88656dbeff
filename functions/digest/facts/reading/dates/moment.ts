/** A date or time of day with the parts that a text gives. */
export interface Moment {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 1 (Monday) to 7. */
  readonly weekday?: number;
  /** Minutes after midnight. */
  readonly minute?: number;
  /** "EDT": the time zone of the minute, in lower case. */
  readonly zone?: string;
  /** "early", "mid", "late" or "end" of the rest. */
  readonly part?: string;
  /** A day in words: "yesterday", "easter", "1990s", "next week". */
  readonly word?: string;
}

const PARTS = ["year", "month", "day", "weekday", "minute", "zone", "part", "word"] as const;
const DAY_MS = 86_400_000;
/** Offset of a day word from the date of the story, in days. */
const OFFSETS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    today: 0,
    tonight: 0,
    yesterday: -1,
    tomorrow: 1,
    "aujourd'hui": 0,
    hier: -1,
    demain: 1,
    heute: 0,
    gestern: -1,
    morgen: 1,
    hoy: 0,
    ayer: -1,
    mañana: 1,
    oggi: 0,
    ieri: -1,
    domani: 1,
  }),
);
/** A bare weekday is within a week of the story. */
const MAX_DAYS_AWAY = 7;

/** Equal for two moments with the same parts. */
export function keyOfMoment(moment: Moment): string {
  return PARTS.map((part) => moment[part] ?? "").join("|");
}

/**
 * Whether two moments may be one, written otherwise: no part that both give differs, and only the year, the weekday or the
 * zone is left out on one side. Day words and weekdays are compared with dates by the days of the two stories ("2025-06-22"), if
 * known; without them nothing shows a difference.
 */
export function isSameMoment(
  before: Moment,
  after: Moment,
  dayBefore?: string,
  dayAfter = dayBefore,
): boolean {
  const [a, b] = [onDay(before, dayBefore), onDay(after, dayAfter)];
  if (isOpenWord(before) !== isOpenWord(after) && (isOpenWord(a) || isOpenWord(b))) {
    return isDated(before) || isDated(after);
  }
  const isWeekdayAlone = [before, after].filter(
    (moment) => moment.weekday !== undefined && moment.day === undefined,
  ).length;
  if (isWeekdayAlone === 1) {
    return isWeekday(a, b, dayBefore);
  }
  return PARTS.every(
    (part) =>
      a[part] === b[part] || (isOpenPart(part, a) && (a[part] === undefined || b[part] === undefined)),
  );
}

/** The year and the weekday of a date may be left out, and the zone of a time. */
function isOpenPart(part: (typeof PARTS)[number], { day }: Moment): boolean {
  return part === "zone" || ((part === "year" || part === "weekday") && day !== undefined);
}

function isOpenWord({ word }: Moment): boolean {
  return word !== undefined && OFFSETS.has(word);
}

function isDated({ day, weekday }: Moment): boolean {
  return day !== undefined || weekday !== undefined;
}

/** A day word as its date, if the day of its story, "2025-06-22", is known; any other moment as it is. */
export function onDay(moment: Moment, day: string | undefined): Moment {
  const offset = OFFSETS.get(moment.word ?? "");
  if (offset === undefined || day === undefined) {
    return moment;
  }
  const date = new Date(Date.parse(day) + offset * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "Monday" and a date: the same if the date falls on a Monday near the story. */
function isWeekday(a: Moment, b: Moment, storyDay: string | undefined): boolean {
  const [{ weekday }, date] = a.day === undefined ? [a, b] : [b, a];
  if (date.weekday !== undefined && date.weekday !== weekday) {
    return false;
  }
  const { year = storyDay === undefined ? undefined : Number(storyDay.slice(0, 4)), month, day } = date;
  if (year === undefined || month === undefined || day === undefined) {
    return day !== undefined || date.word !== undefined;
  }
  const time = Date.UTC(year, month - 1, day);
  const isNear = storyDay === undefined || Math.abs(time - Date.parse(storyDay)) <= MAX_DAYS_AWAY * DAY_MS;
  return isNear && (new Date(time).getUTCDay() || 7) === weekday;
}
