import { relative } from "node:path";
import { countNews } from "../../functions/digest/changes/schema.ts";
import type { EditionCounts } from "../../functions/digest/edition/schema.ts";
import { countLine, stories } from "../../functions/digest/publish/wording/words.ts";
import { toSlot } from "../../functions/digest/slot.ts";
import { commandLine } from "../../infra/installed.ts";
import { stateArguments } from "./options.ts";
import type { LocalResult } from "./run-locally.ts";
import { SAMPLE_EVENTS } from "./usage.ts";

/** The object that `--json` prints; `laterSlot` only if there is one. */
export function jsonReport({ slot, outcome, laterSlot, counts, saved }: LocalResult): string {
  return JSON.stringify({ slot, outcome, counts, out: saved?.out ?? null, laterSlot });
}

/** What happened and where to look, in plain sentences, one per line; `state` is the run's state folder. */
export function plainReport(result: LocalResult, state: string): string {
  const { saved, counts } = result;
  const lines = [headline(result), wayBack(result, state), counts === null ? "" : countSentence(counts)];
  if (saved !== null && saved.files.length > 0) {
    const folder = relative(process.cwd(), saved.out) || ".";
    lines.push(`Saved in ${folder}: ${saved.files.join(", ")}.`);
    const page = ["readers.html", "digest.html"].find((name) => saved.files.includes(name));
    if (page !== undefined) {
      lines.push(
        `Open ${folder}/${page} in a browser. All emails so far: ${commandLine("inbox", ...stateArguments(state))}`,
      );
    }
  }
  return lines.filter((line) => line !== "").join("\n");
}

function headline({ slot, outcome, laterSlot, saved, counts }: LocalResult): string {
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
      return hasNews(counts)
        ? `No email for ${slot}: its changes are in no topic that is due to a reader.`
        : `No changes for ${slot}; no email sent.`;
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

/** Whether anything is told by itself; formatting changes and the like are no news. */
function hasNews(counts: EditionCounts | null): boolean {
  return counts !== null && countNews(counts) > 0;
}

/** What to do about a head that is ahead of now; empty if it is not. */
function wayBack({ outcome, laterSlot }: LocalResult, state: string): string {
  const isAhead = outcome === "already done" && laterSlot !== undefined && laterSlot > toSlot(new Date());
  const command = commandLine("invoke", `${SAMPLE_EVENTS}/redate.json`, ...stateArguments(state));
  return isAhead ? `That is ahead of now; to give the last slot the time of now: ${command}` : "";
}

function sentHeadline(slot: string, saved: LocalResult["saved"]): string {
  const told = (saved?.emails ?? []).map(({ recipients, subject }) => `${recipients.join(", ")}: ${subject}`);
  const [only = "", ...others] = told;
  if (only === "") {
    return `Committed for ${slot}: no subscribers, so no email was sent.`;
  }
  return others.length === 0
    ? `Sent for ${slot} to ${only}`
    : [`Sent for ${slot}, each reader's own edition:`, ...told.map((line) => `  ${line}`)].join("\n");
}

/** `9 stories: 1 revised, 1 new.` */
export function countSentence(counts: EditionCounts): string {
  return `${stories(counts.stories)}: ${countLine(counts) || "none changed"}.`;
}
