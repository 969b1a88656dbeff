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
  /** Where events go that EventBridge could not deliver to Lambda. */
  readonly deadLetters: IQueue;
}

/**
 * Passes SES's later verdicts on accepted emails to the function: bounces, complaints, and emails rejected as
 * unsafe. SES sends such events only to the default bus; the rule picks those of our configuration set.
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
    description:
      "Emails that bounced, were rejected or were reported as spam; the next edition says how many",
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
