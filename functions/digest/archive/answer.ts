import { renderComparison } from "../publish/pages/render.ts";
import { slotName } from "../publish/wording/archive-names.ts";
import { createClock } from "../publish/wording/dates.ts";
import { englishLocale } from "../publish/wording/locale.ts";
import type { Archive, ArchiveView } from "./archive.ts";
import { editionsFeed, type FeedPlace, MAX_ENTRIES, storyFeed } from "./feeds/entries.ts";
import { atomOf, jsonFeedOf } from "./feeds/formats.ts";
import { editionPageView, indexView } from "./pages/edition-views.ts";
import type { PageContext } from "./pages/event-view.ts";
import { timeOf } from "./pages/event-words.ts";
import { type Links, linksBelow, versionName } from "./pages/links.ts";
import { pageAsked } from "./pages/numbered-pages.ts";
import { printEdition, printIndex, printSearch, printStory, printThread } from "./pages/render.ts";
import { searchPageView } from "./pages/search-view.ts";
import { storyPageView } from "./pages/story-views.ts";
import { threadPageView, threadsOf } from "./pages/threads.ts";
import type { StoryVersion } from "./types.ts";

/** What the archive answers to a request. */
export interface ArchiveAnswer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Whether later editions leave it as it is. */
  readonly isLasting?: boolean;
}

/** How the archive is served. */
export interface ArchiveSettings {
  /** The path below which its pages are, without a slash at the end: `/archive`. */
  readonly base: string;
  /** `https://news.example.org`: whole addresses in feeds begin with it. */
  readonly origin: string;
  /** What the digest is called. */
  readonly name: string;
  /** IANA time zone of all times. */
  readonly timeZone: string;
  /** Locale of dates and hours, as in the email; empty: that of the zone. */
  readonly locale?: string;
  /** What opened it, where it is private: the addresses of feeds have it, and in feeds those of pages. */
  readonly key?: string;
}

/** A request: the path below `base`, and its query. */
export interface ArchiveRequest {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a page is made with. */
interface Serving extends ArchiveSettings, PageContext {
  readonly archive: ArchiveView;
  /** The links of a feed, which are followed elsewhere. */
  readonly feedLinks: Links;
}

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
const ATOM = "application/atom+xml; charset=utf-8";
const JSON_FEED = "application/feed+json; charset=utf-8";

type Page = (
  serving: Serving,
  parts: readonly string[],
  query: URLSearchParams,
) => Promise<ArchiveAnswer | undefined>;

/** The pages, by the form of their path; ids are letters that {@link slotName} and `storyId` make. */
const PAGES: readonly (readonly [path: RegExp, page: Page])[] = [
  [/^\/$/, async ({ archive, ...context }) => html(printIndex(indexView(await archive.editions(), context)))],
  [/^\/editions\/([0-9TZ]{1,20})\/$/, editionPage],
  [/^\/editions\/([0-9TZ]{1,20})\/edition\.json$/, editionJson],
  [/^\/stories\/([\w-]{16})\/$/, storyPage],
  [/^\/stories\/([\w-]{16})\/feed\.atom$/, storyAtom],
  [/^\/threads\/([\w-]{1,80})\/$/, threadPage],
  [/^\/compare$/, comparePage],
  [/^\/search$/, searchPage],
  [/^\/feed\.atom$/, async (serving) => ({ contentType: ATOM, body: atomOf(await feedOf(serving, "atom")) })],
  [
    /^\/feed\.json$/,
    async (serving) => ({ contentType: JSON_FEED, body: jsonFeedOf(await feedOf(serving, "jsonFeed")) }),
  ],
];

/** The page, feed or object under a path of the archive; `undefined` if there is none. */
export async function answerArchive(
  archive: Archive,
  { path, query }: ArchiveRequest,
  settings: ArchiveSettings,
): Promise<ArchiveAnswer | undefined> {
  const { base, timeZone, locale = "", key = "" } = settings;
  const clock = createClock(timeZone, englishLocale(locale, timeZone));
  const [links, feedLinks] = [linksBelow(base, { key }), linksBelow(base, { key, isFeed: true })];
  const context = { ...settings, links, feedLinks, clock };
  for (const [form, page] of PAGES) {
    const parts = form.exec(path);
    if (parts !== null) {
      return await page({ ...context, archive: await archive.now() }, parts.slice(1), query);
    }
  }
  return undefined;
}

function html(body: string): ArchiveAnswer {
  return { contentType: HTML, body };
}

async function feedOf({ archive, feedLinks: links, ...context }: Serving, format: "atom" | "jsonFeed") {
  const place: FeedPlace = { origin: context.origin, self: `${context.origin}${links[format]}` };
  const listed = (await archive.editions()).slice(0, MAX_ENTRIES);
  const whole = await Promise.all(listed.map(({ slot }) => archive.edition(slot)));
  const editions = whole.flatMap((one) => (one === undefined ? [] : [one.edition]));
  return editionsFeed(editions, place, { ...context, links });
}

async function editionPage(
  { archive, ...context }: Serving,
  [name = ""]: readonly string[],
  query: URLSearchParams,
): Promise<ArchiveAnswer | undefined> {
  const editions = await archive.editions();
  const at = editions.findIndex(isNamed(name));
  const whole = await archive.edition(editions[at]?.slot ?? "");
  const page = pageAsked(query);
  if (whole === undefined || page === undefined) {
    return undefined;
  }
  const [before, after, threads] = [editions[at + 1], editions[at - 1], threadsOf(editions)];
  const view = editionPageView({ ...whole, before, after, page, threads }, context);
  return view && html(printEdition(view));
}

async function editionJson(
  { archive }: Serving,
  [name = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const edition = (await archive.editions()).find(isNamed(name));
  const stored = edition === undefined ? undefined : await archive.stored(edition.slot);
  return stored === undefined ? undefined : { contentType: JSON_TYPE, body: stored, isLasting: true };
}

function isNamed(name: string): (edition: { readonly slot: string }) => boolean {
  return ({ slot }) => slotName(slot) === name;
}

async function storyPage(
  { archive, ...context }: Serving,
  [id = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const history = await archive.history(id);
  const last = history?.versions.at(-1);
  if (history === undefined) {
    return undefined;
  }
  const text = last === undefined ? undefined : await archive.version(last.sha256, last.key);
  const editions = await archive.editions();
  const newest = editions[0]?.slot ?? "";
  const told = { history, text, threads: threadsOf(editions), newest };
  return html(printStory(storyPageView(told, context)));
}

async function storyAtom(
  { archive, feedLinks: links, ...context }: Serving,
  [id = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const history = await archive.history(id);
  if (history === undefined) {
    return undefined;
  }
  const { origin } = context;
  const place: FeedPlace = { origin, self: `${origin}${links.storyFeed(history.key)}` };
  return { contentType: ATOM, body: atomOf(storyFeed(history, place, { ...context, links })) };
}

async function threadPage(
  { archive, ...context }: Serving,
  [id = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const view = await threadPageView(id, archive, context);
  return view === undefined ? undefined : html(printThread(view));
}

const MAX_QUERY = 200;

async function searchPage(
  { archive, ...context }: Serving,
  _: readonly string[],
  query: URLSearchParams,
): Promise<ArchiveAnswer | undefined> {
  const page = pageAsked(query);
  if (page === undefined) {
    return undefined;
  }
  const words = (query.get("q") ?? "").slice(0, MAX_QUERY);
  const view = await searchPageView({ words, page }, archive, context);
  return view && html(printSearch(view));
}

/** Any two versions of one story, by the names that the archive's pages give them, or by the hashes of their bytes alone. */
async function comparePage(
  { archive, clock, links }: Serving,
  _: readonly string[],
  query: URLSearchParams,
): Promise<ArchiveAnswer | undefined> {
  const { versions = [], key = "" } = (await archive.trail(query.get("story") ?? "")) ?? {};
  const after = versionNamed(versions, query.get("b"));
  const earlier = after === undefined ? versions : versions.slice(0, versions.indexOf(after));
  const before = versionNamed(earlier, query.get("a")) ?? versionNamed(versions, query.get("a"));
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const [a, b] = await Promise.all(
    [before, after].map(({ sha256, key: its }) => archive.version(sha256, its)),
  );
  const isReversed = versions.indexOf(before) > versions.indexOf(after);
  const options = {
    names: [timeOf(before.slot, clock), timeOf(after.slot, clock)],
    history: links.story(key),
    ...(isReversed && { inOrder: links.compare(key, versionName(after), versionName(before)) }),
  } as const;
  return a === undefined || b === undefined
    ? undefined
    : { ...html(renderComparison(a, b, options)), isLasting: true };
}

/** By its whole name; by a hash alone, the last of several. */
function versionNamed(versions: readonly StoryVersion[], name: string | null): StoryVersion | undefined {
  return (
    versions.find((version) => versionName(version) === name) ??
    versions.findLast(({ sha256 }) => sha256 === name)
  );
}
