const MONTHS =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zé]{0,8}\\.?|märz|março|mai|maio|maj|dezember|août|avril|avr\\.|enero|abril|" +
  "agosto|dicembre|diciembre|dezembro|gennaio|maggio|giugno|luglio|settembre|ottobre|out(?:ubro)?|setembro|fevereiro|" +
  "février|févr\\.?|ok(?:tober|t\\.?)|déc(?:embre|\\.)?|dez\\.|maart|mei|mrt|juin|juillet|okt(?:ober|óber)?|stycznia|" +
  "lutego|kwietnia|czerwca|lipca|sierpnia|września|października|listopada|grudnia|" +
  "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|januára|februára|marca|apríla|mája|júna|júla|" +
  "augusta|septembra|októbra|novembra|decembra|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|studenoga?|prosinca|" +
  "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|" +
  "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";

/** The source of a pattern for a whole date, day, month and year, as stories of many languages print it; matches any case. */
export const WRITTEN_DATE =
  `(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|` +
  `\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? (?:de |of )?(?:${MONTHS}),? (?:de |del )?\\d{4}|` +
  "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}日";

/** The source of a pattern for a day and its month, without a year; matches any case. */
export const DAY_AND_MONTH = `(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? (?:de |of )?(?:${MONTHS})|\\d{1,2}月\\d{1,2}日`;
