import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { describe, expect, it, onTestFinished } from "vitest";
import { receiptKey, writeReceipt } from "../../../functions/digest/delivery/receipt.ts";
import { listSubscribers } from "../../../functions/digest/delivery/subscribers.ts";
import { inboxOf, readStateOf } from "../../../local/cloud.ts";
import { makeChange, makeEdition } from "../../../local/preview/sample-editions.ts";
import { choiceOf } from "../../../local/runner/explain/choice.ts";
import { explainReader } from "../../../local/runner/explain/reader.ts";
import { subscribersIn } from "../../../local/runner/explain/readership.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import { createFolderStore } from "../../../local/stores/folder-store.ts";
import { topics } from "../../functions/digest/topics/any-topics.ts";
import { fc } from "../../support/laws.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { TOPICS } from "./desk.ts";

const SLOT = "2026-11-20T07:00:00Z";
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
    receiptKey(SLOT, ANN),
    receipt,
    {
      absent: true,
    },
  );
  expect(readStateOf(folder).bucket).toBe("late-edition-state");
  const choice = choiceOf(ANN, readership([{ address: ANN }]), undefined);
  const result = { slot: SLOT, outcome: "already done", saved: null } as const;
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
