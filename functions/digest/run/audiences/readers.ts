import { readerNamed } from "../../config.ts";
import type { Reader } from "../../ports.ts";
import type { Job } from "../job.ts";

/** The readers of an edition committed now: the recipients configured, or the contacts of the configured list. */
export async function readersOf({
  config,
  subscribers,
}: Pick<Job, "config" | "subscribers">): Promise<readonly Reader[]> {
  return config.contactList === "" ? config.recipients.map(readerNamed) : await subscribers();
}
