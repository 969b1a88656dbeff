import { unitsOf } from "../../functions/digest/publish/mail/view/units.ts";
import { editionView } from "../../functions/digest/publish/mail/view/view.ts";
import type { EditionView } from "../../functions/digest/publish/mail/view/view-types.ts";
import { createClock } from "../../functions/digest/publish/wording/dates.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
  makeRichEdition,
} from "../../local/preview/sample-editions.ts";

const LINKS = {
  edition: "https://example.org/{slot}",
  history: "https://example.org/{id}",
  preferences: "https://example.org/me",
};
const ZONE = { timeZone: "Europe/Berlin", storyUrl: "https://example.org/{key}" };

/** Views that together fill every possible field. */
export function exampleViews(): readonly EditionView[] {
  const many = Array.from({ length: 12 }, (_, n) => makeChange({ key: `many/${n}.txt`, thread: "many" }));
  const long = Array.from({ length: 12 }, (_, n) =>
    makeRevised({ key: `long/${n}.txt` }, { omittedEdits: n }),
  );
  const editions = [
    makeRichEdition(),
    makeQuietEdition(),
    makeEdition({ kind: "baseline", changes: [makeChange()] }),
    makeEdition({ changes: [...many, ...long], counts: { added: 99 } }),
  ];
  const clock = createClock(ZONE.timeZone, "en-GB");
  return editions.map((edition) => {
    const telling = {
      ...ZONE,
      unsubscribe: edition.kind === "quiet" ? ("ses" as const) : ("mailto" as const),
      name: edition.kind === "quiet" ? "The evening news of the wire" : "Late Edition",
      slot: edition.slot,
      links: edition.kind === "regular" ? LINKS : {},
      clock,
      editionTime: clock.localTime(edition.slot),
      isBaseline: edition.kind === "baseline",
    };
    const told = unitsOf(edition).map((unit, index) => ({
      unit,
      depth: edition.changes.length > 20 && index > 11 ? (2 as const) : (0 as const),
    }));
    return editionView(edition, told, telling, "What the subject does not say.");
  });
}
