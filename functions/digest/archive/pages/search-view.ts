import { MAX_SHOWN_HEADLINE } from "../../publish/wording/bounds.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { counted, numeral } from "../../publish/wording/words.ts";
import { isFound, type Query, queryOf, searchedIn } from "../../text/search/query.ts";
import type { ArchiveView } from "../archive.ts";
import type { ListedEdition } from "../known.ts";
import type { EventTrace } from "../types.ts";
import { pageOf } from "./edition-views.ts";
import { eventView, type PageContext } from "./event-view.ts";
import { numberedPages } from "./numbered-pages.ts";
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
export async function searchPageView(
  { words, page }: Asked,
  archive: Pick<ArchiveView, "editions" | "tell">,
  context: PageContext,
): Promise<SearchPageView | undefined> {
  const shown = plainText(words, MAX_SHOWN_HEADLINE);
  const query = queryOf(words);
  const isAsked = query.length > 0;
  const found = isAsked ? (await archive.editions()).flatMap((edition) => foundIn(edition, query)) : [];
  const pages = Math.max(1, Math.ceil(found.length / MAX_SHOWN_FOUND));
  if (page > pages) {
    return undefined;
  }
  const from = (page - 1) * MAX_SHOWN_FOUND;
  const told = await archive.tell(found.slice(from, from + MAX_SHOWN_FOUND));
  return {
    ...pageOf(isAsked ? `Search: ${shown}` : "Search", context),
    query: shown,
    found: isAsked ? foundWords(found.length, { from, page, pages }) : "",
    how: found.length === 0 ? HOW : "",
    events: told.map((event) => eventView(event, context)),
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

/** The events in which all words stand. */
function foundIn({ events, details }: ListedEdition, query: Query): readonly EventTrace[] {
  const texts = details().words.map((text) => searchedIn(text.split("\n")));
  return events.filter(({ place }) => isFound(query, texts[place] ?? ""));
}
