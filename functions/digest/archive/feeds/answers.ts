import { lastEditions, lastFor, topicEditions } from "../last-editions.ts";
import type { ArchiveAnswer, Serving } from "../serving.ts";
import { editionsFeed, type Feed, type FeedPlace, storyFeed, topicFeed, weeksFeed } from "./entries.ts";
import { atomOf, jsonFeedOf } from "./formats.ts";

const ATOM = "application/atom+xml; charset=utf-8";
const JSON_FEED = "application/feed+json; charset=utf-8";

/** The feed of the last editions, as `atom` or `json`. One GET an edition, unless it was read of late. */
export async function editionsAnswer(
  { archive, feedLinks: links, ...context }: Serving,
  [format = ""]: readonly string[],
): Promise<ArchiveAnswer> {
  const place = placeOf(context, format === "json" ? links.jsonFeed : links.atom);
  return printed(editionsFeed(await lastEditions(archive), place, { ...context, links }), format);
}

/** The same of the last weeks. */
export async function weeksAnswer(
  { archive, feedLinks: links, ...context }: Serving,
  [format = ""]: readonly string[],
): Promise<ArchiveAnswer> {
  const place = placeOf(context, links.weekFeed(format === "json" ? "json" : "atom"));
  return printed(weeksFeed(await lastEditions(archive, "week"), place, { ...context, links }), format);
}

/** The feed of a topic: what it has of the same editions, at the same cost. */
export async function topicAnswer(
  { archive, feedLinks: links, readTopics, ...context }: Serving,
  [name = "", format = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const topic = (await readTopics()).find((each) => each.name === name);
  if (topic === undefined) {
    return undefined;
  }
  const place = placeOf(context, links.topicFeed(name, format === "json" ? "json" : "atom"));
  const editions = topicEditions(topic, await lastFor(topic, archive));
  return printed(topicFeed(topic, editions, place, { ...context, links }), format);
}

/** The feed of a story. */
export async function storyAnswer(
  { archive, feedLinks: links, ...context }: Serving,
  [id = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const history = await archive.history(id);
  if (history === undefined) {
    return undefined;
  }
  const place = placeOf(context, links.storyFeed(history.key));
  return printed(storyFeed(history, place, { ...context, links }), "atom");
}

function placeOf({ origin }: Pick<Serving, "origin">, path: string): FeedPlace {
  return { origin, self: `${origin}${path}` };
}

function printed(feed: Feed, format: string): ArchiveAnswer {
  return format === "json"
    ? { contentType: JSON_FEED, body: jsonFeedOf(feed) }
    : { contentType: ATOM, body: atomOf(feed) };
}
