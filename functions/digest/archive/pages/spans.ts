import type { Edition } from "../../edition/schema.ts";
import type { SubjectParts } from "../../publish/mail/subject.ts";
import type { Clock } from "../../publish/wording/dates.ts";
import type { Span } from "../archive.ts";
import type { ListedEdition } from "../known.ts";
import type { PageContext } from "./event-view.ts";
import { timeOf } from "./event-words.ts";

/** An edition as lists of editions show it. */
export interface LineOfEdition extends SubjectParts, Pick<Edition, "slot" | "rhythm" | "since"> {}

/** That of the week which a listed edition ended. */
export function weekLine({ slot, week }: Pick<ListedEdition, "slot" | "week">): LineOfEdition | undefined {
  return week && { slot, rhythm: "weekly", ...week };
}

export function spanOf({ rhythm }: Pick<Edition, "rhythm">): Span {
  return rhythm === "weekly" ? "week" : "day";
}

/** `Friday 20 November 2026, 07:00 CET`, `The week from Monday 23 November to Monday 30 November 2026, 07:00 CET` */
export function timeWords(edition: Pick<Edition, "slot" | "rhythm" | "since">, clock: Clock): string {
  const time = timeOf(edition.slot, clock);
  return spanOf(edition) === "day" ? time : `The week ${fromWords(edition, clock)}to ${time}`;
}

function fromWords({ slot, since }: Pick<Edition, "slot" | "since">, clock: Clock): string {
  return since === undefined
    ? ""
    : `from ${clock.weekdayIn(clock.localTime(slot).year, clock.localTime(since))} `;
}

/** The address of one of its pages. */
export function editionHref(
  edition: Pick<Edition, "slot" | "rhythm">,
  { links }: Pick<PageContext, "links">,
  page?: number,
): string {
  return spanOf(edition) === "week" ? links.week(edition.slot, page) : links.edition(edition.slot, page);
}
