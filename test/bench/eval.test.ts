import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { COMPILE_CACHE } from "../support/compile-cache.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const EVAL = fileURLToPath(new URL("../../bench/eval.ts", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [EVAL, ...args], { env: COMPILE_CACHE }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** The same in this process. */
async function runHere(...args: string[]): Promise<Ended> {
  const { argv, exitCode } = process;
  const [log, error] = (["log", "error"] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation(() => undefined),
  );
  const told = (spy: typeof log) => (spy?.mock.calls ?? []).map(([line]) => `${line}\n`).join("");
  try {
    process.argv = [...argv.slice(0, 1), EVAL, ...args];
    process.exitCode = 0;
    await import(/* @vite-ignore */ `${EVAL}?${args.join()}`);
    return { code: Number(process.exitCode), stdout: told(log), stderr: told(error) };
  } finally {
    Object.assign(process, { argv, exitCode });
    vi.restoreAllMocks();
  }
}

function folderWith(name: string, text: string): string {
  const folder = join(temporaryFolder(), "figures");
  mkdirSync(folder);
  writeFileSync(join(folder, name), text);
  return folder;
}

test("prints one JSON line a figure", async () => {
  const rules = [
    { text: "The quay burned. Nobody was hurt.", sentences: ["The quay burned.", "Nobody was hurt."] },
    { text: "The quay burned. Nobody was hurt.", sentences: ["The quay burned. Nobody was hurt."] },
  ];
  const folder = folderWith("sentences.json", JSON.stringify(rules));
  const { code, stdout } = await run(folder, "--only", "sentences");
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([{ figure: "golden rules passed", value: 1, of: 2 }]);
});

test.each([
  [
    "without a folder",
    [],
    /^eval: expected one data folder, found 0; usage: npm run -s eval -- FOLDER .+\n$/,
  ],
  [
    "with a folder that is not there",
    ["no-such-folder"],
    /^eval: cannot read no-such-folder.sentences\.json: it is missing .+\n$/,
  ],
  [
    "with a figure that nobody knows",
    [".", "--only", "constructor"],
    /^eval: unknown figures "constructor"; usage: .*sentences\|.+\n$/,
  ],
  ["with an option that nobody knows", [".", "--loud"], /^eval: Unknown option '--loud'.+usage: .+\n$/],
])("says in one sentence what is wrong when called %s", async (_, args, message) => {
  const { code, stdout, stderr } = await runHere(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(message);
});

test.each([
  ["is no JSON", "[", "it is not JSON"],
  ["has another form", '[{"text": 1}]', "Invalid"],
  ["is empty", "[]", "it is an empty list"],
])("says in one sentence that a file %s", async (_, text, reason) => {
  const folder = folderWith("sentences.json", text);
  const { code, stderr } = await runHere(folder, "--only", "sentences");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^eval: cannot .+sentences\.json: .+\n$/);
  expect(stderr).toContain(reason);
});
