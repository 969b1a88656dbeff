import { relative } from "node:path";
import { type Receipt, readReceipt, receiptKey } from "../../../functions/digest/delivery/receipt.ts";
import type { Edition } from "../../../functions/digest/edition/schema.ts";
import { counted } from "../../../functions/digest/publish/wording/words.ts";
import { selectFor } from "../../../functions/digest/topics/select.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { commandLine } from "../../../infra/installed.ts";
import { inboxOf, readStateOf } from "../../cloud.ts";
import { mailIds, readEnvelope, readMail } from "../../ses/mailbox.ts";
import { type RunOptions, stateArguments } from "../options.ts";
import type { LocalResult } from "../run-locally.ts";
import { SAMPLE_EVENTS } from "../usage.ts";
import { type Choice, isSameAddress } from "./choice.ts";
import { printable } from "./printable.ts";

/** A run, its edition, and what one reader chose. */
export interface Asked {
  readonly choice: Choice;
  readonly result: Pick<LocalResult, "slot" | "outcome" | "saved">;
  /** `undefined`: there is none, or it cannot be read. */
  readonly edition: Edition | undefined;
}

/** What a reader gets of a run and why, in lines: what they chose, then the email, or why there is none. */
export async function explainReader(asked: Asked, { state }: Pick<RunOptions, "state">): Promise<string> {
  const { choice, edition, result } = asked;
  const { address } = choice;
  const who = choice.isReader
    ? `${address} reads ${choice.words}${shareOf(edition, choice.topics)}.`
    : `${address} gets no emails: ${choice.why}.`;
  const receipt = await receiptOf(address, result, state);
  if (receipt === undefined) {
    return printable([who, ...(choice.isReader ? [withoutReceipt(asked, choice.topics)] : [])].join("\n"));
  }
  // What was sent is a fact; what was chosen may have changed since.
  const now = result.outcome === "already done" ? ["By the settings of now:"] : [];
  const email = receipt.state === "sent" ? emailOf(receipt, asked, state) : withoutEmail(receipt, state);
  return printable([...now, who, email].join("\n"));
}

/** `: 3 of 9 changes`. */
function shareOf(edition: Edition | undefined, topics: readonly Topic[] | undefined): string {
  if (edition === undefined || topics === undefined || edition.changes.length === 0) {
    return "";
  }
  const own = selectFor(edition, topics).edition.changes.length;
  return `: ${own} of ${counted(edition.changes.length, "change", "changes")}`;
}

async function receiptOf(
  address: string,
  { slot, outcome }: Asked["result"],
  state: string,
): Promise<Receipt | undefined> {
  return slot === null || outcome === "preview"
    ? undefined
    : (await readReceipt(readStateOf(state), receiptKey(slot, address)))?.receipt;
}

function emailOf(
  { messageId }: Receipt,
  { choice: { address }, result: { saved } }: Asked,
  state: string,
): string {
  const inbox = inboxOf(state);
  const id = mailIds(inbox).find((each) => each === messageId);
  if (id === undefined) {
    return "The email was sent, but is no longer in the local inbox.";
  }
  const at = saved?.recipients.findIndex((each) => isSameAddress(each, address)) ?? -1;
  const file = at > 0 ? `message-${at + 1}.eml` : "message.eml";
  const place = at < 0 || saved === null ? "" : `\nSaved as ${relative(process.cwd(), saved.out)}/${file}.`;
  const text = readMail(inbox, id, "digest.txt").toString("utf8").trimEnd();
  return `Email: ${readEnvelope(inbox, id).subject}${place}\n\n${text}`;
}

function withoutEmail(
  { state: receipt, reason = "no reason given", deadline }: Receipt,
  state: string,
): string {
  switch (receipt) {
    case "opted out":
      return "No email: unsubscribed before it was sent.";
    case "failed":
      return `No email: the mail service refused it (${reason}); once that is fixed, ${commandLine("invoke", `${SAMPLE_EVENTS}/deliver.json`, ...stateArguments(state))} sends it.`;
    case "open":
      return `No email yet: the mail service refused it (${reason}); the next run tries again.`;
    case "claimed":
      return `No email yet: a run is sending it until ${deadline}.`;
    default:
      return "No email that is certain: a run stopped while it was being sent, and UNKNOWN_DELIVERIES is not resend.";
  }
}

/** Why a reader has no receipt. */
function withoutReceipt(
  { result: { outcome, slot }, edition }: Asked,
  topics: readonly Topic[] | undefined,
): string {
  if (slot === null || outcome === "kept" || outcome === "redated") {
    return "No email: this run made no edition.";
  }
  if (edition === undefined) {
    return `No email: there is no edition for ${slot} here.`;
  }
  if (edition.kind === "quiet") {
    return `No email: nothing changed for ${slot}.`;
  }
  if (topics !== undefined && selectFor(edition, topics).edition.kind === "quiet") {
    const names = topics.map(({ name }) => name).join(" or ");
    return `No email: no change of this edition is in ${names}; --explain says why of each.`;
  }
  return outcome === "preview"
    ? "No email: a preview is sent to nobody; a run would send one."
    : `No email: none was sent for ${slot}; this is a choice made since.`;
}
