import type { Edition } from "../../edition/schema.ts";
import { MAX_SHOWN_SENTENCE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { sha256 } from "../../snapshot/format/frames.ts";
import type { Topic } from "../../topics/topics.ts";
import { editionEvents } from "../histories.ts";
import { MAX_ENTRIES, topicTitle } from "../last-editions.ts";
import { eventDetail } from "../pages/contents.ts";
import { editionLine, listedOf } from "../pages/edition-views.ts";
import { eventView, type PageContext } from "../pages/event-view.ts";
import type { EventView } from "../pages/view-types.ts";
import type { StoryEvent, StoryHistory } from "../types.ts";

/** One entry of a feed, whatever its format. */
export interface FeedEntry {
  /** Stays the same wherever the archive is served. */
  readonly id: string;
  readonly title: string;
  /** A whole address. */
  readonly url: string;
  /** ISO 8601. */
  readonly updated: string;
  /** In one line. */
  readonly summary: string;
  /** HTML with the facts and the marked-up changes, escaped. */
  readonly html: string;
}

/** A feed: the archive's, or that of a topic or a story. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** What the digest is called. */
  readonly author: string;
  readonly home: string;
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** Changes told in an entry. */
const MAX_ENTRY_CHANGES = 30;
const MAX_ENTRY_LINES = 8;

/** Where a feed is served, as whole addresses. */
export interface FeedPlace {
  readonly origin: string;
  readonly self: string;
}

/** What a feed of editions tells, and how its entries are told from those of another. */
interface EditionsPart {
  readonly part: string;
  readonly title: string;
  readonly home: string;
}

/** A feed of editions, newest first: each entry tells what its email tells, in short. */
export function editionsFeed(editions: readonly Edition[], place: FeedPlace, context: PageContext): Feed {
  const { name, links } = context;
  return feedOf({ part: "editions", title: name, home: links.home }, "", { editions, place, context });
}

/** The same of weeks. */
export function weeksFeed(weeks: readonly Edition[], place: FeedPlace, context: PageContext): Feed {
  const { name, links } = context;
  const part = { part: "weeks", title: `${name}: weeks`, home: links.home };
  return feedOf(part, "", { editions: weeks, place, context });
}

/** The same of what a topic has of them; an entry is another one than that of the whole edition. */
export function topicFeed(
  topic: Topic,
  editions: readonly Edition[],
  place: FeedPlace,
  context: PageContext,
): Feed {
  const { name, links } = context;
  const part = `topic ${topic.name}`;
  const of = { part, title: `${name}: ${topicTitle(topic)}`, home: links.topic(topic.name) };
  return feedOf(of, `${part} `, { editions, place, context });
}

interface ToldEditions {
  readonly editions: readonly Edition[];
  readonly place: FeedPlace;
  readonly context: PageContext;
}

/** `own` begins the ids of entries that only this feed has. */
function feedOf(
  { part, title, home }: EditionsPart,
  own: string,
  { editions, place: { origin, self }, context }: ToldEditions,
): Feed {
  return {
    id: idOf(part),
    title,
    author: context.name,
    home: `${origin}${home}`,
    self,
    entries: editions.map((edition) => editionEntry(edition, own, origin, context)),
  };
}

function editionEntry(edition: Edition, part: string, origin: string, context: PageContext): FeedEntry {
  const { href, subject, counts, time } = editionLine(listedOf(edition), context);
  const events = editionEvents(edition).filter(({ change }) => change?.told !== "line");
  const told = events.filter(({ change }) => change !== undefined).slice(0, MAX_ENTRY_CHANGES);
  return {
    id: idOf(`${part}${edition.rhythm === "weekly" ? "week" : "edition"} ${edition.slot}`),
    title: subject,
    url: `${origin}${href}`,
    updated: edition.slot,
    summary: [counts, time].filter((words) => words !== "").join(" · "),
    html: told.map((event) => eventHtml(event, origin, context)).join("\n"),
  };
}

/** A feed of what happened to one story, newest first. */
export function storyFeed(history: StoryHistory, { origin, self }: FeedPlace, context: PageContext): Feed {
  const url = `${origin}${context.links.story(history.key)}`;
  const events = history.events.filter(({ what }) => what !== "cosmetic").slice(-MAX_ENTRIES);
  return {
    id: idOf(`story ${history.id}`),
    title: plainText(history.headline, MAX_SHOWN_SENTENCE) || plainText(history.key, MAX_SHOWN_SENTENCE),
    author: context.name,
    home: url,
    self,
    entries: events.toReversed().map((event): FeedEntry => {
      const view = eventView(event, context);
      return {
        id: idOf(`story ${history.id} ${event.slot} ${event.what}`),
        title: `${view.headline}: ${eventDetail(event, context)}`,
        url: `${origin}${context.links.moment(history.key, event.slot)}`,
        updated: event.slot,
        summary: view.what,
        html: eventHtml(event, origin, context),
      };
    }),
  };
}

/** A URN that depends on nothing but the words (RFC 4151 would need a domain of the reader's). */
function idOf(words: string): string {
  const hex = sha256(Buffer.from(`late-edition ${words}`));
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `urn:uuid:${a}-${b}-${c}-${d}-${hex.slice(20, 32)}`;
}

function eventHtml(event: StoryEvent, origin: string, context: PageContext): string {
  const view = eventView(event, context);
  const facts = view.facts
    .map((fact) => `<li${fact.dir === "" ? "" : ' dir="rtl"'}>${factHtml(fact)}</li>`)
    .join("");
  const lines = view.lines.slice(0, MAX_ENTRY_LINES).map((line) => `<p>${lineHtml(line)}</p>`);
  return [
    `<h3><a href="${escapeMarkup(`${origin}${view.story}`)}">${escapeMarkup(view.headline)}</a></h3>`,
    `<p><strong>${escapeMarkup(view.what)}</strong></p>`,
    facts === "" ? "" : `<ul>${facts}</ul>`,
    view.summary === "" ? "" : `<p>${escapeMarkup(view.summary)}</p>`,
    ...lines,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function factHtml(fact: EventView["facts"][number]): string {
  const { label, lead, before, after, mark, tail, gap, dir } = fact;
  const values = [before, after]
    .filter((value) => value !== "")
    .map((value) => (dir === "" ? escapeMarkup(value) : `<bdi>${escapeMarkup(value)}</bdi>`))
    .join(dir === "" ? " → " : " ← ");
  const name = label === "" ? "" : `${escapeMarkup(label)}: `;
  const words = lead === "" ? "" : `${escapeMarkup(lead)} `;
  return `${name}${words}<strong>${values}</strong>${mark === "" ? "" : ` ${escapeMarkup(mark)}`}${gap}${escapeMarkup(tail)}`;
}

function lineHtml({ word, runs }: EventView["lines"][number]): string {
  const words = runs.map(
    ({ kept, removed, added }) =>
      `${escapeMarkup(kept)}${removed === "" ? "" : `<del>${escapeMarkup(removed)}</del> `}${added === "" ? "" : `<ins>${escapeMarkup(added)}</ins>`}`,
  );
  return `<em>${escapeMarkup(word)}:</em> ${words.join("")}`;
}

/** Text in HTML and XML, attributes included. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
