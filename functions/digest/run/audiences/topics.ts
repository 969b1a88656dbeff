import type { DigestConfig } from "../../config.ts";
import { TOPICS_KEY } from "../../keys.ts";
import type { ObjectStore, Reader } from "../../ports.ts";
import { parseTopics, type Topic } from "../../topics/topics.ts";
import type { Job } from "../job.ts";
import { readersOf } from "./readers.ts";

/**
 * The topics that readers can choose; none if everybody gets everything. Throws an error that says what is wrong with them. At most one
 * GET.
 */
export async function topicsOf({
  config,
  state,
}: {
  readonly config: Pick<DigestConfig, "topics">;
  readonly state: ObjectStore;
}): Promise<readonly Topic[]> {
  if (config.topics === "") {
    return [];
  }
  const isStored = config.topics === TOPICS_KEY;
  const where = isStored ? `s3://${state.bucket}/${TOPICS_KEY}` : "the environment variable TOPICS";
  const stored = isStored ? await state.read(TOPICS_KEY) : undefined;
  if (isStored && stored === undefined) {
    throw new Error(`cannot read the topics: there is no ${where}; write it, or drop the setting topics`);
  }
  const topics = parseTopics(
    stored === undefined ? config.topics : Buffer.from(stored.bytes).toString("utf8"),
  );
  if (typeof topics === "string") {
    throw new Error(`cannot read the topics in ${where}: ${topics}`);
  }
  return topics;
}

/** The readers of an edition committed now. Throws if one that is configured names a topic that there is not. */
export async function readersWith(
  topics: readonly Topic[],
  job: Pick<Job, "config" | "subscribers">,
): Promise<readonly Reader[]> {
  const readers = await readersOf(job);
  const names = new Set(topics.map(({ name }) => name.toLowerCase()));
  for (const { topics: chosen = [] } of job.config.contactList === "" ? readers : []) {
    const unknown = chosen.find((name) => !names.has(name.toLowerCase()));
    if (unknown !== undefined) {
      throw new Error(
        `cannot tell what a recipient gets: topic ${unknown} is none of the topics; name one of ${[...names].join(", ")}, or drop it`,
      );
    }
  }
  return readers;
}
