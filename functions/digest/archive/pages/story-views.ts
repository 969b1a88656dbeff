import type { Edition } from "../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { pathText, plainText } from "../../publish/wording/safe-text.ts";
import { andMore, counted } from "../../publish/wording/words.ts";
import type { Story } from "../../story/types.ts";
import { fold } from "../../text/fold.ts";
import { editionEvents } from "../histories.ts";
import type { FactChain, StoryEvent, StoryHistory } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { dayWords, eventView, type PageContext, timeOf } from "./event-view.ts";
import type {
  ChainView,
  EventView,
  SearchPageView,
  StoryPageView,
  ThreadPageView,
  TimelineItemView,
  VersionChoice,
} from "./view-types.ts";

const MAX_EVENTS = 400;
const MAX_CHAINS_SHOWN = 12;
const MAX_CHOICES = 200;
const MAX_TEXT_PARAGRAPHS = 400;
const MAX_SHOWN_PARAGRAPH = 4_000;
const MAX_STORY_KEY = 200;
const MAX_SHOWN_FOUND = 100;
const MAX_SHOWN_VALUE = 120;

/** The timeline of a story, newest first, and its last text, if that can be read. */
export function storyPageView(
  history: StoryHistory,
  text: Story | undefined,
  context: PageContext,
): StoryPageView {
  const { links } = context;
  const key = pathText(history.key, MAX_STORY_KEY);
  const paragraphs = text?.paragraphs ?? [];
  const headline = plainText(history.headline, MAX_SHOWN_HEADLINE) || key;
  return {
    ...pageOf(headline, context),
    lang: text?.lang ?? "",
    dir: text?.dir === "rtl" ? "rtl" : "",
    headline,
    key,
    about: aboutStory(history, context),
    earlierKeys: history.keys.slice(0, -1).map((earlier) => pathText(earlier, MAX_STORY_KEY)),
    feed: links.storyFeed(history.key),
    chains: chainsOf(history, context),
    items: itemsOf(history.events.slice(-MAX_EVENTS).toReversed(), context),
    comparison: links.comparison,
    storyId: history.id,
    versions: choicesOf(history, context),
    hasChoice: history.versions.length > 1,
    paragraphs: paragraphs.slice(0, MAX_TEXT_PARAGRAPHS).map((one) => plainText(one, MAX_SHOWN_PARAGRAPH)),
    paragraphsMore: andMore(paragraphs.length - MAX_TEXT_PARAGRAPHS),
  };
}

function aboutStory({ events, versions, isGone }: StoryHistory, { timeZone }: PageContext): string {
  const [first] = events;
  const firstSeen = first?.change?.firstSeen ?? first?.slot;
  const last = events.at(-1);
  return [
    firstSeen === undefined ? "" : `First seen on ${dayWords(firstSeen, timeZone)}`,
    counted(versions.length, "version", "versions"),
    isGone && last !== undefined ? `gone since ${dayWords(last.slot, timeZone)}` : "",
  ]
    .filter((words) => words !== "")
    .join("; ");
}

/** Values that changed more than once first; each with the day since which it stood there. */
function chainsOf({ facts }: StoryHistory, { timeZone }: PageContext): readonly ChainView[] {
  return facts
    .filter(({ slots }) => slots.length > 1)
    .slice(0, MAX_CHAINS_SHOWN)
    .map(({ context, values, slots }: FactChain) => ({
      context: plainText(context, MAX_SHOWN_VALUE),
      values: values.map((value, index) => ({
        value: value === null ? "–" : plainText(value, MAX_SHOWN_VALUE),
        day: index === 0 ? "" : dayWords(slots[index - 1] ?? "", timeZone),
      })),
    }));
}

/** Formatting changes that follow each other are folded. */
function itemsOf(events: readonly StoryEvent[], context: PageContext): readonly TimelineItemView[] {
  const items: StoryEvent[][] = [];
  for (const event of events) {
    const last = items.at(-1);
    if (last?.[0]?.what === "cosmetic" && event.what === "cosmetic") {
      last.push(event);
    } else {
      items.push([event]);
    }
  }
  return items.map((some) => ({
    folded:
      some[0]?.what === "cosmetic" ? counted(some.length, "formatting change", "formatting changes") : "",
    events: some.map((event) => eventView(event, context, { isOnStoryPage: true })),
  }));
}

/** The last two are chosen in advance. */
function choicesOf({ versions }: StoryHistory, { timeZone }: PageContext): readonly VersionChoice[] {
  return versions
    .slice(-MAX_CHOICES)
    .toReversed()
    .map(({ sha256, slot }, index) => ({
      sha256,
      time: timeOf(slot, timeZone),
      isBefore: index === 1,
      isAfter: index === 0,
    }));
}

/** All that editions said of a thread, newest first. */
export function threadPageView(
  id: string,
  editions: readonly Edition[],
  context: PageContext,
): ThreadPageView | undefined {
  const named = editions.flatMap(({ threads }) => threads.filter((thread) => thread.id === id));
  const events = editions
    .flatMap(editionEvents)
    .filter(({ change }) => change?.thread === id)
    .slice(0, MAX_EVENTS);
  const headline = plainText(named[0]?.headline ?? "", MAX_SHOWN_HEADLINE);
  return events.length === 0
    ? undefined
    : {
        ...pageOf(headline, context),
        headline,
        events: events.map((event) => eventView(event, context)),
      };
}

/** What editions said in which all words of a query stand: headlines, keys, facts and summaries; newest first. */
export function searchPageView(
  query: string,
  editions: readonly Edition[],
  context: PageContext,
): SearchPageView {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const found =
    words.length === 0
      ? []
      : editions.flatMap(editionEvents).filter((event) => {
          const text = searchedText(event);
          return words.every((word) => text.includes(word));
        });
  const shown: readonly EventView[] = found
    .slice(0, MAX_SHOWN_FOUND)
    .map((event) => eventView(event, context));
  return {
    ...pageOf(words.length === 0 ? "Search" : `Search: ${plainText(query, MAX_SHOWN_HEADLINE)}`, context),
    query: plainText(query, MAX_SHOWN_HEADLINE),
    found: words.length === 0 ? "" : `${counted(found.length, "change", "changes")} found`,
    events: shown,
  };
}

function searchedText({ key, headline = "", change }: StoryEvent): string {
  const facts = change?.revision?.facts ?? [];
  const told = facts.flatMap(({ before, after, context = "" }) => [before ?? "", after ?? "", context]);
  return fold([headline, key, ...(change?.summary ?? []), change?.gist?.sentence ?? "", ...told].join(" "));
}
