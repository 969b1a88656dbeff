import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, it } from "vitest";
import { asciiSender, bareAddress, listHeaders } from "../../../../functions/digest/delivery/headers.ts";
import { createSesClient, createSesSender } from "../../../../functions/digest/delivery/ses.ts";
import type { Mail, SendOutcome } from "../../../../functions/digest/ports.ts";

const MAIL: Mail = { to: "ann@example.org", subject: "12 → 19", html: "<p>h</p>", text: "t", headers: [] };
const SETTINGS = {
  name: "Late Edition",
  sender: "Spätausgabe <desk@example.org>",
  configurationSet: "set",
  contactList: "",
  topic: "",
};
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

/** A mail service that gives one answer; how often it was asked stands in `calls`. */
async function service(
  status: number,
  body: object,
  type = "",
): Promise<{ readonly url: string; readonly calls: string[] }> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls.push(Buffer.concat(chunks).toString());
      if (status === 0) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, {
        "content-type": "application/json",
        ...(type && { "x-amzn-errortype": type }),
      });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

async function send(endpoint: string): Promise<SendOutcome> {
  const client = createSesClient({ endpoint });
  const sender = createSesSender(client, SETTINGS);
  return await sender.send(MAIL);
}

describe("the SES sender", () => {
  it("hands one mail over and answers with the message id", async () => {
    const { url, calls } = await service(200, { MessageId: "m1" });
    expect(await send(url)).toEqual({ outcome: "accepted", messageId: "m1" });
    expect(calls).toHaveLength(1);
    expect(JSON.parse(calls[0] ?? "")).toMatchObject({
      ConfigurationSetName: "set",
      Destination: { ToAddresses: ["ann@example.org"] },
      Content: {
        Simple: { Subject: { Data: "12 → 19" }, Body: { Html: { Data: "<p>h</p>" }, Text: { Data: "t" } } },
      },
    });
  });

  it.each<[string, number, string, object]>([
    ["a rejected message", 400, "MessageRejected", { outcome: "refused" }],
    ["a bad request", 400, "BadRequestException", { outcome: "refused" }],
    ["missing rights", 403, "AccessDeniedException", { outcome: "refused" }],
    ["throttling", 429, "TooManyRequestsException", { outcome: "refused", retry: "soon" }],
    ["an internal error", 500, "InternalServiceError", { outcome: "unknown" }],
    ["an unavailable service", 503, "ServiceUnavailable", { outcome: "unknown" }],
    ["a connection that breaks off", 0, "", { outcome: "unknown" }],
  ])("takes %s for what it is, and asks once", async (_name, status, type, outcome) => {
    const { url, calls } = await service(status, { message: "no" }, type);
    expect(await send(url)).toMatchObject(outcome);
    expect(calls).toHaveLength(1);
  });

  it("hands over the list, and turns tracking off", async () => {
    const { url, calls } = await service(200, { MessageId: "m1" });
    const settings = { ...SETTINGS, contactList: "newsroom", topic: "digest" };
    const place = "{{amazonSESUnsubscribeUrl}}";
    const mail = { ...MAIL, html: place, text: place, headers: listHeaders(settings) };
    const sender = createSesSender(createSesClient({ endpoint: url }), settings);
    expect(await sender.send(mail)).toMatchObject({ outcome: "accepted" });
    const request = JSON.parse(calls[0] ?? "");
    expect(request).toMatchObject({
      ListManagementOptions: { ContactListName: "newsroom", TopicName: "digest" },
      ConfigurationOverrides: {
        Tracking: { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" },
      },
    });
    expect(request.Content.Simple.Headers.map(({ Name }: { Name: string }) => Name)).not.toContain(
      "List-Unsubscribe",
    );
  });

  it("does not ask SES about a mail that breaks a limit", async () => {
    const { url, calls } = await service(200, { MessageId: "m1" });
    const sender = createSesSender(createSesClient({ endpoint: url }), SETTINGS);
    const answer = await sender.send({ ...MAIL, subject: "a\r\nBcc: b@example.org" });
    expect(answer).toMatchObject({ outcome: "refused", retry: "never" });
    expect(calls).toEqual([]);
  });

  it.each([
    ["SendingPausedException", "Sending is paused.", "account"],
    ["AccountSuspendedException", "Suspended.", "account"],
    ["ThrottlingException", "Daily message quota exceeded.", "account"],
    ["ThrottlingException", "Maximum sending rate exceeded.", "soon"],
  ])("knows what %s (%s) means for the other mails", async (type, message, retry) => {
    const { url } = await service(400, { message }, type);
    expect(await send(url)).toEqual({ outcome: "refused", reason: `${type}: ${message}`, retry });
  });

  it("knows that nothing was sent when there is no way to the service", async () => {
    const { url } = await service(200, {});
    for (const close of closers.splice(0)) {
      close();
    }
    expect(await send(url)).toEqual({ outcome: "refused", reason: "ECONNREFUSED" });
  });
});

describe("headers", () => {
  it.each([
    ["desk@example.org", "desk@example.org"],
    ["Desk <desk@example.org>", "desk@example.org"],
    ['"A < B" <desk@example.org>', "desk@example.org"],
  ])("find the address in %s", (sender, address) => {
    expect(bareAddress(sender)).toBe(address);
  });

  it("are made of settings alone, in ASCII", () => {
    for (const { name, value } of listHeaders(SETTINGS)) {
      expect(`${name}: ${value}`).toMatch(/^[\x21-\x39\x3b-\x7e]+: [\x20-\x7e]+$/);
    }
  });

  it.each(["Desk <desk@example.org>", '"Desk, News" <desk@example.org>'])("leave %s as it is", (sender) => {
    expect(asciiSender({ sender, name: "Wire Watch" })).toBe(sender);
  });

  it.each([
    ["Wire Watch", "Wire Watch <desk@example.org>"],
    ["Orla & Karst", "Orla & Karst <desk@example.org>"],
    ['Dr. "No", daily', '"Dr. \\"No\\", daily" <desk@example.org>'],
    ["x <evil@example.org>", '"x <evil@example.org>" <desk@example.org>'],
  ])("name the sender of a plain address %s", (name, from) => {
    expect(asciiSender({ sender: "desk@example.org", name })).toBe(from);
  });

  it.each([
    "Wire Watch",
    'Dr. "No", daily',
    "x <evil@example.org>",
    "=?UTF-8?B?eA==?=",
    "夜刊",
    "Spätausgabe",
  ])("have the name %s read back, and a list of plain letters", async (name) => {
    const settings = { ...SETTINGS, sender: "desk@example.org", name };
    const { from } = await PostalMime.parse(`From: ${asciiSender(settings)}\r\n\r\n`);
    expect(from).toMatchObject({ name, address: "desk@example.org" });
    const [list] = listHeaders(settings);
    expect(list?.value).toMatch(/^[\x20-\x7e]+ <[a-z0-9-]+\.example\.org>$/);
  });

  it.each([
    ["Late Edition", "Late Edition <late-edition.example.org>"],
    ["Wire Watch: Orla", '"Wire Watch: Orla" <wire-watch-orla.example.org>'],
    ["Spätausgabe", "=?UTF-8?B?U3DDpHRhdXNnYWJl?= <spatausgabe.example.org>"],
  ])("tell the list of %s", (name, value) => {
    expect(listHeaders({ ...SETTINGS, name })).toContainEqual({ name: "List-Id", value });
  });

  it("tell any two digests of a sender apart", () => {
    const names = ["夜刊", "朝刊", "Новости EU", "Спорт EU", "EU"];
    const lists = names.map((name) => /<(.*)>/.exec(listHeaders({ ...SETTINGS, name })[0]?.value ?? "")?.[1]);
    expect(new Set(lists).size).toBe(names.length);
  });

  it.each([
    "Spätausgabe",
    "Ночной выпуск из очень далёкого и очень большого города",
    "夜刊 😀 ".repeat(20).trim(),
  ])("encode a sender named %s so that it is read back", async (name) => {
    const encoded = asciiSender({ sender: `${name} <desk@example.org>`, name: "Late Edition" });
    expect(encoded).toMatch(/^[\x20-\x7e]+$/);
    expect(encoded.split(" ").every((word) => word.length <= 75)).toBe(true);
    const mail = await PostalMime.parse(`From: ${encoded}\r\n\r\n`);
    expect(mail.from).toMatchObject({ name, address: "desk@example.org" });
  });
});
