import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Desk } from "../support/command.ts";

/** The story whose figure is edited. */
export const FERRY = "vellmouth-ferry-breakwater.txt";
/** Its words with the figure. */
export const TOLL = "rose to 12 on Tuesday night";

/** Edits a story of the corpus. */
export function edit(desk: Desk, key: string, before: string, after: string): void {
  const path = join(desk.corpus, key);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
}

/** A day's news: one figure edited, one story new, one renamed, one deleted. */
export function editTheCorpus(desk: Desk): void {
  edit(desk, FERRY, TOLL, TOLL.replace("12", "19"));
  writeFileSync(
    join(desk.corpus, "library.txt"),
    "Town library opens on Sundays\n\nThe town library opens on Sundays from January. The council pays two more librarians.\n",
  );
  renameSync(
    join(desk.corpus, "vellmouth-ferry-flash.txt"),
    join(desk.corpus, "vellmouth-ferry-bulletin.txt"),
  );
  rmSync(join(desk.corpus, "zakharova-announces-visit.txt"));
}
