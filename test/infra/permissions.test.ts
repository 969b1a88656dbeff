import { Template } from "aws-cdk-lib/assertions";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { describe, expect, test } from "vitest";
import { createDigest, synthesize } from "./synthesize.ts";
import { statementsOf } from "./template.ts";

const template = synthesize();

describe("the function's rights", () => {
  test("are these and no others", () => {
    const rights = statementsOf(template, "DigestRole").map(({ actions, resources }) => [actions, resources]);
    const [corpus, state] = ["<DigestCorpus0C931A35.Arn>", "<DigestState61A533A8.Arn>"];
    const keys = ["deliveries/*", "head.json", "previews/*", "runs/*"].map((key) => `${state}/${key}`);
    const ses = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>";
    expect(rights).toEqual([
      [["logs:CreateLogStream", "logs:PutLogEvents"], ["<DigestLogDE1102DA.Arn>"]],
      [["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"], ["<DigestDeadLetters114BC15F.Arn>"]],
      [["s3:ListBucket"], [corpus, state]],
      [["s3:GetObject"], [`${corpus}/*`]],
      [["s3:GetObject", "s3:PutObject"], keys],
      [["s3:PutObjectTagging"], [`${state}/runs/*`]],
      [["ses:SendEmail"], [`${ses}:configuration-set/<DigestConfigurationSet0FFC37AB>`, `${ses}:identity/*`]],
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

describe("grants", () => {
  test.each([
    ["grantInvoke", ["lambda:InvokeFunction"], "DigestFunction"],
    ["grantWriteCorpus", ["s3:PutObject"], "DigestCorpus"],
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
