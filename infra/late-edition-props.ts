import type { IKey } from "aws-cdk-lib/aws-kms";
import type { DigestConfig } from "../functions/digest/config.ts";
import type { AnyBucket } from "./buckets.ts";
import { MEMORY_MB } from "./digest-function.ts";
import { IS_INSTALLED } from "./installed.ts";

/** What a digest needs to know; only who sends and who receives has no default. */
export interface LateEditionProps {
  /** The From address: `desk@example.org`, or with a name `Desk <desk@example.org>`. */
  readonly sender: string;
  /**
   * Plain addresses; each gets a mail of its own.
   * @default none; then `contactList` says who gets the mail
   */
  readonly recipients?: readonly string[] | undefined;
  /**
   * Name of an SES contact list of this account and region, instead of `recipients`: its contacts get the mail, and
   * leave the list by themselves.
   * @default none
   */
  readonly contactList?: string | undefined;
  /**
   * Topic of the contact list that a contact must have chosen.
   * @default every contact of the list
   */
  readonly topic?: string | undefined;
  /**
   * What is registered with SES: the sender's address (SES mails it a link to confirm), its domain (three DNS
   * records, see `dkimRecords`), or nothing, as the account has the identity already.
   * @default "address"
   */
  readonly senderIdentity?: "address" | "domain" | "existing" | undefined;
  /**
   * A cron expression of EventBridge Scheduler, in `timeZone`.
   * @default "cron(0 7 * * ? *)"
   */
  readonly schedule?: string | undefined;
  /**
   * IANA time zone of the schedule and of the times in the mail.
   * @default "UTC"
   */
  readonly timeZone?: string | undefined;
  /**
   * The bucket that holds the stories; it is only read.
   * @default a new bucket, kept when the stack is destroyed
   */
  readonly corpusBucket?: AnyBucket | undefined;
  /**
   * Prefix of the stories' keys, taken literally: end it with a slash if you mean a folder.
   * @default "" the whole bucket
   */
  readonly corpusPrefix?: string | undefined;
  /**
   * Whether the new bucket is filled with the sample stories of `seeds/`; a bucket of yours never is.
   * @default true
   */
  readonly seeds?: boolean | undefined;
  /**
   * A KMS key for the buckets that are made; the function may use it for a bucket of yours as well.
   * @default keys of S3's own
   */
  readonly encryptionKey?: IKey | undefined;
  /**
   * Memory of the function in MB, and with it its share of a processor.
   * @default 1769
   */
  readonly memorySize?: number | undefined;
  /**
   * Link of a story, `{key}` standing for its key.
   * @default "" no links
   */
  readonly storyUrl?: string | undefined;
  /**
   * On a day without a change: no mail, or a note.
   * @default "skip"
   */
  readonly quietDays?: DigestConfig["quietDays"] | undefined;
  /**
   * A mail of which nobody knows whether SES took it: sent again, or never.
   * @default "resend"
   */
  readonly unknownDeliveries?: DigestConfig["unknownDeliveries"] | undefined;
  /**
   * What a run runs on: one function, or a Step Functions state machine that leads many; docs/scale.md says when.
   * @default "lambda"
   */
  readonly engine?: "lambda" | "distributed-map" | undefined;
  /**
   * Functions that scan at the same time under `engine: "distributed-map"`; an account may run ten at first.
   * @default 8
   */
  readonly workers?: number | undefined;
  /**
   * Who is mailed when an alarm goes off; SNS asks this address to confirm.
   * @default nobody; add actions to `alarms` yourself
   */
  readonly alarmEmail?: string | undefined;
  /**
   * Where your people read the runbook; alarms link to its headings.
   * @default "docs/runbook.md", or that of the installed package
   */
  readonly runbook?: string | undefined;
}

/** Where the runbook is, for those who have this code. */
const RUNBOOK = IS_INSTALLED ? "node_modules/late-edition/docs/runbook.md" : "docs/runbook.md";

/** The properties with their defaults; throws where it is not said, or said twice, who gets the mail. */
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
    timeZone: props.timeZone ?? "UTC",
    storyUrl: props.storyUrl ?? "",
    quietDays: props.quietDays ?? "skip",
    unknownDeliveries: props.unknownDeliveries ?? "resend",
    engine: props.engine ?? "lambda",
    workers: props.workers ?? 8,
    runbook: props.runbook ?? RUNBOOK,
  } as const;
}

/** What {@link withDefaults} makes of the properties. */
export type CompleteProps = ReturnType<typeof withDefaults>;

/** Who gets the mail: the recipients, or the contacts of a list; never both. */
function readership({ recipients = [], contactList = "", topic = "" }: Readership): Told {
  if (recipients.length === 0 && contactList === "") {
    throw new Error("cannot tell who gets the mail: set recipients or contactList");
  }
  if (recipients.length > 0 && contactList !== "") {
    throw new Error(
      "cannot tell who gets the mail: recipients and contactList are both set, drop one of them",
    );
  }
  if (contactList === "" && topic !== "") {
    throw new Error(`cannot mail topic "${topic}": it belongs to a contact list, set contactList too`);
  }
  return { recipients, contactList, topic };
}

interface Told {
  readonly recipients: readonly string[];
  readonly contactList: string;
  readonly topic: string;
}

interface Readership {
  readonly recipients?: readonly string[] | undefined;
  readonly contactList?: string | undefined;
  readonly topic?: string | undefined;
}
