import type { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, describe, expect, test, vi } from "vitest";
import { LateEdition } from "../../infra/late-edition.ts";
import type { LateEditionProps } from "../../infra/late-edition-props.ts";
import { createStack, SENDER_AND_RECIPIENT } from "./synthesize.ts";
import { at, identityStatements, mayDelete, resourceStatements, resourcesOf } from "./template.ts";

const CERTIFICATE_ARN = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

// CDK's own checks of each template, which the other tests leave out.
vi.stubEnv("CDK_VALIDATION", "true");
afterAll(() => {
  vi.unstubAllEnvs();
});

type Variant = (stack: Stack) => Partial<LateEditionProps>;

/** Actions that AWS lets nobody narrow down: the sending quota, and how Step Functions delivers log and traces. */
const KNOWS_NO_RESOURCE =
  /^(ses:GetAccount|logs:(\w+LogDelivery|ListLogDeliveries|\w+ResourcePolic(y|ies)|DescribeLogGroups)|xray:\w+)$/;

const VARIANTS: Readonly<Record<string, Variant>> = {
  "as it comes": () => ({}),
  "with everything": () => ({
    alarmEmail: "ops@example.org",
    senderIdentity: "domain",
    corpusPrefix: "wire/",
  }),
  "with a state machine": (stack) => ({
    engine: "distributed-map",
    encryptionKey: new Key(stack, "Key", { enableKeyRotation: true }),
  }),
  "without seeds": () => ({ seeds: false }),
  "with an archive for those with a link, and a key": (stack) => ({
    archive: "link",
    encryptionKey: new Key(stack, "Key", { enableKeyRotation: true }),
    alarmEmail: "ops@example.org",
  }),
  "with an archive with a password, at a domain of one's own": (stack) => ({
    archive: "password",
    archiveDomain: {
      name: "news.example.org",
      certificate: Certificate.fromCertificateArn(stack, "Certificate", CERTIFICATE_ARN),
    },
  }),
  "with an archive for everybody": () => ({ archive: "public" }),
  "with an archive and topics in the state bucket": () => ({ archive: "link", topics: "topics.json" }),
  "with summaries by a model of several regions": () => ({ summaries: "choose:eu.amazon.nova-lite-v1:0" }),
  "with a contact list and a key of one's own": (stack) => ({
    recipients: [],
    contactList: "readers",
    topic: "daily",
    encryptionKey: Key.fromKeyArn(stack, "Key", KEY_ARN),
    alarmEmail: "ops@example.org",
    memorySize: 3008,
  }),
  "with a bucket of one's own": (stack) => ({
    corpusBucket: Bucket.fromBucketName(stack, "Mine", "my-stories"),
    corpusPrefix: "wire/",
    senderIdentity: "existing",
  }),
};

describe.each(Object.entries(VARIANTS))("the stack %s", (_, variant) => {
  const stack = createStack();
  new LateEdition(stack, "Digest", { ...SENDER_AND_RECIPIENT, ...variant(stack) });
  const template = Template.fromStack(stack);

  test("passes AWS Solutions checks, but for what is acknowledged with a reason", () => {
    expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
  });

  test("has no bucket that is open to the public, to plain HTTP or to object owners", () => {
    const policies = resourceStatements(template, "AWS::S3::BucketPolicy");
    const buckets = resourcesOf(template, "AWS::S3::Bucket");
    expect(buckets.length).toBeGreaterThan(0);
    for (const [id, bucket] of buckets) {
      expect(Object.values(Object(at(bucket, "Properties", "PublicAccessBlockConfiguration")))).toEqual(
        Array(4).fill(true),
      );
      expect(at(bucket, "Properties", "OwnershipControls", "Rules")).toEqual([
        { ObjectOwnership: "BucketOwnerEnforced" },
      ]);
      expect(policies.get(JSON.stringify({ Ref: id }))).toContainEqual({
        effect: "Deny",
        actions: ["s3:*"],
        resources: [`<${id}.Arn>`, `<${id}.Arn>/*`],
        condition: { Bool: { "aws:SecureTransport": "false" } },
        principal: { AWS: "*" },
      });
    }
  });

  test("keeps every bucket, and the policy that closes it, when it goes", () => {
    for (const type of ["AWS::S3::Bucket", "AWS::S3::BucketPolicy"]) {
      for (const [, resource] of resourcesOf(template, type)) {
        expect(resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
      }
    }
  });

  test("writes every log into a group with a retention", () => {
    const groups = new Map(resourcesOf(template, "AWS::Logs::LogGroup"));
    for (const [, group] of groups) {
      expect(at(group, "Properties", "RetentionInDays")).toBeGreaterThan(0);
    }
    for (const [, lambda] of resourcesOf(template, "AWS::Lambda::Function")) {
      expect(groups.has(String(at(lambda, "Properties", "LoggingConfig", "LogGroup", "Ref")))).toBe(true);
    }
  });

  test("lets nobody delete, and nobody do on any resource whatever but what knows no resource", () => {
    const statements = identityStatements(template);
    expect(statements.length).toBeGreaterThan(0);
    for (const { effect, actions, resources } of statements) {
      expect(effect).toBe("Allow");
      expect(actions.filter(mayDelete)).toEqual([]);
      const onAnything = resources.includes("*") ? actions : [];
      expect(onAnything.filter((action) => !KNOWS_NO_RESOURCE.test(action))).toEqual([]);
    }
  });

  test("attaches no managed policy and gives nothing a name of its own", () => {
    for (const [, role] of resourcesOf(template, "AWS::IAM::Role")) {
      expect(at(role, "Properties", "ManagedPolicyArns")).toBeUndefined();
    }
    const names = [
      "BucketName",
      "FunctionName",
      "QueueName",
      "RoleName",
      "AlarmName",
      "TopicName",
      "LogGroupName",
      "DashboardName",
    ];
    for (const resource of Object.values(Object(template.toJSON().Resources))) {
      const isReference = typeof at(resource, "Properties", "FunctionName") === "object";
      const named = names.filter((name) => at(resource, "Properties", name) !== undefined);
      expect(named).toEqual(isReference ? ["FunctionName"] : []);
    }
  });
});

test("the checks do find a bucket that is open", () => {
  const stack = createStack();
  new Bucket(stack, "Open");
  const rules = new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
  expect(rules).toContain("AwsSolutions-S10");
});
