import { withKeys } from "../../access/keyed-links.ts";
import { renderOptionsOf } from "../../config.ts";
import type { Edition } from "../../edition/schema.ts";
import { audienceKeys, type RunKeys } from "../../keys.ts";
import { publish } from "../../publish/publish.ts";
import { storyId } from "../../publish/wording/archive-names.ts";
import { EVERYONE } from "../../snapshot/head.ts";
import type { Job } from "../job.ts";
import type { MadeEmail } from "../store-edition.ts";
import { type AudienceEdition, audienceEditions } from "./emails.ts";

/**
 * The emails of an edition: that of the whole, and where readers can choose topics, one for each choice that it has something for. One that is not due
 * has the first alone, which a preview shows.
 */
export async function makeEmails(
  { edition, isDue }: { readonly edition: Edition; readonly isDue: boolean },
  keys: RunKeys,
  job: Pick<Job, "config" | "state" | "subscribers" | "log">,
): Promise<readonly MadeEmail[]> {
  const options = await withKeys(renderOptionsOf(job.config), edition.slot, job);
  const whole = { audience: EVERYONE, keys, artefacts: publish(edition, { ...options, keys }) };
  const parts = isDue ? await audienceEditions(edition, job) : undefined;
  if (parts === undefined) {
    return [whole];
  }
  const forNobody = parts.some(({ audience }) => audience === EVERYONE) ? [] : [{ ...whole, addresses: [] }];
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
