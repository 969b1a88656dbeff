import "./compile-cache.ts";
import { Annotations, App, Validations } from "aws-cdk-lib";
import { BUNDLING_STACKS } from "aws-cdk-lib/cx-api";
import { AwsSolutionsChecks } from "cdk-nag";
import { missingSettings, readSettings, SettingsError } from "./settings/settings.ts";
import { createStack } from "./stack.ts";

/** Stands in for a sender or recipients that are not set; no address ends like this (RFC 2606). */
const NOBODY = "nobody@late-edition.invalid";

/**
 * The app of `npx cdk`: settings from the context, one stack. A wrong setting is reported in one sentence. Where sender or
 * recipients are missing, the stack carries that sentence as an error: `cdk synth`, `diff` and `deploy` stop at it, while
 * `bootstrap` and `destroy`, which need nothing but the name of the stack, do not look at it.
 */
function main(): void {
  const app = new App({ autoSynth: false });
  try {
    synthesize(app, app.node.getAllContext());
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

function synthesize(app: App, context: Readonly<Record<string, unknown>>): void {
  const missing = missingSettings(context);
  if (missing === undefined) {
    createStack(app, readSettings(context));
    return;
  }
  // Of what is not deployed, nobody needs the code.
  app.node.setContext(BUNDLING_STACKS, []);
  const recipients = context.contactList === undefined ? { recipients: NOBODY } : {};
  const stack = createStack(app, readSettings({ sender: NOBODY, ...recipients, ...context }));
  Annotations.of(stack).addError(missing);
}

main();
