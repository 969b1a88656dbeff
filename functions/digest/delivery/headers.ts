import type { DigestConfig } from "../config.ts";
import type { MailHeader } from "../ports.ts";

/**
 * Headers by which filters and out-of-office programs know the mail: List-Id (RFC 2919), List-Unsubscribe
 * (RFC 2369, by mail to the sender), Auto-Submitted (RFC 3834). Made of the sender's address alone.
 *
 * With a contact list SES writes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058) itself. Of our own there is
 * no List-Unsubscribe-Post: it promises an HTTPS address. Nor an Archived-At (RFC 5064): the editions lie in a
 * private bucket, at no address that a reader could open.
 */
export function listHeaders({ sender, contactList }: ListSettings): readonly MailHeader[] {
  const address = bareAddress(sender);
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const byMail = { name: "List-Unsubscribe", value: `<mailto:${address}?subject=unsubscribe>` };
  return [
    { name: "List-Id", value: `Late Edition <late-edition.${domain}>` },
    ...(contactList === "" ? [byMail] : []),
    { name: "Auto-Submitted", value: "auto-generated" },
    { name: "X-Auto-Response-Suppress", value: "All" },
  ];
}

type ListSettings = Pick<DigestConfig, "sender" | "contactList">;

/** `desk@example.org` out of `Desk <desk@example.org>`. */
export function bareAddress(sender: string): string {
  const open = sender.lastIndexOf("<");
  const close = sender.lastIndexOf(">");
  return (open >= 0 && close > open ? sender.slice(open + 1, close) : sender).trim();
}

/** Bytes of text in one encoded word: 60 characters of base64 and the frame stay under RFC 2047's 75. */
const ENCODED_WORD_BYTES = 45;

/** The sender as SES takes it: in ASCII, a name with other characters as encoded words (RFC 2047). */
export function asciiSender(sender: string): string {
  if (/^[\x20-\x7e]*$/.test(sender)) {
    return sender;
  }
  const name = sender.slice(0, sender.lastIndexOf("<")).trim().replaceAll(/^"|"$/g, "");
  return `${encodedWords(name).join(" ")} <${bareAddress(sender)}>`;
}

function encodedWords(text: string): readonly string[] {
  const chunks = [""];
  for (const character of text) {
    const grown = `${chunks.at(-1) ?? ""}${character}`;
    if (Buffer.byteLength(grown) > ENCODED_WORD_BYTES) {
      chunks.push(character);
    } else {
      chunks[chunks.length - 1] = grown;
    }
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString("base64")}?=`);
}
