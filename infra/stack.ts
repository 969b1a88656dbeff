import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket } from "aws-cdk-lib/aws-s3";
import type { ArchiveDomain } from "./archive/distribution.ts";
import { LateEdition } from "./late-edition.ts";
import type { Settings } from "./settings/settings.ts";

/** The stack of a deployment: one digest, and the outputs that the commands of docs/deploy.md need. */
export function createStack(
  app: App,
  { stackName, corpusBucket, encryptionKey, archiveDomain, archiveCertificate, ...settings }: Settings,
): Stack {
  const stack = new Stack(app, "LateEdition", {
    ...(stackName && { stackName }),
    description: "Late Edition: a daily digest of a corpus of news stories",
  });
  const digest = new LateEdition(stack, "Digest", {
    ...settings,
    ...(corpusBucket && { corpusBucket: Bucket.fromBucketName(stack, "ExistingCorpus", corpusBucket) }),
    ...(archiveDomain &&
      archiveCertificate && { archiveDomain: domainOf(stack, archiveDomain, archiveCertificate) }),
    ...(encryptionKey && { encryptionKey: Key.fromKeyArn(stack, "EncryptionKey", encryptionKey) }),
  });
  writeOutputs(stack, digest);
  return stack;
}

function domainOf(stack: Stack, name: string, certificateArn: string): ArchiveDomain {
  return { name, certificate: Certificate.fromCertificateArn(stack, "ArchiveCertificate", certificateArn) };
}

function writeOutputs(stack: Stack, digest: LateEdition): void {
  const outputs = {
    FunctionName: digest.function.functionName,
    LogGroup: digest.function.logGroup.logGroupName,
    CorpusBucket: digest.corpusBucket.bucketName,
    StateBucket: digest.stateBucket.bucketName,
    DeadLetters: digest.deadLetters.queueUrl,
    Dashboard: digest.dashboard.dashboardName,
    ...(digest.archive && {
      ArchiveUrl: `${digest.archive.url}/`,
      ArchiveDistribution: digest.archive.distribution.distributionDomainName,
      ArchiveLog: digest.archive.function.logGroup.logGroupName,
    }),
    ...(digest.archive?.keyKeeper && { ArchiveKeyKeeper: digest.archive.keyKeeper.functionName }),
    ...(digest.stateMachine && { StateMachine: digest.stateMachine.stateMachineArn }),
  };
  for (const [name, value] of Object.entries(outputs)) {
    new CfnOutput(stack, name, { value });
  }
  for (const [index, record] of digest.dkimRecords.entries()) {
    new CfnOutput(stack, `DkimRecord${index + 1}`, { value: `${record.name} CNAME ${record.value}` });
  }
}
