import type { DigestConfig } from "../config.ts";
import type { MailHeader } from "../ports.ts";

/**
 * Headers that identify the email to filters and out-of-office programs: List-Id (RFC 2919), List-Unsubscribe
 * (RFC 2369, by email to the sender), Auto-Submitted (RFC 3834). Derived from the sender's address alone.
 *
 * With a contact list SES writes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058) itself. We write no
 * List-Unsubscribe-Post of our own: it requires an HTTPS address. Nor Archived-At (RFC 5064): the editions are
 * in a private bucket, at no address that readers could open.
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

/** `desk@example.org` from `Desk <desk@example.org>`. */
export function bareAddress(sender: string): string {
  const open = sender.lastIndexOf("<");
  const close = sender.lastIndexOf(">");
  return (open >= 0 && close > open ? sender.slice(open + 1, close) : sender).trim();
}

/** Bytes of text in one encoded word: 60 characters of base64 plus the delimiters stay under RFC 2047's 75. */
const ENCODED_WORD_BYTES = 45;

/** The sender as SES accepts it: ASCII, with other characters in the name as encoded words (RFC 2047). */
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
