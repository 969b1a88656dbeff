import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../functions/digest/config.ts";
import { readSettings } from "../../infra/settings/settings.ts";
import { createStack } from "../../infra/stack.ts";
import { createApp } from "./synthesize.ts";
import { identityStatements, mayDelete, readEnvironment } from "./template.ts";

type Options = Readonly<Record<string, string>>;

const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";

const READERS: readonly Options[] = [
  { recipients: "you@example.org" },
  { contactList: "readers" },
  { contactList: "readers", topic: "daily" },
];
const CORPORA: readonly Options[] = [
  {},
  { seeds: "false" },
  { corpusBucket: "my-stories" },
  { corpusBucket: "my-stories", corpusPrefix: "wire/" },
];
const KEYS: readonly Options[] = [{}, { encryptionKey: KEY }];
const REST: readonly Options[] = [
  {},
  {
    senderIdentity: "domain",
    alarmEmail: "ops@example.org",
    schedule: "cron(0 7 ? * MON-FRI *)",
    engine: "distributed-map",
    workers: "40",
    archive: "link",
    summaries: "choose:eu.amazon.nova-lite-v1:0",
  },
  {
    archive: "password",
    archiveDomain: "news.example.org",
    archiveCertificate: CERTIFICATE,
    senderIdentity: "existing",
    memorySize: "3008",
    summaries: "write:amazon.nova-lite-v1:0",
    stackName: "WireDigest",
    schedule: "cron(0 7 1 * ? *)",
  },
];

/** Each reader with each corpus, and the others in turns, so that any two choices meet. */
const COMBINATIONS: readonly (readonly Options[])[] = READERS.flatMap((readers, i) =>
  CORPORA.map((corpus, j) => [readers, corpus, KEYS[(i + j) % 2] ?? {}, REST[(i + 2 * j) % 3] ?? {}]),
);

test("the combinations bring any two choices together", () => {
  const choices = [READERS, CORPORA, KEYS, REST];
  for (const [one, two] of [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const) {
    const pairs = new Set(COMBINATIONS.map((each) => JSON.stringify([each[one], each[two]])));
    expect(pairs.size).toBe((choices[one]?.length ?? 0) * (choices[two]?.length ?? 0));
  }
});

const DEPLOYMENTS = COMBINATIONS.map(
  (each): Options => Object.assign({ sender: "desk@example.org" }, ...each),
);

describe.each(DEPLOYMENTS)("a deployment with %j", (options) => {
  const stack = createStack(createApp(), readSettings(options));
  const template = Template.fromStack(stack);

  test("has a function that starts with its settings, and sound rights", () => {
    expect(readConfig(readEnvironment(template))).toMatchObject({
      sender: options.sender,
      recipients: options.recipients === undefined ? [] : [options.recipients],
      contactList: options.contactList ?? "",
      topic: options.topic ?? "",
      corpusPrefix: options.corpusPrefix ?? "",
    });
    const rights = identityStatements(template);
    expect(rights.flatMap(({ actions }) => actions).filter(mayDelete)).toEqual([]);
    expect(rights.some(({ resources }) => resources.includes(KEY))).toBe(options.encryptionKey !== undefined);
  });

  test("has the parts that its settings ask for, and AWS Solutions finds nothing", () => {
    template.resourceCountIs("AWS::S3::Bucket", options.corpusBucket === undefined ? 2 : 1);
    template.resourceCountIs("AWS::StepFunctions::StateMachine", options.engine === undefined ? 0 : 1);
    const archives = options.archive === undefined ? 0 : 1;
    template.resourceCountIs("AWS::CloudFront::Distribution", archives);
    const alarms = (options.schedule === "cron(0 7 1 * ? *)" ? 11 : 12) + archives;
    template.resourceCountIs("AWS::CloudWatch::Alarm", alarms);
    expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
  });
});
