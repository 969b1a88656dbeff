import { createHash } from "node:crypto";
import pMap from "p-map";
import * as v from "valibot";
import { FEEDBACK_PREFIX } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { parseJson, toJson } from "../store/json.ts";
import type { Feedback, FeedbackKind } from "./ses-event.ts";

const FeedbackSchema = v.strictObject({
  version: v.literal(1),
  kind: v.picklist(["bounced", "complained", "rejected"]),
  sentAt: v.string(),
});

/** Mails of earlier editions of which SES had something to say, by what it was. */
export type FeedbackCounts = Readonly<Record<FeedbackKind, number>>;

/** What arrived since the last edition that told it. */
export interface FeedbackNews {
  readonly counts: FeedbackCounts;
  /** Key up to which it was read; `null` when there was never anything. */
  readonly upTo: string | null;
}

/** More in a day are counted up to here. */
const MAX_FEEDBACK = 2_000;

/** Of two that arrive at the same moment the later may be seen first: whatever is younger waits for the next edition. */
const SETTLED_MS = 60_000;

const CONCURRENCY = 16;

/**
 * Keeps what SES said, under the time at which it arrived: an event may come late, and the next edition tells what
 * arrived since the last one. One PUT.
 */
export async function keepFeedback(
  { id, kind, sentAt, arrivedAt }: Feedback,
  state: ObjectStore,
): Promise<void> {
  const name = createHash("sha256").update(id).digest("hex").slice(0, 32);
  await state.write(`${prefixAt(new Date(arrivedAt))}-${name}.json`, toJson({ version: 1, kind, sentAt }));
}

function prefixAt(time: Date): string {
  return `${FEEDBACK_PREFIX}${time.toISOString().replaceAll(/[-:.]/g, "")}`;
}

/**
 * What arrived behind a key and not just now. An event that EventBridge delivered twice counts once. One LIST, a GET
 * a mail.
 */
export async function readFeedback(state: ObjectStore, after: string | null): Promise<FeedbackNews> {
  const upTo = prefixAt(new Date(state.now().getTime() - SETTLED_MS));
  const keys: string[] = [];
  for await (const page of state.list({ prefix: FEEDBACK_PREFIX, after: after ?? undefined, upTo })) {
    keys.push(...page.map(({ key }) => key));
    if (keys.length >= MAX_FEEDBACK) {
      break;
    }
  }
  const read = keys.slice(0, MAX_FEEDBACK);
  const once = [...new Map(read.map((key) => [key.slice(key.lastIndexOf("-")), key])).values()];
  const kinds = await pMap(once, async (key) => await readKind(state, key), { concurrency: CONCURRENCY });
  const count = (kind: FeedbackKind): number => kinds.filter((each) => each === kind).length;
  return {
    counts: { bounced: count("bounced"), complained: count("complained"), rejected: count("rejected") },
    upTo: read.at(-1) ?? after,
  };
}

/** Nothing to tell. */
export function noFeedback(upTo: string | null): FeedbackNews {
  return { counts: { bounced: 0, complained: 0, rejected: 0 }, upTo };
}

/** An object that is gone or something else says nothing, and stops no edition. */
async function readKind(state: ObjectStore, key: string): Promise<FeedbackKind | undefined> {
  const stored = await state.read(key);
  return stored && parseJson(FeedbackSchema, stored.bytes)?.kind;
}
