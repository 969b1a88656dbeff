import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parseReceipt, type Receipt } from "../../functions/digest/delivery/receipt.ts";
import { type EditionCounts, EditionSchema } from "../../functions/digest/edition/schema.ts";
import { DELIVERIES_PREFIX } from "../../functions/digest/keys.ts";
import type { RunResult } from "../../functions/digest/run/result.ts";
import type { LocalCloud } from "../cloud.ts";
import type { LocalStore } from "../local-store.ts";
import { mailIds, readEnvelope, readMail } from "../ses/mailbox.ts";

/** What was saved of a slot. */
export interface SavedEdition {
  /** The folder, absolute. */
  readonly out: string;
  /** Names of the files that were written there. */
  readonly files: readonly string[];
  /** Of the edition; `null` when it was not found. */
  readonly counts: EditionCounts | null;
  /** Of the mails; `null` when there is none. */
  readonly subject: string | null;
  /** Everybody who got one, in the order of sending. */
  readonly recipients: readonly string[];
}

type Files = Map<string, Uint8Array>;

/**
 * Saves what a run left under `<out>/<slot>/`: of the mails in the inbox `digest.html`, `digest.txt` and
 * `message.eml` (further recipients: `message-2.eml` and so on), of the state bucket `edition.json`. What an
 * earlier run saved there goes first, so that the folder never mixes two; only when the slot was already done, what
 * cannot be found again stays.
 */
export async function saveEdition(
  { slot, outcome, edition }: RunResult & { readonly slot: string },
  out: string,
  cloud: LocalCloud,
): Promise<SavedEdition> {
  const receipts = outcome === "preview" ? [] : await receiptsOf(slot, cloud.state);
  const mails = receivedMails(receipts, cloud.inbox);
  const files: Files = new Map();
  const editionKey = edition ?? receipts[0]?.edition;
  if (outcome === "preview" && editionKey !== undefined) {
    await takeObject(files, "digest.html", editionKey.replace("edition.json", "digest.html"), cloud.state);
    await takeObject(files, "digest.txt", editionKey.replace("edition.json", "digest.txt"), cloud.state);
  }
  takeMails(files, mails, cloud.inbox);
  await takeObject(files, "edition.json", editionKey, cloud.state);
  const folder = join(out, folderNameOf(slot));
  if (outcome !== "already done") {
    removeFiles(folder);
  }
  writeFiles(folder, files);
  const envelopes = mails.map((id) => readEnvelope(cloud.inbox, id));
  return {
    out: folder,
    files: [...files.keys()],
    counts: countsOf(files.get("edition.json")),
    subject: envelopes[0]?.subject ?? null,
    recipients: envelopes.flatMap(({ to }) => to),
  };
}

/** A slot as the name of a folder; Windows allows no colon in one. */
export function folderNameOf(slot: string, platform: string = process.platform): string {
  return platform === "win32" ? slot.replaceAll(":", "-") : slot;
}

async function receiptsOf(slot: string, state: LocalStore): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const page of state.list({ prefix: `${DELIVERIES_PREFIX}${slot}/` })) {
    for (const { key } of page) {
      const stored = await state.read(key);
      const receipt = stored && parseReceipt(stored.bytes);
      receipts.push(...(receipt === undefined ? [] : [receipt]));
    }
  }
  return receipts;
}

/** Ids of the mails that the receipts name and that are still in the inbox, in the order of their arrival. */
function receivedMails(receipts: readonly Receipt[], inbox: string): readonly string[] {
  const named = new Set(receipts.map(({ messageId }) => messageId));
  return mailIds(inbox).filter((id) => named.has(id));
}

function takeMails(files: Files, mails: readonly string[], inbox: string): void {
  for (const [i, id] of mails.entries()) {
    if (i === 0) {
      files.set("digest.html", readMail(inbox, id, "digest.html"));
      files.set("digest.txt", readMail(inbox, id, "digest.txt"));
    }
    files.set(i === 0 ? "message.eml" : `message-${i + 1}.eml`, readMail(inbox, id, "message.eml"));
  }
}

async function takeObject(
  files: Files,
  name: string,
  key: string | undefined,
  state: LocalStore,
): Promise<void> {
  const stored = key === undefined ? undefined : await state.read(key);
  if (stored !== undefined) {
    files.set(name, stored.bytes);
  }
}

/** Not by the function's own reader: it brings the templates along, which may not be compiled yet here. */
function countsOf(edition: Uint8Array | undefined): EditionCounts | null {
  const json = new TextDecoder().decode(edition);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), EditionSchema), json);
  return parsed.success ? parsed.output.counts : null;
}

const OURS = /^(?:digest\.(?:html|txt)|message(?:-\d+)?\.eml|edition\.json)$/;

function removeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => OURS.test(file))) {
    rmSync(join(folder, name));
  }
}

function writeFiles(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes);
  }
}
