import { join } from "node:path";
import {
  CreateContactCommand,
  CreateContactListCommand,
  GetContactCommand,
  GetContactListCommand,
  ListContactsCommand,
  SESv2Client,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import { expect, it, onTestFinished } from "vitest";
import { mailIds, readEnvelope, readMail } from "../../../local/ses/mailbox.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PLACE = "{{amazonSESUnsubscribeUrl}}";
const TOPICS = [
  { TopicName: "digest", DisplayName: "The digest", DefaultSubscriptionStatus: "OPT_IN" as const },
  { TopicName: "alerts", DisplayName: "Alerts", DefaultSubscriptionStatus: "OPT_OUT" as const },
];

/** A local SES with one contact list; closed when the test is over. */
async function open(folder = temporaryFolder()) {
  const inbox = join(folder, "inbox");
  const server = await startSesServer({ inbox, contacts: join(folder, "contacts.json") });
  const client = new SESv2Client({ endpoint: server.url, maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  const mails = () => mailIds(inbox).map((id) => ({ id, ...readEnvelope(inbox, id) }));
  return { inbox, server, client, mails };
}

async function openWithList(folder = temporaryFolder()) {
  const office = await open(folder);
  await office.client.send(new CreateContactListCommand({ ContactListName: "newsroom", Topics: TOPICS }));
  return office;
}

const contact = (address: string, more: object = {}) =>
  new CreateContactCommand({ ContactListName: "newsroom", EmailAddress: address, ...more });

function mail({
  to = ["ann@example.com"],
  topic = "digest",
  html = `<a href="${PLACE}">Unsubscribe</a>`,
  text = `Unsubscribe: ${PLACE}`,
  headers = [],
}: {
  readonly to?: string[];
  readonly topic?: string | undefined;
  readonly html?: string;
  readonly text?: string;
  readonly headers?: { Name: string; Value: string }[];
} = {}): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: "desk@example.com",
    Destination: { ToAddresses: to },
    ListManagementOptions: { ContactListName: "newsroom", ...(topic !== "" && { TopicName: topic }) },
    Content: {
      Simple: {
        Subject: { Data: "News" },
        Body: { Html: { Data: html }, Text: { Data: text } },
        Headers: headers,
      },
    },
  });
}

it("keeps lists and contacts, also after it was started again", async () => {
  const folder = temporaryFolder();
  const first = await openWithList(folder);
  await first.client.send(contact("ann@example.com"));
  const { client } = await open(folder);
  const list = await client.send(new GetContactListCommand({ ContactListName: "newsroom" }));
  expect(list).toMatchObject({ ContactListName: "newsroom", Topics: TOPICS });
  const found = await client.send(
    new GetContactCommand({ ContactListName: "newsroom", EmailAddress: "ann@example.com" }),
  );
  expect(found).toMatchObject({
    EmailAddress: "ann@example.com",
    UnsubscribeAll: false,
    TopicPreferences: [],
  });
});

it.each([
  ["a second list", new CreateContactListCommand({ ContactListName: "other" }), "LimitExceededException"],
  ["the same list", new CreateContactListCommand({ ContactListName: "newsroom" }), "AlreadyExistsException"],
  [
    "a name with a blank",
    new CreateContactListCommand({ ContactListName: "news room" }),
    "BadRequestException",
  ],
  [
    "21 topics",
    new CreateContactListCommand({
      ContactListName: "many",
      Topics: Array.from({ length: 21 }, (_, i) => ({
        TopicName: `t${i}`,
        DisplayName: "T",
        DefaultSubscriptionStatus: "OPT_IN" as const,
      })),
    }),
    "BadRequestException",
  ],
])("refuses %s", async (_, command, name) => {
  const { client } = await openWithList();
  await expect(client.send(command)).rejects.toMatchObject({ name });
});

it.each([
  ["a contact twice", contact("ANN@example.com"), "AlreadyExistsException"],
  ["no address", contact("ann"), "BadRequestException"],
  [
    "an unknown topic",
    contact("bob@example.com", {
      TopicPreferences: [{ TopicName: "sport", SubscriptionStatus: "OPT_IN" }],
    }),
    "BadRequestException",
  ],
  [
    "an unknown contact",
    new GetContactCommand({ ContactListName: "newsroom", EmailAddress: "bob@example.com" }),
    "NotFoundException",
  ],
  ["an unknown list", new ListContactsCommand({ ContactListName: "nowhere" }), "NotFoundException"],
  [
    "a token of nobody",
    new ListContactsCommand({ ContactListName: "newsroom", NextToken: "x" }),
    "InvalidNextTokenException",
  ],
])("refuses %s by SES's name", async (_, command, name) => {
  const { client } = await openWithList();
  await client.send(contact("ann@example.com"));
  await expect(client.send(command as CreateContactCommand)).rejects.toMatchObject({ name });
});

it("fills the place for the unsubscribe address in both parts, and adds both headers in place of ours", async () => {
  const { client, inbox, mails, server } = await openWithList();
  await client.send(mail({ headers: [{ Name: "List-Unsubscribe", Value: "<mailto:desk@example.com>" }] }));
  const [received] = mails();
  const id = received?.id ?? "";
  const page = `${server.url}/unsubscribe/`;
  expect(readMail(inbox, id, "digest.html").toString()).toContain(`<a href="${page}`);
  expect(readMail(inbox, id, "digest.txt").toString()).toContain(`Unsubscribe: ${page}`);
  expect(received?.headers).toEqual([
    { name: "List-Unsubscribe", value: expect.stringContaining(`<${page}`) },
    { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
  ]);
  expect(readMail(inbox, id, "message.eml").toString()).toContain(
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  );
});

it.each([
  ["one in each part", 1, 1, [0, 0]],
  ["two in the text, one in the HTML", 2, 1, [0, 1]],
  ["three in the text", 3, 0, [1, 0]],
  ["three in the HTML", 0, 3, [0, 1]],
])("fills the first two places and no more: %s", async (_, inText, inHtml, expected) => {
  const { client, inbox, mails } = await openWithList();
  await client.send(mail({ text: `.${PLACE}`.repeat(inText), html: `.${PLACE}`.repeat(inHtml) }));
  const id = mails()[0]?.id ?? "";
  const left = (file: "digest.html" | "digest.txt") =>
    readMail(inbox, id, file).toString().split(PLACE).length - 1;
  expect([left("digest.txt"), left("digest.html")]).toEqual(expected);
});

it("leaves the places as they are without a list, and for two recipients", async () => {
  const { client, inbox, mails } = await openWithList();
  await client.send(mail({ to: ["ann@example.com", "bob@example.com"] }));
  const [received] = mails();
  expect(readMail(inbox, received?.id ?? "", "digest.txt").toString()).toContain(PLACE);
  expect(received?.headers).toEqual([]);
});

it("puts a recipient on the list who is not on it", async () => {
  const { client, server } = await openWithList();
  await client.send(mail({ to: ["new@example.com"] }));
  expect(server.contacts.list("newsroom")?.contacts.map(({ address }) => address)).toEqual([
    "new@example.com",
  ]);
});

it.each([
  [
    "opted out of the topic",
    { TopicPreferences: [{ TopicName: "digest", SubscriptionStatus: "OPT_OUT" }] },
    "digest",
  ],
  ["left the list", { UnsubscribeAll: true }, "digest"],
  ["left the list, and the mail has no topic", { UnsubscribeAll: true }, ""],
  ["did not choose a topic that is off by default", {}, "alerts"],
])("accepts a mail to a contact who %s, and bounces it", async (_, preferences, topic) => {
  const { client, mails, server } = await openWithList();
  await client.send(contact("ann@example.com", preferences));
  expect(await client.send(mail({ topic }))).toMatchObject({ MessageId: expect.any(String) });
  expect(mails()).toEqual([]);
  expect(server.bounces).toEqual(["ann@example.com"]);
});

it.each([
  ["list", "NotFoundException", { ContactListName: "nowhere" }],
  ["topic", "BadRequestException", { ContactListName: "newsroom", TopicName: "sport" }],
])("refuses a mail to an unknown %s", async (_, name, options) => {
  const { client, mails } = await openWithList();
  const { input } = mail();
  const command = new SendEmailCommand({ ...input, ListManagementOptions: options });
  await expect(client.send(command)).rejects.toMatchObject({ name });
  expect(mails()).toEqual([]);
});
