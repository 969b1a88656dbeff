import type { Clock } from "../../publish/wording/dates.ts";
import { isWeekly, type Topic } from "../../topics/topics.ts";
import type { ListedEdition } from "../known.ts";
import { topicTitle } from "../last-editions.ts";
import { editionLine, pageOf } from "./edition-views.ts";
import type { PageContext } from "./event-view.ts";
import { type LineOfEdition, weekLine } from "./spans.ts";
import type { IndexView, TopicLineView } from "./view-types.ts";

/** All editions, newest first, by month; above one that ended a week, that of the week. */
export function indexView(
  editions: readonly (LineOfEdition & Pick<ListedEdition, "week">)[],
  context: PageContext,
): IndexView {
  const months = Map.groupBy(editions, ({ slot }) => monthOf(slot, context.clock));
  return {
    ...pageOf(`${context.name}: all editions`, context),
    jsonFeed: context.links.jsonFeed,
    ...weekFeedsOf(context),
    topics: context.topics.map((topic) => topicLine(topic, context)),
    months: [...months].map(([month, inMonth]) => ({
      month,
      editions: inMonth
        .flatMap((edition) => [weekLine(edition) ?? [], edition].flat())
        .map((edition) => editionLine(edition, context)),
    })),
  };
}

/** Feeds of weeks are offered where a topic asks for weeks. */
function weekFeedsOf({ links, topics }: PageContext): Pick<IndexView, "weekAtom" | "weekJsonFeed"> {
  const hasWeeks = topics.some(isWeekly);
  return {
    weekAtom: hasWeeks ? links.weekFeed("atom") : "",
    weekJsonFeed: hasWeeks ? links.weekFeed("json") : "",
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

/** `November 2026` */
function monthOf(slot: string, clock: Clock): string {
  const { month, year } = clock.localTime(slot);
  return `${month} ${year}`;
}
