import type { EditionFeedback } from "../../../edition/schema.ts";
import { counted, listed } from "../../wording/words.ts";

/** `For whoever runs this digest: 2 mails bounced since the last edition.`; empty where there was nothing. */
export function operatorNote(feedback: EditionFeedback | undefined): string {
  const { bounced = 0, complained = 0, rejected = 0 } = feedback ?? {};
  const told = [
    bounced > 0 ? `${counted(bounced, "mail", "mails")} bounced` : "",
    complained > 0 ? `${counted(complained, "reader", "readers")} marked the mail as spam` : "",
    rejected > 0 ? `the mail service refused ${counted(rejected, "mail", "mails")} as unsafe` : "",
  ].filter((part) => part !== "");
  return told.length === 0 ? "" : `For whoever runs this digest: ${listed(told)} since the last edition.`;
}
