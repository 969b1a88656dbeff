/**
 * Fields and values that had other names before 0.2.0, in changes objects and editions that lie in state buckets:
 * `boilerplate` was `furniture`, as a count of lines and as a reason of a cosmetic change.
 */
import * as v from "valibot";

const FormerCountSchema = v.looseObject({ furniture: v.number() });
const FormerReasonSchema = v.looseObject({ reason: v.pipe(v.string(), v.includes("furniture")) });

/** The value, with `furniture` under the name that it has now. */
export function withCountOfToday(value: unknown): unknown {
  if (!v.is(FormerCountSchema, value)) {
    return value;
  }
  const { furniture, ...rest } = value;
  return { ...rest, boilerplate: furniture };
}

/** The value, with a cosmetic `reason` in the words of today. */
export function withReasonOfToday(value: unknown): unknown {
  return v.is(FormerReasonSchema, value)
    ? { ...value, reason: value.reason.replace("furniture", "boilerplate") }
    : value;
}
