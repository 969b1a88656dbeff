import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { contactsOf, inboxOf } from "../../local/cloud.ts";
import { startInboxServer } from "../../local/inbox/inbox-server.ts";
import { seedContacts } from "../../local/runner/seed-contacts.ts";
import { openContactBook } from "../../local/ses/contact-book.ts";
import { mailIds, readEnvelope, readMail } from "../../local/ses/mailbox.ts";
import { runInProcess } from "../support/in-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";

useFunctionsWithoutThreads();

const LIST = { CONTACT_LIST: "newsroom", TOPIC: "digest" };

/** `npm run invoke` with an environment of its own; the answer is what `--json` prints. */
async function invoke(
  folder: string,
  slot: string,
  { env = LIST, args = [] as readonly string[] } = {},
): Promise<{
  readonly outcome?: string;
  readonly stderr: string;
}> {
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify({ mode: "scheduled", slot }));
  const folders = ["corpus", "state", "out"].flatMap((name) => [`--${name}`, join(folder, name)]);
  const { stdout, stderr } = await runInProcess(["invoke", event, ...folders, "--json", ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  return { ...(stdout === "" ? {} : JSON.parse(stdout)), stderr };
}

function openDesk() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "corpus"));
  const state = join(folder, "state");
  const story = (name: string, text: string) => writeFileSync(join(folder, "corpus", name), text);
  story("harbour.txt", "Harbour opens\n\nThe harbour of Dunmarrow opened on Friday.");
  const mails = () => mailIds(inboxOf(state)).map((id) => ({ id, ...readEnvelope(inboxOf(state), id) }));
  return { folder, state, story, mails };
}

it("mails the contacts of the list, and no more to who clicked Unsubscribe in the mail", async () => {
  const { folder, state, story, mails } = openDesk();
  const contacts = ["--contacts", "ann@example.com,bob@example.com"];
  const first = await invoke(folder, "2026-11-20T07:00:00Z", { args: contacts });
  expect(first, first.stderr).toMatchObject({ outcome: "sent" });
  expect(mails().map(({ to }) => to[0])).toEqual(["ann@example.com", "bob@example.com"]);

  const text = readMail(inboxOf(state), mails()[0]?.id ?? "", "digest.txt").toString();
  const html = readMail(inboxOf(state), mails()[0]?.id ?? "", "digest.html").toString();
  const [path = ""] = /\/unsubscribe\/[0-9a-f]+/.exec(text) ?? [];
  expect(html).toContain(path);
  expect(`${html}${text}`).not.toContain("amazonSES");
  const inbox = await startInboxServer({ inbox: inboxOf(state), contacts: contactsOf(state), port: 0 });
  onTestFinished(inbox.close);
  const shown = await (await fetch(`${inbox.url}/mail/${mails()[0]?.id}/html`)).text();
  expect(shown).toContain(`<a target="_blank" href="${path}"`);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(`${inbox.url}${path}`, { method: "POST", body })).status).toBe(200);

  story("lighthouse.txt", "Lighthouse lit\n\nThe lighthouse of Dunmarrow was lit on Saturday.");
  const second = await invoke(folder, "2026-11-21T07:00:00Z", { args: contacts });
  expect(second, second.stderr).toMatchObject({ outcome: "sent" });
  expect(mails().map(({ to }) => to[0])).toEqual(["ann@example.com", "bob@example.com", "bob@example.com"]);
});

it("commits an edition that nobody is subscribed to, and says so in the log", async () => {
  const { folder, state, mails } = openDesk();
  const book = openContactBook(contactsOf(state));
  seedContacts(book, LIST, undefined);
  book.putContact("newsroom", { address: "reader@example.com", hasLeft: true, preferences: {} });
  const result = await invoke(folder, "2026-11-20T07:00:00Z");
  expect(result, result.stderr).toMatchObject({ outcome: "sent" });
  expect(mails()).toEqual([]);
  expect(readFileSync(join(state, "function.log"), "utf8")).toContain("no subscribers");
});

it.each([
  ["both", LIST, ["--recipients", "ann@example.com"], "RECIPIENTS and CONTACT_LIST are both set"],
  [
    "contacts without a list",
    {},
    ["--contacts", "ann@example.com"],
    "--contacts needs a contact list: set CONTACT_LIST",
  ],
])("refuses %s in one line", async (_, env, args, message) => {
  const { folder } = openDesk();
  const result = await invoke(folder, "2026-11-20T07:00:00Z", { env: env as typeof LIST, args });
  expect(result.outcome).toBeUndefined();
  expect(result.stderr).toContain(message);
});

it("makes the list and its topic, and leaves contacts as they are that were there before", () => {
  const book = openContactBook();
  seedContacts(book, LIST, undefined);
  expect(book.list("newsroom")).toMatchObject({
    topics: [{ name: "digest", byDefault: "OPT_IN" }],
    contacts: [{ address: "reader@example.com" }],
  });
  book.putContact("newsroom", { address: "reader@example.com", hasLeft: true, preferences: {} });
  seedContacts(book, { ...LIST, TOPIC: "alerts" }, "READER@example.com, ann@example.com,");
  expect(book.list("newsroom")).toMatchObject({
    topics: [{ name: "digest" }, { name: "alerts" }],
    contacts: [
      { address: "reader@example.com", hasLeft: true },
      { address: "ann@example.com", hasLeft: false },
    ],
  });
});
