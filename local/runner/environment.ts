import {
  DIGEST_NAME,
  type DigestConfig,
  ENVIRONMENT,
  LINK_DAYS,
  MASS_REMOVAL_STOPS,
  REMEMBER_DAYS,
  RETRY_DAYS,
  toEnvironment,
} from "../../functions/digest/config.ts";
import { ARCHIVE_PAGES, type LocalCloud } from "../cloud.ts";

/** The recipient of a local run if none is named. */
export const READER = "reader@example.com";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The function's environment: the caller's environment with any settings in it, and the local cloud for
 * everything of AWS. The buckets are always those of the local cloud.
 */
export function functionEnvironment(
  cloud: LocalCloud,
  callers: Environment,
  recipients: string | undefined,
): Record<string, string> {
  const buckets = { corpusBucket: cloud.corpus.bucket, stateBucket: cloud.state.bucket };
  return onlySet({ ...callers, ...cloud.env, ...settingsEnvironment(buckets, callers, recipients) });
}

/** The settings in it alone: those of the caller, before the defaults of a local run. */
export function settingsEnvironment(
  buckets: Pick<DigestConfig, "corpusBucket" | "stateBucket">,
  callers: Environment,
  recipients: string | undefined,
): Record<string, string> {
  return onlySet({
    ...toEnvironment(defaultsFor(callers, buckets)),
    ...settingsOf(callers),
    ...toEnvironment(buckets),
    ...(recipients !== undefined && { [ENVIRONMENT.recipients]: recipients }),
  });
}

/** Without a contact list there is one reader, so that a first run has a recipient. */
function defaultsFor(
  callers: Environment,
  buckets: Pick<DigestConfig, "corpusBucket" | "stateBucket">,
): DigestConfig {
  const hasList = (callers[ENVIRONMENT.contactList] ?? "") !== "";
  return {
    ...buckets,
    corpusPrefix: "",
    sender: "late-edition@example.com",
    recipients: hasList ? [] : [READER],
    contactList: "",
    topic: "",
    topics: "",
    name: DIGEST_NAME,
    timeZone: "UTC",
    locale: "",
    include: "",
    exclude: "",
    jsonFields: "",
    storyUrl: "",
    archiveUrl: ARCHIVE_PAGES,
    archiveAccess: "public",
    linkDays: LINK_DAYS,
    weekDay: "Monday",
    summaries: "",
    quietDays: "skip",
    remember: REMEMBER_DAYS,
    massRemovalStops: MASS_REMOVAL_STOPS,
    unknownDeliveries: "resend",
    retryDays: RETRY_DAYS,
    configurationSet: "",
  };
}

function settingsOf(environment: Environment): Record<string, string> {
  return onlySet(Object.fromEntries(Object.values(ENVIRONMENT).map((name) => [name, environment[name]])));
}

function onlySet(environment: Environment): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined) {
      set[name] = value;
    }
  }
  return set;
}
