import { expect, test } from "vitest";
import type { Edition } from "../../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../../../../functions/digest/publish/mail/types.ts";
import { visibleText } from "../../../../../functions/digest/publish/wording/safe-text.ts";
import { makeChange, makeEdition, makeRevised } from "../../../../../local/preview/sample-editions.ts";
import { anyCharacter } from "../../../../support/any-character.ts";
import { fc } from "../../../../support/laws.ts";

const OPTIONS = { timeZone: "Europe/Berlin", storyUrl: "https://example.org/{key}" };

const CORPUS = [
  '<script>alert(1)</script><img src=x onerror="alert(1)">',
  '"><a href="https://evil.example/">click</a>',
  "</td></tr></table><!-- <style>*{display:none}</style>",
  "&lt;b&gt; &amp; &#60;script&#62; &zwnj;",
  "' onmouseover='alert(1)' style='position:fixed",
  "one\r\nBcc: victim@example.org\r\n\r\nbody",
  "\u202egnp.exe\u202c \u2066isolate\u2069 \u200f\u200e\u061c",
  "C1 \u0085\u0091\u0092\u0097 and \u009b31m",
  "nul \u0000 bell \u0007 escape \u001b[31m delete \u007f",
  "{{amazonSESUnsubscribeUrl}} {{{amazonSESUnsubscribeUrl}}} {{#each x}}",
  "zero\u200bwidth\u2060word\ufeffjoiner\u00ad",
  "half \ud83d and \udc00",
  "win at evil.example.com or www.evil.com, https://evil.com/?a=b, javascript:alert(1)",
  "word ".repeat(10_000),
  "x".repeat(50_000),
  "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308".repeat(50),
  "\u2028separator\u2029",
  "../../etc/passwd",
  "__proto__",
];

/** An edition that holds a text wherever a story's text can stand. */
function editionWith(text: string): Edition {
  const change = { key: text, headline: text, summary: [text, text] };
  return makeEdition({
    threads: [{ id: "t", headline: text, stories: [text] }],
    changes: [
      makeRevised(change, {
        headlineChange: { before: text, after: `${text}!` },
        facts: [
          { kind: "quotation", before: text, after: `${text}?`, context: text },
          { kind: "name", before: null, after: text },
        ],
        edits: [
          { edit: "edited", before: text, after: `${text}.` },
          {
            edit: "edited",
            before: `a ${text}`,
            after: `a ${text}?`,
            words: [
              { type: "kept", text: `{${text}` },
              { type: "kept", text: "{" },
              { type: "removed", text: `{${text}` },
              { type: "added", text: `${text}?` },
            ],
          },
          { edit: "added", after: text },
          { edit: "removed", before: text },
          { edit: "moved", before: text, after: text, from: 0, to: 1 },
        ],
      }),
      makeChange({ ...change, thread: "t" }),
      makeChange({ ...change, thread: "t", key: `${text}2` }),
      makeChange({ ...change, change: "renamed", renamedFrom: text }),
      makeChange({
        ...change,
        change: "removed",
        firstSeen: text,
        lastChanged: text,
        lastSeen: text,
        formerThread: { headline: `${text}.`, stories: 2, with: text },
      }),
      makeRevised({ ...change, change: "reverted", revertedTo: text }),
    ],
    cosmetic: [{ key: text, reason: text }],
    heldBack: [{ key: text, reason: text, since: text }],
  });
}

/** The tags of the HTML without the values that may differ: what our templates wrote. */
function tagsOf(html: string): ReadonlySet<string> {
  return new Set(
    [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/(href|id|name)="[^"]*"/g, '$1=""')),
  );
}

const OURS = tagsOf(`${renderEdition(editionWith("harmless"), OPTIONS).html}<wbr>`);

function expectHarmless(text: string): void {
  const { subject, preheader, html, text: plain } = renderEdition(editionWith(text), OPTIONS);
  expect([...tagsOf(html)].filter((tag) => !OURS.has(tag))).toEqual([]);
  for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
    expect(href).toMatch(/^(?:#[a-z]+-\d+|https:\/\/example\.org\/[^\s"<>]*)$/);
  }
  expect(html + plain).not.toContain("{{");
  expect(html + plain).not.toContain("}}");
  for (const part of [subject, preheader, html, plain]) {
    expect(part.replaceAll("\n", "")).not.toMatch(
      /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u061c\ufeff]/u,
    );
    expect(part.isWellFormed()).toBe(true);
  }
  expect(subject).not.toContain("\n");
}

test.each(CORPUS.map((text) => [text.slice(0, 40), text]))(
  "%j leaves no tag, link or header of its own",
  (_, text) => {
    expectHarmless(text);
  },
);

test("nothing that any text says leaves a tag, link or header of its own", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "{",
      "}",
      "{{",
      "\r\n",
      "\u202e",
      "\u0085",
      "://",
      ".com",
      "=",
      "`",
    ),
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.constantFrom(...CORPUS.map((text) => text.slice(0, 80))),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => expectHarmless(pieces.join(""))),
    { seed: 1, numRuns: 150 },
  );
});

/** What a reader, or a program, takes for removed and added words: our marks, from left to right. */
function marked(text: string): readonly string[] {
  return [...text.replaceAll(/\s+/g, " ").matchAll(/\[-(.*?)-\]|\{\+(.*?)\+\}/g)].map(([mark]) => mark);
}

/** Safe text as it stands in the text part, where blanks are one blank or the end of a line. */
function oneLine(text: string): string {
  return visibleText(text).replaceAll(/\s+/g, " ");
}

test("no story can forge the marks of a redline", () => {
  const piece = fc.constantFrom("[", "]", "{", "}", "-", "+", "[-", "-]", "{+", "+}", "12", " ", "\u200b");
  const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `a${pieces.join("")}b`);
  fc.assert(
    fc.property(words, words, words, (kept, removed, added) => {
      const edit = {
        edit: "edited" as const,
        before: kept + removed,
        after: kept + added,
        words: [
          { type: "kept" as const, text: kept },
          { type: "removed" as const, text: removed },
          { type: "added" as const, text: added },
          { type: "kept" as const, text: kept },
        ],
      };
      const change = { headline: kept, summary: [removed, added], key: kept };
      const { text } = renderEdition(
        makeEdition({ changes: [makeRevised(change, { edits: [edit], facts: [] })] }),
        OPTIONS,
      );
      expect(marked(text)).toEqual([`[-${oneLine(removed)}-]`, `{+${oneLine(added)}+}`]);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("only our own footer holds the place of the unsubscribe page, whatever a story says", () => {
  for (const text of CORPUS.slice(0, 14)) {
    const { html, text: plain } = renderEdition(editionWith(text), { ...OPTIONS, unsubscribe: "ses" });
    expect(html.split(UNSUBSCRIBE_PLACEHOLDER)).toHaveLength(2);
    expect(plain.split(UNSUBSCRIBE_PLACEHOLDER)).toHaveLength(2);
    expect(html.replace(UNSUBSCRIBE_PLACEHOLDER, "")).not.toContain("{{");
  }
});

test("a bare domain in a story is not linked in the HTML part, and is copied from both as it was", () => {
  const { html, text } = renderEdition(
    makeEdition({
      changes: [makeChange({ headline: "Visit evil.example.com", summary: ["Or www.evil.com."] })],
    }),
    OPTIONS,
  );
  expect(html).not.toContain("evil.example.com");
  expect(html).not.toContain("www.evil.com");
  expect(html).toContain("evil.<wbr>example.<wbr>com");
  expect(text).toContain("Visit evil.example.com");
});

test("keys and addresses have nothing invisible in them, in either part", () => {
  const key = "wire/evil.com/新闻 要闻/渡轮.md";
  const changes = [
    makeChange({ key, headline: "Write to a@example.org, or see https://example.org/x/1" }),
    makeChange({ key: `${key}2`, headline: "", change: "renamed", renamedFrom: key }),
    makeChange({ key: "old.md", change: "removed", formerThread: { stories: 2, with: key } }),
  ];
  const { html, text } = renderEdition(
    makeEdition({ changes, cosmetic: [{ key, reason: "case" }] }),
    OPTIONS,
  );
  const shown = html.slice(html.indexOf("</h1>")).replaceAll(/<wbr>/g, "");
  for (const part of [shown, text]) {
    expect(part).not.toMatch(/[\p{Cf}\p{Noncharacter_Code_Point}]|&zwnj;|&shy;/u);
    expect(part.split(key).length).toBeGreaterThan(4);
    expect(part.replaceAll(/\s+/g, " ")).toContain("Write to a@example.org, or see https://example.org/x/1");
  }
});
