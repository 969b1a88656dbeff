import * as v from "valibot";
import { InvalidEventError } from "../errors.ts";
import { type Feedback, SesEventSchema, toFeedback } from "../feedback/ses-event.ts";
import { parseSlot } from "../slot.ts";
import type { Bounds } from "../snapshot/snapshot.ts";

/** A distributed run: the run id under which it writes, and the edition it makes. */
const SharedRunSchema = v.strictObject({
  runId: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, "expected a run id")),
  /** Slot of the checkpoint's edition; an older one if that was left unfinished. */
  slot: v.string(),
  /** Key of the snapshot to compare with; `null`: a baseline. */
  parent: v.nullable(v.string()),
});

export type SharedRun = Readonly<v.InferOutput<typeof SharedRunSchema>>;

const BoundsSchema = v.strictObject({
  after: v.exactOptional(v.string()),
  upTo: v.exactOptional(v.string()),
});

/** A run on a single function. */
export type RunRequest =
  | {
      readonly mode: "scheduled";
      readonly slot: string;
      readonly acceptRemovals: readonly string[];
      /** The slot is meant, however far it is ahead. */
      readonly allowFuture?: boolean;
    }
  | { readonly mode: "preview"; readonly slot: string }
  | { readonly mode: "deliver"; readonly slot?: string }
  | { readonly mode: "resume"; readonly leaveCheckpoint?: boolean }
  | { readonly mode: "redate" };

/** A step of a distributed run, as requested by the state machine. */
export type SharedRequest =
  | { readonly mode: "plan"; readonly slot: string; readonly acceptRemovals: readonly string[] }
  | { readonly mode: "scan"; readonly run: SharedRun; readonly ranges: readonly Bounds[] }
  | { readonly mode: "finish"; readonly slot: string; readonly run: SharedRun };

/** Feedback from the mail service about an email, passed on by EventBridge. */
export interface FeedbackRequest {
  readonly mode: "feedback";
  readonly feedback: Feedback;
}

/** The request of an invocation. */
export type Request = RunRequest | SharedRequest | FeedbackRequest;

const slot = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseSlot(dataset.value);
    if (parsed === undefined) {
      addIssue({ message: "expected an ISO time with a zone, such as 2026-11-20T07:00:00Z" });
      return NEVER;
    }
    return parsed;
  }),
);

const acceptRemovals = v.optional(v.array(v.string()), []);

const RequestSchema = v.variant("mode", [
  v.strictObject({
    mode: v.literal("scheduled"),
    slot: v.optional(slot),
    acceptRemovals,
    allowFuture: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ mode: v.literal("preview"), slot: v.optional(slot) }),
  /** Delivers what was given up after all; without a slot, of the last edition. */
  v.strictObject({ mode: v.literal("deliver"), slot: v.exactOptional(slot) }),
  v.strictObject({
    mode: v.literal("resume"),
    leaveCheckpoint: v.exactOptional(v.boolean()),
    /** Its name before 0.2.0, still sent by schedules of such a stack. */
    leaveWork: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ mode: v.literal("redate") }),
  v.strictObject({ mode: v.literal("plan"), slot, acceptRemovals }),
  v.strictObject({ mode: v.literal("scan"), run: SharedRunSchema, ranges: v.array(BoundsSchema) }),
  v.strictObject({ mode: v.literal("finish"), slot, run: SharedRunSchema }),
]);

/** The fields of EventBridge events that we use. */
const EventBridgeSchema = v.variant("source", [
  v.object({ source: v.literal("aws.events"), time: v.optional(slot) }),
  SesEventSchema,
]);

/**
 * Parses the event that started the function: our own events (`events/*.json`), the event of an EventBridge rule, whose
 * `time` is the slot, or SES feedback about an email. `now` is the slot of an event that names none, and the arrival
 * time of feedback. Throws {@link InvalidEventError}, naming the unknown field or mode.
 */
export function parseEvent(event: unknown, now: string): Request {
  if (v.is(v.object({ source: v.string() }), event)) {
    const known = check(EventBridgeSchema, event);
    return known.source === "aws.ses"
      ? { mode: "feedback", feedback: toFeedback(known, now) }
      : { mode: "scheduled", slot: known.time ?? now, acceptRemovals: [] };
  }
  const request = check(RequestSchema, event);
  switch (request.mode) {
    case "scheduled":
    case "preview":
      return { ...request, slot: request.slot ?? now };
    case "resume": {
      const leaveCheckpoint = request.leaveCheckpoint ?? request.leaveWork;
      return { mode: "resume", ...(leaveCheckpoint !== undefined && { leaveCheckpoint }) };
    }
    default:
      return request;
  }
}

function check<const Schema extends v.GenericSchema>(schema: Schema, event: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, event);
  if (result.success) {
    return result.output;
  }
  throw new InvalidEventError(`cannot handle this event: ${result.issues.map(describe).join("; ")}`);
}

const MODES = RequestSchema.options.map(({ entries }) => `"${entries.mode.literal}"`).join(", ");

function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  if (field === null) {
    return `expected an object, found ${issue.received}`;
  }
  if (issue.expected === "never") {
    return `unknown field "${field}"`;
  }
  if (field === "mode") {
    return `unknown mode ${issue.received}: expected one of ${MODES}`;
  }
  return `field "${field}": ${issue.type === "raw_transform" ? issue.message : `expected ${issue.expected}`}, found ${show(issue.input)}`;
}

function show(input: unknown): string {
  return input === undefined ? "nothing" : JSON.stringify(input).slice(0, 80);
}
