import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { FEEDBACK_EVENTS } from "../../functions/digest/feedback/ses-event.ts";
import { synthesize } from "./synthesize.ts";
import { at, resourcesOf } from "./template.ts";

const template = synthesize();
const [[setId = ""] = []] = resourcesOf(template, "AWS::SES::ConfigurationSet");

test("what SES says of a mail reaches the function, if it is a mail of this digest", () => {
  template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
    ConfigurationSetName: { Ref: setId },
    EventDestination: { EventBridgeDestination: { EventBusArn: Match.anyValue() } },
  });
  template.hasResourceProperties("AWS::Events::Rule", {
    State: "ENABLED",
    EventPattern: {
      source: ["aws.ses"],
      "detail-type": Object.keys(FEEDBACK_EVENTS),
      detail: { mail: { tags: { "ses:configuration-set": [{ Ref: setId }] } } },
    },
    Targets: [
      Match.objectLike({
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^DigestFunction"), "Arn"] },
        DeadLetterConfig: { Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^DigestDeadLetters"), "Arn"] } },
      }),
    ],
  });
});

test("EventBridge may invoke the function for that rule and no other", () => {
  const [[ruleId = ""] = []] = resourcesOf(template, "AWS::Events::Rule");
  const permissions = resourcesOf(template, "AWS::Lambda::Permission").map(
    ([, { Properties }]) => Properties,
  );
  expect(permissions.map((each) => [at(each, "Principal"), at(each, "SourceArn")])).toEqual([
    ["events.amazonaws.com", { "Fn::GetAtt": [ruleId, "Arn"] }],
  ]);
});
