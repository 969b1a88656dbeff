import { Template } from "aws-cdk-lib/assertions";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, test } from "vitest";
import { runKeys } from "../../functions/digest/keys.ts";
import { createDigest, synthesize } from "./synthesize.ts";
import { at, readEnvironment, resourcesOf, statementsOf } from "./template.ts";

const template = synthesize();

describe("the function's rights", () => {
  test("are these and no others", () => {
    const rights = statementsOf(template, "DigestRole").map(({ actions, resources }) => [actions, resources]);
    const [corpus, state] = ["<DigestCorpus0C931A35.Arn>", "<DigestState61A533A8.Arn>"];
    const keys = ["checkpoint.json", "deliveries/*", "feedback/*", "head.json", "previews/*", "runs/*"].map(
      (key) => `${state}/${key}`,
    );
    const ses = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>";
    expect(rights).toEqual([
      [["logs:CreateLogStream", "logs:PutLogEvents"], ["<DigestLogDE1102DA.Arn>"]],
      [["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"], ["<DigestDeadLetters114BC15F.Arn>"]],
      [["s3:ListBucket"], [corpus, state]],
      [["s3:GetObject"], [`${corpus}/*`, `${state}/work.json`]],
      [["s3:GetObject", "s3:PutObject"], keys],
      [["s3:PutObjectTagging"], [`${state}/runs/*`]],
      [["kms:Decrypt"], ["arn:<AWS::Partition>:kms:<AWS::Region>:*:key/*"]],
      [["ses:SendEmail"], [`${ses}:configuration-set/<DigestConfigurationSet0FFC37AB>`, `${ses}:identity/*`]],
      [["ses:GetAccount"], ["*"]],
    ]);
  });

  test("let it send as the sender's address only, without the name before it", () => {
    const named = synthesize({ sender: "Evening Desk <desk@example.org>" });
    const sending = statementsOf(named, "DigestRole").filter(({ actions }) =>
      actions.includes("ses:SendEmail"),
    );
    expect(sending).toMatchObject([
      { condition: { StringEqualsIgnoreCase: { "ses:FromAddress": "desk@example.org" } } },
    ]);
  });
});

describe("the function's rights with topics", () => {
  const reads = (topics: "topics.json" | readonly { readonly name: string }[]) =>
    statementsOf(synthesize({ topics }), "DigestRole")
      .flatMap(({ resources }) => resources)
      .includes("<DigestState61A533A8.Arn>/topics.json");

  test("let it read them where they are in the state bucket, and only there", () => {
    expect([reads("topics.json"), reads([{ name: "courts" }])]).toEqual([true, false]);
  });

  test("give the function those of the settings, checked, and recipients with theirs", () => {
    const environment = readEnvironment(
      synthesize({
        topics: [{ name: "courts", keys: "court/" }],
        recipients: ["all@example.org", { address: "ann@example.org", topics: ["courts"] }],
      }),
    );
    expect(environment).toMatchObject({
      TOPICS: '[{"name":"courts","keys":"court/"}]',
      RECIPIENTS: "all@example.org,ann@example.org#courts",
    });
    expect(() => synthesize({ topics: [{ name: "a b" }] })).toThrow(
      'cannot use topics: topic a b has name "a b"',
    );
  });
});

describe("the function's rights with a model", () => {
  const asks = (summaries: string) =>
    statementsOf(synthesize({ summaries }), "DigestRole")
      .filter(({ actions }) => actions.some((action) => action.startsWith("bedrock:")))
      .map(({ actions, resources, condition }) => [actions, resources, condition ?? {}]);
  const own = "arn:<AWS::Partition>:bedrock:<AWS::Region>";
  const invoke = ["bedrock:InvokeModel"];

  test("are none where none is set", () => {
    expect(asks("extract")).toEqual([]);
  });

  test("are to ask that model", () => {
    expect(asks("choose:amazon.nova-lite-v1:0")).toEqual([
      [invoke, [`${own}::foundation-model/amazon.nova-lite-v1:0`], {}],
    ]);
    const custom = "arn:aws:bedrock:eu-central-1:123456789012:custom-model-deployment/abc";
    expect(asks(`write:${custom}`)).toEqual([[invoke, [custom], {}]]);
  });

  test("are to ask a profile, and its model in all regions through it alone", () => {
    const profile = `${own}:<AWS::AccountId>:inference-profile/eu.amazon.nova-lite-v1:0`;
    expect(asks("write:eu.amazon.nova-lite-v1:0")).toEqual([
      [invoke, [profile], {}],
      [
        invoke,
        ["arn:<AWS::Partition>:bedrock:*::foundation-model/amazon.nova-lite-v1:0"],
        { StringEquals: { "bedrock:InferenceProfileArn": { "Fn::Join": expect.anything() } } },
      ],
    ]);
    const arn = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/a1b2c3";
    expect(asks(`choose:${arn}`)).toEqual([
      [invoke, [arn], {}],
      [
        invoke,
        ["arn:<AWS::Partition>:bedrock:*::foundation-model/*"],
        { StringEquals: { "bedrock:InferenceProfileArn": arn } },
      ],
    ]);
  });
});

describe("the function's rights with a contact list", () => {
  const listed = synthesize({ recipients: [], contactList: "readers", topic: "daily" });
  const list = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:contact-list/readers";

  test("let it list the list's contacts and send to them", () => {
    const onList = statementsOf(listed, "DigestRole").filter(({ resources }) => resources.includes(list));
    expect(onList.map(({ actions }) => actions)).toEqual([["ses:SendEmail"], ["ses:ListContacts"]]);
    expect(onList[1]?.resources).toEqual([list]);
  });
});

describe("the function's rights with a key of one's own", () => {
  const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  test("let it decrypt and encrypt with that key, through S3, and nothing more", () => {
    const { stack, digest } = createDigest((scope) => ({
      encryptionKey: Key.fromKeyArn(scope, "Key", keyArn),
    }));
    const editor = new Role(stack, "Editor", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    digest.grantReadEditions(editor);
    const encrypted = Template.fromStack(stack);
    for (const role of ["DigestRole", "DigestPlantingRole"]) {
      expect(
        statementsOf(encrypted, role).filter(({ resources }) => resources.includes(keyArn)),
      ).toMatchObject([{ actions: ["kms:Decrypt", "kms:GenerateDataKey"] }]);
    }
    expect(statementsOf(encrypted, "Editor").flatMap(({ actions }) => actions)).toContain("kms:Decrypt");
    for (const [, bucket] of resourcesOf(encrypted, "AWS::S3::Bucket")) {
      expect(at(bucket, "Properties", "BucketEncryption", "ServerSideEncryptionConfiguration")).toEqual([
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: keyArn },
        },
      ]);
    }
  });
});

test("a redeploy without encryptionKey keeps the right to read older state, and to decrypt nothing else", () => {
  const decrypting = statementsOf(template, "DigestRole").filter(({ actions }) =>
    actions.includes("kms:Decrypt"),
  );
  const context = [
    ["DigestState61A533A8", ""],
    ["DigestState61A533A8", "/*"],
    ["DigestCorpus0C931A35", ""],
    ["DigestCorpus0C931A35", "/*"],
  ].map(([id, rest]) => {
    const arn = { "Fn::GetAtt": [id, "Arn"] };
    return rest === "" ? arn : { "Fn::Join": ["", [arn, rest]] };
  });
  expect(decrypting).toEqual([
    expect.objectContaining({
      condition: {
        StringEquals: {
          "kms:ViaService": {
            "Fn::Join": ["", ["s3.", { Ref: "AWS::Region" }, ".", { Ref: "AWS::URLSuffix" }]],
          },
        },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": context },
      },
    }),
  ]);
  const own = synthesize((stack) => ({ corpusBucket: Bucket.fromBucketName(stack, "Mine", "my-stories") }));
  const [statement] = statementsOf(own, "DigestRole").filter(({ actions }) =>
    actions.includes("kms:Decrypt"),
  );
  expect(JSON.stringify(statement?.condition)).not.toContain("my-stories");
});

test("grantReadEditions covers every object of an edition and its email, and no other of a run", () => {
  const { stack, digest } = createDigest();
  digest.grantReadEditions(
    new Role(stack, "Editor", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") }),
  );
  const granted = statementsOf(Template.fromStack(stack), "Editor").flatMap(({ resources }) => resources);
  const { edition, subject, html, text } = runKeys("*");
  const suffixes = [edition, subject, html, text].flatMap((key) => [key, key.replace("runs/", "previews/")]);
  expect(granted.map((arn) => arn.slice(arn.indexOf("/") + 1)).toSorted()).toEqual(suffixes.toSorted());
});

describe("grants", () => {
  test.each([
    ["grantInvoke", ["lambda:InvokeFunction"], "DigestFunction"],
    ["grantWriteCorpus", ["s3:PutObject"], "DigestCorpus"],
    ["grantReadEditions", ["s3:GetObject"], "DigestState"],
    ["grantReadState", ["s3:GetObject*", "s3:List*"], "DigestState"],
  ] as const)("%s allows %j", (grant, actions, target) => {
    const { stack, digest } = createDigest();
    digest[grant](new Role(stack, "Editor", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") }));
    const granted = statementsOf(Template.fromStack(stack), "Editor");
    expect(granted.flatMap((statement) => statement.actions)).toEqual(expect.arrayContaining([...actions]));
    expect(
      granted.flatMap((statement) => statement.resources).every((arn) => arn.startsWith(`<${target}`)),
    ).toBe(true);
  });
});
