import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { askQuota } from "../../../../functions/digest/delivery/quota.ts";
import { createSesClient } from "../../../../functions/digest/delivery/ses.ts";
import {
  listSubscribers,
  MAX_SUBSCRIBERS,
  rememberSubscribers,
} from "../../../../functions/digest/delivery/subscribers.ts";
import type { Contact, ContactList } from "../../../../local/ses/contact-book.ts";
import { startSesServer } from "../../../../local/ses/ses-server.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

const contact = (address: string, changes: Partial<Contact> = {}): Contact => ({
  address,
  hasLeft: false,
  preferences: {},
  ...changes,
});

const LIST: ContactList = {
  name: "newsroom",
  topics: [
    { name: "digest", displayName: "Digest", byDefault: "OPT_IN" },
    { name: "alerts", displayName: "Alerts", byDefault: "OPT_OUT" },
  ],
  contacts: [
    contact("default@example.org"),
    contact("in@example.org", { preferences: { digest: "OPT_IN", alerts: "OPT_IN" } }),
    contact("out@example.org", { preferences: { digest: "OPT_OUT" } }),
    contact("left@example.org", { hasLeft: true, preferences: { digest: "OPT_IN", alerts: "OPT_IN" } }),
  ],
};

async function open(list: ContactList) {
  const server = await startSesServer({ inbox: temporaryFolder() });
  server.contacts.putList(list);
  const client = createSesClient({ endpoint: server.url });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  return client;
}

it.each([
  ["digest", ["default@example.org", "in@example.org"]],
  ["alerts", ["in@example.org"]],
  ["", ["default@example.org", "in@example.org", "out@example.org"]],
])("are those who have the topic %j", async (topic, expected) => {
  const client = await open(LIST);
  expect(await listSubscribers(client, { contactList: "newsroom", topic, topics: "" })).toEqual(
    expected.map((address) => ({ address })),
  );
});

it("are read page by page, an address in two spellings once", async () => {
  const many = Array.from({ length: 2_345 }, (_, i) => contact(`reader-${i}@example.org`));
  const client = await open({ ...LIST, contacts: [...many, contact("READER-7@example.org")] });
  const found = await listSubscribers(client, { contactList: "newsroom", topic: "digest", topics: "" });
  expect(found).toHaveLength(2_345);
});

it("are no more than one deployment can mail", async () => {
  const contacts = Array.from({ length: MAX_SUBSCRIBERS + 1 }, (_, i) => contact(`reader-${i}@example.org`));
  const client = await open({ ...LIST, contacts });
  await expect(
    listSubscribers(client, { contactList: "newsroom", topic: "digest", topics: "" }),
  ).rejects.toThrow(`more than ${MAX_SUBSCRIBERS} subscribers`);
});

it.each([
  ["list", { contactList: "nowhere", topic: "", topics: "" }, "contact list nowhere: NotFoundException"],
  [
    "topic",
    { contactList: "newsroom", topic: "sport", topics: "" },
    "topic sport of contact list newsroom: BadRequest",
  ],
])("of an unknown %s are an error with its name", async (_, list, message) => {
  await expect(listSubscribers(await open(LIST), list)).rejects.toThrow(message);
});

it("are listed once a minute for all choices of topics, and again after a failure", async () => {
  let time = 0;
  let calls = 0;
  const subscribers = rememberSubscribers(
    async () => {
      calls += 1;
      if (calls === 1) {
        throw new Error("no answer");
      }
      return [{ address: `reader${calls}@example.org` }];
    },
    () => time,
  );
  await expect(subscribers()).rejects.toThrow("no answer");
  expect(await subscribers()).toEqual([{ address: "reader2@example.org" }]);
  time = 60_000;
  expect(await subscribers()).toEqual([{ address: "reader2@example.org" }]);
  time = 60_001;
  expect(await subscribers()).toEqual([{ address: "reader3@example.org" }]);
});

it("of a list with topics have those that they chose, or that are theirs by default", async () => {
  const list = { contactList: "newsroom", topic: "", topics: "topics.json" };
  const found = await listSubscribers(await open(LIST), list);
  expect(found.map(({ address, topics = [] }) => [address, topics.toSorted()])).toEqual([
    ["default@example.org", ["digest"]],
    ["in@example.org", ["alerts", "digest"]],
    ["out@example.org", []],
  ]);
});

it("end when a service keeps answering with empty pages", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"Contacts":[],"NextToken":"again"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = createSesClient({ endpoint: `http://127.0.0.1:${port}` });
  await expect(listSubscribers(client, { contactList: "newsroom", topic: "", topics: "" })).rejects.toThrow(
    "100 pages",
  );
});

it("treat an account without a quota as unlimited, and one that cannot be asked as unknown", async () => {
  const answers = ['{"SendingEnabled":true}', '{"message":"no"}'];
  const server = createServer((_, response) => {
    const [body = "", status] = [answers.shift(), answers.length === 0 ? 403 : 200];
    response.writeHead(status, {
      "content-type": "application/json",
      ...(status === 403 && { "x-amzn-errortype": "AccessDeniedException" }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = createSesClient({ endpoint: `http://127.0.0.1:${port}` });
  const unlimited = { perSecond: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, isPaused: false };
  expect(await askQuota(client)).toEqual(unlimited);
  expect(await askQuota(client)).toEqual({ unknown: "AccessDeniedException" });
});
