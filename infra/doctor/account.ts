import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  GetEmailIdentityCommand,
  type SESv2Client,
} from "@aws-sdk/client-sesv2";
import { readerNamed } from "../../functions/digest/config.ts";
import { mailboxAddress } from "../settings/setting-readers.ts";
import type { Settings } from "../settings/settings.ts";
import type { Clients } from "./clients.ts";
import { describeList, readList } from "./contact-list.ts";
import { type Finding, isCalled, notChecked, notOk, ok, reasonOf } from "./finding.ts";
import { checkModel } from "./model.ts";
import { checkTopics } from "./topics.ts";

/** Checks the settings against the account; read-only. One request per check, in this order; topics need some more. */
export async function checkAccount(settings: Settings, clients: Clients): Promise<readonly Finding[]> {
  const account = await readAccount(clients.ses);
  const isSandbox = !("status" in account) && account.ProductionAccessEnabled !== true;
  const sender = await checkSender(settings, clients.ses);
  const recipients = isSandbox ? await checkRecipients(settings, clients.ses) : [];
  const list =
    settings.contactList === undefined ? undefined : await readList(settings.contactList, clients.ses);
  return [
    ...("status" in account ? [account] : describeAccount(account, settings)),
    sender,
    ...recipients,
    ...(list === undefined ? [] : [describeList(list, settings.topic)]),
    ...(await checkTopics(settings, list, clients)),
    ...(await checkModel(settings)),
    ...(settings.corpusBucket === undefined
      ? []
      : [await checkCorpus(settings.corpusBucket, settings.corpusPrefix ?? "", clients.s3)]),
    ...(settings.encryptionKey === undefined
      ? []
      : [
          notChecked(
            "key",
            `check that aws kms describe-key --key-id ${settings.encryptionKey} shows it enabled in this region`,
          ),
        ]),
  ];
}

async function readAccount(ses: SESv2Client): Promise<GetAccountCommandOutput | Finding> {
  try {
    return await ses.send(new GetAccountCommand({}));
  } catch (error) {
    return notChecked("SES account", `${reasonOf(error)}; you need permission for ses:GetAccount`);
  }
}

function emails(count: number): string {
  return `${count} ${count === 1 ? "email" : "emails"}`;
}

function describeAccount(account: GetAccountCommandOutput, { recipients }: Settings): readonly Finding[] {
  const { Max24HourSend = -1, MaxSendRate = 0, SentLast24Hours = 0 } = account.SendQuota ?? {};
  const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend - SentLast24Hours;
  const needed = recipients?.length ?? 1;
  const quota =
    left < needed
      ? notOk("SES quota", `${emails(left)} left within 24 hours, ${needed} needed: request a higher quota`)
      : ok("SES quota", `${emails(left)} left within 24 hours, ${MaxSendRate} per second`);
  return [describeSending(account), quota];
}

function describeSending({ SendingEnabled, ProductionAccessEnabled }: GetAccountCommandOutput): Finding {
  if (SendingEnabled === false) {
    return notOk("SES account", "sending is paused: the SES console says why and how to resume");
  }
  return ProductionAccessEnabled === true
    ? ok("SES account", "out of the sandbox: it may email anyone")
    : ok(
        "SES account",
        "in the sandbox: it may email verified addresses only; request production access to email anyone",
      );
}

/** Whether it is verified; `undefined` if SES does not know the identity. */
async function isVerified(ses: SESv2Client, identity: string): Promise<boolean | undefined> {
  try {
    const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
    return answer.VerifiedForSendingStatus === true;
  } catch (error) {
    if (isCalled(error, "NotFoundException")) {
      return undefined;
    }
    throw error;
  }
}

async function checkSender({ sender, senderIdentity }: Settings, ses: SESv2Client): Promise<Finding> {
  const address = mailboxAddress(sender) ?? sender;
  const subject = `sender ${address}`;
  const identities = senderIdentity === "domain" ? [domainOf(address)] : [address, domainOf(address)];
  try {
    const answers = [];
    for (const identity of identities) {
      answers.push({ identity, verified: await isVerified(ses, identity) });
    }
    const found = answers.find(({ verified }) => verified === true);
    return found === undefined
      ? describeUnverified(
          subject,
          senderIdentity,
          answers.some(({ verified }) => verified === false),
        )
      : describeVerified(subject, senderIdentity, found.identity);
  } catch (error) {
    return notChecked(subject, `${reasonOf(error)}; you need permission for ses:GetEmailIdentity`);
  }
}

function describeVerified(
  subject: string,
  senderIdentity: Settings["senderIdentity"],
  identity: string,
): Finding {
  const already = `SES has verified ${identity}`;
  return senderIdentity === "existing"
    ? ok(subject, already)
    : ok(subject, `${already}; if this stack did not register it, add -c senderIdentity=existing`);
}

function describeUnverified(
  subject: string,
  senderIdentity: Settings["senderIdentity"],
  isKnown: boolean,
): Finding {
  if (isKnown) {
    return notOk(
      subject,
      "registered with SES but not verified: open the link in SES's email, or set the domain's DNS records",
    );
  }
  return senderIdentity === "existing"
    ? notOk(subject, "SES knows neither the address nor its domain: leave out -c senderIdentity=existing")
    : ok(subject, "not registered with SES yet: the deployment registers it, then you confirm it");
}

/** In the sandbox, recipients must be verified identities too. */
async function checkRecipients({ recipients = [] }: Settings, ses: SESv2Client): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { address } of recipients.map(readerNamed)) {
    findings.push(await checkRecipient(address, ses));
  }
  return findings;
}

async function checkRecipient(address: string, ses: SESv2Client): Promise<Finding> {
  const subject = `recipient ${address}`;
  try {
    const isConfirmed =
      (await isVerified(ses, address)) === true || (await isVerified(ses, domainOf(address))) === true;
    return isConfirmed
      ? ok(subject, "verified, so it can be emailed from the sandbox")
      : notOk(
          subject,
          `not verified, and the account is in the sandbox: aws sesv2 create-email-identity --email-identity ${address}, then open the link`,
        );
  } catch (error) {
    return notChecked(subject, `${reasonOf(error)}; you need permission for ses:GetEmailIdentity`);
  }
}

/** Lists one story and reads its first byte; reading also tests the bucket's KMS key, if it has one. */
async function checkCorpus(bucket: string, prefix: string, s3: S3Client): Promise<Finding> {
  const subject = `corpus s3://${bucket}/${prefix}`;
  try {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }),
    );
    const key = Contents[0]?.Key;
    if (key === undefined) {
      return notOk(subject, "no keys have this prefix: check the prefix, or put stories there");
    }
    await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: "bytes=0-0" }));
    return ok(subject, "you can list and read it; the deployment gives the function the same rights");
  } catch (error) {
    return describeBucketError(subject, error);
  }
}

function describeBucketError(subject: string, error: unknown): Finding {
  if (isCalled(error, "NoSuchBucket")) {
    return notOk(subject, "no bucket has this name: check the spelling");
  }
  if (isCalled(error, "PermanentRedirect", "AuthorizationHeaderMalformed")) {
    return notOk(subject, "the bucket is in another region: set AWS_REGION and deploy there");
  }
  if (isCalled(error, "InvalidRange")) {
    return ok(subject, "you can list and read it; its first story is empty");
  }
  return isCalled(error, "AccessDenied", "Forbidden")
    ? notOk(subject, `${reasonOf(error)}; the policy of the bucket or of its KMS key denies you access`)
    : notChecked(subject, reasonOf(error));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
