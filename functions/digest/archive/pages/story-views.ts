import type { FactChain } from "../../edition/fact-chains.ts";
import type { Script } from "../../publish/pages/view-types.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { pathText, plainText } from "../../publish/wording/safe-text.ts";
import { andMore, capitalised, counted } from "../../publish/wording/words.ts";
import type { Story } from "../../story/types.ts";
import type { StoryEvent, StoryHistory } from "../types.ts";
import { type Listed, sectionsOf, timelineContents } from "./contents.ts";
import { currentState } from "./current-state.ts";
import { pageOf } from "./edition-views.ts";
import { happenedView, type PageContext, placeOf, scriptOf } from "./event-view.ts";
import { dayWords, foldedWords, timeOf } from "./event-words.ts";
import { momentId, versionName } from "./links.ts";
import type { ChainView, MomentView, StoryPageView, VersionChoice } from "./view-types.ts";

const MAX_EVENTS = 400;
const MAX_CHAINS_SHOWN = 12;
const MAX_CHOICES = 200;
const MAX_TEXT_PARAGRAPHS = 400;
const MAX_SHOWN_PARAGRAPH = 4_000;
const MAX_STORY_KEY = 200;
const MAX_SHOWN_VALUE = 120;

/** What a story's page is made of. */
export interface ToldStory {
  readonly history: StoryHistory;
  /** Its last version; `undefined` if that cannot be read. */
  readonly text: Story | undefined;
  /** Headlines of the threads that have more than one story, by their ids. */
  readonly threads: ReadonlyMap<string, string>;
  /** Slot of the newest edition. */
  readonly newest: string;
}

/** The timeline of a story, newest first, and its last text. */
export function storyPageView(
  { history, text, threads, newest }: ToldStory,
  context: PageContext,
): StoryPageView {
  const { links } = context;
  const key = pathText(history.key, MAX_STORY_KEY);
  const headline = plainText(history.headline, MAX_SHOWN_HEADLINE) || key;
  const listed = itemsOf(history.events.slice(-MAX_EVENTS), context);
  const items = listed.map(({ item }) => item);
  const [chains, versions] = [chainsOf(history, context), choicesOf(history, context)];
  const last = textOf(text);
  return {
    ...pageOf(headline, context),
    lang: text?.lang ?? "",
    dir: text?.dir === "rtl" ? "rtl" : "",
    headline,
    key,
    about: aboutStory(history, context),
    ...currentState(history, newest, context),
    earlierKeys: history.keys
      .filter((earlier) => earlier !== history.key)
      .map((earlier) => pathText(earlier, MAX_STORY_KEY)),
    feed: links.storyFeed(history.key),
    ...threadsOfStory(history, threads, context),
    sections: sectionsOf({ chains, items, versions, ...last }),
    contents: timelineContents(listed, context),
    chains,
    isCounted: items.some(({ events }) => events.some(({ share }) => share !== "")),
    items,
    comparison: links.comparison,
    storyId: history.id,
    versions,
    ...last,
  };
}

function textOf(text: Story | undefined): Pick<StoryPageView, "paragraphs" | "paragraphsMore"> {
  const paragraphs = text?.paragraphs ?? [];
  return {
    paragraphs: paragraphs.slice(0, MAX_TEXT_PARAGRAPHS).map((one) => plainText(one, MAX_SHOWN_PARAGRAPH)),
    paragraphsMore: andMore(paragraphs.length - MAX_TEXT_PARAGRAPHS, "paragraphs"),
  };
}

function aboutStory({ events, versions }: StoryHistory, { clock }: PageContext): string {
  const [first] = events;
  const firstSeen = first?.change?.firstSeen ?? first?.slot;
  const last = versions.at(-1);
  return [
    firstSeen === undefined ? "" : `First seen on ${dayWords(firstSeen, clock)}`,
    versions.length === 0 ? "" : counted(versions.length, "version", "versions"),
    last === undefined || versions.length === 1 ? "" : `the last of ${dayWords(last.slot, clock)}`,
  ]
    .filter((words) => words !== "")
    .join("; ");
}

function threadsOfStory(
  { events }: StoryHistory,
  threads: ReadonlyMap<string, string>,
  { links }: PageContext,
): Pick<StoryPageView, "threads" | "threadsWord"> {
  const ids = new Set(events.map(({ change }) => change?.thread ?? ""));
  const shared = [...ids].flatMap((id) => {
    const headline = threads.get(id);
    return headline === undefined ? [] : [{ headline, href: links.thread(id) }];
  });
  const threadsWord = shared.length > 1 ? "Events that it was told under" : "All stories on this event";
  return { threads: shared, threadsWord: shared.length === 0 ? "" : threadsWord };
}

/** Values that changed more than once; each with the day since which it stood there. */
function chainsOf({ key, facts, events }: StoryHistory, context: PageContext): readonly ChainView[] {
  return facts
    .filter(({ slots }) => slots.length > 1)
    .slice(0, MAX_CHAINS_SHOWN)
    .map((chain) => {
      const script = scriptAt(chain.slots, events);
      return { ...chainView(chain, { key, script }, context), note: noteOf(chain, events, context) };
    });
}

function chainView(
  { context: label, around, values, slots }: FactChain,
  { key, script }: { readonly key: string; readonly script: Script },
  { links, clock }: PageContext,
): Omit<ChainView, "note"> {
  const arrow = script.dir === "" ? "→" : "←";
  const sinceOf = (slot: string | undefined) =>
    slot === undefined
      ? { arrow: "", day: "", href: "" }
      : { arrow, day: dayWords(slot, clock), href: links.moment(key, slot) };
  return {
    ...script,
    label: capitalised(plainText(label, MAX_SHOWN_VALUE)),
    lead: label === "" ? plainText(around.lead, MAX_SHOWN_VALUE) : "",
    tail: label === "" ? plainText(around.tail, MAX_SHOWN_VALUE) : "",
    values: values.map((value, index) => ({
      value: value === null ? "not stated" : plainText(value, MAX_SHOWN_VALUE),
      ...sinceOf(slots[index - 1]),
    })),
  };
}

/** Of the event that a chain has last. */
function scriptAt(slots: readonly string[], events: readonly StoryEvent[]): Script {
  const event = events.findLast(({ slot, change }) => slot === slots.at(-1) && change !== undefined);
  return event === undefined ? { lang: "", dir: "" } : scriptOf(event);
}

/** Of a story that goes back and forth, editions tell no facts any more. */
function noteOf({ slots }: FactChain, events: readonly StoryEvent[], { clock }: PageContext): string {
  const last = slots.at(-1) ?? "";
  const unstable = events.find(({ what, slot }) => what === "unstable" && slot > last);
  return unstable === undefined
    ? ""
    : `Since ${dayWords(unstable.slot, clock)}, the story has gone back and forth.`;
}

/** What is worth one line, however often it happens. */
const FOLDED: readonly StoryEvent["what"][] = ["cosmetic", "held back", "unstable"];

/** The newest first; events of one folded sort that follow each other are one. */
function itemsOf(events: readonly StoryEvent[], context: PageContext): readonly Listed[] {
  const items: [StoryEvent, ...StoryEvent[]][] = [];
  for (const event of events.toReversed()) {
    const last = items.at(-1);
    if (last !== undefined && last[0].what === event.what && FOLDED.includes(event.what)) {
      last.push(event);
    } else {
      items.push([event]);
    }
  }
  const firsts = new Set(new Map(events.map((event) => [event.slot, event])).values());
  return items.map((some) => ({
    event: some[0],
    item: {
      folded: isFolded(some) ? foldedWords(some[0], some.length) : "",
      events: some.map((event) => momentView(event, firsts.has(event), context)),
    },
  }));
}

function isFolded([{ what }, ...others]: readonly [StoryEvent, ...StoryEvent[]]): boolean {
  return what === "cosmetic" || (others.length > 0 && FOLDED.includes(what));
}

function momentView(event: StoryEvent, isNamed: boolean, context: PageContext): MomentView {
  return {
    ...happenedView(event, context),
    ...placeOf(event, context),
    id: isNamed ? momentId(event.slot) : "",
  };
}

/** The last two are chosen in advance. */
function choicesOf({ versions }: StoryHistory, { clock }: PageContext): readonly VersionChoice[] {
  const choices = versions.slice(-MAX_CHOICES).toReversed();
  return choices.length < 2
    ? []
    : choices.map((version, index) => ({
        name: versionName(version),
        time: timeOf(version.slot, clock),
        isBefore: index === 1,
        isAfter: index === 0,
      }));
}
