import { relative } from "node:path";
import type { EditionCounts } from "../../functions/digest/edition/schema.ts";
import { countLine, stories } from "../../functions/digest/publish/wording/words.ts";
import { commandLine } from "../../infra/installed.ts";
import type { LocalResult } from "./run-locally.ts";

/** The object that `--json` prints. */
export function jsonReport({ slot, outcome, counts, saved }: LocalResult): string {
  return JSON.stringify({ slot, outcome, counts, out: saved?.out ?? null });
}

/** What happened and where to look, in plain sentences, one per line. */
export function plainReport(result: LocalResult): string {
  const { saved, counts } = result;
  const lines = [headline(result), counts === null ? "" : countSentence(counts)];
  if (saved !== null && saved.files.length > 0) {
    const folder = relative(process.cwd(), saved.out) || ".";
    lines.push(`Saved in ${folder}: ${saved.files.join(", ")}.`);
    if (saved.files.includes("digest.html")) {
      lines.push(`Open ${folder}/digest.html in a browser. All emails so far: ${commandLine("inbox")}`);
    }
  }
  return lines.filter((line) => line !== "").join("\n");
}

function headline({ slot, outcome, laterSlot, saved }: LocalResult): string {
  if (outcome === "kept") {
    return "Email feedback recorded; the next edition will mention it.";
  }
  if (slot === null) {
    return "Nothing to resume: this state folder has no run yet.";
  }
  switch (outcome) {
    case "sent":
      return sentHeadline(slot, saved);
    case "quiet":
      return `No changes for ${slot}; no email sent.`;
    case "already done":
      return laterSlot === undefined
        ? `Already done: ${slot} is finished; nothing was sent again.`
        : `Already done: the later slot ${laterSlot} is finished; nothing was sent.`;
    case "redated":
      return `The last slot was ${laterSlot}; it is ${slot} now, and the next run makes an edition again.`;
    case "preview":
      return `Preview for ${slot}: nothing was sent or committed.`;
    default:
      return outcome satisfies never;
  }
}

function sentHeadline(slot: string, saved: LocalResult["saved"]): string {
  const { recipients, subject } = saved ?? { recipients: [], subject: null };
  return recipients.length === 0
    ? `Committed for ${slot}: no subscribers, so no email was sent.`
    : `Sent for ${slot} to ${recipients.join(", ")}: ${subject}`;
}

/** `9 stories: 1 revised, 1 new.` */
export function countSentence(counts: EditionCounts): string {
  return `${stories(counts.stories)}: ${countLine(counts) || "none changed"}.`;
}
