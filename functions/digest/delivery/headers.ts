import type { DigestConfig } from "../config.ts";
import type { MailHeader } from "../ports.ts";
import { sha256 } from "../snapshot/format/frames.ts";
import { normalForm } from "../text/normal-form.ts";

/**
 * Headers that identify the email to filters and out-of-office programs: List-Id (RFC 2919), List-Unsubscribe
 * (RFC 2369, by email to the sender), Auto-Submitted (RFC 3834). Derived from the sender's address and the digest's name: two
 * digests of one sender differ in their List-Id.
 *
 * With a contact list SES writes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058) itself. We write no
 * List-Unsubscribe-Post of our own: it requires an HTTPS address. Nor Archived-At (RFC 5064): the editions are
 * in a private bucket, at no address that readers could open.
 */
export function listHeaders({ sender, contactList, name }: ListSettings): readonly MailHeader[] {
  const address = bareAddress(sender);
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const byMail = { name: "List-Unsubscribe", value: `<mailto:${address}?subject=unsubscribe>` };
  return [
    { name: "List-Id", value: `${phraseOf(name)} <${listLabel(name)}.${domain}>` },
    ...(contactList === "" ? [byMail] : []),
    { name: "Auto-Submitted", value: "auto-generated" },
    { name: "X-Auto-Response-Suppress", value: "All" },
  ];
}

type ListSettings = Pick<DigestConfig, "sender" | "contactList" | "name">;

/** Hexadecimal digits that stand for letters which a List-Id cannot have. */
const LABEL_DIGITS = 8;

/** `wire-watch` for `Wire Watch`; a name with letters beyond ASCII has some digits of its hash as well, as no two names may be one list. */
function listLabel(name: string): string {
  const letters = normalForm(name, "NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const label = letters.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  const isWhole = /^[\x20-\x7e]*$/.test(letters);
  const hash = sha256(Buffer.from(name)).slice(0, LABEL_DIGITS);
  return isWhole ? label : [label, hash].filter((part) => part !== "").join("-");
}

/** `desk@example.org` from `Desk <desk@example.org>`. */
export function bareAddress(sender: string): string {
  const open = sender.lastIndexOf("<");
  const close = sender.lastIndexOf(">");
  return (open >= 0 && close > open ? sender.slice(open + 1, close) : sender).trim();
}

/** Bytes of text in one encoded word: 60 characters of base64 plus the delimiters stay under RFC 2047's 75. */
const ENCODED_WORD_BYTES = 45;

/**
 * The sender as SES accepts it: ASCII, with other characters in the name as encoded words (RFC 2047). A plain address gets the digest's name:
 * it is what an inbox shows before the subject, which has no room for it.
 */
export function asciiSender({ sender, name }: Pick<DigestConfig, "sender" | "name">): string {
  if (bareAddress(sender) === sender.trim()) {
    return `${phraseOf(name)} <${bareAddress(sender)}>`;
  }
  if (/^[\x20-\x7e]*$/.test(sender)) {
    return sender;
  }
  const own = sender.slice(0, sender.lastIndexOf("<")).trim().replaceAll(/^"|"$/g, "");
  return `${encodedWords(own).join(" ")} <${bareAddress(sender)}>`;
}

/** Words as a header has them before an address (RFC 5322, `phrase`): plain, in quotation marks, or encoded. */
function phraseOf(words: string): string {
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(words) && !words.includes("=?")) {
    return words;
  }
  return /^[\x20-\x7e]*$/.test(words) && !words.includes("=?")
    ? `"${words.replaceAll(/["\\]/g, "\\$&")}"`
    : encodedWords(words).join(" ");
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
