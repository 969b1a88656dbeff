import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  DIGEST_NAME,
  type DigestConfig,
  EXTRACT,
  isDigestName,
  isLocale,
  LINK_DAYS,
  MASS_REMOVAL_STOPS,
  MAX_DIGEST_NAME,
  modelOf,
  REMEMBER_DAYS,
  RETRY_DAYS,
  SUMMARIES_EXPECTED,
  WEEK_DAYS,
} from "../functions/digest/config.ts";
import { TOPICS_KEY } from "../functions/digest/keys.ts";
import { readTopics, type TopicSetting } from "../functions/digest/topics/topics.ts";
import type { ArchiveDomain } from "./archive/distribution.ts";
import type { AnyBucket } from "./buckets.ts";
import { MEMORY_MB } from "./digest-function.ts";
import { IS_INSTALLED } from "./installed.ts";

/** A recipient who chose topics. */
export interface RecipientSetting {
  readonly address: string;
  /** Names of topics. */
  readonly topics: readonly string[];
}

/** The properties of a digest; only the sender and the recipients have no default. */
export interface LateEditionProps {
  /** The From address: `desk@example.org`, or `Desk <desk@example.org>` with a name. */
  readonly sender: string;
  /**
   * Plain addresses; each gets a separate email. One with `topics` gets what is in them.
   * @default none; then `contactList` names the recipients
   */
  readonly recipients?: readonly (string | RecipientSetting)[] | undefined;
  /**
   * Name of an SES contact list in this account and region, instead of `recipients`: its contacts get the email
   * and can unsubscribe themselves.
   * @default none
   */
  readonly contactList?: string | undefined;
  /**
   * Topic of the contact list; only contacts subscribed to it get the email.
   * @default every contact on the list
   */
  readonly topic?: string | undefined;
  /**
   * Topics that readers can choose, on the page of the contact list or in `recipients`: each gets an email with what is in theirs, and none if nothing
   * is. `topics.json`: they are in the state bucket, under this key.
   * @default none; everybody gets everything
   */
  readonly topics?: readonly TopicSetting[] | typeof TOPICS_KEY | undefined;
  /**
   * What is registered with SES: the sender's address (SES emails it a confirmation link), its domain (three
   * DNS records, see `dkimRecords`), or nothing, if the account has the identity already.
   * @default "address"
   */
  readonly senderIdentity?: "address" | "domain" | "existing" | undefined;
  /**
   * What the digest is called in its masthead, as the sender's name (unless `sender` has one) and in its List-Id: it tells the digests of
   * one reader apart. At most 60 characters.
   * @default "Late Edition"
   */
  readonly name?: string | undefined;
  /**
   * A cron expression of EventBridge Scheduler, in `timeZone`.
   * @default "cron(0 7 * * ? *)"
   */
  readonly schedule?: string | undefined;
  /**
   * IANA time zone of the schedule and of the times in the email.
   * @default "UTC"
   */
  readonly timeZone?: string | undefined;
  /**
   * Locale of dates and hours in the email, as a BCP 47 tag such as `en-US`; the words stay English.
   * @default that of the time zone's region, such as en-US for America/New_York, else en-GB
   */
  readonly locale?: string | undefined;
  /**
   * The bucket that holds the stories; read-only.
   * @default a new bucket, kept when the stack is destroyed
   */
  readonly corpusBucket?: AnyBucket | undefined;
  /**
   * Key prefix of the stories, taken literally: end it with a slash if you mean a folder.
   * @default "" the whole bucket
   */
  readonly corpusPrefix?: string | undefined;
  /**
   * Whether the new bucket is filled with the sample stories in `seeds/`; a bucket of your own never is.
   * @default true
   */
  readonly seeds?: boolean | undefined;
  /**
   * A KMS key for the new buckets; the function may use it for a bucket of your own as well.
   * @default S3's own keys
   */
  readonly encryptionKey?: IKey | undefined;
  /**
   * Function memory in MB, which also sets its share of a processor.
   * @default 1769
   */
  readonly memorySize?: number | undefined;
  /**
   * Globs over keys, such as `news-*.html`, separated by commas: only these objects are stories.
   * @default "" all
   */
  readonly include?: string | undefined;
  /**
   * Globs over keys of objects that are not stories.
   * @default "" none
   */
  readonly exclude?: string | undefined;
  /**
   * Where JSON stories have their fields, such as `headline=meta.title,body=content[].text`.
   * @default "" by their names
   */
  readonly jsonFields?: string | undefined;
  /**
   * URL template of a story, with `{key}` as a placeholder.
   * @default "" no links
   */
  readonly storyUrl?: string | undefined;
  /**
   * Whether the archive of all editions is served on the web, and to whom: to those who have a link of an email (`link`), to those who
   * know its `password`, to everybody (`public`), or not at all. Emails link to it.
   * @default "off"
   */
  readonly archive?: "off" | DigestConfig["archiveAccess"] | undefined;
  /**
   * Days for which the links of an edition open the archive under `archive: "link"`.
   * @default 90
   */
  readonly linkDays?: number | undefined;
  /**
   * A domain of your own for the archive, with its certificate in us-east-1; its DNS record is yours to make.
   * @default CloudFront's own domain
   */
  readonly archiveDomain?: ArchiveDomain | undefined;
  /**
   * Day of the week on which weekly topics are told, with the first run of the day.
   * @default "Monday"
   */
  readonly weekDay?: DigestConfig["weekDay"] | undefined;
  /**
   * Who makes the summaries that lead the email: their first sentences (`extract`), or a Bedrock model that chooses sentences
   * (`choose:amazon.nova-lite-v1:0`) or writes (`write:…`). With a model, the function may invoke it, and texts of stories go to it.
   * @default "extract"
   */
  readonly summaries?: string | undefined;
  /**
   * On a day without changes: no email, or a short note.
   * @default "skip"
   */
  readonly quietDays?: DigestConfig["quietDays"] | undefined;
  /**
   * Days for which a story that left the corpus is remembered: if it comes back, it is not new.
   * @default 90
   */
  readonly remember?: number | undefined;
  /**
   * Slots that a mass removal stops before the edition of everything else goes out; the missing stories stay until
   * their removal is confirmed.
   * @default 2
   */
  readonly massRemovalStops?: number | undefined;
  /**
   * When it is unclear whether SES accepted an email: send it again, or not.
   * @default "resend"
   */
  readonly unknownDeliveries?: DigestConfig["unknownDeliveries"] | undefined;
  /**
   * Days for which an email that SES refuses is tried again every hour, before it is given up.
   * @default 3
   */
  readonly retryDays?: number | undefined;
  /**
   * What a run uses: one function, or many coordinated by a Step Functions state machine; docs/scale.md says
   * when.
   * @default "lambda"
   */
  readonly engine?: "lambda" | "distributed-map" | undefined;
  /**
   * Functions that scan at the same time under `engine: "distributed-map"`; a new account may be limited to ten at once.
   * @default 8
   */
  readonly workers?: number | undefined;
  /**
   * Address that alarms are emailed to; SNS asks it to confirm.
   * @default none; add actions to `alarms` yourself
   */
  readonly alarmEmail?: string | undefined;
  /**
   * Address of the runbook for your team; alarms link to its headings.
   * @default "docs/runbook.md", or that of the installed package
   */
  readonly runbook?: string | undefined;
}

/** Where the runbook is, for those who have this code. */
const RUNBOOK = IS_INSTALLED ? "node_modules/late-edition/docs/runbook.md" : "docs/runbook.md";

/** The properties with their defaults; throws if the recipients are missing or set twice. */
export function withDefaults({
  corpusBucket,
  corpusPrefix,
  seeds,
  encryptionKey,
  ...props
}: LateEditionProps) {
  return {
    ...props,
    ...readership(props),
    memorySize: props.memorySize ?? MEMORY_MB,
    senderIdentity: props.senderIdentity ?? "address",
    schedule: props.schedule ?? "cron(0 7 * * ? *)",
    ...presentationOf(props),
    ...archiveOf(props),
    ...readingOf(props),
    weekDay: props.weekDay ?? WEEK_DAYS[0],
    summaries: summariesOf(props),
    quietDays: props.quietDays ?? "skip",
    ...deliveryOf(props),
    engine: props.engine ?? "lambda",
    workers: props.workers ?? 8,
    runbook: props.runbook ?? RUNBOOK,
  } as const;
}

function summariesOf({ summaries = EXTRACT }: LateEditionProps): string {
  if (summaries === EXTRACT) {
    return "";
  }
  if (modelOf(summaries) === undefined) {
    throw new Error(`summaries is "${summaries}": expected ${SUMMARIES_EXPECTED}`);
  }
  return summaries;
}

/** How the email presents the edition. */
function presentationOf({
  name = DIGEST_NAME,
  timeZone = "UTC",
  locale = "",
  storyUrl = "",
}: LateEditionProps) {
  if (!isDigestName(name)) {
    throw new Error(
      `name is ${JSON.stringify(name)}: expected at most ${MAX_DIGEST_NAME} characters without control characters, such as Wire Watch`,
    );
  }
  if (locale !== "" && !isLocale(locale)) {
    throw new Error(`locale is "${locale}": expected a BCP 47 language tag such as en-US`);
  }
  return { name, timeZone, locale, storyUrl };
}

/** Whether there is an archive on the web, and how it is opened. */
function archiveOf({ archive = "off", linkDays = LINK_DAYS, archiveDomain }: LateEditionProps) {
  if (archive === "off" && archiveDomain !== undefined) {
    throw new Error("archiveDomain is set, but there is no archive: set archive to link, password or public");
  }
  return { archive, linkDays, archiveDomain };
}

/** What becomes of an email that SES refuses, or does not answer for. */
function deliveryOf({ unknownDeliveries = "resend", retryDays = RETRY_DAYS }: LateEditionProps) {
  return { unknownDeliveries, retryDays };
}

/** Which objects are stories, how JSON is read, and when a story counts as removed. */
function readingOf({
  include = "",
  exclude = "",
  jsonFields = "",
  remember = REMEMBER_DAYS,
  massRemovalStops = MASS_REMOVAL_STOPS,
}: LateEditionProps) {
  return { include, exclude, jsonFields, remember, massRemovalStops };
}

/** The properties after {@link withDefaults}. */
export type CompleteProps = ReturnType<typeof withDefaults>;

/** Who gets the email: the recipients, or a list's contacts; never both. */
function readership({ recipients = [], contactList = "", topic = "", topics = [] }: Readership): Told {
  if (recipients.length === 0 && contactList === "") {
    throw new Error("no recipients: set recipients or contactList");
  }
  if (recipients.length > 0 && contactList !== "") {
    throw new Error("recipients and contactList are both set: drop one of them");
  }
  if (contactList === "" && topic !== "") {
    throw new Error(`topic is "${topic}" without a contact list: set contactList too`);
  }
  if (topic !== "" && topics.length > 0) {
    throw new Error(
      "topic and topics are both set: the first is for a digest of one topic, drop one of them",
    );
  }
  return { recipients: recipients.map(recipientOf), contactList, topic, topics: topicsOf(topics) };
}

/** As the function reads them: `ann@example.org#courts+money`. */
function recipientOf(recipient: string | RecipientSetting): string {
  return typeof recipient === "string" ? recipient : `${recipient.address}#${recipient.topics.join("+")}`;
}

/** As JSON, checked. */
function topicsOf(topics: NonNullable<LateEditionProps["topics"]>): string {
  if (topics === TOPICS_KEY || topics.length === 0) {
    return topics.length === 0 ? "" : TOPICS_KEY;
  }
  const read = readTopics(topics);
  if (typeof read === "string") {
    throw new Error(`cannot use topics: ${read}`);
  }
  return JSON.stringify(topics);
}

interface Told {
  readonly recipients: readonly string[];
  readonly contactList: string;
  readonly topic: string;
  readonly topics: string;
}

interface Readership {
  readonly recipients?: LateEditionProps["recipients"];
  readonly contactList?: string | undefined;
  readonly topic?: string | undefined;
  readonly topics?: LateEditionProps["topics"];
}
