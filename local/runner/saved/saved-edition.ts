import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parseReceipt, type Receipt } from "../../../functions/digest/delivery/receipt.ts";
import { type EditionCounts, EditionSchema } from "../../../functions/digest/edition/schema.ts";
import { deliveriesOf, mailKeys } from "../../../functions/digest/keys.ts";
import type { RunResult } from "../../../functions/digest/run/result.ts";
import type { LocalCloud } from "../../cloud.ts";
import { mailIds, readEnvelope, readMail } from "../../ses/mailbox.ts";
import { UNSUBSCRIBE_PATH } from "../../ses/unsubscribe.ts";
import type { LocalStore } from "../../stores/local-store.ts";
import { sideBySide } from "./side-by-side.ts";

/** What was saved for a slot. */
export interface SavedEdition {
  /** The folder, absolute. */
  readonly out: string;
  /** Names of the files written there. */
  readonly files: readonly string[];
  /** Key of `edition.json` in the state bucket; `undefined` if it was not found. */
  readonly edition?: string | undefined;
  /** Of the edition; `null` if it was not found. */
  readonly counts: EditionCounts | null;
  /** The emails, each once for all who got it; in the order of sending. */
  readonly emails: readonly SavedEmail[];
}

/** An email that some of the readers got. */
export interface SavedEmail {
  readonly subject: string;
  readonly recipients: readonly string[];
  /** Names of the files with its two parts. */
  readonly html: string;
  readonly text: string;
}

type Files = Map<string, Uint8Array>;

/**
 * Saves a run's results under `<out>/<slot>/`: from the inbox `digest.html`, `digest.txt` and `message.eml`
 * (further recipients: `message-2.eml` and so on), from the state bucket `edition.json`. Of readers who got different emails, the others' are `digest-2.html`
 * and so on, and `readers.html` shows all side by side. Files of an earlier
 * run are removed first, so that the folder never mixes two runs; if the slot was already done, files that
 * cannot be found again stay.
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
    const { html, text } = mailKeys(editionKey);
    await takeObject(files, "digest.html", html, cloud.state);
    await takeObject(files, "digest.txt", text, cloud.state);
  }
  const emails = takeMails(files, mails, cloud.inbox);
  if (emails.length > 1) {
    files.set("readers.html", Buffer.from(sideBySide(slot, emails)));
  }
  await takeObject(files, "edition.json", editionKey, cloud.state);
  const folder = join(out, folderNameOf(slot));
  if (outcome !== "already done") {
    removeFiles(folder);
  }
  writeFiles(folder, files);
  return {
    out: folder,
    files: [...files.keys()],
    edition: files.has("edition.json") ? editionKey : undefined,
    counts: countsOf(files.get("edition.json")),
    emails,
  };
}

/** A slot as a folder name; Windows allows no colons. */
export function folderNameOf(slot: string, platform: string = process.platform): string {
  return platform === "win32" ? slot.replaceAll(":", "-") : slot;
}

async function receiptsOf(slot: string, state: LocalStore): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const page of state.list({ prefix: deliveriesOf(slot) })) {
    for (const { key } of page) {
      const stored = await state.read(key);
      const receipt = stored && parseReceipt(stored.bytes);
      receipts.push(...(receipt === undefined ? [] : [receipt]));
    }
  }
  return receipts;
}

/** Ids of the emails named in the receipts that are still in the inbox, in order of arrival. */
function receivedMails(receipts: readonly Receipt[], inbox: string): readonly string[] {
  const named = new Set(receipts.map(({ messageId }) => messageId));
  return mailIds(inbox).filter((id) => named.has(id));
}

/** All that is the same but for the address at which a reader leaves is one email. */
function takeMails(files: Files, mails: readonly string[], inbox: string): readonly SavedEmail[] {
  const emails = new Map<string, SavedEmail>();
  for (const [i, id] of mails.entries()) {
    const html = readMail(inbox, id, "digest.html");
    const same = html.toString("utf8").replaceAll(OWN_ADDRESSES, "");
    const known = emails.get(same) ?? newEmail(files, emails.size, { id, inbox });
    const { to } = readEnvelope(inbox, id);
    emails.set(same, { ...known, recipients: [...known.recipients, ...to] });
    files.set(numbered("message", i, "eml"), readMail(inbox, id, "message.eml"));
  }
  return [...emails.values()];
}

const OWN_ADDRESSES = new RegExp(`${UNSUBSCRIBE_PATH}[^"]*`, "g");

function newEmail(
  files: Files,
  place: number,
  { id, inbox }: { readonly id: string; readonly inbox: string },
): SavedEmail {
  const [html, text] = [numbered("digest", place, "html"), numbered("digest", place, "txt")];
  files.set(html, readMail(inbox, id, "digest.html"));
  files.set(text, readMail(inbox, id, "digest.txt"));
  return { subject: readEnvelope(inbox, id).subject, recipients: [], html, text };
}

function numbered(name: string, place: number, extension: string): string {
  return `${name}${place === 0 ? "" : `-${place + 1}`}.${extension}`;
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

/** Does not use the function's own reader, which imports the templates; those may not be compiled yet. */
function countsOf(edition: Uint8Array | undefined): EditionCounts | null {
  const json = new TextDecoder().decode(edition);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), EditionSchema), json);
  return parsed.success ? parsed.output.counts : null;
}

const OURS = /^(?:digest(?:-\d+)?\.(?:html|txt)|message(?:-\d+)?\.eml|readers\.html|edition\.json)$/;

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
