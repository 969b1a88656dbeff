import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { contactsOf, inboxOf } from "../../../local/cloud.ts";
import { openContactBook } from "../../../local/ses/contact-book.ts";
import { mailIds, readMail } from "../../../local/ses/mailbox.ts";
import { PROJECT } from "../../support/command.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../../support/threadless.ts";
import { below, captured, openDesk, TOPICS } from "./desk.ts";

useFunctionsWithoutThreads();

const DAYS = ["20", "21", "22"].map((day) => `2026-11-${day}T07:00:00Z`);
const [DAY1 = "", DAY2 = "", DAY3 = ""] = DAYS;

const RECIPIENTS = "all@example.com,Law@example.com#courts,sea@example.com#sea";

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
    expect(all.stdout).toMatch(
      /^Sent for 2026-11-20T07:00:00Z, each reader's own edition:\n {2}all@example.com: .+\n {2}Law@example.com: .+\n/,
    );
    expect(below(all)).toBe(
      `all@example.com reads everything, as the recipients name no topics for this address.\nEmail: First edition: now tracking 2 stories\nSaved as ${folder}/digest.html.\n\n${text(0)}`,
    );
    expect(text(0)).toContain("flood.txt");

    desk.put("court/appeal.txt", "Court hears appeal\n\nThe court of Velm hears the appeal on Thursday.\n");
    desk.put("flood.txt", "Flood in Velm\n\nAt least 19 people died in the flood of Velm, police said.\n");
    const law = below(await desk.run(DAY2, ...recipients, "--reader", " law@EXAMPLE.com"));
    expect(law).toMatch(
      /^Law@example\.com reads courts, by the recipients: 1 of 2 changes\.\nEmail: .+\nSaved as \S+\/digest-2\.html\.\n\n/,
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
      "ann@example.com gets no emails: the only recipient is reader@example.com; name this one with --recipients.",
    );
    const known = below(await desk.run(DAY1, "--reader", "reader@example.com"));
    expect(known).toMatch(
      /^With the current settings:\nreader@example\.com reads everything, as no topics are set \(TOPICS\)\.\nEmail: /,
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
      /^law@example\.com reads courts, by the contact list newsroom: 1 of 2 changes\.\nEmail: .+\nSaved as \S+\/digest-2\.html\.\n/,
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
      /^With the current settings:\nlaw@example\.com gets no emails: unsubscribed from all of the contact list newsroom\.\nEmail: /,
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
        "Which topics each is in, and why (docs/deploy.md, Topics that readers choose):",
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
    expect(all).not.toContain("Which topics each");
  });
});

it("the documents show what a run on the sample stories says", async () => {
  const page = readFileSync(join(PROJECT, "docs/deploy.md"), "utf8");
  const section = page.split("### See what one reader gets\n")[1]?.split("\n## ")[0] ?? "";
  const [command = "", ...blocks] = Array.from(
    section.matchAll(/```\w*\n([\s\S]*?)```/g),
    ([, text = ""]) => text,
  );
  const quoted = (before: string) => new RegExp(`${before}'([^']*)'`).exec(command)?.[1] ?? "";
  vi.stubEnv("TOPICS", quoted("TOPICS="));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const folder = temporaryFolder();
  const said = async (reader: string) => {
    const given = [
      "--at",
      DAY1,
      "--recipients",
      quoted("--recipients "),
      "--reader",
      `${reader}@example.com`,
    ];
    const places = [
      "--corpus",
      join(PROJECT, "seeds"),
      "--state",
      join(folder, "state"),
      "--out",
      join(folder, "out"),
    ];
    return below(await captured("digest", ...given, ...places, "--explain"));
  };
  const all = [await said("ann"), await said("cleo"), await said("dan")]
    .join("\n\n")
    .replaceAll(`${relative(process.cwd(), folder)}/`, "");
  const shown = blocks.flatMap((block) => block.split(/^…\n/m));
  expect([
    shown.length,
    shown.filter((part) => !part.split("\n\n").every((each) => all.includes(each.trimEnd()))),
  ]).toEqual([4, []]);
}, 30_000);
