import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted } from "../../publish/wording/words.ts";
import type { ArchiveView } from "../archive.ts";
import type { ListedEdition } from "../known.ts";
import type { EventTrace } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import { dayWords } from "./event-words.ts";
import type { ThreadPageView } from "./view-types.ts";

const MAX_THREAD_EVENTS = 400;

/** Headlines of the threads that have more than one story, by their ids, as the newest edition has them. */
export function threadsOf(editions: readonly Pick<ListedEdition, "threads">[]): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const { threads } of editions) {
    for (const { id, headline } of threads) {
      if (!shared.has(id)) {
        shared.set(id, plainText(headline, MAX_SHOWN_HEADLINE));
      }
    }
  }
  return shared;
}

/** All that editions said of a thread; `undefined` if they name none with this id. */
export async function threadPageView(
  id: string,
  archive: Pick<ArchiveView, "editions" | "edition" | "tell">,
  context: PageContext,
): Promise<ThreadPageView | undefined> {
  const editions = await archive.editions();
  const events = editions.flatMap((edition) => edition.events.filter(({ thread }) => thread === id));
  const [newest] = events;
  const first = events.at(-1);
  if (newest === undefined || first === undefined) {
    return undefined;
  }
  const named = (await archive.edition(newest.slot))?.edition.threads.find((thread) => thread.id === id);
  const headline = plainText(named?.headline ?? "", MAX_SHOWN_HEADLINE) || "Stories about one event";
  const changes = counted(events.length, "change", "changes");
  const stories = counted(storiesIn(events), "story", "stories");
  const shown =
    events.length > MAX_THREAD_EVENTS ? `; the latest ${counted(MAX_THREAD_EVENTS, "is", "are")} shown` : "";
  const told = await archive.tell(events.slice(0, MAX_THREAD_EVENTS));
  return {
    ...pageOf(headline, context),
    headline,
    about: `${changes} in ${stories} since ${dayWords(first.slot, context.clock)}${shown}`,
    events: told.map((event) => eventView(event, context)),
  };
}

/** A story that moved has several keys, and is one. */
function storiesIn(events: readonly EventTrace[]): number {
  const keys = new Set(events.map(({ key }) => key));
  const left = new Set(events.map(({ key, renamedFrom = key }) => (renamedFrom === key ? "" : renamedFrom)));
  return keys.difference(left).size;
}
