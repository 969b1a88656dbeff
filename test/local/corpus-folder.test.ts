import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { syncCorpus } from "../../local/runner/corpus-folder.ts";
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
  const told: number[] = [];
  await syncCorpus(folder, createMemoryStore(), (stories) => told.push(stories));
  expect(told).toEqual([1000, 2000]);
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
