import { isLine } from "../../edition/copies/items.ts";
import type { Edition } from "../../edition/schema.ts";
import { type SubjectParts, subjectFrom, subjectParts } from "../../publish/mail/subject.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import type { Clock } from "../../publish/wording/dates.ts";
import { plainText, shorten } from "../../publish/wording/safe-text.ts";
import { countLine } from "../../publish/wording/words.ts";
import type { Topic } from "../../topics/topics.ts";
import { editionEvents } from "../histories.ts";
import { topicTitle } from "../last-editions.ts";
import type { StoryEvent } from "../types.ts";
import { contentsOf, eventDetail } from "./contents.ts";
import { type PageContext, scriptOf, toldView } from "./event-view.ts";
import { dayWords, eventKey, namedWords, timeOf } from "./event-words.ts";
import { numberedPages } from "./numbered-pages.ts";
import type {
  EditionEventView,
  EditionLineView,
  EditionPageView,
  IndexView,
  NamedView,
  PageView,
  TopicLineView,
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

/** An edition as lists of editions show it. */
export interface LineOfEdition extends SubjectParts {
  readonly slot: string;
}

/** All editions, newest first, by month. */
export function indexView(editions: readonly LineOfEdition[], context: PageContext): IndexView {
  const months = Map.groupBy(editions, ({ slot }) => monthOf(slot, context.clock));
  return {
    ...pageOf(`${context.name}: all editions`, context),
    jsonFeed: context.links.jsonFeed,
    topics: context.topics.map((topic) => topicLine(topic, context)),
    months: [...months].map(([month, inMonth]) => ({
      month,
      editions: inMonth.map((edition) => editionLine(edition, context)),
    })),
  };
}

function topicLine(topic: Topic, { links }: PageContext): TopicLineView {
  return {
    title: topicTitle(topic),
    href: links.topic(topic.name),
    atom: links.topicFeed(topic.name, "atom"),
    jsonFeed: links.topicFeed(topic.name, "json"),
  };
}

/** What lists show of a whole edition. */
export function listedOf(edition: Edition): LineOfEdition {
  return { slot: edition.slot, ...subjectParts(edition) };
}

export function editionLine(edition: LineOfEdition, { links, clock }: PageContext): EditionLineView {
  return {
    href: links.edition(edition.slot),
    time: timeOf(edition.slot, clock),
    subject: subjectFrom(edition, clock.localTime(edition.slot)),
    counts: countLine(edition.counts),
  };
}

/** `November 2026` */
function monthOf(slot: string, clock: Clock): string {
  const { month, year } = clock.localTime(slot);
  return `${month} ${year}`;
}

/** An edition beside its neighbours, and the hash of its bytes. */
export interface PlacedEdition {
  readonly edition: Edition;
  readonly sha256: string;
  readonly before?: Pick<Edition, "slot"> | undefined;
  readonly after?: Pick<Edition, "slot"> | undefined;
  /** From 1. */
  readonly page: number;
  /** Ids of threads that have more than one story. */
  readonly threads: ReadonlyMap<string, unknown>;
}

/** One page of an edition, with all that its email had no room for; `undefined` if it has no such page. */
export function editionPageView(
  { edition, sha256, before, after, page, threads }: PlacedEdition,
  context: PageContext,
): EditionPageView | undefined {
  const { links } = context;
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
    .map((event, at) => ({ event, view: inEdition(event, { at, threads }, context) }));
  return {
    ...pageOf(`${dayWords(edition.slot, context.clock)}: ${subject}`, context),
    time,
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
    named: page === pages ? namedLists(events, context) : [],
    pages: numberedPages({ page, pages }, (number) => links.edition(edition.slot, number)),
    before: before === undefined ? "" : links.edition(before.slot),
    after: after === undefined ? "" : links.edition(after.slot),
    json: links.editionJson(edition.slot),
    sha256,
  };
}

function inEdition(
  event: StoryEvent,
  { at, threads }: { readonly at: number } & Pick<PlacedEdition, "threads">,
  context: PageContext,
): EditionEventView {
  const thread = event.change?.thread ?? "";
  return {
    ...toldView(event, context),
    id: `change-${at + 1}`,
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

function namedView(event: StoryEvent, { links, clock }: PageContext): NamedView {
  const { key, headline = "" } = event;
  return {
    ...scriptOf(event),
    headline: plainText(headline, MAX_SHOWN_HEADLINE) || eventKey(key),
    href: links.story(key),
    detail: namedWords(event, clock),
  };
}
