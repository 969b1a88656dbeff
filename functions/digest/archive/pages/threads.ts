import type { Edition } from "../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted } from "../../publish/wording/words.ts";
import { editionEvents } from "../histories.ts";
import type { StoryEvent } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import { dayWords } from "./event-words.ts";
import type { ThreadPageView } from "./view-types.ts";

const MAX_THREAD_EVENTS = 400;

/** Headlines of the threads that have more than one story, by their ids, as the newest edition has them. */
export function threadsOf(editions: readonly Edition[]): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const { threads } of editions) {
    for (const { id, headline, stories } of threads) {
      if (stories.length > 1 && !shared.has(id)) {
        shared.set(id, plainText(headline, MAX_SHOWN_HEADLINE));
      }
    }
  }
  return shared;
}

/** All that editions, newest first, said of a thread; `undefined` if they name none with this id. */
export function threadPageView(
  id: string,
  editions: readonly Edition[],
  context: PageContext,
): ThreadPageView | undefined {
  const named = editions.flatMap(({ threads }) => threads.filter((thread) => thread.id === id));
  const events = editions.flatMap(editionEvents).filter(({ change }) => change?.thread === id);
  const first = events.at(-1);
  if (first === undefined) {
    return undefined;
  }
  const headline = plainText(named[0]?.headline ?? "", MAX_SHOWN_HEADLINE) || "Stories about one event";
  const changes = counted(events.length, "change", "changes");
  const stories = counted(storiesIn(events), "story", "stories");
  const shown =
    events.length > MAX_THREAD_EVENTS ? `; the latest ${counted(MAX_THREAD_EVENTS, "is", "are")} shown` : "";
  return {
    ...pageOf(headline, context),
    headline,
    about: `${changes} in ${stories} since ${dayWords(first.slot, context.clock)}${shown}`,
    events: events.slice(0, MAX_THREAD_EVENTS).map((event) => eventView(event, context)),
  };
}

/** A story that moved has several keys, and is one. */
function storiesIn(events: readonly StoryEvent[]): number {
  const keys = new Set(events.map(({ key }) => key));
  const left = new Set(events.map(({ key, renamedFrom = key }) => (renamedFrom === key ? "" : renamedFrom)));
  return keys.difference(left).size;
}
