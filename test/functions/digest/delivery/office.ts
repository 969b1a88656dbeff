import { onTestFinished } from "vitest";
import { readConfig, renderOptionsOf } from "../../../../functions/digest/config.ts";
import { deliverAll } from "../../../../functions/digest/delivery/due.ts";
import { askQuota } from "../../../../functions/digest/delivery/quota.ts";
import { type Receipt, readReceipt, receiptKey } from "../../../../functions/digest/delivery/receipt.ts";
import { createSesClient, createSesSender } from "../../../../functions/digest/delivery/ses.ts";
import { listSubscribers } from "../../../../functions/digest/delivery/subscribers.ts";
import type { DeliveryTally } from "../../../../functions/digest/delivery/tally.ts";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { mailKeys } from "../../../../functions/digest/keys.ts";
import { publish } from "../../../../functions/digest/publish/publish.ts";
import type { Job } from "../../../../functions/digest/run/job.ts";
import { readEmail, storeArtefacts } from "../../../../functions/digest/run/published.ts";
import { EVERYONE, type Head, readHead, writeHead } from "../../../../functions/digest/snapshot/head.ts";
import { toJson } from "../../../../functions/digest/store/json.ts";
import { makeRichEdition } from "../../../../local/preview/sample-editions.ts";
import { ACCOUNT, type LocalAccount } from "../../../../local/ses/account.ts";
import { type Envelope, mailIds, readEnvelope } from "../../../../local/ses/mailbox.ts";
import { type SesServer, startSesServer } from "../../../../local/ses/ses-server.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { SMALL_LIMITS } from "../../../support/small-limits.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

/** A due edition and the real sender against a local SES, with a clock that only sleeping moves. */
export interface Office {
  readonly ses: SesServer;
  readonly job: Job;
  readonly steps: { readonly step: string; readonly figures: Readonly<Record<string, unknown>> }[];
  /** Delivers what is due. */
  deliver(changes?: Partial<Job>): Promise<DeliveryTally | undefined>;
  due(): Promise<readonly string[]>;
  receipt(recipient: string): Promise<Receipt | undefined>;
  mails(): readonly Envelope[];
  inbox: string;
  passedMs(): number;
}

export const SLOT = "2026-11-20T07:00:00Z";
const EDITION = "runs/1/edition.json";

/** A new office; `environment` is the function's, `account` may change while it is open. */
export async function openOffice(
  recipients: readonly string[],
  {
    environment = {},
    account = { ...ACCOUNT },
    edition = makeRichEdition(),
  }: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly account?: LocalAccount;
    readonly edition?: Edition;
  } = {},
): Promise<Office> {
  let passedMs = 0;
  let nonces = 0;
  const now = (): Date => new Date(Date.parse(SLOT) + passedMs);
  const inbox = temporaryFolder();
  const ses = await startSesServer({ inbox, now, account: () => account });
  const client = createSesClient({ endpoint: ses.url });
  onTestFinished(() => {
    client.destroy();
    return ses.close();
  });
  const state = createMemoryStore({ now });
  await state.write(EDITION, toJson(edition));
  const config = readConfig({
    CORPUS_BUCKET: "corpus",
    STATE_BUCKET: "state",
    SENDER: "Desk <desk@example.org>",
    ...(environment.CONTACT_LIST === undefined && { RECIPIENTS: "ann@example.org" }),
    ...environment,
  });
  const options = renderOptionsOf(config);
  const keys = mailKeys(EDITION);
  const artefacts = await storeArtefacts(publish(edition, { ...options, keys }), keys, state);
  const due = { slot: SLOT, edition: EDITION, recipients: [...recipients] };
  const head: Head = {
    version: 2,
    nonce: "n",
    slot: SLOT,
    runId: "1",
    snapshot: "runs/1/snapshot.json",
    due: [{ ...due, audience: EVERYONE, artefacts, unsubscribe: options.unsubscribe }],
  };
  await writeHead(state, head, { absent: true });
  const steps: Office["steps"] = [];
  const job: Job = {
    config,
    corpus: createMemoryStore(),
    state,
    sender: createSesSender(client, config),
    subscribers: () => listSubscribers(client, config),
    quota: () => askQuota(client),
    limits: SMALL_LIMITS,
    log: (step, figures) => steps.push({ step, figures }),
    nonce: () => {
      nonces += 1;
      return `nonce${nonces}`;
    },
    remainingMs: () => 900_000 - passedMs,
    sleep: async (ms) => {
      passedMs += ms;
    },
  };
  const dueNow = async () => {
    const found = await readHead(state);
    return found.state === "current" ? found.head.due : [];
  };
  return {
    ses,
    job,
    steps,
    inbox,
    deliver: async (changes = {}) => {
      const changed = { ...job, ...changes };
      return (await deliverAll(await dueNow(), (each) => readEmail(each, changed), changed))[0]?.tally;
    },
    due: async () => (await dueNow()).map(({ slot }) => slot),
    receipt: async (recipient) => (await readReceipt(state, receiptKey(SLOT, recipient)))?.receipt,
    mails: () => mailIds(inbox).map((id) => readEnvelope(inbox, id)),
    passedMs: () => passedMs,
  };
}

/** `reader-0@example.org` and so on. */
export function readers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `reader-${i}@example.org`);
}
