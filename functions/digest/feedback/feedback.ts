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

/** SES feedback on earlier editions' emails, counted by kind. */
export type FeedbackCounts = Readonly<Record<FeedbackKind, number>>;

/** Feedback that arrived since the last edition that reported any. */
export interface FeedbackNews {
  readonly counts: FeedbackCounts;
  /** Key up to which it was read; `null` if there has never been any. */
  readonly upTo: string | null;
}

/** At most this many are counted per day. */
const MAX_FEEDBACK = 2_000;

/** Younger events wait for the next edition: later ones may still sort before them. */
const SETTLED_MS = 60_000;

const CONCURRENCY = 16;

/**
 * Stores SES's feedback under its arrival time: an event may come late, and the next edition reports what
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
 * Feedback that arrived after a key, except in the last minute. An event that EventBridge delivered twice
 * counts once. One LIST, one GET per email.
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

/** No feedback. */
export function noFeedback(upTo: string | null): FeedbackNews {
  return { counts: { bounced: 0, complained: 0, rejected: 0 }, upTo };
}

/** A missing or malformed object is ignored and never blocks an edition. */
async function readKind(state: ObjectStore, key: string): Promise<FeedbackKind | undefined> {
  const stored = await state.read(key);
  return stored && parseJson(FeedbackSchema, stored.bytes)?.kind;
}
