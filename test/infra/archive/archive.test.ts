import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Key } from "aws-cdk-lib/aws-kms";
import { describe, expect, test } from "vitest";
import { HOST_HEADER, KEY_HEADER, QUERY_NAMES } from "../../../functions/archive/headers.ts";
import { readArchiveConfig, readConfig } from "../../../functions/digest/config.ts";
import { KEEPER_ENVIRONMENT } from "../../../infra/archive/keeper-environment.ts";
import { viewerCode } from "../../../infra/archive/viewer-function.ts";
import { LateEdition } from "../../../infra/late-edition.ts";
import { readSettings } from "../../../infra/settings/settings.ts";
import { createStack } from "../../../infra/stack.ts";
import { createApp, createDigest, QUICK_CONTEXT, SENDER_AND_RECIPIENT, synthesize } from "../synthesize.ts";
import { at, readEnvironment, resourcesOf, spell, statementsOf } from "../template.ts";

const ACCESSES = ["link", "password", "public"] as const;
const STATE = "<DigestState61A533A8.Arn>";

test("there is none unless it is asked for, and emails have no links to it", () => {
  for (const template of [synthesize(), synthesize({ archive: "off" })]) {
    for (const type of ["Distribution", "Function", "KeyValueStore"]) {
      template.resourceCountIs(`AWS::CloudFront::${type}`, 0);
    }
    template.resourceCountIs("AWS::Lambda::Url", 0);
    expect(readConfig(readEnvironment(template)).archiveUrl).toBe("");
  }
});

describe.each(ACCESSES)("an archive for %s", (access) => {
  const { stack, digest } = createDigest({ archive: access, name: "Wire Watch", timeZone: "Europe/Berlin" });
  const template = Template.fromStack(stack);
  const isPrivate = access !== "public";

  test("is served by one distribution, over HTTPS, read only, and asks the viewer function first", () => {
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        DefaultCacheBehavior: {
          AllowedMethods: ["GET", "HEAD"],
          ViewerProtocolPolicy: "redirect-to-https",
          FunctionAssociations: [{ EventType: "viewer-request" }],
        },
      },
    });
    const [[, viewer]] = resourcesOf(template, "AWS::CloudFront::Function") as [[string, object]];
    expect(at(viewer, "Properties", "FunctionCode")).toBe(viewerCode(access));
    expect(at(viewer, "Properties", "FunctionConfig", "Runtime")).toBe("cloudfront-js-2.0");
    const stores = at(viewer, "Properties", "FunctionConfig", "KeyValueStoreAssociations");
    expect(stores === undefined).toBe(!isPrivate);
    template.resourceCountIs("AWS::CloudFront::KeyValueStore", isPrivate ? 1 : 0);
  });

  test("has no other door: the function's URL takes signed calls, and CloudFront signs for this distribution only", () => {
    template.resourceCountIs("AWS::Lambda::Url", 1);
    template.hasResourceProperties("AWS::Lambda::Url", {
      AuthType: "AWS_IAM",
      InvokeMode: "RESPONSE_STREAM",
    });
    const invoking = resourcesOf(template, "AWS::Lambda::Permission")
      .map(([, permission]) => Object(at(permission, "Properties")))
      .filter(({ Principal }) => Principal === "cloudfront.amazonaws.com");
    expect(invoking.map(({ Action }) => Action).toSorted()).toEqual([
      "lambda:InvokeFunction",
      "lambda:InvokeFunctionUrl",
    ]);
    for (const permission of invoking) {
      expect(JSON.stringify(permission.SourceArn)).toContain("DigestArchiveDistribution2DBFE82F");
    }
    template.hasResourceProperties("AWS::CloudFront::OriginAccessControl", {
      OriginAccessControlConfig: { OriginAccessControlOriginType: "lambda", SigningBehavior: "always" },
    });
  });

  test("asks once for a page, and waits longer for it than the function may take", () => {
    const [origin] = Object(
      at(
        resourcesOf(template, "AWS::CloudFront::Distribution")[0]?.[1],
        "Properties",
        "DistributionConfig",
        "Origins",
      ),
    );
    expect(origin).toMatchObject({ ConnectionAttempts: 1, CustomOriginConfig: { OriginReadTimeout: 35 } });
    template.hasResourceProperties("AWS::Lambda::Function", {
      Timeout: 30,
      Description: "Serves the archive of the digest",
    });
  });

  test("answers each host, each query that it knows and each key by itself, and no cookie reaches the function", () => {
    template.hasResourceProperties("AWS::CloudFront::CachePolicy", {
      CachePolicyConfig: {
        MinTTL: 0,
        MaxTTL: 86_400,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: "none" },
          HeadersConfig: { HeaderBehavior: "whitelist", Headers: [HOST_HEADER, KEY_HEADER] },
          QueryStringsConfig: { QueryStringBehavior: "whitelist", QueryStrings: [...QUERY_NAMES] },
        },
      },
    });
    template.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: {
          Items: [{ Header: "Cache-Control", Value: "private, no-cache", Override: true }],
        },
      },
    });
  });

  test("reads what runs wrote, and no receipt or claim", () => {
    const rights = statementsOf(template, "DigestArchiveRole").map(({ actions, resources }) => [
      actions,
      resources,
    ]);
    const keys = ["head.json", "runs/*"];
    expect(rights).toEqual([
      [["logs:CreateLogStream", "logs:PutLogEvents"], ["<DigestArchiveLog5A47E6F5.Arn>"]],
      [["s3:GetObject"], keys.map((key) => `${STATE}/${key}`)],
      [["s3:ListBucket"], [STATE]],
      [["kms:Decrypt"], ["arn:<AWS::Partition>:kms:<AWS::Region>:*:key/*"]],
    ]);
  });

  test("has the settings of its digest, whose emails link to it", () => {
    expect(readArchiveConfig(readEnvironment(template, "DigestArchiveFunction"))).toEqual({
      stateBucket: "DigestState61A533A8",
      name: "Wire Watch",
      timeZone: "Europe/Berlin",
      locale: "",
      jsonFields: "",
      archiveAccess: access,
      topics: "",
    });
    const { archiveUrl, archiveAccess } = readConfig(readEnvironment(template));
    expect(archiveUrl).toBe("https://DigestArchiveDistribution2DBFE82F");
    expect(archiveAccess).toBe(access);
  });

  test("lets the digest read what links are signed with where it signs, and only then", () => {
    const readable = statementsOf(template, "DigestRole")
      .filter(({ actions }) => actions.includes("s3:GetObject"))
      .flatMap(({ resources }) => resources);
    expect(readable.includes(`${STATE}/access.json`)).toBe(access === "link");
  });

  test("has an alarm for pages that could not be made", () => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", { MetricName: "Url5xxCount", Threshold: 3 });
    expect(digest.alarms.archiveErrors).toBeDefined();
  });

  test("has a keeper of keys if it is private, who may write them and nothing else", () => {
    expect(digest.archive?.keyKeeper === undefined).toBe(!isPrivate);
    if (!isPrivate) {
      return;
    }
    const rights = statementsOf(template, "DigestArchiveKeyKeeperRole").map(({ actions, resources }) => [
      actions,
      resources,
    ]);
    const edge = ["DescribeKeyValueStore", "ListKeys", "UpdateKeys"].map(
      (action) => `cloudfront-keyvaluestore:${action}`,
    );
    expect(rights).toEqual([
      [["logs:CreateLogStream", "logs:PutLogEvents"], ["<DigestArchiveKeyKeeperLog71B82B2F.Arn>"]],
      [["s3:GetObject", "s3:PutObject"], [`${STATE}/access.json`]],
      [["s3:ListBucket"], [STATE]],
      [edge, ["<DigestArchiveKeys7A08C87D.Arn>"]],
    ]);
    const variables = Object.keys(readEnvironment(template, "DigestArchiveKeyKeeperFunction"));
    expect(variables.toSorted()).toEqual(Object.values(KEEPER_ENVIRONMENT).toSorted());
    template.resourceCountIs("Custom::LateEditionArchiveKeys", 1);
  });
});

test("knows the topics of its digest: by its settings, or by the one object of the state bucket that has them", () => {
  const topics = [{ name: "courts", keys: "court/" }];
  const [set, stored] = ([topics, "topics.json"] as const).map((each) =>
    synthesize({ archive: "link", topics: each }),
  );
  const readable = (template: Template) =>
    statementsOf(template, "DigestArchiveRole")
      .filter(({ actions }) => actions.includes("s3:GetObject"))
      .flatMap(({ resources }) => resources);
  const topicsIn = (template: Template) =>
    readArchiveConfig(readEnvironment(template, "DigestArchiveFunction")).topics;
  const runs = ["head.json", "runs/*"].map((key) => `${STATE}/${key}`);
  expect([set && topicsIn(set), set && readable(set)]).toEqual([JSON.stringify(topics), runs]);
  expect([stored && topicsIn(stored), stored && readable(stored)]).toEqual([
    "topics.json",
    [...runs, `${STATE}/topics.json`],
  ]);
});

test("a key of one's own opens the state to it for reading, and to the keeper for writing", () => {
  const template = synthesize((stack) => ({
    archive: "link",
    encryptionKey: new Key(stack, "Key", { enableKeyRotation: true }),
  }));
  const onKey = (role: string) =>
    statementsOf(template, role)
      .filter(({ resources }) => resources.some((resource) => /^<Key\w+\.Arn>$/.test(resource)))
      .flatMap(({ actions }) => actions);
  expect(onKey("DigestArchiveRole")).toEqual(["kms:Decrypt"]);
  expect(onKey("DigestArchiveKeyKeeperRole")).toEqual(["kms:Decrypt", "kms:GenerateDataKey"]);
});

test("a domain of one's own needs its certificate, takes no old protocol, and is where emails link to", () => {
  const { stack, digest } = createDigest((scope) => ({
    archive: "public",
    archiveDomain: {
      name: "news.example.org",
      certificate: Certificate.fromCertificateArn(
        scope,
        "Certificate",
        "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
      ),
    },
  }));
  expect(digest.archive?.url).toBe("https://news.example.org");
  Template.fromStack(stack).hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      Aliases: ["news.example.org"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021", SslSupportMethod: "sni-only" },
    },
  });
  expect(() =>
    createDigest((scope) => ({
      archiveDomain: {
        name: "news.example.org",
        certificate: Certificate.fromCertificateArn(scope, "C", "arn:aws:acm:us-east-1:1:certificate/1"),
      },
    })),
  ).toThrow("archiveDomain is set, but there is no archive");
});

test("two digests of one account, and one stack in two regions, do not want the same names of CloudFront", () => {
  const namesIn = (region: string, id: string) => {
    const stack = new Stack(new App({ context: QUICK_CONTEXT }), "LateEdition", {
      env: { region, account: "123456789012" },
    });
    new LateEdition(stack, id, { ...SENDER_AND_RECIPIENT, archive: "link" });
    const template = Template.fromStack(stack);
    const named = [
      ["KeyValueStore", ["Name"]],
      ["Function", ["Name"]],
      ["CachePolicy", ["CachePolicyConfig", "Name"]],
      ["ResponseHeadersPolicy", ["ResponseHeadersPolicyConfig", "Name"]],
      ["OriginAccessControl", ["OriginAccessControlConfig", "Name"]],
    ] as const;
    return named.flatMap(([type, path]) =>
      resourcesOf(template, `AWS::CloudFront::${type}`).map(([, each]) =>
        spell(at(each, "Properties", ...path)).replace("<AWS::Region>", region),
      ),
    );
  };
  const names = [
    ...namesIn("eu-central-1", "Digest"),
    ...namesIn("ap-southeast-2", "Digest"),
    ...namesIn("eu-central-1", "Other"),
  ];
  expect(names).toHaveLength(15);
  expect(new Set(names).size).toBe(15);
  expect(names.filter((name) => name.length > 64)).toEqual([]);
});

test("the stack says where it is, and who makes its keys", () => {
  const outputs = (context: object) =>
    Object.keys(
      Template.fromStack(
        createStack(createApp(), readSettings({ ...SENDER_AND_RECIPIENT, ...context })),
      ).toJSON().Outputs,
    ).filter((name) => name.startsWith("Archive"));
  expect(outputs({})).toEqual([]);
  expect(outputs({ archive: "public" })).toEqual(["ArchiveUrl", "ArchiveDistribution", "ArchiveLog"]);
  expect(outputs({ archive: "link" })).toEqual([
    "ArchiveUrl",
    "ArchiveDistribution",
    "ArchiveLog",
    "ArchiveKeyKeeper",
  ]);
});
