import { relative } from "node:path";
import { type Receipt, readReceipt, receiptKey } from "../../../functions/digest/delivery/receipt.ts";
import type { Edition } from "../../../functions/digest/edition/schema.ts";
import { counted, listed } from "../../../functions/digest/publish/wording/words.ts";
import { selectInRhythm } from "../../../functions/digest/topics/rhythms.ts";
import { selectFor } from "../../../functions/digest/topics/select.ts";
import type { Rhythm, Topic } from "../../../functions/digest/topics/topics.ts";
import { printable, printableLine } from "../../../infra/doctor/printable.ts";
import { commandLine } from "../../../infra/installed.ts";
import { inboxOf, readStateOf } from "../../cloud.ts";
import { mailIds, readEnvelope, readMail } from "../../ses/mailbox.ts";
import { type RunOptions, stateArguments } from "../options.ts";
import type { LocalResult } from "../run-locally.ts";
import { SAMPLE_EVENTS } from "../usage.ts";
import { type Choice, isSameAddress } from "./choice.ts";
import type { Told } from "./told.ts";

/** A run, what it told, and what one reader chose. */
export interface Asked {
  readonly choice: Choice;
  readonly result: Pick<LocalResult, "slot" | "outcome" | "saved">;
  /** `undefined`: there is no edition. */
  readonly told: Told | undefined;
}

/** What a reader gets of a run and why, in lines: what they chose, then the email, or why there is none. */
export async function explainReader(asked: Asked, { state }: Pick<RunOptions, "state">): Promise<string> {
  const { choice, told, result } = asked;
  const { address } = choice;
  const name = printableLine(address);
  const who = choice.isReader
    ? `${name} reads ${choice.words}${shareOf(told, choice.topics)}.`
    : `${name} gets no emails: ${choice.why}.`;
  const receipt = await receiptOf(address, result, state);
  if (receipt === undefined) {
    return printable([who, ...(choice.isReader ? [withoutReceipt(asked, choice.topics)] : [])].join("\n"));
  }
  // What was sent is a fact; what was chosen may have changed since.
  const now = result.outcome === "already done" ? ["With the current settings:"] : [];
  const email = receipt.state === "sent" ? emailOf(receipt, asked, state) : withoutEmail(receipt, state);
  return printable([...now, who, email].join("\n"));
}

/** `: 3 of 9 changes`, with those of the week, or when it is due. */
function shareOf(told: Told | undefined, topics: readonly Topic[] | undefined): string {
  if (told === undefined || topics === undefined) {
    return "";
  }
  const { edition, week } = told;
  const day = selectFor(edition, inRhythm("daily", topics)).edition.changes.length;
  const parts = [
    ...(isAny("daily", topics) ? [ofChanges(day, edition)] : []),
    ...(week !== undefined && isAny("weekly", topics) ? [weekShare({ ...told, week }, topics, day)] : []),
    ...(week === undefined && day > 0 ? [dueOf(told, topics)] : []),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `: ${parts.join("; ")}`;
}

/** An email tells no story of the week that it has among those of the day. */
function weekShare(told: Told & { readonly week: Edition }, topics: readonly Topic[], day: number): string {
  const { week } = told;
  const own = selectFor(week, inRhythm("weekly", topics)).edition.changes.length;
  const again = own - (selectInRhythm(told, topics).edition.changes.length - day);
  const share = ofChanges(own, week);
  return share === "" ? "" : `${share} of the week${again > 0 ? `, ${again} of them among the day's` : ""}`;
}

function ofChanges(own: number, { changes }: Edition): string {
  return changes.length === 0 ? "" : `${own} of ${counted(changes.length, "change", "changes")}`;
}

function isAny(wanted: Rhythm, topics: readonly Topic[]): boolean {
  return topics.some(({ rhythm }) => rhythm === wanted);
}

function inRhythm(wanted: Rhythm, topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ rhythm }) => rhythm === wanted);
}

/** `week is weekly, next due on Monday 30 November`; empty if no topic is weekly. */
function dueOf({ nextWeek }: Told, topics: readonly Topic[]): string {
  const names = namesOf("weekly", topics);
  return names.length === 0
    ? ""
    : `${listed(names)} ${names.length === 1 ? "is" : "are"} weekly, ${nextWeek}`;
}

function namesOf(wanted: Rhythm, topics: readonly Topic[]): readonly string[] {
  return inRhythm(wanted, topics).map(({ name }) => name);
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
  const isTo = (to: string): boolean => isSameAddress(to, address);
  const own = saved?.emails.find(({ recipients }) => recipients.some(isTo));
  const place =
    own === undefined || saved === null
      ? ""
      : `\nSaved as ${relative(process.cwd(), saved.out)}/${own.html}.`;
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
  { result: { outcome, slot }, told }: Asked,
  topics: readonly Topic[] | undefined,
): string {
  if (slot === null || outcome === "kept" || outcome === "redated") {
    return "No email: this run made no edition.";
  }
  if (told === undefined) {
    return `No email: there is no edition for ${slot} here.`;
  }
  const selected = topics === undefined ? told.edition : selectInRhythm(told, topics).edition;
  if (selected.kind === "quiet") {
    return `No email: ${whyQuiet(told, topics)}.`;
  }
  return outcome === "preview"
    ? "No email: a preview is sent to nobody; a run would send one."
    : `No email: none was sent for ${slot}; this is a choice made since.`;
}

/** Why there is nothing for a reader of these topics, or of everything. */
function whyQuiet(told: Told, topics: readonly Topic[] | undefined): string {
  if (topics === undefined) {
    return nothingFor(told);
  }
  const reasons = [whyQuietDay(told, topics), whyQuietWeek(told, topics)].filter((reason) => reason !== "");
  const isExplained = reasons.some((reason) => reason.startsWith(NO_CHANGE));
  return `${reasons.join(", and ")}${isExplained ? "; --explain says why of each" : ""}`;
}

const NO_CHANGE = "no change of";

function nothingFor({ edition: { slot } }: Told): string {
  return `nothing changed for ${slot}`;
}

function whyQuietDay(told: Told, topics: readonly Topic[]): string {
  const names = namesOf("daily", topics).join(" or ");
  if (names === "") {
    return "";
  }
  return told.edition.changes.length === 0 ? nothingFor(told) : `${NO_CHANGE} this edition is in ${names}`;
}

function whyQuietWeek(told: Told, topics: readonly Topic[]): string {
  const names = namesOf("weekly", topics).join(" or ");
  if (told.week === undefined || names === "") {
    return dueOf(told, topics);
  }
  return told.week.changes.length === 0
    ? "all is as it was when the week began"
    : `${NO_CHANGE} the week is in ${names}`;
}
