import type { Edition } from "../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted } from "../../publish/wording/words.ts";
import { fold } from "../../text/fold.ts";
import { editionEvents } from "../histories.ts";
import type { StoryEvent } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import type { SearchPageView } from "./view-types.ts";

const MAX_SHOWN_FOUND = 100;

const HOW = "Enter words of a headline, a key, a fact or a summary: a change has to have all of them.";

/** What editions said in which all words of a query stand: headlines, keys, facts and summaries; newest first. */
export function searchPageView(
  query: string,
  editions: readonly Edition[],
  context: PageContext,
): SearchPageView {
  const shown = plainText(query, MAX_SHOWN_HEADLINE);
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) {
    return { ...pageOf("Search", context), query: shown, found: HOW, events: [] };
  }
  const found = editions.flatMap(editionEvents).filter((event) => {
    const text = searchedText(event);
    return words.every((word) => text.includes(word));
  });
  return {
    ...pageOf(`Search: ${shown}`, context),
    query: shown,
    found: foundWords(found.length),
    events: found.slice(0, MAX_SHOWN_FOUND).map((event) => eventView(event, context)),
  };
}

function foundWords(n: number): string {
  const found = `${counted(n, "change", "changes")} found`;
  if (n === 0) {
    return `${found}. ${HOW}`;
  }
  return n > MAX_SHOWN_FOUND ? `${found}; the latest ${MAX_SHOWN_FOUND} are shown` : found;
}

function searchedText({ key, headline = "", change }: StoryEvent): string {
  const facts = change?.revision?.facts ?? [];
  const told = facts.flatMap(({ before, after, context = "", around }) => [
    before ?? "",
    after ?? "",
    context,
    around?.lead ?? "",
    around?.tail ?? "",
  ]);
  return fold([headline, key, ...(change?.summary ?? []), change?.gist?.sentence ?? "", ...told].join(" "));
}
