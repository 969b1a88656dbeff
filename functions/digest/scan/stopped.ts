import { recordUnreadRemoved } from "../changes/record.ts";
import type { ListedObject } from "../ports.ts";
import type { Entry } from "../snapshot/entry.ts";
import { type ExamineContext, type Finding, holdBack, withoutMissing } from "./finding.ts";
import type { Changed } from "./join.ts";
import { unreadable } from "./read-story.ts";

/** Why a story is held back on which an earlier invocation ended: once, and once more after it was read again. */
const STOPPED = "stopped the run";
const STOPPED_AGAIN = "stopped the run again";
/** After these days it is read again, as what stops one release need not stop the next. */
const STOPPED_DAYS = 7;
const DAY_MS = 86_400_000;

/** What a difference means that must not be examined, because an earlier invocation died or ran out of time over it. */
export function examineStopped(difference: Changed<Entry>, context: ExamineContext): Finding {
  if (difference.difference === "removed") {
    return { record: recordUnreadRemoved(difference.before) };
  }
  const before = difference.difference === "touched" ? withoutMissing(difference.before) : undefined;
  const isAgain = hasStopped(difference);
  const since = isAgain && !isOver(before?.held, context.slot) ? before?.held?.since : undefined;
  const reason = isAgain ? STOPPED_AGAIN : STOPPED;
  return holdStopped(before, difference.listed, { reason, since: since ?? context.slot }, context);
}

/** Whether an invocation ended on the object as it is now. */
export function hasStopped(difference: Changed<Entry>): boolean {
  if (difference.difference !== "touched") {
    return false;
  }
  const { held } = difference.before;
  const isStopped = held?.reason === STOPPED || held?.reason === STOPPED_AGAIN;
  return isStopped && held?.etag === difference.listed.etag;
}

function isOver(held: Entry["held"], slot: string): boolean {
  return Date.parse(slot) - Date.parse(held?.since ?? slot) >= STOPPED_DAYS * DAY_MS;
}

function holdStopped(
  before: Entry | undefined,
  listed: ListedObject,
  { reason, since }: { readonly reason: typeof STOPPED | typeof STOPPED_AGAIN; readonly since: string },
  context: ExamineContext,
): Finding {
  return holdBack(before, unreadable(listed, reason), { reason, hash: "", since }, context);
}

/** A story that stopped two invocations is left unread for a week; `undefined` for any other. */
export function leftUnread(difference: Changed<Entry>, context: ExamineContext): Finding | undefined {
  const held = difference.difference === "touched" ? difference.before.held : undefined;
  return held?.reason === STOPPED_AGAIN && hasStopped(difference) && !isOver(held, context.slot)
    ? examineStopped(difference, context)
    : undefined;
}
