import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { EditionSchema } from "../../../../functions/digest/edition/schema.ts";
import { AccessDeniedError } from "../../../../functions/digest/errors.ts";
import { compareKeys } from "../../../../functions/digest/key-order.ts";
import { HEAD_KEY } from "../../../../functions/digest/keys.ts";
import type { ObjectStore, SendOutcome } from "../../../../functions/digest/ports.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { acceptAll, createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";

const FERRY = [
  "Ferry runs aground off Port Selby",
  "",
  "A ferry with 140 passengers ran aground off Port Selby on Monday evening. The coast guard said that 12 people were injured.",
  "Divers will look at the hull on Tuesday. The line has cancelled all crossings for the week.",
].join("\n");
const BRIDGE = [
  "Harbour bridge to close for a year",
  "",
  "The harbour bridge closes in March for repairs that will cost $4 million. Buses will take the tunnel instead.",
  "The council voted for the plan by nine to six. A footbridge stays open.",
].join("\n");
const SCHOOL = [
  "School roof fails inspection",
  "",
  "Inspectors found rot in the roof of the Hill Road school. Pupils are taught in the gym until spring.",
].join("\n");

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

async function rigWithThree(options?: Parameters<typeof createRig>[0]): Promise<Rig> {
  const rig = createRig(options);
  await rig.put({ "bridge.txt": BRIDGE, "ferry.txt": FERRY, "school.txt": SCHOOL });
  return rig;
}

/** A store that denies reading some keys. */
function denying(store: ObjectStore, isDenied: (key: string) => boolean): ObjectStore {
  return {
    ...store,
    async read(key, range) {
      if (isDenied(key)) {
        throw new AccessDeniedError(`cannot read ${key}`);
      }
      return await store.read(key, range);
    },
  };
}

describe("a scheduled run", () => {
  it("starts with a baseline, one email per recipient, and is done with its slot", async () => {
    const rig = await rigWithThree();
    const result = await rig.run(DAY1);
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent", counts: { stories: 3, added: 3 } });
    expect((await rig.edition(result)).kind).toBe("baseline");
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org", "bob@example.org"]);
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "already done", counts: { stories: 3 } });
    expect(await rig.run("2026-11-01T07:00:00Z")).toMatchObject({ outcome: "already done", counts: null });
    expect(rig.inbox).toHaveLength(2);
  });

  it("sends nothing on a quiet day, but commits it", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    const before = await keysOf(rig.state, "runs/");
    const result = await rig.run(DAY2);
    expect(result).toMatchObject({ slot: DAY2, outcome: "quiet", counts: { stories: 3, added: 0 } });
    expect(rig.inbox).toHaveLength(2);
    const written = (await keysOf(rig.state, "runs/")).filter((key) => !before.includes(key));
    expect(written.map((key) => key.split("/").slice(2).join("/"))).toEqual([
      "archive.zst",
      "digest.html",
      "digest.txt",
      "edition.json",
      "fingerprints.zst",
      "snapshot.json",
      "subject.txt",
    ]);
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "already done" });
  });

  it("sends a short note on a quiet day if quiet days are set to be noted", async () => {
    const rig = await rigWithThree({ environment: { QUIET_DAYS: "note" } });
    await rig.run(DAY1);
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent" });
    expect(rig.inbox).toHaveLength(4);
  });

  it("reports exactly the day's changes, with the figure before and after in HTML and text", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({
      "ferry.txt": FERRY.replace("12 people", "19 people"),
      "mill.txt": SCHOOL.replaceAll("school", "mill").replace("School", "Mill"),
      "road.txt": BRIDGE,
    });
    await rig.corpus.remove("bridge.txt");
    await rig.corpus.remove("school.txt");
    const result = await rig.run(DAY2);
    const edition = await rig.edition(result);
    expect(edition.changes.map(({ change, key, renamedFrom }) => [change, key, renamedFrom])).toEqual([
      ["revised", "ferry.txt", undefined],
      ["added", "mill.txt", undefined],
      ["removed", "school.txt", undefined],
      ["renamed", "road.txt", "bridge.txt"],
    ]);
    expect(edition.counts).toEqual({
      stories: 3,
      added: 1,
      revised: 1,
      reverted: 0,
      returned: 0,
      renamed: 1,
      removed: 1,
      cosmetic: 0,
      unstable: 0,
      heldBack: 0,
    });
    expect(edition.changes[0]?.revision?.facts).toContainEqual(
      expect.objectContaining({ kind: "number", before: "12", after: "19" }),
    );
    const mail = rig.inbox.at(-1);
    expect(mail?.text).toMatch(/12 → 19/);
    expect(mail?.html).toMatch(/12.*→.*19/s);
  });

  it("reports the return of an earlier text as reverted, once, with the slot at which it first appeared", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    await rig.run(DAY2);
    await rig.put({ "ferry.txt": FERRY });
    const edition = await rig.edition(await rig.run(DAY3));
    expect(edition.changes).toMatchObject([{ change: "reverted", key: "ferry.txt", revertedTo: DAY1 }]);
    expect(await rig.run(DAY4)).toMatchObject({ outcome: "quiet" });
  });

  it("lists a story that keeps alternating as unstable instead of reporting it every day", async () => {
    const rig = await rigWithThree();
    const other = FERRY.replace("12 people", "19 people");
    const outcomes: string[] = [];
    for (const [day, text] of [FERRY, other, FERRY, other, FERRY, other].entries()) {
      await rig.put({ "ferry.txt": text });
      const result = await rig.run(`2026-12-0${day + 1}T07:00:00Z`);
      const edition = await rig.edition(result);
      const listed =
        edition.changes.find(({ key }) => key === "ferry.txt")?.change ?? edition.unstable[0]?.returns;
      outcomes.push(`${result.outcome} ${listed}`);
    }
    expect(outcomes).toEqual([
      "sent added",
      "sent revised",
      "sent reverted",
      "sent reverted",
      "quiet 3",
      "quiet 4",
    ]);
  });

  it("reports the same edit in many stories as one", async () => {
    const rig = createRig();
    const texts = [FERRY, BRIDGE, SCHOOL].map(
      (text, i) => `${text}\nThe company Acme Lines paid. ${i} people saw it.`,
    );
    await rig.put(Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text])));
    await rig.run(DAY1);
    await rig.put(Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text.replace("Acme", "Corrant")])));
    const edition = await rig.edition(await rig.run(DAY2));
    expect(new Set(edition.changes.map(({ sameEdit }) => sameEdit))).toEqual(
      new Set([expect.stringMatching(/^e-/)]),
    );
    expect(rig.inbox.at(-1)?.text).toContain("the same edit in 3 stories");
  });

  it("keeps the id of a thread from day to day", async () => {
    const rig = await rigWithThree();
    const first = await rig.edition(await rig.run(DAY1));
    const idOf = (edition: typeof first, key: string) =>
      edition.threads.find(({ stories }) => stories.includes(key))?.id;
    await rig.put({ "a-ferry-report.txt": `${FERRY}\nThe captain was questioned on Tuesday.` });
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    const second = await rig.edition(await rig.run(DAY2));
    expect(idOf(second, "a-ferry-report.txt")).toBe(idOf(first, "ferry.txt"));
    await rig.put({ "a-ferry-report.txt": `${FERRY}\nThe captain was questioned on Friday.` });
    const third = await rig.edition(await rig.run(DAY3));
    expect(idOf(third, "a-ferry-report.txt")).toBe(idOf(first, "ferry.txt"));
  });

  it("keeps the history of a renamed story", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    await rig.run(DAY2);
    await rig.put({ "boat.txt": FERRY.replace("12 people", "19 people") });
    await rig.corpus.remove("ferry.txt");
    const renamed = await rig.edition(await rig.run(DAY3));
    expect(renamed.changes).toMatchObject([{ change: "renamed", key: "boat.txt", firstSeen: DAY1 }]);
    await rig.put({ "boat.txt": FERRY });
    const reverted = await rig.edition(await rig.run(DAY4));
    expect(reverted.changes).toMatchObject([{ change: "reverted", key: "boat.txt", revertedTo: DAY1 }]);
  });

  it("treats a story uploaded again with the same text as unchanged", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({ "ferry.txt": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(FERRY)]) });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "quiet", counts: { cosmetic: 0, revised: 0 } });
  });

  it("lists a story with only its encoding damaged as cosmetic, and sends no email for it", async () => {
    const rig = await rigWithThree();
    await rig.put({ "ferry.txt": FERRY.replace("ferry with", "ferry – the “Gull” – with") });
    await rig.run(DAY1);
    const misread = new TextDecoder("windows-1252").decode(
      Buffer.from(FERRY.replace("ferry with", "ferry – the “Gull” – with")),
    );
    await rig.put({ "ferry.txt": misread });
    const result = await rig.run(DAY2);
    expect(result).toMatchObject({ outcome: "quiet", counts: { cosmetic: 1, revised: 0 } });
    expect((await rig.edition(result)).cosmetic).toMatchObject([{ key: "ferry.txt", reason: "encoding" }]);
  });

  it("composes the same edition from many small parts as from one part", async () => {
    const many = createRig();
    const one = createRig();
    const stories = Object.fromEntries(
      Array.from({ length: 23 }, (_, i) => [`s/${i}.txt`, FERRY.replace("140", String(100 + i))]),
    );
    const edits = { "s/3.txt": SCHOOL, "s/17.txt": FERRY.replace("12 people", "14 people") };
    const editions: string[] = [];
    for (const [rig, partEntries] of [
      [many, 2],
      [one, 1_000],
    ] as const) {
      const limits = { ...rig.job.limits, partEntries };
      await rig.put(stories);
      await rig.run(DAY1, { limits });
      await rig.put(edits);
      const result = await rig.run(DAY2, { limits });
      editions.push(await textOf(rig.state, result.edition ?? ""));
    }
    expect(editions[0]).toBe(editions[1]);
    const { counts } = v.parse(EditionSchema, JSON.parse(editions[0] ?? ""));
    expect(counts).toMatchObject({ revised: 1, added: 1, removed: 1 });
  });

  it("rewrites only the changed parts, and marks the superseded ones", async () => {
    const rig = createRig();
    await rig.put(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`s/${String(i).padStart(2, "0")}.txt`, `${FERRY}\n${i}`]),
      ),
    );
    await rig.run(DAY1);
    const parts = await keysOf(rig.state, "runs/");
    await rig.put({ "s/05.txt": BRIDGE });
    await rig.run(DAY2);
    const tagged = await Promise.all(
      parts.map(async (key) => [key, (await rig.state.tags(key))?.superseded] as const),
    );
    const superseded = tagged
      .filter(([, tag]) => tag === "true")
      .map(([key]) => key.replace(/^runs\/[^/]+\//, ""));
    expect(superseded).toEqual(["changes/00000-0.ndjson.zst", "parts/00000-1.zst", "threads.json"]);
  });
});

describe("stories that cannot be trusted", () => {
  const LONG = `${FERRY}\n\n${BRIDGE}\n\n${"The council met again and said that nothing had changed. ".repeat(20)}`;

  it.each([
    ["an empty file", "", "empty"],
    ["only white space", " \n\t\n", "empty"],
    ["a binary file", Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 9]), "binary"],
    ["an image", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "image"],
    ["a file of 50 MB", Buffer.alloc(50_000_000, "a"), "too large"],
    ["a text cut to its first line", LONG.slice(0, 300), "cut by"],
    [
      "a form for consent in the place of the story",
      "Ferry\n\nWe use cookies to count our visitors. You can manage your choices in our settings.",
      "consent text instead of the story",
    ],
  ])("are held back, reported once, and keep their old state: %s", async (_name, content, reason) => {
    const rig = await rigWithThree();
    await rig.put({ "long.txt": LONG });
    await rig.run(DAY1);
    await rig.put({ "long.txt": content });
    const held = await rig.run(DAY2);
    expect(held).toMatchObject({
      outcome: "sent",
      counts: { stories: 4, heldBack: 1, revised: 0, removed: 0 },
    });
    expect((await rig.edition(held)).heldBack).toMatchObject([
      {
        key: "long.txt",
        reason: expect.stringContaining(reason),
        since: DAY2,
        headline: "Ferry runs aground off Port Selby",
        words: 279,
      },
    ]);
    expect(rig.inbox.at(-1)?.text).toMatch(
      /\n- Ferry runs aground off Port Selby\n {2}.*; it had 279 words/u,
    );
    await rig.put({ "long.txt": LONG.replace("12 people", "13 people") });
    const back = await rig.edition(await rig.run(DAY3));
    expect(back.changes).toMatchObject([{ change: "revised", key: "long.txt" }]);
    expect(back.changes[0]?.revision?.facts).toContainEqual(
      expect.objectContaining({ before: "12", after: "13" }),
    );
  });

  it("are told once they last: consent text stood in the place of a story for two runs", async () => {
    const rig = await rigWithThree();
    await rig.put({ "long.txt": LONG });
    await rig.run(DAY1);
    const wall = (n: number) =>
      `Ferry\n\nWe use cookies to count our visitors. We have ${n} partners in our settings.`;
    await rig.put({ "long.txt": wall(120) });
    expect(await rig.run(DAY2)).toMatchObject({ counts: { heldBack: 1, revised: 0 } });
    await rig.put({ "long.txt": wall(121) });
    expect(await rig.run(DAY3)).toMatchObject({ counts: { heldBack: 0, revised: 1 } });
  });

  it("do not cause an email every day", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({ "new.txt": "" });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent", counts: { heldBack: 1 } });
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet", counts: { heldBack: 1 } });
    await rig.put({ "new.txt": SCHOOL.replace("Hill", "Mill") });
    const edition = await rig.edition(await rig.run(DAY4));
    expect(edition.changes).toMatchObject([{ change: "added", key: "new.txt" }]);
  });

  it("are accepted as cut if the cut is still there the next day", async () => {
    const rig = await rigWithThree();
    await rig.put({ "long.txt": LONG });
    await rig.run(DAY1);
    await rig.put({ "long.txt": FERRY });
    await rig.run(DAY2);
    const edition = await rig.edition(await rig.run(DAY3));
    expect(edition.changes).toMatchObject([{ change: "revised", key: "long.txt" }]);
    expect(await rig.run(DAY4)).toMatchObject({ outcome: "quiet", counts: { heldBack: 0 } });
  });

  it("are not reported if unreadable from the start and then removed; nor is a folder marker", async () => {
    const rig = await rigWithThree();
    await rig.put({ "folder/": "", "blob.bin": Buffer.alloc(10) });
    expect(await rig.run(DAY1)).toMatchObject({ counts: { stories: 4, added: 3, heldBack: 1 } });
    await rig.corpus.remove("blob.bin");
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "quiet", counts: { stories: 3, removed: 0 } });
  });

  it("are held back if access is denied, and the others are processed", async () => {
    const rig = await rigWithThree();
    const corpus = denying(rig.corpus, (key) => key === "bridge.txt");
    const first = await rig.run(DAY1, { corpus });
    expect(first).toMatchObject({ outcome: "sent", counts: { stories: 3, added: 2, heldBack: 1 } });
    expect((await rig.edition(first)).heldBack).toMatchObject([
      { key: "bridge.txt", reason: "access denied" },
    ]);
    expect((await rig.edition(await rig.run(DAY2))).changes).toMatchObject([
      { change: "added", key: "bridge.txt" },
    ]);
  });

  it("cause an error instead of a baseline if access to all stories is denied", async () => {
    const rig = await rigWithThree();
    await expect(rig.run(DAY1, { corpus: denying(rig.corpus, () => true) })).rejects.toThrow(
      /allow s3:GetObject/,
    );
    expect(await keysOf(rig.state, HEAD_KEY)).toEqual([]);
  });

  it("may have any key: stories are tracked under it", async () => {
    const keys = [
      "😀.txt",
      "new\nline.txt",
      "../up.txt",
      "a//b.txt",
      " .txt",
      "ﬀ.txt",
      "%2e%2e/+.txt",
      "k".repeat(1_024),
    ];
    const rig = createRig();
    await rig.put(Object.fromEntries(keys.map((key, i) => [key, `${FERRY}\nReport number ${i}.`])));
    const baseline = await rig.edition(await rig.run(DAY1));
    expect(baseline.changes.map(({ key }) => key).toSorted(compareKeys)).toEqual(keys.toSorted(compareKeys));
    await rig.put(Object.fromEntries(keys.map((key, i) => [key, `${FERRY}\nReport number ${i + 100}.`])));
    const edition = await rig.edition(await rig.run(DAY2));
    expect(edition.counts.revised).toBe(keys.length);
  });
});

const replaceHead = (content: string) => (rig: Rig) => rig.state.write(HEAD_KEY, Buffer.from(content));

const DAMAGES: readonly (readonly [string, (rig: Rig) => Promise<unknown>])[] = [
  ["deleted", (rig) => rig.state.remove(HEAD_KEY)],
  ["cut off", replaceHead('{"version":1,')],
  ["empty", replaceHead("")],
  ["replaced with invalid content", replaceHead('{"version":1}')],
];

describe("a damaged head", () => {
  it.each(DAMAGES)(
    "that was %s is recovered; no change is lost, nothing is reported twice",
    async (_name, damage) => {
      const rig = await rigWithThree();
      await rig.run(DAY1);
      await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
      await rig.run(DAY2);
      await damage(rig);
      expect(await rig.run(DAY2)).toMatchObject({ outcome: "already done" });
      await damage(rig);
      await rig.put({ "ferry.txt": FERRY.replace("12 people", "21 people") });
      const edition = await rig.edition(await rig.run(DAY3));
      expect(edition.kind).toBe("regular");
      expect(edition.changes).toMatchObject([{ change: "revised", key: "ferry.txt" }]);
      expect(edition.changes[0]?.revision?.facts).toContainEqual(
        expect.objectContaining({ before: "19", after: "21" }),
      );
      expect(rig.inbox).toHaveLength(6);
      expect(rig.steps.filter(({ step }) => step === "recovered")).toHaveLength(2);
    },
  );

  it.each(DAMAGES)("that was %s does not lose a due edition of an earlier slot", async (_name, damage) => {
    let isDown = false;
    const accept = acceptAll();
    const answer = ({ to }: { readonly to: string }): SendOutcome =>
      isDown && to.startsWith("ann") ? { outcome: "refused", reason: "MessageRejected" } : accept();
    const rig = await rigWithThree({ answer });
    await rig.run(DAY1);
    isDown = true;
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "refused" });
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet" });
    await damage(rig);
    isDown = false;
    expect(await rig.run(DAY4)).toMatchObject({ outcome: "quiet" });
    const [forBob, forAnn] = rig.inbox.slice(2);
    expect([forBob?.to, forAnn?.to]).toEqual(["bob@example.org", "ann@example.org"]);
    expect(forAnn?.subject).toBe(forBob?.subject);
    expect(rig.inbox).toHaveLength(4);
  });

  it("of a newer version stops the run, and is left untouched", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.state.write(HEAD_KEY, Buffer.from('{"version":3}'));
    await expect(rig.run(DAY2)).rejects.toThrow(/version 3, this code supports 1 and 2/);
    expect(await textOf(rig.state, HEAD_KEY)).toBe('{"version":3}');
  });
});

describe("guards", () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`old/${i}.txt`, `${FERRY}\nReport ${i}.`]),
  );

  it("reject the removal of more than half of the stories at once, unless the event accepts it", async () => {
    const rig = createRig();
    await rig.put(many);
    await rig.run(DAY1);
    for (const key of Object.keys(many).slice(0, 7)) {
      await rig.corpus.remove(key);
    }
    await expect(rig.run(DAY2)).rejects.toThrow(/refused to remove 7 of 12 stories.*acceptRemovals/);
    expect(rig.inbox).toHaveLength(2);
    const request = { mode: "scheduled", slot: DAY2, acceptRemovals: ["old/"] } as const;
    expect(await runDigest(request, rig.job)).toMatchObject({ outcome: "sent", counts: { removed: 7 } });
  });

  it("do not mistake a corpus moved to another folder for a removal", async () => {
    const rig = createRig();
    await rig.put(many);
    await rig.run(DAY1);
    for (const [key, text] of Object.entries(many)) {
      await rig.corpus.remove(key);
      await rig.put({ [key.replace("old", "new")]: text });
    }
    expect(await rig.run(DAY2)).toMatchObject({
      outcome: "sent",
      counts: { renamed: 12, removed: 0, added: 0 },
    });
  });
});

describe("a preview", () => {
  it("renders and stores, but sends and commits nothing", async () => {
    const rig = await rigWithThree();
    await rig.run(DAY1);
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    const head = await textOf(rig.state, HEAD_KEY);
    const preview = await runDigest({ mode: "preview", slot: DAY2 }, rig.job);
    expect(preview).toMatchObject({ slot: DAY2, outcome: "preview", counts: { revised: 1 } });
    expect(preview.edition).toMatch(/^previews\//);
    expect(await textOf(rig.state, HEAD_KEY)).toBe(head);
    expect(rig.inbox).toHaveLength(2);
    const sent = await rig.run(DAY2);
    expect(await rig.edition(sent)).toEqual(await rig.edition(preview));
  });
});

describe("delivery", () => {
  it("reaches everyone else if one address is refused, reports it, and retries it later", async () => {
    let isVerified = false;
    const accept = acceptAll();
    const answer = ({ to }: { readonly to: string }): SendOutcome =>
      to.startsWith("ann") && !isVerified ? { outcome: "refused", reason: "MessageRejected" } : accept();
    const rig = await rigWithThree({ answer });
    expect(await rig.run(DAY1)).toMatchObject({
      outcome: "refused",
      problem: expect.stringMatching(/cannot deliver slot .* to one recipient/),
    });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["bob@example.org"]);
    isVerified = true;
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["bob@example.org", "ann@example.org"]);
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({
      slot: DAY1,
      outcome: "already done",
    });
  });

  it("is finished by the next slot's run, before its own edition", async () => {
    let isDown = true;
    const accept = acceptAll();
    const answer = (): SendOutcome => (isDown ? { outcome: "unknown", reason: "TimeoutError" } : accept());
    const rig = await rigWithThree({ answer });
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "pending", waitUntil: "2026-11-20T07:01:05.000Z" });
    isDown = false;
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "pending" });
    rig.passSeconds(70);
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    expect(await rig.run(DAY2)).toMatchObject({ slot: DAY2, outcome: "sent" });
    expect(rig.inbox).toHaveLength(4);
    expect(rig.inbox[0]?.subject).toBe(rig.inbox[1]?.subject);
    expect(rig.inbox[0]?.subject).not.toBe(rig.inbox[2]?.subject);
  });

  it("does not block a new edition while an older one waits for a dead worker's claim", async () => {
    const accept = acceptAll();
    let count = 0;
    const answer = (): SendOutcome => {
      count += 1;
      return count === 1 ? { outcome: "unknown", reason: "TimeoutError" } : accept();
    };
    const rig = await rigWithThree({ answer });
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "pending" });
    await rig.put({ "ferry.txt": FERRY.replace("12 people", "19 people") });
    expect(await rig.run(DAY2)).toMatchObject({ slot: DAY2, outcome: "sent" });
    rig.passSeconds(70);
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox).toHaveLength(4);
  });
});

describe("an unused state bucket", () => {
  it("has nothing to resume, and an empty corpus gives an empty baseline", async () => {
    const rig = createRig();
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({
      slot: null,
      outcome: "already done",
    });
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "sent", counts: { stories: 0 } });
    await rig.put({ "ferry.txt": FERRY });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent", counts: { stories: 1, added: 1 } });
  });
});
