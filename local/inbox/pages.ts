import type { Envelope } from "../ses/mailbox.ts";

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; }
a { color: inherit; }
ol { list-style: none; padding: 0; }
li { border-top: 1px solid #8888; padding: 0.6rem 0; }
li a { font-weight: 600; }
small { display: block; opacity: 0.75; }
iframe { width: 100%; height: 75vh; border: 1px solid #8888; background: #fff; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: 0.4rem 0; }
`;

/** Escapes text for HTML, including attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A page of the local tools; `style` replaces that of the inbox. */
export function page(title: string, body: string, style = STYLE): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<body>
${body}
</body>
</html>
`;
}

/** The received emails, in this order; `run` is the command that makes one, `archive` the address of all editions, or empty. */
export function listPage(
  envelopes: readonly Envelope[],
  { run, archive }: { readonly run: string; readonly archive: string },
): string {
  const rows = envelopes.map(
    (envelope) => `<li><a href="/mail/${envelope.messageId}">${escapeHtml(envelope.subject)}</a>
<small>${escapeHtml(`${envelope.receivedAt} to ${envelope.to.join(", ")}`)}</small></li>`,
  );
  const none = `<p>No emails yet. Run <code>${escapeHtml(run)}</code>, then reload this page.</p>`;
  const list = rows.length === 0 ? none : `<ol>\n${rows.join("\n")}\n</ol>`;
  const editions =
    archive === "" ? "" : `<p><a href="${archive}">All editions and the histories of stories</a></p>\n`;
  return page(
    "Inbox",
    `<h1>Inbox: ${envelopes.length} ${envelopes.length === 1 ? "email" : "emails"}</h1>\n${editions}${list}`,
  );
}

/** One email: its HTML part in a frame, its text part and its headers. */
export function mailPage(envelope: Envelope, text: string, headers: string): string {
  const address = `/mail/${envelope.messageId}`;
  return page(
    envelope.subject,
    `<p><a href="/">All emails</a></p>
<h1>${escapeHtml(envelope.subject)}</h1>
<p>${escapeHtml(`From ${envelope.from} to ${envelope.to.join(", ")}, ${envelope.receivedAt}`)}</p>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${address}/html" title="The HTML part of the email"></iframe>
<details open><summary>Text part</summary><pre>${escapeHtml(text)}</pre></details>
<details><summary>Headers</summary><pre>${escapeHtml(headers)}</pre></details>
<p><a href="${address}/eml" download="${envelope.messageId}.eml">Download the message</a></p>`,
  );
}

/** The page for an unknown email. */
export function missingPage(): string {
  return page("Not found", '<h1>Email not found</h1>\n<p><a href="/">All emails</a></p>');
}
