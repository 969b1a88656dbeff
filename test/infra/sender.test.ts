import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { LateEdition } from "../../infra/late-edition.ts";
import { createDigest, SENDER_AND_RECIPIENT, synthesize } from "./synthesize.ts";

const template = synthesize();

describe("the sender", () => {
  test.each([
    ["address", "desk@example.org"],
    ["domain", "example.org"],
  ] as const)("is registered as %s", (senderIdentity, identity) => {
    const sender = "Evening Desk <desk@example.org>";
    synthesize({ sender, senderIdentity }).hasResourceProperties("AWS::SES::EmailIdentity", {
      EmailIdentity: identity,
    });
  });

  test("is not registered when the account has it", () => {
    synthesize({ senderIdentity: "existing" }).resourceCountIs("AWS::SES::EmailIdentity", 0);
  });

  test.each(["address", "domain"] as const)(
    "stays confirmed when the stack switches to another identity or goes: %s",
    (senderIdentity) => {
      synthesize({ senderIdentity }).hasResource("AWS::SES::EmailIdentity", {
        DeletionPolicy: "RetainExceptOnCreate",
        UpdateReplacePolicy: "Retain",
      });
    },
  );

  test("outputs the DNS records of a domain, and of nothing else", () => {
    expect(createDigest({ senderIdentity: "domain" }).digest.dkimRecords).toHaveLength(3);
    expect(createDigest().digest.dkimRecords).toEqual([]);
  });

  test("suppresses bounced and complaining addresses, and tracks nobody", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      TrackingOptions: Match.absent(),
    });
    template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: { MatchingEventTypes: ["bounce", "complaint", "reject"] },
    });
    template.resourceCountIs("AWS::SES::ConfigurationSetEventDestination", 1);
  });

  test("is registered once in a stack, and the error of a second digest says what to set", () => {
    const { stack } = createDigest();
    expect(() => new LateEdition(stack, "Second", SENDER_AND_RECIPIENT)).toThrow(
      'cannot register desk@example.org with SES twice: LateEdition/Digest/Identity/Resource does; set senderIdentity to "existing" for LateEdition/Second',
    );
  });

  test("is refused when it is no address", () => {
    expect(() => synthesize({ sender: "desk" })).toThrow(/^cannot send as "desk"/);
  });
});
