/**
 * What the guard of written summaries finds in summaries that people judged: `node bench/guard.ts FOLDER [NAME…]`. FOLDER holds files of
 * SummEdits (Laban et al. 2023), `data/summedits` of github.com/salesforce/factualNLG: lists of `{doc, summary, label}`, label 1 for a
 * summary that its text bears out. Without NAME, all but the news, which are kept for a last test. One JSON line a file, and one for all.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { array, number, object, parse, string } from "valibot";
import type { Story } from "../functions/digest/story/types.ts";
import { checkSummary } from "../functions/digest/summary/model/check-summary.ts";
import { readStory } from "./data/read-story.ts";
import { rounded } from "./measures/mean.ts";

const KEPT = "news";
const VALUES: ReadonlySet<string> = new Set(["number", "date", "name"]);
const Judged = array(object({ doc: string(), summary: string(), label: number() }));

/** Whether a summary is true, and what is found in it. */
interface Checked {
  readonly isTrue: boolean;
  readonly isFound: boolean;
  readonly isValueFound: boolean;
}

function checkAll(file: string): readonly Checked[] {
  const stories = new Map<string, Story>();
  return parse(Judged, JSON.parse(readFileSync(file, "utf8"))).map(({ doc, summary, label }) => {
    const story = stories.get(doc) ?? storyIn(doc);
    stories.set(doc, story);
    const found = checkSummary(story, summary);
    return {
      isTrue: label === 1,
      isFound: found.length > 0,
      isValueFound: found.some(({ kind }) => VALUES.has(kind)),
    };
  });
}

/** The text whole: a transcript or an email has lines that no story has. */
function storyIn(doc: string): Story {
  const story = readStory("doc.txt", doc);
  return { ...story, paragraphs: [...story.paragraphs, doc.replace(/\s+/g, " ")] };
}

function report(name: string, checked: readonly Checked[]): void {
  const share = (isTrue: boolean, is: (one: Checked) => boolean) => {
    const all = checked.filter((one) => one.isTrue === isTrue);
    return (100 * all.filter(is).length) / Math.max(1, all.length);
  };
  const [caught, alarms] = [share(false, ({ isFound }) => isFound), share(true, ({ isFound }) => isFound)];
  console.log(
    JSON.stringify({
      figure: `balanced accuracy, ${name} %`,
      value: rounded((caught + 100 - alarms) / 2),
      caught: rounded(caught),
      falseAlarms: rounded(alarms),
      valuesCaught: rounded(share(false, ({ isValueFound }) => isValueFound)),
      valueFalseAlarms: rounded(share(true, ({ isValueFound }) => isValueFound)),
      of: checked.length,
    }),
  );
}

const [folder = ".", ...names] = process.argv.slice(2);
const files = readdirSync(folder)
  .flatMap((file) => /^summedits_(\w+)\.json$/.exec(file)?.[1] ?? [])
  .filter((name) => (names.length === 0 ? name !== KEPT : names.includes(name)));
const all = files.map((name) => {
  const checked = checkAll(join(folder, `summedits_${name}.json`));
  report(name, checked);
  return checked;
});
report("all", all.flat());
