/**
 * Fields and values that had other names before 0.2.0, in changes objects and editions stored in state buckets:
 * `boilerplate` was `furniture`, both as a line count and as the reason for a cosmetic change.
 */
import * as v from "valibot";

const FormerCountSchema = v.looseObject({ furniture: v.number() });
const FormerReasonSchema = v.looseObject({ reason: v.pipe(v.string(), v.includes("furniture")) });

/** The value, with `furniture` under its current name. */
export function renameFormerCount(value: unknown): unknown {
  if (!v.is(FormerCountSchema, value)) {
    return value;
  }
  const { furniture, ...rest } = value;
  return { ...rest, boilerplate: furniture };
}

/** The value, with the current wording of a cosmetic `reason`. */
export function renameFormerReason(value: unknown): unknown {
  return v.is(FormerReasonSchema, value)
    ? { ...value, reason: value.reason.replace("furniture", "boilerplate") }
    : value;
}
