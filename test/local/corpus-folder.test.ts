import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { MAX_STORY_BYTES } from "../../functions/digest/story/story.ts";
import { syncCorpus } from "../../local/runner/corpus-folder.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import type { LocalStore } from "../../local/stores/local-store.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function folderWith(stories: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [key, text] of Object.entries(stories)) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), text);
  }
  return folder;
}

async function storiesOf(corpus: LocalStore): Promise<Readonly<Record<string, string>>> {
  const stories: Record<string, string> = {};
  for (const { key } of (await Array.fromAsync(corpus.list({}))).flat()) {
    stories[key] = new TextDecoder().decode((await corpus.read(key))?.bytes);
  }
  return stories;
}

it("puts the stories of a folder and its subfolders under their paths", async () => {
  const corpus = createMemoryStore();
  const stories = { "a.txt": "a", "deep/er/b.txt": "b", "news 📰.txt": "c", "line\nbreak.txt": "d" };
  expect(await syncCorpus(folderWith(stories), corpus)).toEqual({ stories: 4, put: 4, removed: 0 });
  expect(await storiesOf(corpus)).toEqual(stories);
});

it("skips what begins with a dot", async () => {
  const corpus = createMemoryStore();
  await syncCorpus(folderWith({ ".DS_Store": "x", ".git/config": "x", "a.txt": "a" }), corpus);
  expect(await storiesOf(corpus)).toEqual({ "a.txt": "a" });
});

it("follows a link to a file, and none to a folder", async () => {
  const folder = folderWith({ "a.txt": "a" });
  symlinkSync(join(folder, "a.txt"), join(folder, "b.txt"));
  symlinkSync(folder, join(folder, "again"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
  const corpus = createMemoryStore();
  await syncCorpus(folder, corpus);
  expect(await storiesOf(corpus)).toEqual({ "a.txt": "a", "b.txt": "a" });
});

it("writes only what changed and removes what is gone", async () => {
  const corpus = createMemoryStore();
  const folder = folderWith({ "a.txt": "a", "b.txt": "b", "c.txt": "c" });
  await syncCorpus(folder, corpus);
  await corpus.tag("a.txt", { kept: "yes" });
  writeFileSync(join(folder, "b.txt"), "B, edited");
  rmSync(join(folder, "c.txt"));
  expect(await syncCorpus(folder, corpus)).toEqual({ stories: 2, put: 1, removed: 1 });
  expect(await corpus.tags("a.txt")).toEqual({ kept: "yes" });
  expect(await storiesOf(corpus)).toEqual({ "a.txt": "a", "b.txt": "B, edited" });
});

it("sees an edit that changes neither the size nor the time of a file", async () => {
  const corpus = createMemoryStore();
  const folder = folderWith({ "a.txt": "12 dead" });
  const time = new Date("2026-11-20T07:00:00Z");
  utimesSync(join(folder, "a.txt"), time, time);
  await syncCorpus(folder, corpus);
  writeFileSync(join(folder, "a.txt"), "19 dead");
  utimesSync(join(folder, "a.txt"), time, time);
  expect(await syncCorpus(folder, corpus)).toMatchObject({ put: 1 });
});

it("reports its progress every thousand stories", async () => {
  const folder = folderWith(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.txt`, `${i}`])));
  const told: string[] = [];
  await syncCorpus(folder, createMemoryStore(), (sentence) => told.push(sentence));
  expect(told).toEqual(["1000 stories in the corpus so far", "2000 stories in the corpus so far"]);
});

/** What the job reads of each object: its text, or the error. */
async function readOverS3(corpus: LocalStore): Promise<Readonly<Record<string, string>>> {
  const server = await startS3Server([corpus]);
  onTestFinished(server.close);
  const entries: [string, string][] = [];
  for (const { key } of (await Array.fromAsync(corpus.list({}))).flat()) {
    const answer = await fetch(`${server.url}/memory/${encodeURIComponent(key)}`);
    entries.push([key, answer.ok ? await answer.text() : String(answer.status)]);
  }
  return Object.fromEntries(entries);
}

const IS_ROOT = process.getuid?.() === 0;

it.skipIf(IS_ROOT)("holds back a file that may not be read, and takes it again when it may", async () => {
  const folder = folderWith({ "a.txt": "a", "secret.txt": "b" });
  const corpus = createMemoryStore();
  const notes: string[] = [];
  chmodSync(join(folder, "secret.txt"), 0o000);
  await syncCorpus(folder, corpus, (note) => notes.push(note));
  expect(await readOverS3(corpus)).toEqual({ "a.txt": "a", "secret.txt": "403" });
  expect(notes).toEqual([expect.stringMatching(/^Held back.*secret\.txt: permission denied$/)]);
  expect(await syncCorpus(folder, corpus)).toMatchObject({ put: 0 });
  chmodSync(join(folder, "secret.txt"), 0o644);
  expect(await syncCorpus(folder, corpus)).toMatchObject({ put: 1 });
  expect(await readOverS3(corpus)).toMatchObject({ "secret.txt": "b" });
});

it("holds back a file whose name is not UTF-8, and takes a readable file with the same bytes as the stand-in", async () => {
  const folder = folderWith({ "a.txt": "this file cannot be read\n" });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]), "b");
  const corpus = createMemoryStore();
  const notes: string[] = [];
  await syncCorpus(folder, corpus, (note) => notes.push(note));
  expect(await readOverS3(corpus)).toEqual({ "a.txt": "this file cannot be read\n", "bad\ufffd.txt": "403" });
  expect(notes).toEqual([expect.stringContaining("its name is not UTF-8, rename it")]);
  rmSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]));
  writeFileSync(join(folder, "bad\ufffd.txt"), "this file cannot be read\n");
  expect(await syncCorpus(folder, corpus)).toMatchObject({ put: 1 });
  expect((await readOverS3(corpus))["bad\ufffd.txt"]).toBe("this file cannot be read\n");
});

it("copies only the beginning of a file of 3 GB, still more than a story may have", async () => {
  const folder = folderWith({ "a.txt": "a", "huge.txt": "" });
  truncateSync(join(folder, "huge.txt"), 3 * 1024 ** 3);
  const corpus = createMemoryStore();
  await syncCorpus(folder, corpus);
  expect((await corpus.look("huge.txt"))?.size).toBeGreaterThan(MAX_STORY_BYTES);
  expect((await corpus.look("huge.txt"))?.size).toBeLessThan(10_000_000);
});

it("holds back a link out of the corpus folder, by which any file of the machine would have been mailed", async () => {
  const outside = folderWith({ "secret.txt": "password", "deep/..x": "x" });
  const folder = folderWith({ "a.txt": "a", "b/..c.txt": "c" });
  symlinkSync(join(outside, "secret.txt"), join(folder, "absolute.txt"));
  symlinkSync(relative(join(folder, "b"), join(outside, "secret.txt")), join(folder, "b", "relative.txt"));
  symlinkSync("absolute.txt", join(folder, "twice.txt"));
  symlinkSync(join("b", "..c.txt"), join(folder, "inside.txt"));
  const linked = join(outside, "corpus");
  symlinkSync(folder, linked);
  for (const each of [folder, linked]) {
    const corpus = createMemoryStore();
    const notes: string[] = [];
    await syncCorpus(each, corpus, (note) => notes.push(note));
    expect(await readOverS3(corpus)).toEqual({
      "a.txt": "a",
      "absolute.txt": "403",
      "b/relative.txt": "403",
      "inside.txt": "c",
      "twice.txt": "403",
    });
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe(
      `Held back, as it cannot be read: ${join(each, "absolute.txt")}: it is a link out of the corpus folder`,
    );
  }
});

it("leaves out what is no file: links in a circle, to folders and to nothing, pipes", async () => {
  const folder = folderWith({ "a.txt": "a" });
  symlinkSync("circle", join(folder, "circle"));
  symlinkSync(folder, join(folder, "again"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  const corpus = createMemoryStore();
  const notes: string[] = [];
  await syncCorpus(folder, corpus, (note) => notes.push(note));
  expect(await storiesOf(corpus)).toEqual({ "a.txt": "a" });
  expect(notes).toEqual([`Left out: ${join(folder, "again")} is a link to a folder`]);
});

it("takes a file that goes away during the copy for removed", async () => {
  const folder = folderWith({ "a.txt": "a", "b/c.txt": "c", "z.txt": "z" });
  const corpus = createMemoryStore();
  const vanishing: LocalStore = {
    ...corpus,
    async write(key, bytes, ...more) {
      rmSync(join(folder, "b"), { recursive: true, force: true });
      rmSync(join(folder, "z.txt"), { force: true });
      return await corpus.write(key, bytes, ...more);
    },
  };
  expect(await syncCorpus(folder, vanishing)).toEqual({ stories: 1, put: 1, removed: 0 });
});

it.skipIf(IS_ROOT)("stops at a folder that may not be listed: its stories are not removed", async () => {
  const folder = folderWith({ "a.txt": "a", "closed/b.txt": "b" });
  chmodSync(join(folder, "closed"), 0o000);
  onTestFinished(() => chmodSync(join(folder, "closed"), 0o755));
  await expect(syncCorpus(folder, createMemoryStore())).rejects.toThrow(
    `cannot read the corpus folder ${join(folder, "closed")}: permission denied; make it readable`,
  );
});

it("says which folder is not there", async () => {
  const folder = join(temporaryFolder(), "nowhere");
  await expect(syncCorpus(folder, createMemoryStore())).rejects.toThrow(
    `cannot read the corpus folder ${folder}: it does not exist; name another with --corpus`,
  );
  writeFileSync(folder, "a file");
  await expect(syncCorpus(folder, createMemoryStore())).rejects.toThrow(
    `${folder}: it is not a folder; name`,
  );
});

it("refuses a path that is too long for a key", async () => {
  const folder = temporaryFolder();
  const deep = join(folder, ...Array.from({ length: 6 }, () => "d".repeat(200)));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, "a.txt"), "a");
  await expect(syncCorpus(folder, createMemoryStore())).rejects.toThrow(/S3 keys have at most 1024 bytes/);
});
