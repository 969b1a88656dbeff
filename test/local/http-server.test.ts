import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { LocalServer } from "../../local/http-server.ts";
import { startInboxServer } from "../../local/inbox/inbox-server.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { mailIds } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import type { LocalStore } from "../../local/stores/local-store.ts";
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

async function openS3(): Promise<{ readonly server: LocalServer; readonly store: LocalStore }> {
  const store = createMemoryStore({ bucket: "stories" });
  const server = await startS3Server([store]);
  onTestFinished(server.close);
  return { server, store };
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

describe("a page that is not ours", () => {
  it.each([
    ["text/plain", { "content-type": "text/plain" }, 400],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["a file form", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["a type that begins like JSON", { "content-type": "application/jsonp" }, 400],
    ["no type", {}, 400],
    ["JSON across sites", { ...JSON_TYPE, "sec-fetch-site": "cross-site" }, 421],
    ["JSON across ports", { ...JSON_TYPE, "sec-fetch-site": "same-site" }, 421],
    ["JSON of an old browser", { ...JSON_TYPE, origin: "https://news.example.com" }, 421],
    ["JSON of an old browser's frame", { ...JSON_TYPE, origin: "null" }, 421],
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

  it("is not our own page, which older browsers name by its origin", async () => {
    const { server, mails } = await openSes();
    const headers = { ...JSON_TYPE, origin: server.url };
    expect(await send(server, { ...SEND, headers })).toBe(200);
    expect(mails()).toBe(1);
  });

  const FORM_TYPES = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];

  it.each([
    ["POST", "/stories", {}, 501],
    ["POST", "/stories/a", {}, 501],
    ["POST", "/stories/a?uploads", {}, 501],
    ["POST", "/stories?delete", {}, 501],
    ["POST", "/stories/a", { "sec-fetch-site": "cross-site" }, 421],
    ["POST", "/stories/a", { origin: "https://news.example.com" }, 421],
    ["PUT", "/stories/a", { "sec-fetch-site": "cross-site" }, 421],
    ["PUT", "/stories/a", { "sec-fetch-site": "same-site" }, 421],
    ["PUT", "/stories/a", { origin: "https://news.example.com" }, 421],
    ["PUT", "/stories/a", { origin: "null" }, 421],
    ["DELETE", "/stories/kept", { origin: "https://news.example.com" }, 421],
  ] as const)(
    "changes nothing in the local S3: %s %s with %o, of any type",
    async (method, path, from, status) => {
      const { server, store } = await openS3();
      await send(server, { method: "PUT", path: "/stories/kept", headers: {}, body: "kept" });
      for (const type of FORM_TYPES) {
        const headers = { "content-type": type, ...from };
        expect(await send(server, { method, path, headers })).toBe(status);
      }
      expect(await store.look("a")).toBeUndefined();
      expect(await store.look("kept")).toMatchObject({ size: 4 });
    },
  );

  it("is not allowed to ask the local S3 for more than a form may send", async () => {
    const { server } = await openS3();
    const headers = { origin: "https://news.example.com", "access-control-request-method": "PUT" };
    for (const from of [{}, headers]) {
      const asked = await fetch(`${server.url}/stories/a`, { method: "OPTIONS", headers: from });
      expect(asked.status).toBeGreaterThanOrEqual(400);
      expect(asked.headers.has("access-control-allow-origin")).toBe(false);
    }
  });

  it.each([...FORM_TYPES, "application/octet-stream", undefined])(
    "is not what a program is, which may put an object of any type into the local S3: %s",
    async (type) => {
      const { server, store } = await openS3();
      const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
      expect(await send(server, { method: "PUT", path: "/stories/a", body: "a", headers })).toBe(200);
      expect(await store.look("a")).toMatchObject({ size: 1 });
    },
  );
});
