import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { runInProcess } from "../../support/in-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export const TOPICS = JSON.stringify([
  { name: "courts", title: "Courts & law", keys: "court/" },
  { name: "sea", words: "ferry", not: "football" },
]);

/** A corpus, a state and an output folder, and the command on them. */
export function openDesk(environment: Readonly<Record<string, string>> = { TOPICS }) {
  const folder = temporaryFolder();
  const [corpus = "", state = "", out = ""] = ["corpus", "state", "out"].map((name) => join(folder, name));
  mkdirSync(join(corpus, "court"), { recursive: true });
  const put = (name: string, text: string) => writeFileSync(join(corpus, name), text);
  put(
    "court/appeal.txt",
    "Court hears appeal\n\nThe court of Velm hears the appeal of the mayor on Monday.\n",
  );
  put("flood.txt", "Flood in Velm\n\nAt least 12 people died in the flood of Velm, police said.\n");
  for (const [name, value] of Object.entries(environment)) {
    vi.stubEnv(name, value);
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const run = (slot: string, ...args: readonly string[]) =>
    captured("digest", "--corpus", corpus, "--state", state, "--out", out, "--at", slot, ...args);
  return { state, out, put, run };
}

export const captured = (...args: readonly string[]) => runInProcess(args, { hasProgress: false });

/** What stands below the report. */
export const below = ({ stdout }: { readonly stdout: string }) =>
  stdout.split(/\n\n([\s\S]*)/, 2)[1]?.trimEnd() ?? "";
