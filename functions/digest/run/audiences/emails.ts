import type { Edition } from "../../edition/schema.ts";
import { EVERYONE } from "../../snapshot/head.ts";
import { type Audience, audiencesOf, topicsOf as topicsIn } from "../../topics/audiences.ts";
import { selectInRhythm, type ToldEditions } from "../../topics/rhythms.ts";
import type { Topic } from "../../topics/topics.ts";
import type { Job } from "../job.ts";
import { readersWith } from "./topics.ts";

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

/** What a run tells, and whom. */
export interface Telling extends ToldEditions {
  /** Whether readers of everything get the edition of the slot; a quiet one may be told only for the week that it ends. */
  readonly isForAll: boolean;
}

/**
 * Who gets what of these editions, where readers can choose topics; `undefined` where they cannot. Whom nothing of them is for is left out: they
 * get no email. One listing of the contacts, none if nobody can get anything.
 */
export async function audienceEditions(
  telling: Telling,
  topics: readonly Topic[],
  job: Pick<Job, "config" | "subscribers" | "log">,
): Promise<readonly AudienceEdition[] | undefined> {
  if (topics.length === 0) {
    return undefined;
  }
  const { edition, week, isForAll } = telling;
  if (!isForAll && week === undefined) {
    return [];
  }
  const audiences = audiencesOf(await readersWith(topics, job), topics);
  const cut = audiences.filter(({ isCut }) => isCut).length;
  job.log("audiences", { slot: edition.slot, audiences: audiences.length, cut });
  return audiences.flatMap((audience) => partOf(telling, audience) ?? []);
}

function partOf(telling: Telling, { name, topics, addresses, isCut }: Audience): AudienceEdition | undefined {
  if (topics === undefined) {
    return telling.isForAll ? { audience: name, edition: telling.edition, addresses } : undefined;
  }
  const selected = selectInRhythm(telling, topics).edition;
  return selected.kind === "quiet"
    ? undefined
    : { audience: name, edition: selected, addresses, chosen: { titles: titlesOf(topics), isCut } };
}

/** The same of one audience by its name, for an email that is made again; everything, if its topics are no more. */
export function editionFor(
  audience: string,
  told: ToldEditions,
  all: readonly Topic[],
): Pick<AudienceEdition, "edition" | "chosen"> {
  const topics = audience === EVERYONE ? undefined : topicsIn(audience, all);
  return topics === undefined || topics.length === 0
    ? { edition: told.edition }
    : { edition: selectInRhythm(told, topics).edition, chosen: { titles: titlesOf(topics), isCut: false } };
}

function titlesOf(topics: readonly Topic[]): readonly string[] {
  return topics.map(({ title }) => title);
}
