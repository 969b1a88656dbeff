import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readSettings, SettingsError } from "./settings/settings.ts";
import { createStack } from "./stack.ts";

/** The app of `npx cdk`: settings from the context, one stack. A wrong setting is reported in one sentence. */
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

main();
