import { RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  CfnEmailIdentity,
  ConfigurationSet,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { mailboxAddress } from "./settings/setting-readers.ts";

/** The SES identity and configuration set that emails are sent with. */
export interface Sender {
  /** The plain address of the sender. */
  readonly address: string;
  readonly configurationSet: ConfigurationSet;
  /** What the stack registered with SES; `undefined` if the identity already existed. */
  readonly identity: EmailIdentity | undefined;
}

export interface SenderProps {
  /** Plain, or with a name. */
  readonly sender: string;
  readonly senderIdentity: "address" | "domain" | "existing";
}

/**
 * The sender's identity and its configuration set. No open or click tracking: that needs an event destination
 * that requests it, and ours requests only failures (feedback.ts). Bounces and complaints go on the account's
 * suppression list, so that dead addresses do not cost reputation; CloudWatch gets both rates, and alarms watch
 * them.
 */
export function createSender(scope: Construct, { sender, senderIdentity }: SenderProps): Sender {
  const address = mailboxAddress(sender);
  if (address === undefined) {
    throw new Error(
      `cannot send as "${sender}": not an email address; expected for example desk@example.org`,
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

/**
 * The identity stays in the account when the stack goes or registers another one: the domain's DNS records may take days,
 * during which only the confirmed address can send, and other digests may send as it. Only a first deployment that fails
 * takes it back.
 */
function registerIdentity(scope: Construct, address: string, kind: "address" | "domain"): EmailIdentity {
  const domain = address.slice(address.indexOf("@") + 1);
  const identity = kind === "domain" ? Identity.domain(domain) : Identity.email(address);
  refuseTwice(scope, identity.value);
  const registered = new EmailIdentity(scope, "Identity", { identity });
  registered.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return registered;
}

/** SES registers an identity once per account and region: a second digest would fail in mid-deployment. */
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
