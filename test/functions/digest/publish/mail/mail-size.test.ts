import { expect, test } from "vitest";
import { fitsMail, mailSize } from "../../../../../functions/digest/publish/mail/mail-size.ts";
import { fc } from "../../../../support/laws.ts";

/** Quoted-printable after RFC 2045, section 6.7, the plain way: the judge of the bound. */
function quotedPrintable(text: string): string {
  const lines = text.split("\n").map((line) => {
    let encoded = "";
    let column = 0;
    for (const byte of Buffer.from(line)) {
      const isLiteral = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
      const token = isLiteral
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
      if (column + token.length > 75) {
        encoded += "=\r\n";
        column = 0;
      }
      encoded += token;
      column += token.length;
    }
    return encoded;
  });
  return lines.join("\r\n");
}

test("is never below the real size, and at most a twentieth above it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 400 }), { maxLength: 8 }), (lines) => {
      const text = lines.map((line) => line.replaceAll("\n", " ")).join("\n");
      const real = quotedPrintable(text).length;
      const { utf8, quotedPrintable: bound } = mailSize(text);
      expect(utf8).toBe(Buffer.byteLength(text));
      expect(bound).toBeGreaterThanOrEqual(real);
      expect(bound).toBeLessThanOrEqual(real * 1.05 + 3);
    }),
    { seed: 1 },
  );
});

test.each([
  ["plain text up to 90 kB", "a".repeat(90_000), true],
  ["a byte more", "a".repeat(90_001), false],
  ["Cyrillic that triples in the mail", "д".repeat(20_000), false],
  ["half as much of it", "д".repeat(15_000), true],
])("%s: %#", (_, html, fits) => {
  expect(fitsMail(html)).toBe(fits);
});
