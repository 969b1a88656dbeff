import { describe, expect, it } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import type { CosmeticReason } from "../../../../functions/digest/text/fold.ts";

const LEAD = "The harbour of Vellmouth closes for 19 days in May.";

function story(source: string) {
  const parsed = parseStory("harbour.md", Buffer.from(source, "utf8"));
  if (isUnreadable(parsed)) {
    throw new Error(`cannot read the story: ${parsed.unreadable}`);
  }
  return parsed;
}

function compare(before: string, after: string) {
  return compareStories(story(post(before)), story(post(after)));
}

/** A post with a front matter, unless it has one of its own. */
function post(body: string): string {
  return body.startsWith("---")
    ? `${body}\n${LEAD}\n`
    : `---\ntitle: Harbour closes\n---\n${LEAD}\n\n${body}\n`;
}

describe("an edit of markup alone", () => {
  it.each<[string, string, string, CosmeticReason[]?]>([
    ["a link target", "See [the notice](/old).", "See [the notice](https://example.org/new).", ["links"]],
    [
      "authors in another order",
      "---\ntitle: Harbour closes\nauthor: Ann Reed, Bo Lund and Cy Voss\n---",
      "---\ntitle: Harbour closes\nauthor: Bo Lund, Cy Voss & Ann Reed\n---",
      ["front matter"],
    ],
    [
      "emphasis of an author",
      '---\ntitle: Harbour closes\nauthor: "**Ann Reed** (chair)"\n---',
      "---\ntitle: Harbour closes\nauthor: Ann Reed (chair)\n---",
      ["front matter"],
    ],
    [
      "a reference that gets its address",
      "Ask the [council].",
      "Ask the [council].\n\n[council]: https://example.org",
    ],
    [
      "a reference in another place",
      "[The council][c] met.\n\n[c]: /a",
      "[The council][c] met.\n\n[c]: /b",
      ["links"],
    ],
    [
      "a reference with code in its text",
      "Call [the `open` method][m].",
      "Call [the `open` method][m].\n\n[m]: /m",
      ["links"],
    ],
    [
      "names of references without addresses",
      "Ask the [mayor].\n\n[mayor]:\n",
      "Ask the [mayor].\n\n[mayor]: /mayor\n",
    ],
    ["an address inside a paragraph", "Ask her.\n[mayor]: https://example.org/m", "Ask her.", ["links"]],
    [
      "an address with a space",
      "See [the plan](http://example. org/plan).",
      "See [the plan](http://example.org/plan).",
      ["links"],
    ],
    [
      "an address that a template was to make",
      "See [the plan](%link plans/harbour %}).",
      "See [the plan]({% link plans/harbour %}).",
    ],
    ["emphasis", "It is **not** open.", "It is *not* open."],
    ["emphasis that never ends", "*Ferries still run.", "Ferries still run."],
    ["emphasis that never begins", "Ferries still run.*", "*Ferries still run.*"],
    ["code that never ends", "Call `open at noon.", "Call open at noon."],
    ["an escaped mark", "Use pier\\_two today.", "Use `pier_two` today."],
    ["a doubled escape", "Use \\\\_all today.", "Use `_all` today."],
    ["an image source", "![Quay](/a.png) Ships wait.", "![Quay](/b.png) Ships wait.", ["images"]],
    ["an image without its reference", "![The quay][quay]\n\nShips wait.", "Ships wait."],
    ["the mark of a list", "- Pier one\n- Pier two", "* Pier one\n* Pier two"],
    ["a class", "Ships wait.\n{: .wide}", "Ships wait.\n{: .narrow}"],
    [
      "HTML set in within an open element",
      '<div>\n\n    <p class="a">Ships wait.</p>\n\n</div>',
      '<div>\n\n    <p class="b">Ships wait.</p>\n\n</div>',
    ],
    [
      "tags of raw text around code",
      "Write `{% raw %}{{ pier }}{% endraw %}` here.",
      "Write `{{ pier }}` here.",
    ],
    [
      "the addresses of references that a template was to make",
      "Ask the [mayor] or the [port].\n\n[mayor]: {{ a }}\n\n[port]: ftp://example.org/p\n[quay]: {{ b }}",
      "Ask the [mayor] or the [port].\n\n[mayor]: /m\n\n[port]: ftp://example.org/p\n[quay]: /q",
    ],
    [
      "a reference without a text",
      "Ships wait.\n\n[![][quay]][quay]",
      "Ships wait.\n\n[![][quay]][quay]\n\n[quay]: /q.png",
      ["links"],
    ],
    [
      "two names before one address",
      "Ask her.\n\n[mayor]: [7]: https://example.org/m",
      "Ask her.\n\n[mayor]: https://example.org/m",
      ["links"],
    ],
    [
      "an address that is broken in two",
      "See [the plan](https://example\n.org/plan) now.",
      "See [the plan](https://example.org/plan) now.",
      ["links", "markup"],
    ],
    ["an address in angle brackets", "Write to <ann@example.org>.", "Write to ann@example.org."],
    ["a list that was code", "    - one pier\n    - two quays", "- one pier\n- two quays"],
    ["an ornament", "Ships wait.\n\n~\n\n### \\\n\nFerries sail.", "Ships wait.\n\nFerries sail."],
    ["rows that get the head of a table", "Pier | 1\nQuay | 2", "Pier 1\nQuay 2"],
    [
      "a front-matter tag",
      "---\ntitle: Harbour closes\ntags: [sea]\n---",
      "---\ntitle: Harbour closes\ntags: [port, sea]\n---",
      ["front matter"],
    ],
    [
      "a layout",
      "---\ntitle: Harbour closes\nlayout: a\n---",
      "---\ntitle: Harbour closes\nlayout: b\n---",
      ["front matter"],
    ],
    [
      "quotes that are not closed in a title",
      '---\ntitle: Harbour closes"\n---',
      '---\ntitle: "Harbour closes"\n---',
      ["front matter"],
    ],
    [
      "the form of a front matter",
      "---\ntitle: Harbour closes\n---",
      '---\ntitle:   "Harbour closes"\n---',
      ["front matter"],
    ],
  ])("is cosmetic, and called what it is: %s", (_, before, after, cosmetic = ["markup"]) => {
    expect(compare(before, after)).toMatchObject({ kind: "cosmetic", cosmetic, facts: [] });
    expect(compare(after, before)).toMatchObject({ kind: "cosmetic", cosmetic, facts: [] });
  });

  it.each([
    ["an option of a command", "--berths sets how many ships wait."],
    ["a line of dialogue", "— Where is the ferry?\n\n— It has sailed."],
    ["a line that is broken off", "The ferry sailed—\n\nIt was noon."],
  ])("is cosmetic beside a paragraph that is %s", (_, paragraph) => {
    const before = `${paragraph}\n\nAsk the [[harbour]] there.`;
    const after = `${paragraph}\n\nAsk the [harbour] there.`;
    expect(compare(before, after)).toMatchObject({ kind: "cosmetic", cosmetic: ["markup"] });
  });

  it.each([
    ["a stop", "Piers close at noon", "Piers close at noon."],
    ["quotation marks", "The so-called quay closes", 'The "so-called" quay closes'],
  ])("is cosmetic in a deck: %s", (_, before, after) => {
    const deck = (text: string) => `---\ntitle: Harbour closes\ndescription: '${text}'\n---`;
    expect(compare(deck(before), deck(after))).toMatchObject({
      kind: "cosmetic",
      cosmetic: ["punctuation"],
      facts: [],
    });
    expect(compare(deck(after), deck("Piers close at one")).kind).not.toBe("cosmetic");
  });

  it("is cosmetic where Markdown in an open element of HTML is no longer set in", () => {
    const set = "### Ferries\n    They [sail](/a) at noon.";
    const before = `<div>\n\n    ${set}\n\n</div>`;
    const after = `<div>\n\n${set.replace("    ", "")}\n\n</div>`;
    expect(compare(before, after)).toMatchObject({ kind: "cosmetic", facts: [] });
  });

  it("is cosmetic where lines are wrapped elsewhere", () => {
    const before = "Ships wait in the bay until the pilot comes aboard.";
    expect(compare(before, before.replace("until ", "until\n"))).toMatchObject({
      kind: "cosmetic",
      cosmetic: ["white space"],
    });
  });

  it("is cosmetic however long a front matter is", () => {
    const data = Array.from(
      { length: 9000 },
      (_, n) => `  - pier: ${n} berths and a crane for containers`,
    ).join("\n");
    const source = `---\ntitle: Harbour closes\npiers:\n${data}\n---`;
    expect(story(post(source)).paragraphs).toEqual([LEAD]);
    expect(compare(source, source.replace("8999 berths", "9 berths"))).toMatchObject({ kind: "cosmetic" });
  });
});

describe("an edit of several parts of the markup", () => {
  it("is called by each of them", () => {
    const before = "---\ntitle: Harbour closes\ntags: [sea]\n---\nSee [the quay](/a) ![Quay](/q.png).";
    const after = "---\ntitle: Harbour closes\ntags: [port]\n---\nSee [the *quay*](/b) ![Quay](/r.png).";
    expect(compare(before, after).cosmetic).toEqual(["front matter", "links", "images", "markup"]);
  });

  it("is called markup where it is far down in a long source", () => {
    const long = `${"Ships wait in the bay.\n\n".repeat(22_000)}See [the quay]`;
    expect(compare(`${long}(/a).`, `${long}(/b).`).cosmetic).toEqual(["markup"]);
  });
});

describe("an edit beside markup", () => {
  it.each([
    ["a figure", "**12** ships wait.", "12 ships wait, [14](/a) in the bay."],
    ["a figure in brackets", "Ships [12] wait.", "Ships 13 wait."],
    ["a name", "Ask *Ann Reed*.", "Ask Ann Reid."],
    ["a word", "It is [open](/a).", "It is [closed](/a)."],
    ["a word in a heading", "## Piers open\n\nShips wait.", "## Piers close\n\nShips wait."],
    ["a mark inside a name", "Set pier_two now.", "Set piertwo now."],
    ["a hash in Ruby", "    open(pier)\n    # => {:pier=>1}", "    open(pier)\n    # => {:pier=>2}"],
    ["brackets in code", "```\nopen(pier[0])\n```", "```\nopen(pier(0))\n```"],
    ["what a quotation adds", 'She said: "[He] left at noon."', 'She said: "He left at noon."'],
    ["a title", "---\ntitle: Harbour closes\n---", "---\ntitle: Harbour opens\n---"],
    [
      "a draft that is published",
      "---\ntitle: Harbour closes\ndraft: true\n---",
      "---\ntitle: Harbour closes\n---",
    ],
    [
      "a story that is canceled",
      "---\ntitle: Harbour closes\n---",
      "---\ntitle: Harbour closes\nstatus: canceled\n---",
    ],
    [
      "a note of the editors",
      "---\ntitle: Harbour closes\n---",
      "---\ntitle: Harbour closes\nednote: Corrects the date\n---",
    ],
    [
      "a byline",
      "---\ntitle: Harbour closes\nauthor: Ann Reed\n---",
      "---\ntitle: Harbour closes\nauthor: Bo Lund\n---",
    ],
    ["inches", '---\ntitle: Screens of 10"\n---', "---\ntitle: Screens of 12\n---"],
  ])("is news: %s", (_, before, after) => {
    expect(compare(before, after).kind).not.toBe("cosmetic");
    expect(compare(after, before).kind).not.toBe("cosmetic");
  });
});
