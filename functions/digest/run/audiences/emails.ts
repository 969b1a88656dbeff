import type { Edition } from "../../edition/schema.ts";
import { EVERYONE } from "../../snapshot/head.ts";
import { type Audience, audiencesOf, topicsOf as topicsIn } from "../../topics/audiences.ts";
import { selectFor } from "../../topics/select.ts";
import type { Topic } from "../../topics/topics.ts";
import type { Job } from "../job.ts";
import { readersWith, topicsOf } from "./topics.ts";

/** What some readers of an edition get. */
export interface AudienceEdition {
  /** See {@link Audience}. */
  readonly audience: string;
  /** All of the edition, or the part of it that they chose. */
  readonly edition: Edition;
  readonly addresses: readonly string[];
  /** What the email says of the choice; absent: it is everything. */
  readonly chosen?: Chosen;
}

/** Titles of topics, and whether some of those who get the email chose more. */
export interface Chosen {
  readonly titles: readonly string[];
  readonly isCut: boolean;
}

type AudienceJob = Pick<Job, "config" | "state" | "subscribers" | "log">;

/**
 * Who gets what of an edition, where readers can choose topics; `undefined` where they cannot. Whom nothing of it is for is left out: they get no
 * email. At most one GET, and one listing of the contacts.
 */
export async function audienceEditions(
  edition: Edition,
  job: AudienceJob,
): Promise<readonly AudienceEdition[] | undefined> {
  const topics = await topicsOf(job);
  if (topics.length === 0) {
    return undefined;
  }
  const audiences = audiencesOf(await readersWith(topics, job), topics);
  const cut = audiences.filter(({ isCut }) => isCut).length;
  job.log("audiences", { slot: edition.slot, audiences: audiences.length, cut });
  return audiences.flatMap((audience) => partOf(edition, audience) ?? []);
}

function partOf(edition: Edition, { name, topics, addresses, isCut }: Audience): AudienceEdition | undefined {
  if (topics === undefined) {
    return { audience: name, edition, addresses };
  }
  const selected = selectFor(edition, topics).edition;
  return selected.kind === "quiet"
    ? undefined
    : { audience: name, edition: selected, addresses, chosen: { titles: titlesOf(topics), isCut } };
}

/** The same of one audience by its name, for an email that is made again; everything, if its topics are no more. */
export function editionFor(
  audience: string,
  edition: Edition,
  all: readonly Topic[],
): Pick<AudienceEdition, "edition" | "chosen"> {
  const topics = audience === EVERYONE ? undefined : topicsIn(audience, all);
  return topics === undefined || topics.length === 0
    ? { edition }
    : { edition: selectFor(edition, topics).edition, chosen: { titles: titlesOf(topics), isCut: false } };
}

function titlesOf(topics: readonly Topic[]): readonly string[] {
  return topics.map(({ title }) => title);
}
