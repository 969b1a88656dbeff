import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { receiptKey, writeReceipt } from "../../functions/digest/delivery/receipt.ts";
import { listSubscribers } from "../../functions/digest/delivery/subscribers.ts";
import { contactsOf, inboxOf, readStateOf } from "../../local/cloud.ts";
import { main } from "../../local/main.ts";
import { makeChange, makeEdition } from "../../local/preview/sample-editions.ts";
import { choiceOf } from "../../local/runner/explain/choice.ts";
import { explainReader } from "../../local/runner/explain/reader.ts";
import { subscribersIn } from "../../local/runner/explain/readership.ts";
import { openContactBook } from "../../local/ses/contact-book.ts";
import { mailIds, readMail } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import { createFolderStore } from "../../local/stores/folder-store.ts";
import { topics } from "../functions/digest/topics/any-topics.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const DAYS = ["20", "21", "22"].map((day) => `2026-11-${day}T07:00:00Z`);
const [DAY1 = "", DAY2 = "", DAY3 = ""] = DAYS;

const TOPICS = JSON.stringify([
  { name: "courts", title: "Courts & law", keys: "court/" },
  { name: "sea", words: "ferry", not: "football" },
]);
const RECIPIENTS = "all@example.com,Law@example.com#courts,sea@example.com#sea";

/** A corpus, a state and an output folder, and the command on them. */
function openDesk(environment: Readonly<Record<string, string>> = { TOPICS }) {
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

async function captured(...args: readonly string[]) {
  let [stdout, stderr] = ["", ""];
  const exitCode = process.exitCode;
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line) => {
      stdout += `${line}\n`;
    }),
    vi.spyOn(console, "error").mockImplementation((line) => {
      stderr += `${line}\n`;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation(() => true),
  ];
  try {
    process.exitCode = 0;
    await main(args);
    return { code: Number(process.exitCode), stdout, stderr };
  } finally {
    process.exitCode = exitCode;
    for (const spy of spies) {
      spy.mockRestore();
    }
  }
}

/** What stands below the report. */
const below = ({ stdout }: { readonly stdout: string }) =>
  stdout.split(/\n\n([\s\S]*)/, 2)[1]?.trimEnd() ?? "";

describe("--reader", () => {
  it("shows what a reader of everything, of one topic and of none of the changes gets, and why", async () => {
    const desk = openDesk();
    const recipients = ["--recipients", RECIPIENTS];
    const folder = relative(process.cwd(), join(desk.out, DAY1));
    const text = (id: number) =>
      readMail(inboxOf(desk.state), mailIds(inboxOf(desk.state))[id] ?? "", "digest.txt")
        .toString()
        .trimEnd();

    const all = await desk.run(DAY1, ...recipients, "--reader", "all@example.com");
    expect([all.code, all.stderr]).toEqual([0, ""]);
    expect(all.stdout).toMatch(/^Sent for 2026-11-20T07:00:00Z to all@example.com, Law@example.com: /);
    expect(below(all)).toBe(
      `all@example.com reads everything, as the recipients name no topics for this address.\nEmail: First edition: now tracking 2 stories\nSaved as ${folder}/message.eml.\n\n${text(0)}`,
    );
    expect(text(0)).toContain("flood.txt");

    desk.put("court/appeal.txt", "Court hears appeal\n\nThe court of Velm hears the appeal on Thursday.\n");
    desk.put("flood.txt", "Flood in Velm\n\nAt least 19 people died in the flood of Velm, police said.\n");
    const law = below(await desk.run(DAY2, ...recipients, "--reader", " law@EXAMPLE.com"));
    expect(law).toMatch(
      /^Law@example\.com reads courts, by the recipients: 1 of 2 changes\.\nEmail: .+\nSaved as \S+\/message-2\.eml\.\n\n/,
    );
    expect(law.endsWith(text(3))).toBe(true);
    expect(text(3)).toContain("court/appeal.txt");
    expect(law).not.toContain("flood.txt");
    const eml = readFileSync(join(desk.out, DAY2, "message-2.eml"), "utf8");
    expect(eml).toContain("To: Law@example.com");

    desk.put("flood.txt", "Flood in Velm\n\nAt least 23 people died in the flood of Velm, police said.\n");
    const sea = below(await desk.run(DAY3, ...recipients, "--reader", "sea@example.com"));
    expect(sea).toBe(
      "sea@example.com reads sea, by the recipients: 0 of 1 change.\nNo email: no change of this edition is in sea; --explain says why of each.",
    );
  });

  it("says of an address that is none of the recipients who they are", async () => {
    const desk = openDesk({});
    expect(below(await desk.run(DAY1, "--reader", "ann@example.com"))).toBe(
      "ann@example.com gets no emails: the recipients are reader@example.com; name this one with --recipients.",
    );
    const known = below(await desk.run(DAY1, "--reader", "reader@example.com"));
    expect(known).toMatch(
      /^By the settings of now:\nreader@example\.com reads everything, as no topics are set \(TOPICS\)\.\nEmail: /,
    );
    expect(below(await desk.run(DAY2, "--reader", "reader@example.com"))).toBe(
      `reader@example.com reads everything, as no topics are set (TOPICS).\nNo email: nothing changed for ${DAY2}.`,
    );
    const since = below(
      await desk.run(DAY1, "--recipients", "new@example.com", "--reader", "new@example.com"),
    );
    expect(since).toContain(`No email: none was sent for ${DAY1}; this is a choice made since.`);
  });

  it("tells what contacts chose, and who left", async () => {
    const desk = openDesk({ TOPICS, CONTACT_LIST: "newsroom" });
    const contacts = ["--contacts", "all@example.com,law@example.com#courts,sea@example.com#sea"];
    const reader = async (address: string) => below(await desk.run(DAY1, ...contacts, "--reader", address));
    expect(await reader("law@example.com")).toMatch(
      /^law@example\.com reads courts, by the contact list newsroom: 1 of 2 changes\.\nEmail: .+\nSaved as \S+\/message-2\.eml\.\n/,
    );
    expect(await reader("all@example.com")).toContain("reads courts and sea, by the contact list newsroom");
    expect(await reader("sea@example.com")).toBe(
      "sea@example.com reads sea, by the contact list newsroom: 0 of 2 changes.\nNo email: no change of this edition is in sea; --explain says why of each.",
    );
    expect(await reader("ann@example.com")).toBe(
      "ann@example.com gets no emails: this address is not on the contact list newsroom; add it with --contacts.",
    );
    const book = openContactBook(contactsOf(desk.state));
    book.putContact("newsroom", { address: "law@example.com", hasLeft: true, preferences: {} });
    const none = { courts: "OPT_OUT", sea: "OPT_OUT" } as const;
    book.putContact("newsroom", { address: "sea@example.com", hasLeft: false, preferences: none });
    expect(await reader("law@example.com")).toMatch(
      /^By the settings of now:\nlaw@example\.com gets no emails: unsubscribed from all of the contact list newsroom\.\nEmail: /,
    );
    expect(await reader("SEA@example.com")).toBe(
      "sea@example.com gets no emails: opted out of all topics of the contact list newsroom.",
    );
  });

  it("tells of a digest of one topic who opted out of it", async () => {
    const desk = openDesk({ CONTACT_LIST: "newsroom", TOPIC: "daily" });
    await desk.run(DAY1, "--contacts", "ann@example.com,bob@example.com");
    const book = openContactBook(contactsOf(desk.state));
    book.putContact("newsroom", {
      address: "bob@example.com",
      hasLeft: false,
      preferences: { daily: "OPT_OUT" },
    });
    desk.put("new.txt", "A bridge opens\n\nThe bridge of Velm opens on Friday.\n");
    expect(below(await desk.run(DAY2, "--reader", "bob@example.com"))).toBe(
      "bob@example.com gets no emails: opted out of the topic daily of the contact list newsroom.",
    );
    expect(below(await desk.run(DAY2, "--reader", "ann@example.com"))).toContain(
      "ann@example.com reads everything, as a subscriber of the topic daily of the contact list newsroom.",
    );
  });

  it("says in a preview what a run would do", async () => {
    const desk = openDesk();
    const event = join(temporaryFolder(), "preview.json");
    writeFileSync(event, JSON.stringify({ mode: "preview", slot: DAY1 }));
    const folders = ["--corpus", join(desk.state, "../corpus"), "--state", desk.state, "--out", desk.out];
    const shown = async (reader: string) =>
      below(await captured("invoke", event, ...folders, "--recipients", RECIPIENTS, "--reader", reader));
    expect(await shown("law@example.com")).toBe(
      "Law@example.com reads courts, by the recipients: 1 of 2 changes.\nNo email: a preview is sent to nobody; a run would send one.",
    );
    expect(await shown("sea@example.com")).toContain("No email: no change of this edition is in sea");
  });

  it.each([
    [["--reader", ""], '--reader is "": expected one address without topics, such as reader@example.org'],
    [["--reader", "ann@example.com,bob@example.com"], "expected one address without topics"],
    [["--reader", "ann@example.com#courts"], "expected one address without topics"],
    [
      ["--reader", "ann@example.com", "--json"],
      "--json and --reader cannot be combined: the folder out has each email",
    ],
  ])("refuses %j in one sentence", async (args, sentence) => {
    const { code, stdout, stderr } = await openDesk().run(DAY1, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  it("refuses a contact with a topic that there is not", async () => {
    const { code, stderr } = await openDesk({ TOPICS, CONTACT_LIST: "newsroom" }).run(
      DAY1,
      "--contacts",
      "ann@example.com#sport",
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      "--contacts names the topic sport for ann@example.com, which is none of the topics in TOPICS: courts, sea",
    );
  });
});

describe("--explain with topics", () => {
  it("says of each change and topic which rule let it in or kept it out; with --reader of that reader's topics", async () => {
    const desk = openDesk();
    const both = await desk.run(DAY1, "--recipients", RECIPIENTS, "--explain");
    expect(both.stdout).toContain("\nWhy in this order (docs/significance.md):\n1. ");
    expect(below(both)).toContain(
      [
        "Why in a topic, or not (docs/deploy.md, Topics that readers choose):",
        "court/appeal.txt: in courts (key court/)",
        "court/appeal.txt: not in sea: does not contain ferry",
        "flood.txt: not in courts: key does not match court/",
        "flood.txt: not in sea: does not contain ferry",
      ].join("\n"),
    );
    const one = below(
      await desk.run(DAY1, "--recipients", RECIPIENTS, "--explain", "--reader", "law@example.com"),
    );
    expect(one).toContain(
      "court/appeal.txt: in courts (key court/)\nflood.txt: not in courts: key does not match court/\n\n",
    );
    expect(one).not.toContain("sea");
    const all = below(
      await desk.run(DAY1, "--recipients", RECIPIENTS, "--explain", "--reader", "all@example.com"),
    );
    expect(all).not.toContain("Why in a topic");
  });
});

const ANN = "ann@example.org";
const two = topics({ name: "courts", keys: "court/" }, { name: "sea", words: "ferry" });
const readership = (readers: readonly { address: string; topics?: readonly string[] }[]) => ({
  config: { contactList: "", topic: "", topics: "[]", weekDay: "Monday" as const, timeZone: "UTC" },
  topics: two,
  readers,
  list: undefined,
});

describe("a choice", () => {
  it("of an address with a name is found by the address", () => {
    expect(choiceOf(ANN, readership([{ address: "Ann <Ann@example.org>" }]), undefined)).toMatchObject({
      isReader: true,
      address: "Ann <Ann@example.org>",
    });
  });

  it("of an address that is there twice is the one whose email goes out", () => {
    const twice = readership([
      { address: ANN, topics: ["courts"] },
      { address: ANN, topics: ["sea"] },
    ]);
    expect(choiceOf(ANN, twice, undefined)).toMatchObject({
      words: "courts, by the recipients; named 2 times there, for one email",
    });
    const ferry = makeEdition({ changes: [makeChange({ key: "x.txt", headline: "Ferry late" })] });
    expect(choiceOf(ANN, twice, { edition: ferry })).toMatchObject({ topics: [two[1]] });
  });

  it("that is too rare for an email of its own is told as the part that is sent", () => {
    const many = topics(...Array.from({ length: 20 }, (_, n) => ({ name: `t${n}` })));
    const pairs = many.flatMap((a, i) => many.slice(i + 1).map((b) => [a.name, b.name]));
    const readers = pairs.flatMap((pair, n) =>
      Array.from({ length: n < 40 ? 2 : 1 }, (_, m) => ({ address: `r${n}-${m}@example.org`, topics: pair })),
    );
    const last = readers.at(-1)?.address ?? "";
    const choice = choiceOf(last, { ...readership(readers), topics: many }, undefined);
    expect(choice).toMatchObject({
      words:
        "t18, by the recipients; the whole choice is too rare for an email of its own, which 50 choices have",
    });
  });
});

it.each([
  ["opted out", "No email: unsubscribed before it was sent."],
  ["failed", "No email: the mail service refused it (mailbox full); once that is fixed, npm run invoke -- "],
  ["open", "No email yet: the mail service refused it (mailbox full); the next run tries again."],
  ["claimed", "No email yet: a run is sending it until 2026-11-20T07:20:00Z."],
  ["unknown", "No email that is certain: a run stopped while it was being sent"],
  ["sent", "The email was sent, but is no longer in the local inbox."],
] as const)("a receipt that says %s is told in words", async (state, words) => {
  const folder = temporaryFolder();
  createFolderStore(join(folder, "state"), "late-edition-state");
  mkdirSync(inboxOf(folder));
  const receipt = {
    version: 1,
    state,
    nonce: "n",
    edition: "e",
    attempts: 1,
    deadline: "2026-11-20T07:20:00Z",
    reason: "mailbox full",
    messageId: "gone",
  } as const;
  await writeReceipt(
    createFolderStore(join(folder, "state"), "late-edition-state"),
    receiptKey(DAY1, ANN),
    receipt,
    {
      absent: true,
    },
  );
  expect(readStateOf(folder).bucket).toBe("late-edition-state");
  const choice = choiceOf(ANN, readership([{ address: ANN }]), undefined);
  const result = { slot: DAY1, outcome: "already done", saved: null } as const;
  expect(await explainReader({ choice, result, told: undefined }, { state: folder })).toContain(words);
});

it("finds the same subscribers as the job does in SES, for any contacts", async () => {
  const server = await startSesServer({ inbox: temporaryFolder() });
  onTestFinished(server.close);
  const client = new SESv2Client({
    endpoint: server.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const status = fc.constantFrom("OPT_IN" as const, "OPT_OUT" as const);
  const lists = fc.record({
    name: fc.constant("newsroom"),
    topics: fc.tuple(status, status).map(([a, b]) => [
      { name: "courts", displayName: "Courts", byDefault: a },
      { name: "sea", displayName: "Sea", byDefault: b },
    ]),
    contacts: fc.uniqueArray(
      fc.record({
        address: fc.constantFrom("a@example.org", "b@example.org", "c@example.org"),
        hasLeft: fc.boolean(),
        preferences: fc.record({ courts: status, sea: status }, { requiredKeys: [] }),
      }),
      { selector: ({ address }) => address },
    ),
  });
  const settings = fc.constantFrom(
    { topic: "", topics: "" },
    { topic: "courts", topics: "" },
    { topic: "", topics: TOPICS },
  );
  await fc.assert(
    fc.asyncProperty(lists, settings, async (list, setting) => {
      server.contacts.putList(list);
      const found = await listSubscribers(client, { contactList: "newsroom", ...setting });
      expect(subscribersIn(list, setting)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
