import type { EditionFeedback } from "../../../edition/schema.ts";
import { counted, listed } from "../../wording/words.ts";

/** `Note for the operator: 2 emails bounced since the last edition.`; empty if there is nothing to report. */
export function operatorNote(feedback: EditionFeedback | undefined): string {
  const { bounced = 0, complained = 0, rejected = 0 } = feedback ?? {};
  const notes = [
    bounced > 0 ? `${counted(bounced, "email", "emails")} bounced` : "",
    complained > 0 ? `${counted(complained, "reader", "readers")} marked the email as spam` : "",
    rejected > 0 ? `the email service rejected ${counted(rejected, "email", "emails")} as unsafe` : "",
  ].filter((part) => part !== "");
  return notes.length === 0 ? "" : `Note for the operator: ${listed(notes)} since the last edition.`;
}
