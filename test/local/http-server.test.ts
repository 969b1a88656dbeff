import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { LocalServer } from "../../local/http-server.ts";
import { startInboxServer } from "../../local/inbox/inbox-server.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { mailIds } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send({ url }: LocalServer, { method, path, headers, body = "" }: Sent): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end(body);
  });
}

const MAIL = JSON.stringify({
  FromEmailAddress: "desk@example.org",
  Destination: { ToAddresses: ["ann@example.org"] },
  Content: { Simple: { Subject: { Data: "News" }, Body: { Text: { Data: "News" } } } },
});
const SEND = { method: "POST", path: "/v2/email/outbound-emails", body: MAIL };
const JSON_TYPE = { "content-type": "application/json" };

async function openSes(): Promise<{ readonly server: LocalServer; readonly mails: () => number }> {
  const inbox = join(temporaryFolder(), "inbox");
  const server = await startSesServer({ inbox });
  onTestFinished(server.close);
  return { server, mails: () => mailIds(inbox).length };
}

describe.each([
  ["S3", () => startS3Server([createMemoryStore({ bucket: "stories" })]), "/stories"],
  ["SES", () => startSesServer({ inbox: temporaryFolder() }), "/v2/email/account"],
  ["inbox", () => startInboxServer({ inbox: temporaryFolder(), port: 0 }), "/"],
])("the local %s", (_, start, path) => {
  it.each([
    ["a name that others have pointed at this machine", "rebound.example.com", 421],
    ["such a name with our port", "rebound.example.com:8025", 421],
    ["a name that begins like ours", "127.0.0.1.example.com", 421],
    ["a name that ends like ours", "evil-localhost", 421],
    ["a user before a name", "127.0.0.1@example.com", 421],
    ["this machine", "127.0.0.1", 200],
    ["this machine by name and port", "localhost:8025", 200],
  ])("answers a request for %s: %s with %d", async (_name, host, status) => {
    const server = await start();
    onTestFinished(server.close);
    const method = path === "/stories" ? "HEAD" : "GET";
    expect(await send(server, { method, path, headers: { host } })).toBe(status);
  });
});

describe("a page of another site", () => {
  it.each([
    ["text/plain", { "content-type": "text/plain" }, 400],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["a file form", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["a type that begins like JSON", { "content-type": "application/jsonp" }, 400],
    ["no type", {}, 400],
    ["JSON across sites", { ...JSON_TYPE, "sec-fetch-site": "cross-site" }, 421],
  ])("sends no email through the local SES: %s", async (_name, headers, status) => {
    const { server, mails } = await openSes();
    expect(await send(server, { ...SEND, headers })).toBe(status);
    expect(mails()).toBe(0);
  });

  it.each([
    ["JSON", JSON_TYPE],
    ["JSON with a charset", { "content-type": "application/json; charset=utf-8" }],
    ["JSON of the same site", { ...JSON_TYPE, "sec-fetch-site": "same-origin" }],
  ])("is not what an SDK is: %s", async (_name, headers) => {
    const { server, mails } = await openSes();
    expect(await send(server, { ...SEND, headers })).toBe(200);
    expect(mails()).toBe(1);
  });

  it("writes nothing into the local S3, which takes any type of object from programs", async () => {
    const store = createMemoryStore({ bucket: "stories" });
    const server = await startS3Server([store]);
    onTestFinished(server.close);
    const put = { method: "PUT", path: "/stories/a", body: "a" };
    const headers = { "content-type": "text/plain" };
    expect(await send(server, { ...put, headers: { ...headers, "sec-fetch-site": "cross-site" } })).toBe(421);
    expect(await store.look("a")).toBeUndefined();
    expect(await send(server, { ...put, headers })).toBe(200);
    expect(await store.look("a")).toMatchObject({ size: 1 });
  });
});
