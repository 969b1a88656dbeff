import {
  ARCHIVE_ACCESS,
  QUIET_DAYS,
  readerNamed,
  UNKNOWN_DELIVERIES,
  WEEK_DAYS,
} from "../../functions/digest/config.ts";
import { TOPICS_KEY } from "../../functions/digest/keys.ts";
import { readTopics } from "../../functions/digest/topics/topics.ts";
import type { LateEditionProps } from "../late-edition-props.ts";
import { nearest } from "./nearest.ts";
import {
  oneOf,
  type Read,
  readAddress,
  readBoolean,
  readBucketName,
  readCertificateArn,
  readCron,
  readDays,
  readDomain,
  readGlobs,
  readJsonFields,
  readKeyArn,
  readLinkDays,
  readListName,
  readLocale,
  readMailbox,
  readMemorySize,
  readName,
  readPrefix,
  readRecipients,
  readRetryDays,
  readStackName,
  readStops,
  readStoryUrl,
  readTimeZone,
  readTopicsSetting,
  readWorkers,
} from "./setting-readers.ts";

type GivenByName = "recipients" | "corpusBucket" | "encryptionKey" | "archiveDomain";

/** The settings of a deployment: the properties of the construct, with bucket and key given by name and ARN. */
export interface Settings extends Omit<LateEditionProps, GivenByName | "runbook"> {
  /** Addresses, each alone or with topics: `ann@example.org#courts+money`. */
  readonly recipients?: readonly string[] | undefined;
  readonly corpusBucket?: string | undefined;
  readonly encryptionKey?: string | undefined;
  readonly archiveDomain?: string | undefined;
  /** ARN of the domain's certificate. */
  readonly archiveCertificate?: string | undefined;
  /** @default "LateEdition" */
  readonly stackName?: string | undefined;
}

/** The type of each setting when it is set. */
type Values = { readonly [Name in keyof Settings]-?: NonNullable<Settings[Name]> };

/** A setting is missing, unknown or wrong. The message is one sentence for the operator. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

interface Setting<T> {
  readonly read: Read<T>;
  /** Completes "expected …". */
  readonly expected: string;
  readonly example: string;
}

const SETTINGS: { readonly [Name in keyof Values]: Setting<Values[Name]> } = {
  sender: {
    read: readMailbox,
    expected: "an email address, or a name and an address as in Desk <desk@example.org>",
    example: "desk@example.org",
  },
  recipients: {
    read: readRecipients,
    expected: "comma-separated email addresses, each alone or with topics as in you@example.org#courts+money",
    example: "you@example.org",
  },
  contactList: {
    read: readListName,
    expected: "the name of an SES contact list: up to 64 letters, digits, underscores and hyphens",
    example: "readers",
  },
  topic: {
    read: readListName,
    expected:
      "the name of one of the contact list's topics: up to 64 letters, digits, underscores and hyphens",
    example: "daily",
  },
  topics: {
    read: readTopicsSetting,
    expected: `a list of topics as JSON, or ${TOPICS_KEY} for those in the state bucket`,
    example: '[{"name":"courts","keys":"court/"}]',
  },
  senderIdentity: {
    read: oneOf(["address", "domain", "existing"]),
    expected: "address, domain or existing",
    example: "domain",
  },
  name: {
    read: readName,
    expected: "a name of at most 60 characters, without control characters",
    example: "Wire Watch",
  },
  schedule: {
    read: readCron,
    expected:
      "an EventBridge Scheduler cron expression: six fields, with a question mark in one of the two day fields",
    example: "cron(0 7 * * ? *)",
  },
  timeZone: { read: readTimeZone, expected: "an IANA time zone", example: "Europe/Berlin" },
  locale: { read: readLocale, expected: "a BCP 47 language tag", example: "en-US" },
  corpusBucket: {
    read: readBucketName,
    expected: "a bucket name; not a directory bucket, which does not list in key order",
    example: "my-stories",
  },
  corpusPrefix: {
    read: readPrefix,
    expected: "a key prefix of at most 104 characters, without a leading slash or any of * ? $",
    example: "stories/",
  },
  seeds: { read: readBoolean, expected: "true or false", example: "false" },
  encryptionKey: {
    read: readKeyArn,
    expected: "the ARN of a KMS key, not an alias",
    example: "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  },
  memorySize: { read: readMemorySize, expected: "megabytes, 512 to 10240", example: "1769" },
  include: { read: readGlobs, expected: "globs over keys, with commas between them", example: "**/*.html" },
  exclude: { read: readGlobs, expected: "globs over keys, with commas between them", example: "drafts/**" },
  jsonFields: {
    read: readJsonFields,
    expected: "names and paths of fields, with commas between them",
    example: "headline=meta.title,body=content[].text",
  },
  storyUrl: {
    read: readStoryUrl,
    expected: "an http or https address with {key} in it",
    example: "https://example.org/{key}",
  },
  archive: {
    read: oneOf(["off", ...ARCHIVE_ACCESS]),
    expected: "off, link, password or public",
    example: "link",
  },
  linkDays: { read: readLinkDays, expected: "a number of days, 1 to 3650", example: "30" },
  archiveDomain: {
    read: readDomain,
    expected: "the name of a domain, without https:// and without a path",
    example: "news.example.org",
  },
  archiveCertificate: {
    read: readCertificateArn,
    expected: "the ARN of a certificate in us-east-1, from where CloudFront takes it",
    example: "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  },
  weekDay: { read: oneOf(WEEK_DAYS), expected: "a day of the week, such as Monday", example: "Friday" },
  quietDays: { read: oneOf(QUIET_DAYS), expected: "skip or note", example: "note" },
  remember: { read: readDays, expected: "a number of days, 0 to 3650", example: "30" },
  massRemovalStops: { read: readStops, expected: "a number of slots, 0 to 100", example: "1" },
  unknownDeliveries: { read: oneOf(UNKNOWN_DELIVERIES), expected: "resend or skip", example: "skip" },
  retryDays: { read: readRetryDays, expected: "a number of days, 0 to 30", example: "7" },
  engine: {
    read: oneOf(["lambda", "distributed-map"]),
    expected: "lambda or distributed-map",
    example: "distributed-map",
  },
  workers: { read: readWorkers, expected: "a number of functions, 1 to 1000", example: "8" },
  alarmEmail: { read: readAddress, expected: "one email address", example: "ops@example.org" },
  stackName: {
    read: readStackName,
    expected: "a stack name: letters, digits and hyphens, starting with a letter",
    example: "WireDigest",
  },
};

const NAMES = Object.keys(SETTINGS);

/** Whether a setting has this name. */
export function isSetting(name: string): boolean {
  return NAMES.includes(name);
}

/** A function's environment holds 4,096 bytes; the other variables need under 1,000. */
const MAX_RECIPIENT_BYTES = 3000;

type Context = Readonly<Record<string, unknown>>;

/**
 * The settings of a deployment from the CDK context, whether set by `-c name=value`, from cdk.json or from
 * cdk.context.json. Throws a {@link SettingsError} that says what to type.
 */
export function readSettings(context: Context): Settings {
  refuseUnknown(context);
  const settings: Settings = {
    ...readRequired(context),
    contactList: read(context, "contactList"),
    topic: read(context, "topic"),
    topics: read(context, "topics"),
    senderIdentity: read(context, "senderIdentity"),
    name: read(context, "name"),
    schedule: read(context, "schedule"),
    timeZone: read(context, "timeZone"),
    locale: read(context, "locale"),
    corpusBucket: read(context, "corpusBucket"),
    corpusPrefix: read(context, "corpusPrefix"),
    seeds: read(context, "seeds"),
    encryptionKey: read(context, "encryptionKey"),
    memorySize: read(context, "memorySize"),
    include: read(context, "include"),
    exclude: read(context, "exclude"),
    jsonFields: read(context, "jsonFields"),
    storyUrl: read(context, "storyUrl"),
    archive: read(context, "archive"),
    linkDays: read(context, "linkDays"),
    archiveDomain: read(context, "archiveDomain"),
    archiveCertificate: read(context, "archiveCertificate"),
    weekDay: read(context, "weekDay"),
    quietDays: read(context, "quietDays"),
    remember: read(context, "remember"),
    massRemovalStops: read(context, "massRemovalStops"),
    unknownDeliveries: read(context, "unknownDeliveries"),
    retryDays: read(context, "retryDays"),
    engine: read(context, "engine"),
    workers: read(context, "workers"),
    alarmEmail: read(context, "alarmEmail"),
    stackName: read(context, "stackName"),
  };
  refuseConflicts(settings);
  return settings;
}

/** What must be set and is not, in one sentence; `undefined` if nothing is missing. */
export function missingSettings(context: Context): string | undefined {
  const missing = [
    ...(isSet(context.sender) ? [] : [`sender is missing: add ${option("sender")}`]),
    ...(isSet(context.recipients) || isSet(context.contactList)
      ? []
      : [`recipients is missing: add ${option("recipients")} or -c contactList=NAME`]),
  ];
  return missing.length === 0 ? undefined : `${missing.join("; ")} (docs/deploy.md lists every setting)`;
}

function readRequired(context: Context): Pick<Settings, "sender" | "recipients"> {
  const sender = read(context, "sender");
  const missing = missingSettings(context);
  if (sender === undefined || missing !== undefined) {
    throw new SettingsError(missing ?? "sender is missing");
  }
  return { sender, recipients: read(context, "recipients") };
}

function read<Name extends keyof Values>(context: Context, name: Name): Values[Name] | undefined {
  const value = context[name];
  if (!isSet(value)) {
    return undefined;
  }
  const setting: Setting<Values[Name]> = SETTINGS[name];
  const result = setting.read(value);
  if (result === undefined) {
    throw new SettingsError(
      `setting ${name} is ${JSON.stringify(value)}: expected ${setting.expected}; for example ${option(name)}`,
    );
  }
  return result;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/**
 * Our names are plain words; CDK's own keys carry a colon, an at sign or a dash (`@aws-cdk/…`, `aws:cdk:…`,
 * `availability-zones:account=…`, `cli-telemetry`), so those pass unless they look like one of ours misspelt.
 */
function refuseUnknown(context: Context): void {
  for (const name of Object.keys(context)) {
    const isPlain = /^[A-Za-z0-9]+$/.test(name);
    const meant = nearest(name.replaceAll(/[-_]/g, ""), NAMES);
    if (!isSetting(name) && (isPlain || meant !== undefined)) {
      const advice = meant === undefined ? `the settings are ${NAMES.join(", ")}` : `did you mean ${meant}`;
      throw new SettingsError(`unknown setting ${name}: ${advice}`);
    }
  }
}

function refuseConflicts(settings: Settings): void {
  if (settings.corpusBucket !== undefined && settings.seeds === true) {
    throw new SettingsError(
      "seeds is true, but corpusBucket names your own bucket, which is only read: drop one of the two",
    );
  }
  if (settings.recipients !== undefined && settings.contactList !== undefined) {
    throw new SettingsError(
      "recipients and contactList are both set, but each alone decides who gets the email: drop one of the two",
    );
  }
  if (settings.topic !== undefined && settings.contactList === undefined) {
    throw new SettingsError(`topic is set without its contact list: add ${option("contactList")}`);
  }
  if (settings.workers !== undefined && settings.engine !== "distributed-map") {
    throw new SettingsError(
      `workers is set, but the engine uses a single function: add ${option("engine")} or drop workers`,
    );
  }
  refuseTopicConflicts(settings);
  refuseArchiveConflicts(settings);
  const bytes = (settings.recipients ?? []).join(",").length;
  if (bytes > MAX_RECIPIENT_BYTES) {
    throw new SettingsError(
      `recipients has ${bytes} characters: at most ${MAX_RECIPIENT_BYTES} fit in the function's environment; for a longer list use a contact list: ${option("contactList")}`,
    );
  }
}

/** What the environment of the function may have of topics, beside the recipients. */
const MAX_TOPIC_BYTES = 1500;

function refuseTopicConflicts({ topic, topics = [], recipients = [] }: Settings): void {
  if (topic !== undefined && topics.length > 0) {
    throw new SettingsError(
      "topic and topics are both set: the first is for a digest of one topic; drop one of the two",
    );
  }
  const chosen = recipients.flatMap((recipient) => readerNamed(recipient).topics ?? []);
  if (topics === TOPICS_KEY) {
    return;
  }
  const read = readTopics(topics);
  if (typeof read === "string") {
    throw new SettingsError(`setting topics cannot be used: ${read}`);
  }
  const unknown = chosen.find((name) => !read.some((one) => one.name.toLowerCase() === name.toLowerCase()));
  if (unknown !== undefined) {
    throw new SettingsError(
      `recipients name the topic ${unknown}, which is none of the topics: add it to topics, or name one of ${read.map(({ name }) => name).join(", ") || "them"}`,
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(topics));
  if (bytes > MAX_TOPIC_BYTES) {
    throw new SettingsError(
      `topics has ${bytes} bytes: at most ${MAX_TOPIC_BYTES} fit in the function's environment; put them into the state bucket as ${TOPICS_KEY}, and set topics to ${TOPICS_KEY}`,
    );
  }
}

/** What is set for an archive that is not there, and a domain without its certificate. */
function refuseArchiveConflicts({
  archive = "off",
  linkDays,
  archiveDomain,
  archiveCertificate,
}: Settings): void {
  if (archive === "off" && (archiveDomain ?? archiveCertificate) !== undefined) {
    throw new SettingsError(
      `archiveDomain or archiveCertificate is set, but there is no archive: add ${option("archive")} or drop them`,
    );
  }
  if (archive !== "link" && linkDays !== undefined) {
    throw new SettingsError(
      `linkDays is set, but no links open the archive: add ${option("archive")} or drop linkDays`,
    );
  }
  if ((archiveDomain === undefined) !== (archiveCertificate === undefined)) {
    const missing = archiveDomain === undefined ? "archiveDomain" : "archiveCertificate";
    throw new SettingsError(`archiveDomain and archiveCertificate belong together: add ${option(missing)}`);
  }
}

/** `-c name=value`, quoted for a shell where it must be. */
function option(name: keyof Values): string {
  const setting = `${name}=${SETTINGS[name].example}`;
  return /^[\w=@./:-]+$/.test(setting) ? `-c ${setting}` : `-c "${setting}"`;
}
