import { once } from "../../text/once.ts";
import { DAY_AND_MONTH } from "../../text/written-date.ts";
import { isDeskWord } from "../headline/desk-word.ts";

/** Longest dateline, in characters; a paragraph is searched no further. */
const MAX_DATELINE_LENGTH = 120;

const PARTICLE = "(?:de|da|do|del|di|la|am|an der|im|sur|upon|le)";
const PLACE = `\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:[ /](?:${PARTICLE} )?\\p{Lu}[\\p{L}\\p{M}'’.-]*){0,4}`;
const CAPITALS =
  "\\p{Lu}{2}[\\p{Lu}\\p{M}'’.-]*(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}'’.-]*){0,4}|\\p{Lu}['’.]{1,2} ?\\p{Lu}[\\p{Lu}'’.-]+";
/** A country or a date after the place. */
const REST = "(?: \\([\\p{L} .]{2,30}\\))?(?:,(?: le)? [\\p{L}\\p{N}][\\p{L}\\p{N} .'’/-]{0,30}){0,2}";
const REGION = "(?:, [\\p{L}\\p{N}][\\p{L}\\p{N} .'’]{0,30}){0,2}";
/** A day and what may be its month: {@link day} says whether it is one. */
const DATE =
  "(?:le )?(?:\\d{1,2}(?:\\.|er|º|°|st|nd|rd|th)? (?:de )?\\p{L}{3,12}\\.?|\\p{L}{3,12}\\.? \\d{1,2}|\\d{1,2}\\. ?\\d{1,2}\\.)(?:,? (?:de )?\\d{4}(?: r\\.| roku|\\.)?)?";
const day = once(() => new RegExp(`${DAY_AND_MONTH}|\\d\\. ?\\d{1,2}\\.`, "iu"));
const AGENCY = "(?:\\((?=[^()]{0,40}\\p{L})[^()]{2,40}\\)|/[\\p{L}][\\p{L} .]{1,30}/)";
const DASH = "(?:\\s?[–—―]\\s?| ?--?\\s?|\\.- ?)";
const DASH_APART = "(?:\\s?[–—―]\\s?|\\s--?\\s|\\.- ?|\\s\\|\\s)";
const BEGINNING = "(?=[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}\"“‘«'„「¿¡])";

/** What a text has that the forms with a place and an agency, or with a date, may match. */
const PLACE_AND_AGENCY = /^\p{Lu}[^(/]*[(/]/u;
const DATED = new RegExp(`[,.] ${DATE}`, "u");

const DATE_FIRST = /^(?:\d{1,2}(?:\.|er|º|°|st|nd|rd|th)? (?:de )?)?\p{L}{3,12}\.? (?:\d{1,2},? |de )?\d{4}/u;

/** A form, made when a text may match it: the runtime takes longer to compile all of them than to read a story. */
interface Form {
  readonly mayMatch: RegExp;
  readonly pattern: () => RegExp;
}

function form(mayMatch: RegExp, source: string): Form {
  return { mayMatch, pattern: once(() => new RegExp(source, "u")) };
}

/**
 * | form | example |
 * |---|---|
 * | place and agency | "Moscow, June 22 (Agency) - Talks", "PARIS (Agency)—Talks", "MOSCOW, May 2. /Agency/. Talks" |
 * | agency alone before a dash | "(Agency) -- Talks" |
 * | place and date before a dash | "Paris, 2 May - Talks", "ROMA, 2 MAG - Talks" |
 * | date before a dash | "12 July 2031 – Talks", "February 2031 -- Talks" |
 * | place in capitals before a dash | "LONDON — Talks", "TEHRAN, Iran – Talks", "MADRID.- Talks" |
 * | place before a stop and a dash | "Madrid.- Talks", "Ciudad de México.— Talks" |
 * | Russian wire | "МИНСК, 2 мая - РИА Новости. Talks", "Минск. 2 мая. ИНТЕРФАКС - Talks" |
 * | Chinese and Japanese wire | "新华社北京5月2日电（记者 …）", "【東京共同】", "［東京　２日　ロイター］ -" |
 */
const FORMS = [
  form(PLACE_AND_AGENCY, `^((?:${PLACE})${REST}[.,]? ?${AGENCY})(?:${DASH}(?=\\S)|(?<=/)\\.\\s+)`),
  form(PLACE_AND_AGENCY, `^((?:${CAPITALS})${REST} ?${AGENCY})[.:]\\s+${BEGINNING}`),
  form(/^[(/]/, `^(${AGENCY})${DASH}(?=\\S)`),
  form(/^\p{Lu}[\p{Lu}'’.]/u, `^((?:${CAPITALS})${REGION})${DASH_APART}${BEGINNING}(?!РИА)`),
  form(/\.[-–—] /, `^((?:${PLACE})${REGION})\\.[-–—] ${BEGINNING}`),
  form(
    /月/,
    "^([（(]?(?:\\p{Script=Han}{2,6}社)?\\p{Script=Han}{2,8}\\p{Nd}{1,2}月\\p{Nd}{1,2}日[电電讯訊][）)]?(?:\\s?[（(][^（）()]{2,20}[）)])?)[\\s-]*",
  ),
  form(
    /^[【［[]/,
    "^(【[^【】]{2,20}?(?:讯|訊|共同|時事|电|電|[=＝][^【】]{1,12})】|［[^［］]{2,30}(?:ロイター|共同|時事|AFP|AP)］|\\[[^[\\]]{2,30}(?:ロイター|共同|時事)\\])[\\s–—-]*",
  ),
];
/** These need a day: only a date tells the place before it from any words. */
const DATED_FORMS = [
  form(DATED, `^((?:${PLACE}), ${DATE} [–—-] (?:РИА Новости|ТАСС|Интерфакс|[\\p{Lu}]{3,12}))\\. `),
  form(DATED, `^((?:${PLACE})\\. ${DATE} \\p{Lu}{3,12}(?:[ .-]\\p{Lu}{2,12})?) [–—-] `),
  form(DATED, `^((?:${PLACE})[,.] ${DATE}[.,]?)(?:${DASH}|\\s\\|\\s)${BEGINNING}`),
  form(DATED, `^((?:${PLACE}), ${DATE} ${AGENCY}|(?:${CAPITALS}), ${DATE}(?=:))(?::\\s|\\s)${BEGINNING}`),
  form(DATE_FIRST, `^(${DATE}(?<=\\d{4}), (?:${PLACE})\\.?)${DASH_APART}${BEGINNING}`),
  form(DATE_FIRST, `^(${DATE}(?<=\\d{4}\\.?)|\\p{L}{3,12}\\.? \\d{4})${DASH_APART}${BEGINNING}`),
];

/** A dateline on its own line, before a dash or with a date: a title may end in brackets too ("Animal Products (AP)"). */
const ALONE = form(
  /[–—-]$/,
  `^(?:(?:${PLACE})${REST}[.,]? ?${AGENCY}|${AGENCY}|(?:${CAPITALS})${REGION})\\.?\\s?[–—-]{1,2}$`,
);
const DATED_ALONE = form(DATED, `^(?:${PLACE}), ${DATE}(?: ${AGENCY})?(?:${DASH})?$`);
/** An agency's line and a place's: "(ANSA) - ROMA, 2 MAG - …". */
const MOST_PARTS = 2;

/** The first paragraph without its dateline, and the dateline without the separator. Constant cost. */
export function cutDateline(paragraph: string): { readonly paragraph: string; readonly dateline?: string } {
  const found: string[] = [];
  let rest = paragraph;
  while (found.length < MOST_PARTS) {
    const start = rest.slice(0, MAX_DATELINE_LENGTH);
    const [whole, dateline] = matchOf(start) ?? [];
    if (whole === undefined || dateline === undefined || rest.length === whole.length || isStatus(dateline)) {
      break;
    }
    found.push(dateline.trim());
    rest = rest.slice(whole.length);
  }
  return found.length === 0 ? { paragraph } : { paragraph: rest, dateline: found.join(" ") };
}

/** What a page calls out before its text: "POSTPONED - The town saves …" is of no place, nor "Primero.- Se aprueba …". */
const STATUS = once(
  () =>
    /^(?:new |neuer )?(?:postponed|cancell?ed|sold out|full|closed|reopened|important|note|notice|attention|warning|reminder|correction|archived?|draft|withdrawn|expired|abgesagt|verschoben|ausverkauft|ausgebucht|entfällt|wichtig|achtung|hinweis|neu|korrektur|gesperrt|geschlossen|annulée?s?|reportée?s?|complet|fermée?|attention|rappel|rectificatif|aplazad[oa]s?|cancelad[oa]s?|suspendid[oa]s?|agotad[oa]s?|importante|aviso|cerrad[oa]|annullat[oa]|rinviat[oa]|sospes[oa]|esaurit[oa]|attenzione|avviso|adiad[oa]|esgotad[oa]|atenção|geannuleerd|uitgesteld|uitverkocht|afgelast|belangrijk|let op|inställ[td]|uppskjut[en]*|odwołan[eay]|uwaga|(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim|únic)[oa]|nota|resumen|objet[oi]v?o?|visto|vistos|considerando|disposición|pregunta|respuesta|ejemplo|fuente|resultado|conclusi[oó]n|primeiro|résumé|exemple|premièrement)$/iu,
);

function isStatus(dateline: string): boolean {
  return STATUS().test(dateline) || isDeskWord(dateline);
}

/** How the start of a paragraph matches the first form that it has. */
function matchOf(start: string): RegExpExecArray | undefined {
  return firstMatch(FORMS, start, () => true) ?? firstMatch(DATED_FORMS, start, ([whole]) => hasDay(whole));
}

function firstMatch(
  forms: readonly Form[],
  start: string,
  holds: (match: RegExpExecArray) => boolean,
): RegExpExecArray | undefined {
  for (const { mayMatch, pattern } of forms) {
    const match = mayMatch.test(start) ? pattern().exec(start) : null;
    if (match !== null && holds(match)) {
      return match;
    }
  }
  return undefined;
}

/** Whether a line is a dateline and nothing else: "EASTON, May 2 (Coast Wire) —". */
export function isDateline(line: string): boolean {
  return (
    line.length <= MAX_DATELINE_LENGTH &&
    (firstMatch([ALONE], line, () => true) ?? firstMatch([DATED_ALONE], line, () => hasDay(line))) !==
      undefined
  );
}

function hasDay(text: string): boolean {
  return day().test(text);
}

/** A dateline on its own line without the dash at its end. */
export function bareDateline(line: string): string {
  return line.replace(/[\s.:–—―-]+$/u, "");
}
