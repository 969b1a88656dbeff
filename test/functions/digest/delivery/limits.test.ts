import { describe, expect, it } from "vitest";
import { brokenLimit } from "../../../../functions/digest/delivery/limits.ts";
import type { Mail, MailHeader } from "../../../../functions/digest/ports.ts";

const MAIL: Mail = { to: "ann@example.org", subject: "12 → 19", html: "<p>h</p>", text: "t", headers: [] };
const PLACE = "{{amazonSESUnsubscribeUrl}}";
const headers = (count: number): readonly MailHeader[] =>
  Array.from({ length: count }, (_, i) => ({ name: `X-${i}`, value: "v" }));

describe("a mail that breaks a limit of SES", () => {
  it.each<[string, Partial<Mail>, string]>([
    ["no domain", { to: "ann" }, "recipient"],
    ["two addresses", { to: "ann@example.org,bob@example.org" }, "recipient"],
    ["an address with a line break", { to: "ann@example.org\r\nBcc: bob@example.org" }, "recipient"],
    ["an address beyond ASCII", { to: "änn@example.org" }, "recipient"],
    ["a domain beyond ASCII", { to: "ann@exämple.org" }, "recipient"],
    ["a local part of 65 characters", { to: `${"a".repeat(65)}@example.org` }, "recipient"],
    ["an empty label in the domain", { to: "ann@example..org" }, "recipient"],
    ["an address of 321 characters", { to: `a@${"b.".repeat(159)}c` }, "recipient"],
    ["a subject with a line break", { subject: "a\r\nBcc: bob@example.org" }, "subject"],
    ["a subject with a C1 character", { subject: "a\u0085b" }, "subject"],
    ["an empty subject", { subject: " " }, "subject"],
    ["a subject of 999 bytes", { subject: "x".repeat(999) }, "999 bytes, the limit is 998"],
    ["16 headers", { headers: headers(16) }, "16 extra headers, SES allows 15"],
    ["a header with a line break", { headers: [{ name: "X", value: "a\nBcc: b" }] }, 'header "X"'],
    ["an empty header", { headers: [{ name: "X", value: "" }] }, 'header "X"'],
    ["a header beyond ASCII", { headers: [{ name: "X", value: "Zürich" }] }, 'header "X"'],
    ["a header's name with a colon", { headers: [{ name: "X:", value: "v" }] }, 'header "X:"'],
    [
      "a header's name of 127 characters",
      { headers: [{ name: "X".repeat(127), value: "v" }] },
      "length limits",
    ],
    [
      "a header's value of 996 characters",
      { headers: [{ name: "X", value: "v".repeat(996) }] },
      "length limits",
    ],
    [
      "997 characters of name and value",
      { headers: [{ name: "XX", value: "v".repeat(995) }] },
      "length limits",
    ],
    ["40 MB", { html: "x".repeat(31_000_000) }, "SES allows 41943040"],
    ["a place for an unsubscribe address", { html: PLACE, text: PLACE }, "1 and 1 unsubscribe placeholders"],
  ])("is reported by name: %s", (_, changes, reason) => {
    expect(brokenLimit({ ...MAIL, ...changes }, false)).toContain(reason);
  });

  it.each<[string, string, string, string]>([
    ["none", "h", "t", "0 and 0 unsubscribe placeholders"],
    ["none in the text", PLACE, "t", "1 and 0 unsubscribe placeholders"],
    ["two in the HTML", `${PLACE}${PLACE}`, PLACE, "2 and 1 unsubscribe placeholders"],
  ])("with a contact list also one with a wrong number of placeholders: %s", (_, html, text, reason) => {
    expect(brokenLimit({ ...MAIL, html, text }, true)).toContain(reason);
  });
});

describe("a mail within the limits", () => {
  it.each<[string, Partial<Mail>]>([
    ["an ordinary one", {}],
    ["a label in the address", { to: "bounce+first@simulator.amazonses.com" }],
    ["64 characters before the @", { to: `${"a".repeat(64)}@example.org` }],
    ["a subject in any script", { subject: "夜刊 – Ночной 😀" }],
    ["15 headers", { headers: headers(15) }],
    ["996 characters of name and value", { headers: [{ name: "X", value: "v".repeat(995) }] }],
  ])("passes: %s", (_, changes) => {
    expect(brokenLimit({ ...MAIL, ...changes }, false)).toBeUndefined();
  });

  it("passes with a contact list when each part has its one placeholder", () => {
    expect(brokenLimit({ ...MAIL, html: `<a href="${PLACE}">`, text: PLACE }, true)).toBeUndefined();
  });
});
