import { App, CfnOutput, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { LateEdition } from "./late-edition.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

/** The app of `npx cdk`: settings out of the context, one stack. A wrong setting is told in one sentence. */
function main(): void {
  const app = new App({ autoSynth: false });
  try {
    createStack(app, readSettings(app.node.getAllContext()));
  } catch (error) {
    if (!(error instanceof SettingsError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}

function createStack(app: App, { corpusBucket, ...settings }: Settings): void {
  const stack = new Stack(app, "LateEdition", {
    description: "Late Edition: a daily digest of a corpus of news stories",
  });
  const digest = new LateEdition(stack, "Digest", {
    ...settings,
    ...(corpusBucket && { corpusBucket: Bucket.fromBucketName(stack, "ExistingCorpus", corpusBucket) }),
  });
  writeOutputs(stack, digest);
}

/** What the commands of docs/deploy.md need. */
function writeOutputs(stack: Stack, digest: LateEdition): void {
  const outputs = {
    FunctionName: digest.function.functionName,
    LogGroup: digest.function.logGroup.logGroupName,
    CorpusBucket: digest.corpusBucket.bucketName,
    StateBucket: digest.stateBucket.bucketName,
    DeadLetters: digest.deadLetters.queueUrl,
  };
  for (const [name, value] of Object.entries(outputs)) {
    new CfnOutput(stack, name, { value });
  }
  for (const [index, record] of digest.dkimRecords.entries()) {
    new CfnOutput(stack, `DkimRecord${index + 1}`, { value: `${record.name} CNAME ${record.value}` });
  }
}

main();
