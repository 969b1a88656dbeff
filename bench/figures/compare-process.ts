/**
 * `node bench/figures/compare-process.ts FOLDER ours|diffWords` compares the revisions of a folder,
 * `node bench/figures/compare-process.ts FOLDER pair` the texts `before.txt` and `after.txt` of one, and does nothing
 * else, so that peak memory is that of reading and comparing. One JSON line on standard output: milliseconds of
 * each, total milliseconds of one core, V8's own threads included, and peak resident memory in MB.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diffWords } from "diff";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { readRevisions } from "../data/data-folder.ts";

const ROUNDS = 3;
const KILOBYTES = 1024;
/** Per millisecond. */
const MICROSECONDS = 1000;

const [subject = "", method = ""] = process.argv.slice(2);
let cpuMs = 0;
const ms = methods()[method]?.(subject) ?? [];
const peakMb = Math.round(process.resourceUsage().maxRSS / KILOBYTES);
console.log(JSON.stringify({ ms, cpuMs: Math.round(cpuMs), peakMb }));

function methods(): Readonly<Record<string, (subject: string) => number[]>> {
  return { ours: compareRevisions, diffWords: diffRevisions, pair: comparePair };
}

/** The fastest of three runs each, as the machine does other work too. Unreadable texts are not compared. */
function compareRevisions(folder: string): number[] {
  return readRevisions(folder).flatMap(({ before, after }) => {
    const [a, b] = [readStory(before), readStory(after)];
    if (a === undefined || b === undefined) {
      return [];
    }
    return Math.min(...Array.from({ length: ROUNDS }, () => timed(() => compareStories(a, b))));
  });
}

function diffRevisions(folder: string): number[] {
  return readRevisions(folder)
    .filter(({ before, after }) => readStory(before) !== undefined && readStory(after) !== undefined)
    .map(({ before, after }) => timed(() => diffWords(before, after)));
}

function comparePair(folder: string): number[] {
  const [before, after] = ["before.txt", "after.txt"].map((name) =>
    readStory(readFileSync(join(folder, name), "utf8")),
  );
  if (before === undefined || after === undefined) {
    throw new Error("cannot read a text of the pair: make it one that is not held back");
  }
  return [timed(() => compareStories(before, after))];
}

function readStory(text: string): Story | undefined {
  const story = parseStory("revision.txt", Buffer.from(text, "utf8"));
  return isUnreadable(story) ? undefined : story;
}

function timed(run: () => unknown): number {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(cpu);
  cpuMs += (user + system) / MICROSECONDS;
  return performance.now() - start;
}
