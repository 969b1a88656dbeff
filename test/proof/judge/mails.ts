import { readerNamed } from "../../../functions/digest/config.ts";
import { parseReceipt, receiptKey } from "../../../functions/digest/delivery/receipt.ts";
import { runKeys } from "../../../functions/digest/keys.ts";
import type { Snapshot } from "../../../functions/digest/snapshot/snapshot.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import type { Fault } from "../world/fault.ts";
import type { Received } from "../world/servers.ts";
import type { World } from "../world/world.ts";
import type { Link, Verdict } from "./check.ts";
import { judgeSelection, type Told, toldIn } from "./selections.ts";

interface SentMail extends SlotMail {
  /** The worker that sent it. */
  readonly by: string;
}

interface SlotMail extends Received {
  /** Absent: it is of no edition that was committed. */
  readonly slot: string | undefined;
}

/** The emails of a world, and what they were to tell. */
export interface Post {
  /** The slot of each email, in order; `undefined`: it is of no edition that was committed. */
  readonly slots: readonly (string | undefined)[];
  readonly told: ReadonlyMap<string, Told>;
  /** What is wrong with what they tell. */
  readonly violations: readonly string[];
}

export async function readPost(world: World, chain: readonly Link[]): Promise<Post> {
  const snapshots = chain.map(({ snapshot }) => snapshot);
  const slotOf = await slotsOf(world.state, snapshots);
  const slots = world.mails.map(({ html }) => slotOf.get(html));
  const told = await toldIn(world, chain);
  const violations = world.mails.flatMap((mail, i) => judgeContent({ ...mail, slot: slots[i] }, told));
  return { slots, told, violations };
}

/** The emails of these slots: each reader gets what she is to be told once, and no more emails than the window of SES leaves open. */
export async function judgeMails(
  world: World,
  { slots: slotOf, told }: Post,
  slots: readonly string[],
): Promise<Pick<Verdict, "violations" | "windows">> {
  const senders = sendersOf(world);
  const all = world.mails.map((mail, i): SentMail => ({ ...mail, slot: slotOf[i], by: senders[i] ?? "" }));
  const violations: string[] = [];
  let windows = 0;
  for (const { slot, to } of slots.flatMap((each) => readersOf(world).map((to) => ({ slot: each, to })))) {
    const own = all.filter((mail) => mail.slot === slot && mail.to === to);
    const open = own.filter((mail) => isInWindow(mail, world)).length;
    windows += open;
    const isMeant = told.get(slot)?.forReader(to).length !== 0;
    const what = judgeCount({ sent: own.length, open, isMeant }, world.setting);
    if (what !== undefined && !(own.length === 0 && (await isGivenUp(world.state, slot, to)))) {
      violations.push(`${to} was ${what} slot ${slot}`);
    }
  }
  return { violations, windows };
}

function readersOf({ setting }: World): readonly string[] {
  return setting.recipients.map((recipient) => readerNamed(recipient).address);
}

function judgeContent(mail: SlotMail, told: ReadonlyMap<string, Told>): readonly string[] {
  const own = told.get(mail.slot ?? "");
  return mail.slot === undefined || own === undefined
    ? [`${mail.to} was emailed an edition that was never committed`]
    : judgeSelection(mail, mail.slot, own);
}

interface Count {
  readonly sent: number;
  /** Those of them in the window. */
  readonly open: number;
  /** Whether there is something to tell. */
  readonly isMeant: boolean;
}

/** What is wrong with the number of emails of a slot that a reader got. */
function judgeCount(
  { sent, open, isMeant }: Count,
  { unknownDeliveries }: World["setting"],
): string | undefined {
  const once = unknownDeliveries === "resend" ? 1 + open : 1;
  if (sent > (isMeant ? once : 0)) {
    return `emailed ${sent} times, ${open} of them in the window,`;
  }
  return isMeant && sent === 0 ? "never emailed" : undefined;
}

/** The slot of each stored email, by its HTML. */
async function slotsOf(
  state: LocalStore,
  snapshots: readonly Snapshot[],
): Promise<ReadonlyMap<string, string>> {
  const slots = new Map<string, string>();
  for (const snapshot of snapshots) {
    for (const key of await emailsOf(state, snapshot)) {
      const html = await state.read(key);
      slots.set(Buffer.from(html?.bytes ?? []).toString("utf8"), snapshot.slot);
    }
  }
  return slots;
}

/** The stored emails of a run: of the whole edition, and of those who chose a part of it. */
async function emailsOf(state: LocalStore, { runId }: Snapshot): Promise<readonly string[]> {
  const { folder, html } = runKeys(runId);
  const keys = [html];
  for await (const page of state.list({ prefix: `${folder}audiences/` })) {
    keys.push(...page.map(({ key }) => key).filter((key) => key.endsWith("/digest.html")));
  }
  return keys;
}

const NOT_TAKEN: readonly (Fault | undefined)[] = ["crash before", "503", "400", "429"];

/** The workers that sent the emails, in the order in which the mail service accepted them. */
function sendersOf({ calls }: World): readonly string[] {
  return calls
    .filter(({ call, fault }) => call.kind === "send" && !NOT_TAKEN.includes(fault))
    .map(({ call }) => call.worker);
}

/** The email was sent, no receipt ever said so, and its sender met a fault. */
function isInWindow(
  { messageId, by }: { readonly messageId: string; readonly by: string },
  { receipted, calls }: World,
): boolean {
  return (
    !receipted.includes(messageId) &&
    calls.some(({ call, fault }) => call.worker === by && fault !== undefined)
  );
}

/** Whether a receipt records an unknown outcome that the setting leaves unknown. */
async function isGivenUp(state: LocalStore, slot: string, to: string): Promise<boolean> {
  const stored = await state.read(receiptKey(slot, to));
  return stored !== undefined && parseReceipt(stored.bytes)?.state === "unknown";
}
