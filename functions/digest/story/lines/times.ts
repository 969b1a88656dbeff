import { DAY_NAMES } from "./day-names.ts";
import { type PhraseTable, phraseTable } from "./line-words.ts";

/** Words that only dates and clock times have. */
export const TIME_WORDS: PhraseTable = phraseTable(
  ...DAY_NAMES,
  "today|yesterday|heute|gestern|aujourd'hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren|i dag|i går|dzisiaj|wczoraj",
  "сегодня|вчера|сьогодні|вчора|bugün|dün|اليوم|أمس|今天|昨天|今日|昨日|noon|midnight",
  "年|月|日|時|时|分|秒|点|點|午前|午後|上午|下午|년|월|일|시|분|오전|오후|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|星期|周|週",
);

/** Of "12 minutes ago"; years are none: "12 years ago" tells of the past. */
export const TIME_UNITS: PhraseTable = phraseTable(
  "second|seconds|sec|secs|s|minute|minutes|min|mins|m|hour|hours|hr|hrs|h|day|days|d|week|weeks|w",
  "sekunden|minuten|std|stunde|stunden|tag|tage|tagen|woche|wochen|seconde|secondes|heure|heures|jour|jours|semaine|semaines",
  "segundos|minuto|minutos|hora|horas|día|días|semana|semanas|dia|dias|secondi|minuti|ora|ore|giorno|giorni|settimana|settimane",
  "seconden|minuut|uur|uren|dag|dagen|week|weken|minuter|timme|timmar|tim|dagar|veckor|minutter|time|timer|dage|dager|uger|uker",
  "minut|minuty|minutę|godzin|godziny|godzinę|godz|dni|tygodni|minuut|minuuttia|tuntia|päivää|dakika|saat|gün|hafta|hodinami|minutami|dny",
  "минут|минуты|минуту|мин|часа|часов|час|ч|дня|дней|день|хвилин|хвилини|годин|години|днів|λεπτά|ώρες|ημέρες|minute|ore|zile|perccel|órával|napja",
  "menit|jam|hari|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|دقیقه|ساعت|روز|דקות|שעות|ימים|मिनट|घंटे|दिन|phút|giờ|ngày|분|시간|일",
  "分钟|分鐘|小时|小時|天|时间|時間|分|日",
);

const CLOCK = /^(?:[01]?\d|2[0-4])[:.h’'][0-5]\d(?:[:.][0-5]\d)?$/u;
const DATE = /^(?:\d{4}[-/.–]\d{1,2}[-/.–]\d{1,2}|\d{1,2}[-/.–]\d{1,2}[-/.–](?:\d{4}|\d{2}))$/u;

/** Whether a figure is a clock time or a date: 14:05, 14h05, 20.11.2026, 2026-11-20. */
export function isTimeFigure(figure: string): boolean {
  const plain = figure.replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  return CLOCK.test(plain) || DATE.test(plain);
}
