/**
 * `node bench/readers/ses-stand-in.ts CONTACTS CHOICES`: an SES that takes every email and forgets it, with the contact list of the bench and the rules of
 * the local SES for listing it. Prints its address and serves until stopped. `GET /tally` says how many emails came, and to how many addresses.
 */
import { readBody, serve } from "../../local/http-server.ts";
import { ACCOUNT, describeAccount } from "../../local/ses/account.ts";
import type { ContactBook } from "../../local/ses/contact-book.ts";
import { listContacts } from "../../local/ses/contact-requests.ts";
import { contactList, LIST } from "./newsroom.ts";

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const [contacts, choices] = process.argv.slice(2).map(Number);
const list = contactList({ contacts: contacts ?? 0, choices: choices ?? 0 });
const book: Pick<ContactBook, "list"> = { list: (name) => (name === LIST ? list : undefined) };
const addresses = new Set<string>();
let [emails, bytes] = [0, 0];

const { url } = await serve(async (request) => {
  const body = await readBody(request, MAX_BODY_BYTES);
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(answer(request.url ?? "", body)),
  };
});
console.log(url);

function answer(path: string, body: Buffer): unknown {
  switch (path) {
    case "/v2/email/outbound-emails":
      return receive(body);
    case "/v2/email/account":
      return describeAccount(ACCOUNT, 0);
    case `/v2/email/contact-lists/${LIST}/contacts/list`:
      return listContacts(book as ContactBook, LIST, JSON.parse(body.toString("utf8")));
    case "/tally":
      return { emails, addresses: addresses.size, bytes };
    default:
      throw new Error(`${path}: the stand-in does not know this request`);
  }
}

function receive(body: Buffer): unknown {
  const [, to = ""] = /"ToAddresses":\["([^"]+)"/.exec(body.toString("latin1")) ?? [];
  addresses.add(to);
  emails += 1;
  bytes += body.length;
  return { MessageId: `message-${emails}` };
}
