import { onceEach } from "../../text/once.ts";

/** Where English is written by other customs than in Britain, as far as dates and hours go. */
const REGIONS = ["US", "CA", "AU", "NZ", "IN", "SG", "PH"] as const;

/** Dates and hours as in Britain: also for readers of other languages, as the sentences around them are English. */
const BRITISH = "en-GB";

/**
 * The English locale for dates and hours: the one that was set, else that of the zone's region; British English where the zone says nothing
 * of English, and for every locale of another language.
 */
export function englishLocale(locale: string, timeZone: string): string {
  if (locale === "") {
    return localeOfZone(timeZone);
  }
  const { language } = new Intl.Locale(locale);
  return language === "en" ? locale : BRITISH;
}

/** Once a region, as ICU takes some hundred microseconds to list its zones. */
const zonesOf = onceEach((region) => new Set(new Intl.Locale(`en-${region}`).getTimeZones()));

/** Once a zone: the zones of all regions are looked through. */
const localeOfZone = onceEach((timeZone) => {
  const zone = new Intl.DateTimeFormat(BRITISH, { timeZone }).resolvedOptions().timeZone;
  const region = REGIONS.find((name) => zonesOf(name).has(zone));
  return region === undefined ? BRITISH : `en-${region}`;
});
