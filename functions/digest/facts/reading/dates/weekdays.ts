import { hasCapital } from "../../../text/tokens.ts";
import { LINKS } from "../range-words.ts";
import { isHyphen, type Token } from "../tokens.ts";
import { type Calendar, valueOfName } from "./calendar.ts";
import { withoutPossessive } from "./months.ts";

const LONG_WEEKDAY = 4;
const PLURAL = /s$/;

/** A weekday and the next token. */
interface WeekdayRead {
  readonly weekday: number;
  readonly at: number;
}

/** The weekday at a token: "Mondays", "Mon.", "terça-feira". */
export function weekdayAt(tokens: readonly Token[], at: number, calendar: Calendar): WeekdayRead | undefined {
  const token = tokens[at];
  const weekday = token?.type === "word" ? weekdayOf(token, calendar) : undefined;
  return token === undefined || weekday === undefined
    ? undefined
    : { weekday, at: weekdayEnd(tokens, at, token) };
}

/** "So manche", "Do not", "Sat down": a short name at the head of a sentence, where any word has a capital, before another word. */
export function isOtherWord(
  tokens: readonly Token[],
  at: number,
  { abbreviations, weekdays }: Calendar,
): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isOpening = before === undefined || before.text === "." || before.text === ":";
  const isSpan = LINKS.has(next?.form ?? "") || weekdays.has(next?.form ?? "");
  return isOpening && abbreviations.has(token?.form ?? "") && next?.type === "word" && !isSpan;
}

/** After the stop of "Mon." and the ending of "terça-feira". */
function weekdayEnd(tokens: readonly Token[], at: number, { text }: Token): number {
  const [mark, ending] = [tokens[at + 1], tokens[at + 2]];
  if (isHyphen(mark) && ending?.form === "feira") {
    return at + 3;
  }
  return mark?.text === "." && text.length <= LONG_WEEKDAY ? at + 2 : at + 1;
}

function weekdayOf({ form, text }: Token, calendar: Calendar): number | undefined {
  const { weekdays, abbreviations } = calendar;
  const isPlural = form.endsWith("s") && form.length > LONG_WEEKDAY;
  const weekday =
    valueOfName(form, weekdays, calendar) ??
    (isPlural ? weekdays.get(withoutPossessive(form).replace(PLURAL, "")) : undefined);
  return abbreviations.has(form) && !hasCapital(text) ? undefined : weekday;
}
