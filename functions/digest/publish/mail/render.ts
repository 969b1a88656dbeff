import { DIGEST_NAME, isDigestName, isLocale, isTimeZone, MAX_DIGEST_NAME } from "../../config.ts";
import type { Edition } from "../../edition/schema.ts";
import { createClock } from "../wording/dates.ts";
import { linkHref } from "../wording/links.ts";
import { englishLocale } from "../wording/locale.ts";
import { fitToMail } from "./budget.ts";
import { preheaderOf, subjectOf } from "./subject.ts";
import { renderHtml, renderText } from "./templates.ts";
import type { MailLinks, RenderedEdition, RenderOptions } from "./types.ts";
import { byImportance, unitsOf } from "./view/units.ts";
import { editionView } from "./view/view.ts";

/**
 * The email of an edition: subject (at most 60 characters), preheader (40 to 100), HTML (at most 90 kB, and 100 kB
 * as quoted-printable) and text. The same edition and options give the same bytes on every machine.
 *
 * HTML and text are printed from one view, so they name the same changes. What does not fit is omitted, from
 * the least important change up, and counted.
 *
 * By default its name is Late Edition, times are UTC, stories have no links, and readers unsubscribe by replying. Throws a `RangeError` for an
 * unknown time zone or locale, a name that is no digest's, or a
 * link that is no web address.
 */
export function renderEdition(edition: Edition, options: Partial<RenderOptions> = {}): RenderedEdition {
  const {
    name = DIGEST_NAME,
    timeZone = "UTC",
    locale = "",
    storyUrl = "",
    unsubscribe = "mailto",
  } = options;
  const { links = {} } = options;
  refuseUnusable({ name, timeZone, locale, links });
  const clock = createClock(timeZone, englishLocale(locale, timeZone));
  const telling = {
    name,
    timeZone,
    storyUrl,
    slot: edition.slot,
    links,
    ...(options.chosen && { chosen: options.chosen }),
    unsubscribe,
    clock,
    editionTime: clock.localTime(edition.slot),
    isBaseline: edition.kind === "baseline",
  };
  const units = unitsOf(edition);
  const subject = subjectOf(edition, telling.editionTime);
  const preheader = preheaderOf(edition, telling.editionTime);
  const { view, html } = fitToMail(byImportance(units), (depths) => {
    const told = units.map((unit, index) => ({ unit, depth: depths[index] ?? 3 }));
    const view = editionView(edition, told, telling, preheader);
    return { view, html: renderHtml(view) };
  });
  return { subject, preheader, html, text: renderText(view) };
}

interface Named {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly links: MailLinks;
}

function refuseUnusable({ name, timeZone, locale, links }: Named): void {
  const wrong = [
    isDigestName(name)
      ? ""
      : `name is ${JSON.stringify(name)}, expected at most ${MAX_DIGEST_NAME} characters`,
    isTimeZone(timeZone) ? "" : `timeZone is "${timeZone}", expected an IANA time zone such as Europe/Berlin`,
    locale === "" || isLocale(locale)
      ? ""
      : `locale is "${locale}", expected a BCP 47 language tag such as en-US`,
    ...Object.entries(links).map(([page, template]) =>
      !template || linkHref(template, { slot: "", key: "" }) !== ""
        ? ""
        : `links.${page} is ${JSON.stringify(template)}, expected an http or https address such as https://example.org/{slot}`,
    ),
  ].find((words) => words !== "");
  if (wrong !== undefined) {
    throw new RangeError(`cannot render the edition: ${wrong}`);
  }
}
