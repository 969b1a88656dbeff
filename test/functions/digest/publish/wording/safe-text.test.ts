import { expect, test } from "vitest";
import {
  keyText,
  plainText,
  proseText,
  shorten,
  visibleText,
} from "../../../../../functions/digest/publish/wording/safe-text.ts";
import { anyCharacter } from "../../../../support/any-character.ts";
import { fc } from "../../../../support/laws.ts";

test.each([
  [
    "folds line breaks and white space",
    "one\r\n\ttwo\u2028three\u00a0four\u3000five",
    "one two three four five",
  ],
  ["drops control and C1 characters", "a\u0000b\u0007c\u007fd\u009be", "abcde"],
  ["takes NEL for white space", "a\u0085b", "a b"],
  ["drops bidirectional marks", "\u202eevil\u202c \u2066x\u2069\u200f", "evil x"],
  [
    "drops zero-width and other unseen characters",
    "a\u200bb\u2060c\ufeffd\u00ade\u034ff\u{e0041}g",
    "abcdefg",
  ],
  ["drops joiners between Latin letters", "vi\u200dru\u200cs é\u200dx", "virus éx"],
  ["keeps the joiners that Persian and emoji need", "می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"],
  ["replaces half characters", "a\ud83db", "a\ufffdb"],
  ["thins stacked marks", `Z${"\u0301".repeat(40)}algo`, `Z${"\u0301".repeat(3)}algo`],
  ["parts double braces", "{{amazonSESUnsubscribeUrl}} {{{x}}}", "{ {amazonSESUnsubscribeUrl} } { { {x} } }"],
  ["parts the marks of a redline", "[-12-]{+19+} [--] {++}", "[ -12- ]{ +19+ } [ -- ] { ++ }"],
  ["leaves ordinary text alone", "“Café” – 5 < 6 & 7 € [a-b] {x}", "“Café” – 5 < 6 & 7 € [a-b] {x}"],
])("%s", (_, text, safe) => {
  expect(visibleText(text)).toBe(safe);
});

test("text that is shown as it is, at a glance, is what would be left of it", () => {
  const ascii = fc.string({ unit: fc.constantFrom(..."ab {}[]+-\t\n\u007f"), maxLength: 12 });
  fc.assert(fc.property(ascii, (text) => visibleText(`${text}é`) === `${visibleText(text)}é`));
});

test.each([
  ["a bare domain", "Buy at example.com now", "Buy at example.\ufffecom now"],
  ["a subdomain", "www.evil.co.uk", "www.\ufffeevil.\ufffeco.\ufffeuk"],
  ["an address with a scheme", "see https://1.2.3.4/x", "see https:\ufffe//1.2.3.4/x"],
  ["a mail address", "a@example.org", "a@example.\ufffeorg"],
  ["abbreviations stay whole", "the U.S. and $3.5 at 7.30 p.m.", "the U.S. and $3.5 at 7.30 p.m."],
  ["ends of sentences stay whole", "It held. Then it broke.", "It held. Then it broke."],
])("prose holds no link: %s", (_, text, safe) => {
  expect(proseText(text, 100)).toBe(safe);
});

test.each([
  ["orla/flood.txt", "orla/flood.txt"],
  ["notes.md", "notes.\ufffemd"],
  ["evil.com", "evil.\ufffecom"],
  ["evil.com/x.txt", "evil.\ufffecom/x.txt"],
  ["a\nb\u202e.txt", "a b.txt"],
  ["新闻/要闻 一.txt", "\uffff新闻/要闻 \uffff一.txt"],
  ["a/very/long/way/to/the/story.txt", "…/to/the/story.txt"],
])("the key %j is shown as %j", (key, shown) => {
  expect(keyText(key, 18)).toBe(shown);
});

test.each([
  ["short", 10, "short"],
  ["cut between two words here", 20, "cut between two…"],
  ["cut, after punctuation", 6, "cut…"],
  ["aaaaaaaaaaaaaaaaaaaa", 10, "aaaaaaaaa…"],
  ["😀😀😀😀", 4, "😀…"],
])("%j in %i units is %j", (text, max, short) => {
  expect(shorten(text, max)).toBe(short);
});

test("whatever comes in, one visible line within the bound comes out", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.integer({ min: 8, max: 80 }),
      (text, max) => {
        const safe = plainText(text, max);
        expect(safe.length).toBeLessThanOrEqual(max);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe).not.toMatch(
          /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]|\{\{|\}\}/u,
        );
        expect(safe).toBe(safe.trim());
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
