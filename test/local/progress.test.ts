import { expect, it } from "vitest";
import { createProgress } from "../../local/runner/progress.ts";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 40, written, write: (text: string) => written.push(text) };
}

const scanned = (stories: number) =>
  JSON.stringify({ level: "INFO", message: "scanned", function_request_id: "1", slot: "s", stories });

it("prints a line a step where there is no terminal, and no step more than once a second", () => {
  let time = 0;
  const output = stream(false);
  const progress = createProgress(output, () => time);
  progress.onLog('{"level":"INFO","message":"started","function_request_id":"1","mode":"scheduled"}');
  for (const stories of [1000, 2000, 3000]) {
    progress.onLog(scanned(stories));
    time += 600;
  }
  progress.onNote("waiting 3 s");
  progress.onNote("waiting 2 s");
  progress.clear();
  expect(output.written).toEqual([
    "started: mode scheduled\n",
    "scanned: stories 1000\n",
    "scanned: stories 3000\n",
    "waiting 3 s\n",
  ]);
});

it("keeps one line up to date on a terminal, cut to its width, and erases it at the end", () => {
  const output = stream(true);
  const progress = createProgress(output, () => 0);
  progress.onLog(scanned(1));
  progress.onLog(scanned(2));
  progress.onNote("n".repeat(100));
  progress.clear();
  expect(output.written).toEqual([
    "\r\u001b[2Kscanned: stories 1",
    "\r\u001b[2Kscanned: stories 2",
    `\r\u001b[2K${"n".repeat(39)}`,
    "\r\u001b[2K",
  ]);
});

it("shows no line that is not a step of the function", () => {
  const output = stream(false);
  const progress = createProgress(output);
  progress.onLog("a warning of some library\u001b[31m");
  progress.onLog('{"errorType":"Error"}');
  expect(output.written).toEqual([]);
});
