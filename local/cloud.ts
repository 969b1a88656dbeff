import { devNull } from "node:os";
import { join } from "node:path";
import { startBedrockServer } from "./bedrock/bedrock-server.ts";
import type { LocalServer } from "./http-server.ts";
import { startS3Server } from "./s3/s3-server.ts";
import type { ContactBook } from "./ses/contact-book.ts";
import { startSesServer } from "./ses/ses-server.ts";
import { createFolderStore, openFolderStore } from "./stores/folder-store.ts";
import type { LocalStore } from "./stores/local-store.ts";
import { lockFolder } from "./stores/lock.ts";

/** S3 and SES on this machine, and Bedrock if it is asked for. */
export interface LocalCloud {
  /** Environment that points an AWS SDK at this cloud; `undefined`: must not be set. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The bucket with the stories. */
  readonly corpus: LocalStore;
  /** The bucket with the function's state. */
  readonly state: LocalStore;
  /** The folder of received emails, see ses/mailbox.ts. */
  readonly inbox: string;
  /** SES's contact lists. */
  readonly contacts: ContactBook;
  /** The last error that a client of this cloud saw only as a failing service, such as a full disk. */
  failure(): unknown;
  stop(): Promise<void>;
}

/** Default port of `npm run inbox`, which also serves the unsubscribe pages of local emails. */
export const INBOX_PORT = 8025;

/** Where the archive stands beside the inbox. */
export const ARCHIVE_PATH = "/archive";
/** The archive of the inbox on its default port, to which local emails link. */
export const ARCHIVE_PAGES = `http://127.0.0.1:${INBOX_PORT}${ARCHIVE_PATH}`;

/** The contact list file in a state folder. */
export function contactsOf(state: string): string {
  return join(state, "contacts.json");
}

/** The recorded answers of models in a state folder, see bedrock/bedrock-server.ts. */
function answersOf(state: string): string {
  return join(state, "answers.json");
}

const STATE_BUCKET = "late-edition-state";

/** The function's state in a state folder, to be read only, while runs may write it. */
export function readStateOf(folder: string): LocalStore {
  return openFolderStore(join(folder, "state"), STATE_BUCKET);
}

/** The folder of received emails in a state folder. */
export function inboxOf(state: string): string {
  return join(state, "inbox");
}

/** What a local cloud is started with. */
export interface LocalCloudOptions {
  readonly state: string;
  /** Whether to serve Bedrock too; without it, the caller's own endpoint stays in use. */
  readonly hasModels?: boolean;
}

/**
 * Starts the local cloud on a state folder, which it locks until stopped; the folder's content is kept. Throws
 * if another run has locked it.
 */
export async function startLocalCloud({
  state: folder,
  hasModels = false,
}: LocalCloudOptions): Promise<LocalCloud> {
  const unlock = lockFolder(folder);
  const servers: LocalServer[] = [];
  let failure: unknown;
  const onFailure = (error: unknown) => {
    failure = error;
  };
  const stop = async () => {
    await Promise.all(servers.map((server) => server.close()));
    unlock();
  };
  try {
    const corpus = createFolderStore(join(folder, "corpus"), "late-edition-corpus");
    const state = createFolderStore(join(folder, "state"), STATE_BUCKET);
    const inbox = inboxOf(folder);
    const s3 = await startS3Server([corpus, state], 0, onFailure);
    servers.push(s3);
    const pages = `http://127.0.0.1:${INBOX_PORT}`;
    const ses = await startSesServer({ inbox, contacts: contactsOf(folder), pages, onFailure });
    servers.push(ses);
    const models = hasModels
      ? await startBedrockServer({ answers: answersOf(folder), onFailure })
      : undefined;
    servers.push(...(models ? [models] : []));
    return {
      env: { ...sdkEnvironment(s3.url, ses.url), ...(models && bedrockEnvironment(models.url)) },
      corpus,
      state,
      inbox,
      contacts: ses.contacts,
      failure: () => failure,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Points the SDK here only, ignoring the user's profiles, configuration files and sessions. */
function sdkEnvironment(s3: string, ses: string): LocalCloud["env"] {
  return {
    AWS_ENDPOINT_URL_S3: s3,
    AWS_ENDPOINT_URL_SESV2: ses,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PROFILE: undefined,
    AWS_SESSION_TOKEN: undefined,
    AWS_ENDPOINT_URL: undefined,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
    AWS_USE_DUALSTACK_ENDPOINT: undefined,
    AWS_USE_FIPS_ENDPOINT: undefined,
  };
}

/** A token of the caller's for the real Bedrock is not for this one. */
function bedrockEnvironment(bedrock: string): LocalCloud["env"] {
  return { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock, AWS_BEARER_TOKEN_BEDROCK: undefined };
}
