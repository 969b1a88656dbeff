import type { Edition } from "../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../publish/wording/bounds.ts";
import { plainText } from "../publish/wording/safe-text.ts";
import { selectFor } from "../topics/select.ts";
import { isWeekly, type Topic } from "../topics/topics.ts";
import type { ArchiveView, Span } from "./archive.ts";

/** Editions of which a feed tells, and the page of a topic. */
export const MAX_ENTRIES = 40;

/** The last of one span, whole, newest first. One GET an edition, unless it was read of late. */
export async function lastEditions(
  archive: Pick<ArchiveView, "editions" | "edition">,
  span: Span = "day",
): Promise<readonly Edition[]> {
  const all = await archive.editions();
  const listed = span === "week" ? all.filter(({ week }) => week !== undefined) : all;
  const whole = await Promise.all(
    listed.slice(0, MAX_ENTRIES).map(({ slot }) => archive.edition(slot, span)),
  );
  return whole.flatMap((one) => (one === undefined ? [] : [one.edition]));
}

/** Those in which a topic is told: of days, or of weeks. */
export async function lastFor(
  topic: Topic,
  archive: Pick<ArchiveView, "editions" | "edition">,
): Promise<readonly Edition[]> {
  return await lastEditions(archive, isWeekly(topic) ? "week" : "day");
}

/**
 * What the readers of a topic would have been emailed of these editions, in their order, by the topic as it is now; an edition that has nothing for
 * them is left out. Pure; linear in what the editions tell.
 */
export function topicEditions(topic: Topic, editions: readonly Edition[]): readonly Edition[] {
  return editions
    .map((edition) => selectFor(edition, [topic]).edition)
    .filter(({ kind }) => kind !== "quiet");
}

/** What readers see of a topic: its title in safe letters, or else its name. */
export function topicTitle({ title, name }: Pick<Topic, "title" | "name">): string {
  return plainText(title, MAX_SHOWN_HEADLINE) || name;
}
