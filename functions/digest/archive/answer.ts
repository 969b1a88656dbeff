import { renderComparison } from "../publish/pages/render.ts";
import { slotName } from "../publish/wording/archive-names.ts";
import { createClock } from "../publish/wording/dates.ts";
import { englishLocale } from "../publish/wording/locale.ts";
import { once } from "../text/once.ts";
import type { Archive, Span } from "./archive.ts";
import { editionsAnswer, storyAnswer, topicAnswer, weeksAnswer } from "./feeds/answers.ts";
import { lastFor } from "./last-editions.ts";
import { editionPageView } from "./pages/edition-views.ts";
import { timeOf } from "./pages/event-words.ts";
import { indexView } from "./pages/index-view.ts";
import { linksBelow, STANDING, versionName } from "./pages/links.ts";
import { pageAsked } from "./pages/numbered-pages.ts";
import {
  printEdition,
  printIndex,
  printSearch,
  printStory,
  printThread,
  printTopic,
} from "./pages/render.ts";
import { searchPageView } from "./pages/search-view.ts";
import { weekLine } from "./pages/spans.ts";
import { storyPageView } from "./pages/story-views.ts";
import { threadPageView, threadsOf } from "./pages/threads.ts";
import { topicPageView } from "./pages/topics.ts";
import type { ArchiveAnswer, ArchiveRequest, ArchiveSettings, Page, Serving } from "./serving.ts";
import type { StoryVersion } from "./types.ts";

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** The pages, by the form of their path; ids are letters that {@link slotName} and `storyId` make, and names of topics. */
const PAGES: readonly (readonly [path: RegExp, page: Page])[] = [
  [/^\/$/, async ({ archive, ...context }) => html(printIndex(indexView(await archive.editions(), context)))],
  [/^\/editions\/([0-9TZ]{1,20})\/(week\/)?$/, editionPage],
  [/^\/editions\/([0-9TZ]{1,20})\/(week\/)?edition\.json$/, editionJson],
  [/^\/stories\/([\w-]{16})\/$/, storyPage],
  [/^\/stories\/([\w-]{16})\/feed\.atom$/, storyAnswer],
  [/^\/threads\/([\w-]{1,80})\/$/, threadPage],
  [/^\/compare$/, comparePage],
  [/^\/search$/, searchPage],
  [/^\/topics\/([\w-]{1,64})\/$/, topicPage],
  [/^\/topics\/([\w-]{1,64})\/feed\.(atom|json)$/, topicAnswer],
  [/^\/feed\.(atom|json)$/, editionsAnswer],
  [/^\/weeks\/feed\.(atom|json)$/, weeksAnswer],
];

/** The page, feed or object under a path of the archive; `undefined` if there is none. */
export async function answerArchive(
  archive: Archive,
  { path, query }: ArchiveRequest,
  { topics: currentTopics = async () => [], ...settings }: ArchiveSettings,
): Promise<ArchiveAnswer | undefined> {
  const { base, timeZone, locale = "", key = "" } = settings;
  const clock = createClock(timeZone, englishLocale(locale, timeZone));
  const [links, feedLinks] = [linksBelow(base, { key }), linksBelow(base, { key, isFeed: true })];
  const readTopics = once(currentTopics);
  const context = { ...settings, links, feedLinks, clock, readTopics };
  for (const [form, page] of PAGES) {
    const parts = form.exec(path);
    if (parts !== null) {
      const [now, topics] = await Promise.all([archive.now(), readTopics().catch(() => [])]);
      return await page({ ...context, archive: now, topics }, parts.slice(1), query);
    }
  }
  return undefined;
}

function html(body: string): ArchiveAnswer {
  return { contentType: HTML, body };
}

async function editionPage(
  { archive, ...context }: Serving,
  [name = "", week]: readonly string[],
  query: URLSearchParams,
): Promise<ArchiveAnswer | undefined> {
  const all = await archive.editions();
  const listed = all.find(isNamed(name));
  const page = pageAsked(query);
  const span = spanIn(week);
  const whole = listed && (await archive.edition(listed.slot, span));
  if (listed === undefined || whole === undefined || page === undefined) {
    return undefined;
  }
  const editions = span === "week" ? all.filter((edition) => edition.week !== undefined) : all;
  const at = editions.indexOf(listed);
  const [before, after, threads] = [editions[at + 1], editions[at - 1], threadsOf(all)];
  const beside = span === "week" ? listed : weekLine(listed);
  const view = editionPageView({ ...whole, beside, before, after, page, threads }, context);
  return view && html(printEdition(view));
}

async function editionJson(
  { archive }: Serving,
  [name = "", week]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const edition = (await archive.editions()).find(isNamed(name));
  const stored = edition === undefined ? undefined : await archive.stored(edition.slot, spanIn(week));
  return stored === undefined ? undefined : { contentType: JSON_TYPE, body: stored, isLasting: true };
}

/** By the part of an address that only weeks have. */
function spanIn(week: string | undefined): Span {
  return week === undefined ? "day" : "week";
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

async function threadPage(
  { archive, ...context }: Serving,
  [id = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const view = await threadPageView(id, archive, context);
  return view === undefined ? undefined : html(printThread(view));
}

async function topicPage(
  { archive, readTopics, ...context }: Serving,
  [name = ""]: readonly string[],
): Promise<ArchiveAnswer | undefined> {
  const topic = (await readTopics()).find((each) => each.name === name);
  return topic && html(printTopic(topicPageView(topic, await lastFor(topic, archive), context)));
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

/** By its whole name; by a hash alone, the last of several; by one that ends with a slot, the last of them at that slot. */
function versionNamed(versions: readonly StoryVersion[], name: string | null): StoryVersion | undefined {
  const [hash, until] = (name ?? "").split(STANDING);
  return (
    versions.find((version) => versionName(version) === name) ??
    versions.findLast(
      ({ sha256, slot }) => sha256 === hash && (until === undefined || slotName(slot) <= until),
    )
  );
}
