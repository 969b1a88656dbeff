import { execFile } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../../local/runner/options.ts";
import { USAGE } from "../../local/runner/usage.ts";
import { COMPILE_CACHE } from "../support/compile-cache.ts";
import { type Place, runInProcess } from "../support/in-process.ts";
import { reach } from "../support/reach.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";

useFunctionsWithoutThreads();

/** The commands of the README that run the job, in its order: in blocks, between the words, and after `npm ci`. */
function commandsOfReadme(): readonly string[] {
  const readme = readFileSync(join(PROJECT, "README.md"), "utf8");
  const found = readme.matchAll(/(?<=\n|`|&& )((?:[A-Z_]+=\w+ )*npm run (?:digest|invoke|demo)\b[^\n`#]*)/g);
  return [...new Set(Array.from(found, ([command]) => command.trim()))];
}

/** What a shell would make of it: variables, the command, its arguments. */
function parsed(command: string, desk: string) {
  const words = command.split(/\s+/);
  const variables = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split("=", 2));
  const name = words[words.indexOf("run") + 1] ?? "";
  const typed = words.includes("--") ? words.slice(words.indexOf("--") + 1) : [];
  const args = typed.map((word, n) => (word === "DIR" ? join(desk, (typed[n - 1] ?? "").slice(2)) : word));
  const folders = ["--state", "--out"].filter((option) => !args.includes(option));
  return {
    name,
    // The checkout's own folders are left alone.
    args: [...args, ...folders.flatMap((option) => [option, join(desk, `default${option}`)])],
    env: Object.fromEntries(variables),
  };
}

async function run(command: string, desk: string): Promise<string> {
  const { name, args, env } = parsed(command, desk);
  const options = { cwd: desk, env: { PATH: process.env.PATH, ...env } };
  const ended = await reach<typeof runInItsOwn>(runInProcess, runInItsOwn)([name, ...args], options);
  return ended.code === 0 ? "" : ended.stderr;
}

function runInItsOwn(
  args: readonly string[],
  options: Pick<Place, "cwd" | "env">,
): Promise<{ readonly code: number; readonly stderr: string }> {
  const script = join(PROJECT, "local", "late-edition.ts");
  return new Promise((resolve) => {
    const env = { ...options.env, ...COMPILE_CACHE };
    execFile(process.execPath, [script, ...args], { ...options, env }, (error, _, stderr) =>
      resolve({ code: error === null ? 0 : 1, stderr: String(stderr) }),
    );
  });
}

it("the README's commands work in the README's order", { timeout: 180_000 }, async () => {
  const desk = temporaryFolder();
  cpSync(join(PROJECT, "seeds"), join(desk, "corpus"), { recursive: true });
  cpSync(join(PROJECT, "events"), join(desk, "events"), { recursive: true });
  const all = commandsOfReadme();
  expect(all.length).toBeGreaterThan(4);
  // The demo is played by another test too.
  const commands = all.filter((command) => reach(!command.includes("demo"), true));
  for (const command of commands) {
    expect([command, await run(command, desk)]).toEqual([command, ""]);
  }
});

it("the README's options are those of the commands: it told options of invoke that invoke refuses", () => {
  const readme = readFileSync(join(PROJECT, "README.md"), "utf8");
  const [, table = ""] = /\n\| option of `digest` and `invoke` \|([\s\S]*?)\n\n/.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `--([\w-]+)[^|]*\| (only `digest`)?/gm)];
  const optionsOf = (usage: string) => [...usage.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name);
  expect(rows.map(([, name]) => name).toSorted()).toEqual(optionsOf(USAGE.digest).toSorted());
  const shared = rows.filter(([, , only]) => only === undefined).map(([, name]) => name);
  expect(shared.toSorted()).toEqual(optionsOf(USAGE.invoke).toSorted());
});
