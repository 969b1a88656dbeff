import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bindCorpus, boundCorpus } from "../../local/runner/bound-corpus.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function folders(): { readonly state: string; readonly first: string; readonly second: string } {
  const folder = temporaryFolder();
  const [state = "", first = "", second = ""] = ["state", "first", "second"].map((name) =>
    join(folder, name),
  );
  for (const path of [state, first, second]) {
    mkdirSync(path);
  }
  return { state, first, second };
}

it("refuses another corpus on the state of the first, and says what to do", () => {
  const { state, first, second } = folders();
  bindCorpus(state, first);
  bindCorpus(state, first);
  expect(boundCorpus(state)).toBe(first);
  expect(() => bindCorpus(state, second)).toThrow(
    `the state folder ${state} is that of the stories in ${first}, not in ${second}: name another with --state, or, if the stories have moved there, delete ${join(state, "corpus-folder.txt")}`,
  );
});

it("goes on with stories that have moved, once the file is deleted", () => {
  const { state, first, second } = folders();
  bindCorpus(state, first);
  rmSync(second, { recursive: true });
  renameSync(first, second);
  expect(() => bindCorpus(state, second)).toThrow("if the stories have moved there");
  rmSync(join(state, "corpus-folder.txt"));
  bindCorpus(state, second);
  expect(boundCorpus(state)).toBe(second);
});

it("takes a link for the folder that it leads to", () => {
  const { state, first } = folders();
  const link = `${first}-link`;
  symlinkSync(first, link);
  bindCorpus(state, link);
  expect(() => bindCorpus(state, first)).not.toThrow();
});

it("binds nothing to a folder that is not there", () => {
  const { state } = folders();
  bindCorpus(state, join(state, "nowhere"));
  expect(boundCorpus(state)).toBeUndefined();
  writeFileSync(join(state, "corpus-folder.txt"), "/with a space \n");
  expect(boundCorpus(state)).toBe("/with a space ");
});

it.each(["", "/half of a pa"])("binds anew after a run that died while it wrote the file: %j", (half) => {
  const { state, first } = folders();
  writeFileSync(join(state, "corpus-folder.txt"), half);
  expect(boundCorpus(state)).toBeUndefined();
  bindCorpus(state, first);
  expect(boundCorpus(state)).toBe(first);
});
