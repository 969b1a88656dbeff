import type { ObjectStore } from "../../ports.ts";
import { type AbsentReference, type AbsentStory, readAbsent } from "../../snapshot/absent.ts";

/** What is known of a story that is gone: its last text, which may be another than it had when the week began. */
export type LastText = Pick<
  AbsentStory,
  "hash" | "lastChanged" | "earlier" | "firstSeen" | "since" | "match"
>;

/** The stories that are gone, by key; of several that had one key, the last. Some hundred bytes each. One GET per mebibyte. */
export async function lastTextsOf(
  reference: AbsentReference | null,
  state: ObjectStore,
): Promise<ReadonlyMap<string, LastText>> {
  const last = new Map<string, LastText>();
  for await (const { key, ...story } of readAbsent(state, reference)) {
    if ((last.get(key)?.since ?? "") <= story.since) {
      last.set(key, story);
    }
  }
  return last;
}
