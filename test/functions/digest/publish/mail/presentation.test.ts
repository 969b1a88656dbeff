import { expect, test } from "vitest";
import { fitsMail } from "../../../../../functions/digest/publish/mail/mail-size.ts";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRichEdition,
} from "../../../../../local/preview/sample-editions.ts";

const EDITION = makeRichEdition();

test("the name stands in the masthead, the title and the footer of both parts, and nowhere in the subject", () => {
  const { html, text, subject } = renderEdition(EDITION, { name: "Orla & Karst" });
  expect(html).toContain("<title>Orla &amp; Karst, Friday 20 November 2026</title>");
  expect(html).toMatch(/<h1 [^>]*>Orla &amp; Karst<\/h1>/);
  expect(text.split("\n")[0]).toBe("ORLA & KARST");
  for (const part of [html.replaceAll("&amp;", "&"), text.replaceAll("\n", " ")]) {
    expect(part).toContain("Orla & Karst");
    expect(part).not.toContain("Late Edition");
  }
  expect(subject).toBe(renderEdition(EDITION).subject);
});

test("a long name is set smaller, and still escaped", () => {
  const { html } = renderEdition(EDITION, { name: "<b>What the wire changed in the Orla valley</b> {{x}}" });
  expect(html).toMatch(/<h1 class="long name" style="[^"]*30px\/36px[^"]*">&lt;b&gt;What the wire/);
  expect(html).not.toContain("{{");
});

test.each([
  ["name", { name: "a\nb" }, 'name is "a\\nb", expected at most 60 characters'],
  ["locale", { locale: "en_US" }, 'locale is "en_US", expected a BCP 47 language tag such as en-US'],
])("a wrong %s is refused with an example", (_, options, message) => {
  expect(() => renderEdition(EDITION, options)).toThrow(message);
});

test("a reader in America has dates and hours as they are written there, in every sentence", () => {
  const { text } = renderEdition(EDITION, { timeZone: "America/New_York" });
  expect(text).toContain("Friday, November 20, 2026, 1:00 AM EST\n");
  expect(text).toContain("1,204 stories checked at 1:00 AM EST.");
  expect(text).toContain("Was gone from November 17 to 20");
  expect(text.replace(/\s+/g, " ")).toContain(
    "First seen on June 22, 2025, last changed on November 18, last seen on November 19",
  );
  expect(text).not.toMatch(/\d (?:November|June)|\b\d\d:\d\d\b/);
});

test("figures and the words of a story stay as they are in every locale", () => {
  const edition = makeEdition({
    changes: [makeRevised({ summary: ["Es waren 1.204,50 € am 3. Mai um 7:00 Uhr."] })],
  });
  for (const locale of ["de-DE", "en-US", "en-IN", "ar-EG"]) {
    expect(renderEdition(edition, { locale }).text).toContain("1.204,50 € am 3. Mai um 7:00 Uhr.");
  }
});

test.each(["mailto", "ses"] as const)(
  "the footer says what, why and how to stop in three short lines: %s",
  (unsubscribe) => {
    const { html, text } = renderEdition(EDITION, { unsubscribe });
    const lines = text.trimEnd().split("\n\n").at(-1)?.split("\n") ?? [];
    expect(lines.slice(0, 2)).toEqual([
      "Late Edition tells you what changed in the stories it follows.",
      "You get it because your address is on its list.",
    ]);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^(?:To unsubscribe, reply and ask to be removed\.|Unsubscribe: \{\{\w+\}\})$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(74);
    expect(html).toContain(`${lines[0]}<br>${lines[1]}<br>`);
  },
);

const LINKS = {
  edition: "https://example.org/e/{slot}?from=mail&x=1",
  history: "https://example.org/s/{id}",
  preferences: "https://example.org/me",
};

test("links that are absent or empty change no byte", () => {
  const plain = renderEdition(EDITION);
  expect(renderEdition(EDITION, { links: {} })).toEqual(plain);
  expect(renderEdition(EDITION, { links: { edition: "", history: "", preferences: "" } })).toEqual(plain);
});

test("the pages of an edition, of its stories and of its reader are linked to where they are", () => {
  const { html, text } = renderEdition(EDITION, { links: LINKS, storyUrl: "https://example.org/{key}" });
  const slot = "20261120T060000.000Z";
  expect(html).toContain(
    `<a href="https://example.org/e/${slot}?from&#x3D;mail&amp;x&#x3D;1" style="color:#0b4a8f">View in browser</a>`,
  );
  expect(html.indexOf("View in browser")).toBeLessThan(html.indexOf("In this edition"));
  expect(text).toContain(`View in browser: https://example.org/e/${slot}?from=mail&x=1\n`);
  expect(text).toMatch(/orla\/flood\.txt <[^>]+> · History:\n {2}<https:\/\/example\.org\/s\/[\w-]{16}>/);
  expect(text).toMatch(/Manage preferences: https:\/\/example\.org\/me\n$/);
  expect(html).toMatch(
    /ask to be removed\. <a href="https:\/\/example\.org\/me"[^>]*>Manage preferences<\/a>/,
  );
  expect(html.match(/>History</g)?.length).toBe(text.match(/History:/g)?.length);
});

test("a removed story has its history, though no page of its own", () => {
  const gone = makeEdition({ changes: [makeChange({ change: "removed", key: "old.txt" })] });
  const { html } = renderEdition(gone, { links: LINKS, storyUrl: "https://example.org/{key}" });
  expect(html).toMatch(/old\.txt · <a href="https:\/\/example\.org\/s\/[\w-]{16}"[^>]*>History<\/a>/);
});

test("an email full of links stays within its size", () => {
  const changes = Array.from({ length: 2_000 }, (_, n) => makeRevised({ key: `wire/${n}.txt` }));
  const long = `https://example.org/${"x".repeat(400)}/{id}`;
  const { html } = renderEdition(makeEdition({ changes }), { links: { ...LINKS, history: long } });
  expect(fitsMail(html)).toBe(true);
  expect(html).toContain("Omitted to keep this email short");
});

test.each([
  ["javascript:alert({id})"],
  ["https://example.org/{{amazonSESUnsubscribeUrl}}"],
  ['https://example.org/"><b>'],
  ["https://example.org/a b"],
  [`https://example.org/${"x".repeat(700)}`],
])("a link to %s is refused with an example", (history) => {
  expect(() => renderEdition(EDITION, { links: { history } })).toThrow(
    "expected an http or https address such as https://example.org/{slot}",
  );
});
