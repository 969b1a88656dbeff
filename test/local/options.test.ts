import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import {
  PROJECT,
  parseDemoOptions,
  parseDigestOptions,
  parseInboxOptions,
  parseInvokeOptions,
  stateArguments,
} from "../../local/runner/options.ts";
import { UsageError } from "../../local/runner/usage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = new Date("2026-11-20T06:59:58.765Z");
const digest = (...args: string[]) => parseDigestOptions(args, NOW);

it("runs the seeds for the slot of now when nothing is said", () => {
  expect(digest()).toEqual({
    corpus: join(PROJECT, "seeds"),
    state: join(PROJECT, ".state"),
    out: join(PROJECT, "out"),
    event: { mode: "scheduled", slot: "2026-11-20T06:59:58Z" },
    isBundled: false,
    isJson: false,
    isExplained: false,
    timeLimitMs: 15_000,
  });
});

it("takes every option", () => {
  const args = ["--corpus", "c", "--state", "s", "--out", "o", "--bundle", "--json"];
  const readers = ["--recipients", "a@example.com,b@example.com", "--contacts", "c@example.com"];
  const more = [...readers, "--time-limit", "0.5"];
  expect(digest(...args, ...more, "--at", "2026-11-20T08:00:00+01:00")).toEqual({
    corpus: resolve("c"),
    state: resolve("s"),
    out: resolve("o"),
    event: { mode: "scheduled", slot: "2026-11-20T07:00:00Z" },
    isBundled: true,
    isJson: true,
    isExplained: false,
    recipients: "a@example.com,b@example.com",
    contacts: "c@example.com",
    timeLimitMs: 500,
  });
});

it("hands over the event of a file as it is", () => {
  const file = join(temporaryFolder(), "event.json");
  writeFileSync(file, '{"mode":"weekly","colour":"red"}');
  const event = { mode: "weekly", colour: "red" };
  expect(digest("--event", file).event).toEqual(event);
  expect(parseInvokeOptions([file, "--json"])).toMatchObject({ event, isJson: true });
});

it.each([
  [["--corpsu", "x"], "Unknown option '--corpsu'"],
  [["-x"], "Unknown option '-x'"],
  [["seeds"], "Unexpected argument 'seeds'"],
  [["--corpus"], "Option '--corpus <value>' argument missing"],
  [["--corpus", ""], "the name of a folder is empty: expected one such as seeds"],
  [["--state", ""], "the name of a folder is empty: expected one such as .state"],
  [["--out", ""], "the name of a folder is empty: expected one such as out"],
  [["--at", "yesterday"], '--at is "yesterday": expected an ISO time with a zone'],
  [["--at", "2026-11-20T07:00:00"], '--at is "2026-11-20T07:00:00"'],
  [["--at", "2026-11-20T07:00:00Z", "--event", "e.json"], "--at and --event cannot be combined"],
  [["--event", "nowhere.json"], "cannot read the event file nowhere.json: it does not exist"],
  [["--time-limit", "0"], '--time-limit is "0": expected seconds, up to 900'],
  [["--time-limit", "901"], '--time-limit is "901"'],
  [["--time-limit", "soon"], '--time-limit is "soon"'],
  [["--time-limit", ""], '--time-limit is ""'],
])("refuses %j in one line", (args, message) => {
  expect(() => digest(...args)).toThrow(UsageError);
  expect(() => digest(...args)).toThrow(message);
  expect(() => digest(...args)).not.toThrow("\n");
});

it.each([
  [["--at", "2026-11-21T07:00:00Z"], '--at is "2026-11-21T07:00:00Z", more than a day ahead of now'],
  [["--at", "2062-11-20T07:00:00Z"], "if you mean it, add --allow-future"],
  [["--at", "2026-02-30T07:00:00Z"], '--at is "2026-02-30T07:00:00Z": expected an ISO time'],
])("refuses the slot %j, which would silence the runs until then", (args, message) => {
  expect(() => digest(...args)).toThrow(UsageError);
  expect(() => digest(...args)).toThrow(message);
});

it("takes a slot in the future that is meant, and removals that are", () => {
  const at = "2027-11-20T07:00:00Z";
  expect(digest("--at", at, "--allow-future").event).toEqual({
    mode: "scheduled",
    slot: at,
    allowFuture: true,
  });
  expect(digest("--accept-removals").event).toMatchObject({ mode: "scheduled", acceptRemovals: [""] });
  expect(digest("--at", "2026-11-21T06:59:58Z").event).toMatchObject({ slot: "2026-11-21T06:59:58Z" });
});

it.each(["--allow-future", "--accept-removals"])("leaves %s to the event where there is one", (option) => {
  expect(() => digest("--event", "e.json", option)).toThrow(`${option} and --event cannot be combined`);
  expect(() => parseInvokeOptions(["e.json", option])).toThrow(`Unknown option '${option}'`);
});

it.each([
  ["--recipients", "foo"],
  ["--recipients", "foo@"],
  ["--recipients", "@example.org"],
  ["--recipients", "ann@example.org,foo"],
  ["--recipients", "ann@example.org;bob@example.org"],
  ["--recipients", "ann at example.org"],
  ["--recipients", "ann@exa mple.org"],
  ["--recipients", "änn@example.org"],
  ["--recipients", "Ann <ann>"],
  ["--recipients", "<ann@example.org"],
  ["--contacts", "foo"],
])("refuses %s %s before anything is committed", (option, list) => {
  expect(() => digest(option, list)).toThrow(UsageError);
  expect(() => digest(option, list)).toThrow(/: expected addresses such as reader@example.org/);
});

it.each([
  "ann@example.org",
  " ann@example.org , bob@example.org,",
  "ann+news@sub.example.org",
  "o'hara@example.org",
  "ann@localhost",
  "Ann <ann@example.org>",
])("takes the recipients %j", (recipients) => {
  expect(digest("--recipients", recipients).recipients).toBe(recipients);
});

it.each([
  ["--out", "c/out", "c"],
  ["--out", "c", "c"],
  ["--state", "c/state", "c"],
  ["--out", "out", "."],
])("refuses %s %s within the corpus %s: the emails would be stories", (option, path, corpus) => {
  const args = ["--corpus", corpus, "--state", ".s", "--out", ".o", option, path];
  expect(() => digest(...args)).toThrow(
    `${option} is ${resolve(path)}, within the corpus ${resolve(corpus)}`,
  );
});

it.each([
  ["--out", "c-out", "c"],
  ["--out", ".", "c"],
  ["--state", "c/.state", "c"],
  ["--out", ".work/out", "."],
])("takes %s %s with the corpus %s", (option, path, corpus) => {
  const args = ["--corpus", corpus, "--state", ".s", "--out", ".o", option, path];
  expect(digest(...args)).toMatchObject({ corpus: resolve(corpus) });
});

it("goes on with the corpus folder of the state folder's earlier runs", () => {
  const state = temporaryFolder();
  writeFileSync(join(state, "corpus-folder.txt"), "/stories of ours\n");
  expect(digest("--state", state).corpus).toBe("/stories of ours");
  expect(digest("--state", state, "--corpus", "c").corpus).toBe(resolve("c"));
});

it("names the state folder as the user would type it, unless it is the default", () => {
  expect(stateArguments(join(PROJECT, ".state"))).toEqual([]);
  expect(stateArguments(resolve("other/state"))).toEqual(["--state", "other/state"]);
  expect(stateArguments(resolve("my state"))).toEqual(["--state", '"my state"']);
});

it("needs exactly one event to invoke", () => {
  expect(() => parseInvokeOptions([])).toThrow("expected one event file, found 0");
  expect(() => parseInvokeOptions(["a.json", "b.json"])).toThrow("expected one event file, found 2");
  expect(() => parseInvokeOptions(["a.json", "--at", "2026-11-20T07:00:00Z"])).toThrow(
    "Unknown option '--at'",
  );
});

it("says which event is no JSON", () => {
  const file = join(temporaryFolder(), "event.json");
  writeFileSync(file, "{mode: scheduled}");
  expect(() => parseInvokeOptions([file])).toThrow(`cannot read the event file ${file}: `);
});

it("opens the inbox of a state folder on a port", () => {
  expect(parseInboxOptions([])).toEqual({ state: join(PROJECT, ".state"), port: 8025 });
  expect(parseInboxOptions(["--state", "s", "--port", "0"])).toEqual({ state: resolve("s"), port: 0 });
  for (const port of ["", "http", "70000", "1.5"]) {
    expect(() => parseInboxOptions(["--port", port])).toThrow(`--port is "${port}"`);
  }
});

it("plays the demo in the folders that are named", () => {
  expect(parseDemoOptions(["--out", "o"])).toEqual({ state: join(PROJECT, ".state"), out: resolve("o") });
  expect(() => parseDemoOptions(["--fast"])).toThrow("Unknown option '--fast'");
});
