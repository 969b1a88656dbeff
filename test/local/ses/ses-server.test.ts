import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  GetAccountCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import PostalMime from "postal-mime";
import { expect, it, onTestFinished } from "vitest";
import { mailIds, readEnvelope, readMail } from "../../../local/ses/mailbox.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

interface Overrides {
  readonly from?: string;
  readonly to?: string[];
  readonly subject?: string;
  readonly html?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

function mail(overrides: Overrides = {}): SendEmailCommandInput {
  return {
    FromEmailAddress: overrides.from ?? "Late Edition <late-edition@example.com>",
    Destination: { ToAddresses: overrides.to ?? ["reader@example.com"] },
    ConfigurationSetName: "digests",
    Content: {
      Simple: {
        Subject: { Data: overrides.subject ?? "3 stories changed", Charset: "UTF-8" },
        Body: {
          Html: { Data: overrides.html ?? "<p>Zürich 📰</p>", Charset: "UTF-8" },
          Text: { Data: "Zürich 📰", Charset: "UTF-8" },
        },
        Headers: (overrides.headers ?? []).map(([Name, Value]) => ({ Name, Value })),
      },
    },
  };
}

async function open(inbox: string, now?: () => Date) {
  const server = await startSesServer({ inbox, ...(now && { now }) });
  const client = new SESv2Client({ endpoint: server.url, maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  return {
    server,
    client,
    send: (overrides?: Overrides) => client.send(new SendEmailCommand(mail(overrides))),
  };
}

it("has a mail in the inbox when it answers with its id", async () => {
  const inbox = temporaryFolder();
  const { send } = await open(inbox);
  const { MessageId = "" } = await send({ headers: [["List-Id", "digest <digest.example.com>"]] });
  expect(mailIds(inbox)).toEqual([MessageId]);
  expect(readMail(inbox, MessageId, "digest.html").toString()).toBe("<p>Zürich 📰</p>");
  expect(readMail(inbox, MessageId, "digest.txt").toString()).toBe("Zürich 📰");
  expect(readEnvelope(inbox, MessageId)).toMatchObject({
    messageId: MessageId,
    from: "Late Edition <late-edition@example.com>",
    to: ["reader@example.com"],
    subject: "3 stories changed",
    headers: [{ name: "List-Id", value: "digest <digest.example.com>" }],
    configurationSet: "digests",
  });
});

it("writes a message that a mail program reads back unchanged", async () => {
  const inbox = temporaryFolder();
  const { send } = await open(inbox, () => new Date("2026-11-20T07:00:00Z"));
  const long = "word ".repeat(150).trim();
  const html = `<p>${"x".repeat(3000)}</p>\n.\n<p>=3D Ĳ — “quoted”</p>\n`;
  const { MessageId = "" } = await send({
    from: `=?utf-8?B?${Buffer.from("Späte Ausgabe").toString("base64")}?= <desk@example.com>`,
    to: ["A. Reader <a@example.com>", "b@example.com"],
    subject: "Öl: 12 → 19 — “now”",
    html,
    headers: [["X-Long", long]],
  });
  const parsed = await PostalMime.parse(readMail(inbox, MessageId, "message.eml"));
  expect(parsed).toMatchObject({
    from: { name: "Späte Ausgabe", address: "desk@example.com" },
    to: [
      { name: "A. Reader", address: "a@example.com" },
      { name: "", address: "b@example.com" },
    ],
    subject: "Öl: 12 → 19 — “now”",
    date: "2026-11-20T07:00:00.000Z",
    messageId: `<${MessageId}@late-edition.invalid>`,
    text: "Zürich 📰\n",
  });
  expect(parsed.html).toBe(`${html}\n`);
  expect(parsed.headers.find(({ key }) => key === "x-long")?.value).toBe(long);
});

it.each([
  ["no recipient", { to: [] }, "Destination: at least one recipient is needed"],
  ["51 recipients", { to: Array.from({ length: 51 }, (_, i) => `r${i}@example.com`) }, "exceeds 50"],
  ["an address without a domain", { to: ["reader"] }, "ToAddresses.0: Missing final '@domain'"],
  ["two addresses in one", { to: ["a@example.com, b@example.com"] }, "Missing final '@domain'"],
  [
    "an address with a line break",
    { to: ["a@example.com\r\nBcc: b@example.com"] },
    "addresses must be ASCII",
  ],
  ["a sender's name that is not encoded", { from: "Späte Ausgabe <a@example.com>" }, "RFC 2047"],
  ["a subject with a line break", { subject: "a\r\nBcc: b@example.com" }, "must not contain line breaks"],
  ["an empty subject", { subject: "" }, "the subject is empty"],
  ["16 headers", { headers: Array.from({ length: 16 }, (_, i) => [`X-${i}`, "v"]) }, "at most 15 headers"],
  ["a header value with a line break", { headers: [["X", "a\nBcc: b@example.com"]] }, "without line breaks"],
  ["a header value beyond ASCII", { headers: [["X", "Zürich"]] }, "printable ASCII"],
  ["an empty header value", { headers: [["X", ""]] }, "value is empty"],
  ["a long header value", { headers: [["X", "v".repeat(996)]] }, "at most 995 characters"],
  ["a long header", { headers: [["XX", "v".repeat(995)]] }, "at most 996 characters together"],
  ["a header name with a colon", { headers: [["X:Y", "v"]] }, "without a colon"],
  ["a header name with a space", { headers: [["X Y", "v"]] }, "printable ASCII"],
  ["a long header name", { headers: [["X".repeat(127), "v"]] }, "at most 126 characters"],
  [
    "a message of more than 40 MB",
    // Sent in base64, which makes it a third longer.
    { html: "漢".repeat(11_000_000) },
    "Message length is more than",
  ],
] satisfies [string, Overrides, string][])("refuses %s", async (_, overrides, message) => {
  const inbox = temporaryFolder();
  const { send } = await open(inbox);
  await expect(send(overrides)).rejects.toMatchObject({
    name: "BadRequestException",
    message: expect.stringContaining(message),
    $metadata: { httpStatusCode: 400 },
  });
  expect(readdirSync(inbox)).toEqual([]);
});

it("takes 50 recipients, 15 headers and a header of 126 and 870 characters", async () => {
  const { send } = await open(temporaryFolder());
  const headers = Array.from(
    { length: 15 },
    (_, i) => [`X-${String(i).padStart(124, "0")}`, "v".repeat(870)] as const,
  );
  const to = Array.from({ length: 50 }, (_, i) => `reader-${i}@example.com`);
  expect(await send({ headers, to })).toMatchObject({ $metadata: { httpStatusCode: 200 } });
});

it("refuses by name what it would not send", async () => {
  const { client } = await open(temporaryFolder());
  const request = { ...mail(), FeedbackForwardingEmailAddress: "bounce@example.com" };
  await expect(client.send(new SendEmailCommand(request))).rejects.toMatchObject({
    name: "BadRequestException",
    message: expect.stringContaining("FeedbackForwardingEmailAddress"),
  });
});

it("answers an operation that it does not know with its name", async () => {
  const { server } = await open(temporaryFolder());
  const answer = await fetch(`${server.url}/v2/email/templates`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("GET /v2/email/templates");
});

it("names mails in the order of their arrival, also when the clock is set back", async () => {
  const inbox = temporaryFolder();
  const times = ["2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z", "2026-11-20T06:00:00Z"];
  const sent: (string | undefined)[] = [];
  for (const time of times) {
    const { send } = await open(inbox, () => new Date(time));
    for (let i = 0; i < 3; i += 1) {
      sent.push((await send()).MessageId);
    }
  }
  expect(mailIds(inbox)).toEqual(sent);
});

it("reports how many emails it sent within a day", async () => {
  const inbox = temporaryFolder();
  const first = await open(inbox, () => new Date("2026-11-20T07:00:00Z"));
  await first.send();
  const later = await open(inbox, () => new Date("2026-11-21T06:59:00Z"));
  await later.send();
  expect(await later.client.send(new GetAccountCommand({}))).toMatchObject({
    SendingEnabled: true,
    SendQuota: { SentLast24Hours: 2 },
  });
  const muchLater = await open(inbox, () => new Date("2026-11-22T06:59:00.001Z"));
  expect(await muchLater.client.send(new GetAccountCommand({}))).toMatchObject({
    SendQuota: { SentLast24Hours: 0 },
  });
});

it("removes a mail that a killed process left half written", async () => {
  const inbox = temporaryFolder();
  mkdirSync(join(inbox, ".00001764000000-000001-half"));
  writeFileSync(join(inbox, ".00001764000000-000001-half", "message.eml"), "From: ");
  await open(inbox);
  expect(readdirSync(inbox)).toEqual([]);
});
