import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ENVIRONMENT } from "../../functions/digest/config.ts";

/** What an editor, or an accident, does to a story in the demo corpus. */
export type DemoEdit =
  | { readonly edit: "replace"; readonly story: string; readonly before: string; readonly after: string }
  /** What readers of the story do not see as its text; `what` says it in a few words. */
  | {
      readonly edit: "reformat";
      readonly story: string;
      readonly what: string;
      readonly replacements: readonly (readonly [before: string, after: string])[];
    }
  | { readonly edit: "add" | "remove" | "garble"; readonly story: string }
  | { readonly edit: "rename"; readonly story: string; readonly to: string };

/** One run of the demo: its slot, and the edits before it. */
export interface DemoRun {
  readonly slot: string;
  readonly title: string;
  readonly edits: readonly DemoEdit[];
  /** Whether to print the text part of the email. */
  readonly isShown: boolean;
}

/** A seed story that arrives on the second day. */
const LATE_STORY = "vellmouth-harbor-statement.txt";

const FERRY = "vellmouth-ferry-breakwater.txt";
const FLASH = "vellmouth-ferry-flash.txt";
const PAGE = "water-limits.html";
const POST = "counting-empty-shops.md";

/** A day in the life of a page: nothing here is its story. */
const NEXT_DAYS_PAGE = [
  ["site.4f1c.css", "site.90ab.css"],
  ['<li><a href="/tides">Tides and weather</a></li>', '<li><a href="/vote">Council vote</a></li>'],
  ["Live: fog on the Corrant Strait, ferries wait", "Live: the council meets tonight"],
  ["214 shares", "1,902 shares"],
  ["Farmers dig deeper wells in the Kell valley", "Why the Kell valley grows no more rice"],
  ["The fish market moves indoors for the winter", "Dock workers vote to strike for two days"],
] as const;

/** The same post after another editor saved it: other line breaks, another link target, one tag more. */
const SAVED_AGAIN = [
  ["two\nweekday mornings", "two weekday\nmornings"],
  ["**Four shops**", "Four shops"],
  ["https://wire.example/data/empty-shops.csv", "https://data.wire.example/empty-shops.csv"],
  ["tags: [data, city, trade]", "tags: [data, city, trade, shops]"],
] as const;

/** A few days of a news desk; every text to be replaced must occur in its seed story. */
export const DEMO_RUNS: readonly DemoRun[] = [
  { slot: "2026-11-20T07:00:00Z", title: "Day 1, 07:00: the first run", edits: [], isShown: false },
  {
    slot: "2026-11-20T19:00:00Z",
    title: "Day 1, 19:00: someone mistypes a figure",
    edits: [{ edit: "replace", story: FLASH, before: "fell 6.5 percent", after: "fell 65 percent" }],
    isShown: false,
  },
  {
    slot: "2026-11-21T07:00:00Z",
    title: "Day 2, 07:00: after a busy night",
    edits: [
      { edit: "add", story: LATE_STORY },
      { edit: "replace", story: FERRY, before: "Twelve Dead", after: "Fourteen Dead" },
      { edit: "replace", story: FERRY, before: "rose to 12 on Tuesday", after: "rose to 14 on Wednesday" },
      { edit: "replace", story: FERRY, before: "three are still missing", after: "one is still missing" },
      { edit: "replace", story: FERRY, before: "$4.2 million", after: "$5.1 million" },
      { edit: "replace", story: FLASH, before: "fell 65 percent", after: "fell 6.5 percent" },
      { edit: "replace", story: PAGE, before: "at 34 percent", after: "at 33 percent" },
      { edit: "replace", story: PAGE, before: "27 percent", after: "21 percent" },
      {
        edit: "reformat",
        story: PAGE,
        what: "a new menu, ticker, share count and related story around the text",
        replacements: NEXT_DAYS_PAGE,
      },
      {
        edit: "reformat",
        story: POST,
        what: "other line breaks, no bold type, another link target and tag",
        replacements: SAVED_AGAIN,
      },
      { edit: "rename", story: "zakharova-announces-visit.txt", to: "archive/zakharova-announces-visit.txt" },
      { edit: "remove", story: "lavrov-abdolahian-talks.txt" },
      { edit: "garble", story: "kremlin-araghchi.txt" },
    ],
    isShown: true,
  },
  { slot: "2026-11-22T07:00:00Z", title: "Day 3, 07:00: a quiet night", edits: [], isShown: false },
  {
    slot: "2026-11-23T07:00:00Z",
    title: "Day 4, a Monday, 07:00: the week is told too",
    edits: [
      { edit: "replace", story: FERRY, before: "Fourteen Dead", after: "Nineteen Dead" },
      { edit: "replace", story: FERRY, before: "rose to 14 on Wednesday", after: "rose to 19 on Wednesday" },
      { edit: "replace", story: PAGE, before: "21 percent", after: "18 percent" },
    ],
    isShown: false,
  },
];

/** Who reads everything, who reads one topic, and who reads once a week. */
export const DEMO_READERS = {
  everything: "desk@example.com",
  topic: "water@example.com",
  weekly: "director@example.com",
} as const;

/** The settings with which each of them gets an edition of their own. */
export const DEMO_SETTINGS: Readonly<Record<string, string>> = {
  [ENVIRONMENT.contactList]: "",
  [ENVIRONMENT.topic]: "",
  [ENVIRONMENT.weekDay]: "Monday",
  [ENVIRONMENT.topics]: JSON.stringify([
    { name: "water", title: "Water", words: "water" },
    { name: "week", title: "The week", rhythm: "weekly" },
  ]),
  [ENVIRONMENT.recipients]: [
    DEMO_READERS.everything,
    `${DEMO_READERS.topic}#water`,
    `${DEMO_READERS.weekly}#week`,
  ].join(","),
};

/** Copies the seeds into a new folder, except the story that arrives later. */
export function startDemoCorpus(seeds: string, corpus: string): void {
  mkdirSync(corpus, { recursive: true });
  for (const story of readdirSync(seeds).filter((name) => name !== LATE_STORY)) {
    copyFileSync(join(seeds, story), join(corpus, story));
  }
}

/** Applies an edit to the corpus folder; throws if the story or the text to be replaced is missing. */
export function applyDemoEdit(edit: DemoEdit, seeds: string, corpus: string): void {
  const path = join(corpus, edit.story);
  switch (edit.edit) {
    case "replace":
      replaceText(path, [[edit.before, edit.after]]);
      break;
    case "reformat":
      replaceText(path, edit.replacements);
      break;
    case "add":
      copyFileSync(join(seeds, edit.story), path);
      break;
    case "remove":
      rmSync(path);
      break;
    case "rename":
      mkdirSync(dirname(join(corpus, edit.to)), { recursive: true });
      renameSync(path, join(corpus, edit.to));
      break;
    case "garble":
      garble(path);
      break;
    default:
      edit satisfies never;
  }
}

/** The edit in a few words. */
export function describeDemoEdit(edit: DemoEdit): string {
  switch (edit.edit) {
    case "replace":
      return `${edit.story}: “${edit.before}” becomes “${edit.after}”`;
    case "reformat":
      return `${edit.story}: ${edit.what}`;
    case "add":
      return `${edit.story} is new`;
    case "remove":
      return `${edit.story} is deleted`;
    case "rename":
      return `${edit.story} moves to ${edit.to}`;
    case "garble":
      return `${edit.story} is saved in the wrong encoding`;
    default:
      return edit satisfies never;
  }
}

function replaceText(
  path: string,
  replacements: readonly (readonly [before: string, after: string])[],
): void {
  let text = readFileSync(path, "utf8");
  for (const [before, after] of replacements) {
    if (!text.includes(before)) {
      throw new Error(
        `${basename(path)} does not contain “${before}”; the demo needs the samples as they came`,
      );
    }
    text = text.replace(before, () => after);
  }
  writeFileSync(path, text);
}

/** UTF-8 read as windows-1252 and saved as UTF-8: as careless programs do to curly quotes. */
function garble(path: string): void {
  writeFileSync(path, new TextDecoder("windows-1252").decode(readFileSync(path)));
}
