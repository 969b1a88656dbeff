import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { readSettings, type Settings, SettingsError } from "../settings/settings.ts";
import { checkAccount } from "./account.ts";
import { checkBootstrap } from "./bootstrap.ts";
import type { Clients } from "./clients.ts";
import { type CdkProject, readContext } from "./context.ts";
import { type Finding, notChecked, notOk, ok, reasonOf } from "./finding.ts";
import { checkArchive, checkRegion } from "./regions.ts";

/**
 * Examines what is about to be deployed: the settings, read as `cdk synth` reads them, and, given credentials,
 * the account. Reads from AWS and changes nothing.
 */
export async function examine(args: readonly string[], project: CdkProject): Promise<readonly Finding[]> {
  const settings = tryToRead(args, project);
  if (settings instanceof SettingsError) {
    return [notOk("settings", settings.message)];
  }
  return [ok("settings", "complete and well formed"), ...(await examineAccount(settings))];
}

function tryToRead(args: readonly string[], project: CdkProject): Settings | SettingsError {
  try {
    return readSettings(readContext(args, project));
  } catch (error) {
    if (error instanceof SettingsError) {
      return error;
    }
    throw error;
  }
}

async function examineAccount(settings: Settings): Promise<readonly Finding[]> {
  const clients = { s3: new S3Client({ maxAttempts: 2 }), ses: new SESv2Client({ maxAttempts: 2 }) };
  const obstacle = await findObstacle(clients);
  if (obstacle !== undefined) {
    return [obstacle];
  }
  const name = await clients.ses.config.region();
  const region = checkRegion(name);
  const bootstrap = await checkBootstrap(clients.ses);
  // Where there is no SES, nobody would answer the other questions.
  const account = region.status === "ok" ? await checkAccount(settings, clients) : [];
  return [region, ...checkArchive(name, settings), bootstrap, ...account];
}

/** Why the account cannot be checked at all. */
async function findObstacle({ ses }: Clients): Promise<Finding | undefined> {
  const left = "so sender, quota, contact list and corpus were not checked";
  try {
    await ses.config.region();
  } catch {
    return notChecked(
      "account",
      `no region is set, ${left}: export AWS_REGION=eu-central-1, or your own region`,
    );
  }
  try {
    await ses.config.credentials();
    return undefined;
  } catch (error) {
    return notChecked(
      "account",
      `no credentials were found, ${left}: sign in with aws configure or aws configure sso (${reasonOf(error)})`,
    );
  }
}
