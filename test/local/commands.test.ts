import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runDemo } from "../../local/demo/run-demo.ts";
import { PROJECT } from "../../local/runner/options.ts";
import { mailIds } from "../../local/ses/mailbox.ts";
import manifest from "../../package.json" with { type: "json" };
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const SCRIPT = join(PROJECT, "local", "late-edition.ts");

/** Runs a command as npm does. */
function run(...args: readonly string[]): Promise<Ended> {
  return runScript(SCRIPT, ...args);
}

function runScript(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

function folders(): string[] {
  const folder = temporaryFolder();
  return ["--state", join(folder, "state"), "--out", join(folder, "out")];
}

it("prints exactly one JSON object with --json", async () => {
  const { code, stdout } = await run("digest", ...folders(), "--at", "2026-11-20T07:00:00Z", "--json");
  expect(code).toBe(0);
  expect(stdout.trimEnd()).not.toContain("\n");
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({
    slot: "2026-11-20T07:00:00Z",
    outcome: "sent",
    counts: { heldBack: 0 },
    out: expect.stringMatching(/2026-11-20T07.00.00Z$/),
  });
  expect(Object.keys(report ?? {})).toEqual(["slot", "outcome", "counts", "out"]);
});

it("runs the digest as a script of its own, as scorers outside the project do", async () => {
  const script = join(PROJECT, "local", "digest.ts");
  const { code, stdout } = await runScript(script, ...folders(), "--at", "2026-11-20T07:00:00Z", "--json");
  expect({ code, report: JSON.parse(stdout) }).toMatchObject({ code: 0, report: { outcome: "sent" } });
});

it("says in plain sentences what happened and where to look", async () => {
  const args = folders();
  const { stdout, stderr } = await run("digest", ...args, "--at", "2026-11-20T07:00:00Z");
  expect(stdout).toMatch(
    /^Sent for 2026-11-20T07:00:00Z to reader@example.com: .+\n\d+ stories: \d+ new\.\nSaved in /,
  );
  expect(stdout).toContain("digest.html, digest.txt, message.eml, edition.json.");
  expect(stderr).toContain("scanned: ");
  const again = await run("digest", ...args, "--at", "2026-11-21T07:00:00Z");
  expect(again.stdout).toMatch(
    /^No changes for 2026-11-21T07:00:00Z; no email sent\.\n\d+ stories: none changed\.\n/,
  );
  const done = await run("invoke", join(PROJECT, "events", "scheduled.json"), ...args);
  expect(done.stdout).toMatch(/^Already done: 2026-11-20T07:00:00Z or a later slot is finished/);
});

it("keeps what SES says of a mail, also as the first thing that a state folder sees", async () => {
  const bounce = join(PROJECT, "events", "ses-bounce.json");
  const { code, stdout } = await run("invoke", bounce, ...folders());
  expect([code, stdout]).toEqual([0, "Email feedback recorded; the next edition will mention it.\n"]);
});

it.each([
  ["digest", ["--corpsu", "x"], 2, "digest: Unknown option '--corpsu' (see npm run digest -- --help)\n"],
  [
    "invoke",
    [],
    2,
    "invoke: expected one event file, found 0; for example events/scheduled.json (see npm run invoke -- --help)\n",
  ],
  [
    "inbox",
    ["--port", "x"],
    2,
    'inbox: --port is "x": expected a number up to 65535, 0 for any free port (see npm run inbox -- --help)\n',
  ],
  ["read", [], 2, "read: expected one or more files with a story, found none (see npm run read -- --help)\n"],
  ["demo", ["--fast"], 2, "demo: Unknown option '--fast' (see npm run demo -- --help)\n"],
])("%s %j ends with a line that names the mistake", async (name, args, code, stderr) => {
  expect(await run(name, ...args)).toEqual({ code, stdout: "", stderr });
});

it.each(["digest", "invoke", "inbox", "preview", "read", "demo", "doctor"])(
  "%s --help shows how to call it",
  async (name) => {
    const { code, stdout } = await run(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^npm run ${name}`));
    expect(stdout).not.toMatch(/\n\n$/);
  },
);

it("lists its commands and its version, and refuses any other command", async () => {
  const { stdout } = await run("--help");
  expect(stdout.trimEnd().split("\n")).toHaveLength(7);
  expect(await run("--version")).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  for (const name of ["digset", "toString", ""]) {
    expect(await run(name)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(": digest, "),
    });
  }
});

it("ends with 1 and one line when the function refuses the event", async () => {
  const file = join(temporaryFolder(), "event.json");
  writeFileSync(file, '{"mode":"resume","slot":"2026-11-20T07:00:00Z"}');
  const { code, stdout, stderr } = await run("invoke", file, ...folders(), "--json");
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: 'invoke: cannot handle this event: unknown field "slot"\n',
  });
});

it("plays three days from the seeds, from the beginning each time", async () => {
  const folder = temporaryFolder();
  const play = async () => {
    const printed: string[] = [];
    await runDemo({ state: join(folder, "state"), out: join(folder, "out") }, (text) => printed.push(text));
    return printed.join("\n");
  };
  const story = await play();
  expect(story).toMatch(
    /\d+ stories: 2 revised, 1 new, 1 reverted, 1 renamed, 1 removed, 2 with formatting changes only\./,
  );
  expect(story).toMatch(/three → one is still missing/);
  expect(story).toMatch(
    /reservoirs at 34 percent → 33 percent of their capacity\n.*Merrow, Level on Sunday: 27 percent → 21 percent/,
  );
  expect(story).toMatch(/Front matter, link targets and markup: counting-empty-shops/);
  expect(story).not.toMatch(/\|.*(?:1,902|Council vote|Live:|<\/?\w+>)/);
  expect(story).toMatch(/Day 3.*\n {2}No email\.\n {2}\d+ stories: none changed\./);
  expect(existsSync(join(folder, "out", "2026-11-21T07:00:00Z", "digest.html"))).toBe(true);
  expect(await play()).toBe(story);
});

/** Runs the job and kills it as soon as it tells this step. */
async function killAt(step: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, "digest", ...args]);
  child.stderr.on("data", (text) => String(text).includes(`${step}: `) && child.kill("SIGKILL"));
  await once(child, "exit");
}

it.each(["started", "scanned", "compared", "committed"])(
  "makes up for a run that was killed when it had %s",
  async (step) => {
    const clean = folders();
    const slot = ["--at", "2026-11-20T07:00:00Z", "--time-limit", "2"];
    await run("digest", ...clean, ...slot);
    const args = folders();
    await killAt(step, [...args, ...slot]);
    const inbox = join(args[1] ?? "", "inbox");
    const before = mailIds(inbox).length;
    const again = await run("digest", ...args, ...slot, "--json");
    expect(again.code).toBe(0);
    const edition = (out: readonly string[]) =>
      readFileSync(join(out[3] ?? "", "2026-11-20T07:00:00Z", "edition.json"), "utf8");
    expect(edition(args)).toBe(edition(clean));
    const after = mailIds(inbox).length;
    expect(after).toBeGreaterThanOrEqual(1);
    expect(after - before).toBeLessThanOrEqual(1);
  },
);
