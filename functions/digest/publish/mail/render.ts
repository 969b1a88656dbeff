import { isTimeZone } from "../../config.ts";
import type { Edition } from "../../edition/schema.ts";
import { localTime } from "../wording/dates.ts";
import { fitToMail } from "./budget.ts";
import { preheaderOf, subjectOf } from "./subject.ts";
import { renderHtml, renderText } from "./templates.ts";
import type { RenderedEdition, RenderOptions } from "./types.ts";
import { byImportance, unitsOf } from "./view/units.ts";
import { editionView } from "./view/view.ts";

/**
 * The email of an edition: subject (at most 60 characters), preheader (40 to 100), HTML (at most 90 kB, and 100 kB
 * as quoted-printable) and text. The same edition and options give the same bytes on every machine.
 *
 * HTML and text are printed from one view, so they name the same changes. What does not fit is omitted, from
 * the least important change up, and counted.
 *
 * By default times are UTC, stories have no links, and readers unsubscribe by replying. Throws a `RangeError` for an
 * unknown time zone.
 */
export function renderEdition(edition: Edition, options: Partial<RenderOptions> = {}): RenderedEdition {
  const { timeZone = "UTC", storyUrl = "", unsubscribe = "mailto" } = options;
  if (!isTimeZone(timeZone)) {
    throw new RangeError(
      `cannot render the edition: timeZone is "${timeZone}", expected an IANA time zone such as Europe/Berlin`,
    );
  }
  const telling = {
    timeZone,
    storyUrl,
    unsubscribe,
    editionTime: localTime(edition.slot, timeZone),
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
