import { type Archive, type ArchiveView, openArchive } from "../../functions/digest/archive/archive.ts";
import { editionEvents } from "../../functions/digest/archive/histories.ts";
import { editionPageView } from "../../functions/digest/archive/pages/edition-views.ts";
import type { PageContext } from "../../functions/digest/archive/pages/event-view.ts";
import { indexView } from "../../functions/digest/archive/pages/index-view.ts";
import { linksBelow } from "../../functions/digest/archive/pages/links.ts";
import { searchPageView } from "../../functions/digest/archive/pages/search-view.ts";
import { storyPageView } from "../../functions/digest/archive/pages/story-views.ts";
import { threadPageView, threadsOf } from "../../functions/digest/archive/pages/threads.ts";
import { topicPageView } from "../../functions/digest/archive/pages/topics.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { storyId } from "../../functions/digest/publish/wording/archive-names.ts";
import { createClock } from "../../functions/digest/publish/wording/dates.ts";
import type { TopicSetting } from "../../functions/digest/topics/topics.ts";
import type { MemoryStore } from "../../local/stores/memory-store.ts";
import { ARCHIVE_DAYS, type ArchiveDay } from "./archive-days.ts";
import { createRig } from "./rig.ts";
import { makeTopics } from "./topics.ts";
import { liveWeek, openDesk } from "./week-life.ts";

/** An archive, and the state bucket whose runs it shows. */
export interface LivedArchive {
  readonly archive: Archive;
  readonly state: MemoryStore;
}

/** The archive of a corpus that had these days; throws if a run did not finish. */
export async function livedArchive(days: readonly ArchiveDay[]): Promise<LivedArchive> {
  const rig = createRig();
  for (const { slot, stories } of days) {
    for (const [key, content] of Object.entries(stories)) {
      await (content === null ? rig.corpus.remove(key) : rig.put({ [key]: content }));
    }
    const { outcome } = await rig.run(slot);
    if (outcome !== "sent" && outcome !== "quiet") {
      throw new Error(`the run of ${slot} ended as ${outcome}`);
    }
  }
  return { archive: openArchive({ state: rig.state, reading: {} }), state: rig.state };
}

/** An archive whose weeks are told too. */
export async function weeklyArchive(): Promise<LivedArchive> {
  const rig = openDesk();
  await liveWeek(rig);
  const { state } = rig;
  return { archive: openArchive({ state, reading: {} }), state };
}

/** What only the page of a week has, and summaries by a model. */
async function viewsOfWeeks(): Promise<readonly object[]> {
  const { archive } = await weeklyArchive();
  const [listed] = await archive.editions();
  const told = listed && (await archive.edition(listed.slot, "week"));
  const placed = { before: undefined, after: undefined, page: 1, threads: new Map(), beside: listed };
  const summarised = { does: "choose", model: "some.model" } as const;
  if (told === undefined) {
    return [];
  }
  const changes = told.edition.changes.map((change) => ({ ...change, summarised }));
  const edition = { ...told.edition, changes };
  return [editionPageView({ ...told, ...placed, edition }, CONTEXT) ?? []].flat();
}

let example: Promise<LivedArchive> | undefined;

/** The archive of {@link ARCHIVE_DAYS}, lived once a process: read it only. */
export function exampleArchive(): Promise<LivedArchive> {
  example ??= livedArchive(ARCHIVE_DAYS);
  return example;
}

/** All that its editions say, newest first. */
export async function wholeEditions(archive: ArchiveView): Promise<readonly Edition[]> {
  const editions = await archive.editions();
  const whole = await Promise.all(editions.map(({ slot }) => archive.edition(slot)));
  return whole.flatMap((one) => (one === undefined ? [] : [one.edition]));
}

/** One with more changes in an edition than its page lists, one in two directions, one that has nothing. */
export const EXAMPLE_TOPICS: readonly TopicSetting[] = [
  { name: "busy", title: "Busy & new", keys: "busy/" },
  { name: "city", keys: ["bridge.txt", "tram"] },
  { name: "zeppelins", words: "zeppelin" },
  { name: "weeks", rhythm: "weekly" },
];

/** Links as the archive of the inbox has them, and a time zone that is not that of the slots. */
export const CONTEXT: PageContext = {
  name: "Wire Watch",
  links: linksBelow("/archive"),
  topics: makeTopics(...EXAMPLE_TOPICS),
  clock: createClock("Europe/Berlin", "en-GB"),
};

/** Words that the archive has, that it lacks, and none. */
const QUERIES = ["ferry 14", "zeppelin", "busy", ""];

/** Views of each page that together fill every possible field, by the page's template. */
export async function exampleArchiveViews(): Promise<Readonly<Record<string, readonly object[]>>> {
  const { archive } = await exampleArchive();
  const listed = await archive.editions();
  const editions = await wholeEditions(archive);
  const threads = threadsOf(listed);
  const newest = listed[0]?.slot ?? "";
  const keys = new Set(editions.flatMap(editionEvents).map(({ key }) => key));
  const histories = await Promise.all([...keys].map((key) => archive.history(storyId(key))));
  const stories = histories.map(async (history) => {
    const last = history?.versions.at(-1);
    const text = last && (await archive.version(last.sha256, last.key));
    return history === undefined ? [] : [storyPageView({ history, text, threads, newest }, CONTEXT)];
  });
  return {
    index: [indexView(listed, CONTEXT), indexView([], CONTEXT)],
    edition: [
      ...(await viewsOfWeeks()),
      ...editions.flatMap((edition, at) =>
        [1, 2].flatMap((page) => {
          const [before, after] = [editions[at + 1], editions[at - 1]];
          return editionPageView({ edition, sha256: "5eed", before, after, page, threads }, CONTEXT) ?? [];
        }),
      ),
    ],
    story: (await Promise.all(stories)).flat(),
    topic: CONTEXT.topics.map((topic) => topicPageView(topic, editions, CONTEXT)),
    thread: (await Promise.all([...threads.keys()].map((id) => threadPageView(id, archive, CONTEXT)))).filter(
      (view) => view !== undefined,
    ),
    search: (
      await Promise.all(QUERIES.map((words) => searchPageView({ words, page: 1 }, archive, CONTEXT)))
    ).filter((view) => view !== undefined),
  };
}
