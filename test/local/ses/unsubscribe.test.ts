import { beforeEach, expect, it, onTestFinished } from "vitest";
import { startInboxServer } from "../../../local/inbox/inbox-server.ts";
import { type ContactBook, contactOf, openContactBook, statusOf } from "../../../local/ses/contact-book.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let book: ContactBook;
let page: string;

beforeEach(async () => {
  const folder = temporaryFolder();
  const server = await startSesServer({ inbox: folder });
  onTestFinished(server.close);
  book = server.contacts;
  book.putList({
    name: "newsroom",
    topics: ["digest", "alerts"].map((name) => ({ name, displayName: name, byDefault: "OPT_IN" as const })),
    contacts: [{ address: "ann@example.com", hasLeft: false, preferences: {} }],
  });
  page = addressFor("digest", server.url);
});

function addressFor(topic: string, url: string): string {
  const { token } = book.ticketFor({ list: "newsroom", topic, address: "ann@example.com" });
  return `${url}/unsubscribe/${token}`;
}

function statuses(): readonly string[] {
  const list = book.list("newsroom");
  const ann = list && contactOf(list, "ann@example.com");
  return list && ann ? ["digest", "alerts"].map((topic) => statusOf(list, ann, topic)) : [];
}

const oneClick = new URLSearchParams({ "List-Unsubscribe": "One-Click" });

it.each(["GET", "HEAD"])("a %s shows a page and unsubscribes nobody", async (method) => {
  const answer = await fetch(page, { method });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toContain(method === "GET" ? 'value="One-Click"' : "");
  expect(statuses()).toEqual(["OPT_IN", "OPT_IN"]);
});

it.each([
  ["URL-encoded", () => oneClick],
  [
    "multipart",
    () => {
      const form = new FormData();
      form.set("List-Unsubscribe", "One-Click");
      return form;
    },
  ],
])("a one-click POST, %s, takes the reader off the topic, and may be repeated", async (_, body) => {
  for (let i = 0; i < 2; i += 1) {
    expect((await fetch(page, { method: "POST", body: body() })).status).toBe(200);
    expect(statuses()).toEqual(["OPT_OUT", "OPT_IN"]);
  }
});

it("a one-click POST of a mail without topic takes the reader off the list", async () => {
  const address = addressFor("", new URL(page).origin);
  expect((await fetch(address, { method: "POST", body: oneClick })).status).toBe(200);
  expect(statuses()).toEqual(["OPT_OUT", "OPT_OUT"]);
});

it("the second button of the page takes the reader off the whole list", async () => {
  await fetch(page, { method: "POST", body: new URLSearchParams({ all: "true" }) });
  expect(statuses()).toEqual(["OPT_OUT", "OPT_OUT"]);
});

it.each([
  ["an empty body", {}],
  ["other fields", { body: new URLSearchParams({ "List-Unsubscribe": "Yes" }) }],
  ["plain text", { body: "List-Unsubscribe=One-Click", headers: { "content-type": "text/plain" } }],
])("a POST with %s changes nothing", async (_, request) => {
  expect((await fetch(page, { method: "POST", ...request })).status).toBe(400);
  expect(statuses()).toEqual(["OPT_IN", "OPT_IN"]);
});

it.each(["PUT", "DELETE"])("a %s changes nothing", async (method) => {
  expect((await fetch(page, { method })).status).toBe(405);
  expect(statuses()).toEqual(["OPT_IN", "OPT_IN"]);
});

it("the page lets a browser name its origin, without which the server would take its own form for another site's", async () => {
  expect((await fetch(page)).headers.get("referrer-policy")).toBe("same-origin");
});

it("an address of nobody is not found, and addresses cannot be guessed", async () => {
  expect((await fetch(`${page}0`, { method: "POST", body: oneClick })).status).toBe(404);
  expect(page).toMatch(/\/unsubscribe\/[0-9a-f]{32}$/);
  expect(statuses()).toEqual(["OPT_IN", "OPT_IN"]);
});

it("the inbox page serves the same addresses, out of the same file", async () => {
  const folder = temporaryFolder();
  const contacts = `${folder}/contacts.json`;
  const written = openContactBook(contacts);
  written.putList({
    name: "newsroom",
    topics: [{ name: "digest", displayName: "d", byDefault: "OPT_IN" }],
    contacts: [{ address: "ann@example.com", hasLeft: false, preferences: {} }],
  });
  const { token } = written.ticketFor({ list: "newsroom", topic: "digest", address: "ann@example.com" });
  const inbox = await startInboxServer({ inbox: folder, contacts, port: 0 });
  onTestFinished(inbox.close);
  const address = `${inbox.url}/unsubscribe/${token}`;
  expect(await (await fetch(address)).text()).toContain("Unsubscribe from digest");
  expect((await fetch(address, { method: "POST", body: oneClick })).status).toBe(200);
  expect(openContactBook(contacts).list("newsroom")?.contacts[0]?.preferences).toEqual({ digest: "OPT_OUT" });
});
