import * as v from "valibot";
import { InvalidEventError } from "../errors.ts";
import { type Feedback, SesEventSchema, toFeedback } from "../feedback/ses-event.ts";
import { parseSlot } from "../slot.ts";
import type { Bounds } from "../snapshot/snapshot.ts";

/** A run that many functions share: where it writes, and what it makes. */
const SharedRunSchema = v.strictObject({
  runId: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, "expected a run id")),
  /** Slot of the edition that the checkpoint becomes; that of an older one where its checkpoint was left. */
  slot: v.string(),
  /** Key of the snapshot to compare with; `null`: a baseline. */
  parent: v.nullable(v.string()),
});

export type SharedRun = Readonly<v.InferOutput<typeof SharedRunSchema>>;

const BoundsSchema = v.strictObject({
  after: v.exactOptional(v.string()),
  upTo: v.exactOptional(v.string()),
});

/** What one function does for an edition by itself. */
export type RunRequest =
  | { readonly mode: "scheduled"; readonly slot: string; readonly acceptRemovals: readonly string[] }
  | { readonly mode: "preview"; readonly slot: string }
  | { readonly mode: "resume"; readonly leaveCheckpoint?: boolean };

/** A step of a run that many functions share, as the state machine asks for it. */
export type SharedRequest =
  | { readonly mode: "plan"; readonly slot: string; readonly acceptRemovals: readonly string[] }
  | { readonly mode: "scan"; readonly run: SharedRun; readonly ranges: readonly Bounds[] }
  | { readonly mode: "finish"; readonly slot: string; readonly run: SharedRun };

/** What the mail service said of a mail, as EventBridge hands it over. */
export interface FeedbackRequest {
  readonly mode: "feedback";
  readonly feedback: Feedback;
}

/** What an invocation is asked to do. */
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
  v.strictObject({ mode: v.literal("scheduled"), slot, acceptRemovals }),
  v.strictObject({ mode: v.literal("preview"), slot: v.optional(slot) }),
  v.strictObject({
    mode: v.literal("resume"),
    leaveCheckpoint: v.exactOptional(v.boolean()),
    /** Its name before 0.2.0, while a schedule of that stack still sends it. */
    leaveWork: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ mode: v.literal("plan"), slot, acceptRemovals }),
  v.strictObject({ mode: v.literal("scan"), run: SharedRunSchema, ranges: v.array(BoundsSchema) }),
  v.strictObject({ mode: v.literal("finish"), slot, run: SharedRunSchema }),
]);

/** The parts of EventBridge's events that matter; the rest of their fields is EventBridge's own. */
const EventBridgeSchema = v.variant("source", [
  v.object({ source: v.literal("aws.events"), time: slot }),
  SesEventSchema,
]);

/**
 * Reads the event that started the function: our own events (`events/*.json`), the event of an EventBridge rule, whose
 * `time` is the slot, or what SES says of a mail. `now` serves a preview that names no slot, and what arrives now. Throws {@link InvalidEventError}
 * that names the field or mode it does not know.
 */
export function parseEvent(event: unknown, now: string): Request {
  if (v.is(v.object({ source: v.string() }), event)) {
    const known = check(EventBridgeSchema, event);
    return known.source === "aws.ses"
      ? { mode: "feedback", feedback: toFeedback(known, now) }
      : { mode: "scheduled", slot: known.time, acceptRemovals: [] };
  }
  const request = check(RequestSchema, event);
  switch (request.mode) {
    case "preview":
      return { mode: "preview", slot: request.slot ?? now };
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
  throw new InvalidEventError(`cannot run this event: ${result.issues.map(describe).join("; ")}`);
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
    return `unknown mode ${issue.received}: the modes are ${MODES}`;
  }
  return `field "${field}": ${issue.type === "raw_transform" ? issue.message : `expected ${issue.expected}`}, found ${show(issue.input)}`;
}

function show(input: unknown): string {
  return input === undefined ? "nothing" : JSON.stringify(input).slice(0, 80);
}
