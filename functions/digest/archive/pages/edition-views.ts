import { isLine } from "../../edition/copies/items.ts";
import type { Edition } from "../../edition/schema.ts";
import { subjectFrom, subjectParts } from "../../publish/mail/subject.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText, shorten } from "../../publish/wording/safe-text.ts";
import { daysWords, PASSING_WORDS } from "../../publish/wording/weeks.ts";
import { capitalised, countLine } from "../../publish/wording/words.ts";
import { editionEvents } from "../histories.ts";
import { topicTitle } from "../last-editions.ts";
import type { StoryEvent } from "../types.ts";
import { contentsOf, eventDetail } from "./contents.ts";
import { type PageContext, scriptOf, toldView } from "./event-view.ts";
import { dayWords, eventKey, namedWords } from "./event-words.ts";
import { numberedPages } from "./numbered-pages.ts";
import { editionHref, type LineOfEdition, spanOf, timeWords } from "./spans.ts";
import type {
  EditionEventView,
  EditionLineView,
  EditionPageView,
  NamedView,
  PageView,
} from "./view-types.ts";

/** Changes told on one page of an edition. */
const MAX_PAGE_CHANGES = 60;
/** Longer contents of an edition are folded. */
const MAX_OPEN_CONTENTS = 12;
/** Stories that are only named, of each kind. */
const MAX_NAMED = 500;

/** What tabs, bookmarks and search engines show whole. */
const MAX_ARCHIVE_TITLE = 64;

/** What all pages have. */
export function pageOf(title: string, { links, name, topics }: PageContext): PageView {
  return {
    title: shorten(title, MAX_ARCHIVE_TITLE),
    name,
    home: links.home,
    search: links.search,
    query: "",
    atom: links.atom,
    topicFeeds: topics.map((topic) => ({
      title: topicTitle(topic),
      atom: links.topicFeed(topic.name, "atom"),
    })),
  };
}

/** What lists show of a whole edition. */
export function listedOf(edition: Edition): LineOfEdition {
  const { slot, rhythm, since } = edition;
  return { slot, ...(rhythm && { rhythm }), ...(since && { since }), ...subjectParts(edition) };
}

export function editionLine(edition: LineOfEdition, context: PageContext): EditionLineView {
  const { clock } = context;
  return {
    href: editionHref(edition, context),
    time: timeWords(edition, clock),
    subject: subjectFrom(edition, clock.localTime(edition.slot)),
    counts: countLine(edition.counts),
  };
}

/** An edition beside its neighbours of the same span, and the hash of its bytes. */
export interface PlacedEdition {
  readonly edition: Edition;
  readonly sha256: string;
  /** That of the same slot and the other span. */
  readonly beside?: LineOfEdition | undefined;
  readonly before?: Pick<Edition, "slot"> | undefined;
  readonly after?: Pick<Edition, "slot"> | undefined;
  /** From 1. */
  readonly page: number;
  /** Ids of threads that have more than one story. */
  readonly threads: ReadonlyMap<string, unknown>;
}

/** One page of an edition, with all that its email had no room for; `undefined` if it has no such page. */
export function editionPageView(
  { edition, sha256, beside, before, after, page, threads }: PlacedEdition,
  context: PageContext,
): EditionPageView | undefined {
  const { links } = context;
  const { rhythm } = edition;
  const near = (one: Pick<Edition, "slot"> | undefined): string =>
    one === undefined ? "" : editionHref({ slot: one.slot, ...(rhythm && { rhythm }) }, context);
  const isWeek = spanOf(edition) === "week";
  const { subject, counts, time } = editionLine(listedOf(edition), context);
  const full = edition.changes.filter((change) => !isLine(change));
  const pages = Math.max(1, Math.ceil(full.length / MAX_PAGE_CHANGES));
  if (page > pages) {
    return undefined;
  }
  const shown = full.slice((page - 1) * MAX_PAGE_CHANGES, page * MAX_PAGE_CHANGES);
  const events = editionEvents(edition);
  const byChange = new Map(events.map((event) => [event.change, event]));
  const told = shown
    .map((change) => byChange.get(change))
    .filter((event) => event !== undefined)
    .map((event, at) => ({ event, view: inEdition(event, { at, threads, edition }, context) }));
  return {
    ...pageOf(`${isWeek ? "Week to " : ""}${dayWords(edition.slot, context.clock)}: ${subject}`, context),
    time,
    span: isWeek ? "week" : "edition",
    beside: beside === undefined ? [] : [besideOf(beside, context)],
    verdict: counts || subject,
    contents: contentsOf(
      told.map(({ event, view: { id, headline, lang, dir } }) => ({
        href: `#${id}`,
        words: headline,
        detail: eventDetail(event, context),
        lang,
        dir,
      })),
    ),
    isContentsOpen: told.length <= MAX_OPEN_CONTENTS,
    events: told.map(({ view }) => view),
    isCounted: told.some(({ view }) => view.share !== ""),
    named: page === pages ? [...namedLists(events, context), ...passingLists(edition, context)] : [],
    pages: numberedPages({ page, pages }, (number) => editionHref(edition, context, number)),
    before: near(before),
    after: near(after),
    json: isWeek ? links.weekJson(edition.slot) : links.editionJson(edition.slot),
    sha256,
  };
}

function besideOf(beside: LineOfEdition, context: PageContext): EditionPageView["beside"][number] {
  const words = timeWords(beside, context.clock);
  return {
    href: editionHref(beside, context),
    words: spanOf(beside) === "week" ? words : `The edition of ${words}`,
  };
}

function inEdition(
  event: StoryEvent,
  { at, threads, edition: { slot } }: { readonly at: number } & Pick<PlacedEdition, "threads" | "edition">,
  context: PageContext,
): EditionEventView {
  const thread = event.change?.thread ?? "";
  const { clock } = context;
  const dating = { slot, clock, editionTime: clock.localTime(slot) };
  return {
    ...toldView(event, context),
    id: `change-${at + 1}`,
    days: event.change === undefined ? "" : capitalised(daysWords(event.change, dating)),
    thread: threads.has(thread) ? context.links.thread(thread) : "",
  };
}

const NAMED: readonly (readonly [title: string, is: (event: StoryEvent) => boolean])[] = [
  ["Minor edits", ({ change }) => change !== undefined && isLine(change)],
  ["Unstable stories", ({ what }) => what === "unstable"],
  ["Held back", ({ what }) => what === "held back"],
  ["Formatting changes only", ({ what }) => what === "cosmetic"],
];

function namedLists(events: readonly StoryEvent[], context: PageContext): EditionPageView["named"] {
  return NAMED.map(([title, is]) => ({
    title,
    stories: events
      .filter(is)
      .slice(0, MAX_NAMED)
      .map((event) => namedView(event, context)),
  })).filter(({ stories }) => stories.length > 0);
}

/** What came to nothing within a week. */
function passingLists(
  { passing = [] }: Edition,
  { links }: Pick<PageContext, "links">,
): EditionPageView["named"] {
  return [...Map.groupBy(passing, ({ what }) => what)].map(([what, stories]) => ({
    title: PASSING_WORDS[what],
    stories: stories.slice(0, MAX_NAMED).map(({ key }) => ({
      headline: eventKey(key),
      href: links.story(key),
      detail: "",
      lang: "",
      dir: "",
    })),
  }));
}

function namedView(event: StoryEvent, { links, clock }: PageContext): NamedView {
  const { key, headline = "" } = event;
  return {
    ...scriptOf(event),
    headline: plainText(headline, MAX_SHOWN_HEADLINE) || eventKey(key),
    href: links.story(key),
    detail: namedWords(event, clock),
  };
}
