import type { NumberedPage } from "./view-types.ts";

/** Pages that are named before and after the one that is shown, beside the first and the last. */
const MAX_PAGES_NEAR = 4;

/** Links to the pages of something long; none if there is only one. */
export function numberedPages(
  { page, pages }: { readonly page: number; readonly pages: number },
  addressOf: (page: number) => string,
): readonly NumberedPage[] {
  const near = Array.from({ length: 2 * MAX_PAGES_NEAR + 1 }, (_, n) => page - MAX_PAGES_NEAR + n);
  const named = [...new Set([1, ...near, pages])].filter((number) => number >= 1 && number <= pages);
  return pages === 1
    ? []
    : named
        .toSorted((a, b) => a - b)
        .map((number) => ({
          number: String(number),
          href: number === page ? "" : addressOf(number),
        }));
}

/** The page that a query asks for, the first if it asks for none; `undefined` if that is no number of a page. */
export function pageAsked(query: URLSearchParams): number | undefined {
  const asked = query.get("page") ?? "1";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
}
