/**
 * `node bench/compare-process.ts FOLDER ours|diffWords` compares the revisions of a folder, `node
 * bench/compare-process.ts NAME large` one of the large pairs, and does nothing else, so that its peak memory is that of
 * the comparison. One JSON line on standard output: milliseconds of each, and the peak of resident memory in MB.
 */
import { diffWords } from "diff";
import { compareStories } from "../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../functions/digest/story/story.ts";
import type { Story } from "../functions/digest/story/types.ts";
import { readRevisions } from "./data-folder.ts";
import { LARGE_PAIRS } from "./large-texts.ts";

const ROUNDS = 3;
const KILOBYTES = 1024;

const [subject = "", method = ""] = process.argv.slice(2);
const ms = methods()[method]?.(subject) ?? [];
const peakMb = Math.round(process.resourceUsage().maxRSS / KILOBYTES);
console.log(JSON.stringify({ ms, peakMb }));

function methods(): Readonly<Record<string, (subject: string) => number[]>> {
  return { ours: compareRevisions, diffWords: diffRevisions, large: compareLarge };
}

/** The fastest of three runs each: the machine is not alone. What cannot be read is not compared. */
function compareRevisions(folder: string): number[] {
  return readRevisions(folder).flatMap(({ before, after }) => {
    const [a, b] = [readStory(before), readStory(after)];
    if (a === undefined || b === undefined) return [];
    return Math.min(...Array.from({ length: ROUNDS }, () => timed(() => compareStories(a, b))));
  });
}

function diffRevisions(folder: string): number[] {
  return readRevisions(folder)
    .filter(({ before, after }) => readStory(before) !== undefined && readStory(after) !== undefined)
    .map(({ before, after }) => timed(() => diffWords(before, after)));
}

function compareLarge(name: string): number[] {
  const pair = LARGE_PAIRS[name]?.();
  if (pair === undefined) return [];
  const [before, after] = [readStory(pair.before.join("\n\n")), readStory(pair.after.join("\n\n"))];
  return before === undefined || after === undefined ? [] : [timed(() => compareStories(before, after))];
}

function readStory(text: string): Story | undefined {
  const story = parseStory("revision.txt", Buffer.from(text, "utf8"));
  return isUnreadable(story) ? undefined : story;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
