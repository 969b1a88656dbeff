import { Stack } from "aws-cdk-lib";
import { PolicyStatement, type PolicyStatementProps, type Role } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { modelOf } from "../functions/digest/config.ts";
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
 * Allows one statement. Written by hand because CDK's grants are wider: `grantRead` adds `s3:GetBucket*`,
 * `grantPut` locks and legal holds, `grantReadWrite` the right to delete. `whyWildcards` justifies any `*` in
 * the resources.
 */
export function allow(role: Role, statement: PolicyStatementProps, whyWildcards: string): void {
  const allowed = new PolicyStatement(statement);
  role.addToPrincipalPolicy(allowed);
  acknowledgeWildcards(role, allowed, whyWildcards);
}

/**
 * Lets S3 use the key for the role. `grantEncryptDecrypt` would add `kms:Encrypt` and `kms:ReEncrypt*`, which
 * S3 never uses.
 */
export function allowKey(role: Role, key: IKey | undefined): void {
  if (key !== undefined) {
    const actions = ["kms:Decrypt", "kms:GenerateDataKey"];
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [key.keyArn] }));
  }
}

/** The same for a role that only reads. */
export function allowDecrypting(role: Role, key: IKey | undefined): void {
  if (key !== undefined) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ["kms:Decrypt"], resources: [key.keyArn] }));
  }
}

/**
 * Lets S3 decrypt, for the role, what it stored in these buckets under any key: what was written before the setting
 * `encryptionKey` was changed or dropped stays readable. S3 names the bucket, or the object in it, to KMS (S3 user guide,
 * "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys", "Changes to note"), so the role may decrypt nothing else.
 */
export function allowFormerKeys(role: Role, buckets: readonly AnyBucket[]): void {
  const { region, partition } = Stack.of(role);
  const arns = buckets.flatMap(({ bucketArn }) => [bucketArn, `${bucketArn}/*`]);
  allow(
    role,
    {
      actions: ["kms:Decrypt"],
      resources: [`arn:${partition}:kms:${region}:*:key/*`],
      conditions: {
        StringEquals: { "kms:ViaService": `s3.${region}.${Stack.of(role).urlSuffix}` },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": arns },
      },
    },
    "the keys of earlier deployments are not known; only S3 may use them, for these buckets",
  );
}

/** Lists the prefix and reads what is under it; may decrypt if CDK knows the bucket's encryption key. */
export function allowReadingCorpus(role: Role, { bucket, prefix }: Corpus): void {
  const why = "stories are found by listing; their keys are not known in advance";
  const conditions = prefix === "" ? {} : { StringLike: { "s3:prefix": `${prefix}*` } };
  allow(role, { actions: ["s3:ListBucket"], resources: [bucket.bucketArn], conditions }, why);
  allow(role, { actions: ["s3:GetObject"], resources: [bucket.arnForObjects(`${prefix}*`)] }, why);
  bucket.encryptionKey?.grantDecrypt(role);
}

/**
 * Reads and writes the keys of keys.ts, and tags superseded objects of runs. Listing has no condition on the
 * prefix: with one, S3 would answer 403 instead of 404 for a missing object, and a missing head means a first
 * run.
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

/** Reads one more object of the state bucket: topics, or what the links of emails are signed with, where they are there. */
export function allowReadingObject(role: Role, state: AnyBucket, key: string): void {
  const resources = [state.arnForObjects(key)];
  allow(role, { actions: ["s3:GetObject"], resources }, "no wildcard");
}

/** Geographies with which ids of inference profiles begin (Bedrock user guide, "Supported Regions and models for inference profiles"). */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\./;

/**
 * Asks the one model that `summaries` names; nothing if it names none. A profile of several regions needs the model in each of them, which is then
 * allowed through that profile alone (Bedrock user guide, "Prerequisites for inference profiles").
 */
export function allowAskingModel(role: Role, summaries: string): void {
  const { model = "" } = modelOf(summaries) ?? {};
  if (model === "") {
    return;
  }
  const stack = Stack.of(role);
  const actions = ["bedrock:InvokeModel"];
  const arn = arnOfModel(model, stack);
  allow(role, { actions, resources: [arn] }, "no wildcard");
  if (/:(?:application-)?inference-profile\//.test(arn)) {
    const behind = model.startsWith("arn:") ? "*" : model.replace(PROFILE, "");
    allow(
      role,
      {
        actions,
        resources: [`arn:${stack.partition}:bedrock:*::foundation-model/${behind}`],
        conditions: { StringEquals: { "bedrock:InferenceProfileArn": arn } },
      },
      "the profile decides which regions answer, and its model is asked through it alone",
    );
  }
}

function arnOfModel(model: string, stack: Stack): string {
  if (model.startsWith("arn:")) {
    return model;
  }
  return PROFILE.test(model)
    ? stack.formatArn({ service: "bedrock", resource: "inference-profile", resourceName: model })
    : `arn:${stack.partition}:bedrock:${stack.region}::foundation-model/${model}`;
}

/**
 * Sends as the sender's address only. The condition is the limit: while an account is in the SES sandbox, SES
 * checks permission on the recipients' identities too ("not authorized to perform ses:SendEmail on resource
 * …identity/recipient"), so with the sender's identity alone the first email would fail.
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
    "in the sandbox SES checks recipients' identities too; ses:FromAddress limits the sender",
  );
  if (lists.length > 0) {
    allow(role, { actions: ["ses:ListContacts"], resources: lists }, "no wildcard");
  }
  allow(
    role,
    { actions: ["ses:GetAccount"], resources: ["*"] },
    "ses:GetAccount takes no resource; it reads the account's sending quota, which sets the sending pace",
  );
}
