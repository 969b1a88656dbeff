import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Edition, EditionSchema } from "../../functions/digest/edition/schema.ts";
import { inboxOf, startLocalCloud } from "../../local/cloud.ts";
import { serve } from "../../local/http-server.ts";
import { PROJECT, type RunOptions } from "../../local/runner/options.ts";
import { type LocalResult, runInCloud, runLocally } from "../../local/runner/run-locally.ts";
import { mailIds } from "../../local/ses/mailbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads, withoutThreads } from "../support/threadless.ts";

const SILENT = { onLog: () => undefined, onNote: () => undefined };
const DAYS = ["20", "21", "22", "23"].map((day) => `2026-11-${day}T07:00:00Z`);
const [FIRST = "", SECOND = "", THIRD = "", FOURTH = ""] = DAYS;

interface Desk {
  readonly corpus: string;
  readonly state: string;
  run(event: unknown, changes?: Partial<RunOptions>): Promise<LocalResult>;
  runSlot(slot: string, changes?: Partial<RunOptions>): Promise<LocalResult>;
  mails(): number;
}

/** A corpus folder with the samples, or the first of them, and a state and an out folder of its own. */
function openDesk(samples = Number.POSITIVE_INFINITY): Desk {
  const folder = temporaryFolder();
  const corpus = join(folder, "corpus");
  const state = join(folder, "state");
  mkdirSync(corpus);
  for (const story of readdirSync(join(PROJECT, "seeds")).slice(0, samples)) {
    copyFileSync(join(PROJECT, "seeds", story), join(corpus, story));
  }
  const options = { corpus, state, out: join(folder, "out"), isBundled: false, timeLimitMs: 15_000 };
  const run: Desk["run"] = (event, changes) =>
    runLocally({ ...options, recipients: "reader@example.com", event, ...changes }, SILENT);
  return {
    corpus,
    state,
    run,
    runSlot: (slot, changes) => run({ mode: "scheduled", slot }, changes),
    mails: () => mailIds(inboxOf(state)).length,
  };
}

function editionOf({ saved }: LocalResult): Edition {
  const json: unknown = JSON.parse(readFileSync(join(saved?.out ?? "", "edition.json"), "utf8"));
  return v.parse(EditionSchema, json);
}

function fileOf({ saved }: LocalResult, name: string): string {
  return readFileSync(join(saved?.out ?? "", name), "utf8");
}

function replace(path: string, before: string, after: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
}

describe("the job on a folder of stories", () => {
  useFunctionsWithoutThreads();

  it("reports a baseline, a quiet day, four changes and a revert, and no slot twice", async () => {
    const desk = openDesk();
    const count = readdirSync(desk.corpus).length;
    const baseline = await desk.runSlot(FIRST);
    expect(baseline).toMatchObject({
      outcome: "sent",
      slot: FIRST,
      counts: { stories: count, added: count },
    });
    expect(editionOf(baseline).kind).toBe("baseline");
    expect(baseline.saved?.files).toEqual(["digest.html", "digest.txt", "message.eml", "edition.json"]);

    const quiet = await desk.runSlot(SECOND);
    expect(quiet).toMatchObject({ outcome: "quiet", saved: { files: ["edition.json"], emails: [] } });
    expect(desk.mails()).toBe(1);

    const ferry = join(desk.corpus, "vellmouth-ferry-breakwater.txt");
    replace(ferry, "Another 47 people", "Another 61 people");
    writeFileSync(
      join(desk.corpus, "new.txt"),
      "A lighthouse opened\n\nThe lighthouse of Dunmarrow opened on Friday.",
    );
    renameSync(join(desk.corpus, "kremlin-araghchi.txt"), join(desk.corpus, "moved.txt"));
    rmSync(join(desk.corpus, "lavrov-abdolahian-talks.txt"));
    const changed = await desk.runSlot(THIRD);
    expect(changed).toMatchObject({
      outcome: "sent",
      counts: { added: 1, revised: 1, renamed: 1, removed: 1, reverted: 0, cosmetic: 0, heldBack: 0 },
    });
    const facts = editionOf(changed).changes.flatMap(({ revision }) => revision?.facts ?? []);
    expect(facts).toContainEqual(expect.objectContaining({ before: "47", after: "61" }));
    for (const file of ["digest.html", "digest.txt"]) {
      expect(fileOf(changed, file)).toMatch(/47[^0-9]{1,200}61/);
    }

    replace(ferry, "Another 61 people", "Another 47 people");
    const back = await desk.runSlot(FOURTH);
    expect(back).toMatchObject({ outcome: "sent", counts: { reverted: 1, revised: 0, added: 0 } });

    const again = await desk.runSlot(THIRD);
    expect(again).toMatchObject({ outcome: "already done", slot: THIRD, counts: changed.counts });
    expect(fileOf(again, "digest.html")).toBe(fileOf(changed, "digest.html"));
    expect(desk.mails()).toBe(3);
  });

  it("previews a slot without sending or committing anything", async () => {
    const desk = openDesk(2);
    const preview = await desk.run({ mode: "preview", slot: FIRST });
    expect(preview).toMatchObject({
      outcome: "preview",
      saved: { files: ["digest.html", "digest.txt", "edition.json"], emails: [] },
    });
    expect(desk.mails()).toBe(0);
    const sent = await desk.runSlot(FIRST);
    expect(sent.outcome).toBe("sent");
    expect(fileOf(sent, "digest.html")).toBe(fileOf(preview, "digest.html"));
  });

  it("sends every recipient a separate email", async () => {
    const result = await openDesk(1).runSlot(FIRST, { recipients: "b@example.com,a@example.com" });
    expect(result.saved?.emails.map(({ recipients }) => recipients)).toEqual([
      ["b@example.com", "a@example.com"],
    ]);
    expect(fileOf(result, "message.eml")).toContain("To: b@example.com");
    expect(fileOf(result, "message-2.eml")).toContain("To: a@example.com");
  });

  it("has nothing to resume before the first run", async () => {
    const result = await openDesk().run({ mode: "resume" });
    expect(result).toMatchObject({ slot: null, outcome: "already done", counts: null, saved: null });
  });

  it("keeps what it saved of a slot that is already done and cannot be found again", async () => {
    const desk = openDesk(1);
    const sent = await desk.runSlot(FIRST);
    rmSync(inboxOf(desk.state), { recursive: true });
    const again = await desk.runSlot(FIRST);
    expect(again).toMatchObject({ outcome: "already done", saved: { files: ["edition.json"] } });
    expect(existsSync(join(sent.saved?.out ?? "", "message.eml"))).toBe(true);
  });

  it("throws what the function throws and writes it to the function's log", async () => {
    const desk = openDesk();
    await expect(desk.run({ mode: "weekly" })).rejects.toThrow(/unknown mode "weekly"/);
    expect(readFileSync(join(desk.state, "function.log"), "utf8")).toContain('"InvalidEventError"');
  });

  it("sends nothing that it could not save afterwards", async () => {
    const desk = openDesk();
    const out = join(desk.corpus, "kremlin-araghchi.txt");
    await expect(desk.runSlot(FIRST, { out })).rejects.toThrow(
      `cannot write the output folder ${out}: EEXIST`,
    );
    expect(existsSync(desk.state)).toBe(false);
  });

  it("says which setting of the environment is wrong", async () => {
    await expect(openDesk().runSlot(FIRST, { recipients: " , " })).rejects.toThrow(
      /environment variable RECIPIENTS contains no address/,
    );
  });
});

describe("a function that is stopped", () => {
  it("ends at its time limit while it sends; the next run waits for its claim and sends once", async () => {
    // One story, so that the run is sending before its time is up.
    const desk = openDesk(1);
    const options = {
      corpus: desk.corpus,
      state: desk.state,
      out: temporaryFolder(),
      recipients: "reader@example.com",
      event: { mode: "scheduled", slot: FIRST },
      isBundled: false,
      timeLimitMs: 5_000,
    };
    const cloud = await startLocalCloud({ state: desk.state });
    onTestFinished(cloud.stop);
    const silence = await serve(({ method }) =>
      method === "GET" ? Promise.resolve({ status: 403 }) : new Promise(() => undefined),
    );
    onTestFinished(silence.close);
    const withoutMail = { ...cloud, env: { ...cloud.env, AWS_ENDPOINT_URL_SESV2: silence.url } };
    await expect(runInCloud(withoutMail, options, SILENT)).rejects.toThrow(
      "Task timed out after 5.00 seconds: allow more with --time-limit SECONDS",
    );
    const notes: string[] = [];
    const resumed = await withoutThreads(() =>
      runInCloud(
        cloud,
        { ...options, timeLimitMs: 15_000 },
        { ...SILENT, onNote: (note) => notes.push(note) },
      ),
    );
    expect(notes[0]).toMatch(
      /^A stopped run holds the delivery of 2026-11-20T07:00:00Z until .*: waiting \d+ s$/,
    );
    expect(resumed).toMatchObject({
      outcome: "sent",
      slot: FIRST,
      saved: { emails: [{ recipients: ["reader@example.com"] }] },
    });
    expect(desk.mails()).toBe(1);
  });
});

describe("a function that was stopped", () => {
  useFunctionsWithoutThreads();

  it("does not wait for a year if the clock was a year ahead when it was stopped", async () => {
    const desk = openDesk(1);
    await desk.runSlot(FIRST);
    const cloud = await startLocalCloud({ state: desk.state });
    const [receipt] = (await Array.fromAsync(cloud.state.list({ prefix: "deliveries/" }))).flat();
    const key = receipt?.key ?? "";
    const until = new Date(Date.now() + 365 * 86_400_000).toISOString();
    const head = JSON.parse(new TextDecoder().decode((await cloud.state.read("head.json"))?.bytes));
    const stored = JSON.parse(new TextDecoder().decode((await cloud.state.read(key))?.bytes));
    const due = { slot: FIRST, audience: "everyone", artefacts: null, unsubscribe: "mailto" };
    const recipients = ["reader@example.com"];
    const again = { ...head, due: [{ ...due, edition: stored.edition, recipients }] };
    const { messageId: _, ...claim } = stored;
    const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    await cloud.state.write("head.json", encode(again));
    await cloud.state.write(key, encode({ ...claim, state: "claimed", deadline: until }));
    await cloud.stop();
    await expect(desk.runSlot(FIRST)).rejects.toThrow(
      `a stopped run holds the delivery of ${FIRST} until ${until}, as its clock was ahead`,
    );
  });
});
