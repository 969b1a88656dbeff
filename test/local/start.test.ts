import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { PROJECT } from "../../local/runner/options.ts";
import manifest from "../../package.json" with { type: "json" };
import { precompileTemplates } from "../../templates/precompile.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const options = { cwd: PROJECT, env: { PATH: process.env.PATH, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const START = join(PROJECT, "local", "start.js");

/** Node, as it would be in another version. */
function asNode(version: string): string {
  const versions = `{ value: { ...process.versions, node: "${version}" } }`;
  return `data:text/javascript,Object.defineProperty(process, "versions", ${versions})`;
}

it.each(["digest", "invoke", "inbox", "read", "compare", "demo", "preview", "doctor"] as const)(
  "npm run %s starts with a file that an old Node can read",
  (name) => {
    expect(manifest.scripts[name]).toBe(`node local/start.js ${name}`);
  },
);

it.each(["18.20.0", "20.20.2", "22.12.0"])("says in one line that Node %s is too old", async (version) => {
  expect(await run(["--import", asNode(version), START, "demo"])).toEqual({
    code: 2,
    stdout: "",
    stderr: `late-edition: run npm ci first, which also installs Node 24: this is Node ${version}\n`,
  });
});

it("says in one line that the dependencies are not installed", async () => {
  const checkout = temporaryFolder();
  mkdirSync(join(checkout, "local"));
  cpSync(START, join(checkout, "local", "start.js"));
  writeFileSync(join(checkout, "package.json"), '{"type":"module"}');
  expect(await run([join(checkout, "local", "start.js"), "demo"])).toEqual({
    code: 2,
    stdout: "",
    stderr: `late-edition: run npm ci first, which also installs Node 24: this is Node ${process.versions.node}; the dependencies are not installed\n`,
  });
});

/** Root may write everything. */
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = IS_ROOT ? { uid: 65_534, gid: 65_534 } : {};
const PACKAGES = join(PROJECT, "node_modules");

/** Whether a user without rights may read the packages: not where the project is in the home of root. */
function canNobodyRead(): boolean {
  const look = ["-e", "require('node:fs').readdirSync(process.argv[1])", PACKAGES];
  return process.platform !== "win32" && spawnSync(process.execPath, look, NOBODY).status === 0;
}

it.skipIf(!canNobodyRead())(
  "runs in a checkout that cannot be written, where its user may write",
  async () => {
    precompileTemplates();
    const [checkout, desk] = [temporaryFolder(), realpathSync(temporaryFolder())];
    for (const part of ["functions", "infra", "local", "templates", "seeds", "package.json"]) {
      cpSync(join(PROJECT, part), join(checkout, part), { recursive: true });
    }
    symlinkSync(PACKAGES, join(checkout, "node_modules"));
    execFileSync("chmod", ["-R", "a+rX,a-w", checkout]);
    onTestFinished(() => {
      execFileSync("chmod", ["-R", "u+w", checkout]);
    });
    chmodSync(desk, 0o777);
    const args = [join(checkout, "local", "start.js"), "digest", "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      ...NOBODY,
      cwd: desk,
      env: { PATH: process.env.PATH },
      encoding: "utf8",
    });
    expect([status, stderr.split("\n").filter((line) => line.startsWith("digest:"))]).toEqual([0, []]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "sent",
      out: expect.stringContaining(join(desk, "out")),
    });
    expect(readdirSync(desk).toSorted()).toEqual([".state", "out"]);
  },
);

it("takes relative paths from where its user called npm", async () => {
  const folder = realpathSync(temporaryFolder());
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "mine", "a.txt"), "A lighthouse opened\n\nIt opened on Friday in Dunmarrow.\n");
  const args = ["digest", "--corpus", "mine", "--state", "state", "--out", "out", "--json"];
  const { code, stdout } = await run([START, ...args, "--at", "2026-11-20T07:00:00Z"], { INIT_CWD: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    counts: { stories: 1 },
    out: expect.stringContaining(join(folder, "out")),
  });
});
