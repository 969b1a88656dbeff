import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { storyId } from "../../functions/digest/publish/wording/archive-names.ts";
import { commandLine } from "../../infra/installed.ts";
import { ARCHIVE_PAGES, type LocalCloud, startLocalCloud } from "../cloud.ts";
import { withRemedies } from "../remedy.ts";
import { bindCorpus } from "../runner/bound-corpus.ts";
import { PROJECT, type RunOptions } from "../runner/options.ts";
import { countSentence } from "../runner/report.ts";
import { type LocalResult, runInCloud } from "../runner/run-locally.ts";
import { lockFolder } from "../stores/lock.ts";
import {
  applyDemoEdit,
  DEMO_READERS,
  DEMO_RUNS,
  DEMO_SETTINGS,
  type DemoRun,
  describeDemoEdit,
  startDemoCorpus,
} from "./demo-days.ts";

/** Where the demo keeps its results; both folders are emptied first. */
export interface DemoFolders {
  readonly state: string;
  readonly out: string;
}

const SEEDS = join(PROJECT, "seeds");
/** The story whose figures change in the demo. */
const FERRY = "vellmouth-ferry-breakwater.txt";
const TIME_LIMIT_MS = 15_000;
const SILENT = { onLog: () => undefined, onNote: () => undefined };

/** Plays four days of a news desk through the real job; `print` gets the output for a newcomer. */
export async function runDemo(
  folders: DemoFolders,
  print: (text: string) => void,
  seeds: string = SEEDS,
): Promise<void> {
  await withRemedies(folders, () => playDays(folders, print, seeds));
  const state = relative(process.cwd(), folders.state);
  print(`To see the emails as readers see them: ${commandLine("inbox", "--state", state)}`);
  print(`Then, the history of the ferry: ${ARCHIVE_PAGES}/stories/${storyId(FERRY)}/`);
}

const { everything, topic, weekly } = DEMO_READERS;
const INTRODUCTION = `Four days of a news desk: the real function, with a local S3 and SES, and three readers.
  ${everything} gets everything, ${topic} what is about water, ${weekly} the week, on Mondays.
`;

async function playDays(folders: DemoFolders, print: (text: string) => void, seeds: string): Promise<void> {
  emptyFolders(folders);
  print(INTRODUCTION);
  const corpus = join(folders.state, "stories");
  const cloud = await startLocalCloud({ state: folders.state });
  try {
    startDemoCorpus(seeds, corpus);
    bindCorpus(folders.state, corpus);
    for (const run of DEMO_RUNS) {
      print(announcement(run));
      for (const edit of run.edits) {
        tryDemoEdit(() => applyDemoEdit(edit, seeds, corpus), print);
      }
      print(await outcomeOf(run, cloud, { ...folders, corpus }));
    }
  } finally {
    await cloud.stop();
  }
}

/** While no other run has locked the folder; the cloud then locks it again. */
function emptyFolders({ state, out }: DemoFolders): void {
  const unlock = lockFolder(state);
  try {
    for (const name of readdirSync(state).filter((each) => !each.startsWith("lock-"))) {
      rmSync(join(state, name), { recursive: true, force: true });
    }
    rmSync(out, { recursive: true, force: true });
  } finally {
    unlock();
  }
}

/** An edit of a sample that the user has edited, or removed, is left out. */
function tryDemoEdit(apply: () => void, print: (text: string) => void): void {
  try {
    apply();
  } catch (cause) {
    print(`  (left out: ${cause instanceof Error ? cause.message : String(cause)})`);
  }
}

function announcement({ title, edits }: DemoRun): string {
  return [title, ...edits.map((edit) => `  - ${describeDemoEdit(edit)}`)].join("\n");
}

async function outcomeOf(
  run: DemoRun,
  cloud: LocalCloud,
  folders: Pick<RunOptions, "corpus" | "state" | "out">,
): Promise<string> {
  const options = {
    ...folders,
    event: { mode: "scheduled", slot: run.slot },
    isBundled: false,
    settings: DEMO_SETTINGS,
    timeLimitMs: TIME_LIMIT_MS,
  };
  const result = await runInCloud(cloud, options, SILENT);
  const lines = [resultLine(result), ...(run.isShown ? [textPart(result)] : []), savedLine(result)];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function resultLine({ outcome, counts, saved }: LocalResult): string {
  const emails = outcome === "sent" ? (saved?.emails ?? []) : [];
  const told = emails.map(({ subject, recipients }) => `  To ${recipients.join(", ")}: ${subject}`);
  const mails = told.length === 0 ? ["  No email."] : told;
  return [...(counts === null ? [] : [`  ${countSentence(counts)}`]), ...mails].join("\n");
}

/** The email of who reads everything. */
function textPart({ saved }: LocalResult): string {
  const whole = saved?.emails.find(({ recipients }) => recipients.includes(everything));
  const text = saved === null || whole === undefined ? "" : readFileSync(join(saved.out, whole.text), "utf8");
  const lines = text.trimEnd().split(/\r?\n/);
  return ["", ...lines.map((line) => `  | ${line}`.trimEnd()), ""].join("\n");
}

function savedLine({ saved }: LocalResult): string {
  const page = ["readers.html", "digest.html"].find((name) => saved?.files.includes(name));
  const path = saved === null || page === undefined ? "" : relative(process.cwd(), join(saved.out, page));
  return path === "" ? "" : `  ${path}${page === "readers.html" ? ": the emails side by side" : ""}`;
}
