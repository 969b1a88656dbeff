import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  SESv2Client,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import { expect, it, onTestFinished } from "vitest";
import { ACCOUNT, type LocalAccount } from "../../../local/ses/account.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function open(account: Partial<LocalAccount>) {
  let time = Date.parse("2026-11-20T07:00:00Z");
  const server = await startSesServer({
    inbox: temporaryFolder(),
    account: () => ({ ...ACCOUNT, ...account }),
    now: () => new Date(time),
  });
  const client = new SESv2Client({ endpoint: server.url, maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  return {
    client,
    pass: (ms: number) => {
      time += ms;
    },
    send: (to = "ann@example.com", from = "Desk <desk@example.org>") =>
      client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
        }),
      ),
  };
}

it("reports its settings", async () => {
  const { client } = await open({
    max24HourSend: 200,
    maxSendRate: 1,
    isSandbox: true,
    isSendingEnabled: false,
  });
  expect(await client.send(new GetAccountCommand({}))).toMatchObject({
    ProductionAccessEnabled: false,
    SendingEnabled: false,
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
  });
});

it("takes so many mails a second, and again a second later", async () => {
  const { send, pass } = await open({ maxSendRate: 2 });
  await send();
  await send();
  const tooFast = { name: "ThrottlingException", message: "Maximum sending rate exceeded." };
  await expect(send()).rejects.toMatchObject(tooFast);
  pass(1_000);
  expect(await send()).toMatchObject({ MessageId: expect.any(String) });
});

it("takes so many mails a day, and again a day later", async () => {
  const { send, pass } = await open({ max24HourSend: 1 });
  await send();
  pass(1_000);
  await expect(send()).rejects.toMatchObject({ message: "Daily message quota exceeded." });
  pass(86_400_000);
  expect(await send()).toMatchObject({ MessageId: expect.any(String) });
});

it("takes any number a day without a limit", async () => {
  const { send } = await open({ max24HourSend: -1 });
  expect(await send()).toMatchObject({ MessageId: expect.any(String) });
});

it("sends nothing while it is paused", async () => {
  const { send } = await open({ isSendingEnabled: false });
  await expect(send()).rejects.toMatchObject({ name: "SendingPausedException" });
});

const verified = ["example.org", "ann@example.com"];

it.each<[string, string, string]>([
  ["a verified address", "ANN@example.com", "desk@example.org"],
  ["an address of a verified domain", "bob@example.org", "Desk <desk@example.org>"],
  ["the mailbox simulator", "bounce+first@simulator.amazonses.com", "desk@example.org"],
])("mails %s from the sandbox", async (_, to, from) => {
  const { send } = await open({ isSandbox: true, verified });
  expect(await send(to, from)).toMatchObject({ MessageId: expect.any(String) });
});

it.each<[string, string, string, boolean]>([
  ["to another address from the sandbox", "bob@example.com", "desk@example.org", true],
  ["from another address", "ann@example.com", "desk@example.net", false],
])("refuses a mail %s by the address", async (_, to, from, isSandbox) => {
  const { send } = await open({ isSandbox, verified });
  await expect(send(to, from)).rejects.toMatchObject({
    name: "MessageRejected",
    message: expect.stringContaining(isSandbox ? to : from),
  });
});

it("knows the identities that are verified", async () => {
  const { client } = await open({ verified });
  const known = await client.send(new GetEmailIdentityCommand({ EmailIdentity: "example.org" }));
  expect(known).toMatchObject({ IdentityType: "DOMAIN", VerifiedForSendingStatus: true });
  const unknown = client.send(new GetEmailIdentityCommand({ EmailIdentity: "bob@example.com" }));
  await expect(unknown).rejects.toMatchObject({ name: "NotFoundException" });
});
