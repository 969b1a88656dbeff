import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import type { EditionChange } from "../../functions/digest/edition/schema.ts";
import { mailSize } from "../../functions/digest/publish/mail/mail-size.ts";
import { readerText } from "../support/reader-text.ts";
import { MAIL_NAMES, readCheckedMail } from "./mails.ts";

const MAX_HTML_BYTES = 90_000;
const MAX_QUOTED_PRINTABLE_BYTES = 100_000;

/** A transport may add a line break at the end of a part, and uses CR LF. */
function sameLines(part: string | undefined): string | undefined {
  return part?.replaceAll("\r\n", "\n").trimEnd();
}

describe.each(MAIL_NAMES)("the message of %s", (name) => {
  const { edition, subject, html, text, message } = readCheckedMail(name);

  it(`${name} survives its message unchanged`, async () => {
    const parsed = await PostalMime.parse(message);
    expect(parsed.subject).toBe(subject);
    expect(sameLines(parsed.html)).toBe(html.trimEnd());
    expect(sameLines(parsed.text)).toBe(text.trimEnd());
    expect(parsed.from).toEqual({ name: "Late Edition", address: "desk@example.org" });
    expect(parsed.to).toEqual([{ name: "", address: "reader@example.com" }]);
    expect(parsed.attachments).toEqual([]);
  });

  it(`${name} has the headers of a list, and no unexpected ones`, async () => {
    const { headers } = await PostalMime.parse(message);
    const byKey = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
    expect(byKey).toMatchObject({
      "list-id": "Late Edition <late-edition.example.org>",
      "list-unsubscribe": "<mailto:desk@example.org?subject=unsubscribe>",
      "auto-submitted": "auto-generated",
      "x-auto-response-suppress": "All",
    });
    expect(Object.keys(byKey).toSorted()).toEqual([
      "auto-submitted",
      "content-type",
      "date",
      "from",
      "list-id",
      "list-unsubscribe",
      "message-id",
      "mime-version",
      "subject",
      "to",
      "x-auto-response-suppress",
    ]);
    expect(headers).toHaveLength(Object.keys(byKey).length);
  });

  it(`${name} is not clipped`, ({ task }) => {
    const { utf8, quotedPrintable } = mailSize(html);
    task.meta.figures = {
      "HTML, bytes": utf8,
      "HTML as quoted-printable, bytes": quotedPrintable,
      "text, bytes": Buffer.byteLength(text),
      "message, bytes": message.length,
    };
    expect(utf8).toBeLessThanOrEqual(MAX_HTML_BYTES);
    expect(quotedPrintable).toBeLessThanOrEqual(MAX_QUOTED_PRINTABLE_BYTES);
    expect(html).not.toMatch(/[\u0080-\u009f]/);
  });

  it(`${name} names the same changes in both parts`, () => {
    const shown = readerText(html);
    const plain = text.replaceAll(/<https:[^>]*>/g, "").replaceAll(/\s+/g, " ");
    const named = (part: string) =>
      edition.changes.filter((change) => namesChange(part, change)).map(({ key }) => key);
    expect(named(shown)).toEqual(named(plain));
    if (edition.kind === "regular" && name !== "hostile") {
      expect(named(plain).length).toBeGreaterThanOrEqual(Math.min(edition.changes.length, 100));
    }
  });
});

/** Minor edits are named by their headline. */
function namesChange(part: string, { key, headline, told }: EditionChange): boolean {
  return told === "line" ? part.includes(headline) : namesKey(part, key);
}

function namesKey(part: string, key: string): boolean {
  const at = part.indexOf(key);
  return at >= 0 && !/[\w-]/.test(part[at - 1] ?? " ") && !/[\w-]/.test(part[at + key.length] ?? " ");
}
