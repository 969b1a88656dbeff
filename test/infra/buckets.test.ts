import { Match, Template } from "aws-cdk-lib/assertions";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, test } from "vitest";
import { LateEdition } from "../../infra/late-edition.ts";
import { createStack, SENDER_AND_RECIPIENT, synthesize } from "./synthesize.ts";
import { at, readEnvironment, resourcesOf, statementsOf } from "./template.ts";

const template = synthesize();

describe("the state bucket", () => {
  test("is versioned and forgets only what is superseded, noncurrent or never finished", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: "aborted-uploads",
            Status: "Enabled",
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
          {
            Id: "noncurrent-versions",
            Status: "Enabled",
            NoncurrentVersionExpiration: { NoncurrentDays: 35 },
            ExpiredObjectDeleteMarker: true,
          },
          {
            Id: "superseded",
            Status: "Enabled",
            ExpirationInDays: 35,
            TagFilters: [{ Key: "superseded", Value: "true" }],
          },
        ],
      },
    });
  });
});

describe("the corpus", () => {
  test("is a new bucket with the sample stories, from which nothing is removed", () => {
    template.hasResourceProperties("Custom::LateEditionSeeds", {
      Bucket: { Ref: "DigestCorpus0C931A35" },
      Prefix: "",
      Seeds: Match.stringLikeRegexp("^[0-9a-f]{64}$"),
      ServiceTimeout: "300",
    });
  });

  test("is a new, empty bucket when the seeds are not wanted", () => {
    const empty = synthesize({ seeds: false });
    empty.resourceCountIs("AWS::S3::Bucket", 2);
    empty.resourceCountIs("Custom::LateEditionSeeds", 0);
    empty.resourceCountIs("AWS::Lambda::Function", 1);
  });

  test("is put under its prefix", () => {
    synthesize({ corpusPrefix: "wire/" }).hasResourceProperties("Custom::LateEditionSeeds", {
      Prefix: "wire/",
    });
  });

  test("is a bucket of one's own, of which only the prefix is read", () => {
    const stack = createStack();
    const corpusBucket = Bucket.fromBucketName(stack, "Mine", "my-stories");
    new LateEdition(stack, "Digest", { ...SENDER_AND_RECIPIENT, corpusBucket, corpusPrefix: "wire/" });
    const own = Template.fromStack(stack);
    own.resourceCountIs("AWS::S3::Bucket", 1);
    own.resourceCountIs("Custom::LateEditionSeeds", 0);
    expect(readEnvironment(own)).toMatchObject({ CORPUS_BUCKET: "my-stories", CORPUS_PREFIX: "wire/" });
    const bucketArn = "arn:<AWS::Partition>:s3:::my-stories";
    const onCorpus = statementsOf(own, "DigestRole").flatMap(({ resources, ...statement }) => {
      const ofCorpus = resources.filter((resource) => resource.startsWith(bucketArn));
      return ofCorpus.length === 0 ? [] : [{ ...statement, resources: ofCorpus }];
    });
    expect(onCorpus).toMatchObject([
      {
        actions: ["s3:ListBucket"],
        resources: [bucketArn],
        condition: { StringLike: { "s3:prefix": "wire/*" } },
      },
      { actions: ["s3:GetObject"], resources: [`${bucketArn}/wire/*`], condition: undefined },
    ]);
  });

  test("serves two digests in one stack, each with its own bucket, metrics and dashboard", () => {
    const stack = createStack();
    new LateEdition(stack, "Morning", SENDER_AND_RECIPIENT);
    new LateEdition(stack, "Evening", { ...SENDER_AND_RECIPIENT, senderIdentity: "existing" });
    const both = Template.fromStack(stack);
    both.resourceCountIs("Custom::LateEditionSeeds", 2);
    both.resourceCountIs("AWS::CloudWatch::Dashboard", 2);
    const services = resourcesOf(both, "AWS::CloudWatch::Alarm")
      .filter(([, alarm]) => at(alarm, "Properties", "MetricName") === "HeldBackShare")
      .map(([, alarm]) => JSON.stringify(at(alarm, "Properties", "Dimensions")));
    expect(services.toSorted()).toEqual([
      expect.stringContaining('{"Ref":"EveningFunction'),
      expect.stringContaining('{"Ref":"MorningFunction'),
    ]);
    for (const digest of ["Evening", "Morning"]) {
      const puts = statementsOf(both, `${digest}PlantingRole`).filter(({ actions }) =>
        actions.includes("s3:PutObject"),
      );
      expect(puts.flatMap(({ resources }) => resources)).toEqual([
        expect.stringMatching(new RegExp(`^<${digest}Corpus\\w+\\.Arn>/\\*$`)),
      ]);
    }
  });
});
