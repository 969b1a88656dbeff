import type { Due } from "../../snapshot/head.ts";
import type { Job } from "../job.ts";
import { readTold } from "../published.ts";
import { audienceEditions } from "./emails.ts";
import { readersOf } from "./readers.ts";
import { topicsOf } from "./topics.ts";

/**
 * An edition that is due without its emails, for today's readers or those among them with these addresses: where readers can choose topics, once for each
 * choice that it has something for. Up to three GETs more.
 */
export async function duesFor(
  due: Due,
  job: Pick<Job, "config" | "state" | "subscribers" | "log">,
  only?: ReadonlySet<string>,
): Promise<readonly Due[]> {
  const isMeant = (address: string) => only?.has(address) ?? true;
  if (job.config.topics === "") {
    const readers = (await readersOf(job)).map(({ address }) => address);
    return [{ ...due, recipients: readers.filter(isMeant) }];
  }
  const topics = await topicsOf(job);
  const told = await readTold(due.edition, topics, job.state);
  const isForAll = told.edition.kind !== "quiet" || job.config.quietDays === "note";
  const parts = (await audienceEditions({ ...told, isForAll }, topics, job)) ?? [];
  return parts
    .map(({ audience, addresses }) => ({ ...due, audience, recipients: addresses.filter(isMeant) }))
    .filter(({ recipients }) => recipients.length > 0);
}
