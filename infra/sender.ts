import { Stack } from "aws-cdk-lib";
import {
  CfnEmailIdentity,
  ConfigurationSet,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { mailboxAddress } from "./setting-readers.ts";

/** What mail is sent as and through. */
export interface Sender {
  /** The plain address of the sender. */
  readonly address: string;
  readonly configurationSet: ConfigurationSet;
  /** What the stack registered with SES; `undefined` when the identity was there before. */
  readonly identity: EmailIdentity | undefined;
}

export interface SenderProps {
  /** Plain, or with a name. */
  readonly sender: string;
  readonly senderIdentity: "address" | "domain" | "existing";
}

/**
 * The sender's identity and its configuration set. No open or click tracking: a configuration set tracks only
 * through an event destination that asks for it, and ours asks for what went wrong (feedback.ts). The account's suppression list is told of
 * bounces and complaints, so that an address that is gone costs no reputation; the rates of both are told to
 * CloudWatch, where alarms watch them.
 */
export function createSender(scope: Construct, { sender, senderIdentity }: SenderProps): Sender {
  const address = mailboxAddress(sender);
  if (address === undefined) {
    throw new Error(
      `cannot send as "${sender}": it is no e-mail address, expected for example desk@example.org`,
    );
  }
  const configurationSet = new ConfigurationSet(scope, "ConfigurationSet", {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  });
  const identity =
    senderIdentity === "existing" ? undefined : registerIdentity(scope, address, senderIdentity);
  return { address, configurationSet, identity };
}

function registerIdentity(scope: Construct, address: string, kind: "address" | "domain"): EmailIdentity {
  const domain = address.slice(address.indexOf("@") + 1);
  const identity = kind === "domain" ? Identity.domain(domain) : Identity.email(address);
  refuseTwice(scope, identity.value);
  return new EmailIdentity(scope, "Identity", { identity });
}

/** SES knows an identity once an account and region: a second digest would fail in the middle of its deployment. */
function refuseTwice(scope: Construct, value: string): void {
  const other = Stack.of(scope)
    .node.findAll()
    .find((found) => found instanceof CfnEmailIdentity && found.emailIdentity === value);
  if (other !== undefined) {
    throw new Error(
      `cannot register ${value} with SES twice: ${other.node.path} does; set senderIdentity to "existing" for ${scope.node.path}`,
    );
  }
}
