import type { Mail, MailHeader } from "../ports.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "../publish/mail/types.ts";

/**
 * SES's limits: SES v2 API reference (SendEmail, MessageHeader, Destination), "Service quotas in Amazon SES"
 * and "Using subscription management" (2026). Checked before each send, so that an email which can never be
 * sent is reported at once, by limit.
 */
const MAX_HEADERS = 15;
const MAX_HEADER_NAME = 126;
const MAX_HEADER_VALUE = 995;
const MAX_HEADER = 996;
const MAX_MESSAGE_BYTES = 40 * 1024 * 1024;
const MAX_ADDRESS = 320;
/** RFC 5322's line limit, more than any subject of ours needs. */
const MAX_SUBJECT_BYTES = 998;

/** Base64 in lines of 76 characters: 57 bytes become 78. */
const ENCODED = 78 / 57;
/** More than all added header lines and MIME boundaries. */
const FRAME_BYTES = 32 * 1024;

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i;

/**
 * The mail service limit that an email breaks, or `undefined`. With a contact list (`isListed`) each part must
 * contain the unsubscribe placeholder exactly once, otherwise not at all.
 */
export function brokenLimit(mail: Mail, isListed: boolean): string | undefined {
  return (
    brokenAddress(mail.to) ??
    brokenSubject(mail.subject) ??
    brokenHeaders(mail.headers) ??
    brokenPlaceholders(mail, isListed ? 1 : 0) ??
    brokenSize(mail)
  );
}

function brokenAddress(to: string): string | undefined {
  const isAddress = to.length <= MAX_ADDRESS && ADDRESS.test(to);
  return isAddress
    ? undefined
    : "the recipient is not one plain address in ASCII, such as reader@example.org";
}

function brokenSubject(subject: string): string | undefined {
  if (subject.trim() === "" || /\p{Cc}/u.test(subject)) {
    return "the subject is empty or contains a line break or control character";
  }
  const bytes = Buffer.byteLength(subject);
  return bytes <= MAX_SUBJECT_BYTES
    ? undefined
    : `the subject has ${bytes} bytes, the limit is ${MAX_SUBJECT_BYTES}`;
}

function brokenHeaders(headers: readonly MailHeader[]): string | undefined {
  if (headers.length > MAX_HEADERS) {
    return `the email has ${headers.length} extra headers, SES allows ${MAX_HEADERS}`;
  }
  const broken = headers.find((header) => !isHeader(header));
  return (
    broken &&
    `header ${JSON.stringify(broken.name.slice(0, MAX_HEADER_NAME))} is not printable ASCII within SES's length limits`
  );
}

function isHeader({ name, value }: MailHeader): boolean {
  return (
    /^[!-9;-~]+$/.test(name) &&
    /^[ -~]+$/.test(value) &&
    name.length <= MAX_HEADER_NAME &&
    value.length <= MAX_HEADER_VALUE &&
    name.length + value.length <= MAX_HEADER
  );
}

function brokenPlaceholders({ html, text }: Mail, expected: 0 | 1): string | undefined {
  const found = [html, text].map((part) => part.split(UNSUBSCRIBE_PLACEHOLDER).length - 1);
  return found.every((count) => count === expected)
    ? undefined
    : `the email has ${found.join(" and ")} unsubscribe placeholders in HTML and text, expected ${expected} in each`;
}

function brokenSize({ html, text, subject }: Mail): string | undefined {
  const plain = Buffer.byteLength(html) + Buffer.byteLength(text) + Buffer.byteLength(subject);
  const bytes = Math.ceil(plain * ENCODED) + FRAME_BYTES;
  return bytes <= MAX_MESSAGE_BYTES
    ? undefined
    : `the email has about ${bytes} bytes encoded, SES allows ${MAX_MESSAGE_BYTES}`;
}
