import { isLine } from "../../edition/copies/items.ts";
import type { Edition } from "../../edition/schema.ts";
import { andMore, counted } from "../../publish/wording/words.ts";
import { isWeekly, type Topic } from "../../topics/topics.ts";
import { editionEvents } from "../histories.ts";
import { MAX_ENTRIES, topicEditions, topicTitle } from "../last-editions.ts";
import { eventDetail } from "./contents.ts";
import { editionLine, listedOf, pageOf } from "./edition-views.ts";
import { type PageContext, toldView } from "./event-view.ts";
import type { TopicEditionView, TopicPageView } from "./view-types.ts";

/** Changes listed of an edition. */
const MAX_TOPIC_CHANGES = 30;

/** What a topic has of the last editions, which are given newest first. */
export function topicPageView(
  topic: Topic,
  editions: readonly Edition[],
  context: PageContext,
): TopicPageView {
  const { links } = context;
  const own = topicEditions(topic, editions);
  const heading = topicTitle(topic);
  return {
    ...pageOf(heading, context),
    heading,
    about: aboutWords(own.length, editions.length, topic),
    editions: own.map((edition) => topicEdition(edition, context)),
    feed: links.topicFeed(topic.name, "atom"),
    jsonFeed: links.topicFeed(topic.name, "json"),
  };
}

function aboutWords(own: number, all: number, topic: Topic): string {
  const [one, many] = isWeekly(topic) ? ["week", "weeks"] : ["edition", "editions"];
  const last = all < MAX_ENTRIES ? counted(all, one, many) : `the last ${MAX_ENTRIES} ${many}`;
  return own === 0 ? `Nothing in ${last}` : `In ${own} of ${last}, as the topic is set now`;
}

function topicEdition(edition: Edition, context: PageContext): TopicEditionView {
  const told = editionEvents(edition).filter(({ change }) => change !== undefined && !isLine(change));
  const entries = told.slice(0, MAX_TOPIC_CHANGES).map((event) => {
    const { headline, story: href, lang, dir } = toldView(event, context);
    return { href, words: headline, detail: eventDetail(event, context), lang, dir };
  });
  return {
    ...editionLine(listedOf(edition), context),
    contents: { entries, more: andMore(told.length - MAX_TOPIC_CHANGES) },
  };
}
