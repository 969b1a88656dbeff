import { readerNamed } from "../../functions/digest/config.ts";
import { TOPICS_KEY } from "../../functions/digest/keys.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import { MAX_TOPICS, parseTopics, readTopics, type Topic } from "../../functions/digest/topics/topics.ts";
import type { Settings } from "../settings/settings.ts";
import type { Clients } from "./clients.ts";
import type { List, ListTopic } from "./contact-list.ts";
import { checkEditions } from "./editions.ts";
import { type Finding, notChecked, notOk, ok, reasonOf, warning } from "./finding.ts";
import { findStateBucket, type StateBucket } from "./state-bucket.ts";

/**
 * Checks the topics that readers can choose: those in the state bucket can be read, recipients and contact list name the same ones, and each
 * had something in one of the last editions. Nothing without topics, else one request for the stack, one for topics in the state
 * bucket, and those for past editions.
 */
export async function checkTopics(
  settings: Settings,
  list: List | undefined,
  { s3, ses }: Clients,
): Promise<readonly Finding[]> {
  if (settings.topics === undefined) {
    return [];
  }
  const place = await findStateBucket(settings.stackName, ses);
  const state = "bucket" in place ? createS3Store(s3, place.bucket) : undefined;
  const topics = await topicsOf(settings.topics, place, state);
  if ("status" in topics) {
    return [topics];
  }
  return [
    ok(
      "topics",
      `well formed: ${topics.map(({ name }) => name).join(", ") || "none, so everybody gets everything"}`,
    ),
    ...checkRecipients(settings.recipients ?? [], topics),
    ...(list === undefined || "status" in list.found ? [] : checkList(list.name, list.found, topics)),
    ...(state === undefined ? notLookedAt(place) : await checkEditions(topics, state)),
  ];
}

async function topicsOf(
  setting: NonNullable<Settings["topics"]>,
  place: StateBucket,
  state: ObjectStore | undefined,
): Promise<readonly Topic[] | Finding> {
  if (setting !== TOPICS_KEY) {
    const topics = readTopics(setting);
    return typeof topics === "string" ? notOk("topics", topics) : topics;
  }
  return state === undefined ? withoutBucket(place) : await storedTopics(state);
}

function withoutBucket(place: StateBucket): Finding {
  return "unknown" in place
    ? notChecked(TOPICS_KEY, place.unknown)
    : notChecked(
        TOPICS_KEY,
        `${"missing" in place ? place.missing : ""}: once it is deployed, put ${TOPICS_KEY} into its state bucket, as no run works without`,
      );
}

async function storedTopics(state: ObjectStore): Promise<readonly Topic[] | Finding> {
  const address = `s3://${state.bucket}/${TOPICS_KEY}`;
  try {
    const stored = await state.read(TOPICS_KEY);
    if (stored === undefined) {
      return notOk(TOPICS_KEY, `missing, and no run works without: aws s3 cp ${TOPICS_KEY} ${address}`);
    }
    const topics = parseTopics(Buffer.from(stored.bytes).toString("utf8"));
    return typeof topics === "string"
      ? notOk(
          TOPICS_KEY,
          `${address} stops every run: ${topics}; fix it, then aws s3 cp ${TOPICS_KEY} ${address}`,
        )
      : topics;
  } catch (error) {
    return notChecked(TOPICS_KEY, reasonOf(error));
  }
}

/** Before the first deployment there are no editions, which nobody needs to be told. */
function notLookedAt(place: StateBucket): readonly Finding[] {
  return "unknown" in place ? [notChecked("topics in past editions", place.unknown)] : [];
}

/** Of topics in the settings, names are checked where the settings are read. */
function checkRecipients(recipients: readonly string[], topics: readonly Topic[]): readonly Finding[] {
  const readers = recipients.map(readerNamed);
  const unknown = readers.flatMap(({ address, topics: chosen = [] }) =>
    chosen
      .filter((name) => !topics.some((topic) => isSame(topic.name, name)))
      .map((name) =>
        notOk(
          `recipient ${address}`,
          `names the topic ${name}, which is none of the topics, so every run stops: add it to ${TOPICS_KEY}, or drop it`,
        ),
      ),
  );
  const twice = [...Map.groupBy(readers, ({ address }) => address.toLowerCase())]
    .filter(([, own]) => own.length > 1)
    .map(([address, own]) =>
      warning(
        `recipient ${address}`,
        `is there ${own.length} times, but gets one email a slot: name it once, with all its topics`,
      ),
    );
  return [...unknown, ...twice];
}

function checkList(list: string, found: readonly ListTopic[], topics: readonly Topic[]): readonly Finding[] {
  const isOn = ({ name }: Topic) => found.some((each) => isSame(each.name, name));
  const missing = topics.filter((topic) => !isOn(topic));
  const findings = [
    ...missing.map(({ name }) =>
      notOk(
        `topic ${name}`,
        `not on the contact list ${list}, so nobody can choose it: add it with aws sesv2 update-contact-list, naming all other topics too, as it replaces them`,
      ),
    ),
    ...tooMany(list, found.length + missing.length),
    ...found.flatMap((each) => compared(each, topics, list)),
  ];
  return findings.length > 0 ? findings : [ok("topics", `the contact list ${list} has the same`)];
}

function tooMany(list: string, count: number): readonly Finding[] {
  return count > MAX_TOPICS
    ? [
        notOk(
          "topics",
          `with those that it lacks, the contact list ${list} would have ${count}, and SES takes ${MAX_TOPICS}: drop some there or in the settings`,
        ),
      ]
    : [];
}

/** A topic of the list beside that of the settings. */
function compared(onList: ListTopic, topics: readonly Topic[], list: string): readonly Finding[] {
  const topic = topics.find(({ name }) => isSame(name, onList.name));
  if (topic === undefined) {
    return [
      warning(
        `topic ${onList.name}`,
        `on the contact list ${list} but not in the settings, so who chose it alone gets no email: add it to topics, or leave it if another digest has it`,
      ),
    ];
  }
  if (topic.name !== onList.name) {
    return [
      notOk(
        `topic ${topic.name}`,
        `written ${onList.name} on the contact list ${list}, which SES may take for another one: write both the same`,
      ),
    ];
  }
  return topic.title.trim() === onList.title.trim()
    ? []
    : [
        warning(
          `topic ${topic.name}`,
          `called ${JSON.stringify(topic.title)} in emails, but ${JSON.stringify(onList.title)} on the contact list ${list}: give it one title`,
        ),
      ];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
