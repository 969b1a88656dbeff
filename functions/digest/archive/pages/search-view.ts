import type { Edition } from "../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted, numeral } from "../../publish/wording/words.ts";
import { editionEvents } from "../histories.ts";
import type { StoryEvent } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import { reasonWords } from "./event-words.ts";
import { numberedPages } from "./numbered-pages.ts";
import { isFound, queryOf, searchedIn } from "./search-query.ts";
import type { SearchPageView } from "./view-types.ts";

/** Changes on one page. */
const MAX_SHOWN_FOUND = 100;

const HOW =
  "A change is found by the words of a headline, a key, a fact or a summary. It has to have all of them, each whole or as the beginning of a longer word; figures whole. Words in quotation marks have to stand side by side.";

/** What is asked for: words, and a page of what is found, from 1. */
export interface Asked {
  readonly words: string;
  readonly page: number;
}

/** What editions said in which all words of a query stand, newest first; `undefined` if there is no such page. */
export function searchPageView(
  { words, page }: Asked,
  editions: readonly Edition[],
  context: PageContext,
): SearchPageView | undefined {
  const shown = plainText(words, MAX_SHOWN_HEADLINE);
  const query = queryOf(words);
  const found =
    query.length === 0
      ? []
      : editions.flatMap(editionEvents).filter((event) => isFound(query, searchedText(event)));
  const pages = Math.max(1, Math.ceil(found.length / MAX_SHOWN_FOUND));
  const from = (page - 1) * MAX_SHOWN_FOUND;
  return page > pages
    ? undefined
    : {
        ...pageOf(query.length === 0 ? "Search" : `Search: ${shown}`, context),
        query: shown,
        found: query.length === 0 ? "" : foundWords(found.length, { from, page, pages }),
        how: found.length === 0 ? HOW : "",
        events: found.slice(from, from + MAX_SHOWN_FOUND).map((event) => eventView(event, context)),
        pages: numberedPages({ page, pages }, (number) => context.links.found(words, number)),
      };
}

function foundWords(
  n: number,
  { from, page, pages }: { readonly from: number; readonly page: number; readonly pages: number },
): string {
  const found = `${counted(n, "change", "changes")} found`;
  const to = Math.min(n, from + MAX_SHOWN_FOUND);
  return pages === 1
    ? found
    : `${found}, newest first; page ${page} of ${pages}: ${numeral(from + 1)} to ${numeral(to)}`;
}

function searchedText(event: StoryEvent): string {
  const { what, key, headline = "", change } = event;
  const facts = change?.revision?.facts ?? [];
  const told = facts.flatMap(({ before, after, context = "", around: { lead, tail } = NOTHING }) => [
    `${lead} ${before ?? ""} ${tail}`,
    `${lead} ${after ?? ""} ${tail}`,
    context,
  ]);
  const held = what === "held back" ? `Held back: ${reasonWords(event)}` : "";
  return searchedIn([headline, key, held, ...(change?.summary ?? []), change?.gist?.sentence ?? "", ...told]);
}

const NOTHING = { lead: "", tail: "" };
