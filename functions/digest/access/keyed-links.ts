import type { DigestConfig } from "../config.ts";
import type { Log, ObjectStore } from "../ports.ts";
import { readAccess } from "./access.ts";
import { linkKey } from "./sign.ts";

/** What an email is presented with, as far as it links to the archive. */
interface Linked {
  readonly links?: Readonly<Record<string, string>>;
}

/** Where the links lead, and what signs them. */
interface Signing {
  readonly config: Pick<DigestConfig, "archiveAccess" | "linkDays">;
  readonly state: ObjectStore;
  readonly log: Log;
}

/**
 * The same, with the key of a slot's edition in each link where only links open the archive: one key for all readers, and the same at each try.
 * If there is none to sign with, there are no links: without a key they would lead nowhere, and the email goes first. One GET at most.
 */
export async function withKeys<Options extends Linked>(
  options: Options,
  slot: string,
  { config, state, log }: Signing,
): Promise<Options | Omit<Options, "links">> {
  const { links, ...unlinked } = options;
  if (links === undefined || config.archiveAccess !== "link") {
    return options;
  }
  try {
    const key = linkKey(await readAccess(state), slot, config.linkDays);
    const keyed = Object.entries(links).map(([page, template]) => [page, `${template}?key=${key}`]);
    return { ...options, links: Object.fromEntries(keyed) };
  } catch (error) {
    log("links left out", { slot, reason: String(error) });
    return unlinked;
  }
}
