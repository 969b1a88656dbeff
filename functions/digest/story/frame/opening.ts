import { withoutPlace } from "../../text/asides/place.ts";
import { withoutGreeting } from "../../text/asides/salutation.ts";
import { withoutUpdateStamp } from "./date-line.ts";

/** A sentence without what was run together with it and is no news: a greeting, a stamp of when it was updated, the place of its text. */
export function withoutOpening(sentence: string): string {
  return withoutPlace(withoutUpdateStamp(withoutGreeting(sentence)));
}
