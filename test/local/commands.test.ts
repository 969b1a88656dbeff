import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { runDemo } from "../../local/demo/run-demo.ts";
import { PROJECT } from "../../local/runner/options.ts";
import { lockFolder } from "../../local/stores/lock.ts";
import manifest from "../../package.json" with { type: "json" };
import { runInProcess } from "../support/in-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";

useFunctionsWithoutThreads();

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script in a process of its own, as npm does. */
function runScript(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(PROJECT, "local", script), ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

const run = (...args: readonly string[]): Promise<Ended> => runInProcess(args);

/** State and output of a test. */
function folders(): string[] {
  const folder = temporaryFolder();
  return ["--state", join(folder, "state"), "--out", join(folder, "out")];
}

/** The same with a corpus of two short stories, which are read faster than the samples. */
function desk(): string[] {
  const corpus = temporaryFolder();
  for (const [n, place] of ["Velm", "Orsk"].entries()) {
    writeFileSync(
      join(corpus, `${place}.txt`),
      `${place} stops\n\nThe ferry of ${place} lost ${n + 12} boats.\n`,
    );
  }
  return [...folders(), "--corpus", corpus];
}

it("prints exactly one JSON object with --json", async () => {
  const args = ["digest", ...folders(), "--at", "2026-11-20T07:00:00Z", "--json"];
  const { code, stdout } = await runScript("late-edition.ts", ...args);
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
  const args = [...desk(), "--at", "2026-11-20T07:00:00Z", "--json"];
  const { code, stdout } = await runScript("digest.ts", ...args);
  expect({ code, report: JSON.parse(stdout) }).toMatchObject({ code: 0, report: { outcome: "sent" } });
});

it("says in plain sentences what happened and where to look", async () => {
  const args = desk();
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
  const state = args[1] ?? "";
  const done = await run("digest", ...args, "--at", "2026-11-20T07:00:00Z");
  expect(done.stdout).toMatch(
    /^Already done: the later slot 2026-11-21T07:00:00Z is finished; nothing was sent\./,
  );
  expect(done.stdout).not.toContain("redate");
  expect(stdout).toContain(`All emails so far: npm run inbox -- --state ${relative(process.cwd(), state)}\n`);
});

it("has a way back from a slot in the future", async () => {
  const args = desk();
  const slot = `${new Date().getUTCFullYear() + 1}-11-20T07:00:00Z`;
  await run("digest", ...args, "--at", slot, "--allow-future");
  const { stdout } = await run("digest", ...args);
  expect(stdout).toMatch(
    new RegExp(`^Already done: the later slot ${slot} is finished; nothing was sent\\.`),
  );
  expect(stdout).toContain(
    `to give the last slot the time of now: npm run invoke -- events/redate.json --state ${relative(process.cwd(), args[1] ?? "")}\n`,
  );
  const redated = await run("invoke", join(PROJECT, "events", "redate.json"), ...args);
  expect(redated.stdout).toMatch(
    new RegExp(`^The last slot was ${slot}; it is \\S+Z now, and the next run makes an edition again\\.\\n$`),
  );
  const at = new Date(Date.now() + 5_000).toISOString();
  expect((await run("digest", ...args, "--at", at)).stdout).toMatch(/^No changes for /);
});

it("says what to do when another corpus is run on a state folder, and lets removals go that are meant", async () => {
  const args = folders();
  const corpus = join(args[1] ?? "", "..", "stories");
  const write = (n: number): void =>
    writeFileSync(
      join(corpus, `${n}.txt`),
      `Road ${n} closes\n\nRoad ${n} closes on Monday for ${n + 3} weeks.\n`,
    );
  mkdirSync(corpus);
  for (let n = 1; n <= 12; n += 1) {
    write(n);
  }
  await run("digest", ...args, "--corpus", corpus, "--at", "2026-11-20T07:00:00Z");
  const other = await run("digest", ...args, "--corpus", "seeds", "--at", "2026-11-21T07:00:00Z");
  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^digest: the state folder .* is that of .*\n$/),
  });
  for (let n = 2; n <= 12; n += 1) {
    rmSync(join(corpus, `${n}.txt`));
  }
  const gone = await run("digest", ...args, "--at", "2026-11-21T07:00:00Z");
  expect(gone.code).toBe(1);
  expect(gone.stderr).toContain("refused to remove 11 of 12 stories at once");
  expect(gone.stderr).toContain("; here, --accept-removals does the same for all of them\n");
  const accepted = await run("digest", ...args, "--at", "2026-11-22T07:00:00Z", "--accept-removals");
  expect(accepted.stdout).toContain("1 story: 11 removed.");
});

it("refuses recipients that are no addresses before anything is committed", async () => {
  const args = folders();
  const refused = await run("digest", ...args, "--recipients", "foo");
  expect(refused).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining('--recipients has "foo"'),
  });
  expect(existsSync(args[1] ?? "")).toBe(false);
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
  [
    "compare",
    ["a.txt"],
    2,
    "compare: expected two files, the earlier version and the later one, found 1 (see npm run compare -- --help)\n",
  ],
  ["demo", ["--fast"], 2, "demo: Unknown option '--fast' (see npm run demo -- --help)\n"],
])("%s %j ends with a line that names the mistake", async (name, args, code, stderr) => {
  expect(await run(name, ...args)).toEqual({ code, stdout: "", stderr });
});

it("ends its process with the code of a mistake", async () => {
  expect(await runScript("late-edition.ts", "digset")).toMatchObject({ code: 2, stdout: "" });
});

it.each(["digest", "invoke", "inbox", "preview", "read", "compare", "demo", "doctor"])(
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
  expect(stdout.trimEnd().split("\n")).toHaveLength(8);
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

const FIRST_DAY =
  /Day 1, 07:00: the first run\n {2}\d+ stories: \d+ new\.\n {2}To desk@example\.com: First edition: now tracking \d+ stories\n/;

it("plays four days from the seeds, with the emails of three readers side by side; then from the beginning, without the edits of samples that the user has edited", async () => {
  const folder = temporaryFolder();
  const play = async (corpus?: string) => {
    const printed: string[] = [];
    await runDemo(
      { state: join(folder, "state"), out: join(folder, "out") },
      (text) => printed.push(text),
      corpus,
    );
    return printed;
  };
  const story = (await play()).join("\n");
  expect(story).toMatch(FIRST_DAY);
  expect(story).toMatch(
    /\d+ stories: 2 revised, 1 new, 1 reverted, 1 renamed, 1 removed, 2 with formatting changes only\./,
  );
  expect(story).toMatch(/three → one is still missing/);
  expect(story).toMatch(
    /reservoirs at 34 percent → 33 percent of their capacity\n.*Merrow, Level on Sunday: 27 percent → 21 percent/,
  );
  expect(story).toMatch(/Front matter, link targets and markup: counting-empty-shops/);
  expect(story).not.toMatch(/\|.*(?:1,902|Council vote|Live:|<\/?\w+>)/);
  expect(story).toMatch(/Day 3.*\n {2}\d+ stories: none changed\.\n {2}No email\./);
  expect(story).toMatch(/To desk@.+14 → 19.+\n {2}To water@.+18 percent.+\n {2}To director@.+Removed: /);
  const monday = join(folder, "out", "2026-11-23T07:00:00Z");
  const readers = readFileSync(join(monday, "readers.html"), "utf8");
  const frames = [...readers.matchAll(/<p>To ([^<]*)<\/p>\n<iframe [^>]*src="([^"]+)"/g)];
  const shown = frames.map(
    ([, to = "", file = ""]) => [to, readFileSync(join(monday, file), "utf8")] as const,
  );
  expect(shown.map(([to]) => to)).toEqual(["desk@example.com", "water@example.com", "director@example.com"]);
  const tells = (words: string) => shown.map(([, html]) => html.includes(words));
  expect(tells("vellmouth-ferry-breakwater.txt")).toEqual([true, false, true]);
  expect(tells("water-limits.html")).toEqual([true, true, true]);
  expect(tells("lavrov-abdolahian-talks.txt")).toEqual([false, false, true]);
  expect(readFileSync(join(monday, "digest-3.txt"), "utf8")).toMatch(/rose to 12 → 14 → 19 on/);

  const seeds = join(folder, "seeds");
  cpSync(join(PROJECT, "seeds"), seeds, { recursive: true });
  const ferry = join(seeds, "vellmouth-ferry-breakwater.txt");
  writeFileSync(ferry, readFileSync(ferry, "utf8").replace("Twelve Dead", "Thirteen Dead"));
  rmSync(join(seeds, "lavrov-abdolahian-talks.txt"));
  const printed = await play(seeds);
  expect(printed.join("\n")).toMatch(FIRST_DAY);
  expect(printed.filter((text) => text.startsWith("  (left out: "))).toEqual([
    expect.stringContaining("breakwater.txt does not contain “Twelve Dead”; the demo needs the samples"),
    expect.stringContaining("lavrov-abdolahian-talks.txt"),
    expect.stringContaining("does not contain “Fourteen Dead”"),
  ]);
  expect(printed.at(-2)).toContain("To see the emails");
  expect(printed.at(-1)).toMatch(
    /history of the ferry: http:\/\/127\.0\.0\.1:8025\/archive\/stories\/[\w-]{16}\/$/,
  );
});

it("leaves the folders of a demo that is playing alone", async () => {
  const folder = temporaryFolder();
  const state = join(folder, "state");
  const unlock = lockFolder(state);
  writeFileSync(join(state, "mine"), "");
  const second = runDemo({ state, out: join(folder, "out") }, () => undefined);
  await expect(second).rejects.toThrow("another run uses this state folder");
  expect(existsSync(join(state, "mine"))).toBe(true);
  unlock();
});
