/**
 * What the guard of written summaries finds in summaries that people judged: `node bench/guard.ts FOLDER [NAME…]`. FOLDER holds files of
 * SummEdits (Laban et al. 2023), `data/summedits` of github.com/salesforce/factualNLG, or of QAGS (Wang et al. 2020), `data/mturk_*.jsonl`
 * of github.com/W4ngatang/qags. Without NAME, all but the news of SummEdits, which are kept for a last test. One JSON line a file, and
 * one for all.
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
const SummEdits = array(object({ doc: string(), summary: string(), label: number() }));
const Qags = object({
  article: string(),
  summary_sentences: array(object({ sentence: string(), responses: array(object({ response: string() })) })),
});

/** A summary and the text it is of. */
interface Judged {
  readonly doc: string;
  readonly summary: string;
  readonly isTrue: boolean;
}

/** Whether a summary is true, and what is found in it. */
interface Checked {
  readonly isTrue: boolean;
  readonly isFound: boolean;
  readonly isValueFound: boolean;
}

/** Label 1 is a summary that its text bears out. */
function readSummEdits(text: string): readonly Judged[] {
  return parse(SummEdits, JSON.parse(text)).map(({ label, ...judged }) => ({
    ...judged,
    isTrue: label === 1,
  }));
}

/** Each sentence for itself, as most of three people judged it. */
function readQags(text: string): readonly Judged[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const { article, summary_sentences } = parse(Qags, JSON.parse(line));
      return summary_sentences.map(({ sentence, responses }) => ({
        doc: withWholeNumbers(article),
        summary: sentence,
        isTrue: responses.filter(({ response }) => response === "yes").length * 2 > responses.length,
      }));
    });
}

/** QAGS has "235, 000" and "98. 7" where the article had one number. */
function withWholeNumbers(article: string): string {
  return article.replace(/(\d), (?=\d{3}\b)/g, "$1,").replace(/(\d)\. (?=\d)/g, "$1.");
}

function checkAll(judged: readonly Judged[]): readonly Checked[] {
  const stories = new Map<string, Story>();
  return judged.map(({ doc, summary, isTrue }) => {
    const story = stories.get(doc) ?? storyIn(doc);
    stories.set(doc, story);
    const found = checkSummary(story, summary);
    return { isTrue, isFound: found.length > 0, isValueFound: found.some(({ kind }) => VALUES.has(kind)) };
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
const files = readdirSync(folder).flatMap((file) => {
  const [, set, name = ""] = /^(summedits|mturk)_(\w+)\.jsonl?$/.exec(file) ?? [];
  const isAsked = names.length === 0 ? name !== KEPT : names.includes(name);
  return set === undefined || !isAsked
    ? []
    : [{ file, name, read: set === "mturk" ? readQags : readSummEdits }];
});
const all = files.map(({ file, name, read }) => {
  const checked = checkAll(read(readFileSync(join(folder, file), "utf8")));
  report(name, checked);
  return checked;
});
report("all", all.flat());
