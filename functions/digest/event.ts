import * as v from "valibot";
import { InvalidEventError } from "./errors.ts";
import { parseSlot } from "./slot.ts";

/** What an invocation is asked to do. */
export type Request =
  | { readonly mode: "scheduled"; readonly slot: string; readonly acceptRemovals: readonly string[] }
  | { readonly mode: "preview"; readonly slot: string }
  | { readonly mode: "resume" };

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

const RequestSchema = v.variant("mode", [
  v.strictObject({
    mode: v.literal("scheduled"),
    slot,
    acceptRemovals: v.optional(v.array(v.string()), []),
  }),
  v.strictObject({ mode: v.literal("preview"), slot: v.optional(slot) }),
  v.strictObject({ mode: v.literal("resume") }),
]);

/** The part of an EventBridge rule's event that matters; the rest of its fields is EventBridge's own. */
const RuleEventSchema = v.object({ source: v.literal("aws.events"), time: slot });

/**
 * Reads the event that started the function: our own events (`events/*.json`), or the event of an EventBridge
 * rule, whose `time` is the slot. `now` serves a preview that names no slot. Throws {@link InvalidEventError}
 * that names the field or mode it does not know.
 */
export function parseEvent(event: unknown, now: string): Request {
  if (v.is(v.object({ source: v.string() }), event)) {
    return { mode: "scheduled", slot: check(RuleEventSchema, event).time, acceptRemovals: [] };
  }
  const request = check(RequestSchema, event);
  return request.mode === "preview" ? { mode: "preview", slot: request.slot ?? now } : request;
}

function check<const Schema extends v.GenericSchema>(schema: Schema, event: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, event);
  if (result.success) {
    return result.output;
  }
  throw new InvalidEventError(`cannot run this event: ${result.issues.map(describe).join("; ")}`);
}

const FIELDS = `the modes are ${["scheduled", "preview", "resume"].map((mode) => `"${mode}"`).join(", ")}`;

function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  if (field === null) {
    return `expected an object, found ${issue.received}`;
  }
  if (issue.expected === "never") {
    return `unknown field "${field}"`;
  }
  if (field === "mode") {
    return `unknown mode ${issue.received}: ${FIELDS}`;
  }
  return `field "${field}": ${issue.type === "raw_transform" ? issue.message : `expected ${issue.expected}`}, found ${show(issue.input)}`;
}

function show(input: unknown): string {
  return input === undefined ? "nothing" : JSON.stringify(input).slice(0, 80);
}
