import { request } from "node:http";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startInboxServer } from "../../../local/inbox/inbox-server.ts";
import { putMail } from "../../../local/ses/mailbox.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function put(inbox: string, id: string, subject: string, html = "<p>News</p>"): void {
  const envelope = {
    messageId: id,
    receivedAt: "2026-11-20T07:00:00.000Z",
    from: "Desk <desk@example.com>",
    to: ["reader@example.com"],
    cc: [],
    bcc: [],
    subject,
    headers: [],
    configurationSet: "",
  };
  putMail(inbox, id, {
    "message.eml": "Subject: <b>\r\nX-Test: yes\r\n\r\nbody of the message",
    "digest.html": html,
    "digest.txt": "Text <part>",
    "envelope.json": JSON.stringify(envelope),
  });
}

async function open(inbox: string): Promise<string> {
  const server = await startInboxServer({ inbox, port: 0 });
  onTestFinished(server.close);
  return server.url;
}

it("lists the mails, the newest first, with their subjects escaped", async () => {
  const inbox = temporaryFolder();
  put(inbox, "001", "First");
  put(inbox, "002", `Second <script>alert("1")</script>`);
  const page = await (await fetch(await open(inbox))).text();
  expect(page.indexOf("Second")).toBeLessThan(page.indexOf("First"));
  expect(page).not.toContain("<script>");
  expect(page).toContain("&#60;script&#62;");
});

it("says what to do while there is no mail, and no inbox yet", async () => {
  const page = await (await fetch(await open(join(temporaryFolder(), "inbox")))).text();
  expect(page).toContain("No emails yet");
});

it("shows a mail's HTML in a sandboxed frame, its text and its headers escaped", async () => {
  const inbox = temporaryFolder();
  put(inbox, "001", "First");
  const page = await (await fetch(`${await open(inbox)}/mail/001`)).text();
  expect(page).toContain(
    '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/001/html"',
  );
  expect(page).toContain("<pre>Text &#60;part&#62;</pre>");
  expect(page).toContain("<pre>Subject: &#60;b&#62;\r\nX-Test: yes</pre>");
  expect(page).not.toContain("body of the message");
});

it("lets the HTML of a mail run nothing and fetch nothing", async () => {
  const inbox = temporaryFolder();
  put(inbox, "001", "First", "<p>News</p><script>alert(1)</script>");
  const answer = await fetch(`${await open(inbox)}/mail/001/html`);
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("sandbox");
  expect(policy).not.toMatch(/script-src|https?:/);
  expect(await answer.text()).toBe("<p>News</p><script>alert(1)</script>");
});

it("hands out the message as it was received", async () => {
  const inbox = temporaryFolder();
  put(inbox, "001", "First");
  const answer = await fetch(`${await open(inbox)}/mail/001/eml`);
  expect(answer.headers.get("content-type")).toBe("message/rfc822");
  expect(await answer.text()).toContain("body of the message");
});

it("opens the links of a mail in new tabs, and its unsubscribe link here, whatever the port", async () => {
  const inbox = temporaryFolder();
  const links = [
    "http://127.0.0.1:8025/unsubscribe/1f",
    "https://example.org/a.html",
    "mailto:x@example.org",
    "#s1",
  ];
  put(inbox, "001", "First", links.map((href) => `<a href="${href}">x</a>`).join("\n"));
  const page = await (await fetch(`${await open(inbox)}/mail/001/html`)).text();
  expect(page.split("\n")).toEqual([
    '<a target="_blank" href="/unsubscribe/1f">x</a>',
    '<a target="_blank" href="https://example.org/a.html">x</a>',
    '<a target="_blank" href="mailto:x@example.org">x</a>',
    '<a href="#s1">x</a>',
  ]);
});

it.each<[method: string, path: string, host: string, refusal?: number]>([
  ["GET", "/mail/002", "127.0.0.1"],
  ["GET", "/mail/../../etc/passwd", "127.0.0.1"],
  ["GET", "/mail/..%2f..%2fetc/html", "127.0.0.1"],
  ["GET", "/mail/001/envelope.json", "127.0.0.1"],
  ["GET", "/", "rebound.example.com", 421],
  ["POST", "/", "127.0.0.1"],
])("answers %s %s for %s with nothing", async (method, path, host, refusal = 404) => {
  const inbox = temporaryFolder();
  put(inbox, "001", "First");
  const url = await open(inbox);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(refusal);
});
