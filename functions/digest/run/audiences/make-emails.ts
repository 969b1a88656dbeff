import { withKeys } from "../../access/keyed-links.ts";
import { renderOptionsOf } from "../../config.ts";
import { audienceKeys, type RunKeys } from "../../keys.ts";
import { publish } from "../../publish/publish.ts";
import { storyId } from "../../publish/wording/archive-names.ts";
import { EVERYONE } from "../../snapshot/head.ts";
import type { Topic } from "../../topics/topics.ts";
import type { Job } from "../job.ts";
import type { MadeEmail } from "../store-edition.ts";
import { type AudienceEdition, audienceEditions, type Telling } from "./emails.ts";

/**
 * The emails of an edition: that of the whole, which a preview shows, and where readers can choose topics, one for each choice that it or its week has
 * something for.
 */
export async function makeEmails(
  telling: Telling,
  topics: readonly Topic[],
  keys: RunKeys,
  job: Pick<Job, "config" | "state" | "subscribers" | "log">,
): Promise<readonly MadeEmail[]> {
  const { edition } = telling;
  const options = await withKeys(renderOptionsOf(job.config), edition.slot, job);
  const whole = { audience: EVERYONE, keys, artefacts: publish(edition, { ...options, keys }) };
  const nobody = { ...whole, addresses: [] };
  const parts = await audienceEditions(telling, topics, job);
  if (parts === undefined) {
    return [telling.isForAll ? whole : nobody];
  }
  const forNobody = parts.some(({ audience }) => audience === EVERYONE) ? [] : [nobody];
  const made = parts.map(({ audience, edition: part, addresses, chosen }: AudienceEdition): MadeEmail => {
    if (audience === EVERYONE) {
      return { ...whole, addresses };
    }
    const own = audienceKeys(keys.edition, storyId(audience));
    const artefacts = publish(part, { ...options, ...(chosen && { chosen }), keys: own });
    return { audience, addresses, keys: own, artefacts };
  });
  return [...forNobody, ...made];
}
