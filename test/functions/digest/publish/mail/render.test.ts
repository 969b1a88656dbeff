import { expect, test, vi } from "vitest";
import type { Edition } from "../../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../../functions/digest/publish/mail/render.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
  makeRichEdition,
} from "../../../../../local/preview/sample-editions.ts";
import { readerText } from "../../../../support/reader-text.ts";

const BERLIN = { timeZone: "Europe/Berlin", storyUrl: "https://example.org/{key}" };

/** Both parts as a reader sees them: tags, entities and line breaks gone. */
function bothParts(edition: Edition, options = BERLIN): readonly [html: string, text: string] {
  const { html, text } = renderEdition(edition, options);
  return [readerText(html), text.replaceAll(/\s+/g, " ")];
}

test.each([
  ["the date in the reader's zone", "Friday 20 November 2026, 07:00 CET"],
  ["the counts", "2 revised, 3 new, 1 back, 1 reverted, 1 renamed, 1 removed, 2 held back"],
  ["what changed in formatting only", "3 with formatting changes only"],
  ["a fact, before and after", "People died: 12 → 19"],
  ["a fact without context by its kind", "Name: Abdolahian → Amir-Abdollahian"],
  ["a fact that appeared", "Emergency fund: $1.5 million (new)"],
  ["how much was revised", "Content changed: 6 of 23 sentences edited, 1 added, 1 removed, 1 moved"],
  ["that the comparison is rough", "Compared roughly: the two versions are too long or too different."],
  ["what the redline leaves out", "Not shown: 1 more fact and 3 more edits."],
  ["a repaired text", "Garbled characters fixed in 62 places."],
  ["a repaired place", "Garbled characters fixed in one place."],
  ["an added sentence by a word", "Added: "],
  ["a removed sentence by a word", "Removed: "],
  ["a moved sentence with its places", "Moved from 5th to 2nd position: Schools stay closed."],
  ["the same edit once", "the same edit in 2 stories"],
  ["reports on one event together", "2 reports on one event"],
  [
    "the other report",
    "Who pays for the tunnel The bridge over the harbour closes on Monday. Garbled characters fixed in one place. vote/money.txt Also at vote/cost.txt",
  ],
  ["the copies of a new story by their keys", "harbour.txt Also at orla/harbour.txt, wire/harbour.txt"],
  ["how many they are", "In 3 places"],
  ["the copies of a removed story", "stake.txt Also at orla/stake.txt"],
  ["a story that is back, and when it was gone", "Was gone from 17 to 20 November"],
  ["a reverted story and since when it reads so", "Back to the version of 12 November"],
  ["a renamed story with both keys", "sport/final.txt → sport/final-2026.txt"],
  [
    "a removed story, when it was there, how long its last text was, and its thread",
    "What is at stake in Orla First seen on 22 June 2025, last changed on 18 November, last seen on 19 November; 1,412 words; in 2 places; one of 3 reports on “Council votes for the tunnel”",
  ],
  [
    "the last text of a removed story in short",
    "stake.txt Also at orla/stake.txt The bridge over the harbour closes on Monday.",
  ],
  ["a story held back since yesterday", "grain.txt: empty, since 19 November"],
  ["that its text is kept", "the last good version is kept, and the next run will try again."],
  ["what is not news, by reason", "Typography: border.txt and visas.txt"],
  ["the end", "1,204 stories checked at 07:00 CET. End of the edition."],
  ["why it came", "You get it because your address is on its list."],
])("both parts tell %s", (_, words) => {
  const [html, text] = bothParts(makeRichEdition());
  expect(html).toContain(words);
  expect(text.replaceAll(/ <https:[^>]*>/g, "")).toContain(words);
});

test("a sentence that the redline shows is not told in the summary, too", () => {
  const shown = "At least 19 people died in the valley.";
  const more = "The dam held.";
  const edition = makeEdition({ changes: [makeRevised({ summary: [shown, more] })] });
  for (const part of bothParts(edition)) {
    expect(part.match(/people died in the valley/g)).toHaveLength(1);
    expect(part).toContain(more);
  }
});

test("a summary stays where the redline leaves out the middle of its sentence, or has no room", () => {
  const long = `${"and on it went, ".repeat(30)}said the mayor.`;
  const edit = {
    edit: "edited" as const,
    before: `12 ${long}`,
    after: `19 ${long}`,
    words: [
      { type: "removed" as const, text: "12" },
      { type: "added" as const, text: "19" },
      { type: "kept" as const, text: ` ${long}` },
    ],
  };
  const revised = makeRevised({ summary: [edit.after] }, { edits: [edit], facts: [] });
  const [html] = bothParts(makeEdition({ changes: [revised] }));
  expect(html).toContain("19 and on it went, and on it went");
});

test("a summary has no half sentences, as long as one sentence fits", () => {
  const [short, long] = ["The dam held.", `The mayor spoke ${"and spoke ".repeat(60)}again.`];
  const [html] = bothParts(makeEdition({ changes: [makeChange({ summary: [short, long] })] }));
  expect(html).toContain(short);
  expect(html).not.toContain("The mayor spoke");
  const [only] = bothParts(makeEdition({ changes: [makeChange({ summary: [long] })] }));
  expect(only).toMatch(/The mayor spoke and spoke .* and spoke…/);
});

test("a long fact takes one line of the contents: that it changed", () => {
  const words = "“We saw no warning that night and nobody told us about the dam before.”";
  const facts = [
    { kind: "quotation" as const, before: words, after: words.replace("no", "a"), context: "mayor" },
  ];
  const changes = Array.from({ length: 3 }, (_, n) => makeRevised({ key: `${n}.txt` }, { facts, edits: [] }));
  const { text } = renderEdition(makeEdition({ changes }), BERLIN);
  expect(text).toContain("1. Flood in the Orla valley [0.txt] (Mayor: quotation changed)");
});

test.each([
  [
    ["Redboat/terms.md", "Yewboat/terms.md"],
    ["Redboat", "Yewboat"],
  ],
  [
    ["en/help/a.md", "fr/help/a.md"],
    ["en", "fr"],
  ],
  [
    ["a.md", "help/a.md"],
    ["a.md", "help/a.md"],
  ],
])("equal headlines of the contents have what tells %j apart", ([one = "", two = ""], [first, second]) => {
  const third = { key: "x.md", headline: "Another" };
  const changes = [{ key: one }, { key: two }, third].map((story) => makeRevised(story, { edits: [] }));
  const { text } = renderEdition(makeEdition({ changes }), BERLIN);
  const contents = text.slice(0, text.indexOf("Revised\n")).replaceAll("\u200c", "");
  if (first?.includes(".") === false) {
    expect(contents).toContain(`[${first}]`);
    expect(contents).toContain(`[${second}]`);
  }
  expect(contents).toMatch(/3\. Another(?! \[)/);
});

test("the deck and the same sentence in the body are told once", () => {
  const [before, after] = ["The ferry sails at noon.", "The ferry stays in port."];
  const revision = {
    deckChange: { before, after },
    edits: [
      { edit: "edited" as const, before, after },
      { edit: "added" as const, after: "The crew went home." },
    ],
  };
  const { text } = renderEdition(makeEdition({ changes: [makeRevised({}, revision)] }), BERLIN);
  expect(text.split("stays in port")).toHaveLength(2);
  expect(text).toContain("The crew went home.");
});

test("a fact without a label stands among the words around it", () => {
  const around = { lead: "The inquiry opens on", tail: "in Harrow" };
  const facts = [{ kind: "date" as const, before: "May 17", after: "May 19", around }];
  const [html, text] = bothParts(makeEdition({ changes: [makeRevised({}, { facts, edits: [] })] }));
  expect(html.replaceAll(/\s+/g, " ")).toContain("The inquiry opens on May 17 → May 19 in Harrow");
  expect(text).toContain("The inquiry opens on May 17 → May 19 in Harrow");
});

test("the HTML marks what was removed and added", () => {
  const { html } = renderEdition(makeRichEdition(), BERLIN);
  expect(html).toMatch(/At least <del style="[^"]*">12<\/del> <ins style="[^"]*">19<\/ins> people died/);
});

test("the text marks what was removed and added", () => {
  const { text } = renderEdition(makeRichEdition(), BERLIN);
  expect(text).toContain("At least [-12-]{+19+} people died");
});

test("both parts name the same stories, whatever the mail has room for", () => {
  const changes = Array.from({ length: 900 }, (_, n) =>
    n % 3 === 0 ? makeRevised({ key: `r${n}.txt` }, { omittedEdits: n }) : makeChange({ key: `n${n}.txt` }),
  );
  for (const edition of [
    makeRichEdition(),
    makeEdition({ changes }),
    makeEdition({ kind: "baseline", changes }),
  ]) {
    const [html, text] = bothParts(edition);
    const named = (part: string) =>
      edition.changes
        .filter(({ key }) => new RegExp(`(?<![\\w/])${key}(?!\\w)`).test(part))
        .map(({ key }) => key);
    expect(named(html)).toEqual(named(text));
    expect(named(text).length).toBeGreaterThan(8);
  }
});

test("the contents name the stories below in their order", () => {
  const { text } = renderEdition(makeRichEdition(), BERLIN);
  expect(text.split("\n").filter((line) => /^\d\. /.test(line))).toEqual([
    "1. Flood in the Orla valley (People died: 12 → 19)",
    "2. Ferry account now names the Orla Star (The same edit in 2 stories)",
    "3. Council votes for the tunnel (2 reports on one event)",
    "4. Harbour bridge closes for repairs (In 3 places)",
    "5. Energy corridor agreed (Pumping stations: 19 → 12)",
    "6. What is at stake in Orla (Removed)",
  ]);
});

test("the text part sets the other reports of an event below the first", () => {
  const { text } = renderEdition(makeRichEdition(), BERLIN);
  expect(text).toContain(`
  Other reports:
  - Who pays for the tunnel
    The bridge over the harbour closes on Monday. Garbled characters fixed
    in one place.
    vote/money.txt <https://example.org/vote/money.txt>
`);
});

test("another report is shown by a sentence that adds to its headline", () => {
  const headline = "Nine people died off the Orla";
  const said = `${headline} on Tuesday, the coast guard said.`;
  const other = { key: "b.txt", headline, thread: "t" };
  for (const [summary, told] of [
    [[said, "The boat hit a pier."], "The boat hit a pier."],
    [[said], said],
  ] as const) {
    const changes = [makeChange({ thread: "t" }), makeChange({ ...other, summary })];
    const [html] = bothParts(makeEdition({ changes }));
    expect(html).toContain(`${headline} ${told} b.txt`);
  }
});

test("a story links to its address, a removed one to none", () => {
  const { html, text } = renderEdition(makeRichEdition(), BERLIN);
  expect(html).toContain('<a href="https://example.org/orla/flood.txt"');
  expect(text).toContain("orla/flood.txt <https://example.org/orla/flood.txt>");
  expect(html).not.toContain("https://example.org/stake.txt");
});

test("without a template nothing leaves the mail", () => {
  const { html, text } = renderEdition(makeRichEdition(), { ...BERLIN, storyUrl: "" });
  expect([...html.matchAll(/href="([^"]*)"/g)].every((match) => match[1]?.startsWith("#"))).toBe(true);
  expect(text).not.toContain("http");
});

test("a first edition greets, counts, shows the main threads and stops there", () => {
  const changes = Array.from({ length: 1_000 }, (_, n) =>
    makeChange({ key: `s${n}.txt`, headline: `Story ${n}`, thread: `t${Math.floor(n / 2)}` }),
  );
  const [html, text] = bothParts(makeEdition({ kind: "baseline", changes, counts: { stories: 1_000 } }));
  for (const part of [html, text]) {
    expect(part).toContain("Welcome. This is your first edition. We are now tracking 1,000 stories.");
    expect(part).toContain("2 reports on one event");
    expect(part).toContain("and 976 more");
    expect(part).not.toContain("Omitted");
  }
  expect(html.length).toBeLessThan(5_000);
});

test("a quiet day is two sentences", () => {
  const { text } = renderEdition(makeQuietEdition({ heldBack: [] }), BERLIN);
  expect(text).toContain("Nothing changed since the last edition.\n");
  expect(text.match(/1,204 stories checked/g)).toHaveLength(1);
  expect(text.split("\n").length).toBeLessThan(16);
});

test("a quiet day with stories that changed in formatting does not say that nothing changed", () => {
  const cosmetic = [{ key: "a.txt", reason: "typography" }];
  const [html, text] = bothParts(makeQuietEdition({ cosmetic }));
  for (const part of [html, text]) {
    expect(part).toContain("No news since the last edition.");
    expect(part).toContain("1 with formatting changes only");
    expect(part).toContain("Typography: a.txt");
  }
});

test("a single story is counted in the singular", () => {
  const edition = makeEdition({ kind: "baseline", changes: [makeChange()], counts: { stories: 1 } });
  const [html] = bothParts(edition);
  expect(html).toContain("We are now tracking 1 story.");
  expect(html).toContain("1 story checked at");
});

test("a story without headline is called by its key", () => {
  const [html, text] = bothParts(makeEdition({ changes: [makeChange({ headline: "\u200b" })] }));
  expect(html).toContain("harbour.txt");
  expect(text).toContain("* harbour.txt");
});

test("what the edition itself left out is counted in its section and at the end", () => {
  const edition = makeEdition({ changes: [makeChange()], counts: { added: 313 }, omitted: 312 });
  for (const part of bothParts(edition)) {
    expect(part).toContain("and 312 more");
    expect(part).toContain("Omitted to keep this email short: the names of 312 changes.");
  }
});

test("the zone, locale and clock of the machine do not show", () => {
  const here = renderEdition(makeRichEdition(), BERLIN);
  for (const zone of ["Pacific/Auckland", "America/Los_Angeles"]) {
    vi.stubEnv("TZ", zone);
    vi.stubEnv("LANG", "de_DE.UTF-8");
    expect(renderEdition(makeRichEdition(), BERLIN)).toEqual(here);
  }
  vi.unstubAllEnvs();
});

test("a reader unsubscribes by replying, or on the page of the email service", () => {
  const placeholder = "{{amazonSESUnsubscribeUrl}}";
  const byMail = renderEdition(makeRichEdition(), { ...BERLIN, unsubscribe: "mailto" });
  expect(renderEdition(makeRichEdition(), BERLIN)).toEqual(byMail);
  expect(`${byMail.html}${byMail.text}`).not.toContain("{{");
  const { html, text } = renderEdition(makeRichEdition(), { ...BERLIN, unsubscribe: "ses" });
  expect(html.split(placeholder)).toHaveLength(2);
  expect(html).toContain(`<a href="${placeholder}" style="color:#0b4a8f">Unsubscribe</a>`);
  expect(text.split("\n").filter((line) => line.includes("{{"))).toEqual([`Unsubscribe: ${placeholder}`]);
});

test("an email from the API can leave out why its reader gets it", () => {
  for (const edition of [makeRichEdition(), makeQuietEdition()]) {
    const { html, text } = renderEdition(edition, { ...BERLIN, unsubscribe: "none" });
    expect(`${readerText(html)}${text}`).not.toMatch(/subscribe|on the list|\{\{/);
    expect(text).toMatch(/End of the edition\.\n$/);
    const { html: asked } = renderEdition(edition, BERLIN);
    expect(readerText(asked)).toContain("To unsubscribe, reply and ask to be removed.");
  }
});

test("without options, times are UTC, stories have no links, and readers unsubscribe by replying", () => {
  const byDefault = renderEdition(makeRichEdition(), {
    timeZone: "UTC",
    storyUrl: "",
    unsubscribe: "mailto",
  });
  expect(renderEdition(makeRichEdition(), {})).toEqual(byDefault);
  expect(renderEdition(makeRichEdition())).toEqual(byDefault);
});

test("an unknown time zone is refused by name", () => {
  const render = () => renderEdition(makeRichEdition(), { timeZone: "Europe/Vellmouth" });
  expect(render).toThrow(RangeError);
  expect(render).toThrow('timeZone is "Europe/Vellmouth", expected an IANA time zone such as Europe/Berlin');
});

test("the text part breaks no line within a count or a short fact", () => {
  const changes = Array.from({ length: 3 }, (_, n) =>
    makeRevised({ key: `${n}.txt`, headline: `${"x".repeat(40 + n)} ${"y".repeat(8)}` }),
  );
  const { text } = renderEdition(makeEdition({ changes }), BERLIN);
  expect(text).not.toContain("\u00a0");
  expect(text.match(/ 12 → 19\)$/gm)).toHaveLength(3);
});

test("rendering leaves the edition as it was", () => {
  const edition = makeRichEdition();
  const before = structuredClone(edition);
  renderEdition(edition, BERLIN);
  expect(edition).toEqual(before);
});
