import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { Grant, IGrantable } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { DkimRecord } from "aws-cdk-lib/aws-ses";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { DigestConfig } from "../functions/digest/config.ts";
import { createAlarms } from "./alarms.ts";
import { type AnyBucket, type Corpus, createCorpusBucket, createStateBucket } from "./buckets.ts";
import { createDeadLetters } from "./dead-letters.ts";
import { createDigestFunction } from "./digest-function.ts";
import { allowReadingCorpus, allowSending, allowState } from "./permissions.ts";
import { createSchedules } from "./schedules.ts";
import { plantSeeds } from "./seeds.ts";
import { createSender, type Sender } from "./sender.ts";

/** What a digest needs to know; only who sends and who receives has no default. */
export interface LateEditionProps {
  /** The From address: `desk@example.org`, or with a name `Desk <desk@example.org>`. */
  readonly sender: string;
  /** Plain addresses; each gets a mail of its own. */
  readonly recipients: readonly string[];
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
   * Who is mailed when an alarm goes off; SNS asks this address to confirm.
   * @default nobody; add actions to `alarms` yourself
   */
  readonly alarmEmail?: string | undefined;
  /**
   * Where your people read the runbook; alarms link to its headings.
   * @default "docs/runbook.md"
   */
  readonly runbook?: string | undefined;
}

/**
 * A daily digest of the stories in a bucket, in any stack:
 *
 *     new LateEdition(stack, "Digest", { sender: "desk@example.org", recipients: ["you@example.org"] });
 *
 * Buckets are kept when the stack is destroyed. Their construct ids (`Corpus`, `State`) are a contract: another
 * id would be another, empty bucket.
 */
export class LateEdition extends Construct {
  /** The bucket that is read. */
  readonly corpusBucket: AnyBucket;
  /** Head, runs, editions and deliveries. */
  readonly stateBucket: AnyBucket;
  readonly function: LambdaFunction;
  /** Events that were given up, by Scheduler or by Lambda. */
  readonly deadLetters: IQueue;
  readonly alarms: readonly Alarm[];
  /** DNS records to set for `senderIdentity: "domain"`; else empty. */
  readonly dkimRecords: readonly DkimRecord[];
  readonly #corpus: Corpus;

  constructor(scope: Construct, id: string, props: LateEditionProps) {
    super(scope, id);
    const settings = withDefaults(props);
    const corpus = findCorpus(this, props);
    const state = createStateBucket(this);
    const sender = createSender(this, settings);
    const deadLetters = createDeadLetters(this);
    const config = digestConfig(settings, { corpus, state, sender });
    const { digest, role } = createDigestFunction(this, { config, deadLetters });
    allowReadingCorpus(role, corpus);
    allowState(role, state);
    allowSending(role, sender);
    createSchedules(this, { digest, deadLetters, ...settings });
    this.alarms = createAlarms(this, { digest, deadLetters, ...settings });
    this.#corpus = corpus;
    this.corpusBucket = corpus.bucket;
    this.stateBucket = state;
    this.function = digest;
    this.deadLetters = deadLetters;
    this.dkimRecords = settings.senderIdentity === "domain" ? (sender.identity?.dkimRecords ?? []) : [];
  }

  /** Lets somebody start a run, with any event. */
  grantInvoke(grantee: IGrantable): Grant {
    return this.function.grantInvoke(grantee);
  }

  /** Lets somebody put stories into the corpus, under its prefix. */
  grantWriteCorpus(grantee: IGrantable): Grant {
    return this.corpusBucket.grantPut(grantee, `${this.#corpus.prefix}*`);
  }

  /** Lets somebody read editions, snapshots, packs and receipts. */
  grantReadState(grantee: IGrantable): Grant {
    return this.stateBucket.grantRead(grantee);
  }
}

function withDefaults({ corpusBucket, corpusPrefix, seeds, ...props }: LateEditionProps) {
  return {
    ...props,
    senderIdentity: props.senderIdentity ?? "address",
    schedule: props.schedule ?? "cron(0 7 * * ? *)",
    timeZone: props.timeZone ?? "UTC",
    storyUrl: props.storyUrl ?? "",
    quietDays: props.quietDays ?? "skip",
    unknownDeliveries: props.unknownDeliveries ?? "resend",
    runbook: props.runbook ?? "docs/runbook.md",
  } as const;
}

function findCorpus(scope: Construct, props: LateEditionProps): Corpus {
  const prefix = props.corpusPrefix ?? "";
  if (props.corpusBucket !== undefined) {
    return { bucket: props.corpusBucket, prefix };
  }
  const corpus = { bucket: createCorpusBucket(scope), prefix };
  if (props.seeds ?? true) {
    plantSeeds(scope, corpus);
  }
  return corpus;
}

interface Parts {
  readonly corpus: Corpus;
  readonly state: AnyBucket;
  readonly sender: Sender;
}

function digestConfig(
  settings: ReturnType<typeof withDefaults>,
  { corpus, state, sender }: Parts,
): DigestConfig {
  return {
    corpusBucket: corpus.bucket.bucketName,
    corpusPrefix: corpus.prefix,
    stateBucket: state.bucketName,
    sender: settings.sender,
    recipients: settings.recipients,
    timeZone: settings.timeZone,
    storyUrl: settings.storyUrl,
    quietDays: settings.quietDays,
    unknownDeliveries: settings.unknownDeliveries,
    configurationSet: sender.configurationSet.configurationSetName,
  };
}
