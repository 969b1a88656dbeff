import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startLocalCloud } from "../../local/cloud.ts";
import { remedyOf, withRemedies } from "../../local/remedy.ts";
import type { RunOptions } from "../../local/runner/options.ts";
import { runInCloud, runLocally } from "../../local/runner/run-locally.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";

useFunctionsWithoutThreads();

const FOLDERS = { state: "/desk/state", out: "/desk/out" };
const SAFE = "then run the same command again: nothing is lost, and no email is sent twice";
const SILENT = { onLog: () => undefined, onNote: () => undefined };

/** What the disks of the two folders have left. */
function rooms(state: number, out: number, files = 1_000) {
  return (folder: string) => ({ bytes: folder === FOLDERS.state ? state : out, files });
}

describe("a full disk", () => {
  const FULL = new Error("ENOSPC: no space left on device, write");

  it.each([
    ["the state folder's", rooms(300_000, 9e9), "/desk/state is full (0.3 MB free)"],
    ["the output folder's", rooms(9e9, 0), "/desk/out is full (0.0 MB free)"],
    ["one without a free inode", rooms(9e9, 9e9, 0), "/desk/state is full (no further file fits)"],
  ])("is named with its folder and its room: %s", (_, roomOf, named) => {
    expect(remedyOf(FULL, FOLDERS, roomOf)).toBe(`the disk of ${named}: make room, ${SAFE}`);
  });

  it("is looked at where the folder will be, if it is not there yet", () => {
    const folders = { state: join(temporaryFolder(), "a", "b"), out: temporaryFolder() };
    expect(remedyOf(FULL, folders)).toMatch(/ is full \(\d+\.\d MB free\)/);
  });

  it("is told in place of the failing service that the function saw", async () => {
    const options = optionsIn(temporaryFolder());
    const cloud = await startLocalCloud(options);
    onTestFinished(cloud.stop);
    const run = (failure: unknown) =>
      runInCloud({ ...cloud, failure: () => failure }, { ...options, event: { mode: "unknown" } }, SILENT);
    await expect(run(FULL)).rejects.toBe(FULL);
    await expect(run(new Error("the store is upset"))).rejects.toThrow(/mode/);
    await expect(run(undefined)).rejects.toThrow(/mode/);
  });

  it.skipIf(!existsSync("/dev/full"))("of the log is noted and stops no run", async () => {
    const options = optionsIn(temporaryFolder());
    mkdirSync(options.state);
    symlinkSync("/dev/full", join(options.state, "function.log"));
    const notes: string[] = [];
    const result = await runLocally(options, { ...SILENT, onNote: (note) => notes.push(note) });
    expect(result.outcome).toBe("sent");
    expect(notes[0]).toMatch(/^Not logged: ENOSPC: .*function\.log$/);
  });

  it.skipIf(!existsSync("/dev/full"))("under what a run saves is told when the email is out", async () => {
    const options = optionsIn(temporaryFolder());
    const { saved } = await runLocally(options, SILENT);
    const edition = join(saved?.out ?? "", "edition.json");
    rmSync(edition);
    symlinkSync("/dev/full", edition);
    await expect(runLocally(options, SILENT)).rejects.toThrow(
      /^the disk of .* is full \(.*\): make room, then/,
    );
    rmSync(edition);
    expect((await runLocally(options, SILENT)).outcome).toBe("already done");
    expect(readFileSync(edition, "utf8")).toContain("ferry.txt");
  });

  it("of the local S3 and SES is known to their cloud", async () => {
    const { state } = optionsIn(temporaryFolder());
    const cloud = await startLocalCloud({ state });
    onTestFinished(cloud.stop);
    expect(cloud.failure()).toBeUndefined();
    writeFileSync(join(state, "corpus", "objects", "a"), "");
    const put = `${cloud.env.AWS_ENDPOINT_URL_S3}/late-edition-corpus/${"b".repeat(300)}`;
    writeFileSync(join(state, "corpus", "objects", `${"b".repeat(200)}+`), "a file where a folder must be");
    expect((await fetch(put, { method: "PUT", body: "x" })).status).toBe(500);
    expect(String(cloud.failure())).toMatch(/EEXIST|ENOTDIR/);
  });
});

describe("an error of the operating system says what to do, in one line", () => {
  it.each([
    [
      "EACCES: permission denied, open '/desk/state/corpus-folder.txt'",
      `permission denied for /desk/state/corpus-folder.txt: give your user the right to it (chown, chmod), ${SAFE}; or name another folder with --state`,
    ],
    [
      "cannot write the output folder /desk/out: EACCES: permission denied, mkdir '/desk/out'; name another with --out",
      `permission denied for /desk/out: give your user the right to it (chown, chmod), ${SAFE}; or name another folder with --out`,
    ],
    [
      "EROFS: read-only file system, mkdir '/desk/out/x'",
      "/desk/out/x cannot be written, as on a disk that can only be read: name another folder with --out",
    ],
    [
      "ENOENT: no such file or directory, mkdir '/desk/state/demo'",
      "/desk/state/demo cannot be written, as on a disk that can only be read: name another folder with --state",
    ],
    [
      "EMFILE: too many open files, open '/desk/state/a'",
      `too many files are open at once: allow more (ulimit -n 4096), ${SAFE}`,
    ],
    [
      "cannot read s3://a/b: no complete response (connect EMFILE 127.0.0.1:4000 - Local (undefined:undefined))",
      `too many files are open at once: allow more (ulimit -n 4096), ${SAFE}`,
    ],
    [
      "EDQUOT: disk quota exceeded, write",
      `your quota on the disk of /desk/state is used up: make room, or name another folder with --state, ${SAFE}`,
    ],
    ["EIO: i/o error, read", "the disk of /desk/state fails: check it, or name another folder with --state"],
  ])("%s", (message, remedy) => {
    expect(remedyOf(new Error(message), FOLDERS)).toBe(remedy);
  });

  it.each([
    "another run uses this state folder (pid 12): wait until it ends",
    "ENOENT: no such file or directory, open '/desk/state/a'",
    "EEXIST: file already exists, mkdir '/desk/out'",
    "cannot compile the templates: EACCES: permission denied, open '/checkout/a.tmp': run npm ci while the checkout can be written",
  ])("but none of its: %s", async (message) => {
    expect(remedyOf(new Error(message), FOLDERS)).toBeUndefined();
    const error = new Error(message);
    await expect(withRemedies(FOLDERS, () => Promise.reject(error))).rejects.toBe(error);
  });
});

/** Opens all files that it may once the first story is copied. */
const GREEDY = `
  import { openSync } from "node:fs";
  import { syncCorpus } from ${JSON.stringify(import.meta.resolve("../../local/runner/corpus-folder.ts"))};
  import { createMemoryStore } from ${JSON.stringify(import.meta.resolve("../../local/stores/memory-store.ts"))};
  const store = createMemoryStore();
  const openAll = () => { try { for (;;) openSync("/dev/null"); } catch {} };
  const corpus = { ...store, look: (key) => (openAll(), store.look(key)) };
  const notes = [];
  await syncCorpus(process.argv[1], corpus, (note) => notes.push(note)).catch(({ code }) => notes.push(code));
  console.log(notes.join());`;

it.skipIf(process.platform === "win32")("too many open files hold no story back: the run ends", () => {
  const { corpus } = optionsIn(temporaryFolder());
  writeFileSync(join(corpus, "tug.txt"), "Tug sails\n\nThe tug of Velm sailed at noon.\n");
  const shell = ["-c", 'ulimit -n 64; exec "$0" --input-type=module -e "$1" "$2"'];
  const { stdout } = spawnSync("sh", [...shell, process.execPath, GREEDY, corpus], { encoding: "utf8" });
  expect(stdout.trim()).toBe("EMFILE");
});

function optionsIn(folder: string): RunOptions {
  const corpus = join(folder, "corpus");
  mkdirSync(corpus);
  writeFileSync(join(corpus, "ferry.txt"), "Ferry stops\n\nThe ferry of Velm stopped at noon on Friday.\n");
  return {
    corpus,
    state: join(folder, "state"),
    out: join(folder, "out"),
    event: { mode: "scheduled", slot: "2026-11-20T07:00:00Z" },
    recipients: "reader@example.com",
    isBundled: false,
    timeLimitMs: 15_000,
  };
}
