import { EventBus, Match, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { FEEDBACK_EVENTS } from "../functions/digest/feedback/ses-event.ts";

export interface FeedbackProps {
  readonly digest: IFunction;
  readonly configurationSet: ConfigurationSet;
  /** Where an event goes that EventBridge could not hand to Lambda. */
  readonly deadLetters: IQueue;
}

/**
 * Hands to the function what SES says of our mails after it took them: bounces, complaints, mails refused as unsafe.
 * SES sends such events to the default bus and to no other; the rule picks those of our configuration set.
 */
export function createFeedback(
  scope: Construct,
  { digest, configurationSet, deadLetters }: FeedbackProps,
): void {
  const bus = EventBus.fromEventBusName(scope, "DefaultBus", "default");
  configurationSet.addEventDestination("Feedback", {
    destination: EventDestination.eventBus(bus),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  new Rule(scope, "FeedbackRule", {
    description: "Mails that bounced, were refused or complained of: the next edition tells how many",
    eventPattern: {
      source: ["aws.ses"],
      detailType: Object.keys(FEEDBACK_EVENTS),
      detail: {
        mail: {
          tags: { "ses:configuration-set": Match.exactString(configurationSet.configurationSetName) },
        },
      },
    },
    targets: [new LambdaFunction(digest, { deadLetterQueue: deadLetters })],
  });
}
