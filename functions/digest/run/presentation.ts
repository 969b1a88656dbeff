import { readAccess } from "../access/access.ts";
import { linkKey } from "../access/sign.ts";
import { renderOptionsOf } from "../config.ts";
import type { RenderOptions } from "../publish/mail/types.ts";
import type { Job } from "./job.ts";

/**
 * How the email of a slot's edition is presented. Where only links open the archive, they have a key, the same for all readers and at each
 * try. If there is none to sign with, the email goes out without links: those without a key would lead nowhere. One GET at most.
 */
export async function presentationOf(
  slot: string,
  { config, state, log }: Pick<Job, "config" | "state" | "log">,
): Promise<RenderOptions> {
  const options = renderOptionsOf(config);
  if (config.archiveUrl === "" || config.archiveAccess !== "link") {
    return options;
  }
  const { links, ...unlinked } = options;
  try {
    const key = linkKey(await readAccess(state), slot, config.linkDays);
    const entries = Object.entries(links ?? {}).map(([page, template]) => [page, `${template}?key=${key}`]);
    return { ...unlinked, links: Object.fromEntries(entries) };
  } catch (error) {
    log("links left out", { slot, reason: String(error) });
    return unlinked;
  }
}
