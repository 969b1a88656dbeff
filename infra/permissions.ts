import { Stack } from "aws-cdk-lib";
import { PolicyStatement, type PolicyStatementProps, type Role } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  CHECKPOINT_KEY,
  DELIVERIES_PREFIX,
  FEEDBACK_PREFIX,
  FORMER_CHECKPOINT_KEY,
  HEAD_KEY,
  PREVIEWS_PREFIX,
  RUNS_PREFIX,
} from "../functions/digest/keys.ts";
import { acknowledgeWildcards } from "./acknowledge.ts";
import type { AnyBucket, Corpus } from "./buckets.ts";
import type { Sender } from "./sender.ts";

/**
 * Allows one statement. Written by hand where CDK's grants are wider: `grantRead` adds `s3:GetBucket*`,
 * `grantPut` locks and legal holds, `grantReadWrite` the right to delete. `whyWildcards` is for the reader who
 * meets a `*` in the resources.
 */
export function allow(role: Role, statement: PolicyStatementProps, whyWildcards: string): void {
  const allowed = new PolicyStatement(statement);
  role.addToPrincipalPolicy(allowed);
  acknowledgeWildcards(role, allowed, whyWildcards);
}

/**
 * Lets S3 decrypt and encrypt with a key for the role. `grantEncryptDecrypt` would add `kms:Encrypt` and
 * `kms:ReEncrypt*`, which S3 never asks for.
 */
export function allowKey(role: Role, key: IKey | undefined): void {
  if (key !== undefined) {
    const actions = ["kms:Decrypt", "kms:GenerateDataKey"];
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [key.keyArn] }));
  }
}

/** Lists the prefix and reads what is under it. A bucket whose encryption key CDK knows is decrypted too. */
export function allowReadingCorpus(role: Role, { bucket, prefix }: Corpus): void {
  const why = "stories are found by listing: their keys are not known beforehand";
  const conditions = prefix === "" ? {} : { StringLike: { "s3:prefix": `${prefix}*` } };
  allow(role, { actions: ["s3:ListBucket"], resources: [bucket.bucketArn], conditions }, why);
  allow(role, { actions: ["s3:GetObject"], resources: [bucket.arnForObjects(`${prefix}*`)] }, why);
  bucket.encryptionKey?.grantDecrypt(role);
}

/**
 * Reads and writes the keys of keys.ts, and tags the superseded objects of runs. The listing has no condition on
 * the prefix: with one, S3 answers 403 instead of 404 for a missing object, and a missing head is the first run.
 */
export function allowState(role: Role, state: AnyBucket): void {
  const why = "runs, previews, deliveries and feedback are named by their time and a nonce or hash";
  const folders = [RUNS_PREFIX, PREVIEWS_PREFIX, DELIVERIES_PREFIX, FEEDBACK_PREFIX].map(
    (prefix) => `${prefix}*`,
  );
  const objects = [HEAD_KEY, CHECKPOINT_KEY, ...folders].map((key) => state.arnForObjects(key));
  allow(role, { actions: ["s3:ListBucket"], resources: [state.bucketArn] }, why);
  allow(role, { actions: ["s3:GetObject", "s3:PutObject"], resources: objects }, why);
  const former = [state.arnForObjects(FORMER_CHECKPOINT_KEY)];
  allow(role, { actions: ["s3:GetObject"], resources: former }, why);
  allow(role, { actions: ["s3:PutObjectTagging"], resources: [state.arnForObjects(`${RUNS_PREFIX}*`)] }, why);
}

/**
 * Sends as the sender's address and as nobody else. The condition is what limits: while an account is in SES's
 * sandbox, SES checks the right to send on the recipients' identities too ("not authorized to perform
 * ses:SendEmail on resource …identity/recipient"), so the sender's identity alone would lose the first mail.
 */
export function allowSending(role: Role, { address, configurationSet }: Sender, contactList: string): void {
  const stack = Stack.of(role);
  const set = configurationSet.configurationSetName;
  const lists =
    contactList === ""
      ? []
      : [stack.formatArn({ service: "ses", resource: "contact-list", resourceName: contactList })];
  allow(
    role,
    {
      actions: ["ses:SendEmail"],
      resources: [
        stack.formatArn({ service: "ses", resource: "identity", resourceName: "*" }),
        stack.formatArn({ service: "ses", resource: "configuration-set", resourceName: set }),
        ...lists,
      ],
      conditions: { StringEqualsIgnoreCase: { "ses:FromAddress": address } },
    },
    "in the sandbox SES checks recipients' identities too; ses:FromAddress limits who is the sender",
  );
  if (lists.length > 0) {
    allow(role, { actions: ["ses:ListContacts"], resources: lists }, "there is none");
  }
  allow(
    role,
    { actions: ["ses:GetAccount"], resources: ["*"] },
    "ses:GetAccount knows no resource; it reads the account's sending quota, by which the mails are paced",
  );
}
