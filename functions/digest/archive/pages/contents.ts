import { factView, factWords, isRightToLeft } from "../../publish/mail/view/facts.ts";
import { plainText, shorten } from "../../publish/wording/safe-text.ts";
import { andMore } from "../../publish/wording/words.ts";
import type { StoryEvent } from "../types.ts";
import type { PageContext } from "./event-view.ts";
import { dayWords, eventWords, timeOf } from "./event-words.ts";
import type {
  ContentsView,
  JumpView,
  MomentView,
  SectionLink,
  StoryPageView,
  TimelineItemView,
} from "./view-types.ts";

/** Fewer entries need no list of them. */
const MIN_LISTED = 4;
const MAX_LISTED = 40;
const MAX_DETAIL = 100;

/** Where a page tells what, if that is more than a few things. */
export function contentsOf(entries: readonly JumpView[]): ContentsView {
  return entries.length < MIN_LISTED
    ? { entries: [], more: "" }
    : { entries: entries.slice(0, MAX_LISTED), more: andMore(entries.length - MAX_LISTED) };
}

/** What an event did, in a line: its first fact, `12 → 14 people died`, or else what happened. */
export function eventDetail(event: StoryEvent, { clock }: Pick<PageContext, "clock">): string {
  const [fact] = event.change?.revision?.facts ?? [];
  const told = fact === undefined ? "" : factWords(factView(fact, plainText));
  return told === "" || told.length > MAX_DETAIL || isRightToLeft(told)
    ? shorten(eventWords(event, clock), MAX_DETAIL)
    : told;
}

/** An event in the timeline, or some that are folded, as it is listed. */
export interface Listed {
  readonly event: StoryEvent;
  readonly item: TimelineItemView;
}

/** The timeline by its days; by its times, if a day has several. */
export function timelineContents(listed: readonly Listed[], context: PageContext): ContentsView {
  const days = listed.map(({ event }) => dayWords(event.slot, context.clock));
  const name = new Set(days).size === days.length ? dayWords : timeOf;
  return contentsOf(
    listed.map(({ event, item: { folded, events } }) => ({
      href: `#${idIn(events)}`,
      words: name(event.slot, context.clock),
      detail: folded === "" ? eventDetail(event, context) : folded,
      lang: "",
      dir: "",
    })),
  );
}

function idIn(events: readonly MomentView[]): string {
  return events.find(({ id }) => id !== "")?.id ?? "changes";
}

/** The sections of a story's page that are there. */
export function sectionsOf({
  chains,
  items,
  versions,
  paragraphs,
}: Pick<StoryPageView, "chains" | "items" | "versions" | "paragraphs">): readonly SectionLink[] {
  return [
    chains.length > 0 && { href: "#facts", words: "Facts over time" },
    items.length > 0 && { href: "#changes", words: "What happened" },
    versions.length > 0 && { href: "#compare", words: "Compare any two versions" },
    paragraphs.length > 0 && { href: "#text", words: "Last text" },
  ].filter((section) => section !== false);
}
