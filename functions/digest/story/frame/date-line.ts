import { DAY_AND_MONTH, WRITTEN_DATE } from "../../text/written-date.ts";

const LABELS = [
  "(?:last |first )?(?:published|updated|posted|modified|changed|edited|issued|released)|(?:last )?updates?|created",
  "stand|geändert|(?:zuletzt )?aktualisiert|letzte aktualisierung|veröffentlicht|erstellt|(?:dernière )?mise? à jour|publiée?|modifiée?",
  "(?:última )?actualización|actualizad[oa]|publicad[oa]|(?:ultimo )?aggiorna(?:to|mento)|pubblicato|atualizad[oa]|(?:última )?atualização",
  "(?:laatst )?bijgewerkt|laatste update|gepubliceerd|geplaatst|aangepast|(?:последнее )?обновлени[ея]|обновлено|опубликовано|дата публикации",
  "更新时间|更新時間|发布时间|發佈時間|发布于|更新日時?|最終更新(?:日時?)?|公開日?|投稿日|掲載日?|更新|发布|آخر تحديث|نشر",
].join("|");
const WEEKDAYS = [
  "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)",
  "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)",
  "(?:luned|marted|mercoled|gioved|venerd)ì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?",
  "(?:maan|dins|woens|donder|vrij|zater|zon)dag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|[(（][日月火水木金土][)）]",
].join("|");
const TIME =
  "\\d{1,2}(?:[:.h]\\d{2}(?::\\d{2})?|[时時點]\\d{2}分?)(?: ?[ap]\\.?m\\.?| ?uhr| ?h(?:rs?)?)?|\\d{1,2} ?(?:[ap]\\.?m\\.?|uhr|h|ч\\.?)";
const ZONE =
  "(?:UTC|GMT|BST|CES?T|EES?T|WES?T|[ECMP][SD]?T|MSK|IST|JST|HKT|AES?T|МСК)(?:[+-]\\d{1,2}(?::?\\d{2})?)?";
const GLUE = "on|at|as of|am|vom|um|le|du|à|el|a las?|às|del?|il|alle(?: ore)?|ore|em|às|op|om|в|от";

type Part = "label" | "date" | "day" | "time" | "glue";

const END = "(?![\\p{L}\\p{N}])";
/** The parts of a date line, the more telling first. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ["glue", /[\s,;:：|·•/()–—-]{1,9}/uy],
  ["label", new RegExp(`(?:${LABELS})${END}`, "iuy")],
  [
    "date",
    new RegExp(
      `(?:\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?|\\d{4}/\\d{2}/\\d{2}|${WRITTEN_DATE}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2})${END}`,
      "iuy",
    ),
  ],
  ["day", new RegExp(`(?:${DAY_AND_MONTH})${END}`, "iuy")],
  ["glue", new RegExp(`(?:${WEEKDAYS})${END}`, "iuy")],
  ["time", new RegExp(`(?:${TIME})${END}`, "iuy")],
  ["glue", new RegExp(`(?:${ZONE}|${GLUE})${END}`, "iuy")],
];
const LONGEST = 100;
const LONGEST_BARE = 40;
const MOST_PARTS = 24;

/**
 * The parts of a line that gives nothing but when a text was published or changed: "Updated at 5:38 p.m. ET", "Stand:
 * 12.05.2031, 14:05 Uhr"; `undefined` for any other line. Bounded.
 */
function partsOf(line: string): ReadonlySet<Part> | undefined {
  if (line.length > LONGEST || !/\p{Nd}/u.test(line)) {
    return;
  }
  const { found, ends } = partsAtStart(line);
  return ends.at(-1) === line.length ? found : undefined;
}

/** The parts of a date line with which a text begins, and where each ends. */
function partsAtStart(text: string): { readonly found: ReadonlySet<Part>; readonly ends: readonly number[] } {
  const found = new Set<Part>();
  const ends: number[] = [];
  for (let at = 0; ends.length < MOST_PARTS && at < text.length; at = ends.at(-1) ?? 0) {
    const part = PARTS.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (part === undefined) {
      break;
    }
    found.add(part[0]);
    ends.push(part[1].lastIndex);
  }
  return { found, ends };
}

const MOMENTS: readonly Part[] = ["date", "day", "time"];

/** "Updated at 6.20pm The council has …": a sentence without the stamp that was run together with it; a colon begins a note. Bounded. */
export function withoutUpdateStamp(sentence: string): string {
  const { found, ends } = partsAtStart(sentence.slice(0, LONGEST));
  const isStamp = found.has("label") && MOMENTS.some((part) => found.has(part));
  const end = ends.findLast((at) => /^["“„«]?\p{Lu}/u.test(sentence.slice(at)));
  const isNote = /[:：]\s*$/u.test(sentence.slice(0, end));
  return isStamp && end !== undefined && !isNote ? sentence.slice(end) : sentence;
}

/** Whether a line only says when its text was published or changed: a whole date, or a label with a day or a time. */
export function isDateLine(line: string): boolean {
  const parts = partsOf(line);
  const hasMoment = parts?.has("time") === true || parts?.has("day") === true;
  return parts?.has("date") === true || (hasMoment && parts?.has("label") === true);
}

/** Whether a sentence only names a day or a time, with or without the year: "Quarta-feira, 21 de fevereiro." */
export function isMoment(sentence: string): boolean {
  const parts = partsOf(sentence.replace(/\.$/, ""));
  return MOMENTS.some((part) => parts?.has(part) === true);
}

/** Whether a line is a date that no word calls that of its text: below the first prose it may be that of an event. */
export function isUnlabelledDate(line: string): boolean {
  const parts = partsOf(line);
  return parts?.has("date") === true && !parts.has("label");
}

/** Whether a line is a date without a label: where several stand over texts, they are headings. */
export function isBareDate(line: string): boolean {
  const parts = line.length <= LONGEST_BARE ? partsOf(line) : undefined;
  return parts?.has("date") === true && !parts.has("label") && !parts.has("time");
}
