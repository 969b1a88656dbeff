import { once } from "../../text/once.ts";

/** English locales that between them have the names that readers of a zone use: each knows those of its own region only. */
const LOCALES = ["en-GB", "en-US", "en-CA", "en-AU", "en-NZ", "en-ZA", "en-IN", "en-SG", "en-HK"] as const;

/**
 * Names in use that none of them has, by zone and offset. China's and the Philippines' are left out: CST and PST would be read as those of
 * North America.
 */
const NAMES = new Map([
  ["Asia/Tokyo GMT+9", "JST"],
  ["Asia/Seoul GMT+9", "KST"],
  ["Asia/Karachi GMT+5", "PKT"],
  ["Asia/Jakarta GMT+7", "WIB"],
  ["Asia/Jerusalem GMT+2", "IST"],
  ["Asia/Jerusalem GMT+3", "IDT"],
  ["Europe/Moscow GMT+3", "MSK"],
]);

const OFFSET = /^GMT[+-]/;

/** Names the zone at a moment: `EST`, `CET`, `JST`, in the reader's locale or as it is known at home; `GMT-3` where no name is usual. */
export function createZoneNames(timeZone: string, locale: string): (moment: Date) => string {
  // Each when it is asked: most zones have a name in the first.
  const formats = [locale, ...LOCALES].map((tag) =>
    once(() => new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: "short" })),
  );
  return (moment) => {
    const names = formats.values().map((format) => nameIn(format(), moment));
    const offset = names.next().value ?? "";
    const known = OFFSET.test(offset) ? names.find((name) => !OFFSET.test(name)) : offset;
    return known ?? NAMES.get(`${timeZone} ${offset}`) ?? offset;
  };
}

function nameIn(format: Intl.DateTimeFormat, moment: Date): string {
  return format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
}
