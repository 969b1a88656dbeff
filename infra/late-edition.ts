import type { Dashboard, Metric, MetricOptions } from "aws-cdk-lib/aws-cloudwatch";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { DkimRecord } from "aws-cdk-lib/aws-ses";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { DigestConfig } from "../functions/digest/config.ts";
import { ACCESS_KEY, mailKeys, PREVIEWS_PREFIX, RUNS_PREFIX, TOPICS_KEY } from "../functions/digest/keys.ts";
import type { MetricName } from "../functions/digest/metrics.ts";
import { type ArchiveProps, createArchive, type ServedArchive } from "./archive/archive.ts";
import { type AnyBucket, type Corpus, createCorpusBucket, createStateBucket } from "./buckets.ts";
import { createDigestFunction } from "./digest-function.ts";
import { createFeedback } from "./feedback.ts";
import { type CompleteProps, type LateEditionProps, withDefaults } from "./late-edition-props.ts";
import { createAlarms, type DigestAlarms } from "./monitoring/alarms.ts";
import { createDashboard } from "./monitoring/dashboard.ts";
import { createDeadLetters } from "./monitoring/dead-letters.ts";
import { createMetric } from "./monitoring/metrics.ts";
import {
  allowFormerKeys,
  allowKey,
  allowReadingCorpus,
  allowReadingObject,
  allowSending,
  allowState,
} from "./permissions.ts";
import { createScanMachine } from "./scan-machine/scan-machine.ts";
import { createSchedules } from "./schedule/schedules.ts";
import { plantSeeds } from "./seeds.ts";
import { createSender, type Sender } from "./sender.ts";

export type { MetricName } from "../functions/digest/metrics.ts";
export type { ServedArchive } from "./archive/archive.ts";
export type { ArchiveDomain } from "./archive/distribution.ts";
export type { AnyBucket } from "./buckets.ts";
export type { LateEditionProps } from "./late-edition-props.ts";
export type { DigestAlarms } from "./monitoring/alarms.ts";

/**
 * A daily digest of the stories in a bucket, in any stack:
 *
 *     new LateEdition(stack, "Digest", { sender: "desk@example.org", recipients: ["you@example.org"] });
 *
 * Buckets are kept when the stack is destroyed. Their construct ids (`Corpus`, `State`) are a contract:
 * renaming one would create a new, empty bucket.
 */
export class LateEdition extends Construct {
  /** The bucket with the stories; only read. */
  readonly corpusBucket: AnyBucket;
  /** Head, runs, editions and deliveries. */
  readonly stateBucket: AnyBucket;
  readonly function: LambdaFunction;
  /** Coordinates the runs under `engine: "distributed-map"`; otherwise there is none. */
  readonly stateMachine: StateMachine | undefined;
  /** All editions on the web, unless `archive` is `off`. */
  readonly archive: ServedArchive | undefined;
  /** Events that Scheduler or Lambda gave up on. */
  readonly deadLetters: IQueue;
  readonly alarms: DigestAlarms;
  readonly dashboard: Dashboard;
  /** DNS records to set for `senderIdentity: "domain"`; otherwise empty. */
  readonly dkimRecords: readonly DkimRecord[];
  readonly #corpus: Corpus;

  constructor(scope: Construct, id: string, props: LateEditionProps) {
    super(scope, id);
    const settings = withDefaults(props);
    const corpus = findCorpus(this, props);
    const state = createStateBucket(this, props.encryptionKey);
    const sender = createSender(this, settings);
    const deadLetters = createDeadLetters(this);
    const archive = findArchive(this, settings, { state, encryptionKey: props.encryptionKey });
    const config = digestConfig(settings, { corpus, state, sender, archive });
    const { digest, role } = createDigestFunction(this, { ...settings, config, deadLetters });
    allowReadingCorpus(role, corpus);
    allowState(role, state);
    allowKey(role, props.encryptionKey);
    allowFormerKeys(role, props.corpusBucket === undefined ? [state, corpus.bucket] : [state]);
    allowSending(role, sender, settings.contactList);
    if (config.archiveAccess === "link") {
      allowReadingObject(role, state, ACCESS_KEY);
    }
    if (config.topics === TOPICS_KEY) {
      allowReadingObject(role, state, TOPICS_KEY);
    }
    const { encryptionKey } = props;
    const machine =
      settings.engine === "lambda"
        ? undefined
        : createScanMachine(this, { digest, state, encryptionKey, workers: settings.workers });
    createSchedules(this, { digest, machine, deadLetters, ...settings });
    const { configurationSet } = sender;
    createFeedback(this, { digest, configurationSet, deadLetters });
    const archiveFunction = archive?.function;
    this.alarms = createAlarms(this, {
      ...settings,
      digest,
      machine,
      deadLetters,
      configurationSet,
      archiveFunction,
    });
    this.dashboard = createDashboard(this, digest, this.alarms);
    this.#corpus = corpus;
    this.corpusBucket = corpus.bucket;
    this.stateBucket = state;
    this.function = digest;
    this.stateMachine = machine;
    this.archive = archive;
    this.deadLetters = deadLetters;
    this.dkimRecords = settings.senderIdentity === "domain" ? (sender.identity?.dkimRecords ?? []) : [];
  }

  /** Lets the grantee start a run, with any event. */
  grantInvoke(grantee: IGrantable): Grant {
    return this.function.grantInvoke(grantee);
  }

  /** Lets the grantee put stories into the corpus, under its prefix. */
  grantWriteCorpus(grantee: IGrantable): Grant {
    return this.corpusBucket.grantPut(grantee, `${this.#corpus.prefix}*`);
  }

  /** Lets the grantee read editions and their emails, whose links may open the archive, but nothing that names a recipient. */
  grantReadEditions(grantee: IGrantable): Grant {
    const keys = [RUNS_PREFIX, PREVIEWS_PREFIX].flatMap((folder) => {
      const edition = `${folder}*/edition.json`;
      return [edition, ...Object.values(mailKeys(edition))];
    });
    this.stateBucket.encryptionKey?.grantDecrypt(grantee);
    return Grant.addToPrincipal({
      grantee,
      actions: ["s3:GetObject"],
      resourceArns: keys.map((key) => this.stateBucket.arnForObjects(key)),
    });
  }

  /** Lets the grantee read editions, snapshots, packs and receipts, and what opens the archive. */
  grantReadState(grantee: IGrantable): Grant {
    return this.stateBucket.grantRead(grantee);
  }

  /** A metric of the runs: its sum, or the maximum for shares, durations and the number of stories. */
  metric(name: MetricName, options?: MetricOptions): Metric {
    return createMetric(this.function, name, options);
  }

  /** 1 for each snapshot that became current. */
  metricEditions(options?: MetricOptions): Metric {
    return this.metric("EditionCommitted", options);
  }

  /** Percentage of the stories that were held back. */
  metricHeldBackShare(options?: MetricOptions): Metric {
    return this.metric("HeldBackShare", options);
  }

  metricMailsSent(options?: MetricOptions): Metric {
    return this.metric("MailsSent", options);
  }

  /** Emails that SES may or may not have accepted. */
  metricUnknownDeliveries(options?: MetricOptions): Metric {
    return this.metric("UnknownDeliveries", options);
  }

  /** Emails that SES refused and that are tried again every hour. */
  metricRefusedDeliveries(options?: MetricOptions): Metric {
    return this.metric("RefusedDeliveries", options);
  }

  /** Emails that were given up. */
  metricFailedDeliveries(options?: MetricOptions): Metric {
    return this.metric("FailedDeliveries", options);
  }
}

function findCorpus(scope: Construct, props: LateEditionProps): Corpus {
  const prefix = props.corpusPrefix ?? "";
  if (props.corpusBucket !== undefined) {
    return { bucket: props.corpusBucket, prefix };
  }
  const corpus = { bucket: createCorpusBucket(scope, props.encryptionKey), prefix };
  if (props.seeds ?? true) {
    plantSeeds(scope, corpus);
  }
  return corpus;
}

/** The archive has the settings of the digest that it tells of. */
function findArchive(
  scope: Construct,
  { archive, archiveDomain: domain, ...settings }: CompleteProps,
  { state, encryptionKey }: Pick<ArchiveProps, "state" | "encryptionKey">,
): ServedArchive | undefined {
  if (archive === "off") {
    return undefined;
  }
  const { name, timeZone, locale, jsonFields, topics } = settings;
  const config = {
    stateBucket: state.bucketName,
    name,
    timeZone,
    locale,
    jsonFields,
    archiveAccess: archive,
    topics,
  };
  return createArchive(scope, { state, encryptionKey, config, domain });
}

interface Parts {
  readonly corpus: Corpus;
  readonly state: AnyBucket;
  readonly sender: Sender;
  readonly archive: ServedArchive | undefined;
}

function digestConfig(settings: CompleteProps, { corpus, state, sender, archive }: Parts): DigestConfig {
  return {
    corpusBucket: corpus.bucket.bucketName,
    corpusPrefix: corpus.prefix,
    stateBucket: state.bucketName,
    sender: settings.sender,
    recipients: settings.recipients,
    contactList: settings.contactList,
    topic: settings.topic,
    topics: settings.topics,
    name: settings.name,
    timeZone: settings.timeZone,
    locale: settings.locale,
    include: settings.include,
    exclude: settings.exclude,
    jsonFields: settings.jsonFields,
    storyUrl: settings.storyUrl,
    archiveUrl: archive?.url ?? "",
    archiveAccess: settings.archive === "off" ? "public" : settings.archive,
    linkDays: settings.linkDays,
    weekDay: settings.weekDay,
    quietDays: settings.quietDays,
    remember: settings.remember,
    massRemovalStops: settings.massRemovalStops,
    unknownDeliveries: settings.unknownDeliveries,
    retryDays: settings.retryDays,
    configurationSet: sender.configurationSet.configurationSetName,
  };
}
