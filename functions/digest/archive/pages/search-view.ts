import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted } from "../../publish/wording/words.ts";
import { fold } from "../../text/fold.ts";
import type { ArchiveView } from "../archive.ts";
import type { ListedEdition } from "../known.ts";
import type { EventTrace } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import type { SearchPageView } from "./view-types.ts";

const MAX_SHOWN_FOUND = 100;

const HOW = "Enter words of a headline, a key, a fact or a summary: a change has to have all of them.";

/** What editions said in which all words of a query stand: headlines, keys, facts and summaries; newest first. */
export async function searchPageView(
  query: string,
  archive: Pick<ArchiveView, "editions" | "tell">,
  context: PageContext,
): Promise<SearchPageView> {
  const shown = plainText(query, MAX_SHOWN_HEADLINE);
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) {
    return { ...pageOf("Search", context), query: shown, found: HOW, events: [] };
  }
  const found = (await archive.editions()).flatMap((edition) => foundIn(edition, words));
  const told = await archive.tell(found.slice(0, MAX_SHOWN_FOUND));
  return {
    ...pageOf(`Search: ${shown}`, context),
    query: shown,
    found: foundWords(found.length),
    events: told.map((event) => eventView(event, context)),
  };
}

function foundWords(n: number): string {
  const found = `${counted(n, "change", "changes")} found`;
  if (n === 0) {
    return `${found}. ${HOW}`;
  }
  return n > MAX_SHOWN_FOUND ? `${found}; the latest ${MAX_SHOWN_FOUND} are shown` : found;
}

/** The events in which all words stand. */
function foundIn({ events, details }: ListedEdition, words: readonly string[]): readonly EventTrace[] {
  const texts = details().words.map(fold);
  return events.filter(({ place }) => words.every((word) => texts[place]?.includes(word)));
}
