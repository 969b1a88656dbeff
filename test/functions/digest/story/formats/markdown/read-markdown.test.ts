import { describe, expect, it } from "vitest";
import type { Document } from "../../../../../../functions/digest/story/formats/document.ts";
import { readMarkdown } from "../../../../../../functions/digest/story/formats/markdown/read-markdown.ts";
import { anyCharacter } from "../../../../../support/any-character.ts";
import { fc } from "../../../../../support/laws.ts";
import { HOSTILE_MARKDOWN } from "./hostile.ts";

const INITIALS = {
  paragraph: "p",
  heading: "h",
  "list item": "l",
  "table row": "t",
  quotation: "q",
  code: "c",
  caption: "f",
} as const;

/** The blocks of a document, as `p: text` or `l(label): text`. */
function told({ blocks }: Pick<Document, "blocks">): string[] {
  return blocks.map(
    ({ kind, text, label }) => `${INITIALS[kind]}${label === undefined ? "" : `(${label})`}: ${text}`,
  );
}

function metadataOf(source: string): Partial<Document> {
  const { format: _format, blocks: _blocks, omitted: _omitted, ...metadata } = readMarkdown(source);
  return metadata;
}

describe("the front matter of a post", () => {
  it.each<[string, string, Partial<Document>]>([
    ["a title", "---\ntitle: Ferry sails again\n---\n", { headline: "Ferry sails again" }],
    [
      "TOML",
      '+++\ntitle = "Ferry sails"\ndate = 2024-05-01\n+++\n',
      { headline: "Ferry sails", published: "2024-05-01" },
    ],
    [
      "JSON",
      '{\n  "title": "Ferry sails",\n  "draft": true\n}\nText',
      { headline: "Ferry sails", status: "draft" },
    ],
    [
      "bare keys",
      "Title: Ferry sails\nDate: 2024-05-01\n\nText",
      { headline: "Ferry sails", published: "2024-05-01" },
    ],
    ["a colon within", "---\ntitle: Ferry: the return\n---\n", { headline: "Ferry: the return" }],
    [
      "double quotes with escapes",
      '---\ntitle: "The \\"Anna\\" \\u2013 back"\n---\n',
      { headline: 'The "Anna" – back' },
    ],
    ["single quotes", "---\ntitle: 'The captain''s ferry'\n---\n", { headline: "The captain's ferry" }],
    ["quotes over lines", '---\ntitle: "Ferry\n  sails again"\n---\n', { headline: "Ferry sails again" }],
    ["plain text over lines", "---\ntitle: Ferry\n  sails again\n---\n", { headline: "Ferry sails again" }],
    [
      "plain text over lines at the margin",
      "---\ndescription: The ferry\nsails again on\nMonday.\nlayout\ntags:\n- sea\n---\n",
      { deck: "The ferry sails again on Monday." },
    ],
    [
      "quotes within quotes",
      `---\ntitle: "Our "Anna" sails"\ndescription: 'It is 'back', they say' # old\n---\nx`,
      { headline: 'Our "Anna" sails', deck: "It is 'back', they say" },
    ],
    [
      "a folded block",
      "---\ntitle: >-\n  Ferry\n  sails\ndate: 2024\n---\n",
      { headline: "Ferry sails", published: "2024" },
    ],
    ["a literal block", "---\ndescription: |\n  Two\n\n  lines\n---\n", { deck: "Two lines" }],
    ["a comment", "---\ntitle: Ferry # do not change\n---\n", { headline: "Ferry" }],
    [
      "quotes that never close",
      '---\ntitle: "Ferry\ndate: 2024\n---\n',
      { headline: "Ferry", published: "2024" },
    ],
    [
      "markup in the title",
      "---\ntitle: The `anna` *sails* &amp; returns\n---\n",
      { headline: "The anna sails & returns" },
    ],
    ["a list of authors", "---\nauthors:\n  - Ann Lee\n  - Bo Ek\n---\n", { byline: "Ann Lee, Bo Ek" }],
    ["authors in line", '---\nauthors: ["Lee, Ann", Bo Ek]\n---\n', { byline: "Lee, Ann, Bo Ek" }],
    [
      "authors in lines",
      '+++\nauthors = [\n  "Ann Lee",\n  "Bo Ek",\n]\n+++\n',
      { byline: "Ann Lee, Bo Ek" },
    ],
    [
      "authors with roles",
      "---\nauthor:\n  - name: Ann Lee\n    url: https://a.example\n---\n",
      { byline: "Ann Lee" },
    ],
    ["a byline", "---\nbyline: By Ann Lee\n---\n", { byline: "Ann Lee" }],
    [
      "dates",
      "---\npubDate: 2024-05-01\nlastmod: 2024-05-02\n---\n",
      { published: "2024-05-01", updated: "2024-05-02" },
    ],
    ["a language", "---\nlang: pt-BR\n---\n", { lang: "pt-BR" }],
    ["a draft", "---\ndraft: true\n---\n", { status: "draft" }],
    ["what is not published", "---\npublished: false\n---\n", { status: "draft" }],
    ["what is published", "---\npublished: true\ndraft: false\n---\n", {}],
    ["a status", "---\nstatus: canceled\n---\n", { status: "canceled" }],
    ["a status of published", "---\nstatus: published\n---\n", {}],
    ["keys of a TOML table", '+++\ntitle = "A"\n[extra]\nauthor = "theme"\n+++\n', { headline: "A" }],
    ["code", "---js\nmodule.exports = { title: 'A' }\n---\n", {}],
    [
      "JSON between fences",
      '---json\n{\n  "title": "A",\n  "draft": true\n}\n---\n',
      { headline: "A", status: "draft" },
    ],
  ])("reads %s", (_, source, expected) => {
    expect(metadataOf(source)).toEqual(expected);
  });

  it.each(["process.exit(3);", "{ title: 'A' }", "// Ferries\n\nlet a = `\n# A`;", "console.log({{ a }})"])(
    "is left out if it is code, whatever its first line: %j",
    (code) => {
      const { headline, blocks, omitted } = readMarkdown(`---js\n${code}\n---\n\nIt sails.\n`);
      expect({ headline, blocks: told({ blocks }), omitted }).toEqual({
        headline: undefined,
        blocks: ["p: It sails."],
        omitted: [{ reason: "front matter in code", text: code }],
      });
    },
  );

  it("is none if it is a rule with a word, above text", () => {
    expect(told(readMarkdown("--- ferries\nIt sails.\n\n---\n\nDaily.")).at(-1)).toBe("p: Daily.");
  });

  it("leaves out what it does not read, and says so", () => {
    const { omitted } = readMarkdown("---\ntitle: A\nlayout: post\n? odd\n---\nText.");
    expect(omitted).toEqual([{ reason: "front matter", text: "layout: post\n? odd" }]);
  });

  it.each(["---\n\nText between rules.\n\n---\n\nMore.", "---\ntitle: never closed\n\nText."])(
    "keeps the text of what only looks like one",
    (source) => {
      expect(
        readMarkdown(source)
          .blocks.map(({ text }) => text)
          .join(" "),
      ).toMatch(/Text/);
    },
  );
});

describe("a post that is all front matter", () => {
  it.each([
    [
      "its description",
      'title: "Mara Lind"\ndescription: "Mara Lind joined the board of the rowing club in May."\ntags: [board]',
      ["Mara Lind joined the board of the rowing club in May."],
    ],
    [
      "a subtitle in a language with other letters",
      "title: Klára Nová\nsubtitle: Předsedkyně sdružení Hory  # krátký popis\nslug: klara-nova",
      ["Předsedkyně sdružení Hory"],
    ],
    [
      "what it says of its parts, no comments",
      'title: Atelier\nresources: # ajouter une ligne par support de cours\n  - title: Notes\n    summary: "On y apprend à lire une carte marine sans instruments."',
      ["On y apprend à lire une carte marine sans instruments."],
    ],
    [
      "values that go on below their keys, each whole",
      [
        "title: Harbour",
        "sections:",
        "  - infobar:",
        "      description: For more information on the crossing of",
        "        children aged 5-11",
        "      button: Learn more about it here",
        "  - alert: The pier of Selby is closed for",
        "      the whole winter",
        "  - Boats leave from the old quay",
        "    until the first of April",
        "  - note: |",
        "      The office is shut on Mondays.",
        "      Letters are read on Tuesdays.",
      ].join("\n"),
      [
        "For more information on the crossing of children aged 5-11",
        "Learn more about it here",
        "The pier of Selby is closed for the whole winter",
        "Boats leave from the old quay until the first of April",
        "The office is shut on Mondays.",
        "Letters are read on Tuesdays.",
      ],
    ],
  ])("has as its text %s", (_name, lines, text) => {
    const document = readMarkdown(`---\n${lines}\n---\n`);
    expect(document.blocks).toEqual(text.map((line) => ({ kind: "paragraph", text: line })));
    expect(document).not.toHaveProperty("deck");
    expect(document).not.toHaveProperty("doubtful");
  });

  it.each([
    ["no title", "description: The pier of Selby is closed for the winter."],
    ["nothing but labels", "title: Piers\nlayout: page\ntags: [pier, harbour, winter, closed]"],
  ])("is no story with %s", (_name, lines) => {
    expect(readMarkdown(`---\n${lines}\n---\n`).blocks).toEqual([]);
  });
});

describe("a front matter that is never closed", () => {
  const TEXT = "The crane fell into the water.\n\nNobody was hurt.";
  it.each<[string, string, Partial<Document>]>([
    ["", "---\ntitle: Crane falls\nauthor: Ann Lee\n", { headline: "Crane falls", byline: "Ann Lee" }],
    [
      "with a list at its end",
      "---\ntitle: Crane falls\ntags:\n  - port\n  - crane\n",
      { headline: "Crane falls" },
    ],
    [
      "in TOML",
      '+++\ntitle = "Crane falls"\ndate = 2024-05-01\n',
      { headline: "Crane falls", published: "2024-05-01" },
    ],
    [
      "with blank lines in it",
      "---\ntitle: Kran fällt\n\ndate: 2024-05-01\n",
      { headline: "Kran fällt", published: "2024-05-01" },
    ],
    [
      "with quotes and a bracket left open too",
      '---\ntitle: "Crane falls\ntags: [port\nauthor: Ann Lee\n',
      { headline: "Crane falls", byline: "Ann Lee" },
    ],
    ["but by a longer rule", "---\ntitle: Crane falls\n-----\n", { headline: "Crane falls" }],
  ])("ends where the text begins %s", (_, matter, expected) => {
    const source = `${matter}\n${TEXT}\n`;
    expect(metadataOf(source)).toEqual(expected);
    expect(told(readMarkdown(source))).toEqual(["p: The crane fell into the water.", "p: Nobody was hurt."]);
  });

  it("is none if only a key lacks its colon", () => {
    const source = `---\ntitle: Crane falls\n\ntags\n- port\n\nauthor: Ann Lee\n\nkategorie \n- Hafen\n---\n\n${TEXT}`;
    expect(metadataOf(source)).toEqual({ headline: "Crane falls", byline: "Ann Lee" });
    expect(told(readMarkdown(source))).toEqual(["p: The crane fell into the water.", "p: Nobody was hurt."]);
  });

  it("does not reach to a rule in the text", () => {
    const source = `---\ntitle: Crane falls\n\n${TEXT}\n\n---\n\nAnn Lee helped.`;
    expect(told(readMarkdown(source))).toEqual([
      "p: The crane fell into the water.",
      "p: Nobody was hurt.",
      "p: Ann Lee helped.",
    ]);
  });

  it("is none if a key follows what could be its text: the text is a value that is not indented", () => {
    const source = `---\ntitle: Crane falls\nexcerpt: "One.\n\nTwo."\nauthor: Ann Lee\n---\n\n${TEXT}`;
    expect(metadataOf(source)).toEqual({ headline: "Crane falls", byline: "Ann Lee" });
    expect(told(readMarkdown(source))).toEqual(["p: The crane fell into the water.", "p: Nobody was hurt."]);
  });
});

describe("the headline of a post without a title or a heading of the first level", () => {
  it.each([
    ["the heading that leads it", "## Ferry sails\n\nAt noon.", "Ferry sails", ["p: At noon."]],
    [
      "the same with parts",
      "## Ferry sails\n\nAt noon.\n\n## Fares\n\nFour.",
      "Ferry sails",
      ["p: At noon.", "h: Fares", "p: Four."],
    ],
    ["the heading of an underline", "Ferry sails\n---\n\nAt noon.", "Ferry sails", ["p: At noon."]],
    [
      "none, if a part follows at once",
      "## News\n\n### Ferry sails\n\nAt noon.",
      undefined,
      ["h: News", "h: Ferry sails", "p: At noon."],
    ],
    [
      "the one over all parts, though the first of them follows at once",
      "## Fähren\n\n### Zeiten\n\nUm zwölf.\n\n#### Im Winter\n\nUm elf.",
      "Fähren",
      ["h: Zeiten", "p: Um zwölf.", "h: Im Winter", "p: Um elf."],
    ],
    [
      "none, if a part is of its own level",
      "## News\n\n### Ferry sails\n\nAt noon.\n\n## Fares\n\nFour.",
      undefined,
      ["h: News", "h: Ferry sails", "p: At noon.", "h: Fares", "p: Four."],
    ],
    [
      "none, if text stands before",
      "At noon.\n\n## Fares\n\nFour.",
      undefined,
      ["p: At noon.", "h: Fares", "p: Four."],
    ],
    ["none, if there is nothing else", "## Ferry sails", undefined, ["h: Ferry sails"]],
  ])("is %s", (_, source, headline, blocks) => {
    expect(readMarkdown(source).headline).toBe(headline);
    expect(told(readMarkdown(source))).toEqual(blocks);
  });
});

describe("the headline of a post without a title", () => {
  it.each<[string, string, string | undefined, string[]]>([
    ["its leading heading", "# Ferry *sails*\n\nText.", "Ferry sails", ["p: Text."]],
    ["its underlined heading", "Ferry sails\n===========\n\nText.", "Ferry sails", ["p: Text."]],
    ["a heading after an image", "![Quay](q.jpg)\n\n# Ferry\n\nText.", "Ferry", ["p: Text."]],
    ["no later heading", "Text.\n\n# Ferry", undefined, ["p: Text.", "h: Ferry"]],
    [
      "no heading under a sentence",
      "It sails.\n\n# Ferry\n\nText.",
      undefined,
      ["p: It sails.", "h: Ferry", "p: Text."],
    ],
    [
      "the only one of its level under short lines",
      "[Read online](a.md)\n\n# Ferry\n\nText.",
      "Ferry",
      ["p: Read online", "p: Text."],
    ],
    [
      "one under a date",
      "20 November 2026\n\n# Ferry\n\nText.\n\n## Aid\n\nMore.",
      "Ferry",
      ["p: 20 November 2026", "p: Text.", "h: Aid", "p: More."],
    ],
    [
      "none of two under short lines",
      "Read online\n\n# Ferry\n\nText.\n\n# Pier\n\nMore.",
      undefined,
      ["p: Read online", "h: Ferry", "p: Text.", "h: Pier", "p: More."],
    ],
    ["the first of two of a lower level", "## Ferry\n\n## Aid\n\nText.", "Ferry", ["h: Aid", "p: Text."]],
    [
      "not the first over one of its sections",
      "## Ferry\n\n### Aid\n\nText.",
      undefined,
      ["h: Ferry", "h: Aid", "p: Text."],
    ],
    [
      "no heading that another one follows",
      "# One\n\n# Two\n\nText.",
      undefined,
      ["h: One", "h: Two", "p: Text."],
    ],
  ])("is %s", (_, source, headline, blocks) => {
    const document = readMarkdown(source);
    expect(document.headline).toBe(headline);
    expect(told(document)).toEqual(blocks);
  });

  it("is not told twice", () => {
    expect(told(readMarkdown("---\ntitle: Ferry\n---\n# Ferry\n\nText."))).toEqual(["p: Text."]);
  });
});

describe("the body of a post", () => {
  it.each<[string, string, string[]]>([
    ["folds hard wraps", "The ferry\nsails\nagain.", ["p: The ferry sails again."]],
    [
      "parts lines that all have a label",
      "Chair: Ada Holt\n**Place:** Velm\nOpen to: all",
      ["p: Chair: Ada Holt", "p: Place: Velm", "p: Open to: all"],
    ],
    ["joins lines of which one has no label", "Note: the fee\nis due.", ["p: Note: the fee is due."]],
    ["drops emphasis", "The **ferry** _sails_ ***again*** H~2~O.", ["p: The ferry sails again H2O."]],
    [
      "drops strong marks with a space inside",
      "**Update: ** The ferry sails.",
      ["p: Update: The ferry sails."],
    ],
    [
      "drops link targets",
      'See [the plan](https://a.example "Plan") and [map][m].\n\n[m]: /map',
      ["p: See the plan and map."],
    ],
    ["drops references that are defined nowhere", "See [the plan][lost] here.", ["p: See the plan here."]],
    [
      "drops targets that never end",
      "See [the plan](https://a.example/a.\n\n[Plan](/p and ![Quay](../q.png now.",
      ["p: See the plan", "p: Plan and now."],
    ],
    [
      "keeps titles of targets over lines",
      'See [the plan](https://a.example/a\n"Plan") here.',
      ["p: See the plan here."],
    ],
    [
      "keeps brackets before parentheses",
      "He said [1](see page 3) and [sic](or not) no.",
      ["p: He said [1](see page 3) and [sic](or not) no."],
    ],
    [
      "ends code that never closes where prose begins",
      "```sh\nls -l\n\nls /tmp\n\nThe ferry sails on **Monday**, the port said.\n\n> And back.",
      ["c: ls -l\n\nls /tmp", "p: The ferry sails on Monday, the port said.", "q: And back."],
    ],
    [
      "keeps code that never closes to its end",
      "Text.\n\n```js\nlet a = 1;\n\nB(a);\n\nReturn a;\n",
      ["p: Text.", "c: let a = 1;\n\nB(a);\n\nReturn a;"],
    ],
    [
      "keeps prose in code that closes",
      "```\nOne.\n\nThe ferry sails on Monday, the port said.\n```",
      ["c: One.\n\nThe ferry sails on Monday, the port said."],
    ],
    ["drops targets with spaces", "See [the plan](https://a.example/a b) here.", ["p: See the plan here."]],
    ["keeps addresses that readers see", "See https://a.example/b_c_d.", ["p: See https://a.example/b_c_d."]],
    ["drops images", "![Quay](q.jpg) The ferry.\n\n[![Quay](q.jpg)](/big)", ["p: The ferry."]],
    [
      "drops footnote marks",
      "It sails.[^1]\n\n[^1]: Says *the* owner\n    of it.",
      ["p: It sails.", "p: Says the owner of it."],
    ],
    [
      "reads headings of older dialects",
      "The ferry.\n\n##Fares\n\nIt sails.\n\n#ferry is our tag.",
      ["p: The ferry.", "h: Fares", "p: It sails.", "p: #ferry is our tag."],
    ],
    [
      "drops shortcodes",
      '[image_hover animation="yes" image="31"] The ferry.\n\n[gallery ids=\'4,5\' /]\n\nIt sails [sic] and [not this=that].[/row]',
      ["p: The ferry.", "p: It sails [sic] and [not this=that]."],
    ],
    ["decodes entities", "Fish &amp; chips &eacute;t&#233; &unknown;", ["p: Fish & chips été &unknown;"]],
    ["keeps escaped characters", "5 \\* 3 and \\[sic\\]", ["p: 5 * 3 and [sic]"]],
    ["drops tags", 'The <em class="x">ferry</em> sails<br>again.', ["p: The ferry sails again."]],
    ["drops comments", "The <!-- old --> ferry.\n\n<!--\nNot\n\nthis.\n-->", ["p: The ferry."]],
    [
      "drops template tags",
      'The {{ site.ship }} ferry.\n\n{% include a.html %}\n\n{{< figure src="a" >}}',
      ["p: The ferry."],
    ],
    ["keeps links through template tags", "See [the plan]({{ site.url }}/plan).", ["p: See the plan."]],
    [
      "keeps what a program prints in an open element",
      "<div>\n\n    ## # A tibble: 2 x 3\n    ## 1 pier\n\n</div>",
      ["c: ## # A tibble: 2 x 3\n## 1 pier"],
    ],
    ["drops attribute lists over lines", 'The ferry.\n{: .wide width="70"\nheight="88"}', ["p: The ferry."]],
    [
      "drops attribute lists of Python-Markdown",
      '[Sail](/a){ .button .big } and [moor](/b){ title="Quay" }: ![](c.svg){ align=right }now.',
      ["p: Sail and moor: now."],
    ],
    [
      "drops icons and emoji by their names",
      "[:octicons-home-16: Home](/) of :tada::+1: all.\n\nAt 10:30:15, a::b::c, `:not:` and x:y:z.",
      ["p: Home of all.", "p: At 10:30:15, a::b::c, :not: and x:y:z."],
    ],
    [
      "keeps the name of an icon that fills a cell",
      "| Port | Open |\n|---|---|\n| Ghent | :material-check:{ .green } |\n| Ostend | :x: |",
      ["t(Port): Port | Open", "t(Ghent): Ghent | check", "t(Ostend): Ostend | x"],
    ],
    [
      "reads notices and tabs of Python-Markdown",
      'Ferries.\n\n!!! note "Mind the gap"\n\n    It *sails*.\n\n    ??? tip\n        At noon.\n\n=== "Line 1"\n\n    Daily.\n\nDone.',
      ["p: Ferries.", "h: Mind the gap", "p: It sails.", "p: At noon.", "h: Line 1", "p: Daily.", "p: Done."],
    ],
    [
      "keeps shouts, underlined headings and notices in code",
      '!!! It sails\n\nQuay\n=== \n\n```\n!!! note "a"\n    b\n```',
      ["p: !!! It sails", "h: Quay", 'c: !!! note "a"\n    b'],
    ],
    [
      "drops files that are set in and abbreviations spelt out",
      '--8<-- "ports.md"\n\nThe UN sails.\n\n*[UN]: United Nations',
      ["p: The UN sails."],
    ],
    [
      "reads highlighted words and links of a wiki",
      "It ==sails again== and ^^moors^^ in [[Ghent|the port]] or [[Ostend]]; a == b, c==d.",
      ["p: It sails again and moors in the port or Ostend; a == b, c==d."],
    ],
    [
      "leaves out the hidden columns of a table",
      "<table><tr><th>Port</th><th data-hidden>Cover</th><th>Ships</th></tr>" +
        "<tr><td>Ghent</td><td>a.png</td><td>3</td></tr></table>",
      ["t(Port): Port | Ships", "t(Ghent): Ghent | 3"],
    ],
    ["keeps hashes of Ruby", "    open(a) # => {:pier=>1}", ["c: open(a) # => {:pier=>1}"]],
    ["drops attribute lists", "The ferry.\n{: .lead}\n\n## Quay {#quay .big}", ["p: The ferry.", "h: Quay"]],
    ["keeps braces in code", "Write `{{ a }}`.\n\n```\n{% b %}\n```", ["p: Write {{ a }}.", "c: {% b %}"]],
    ["keeps math", "As $a_1 + b$ says.", ["p: As $a_1 + b$ says."]],
    [
      "labels list items by their introduction",
      "It has:\n\n* one\n* two\n  lines",
      ["p: It has:", "l(It has:): one", "l(It has:): two lines"],
    ],
    ["drops numbers and task boxes", "1. one\n2. [x] two", ["l: one", "l: two"]],
    [
      "labels nested items by their item",
      "- fruit\n  - apple\n  - pear",
      ["l: fruit", "l(fruit): apple", "l(fruit): pear"],
    ],
    [
      "labels a list across its paragraphs",
      "Two:\n\n- one\n\n  more\n\n- two",
      ["p: Two:", "l(Two:): one", "p: more", "l(Two:): two"],
    ],
    [
      "reads table rows",
      "| Port | Ships |\n|---|--:|\n| *Ghent* | 3 |",
      ["t(Port): Port | Ships", "t(Ghent): Ghent | 3"],
    ],
    [
      "reads rows without a head",
      "|---|---|\n| Ghent | 3 |\n| Ostend | 4 |",
      ["t(Ghent): Ghent | 3", "t(Ostend): Ostend | 4"],
    ],
    [
      "reads rows without a head, or a mark at their end",
      "| Port | Ships\n| Ghent | 3\n| Ostend | 4 |",
      ["t(Port): Port | Ships", "t(Ghent): Ghent | 3", "t(Ostend): Ostend | 4"],
    ],
    [
      "drops targets that were template tags",
      'See [the plan]({{ plan }} "Plan") here.',
      ["p: See the plan here."],
    ],
    ["drops broken tags", 'The <img src="" alt="a "b" c" /> ferry.', ["p: The ferry."]],
    ["reads quotations", "> It **sails**,\n> he said.\n>\n> Today.", ["q: It sails, he said.", "q: Today."]],
    ["reads notices", "> [!NOTE]\n> It sails.", ["q: It sails."]],
    ["keeps code as one block", "```js\nif (a) {\n\n  b();\n}\n```", ["c: if (a) {\n\n  b();\n}"]],
    ["keeps code in a list", "- one\n\n  ```\n  a\n\n  b\n  ```\n\n- two", ["l: one", "c: a\n\nb", "l: two"]],
    ["keeps indented code", "Run:\n\n    a\n    b", ["p: Run:", "c: a\nb"]],
    ["keeps highlighted code", "{% highlight sh %}\na *b*\n{% endhighlight %}", ["c: a *b*"]],
    [
      "keeps what looks like marks in code by its tags",
      "Use <code>#![tool]</code>, <kbd>a **</kbd> and <code>&lt;p class=x&gt;</code>, **not** [this][lost].",
      ["p: Use #![tool], a ** and <p class=x>, not this."],
    ],
    [
      "keeps what looks like marks in code of HTML",
      "<p>At <code>#![tool]</code> / it</p>\n\n<table><tr><td><kbd>**</kbd></td><td>**b**</td></tr></table>\n",
      ["p: At #![tool] / it", "t(**): ** | b"],
    ],
    ["drops the mark of code that never ends", "Type \\` and `ferry or _b_.", ["p: Type ` and ferry or b."]],
    ["keeps preformatted code", "<pre><code>a &lt; b\n\nc</code></pre>", ["c: a < b\n\nc"]],
    [
      "reads captions",
      '<figure>\n<img src="a">\n\n<figcaption>The *quay*</figcaption></figure>',
      ["f: The quay"],
    ],
    [
      "reads HTML blocks",
      "<div>\n<p>It **sails**.</p><h2>Quay</h2><ul><li>one</ul></div>",
      ["p: It sails.", "h: Quay", "l: one"],
    ],
    [
      "reads HTML tables",
      "<table>\n<tr><th>Port<th>Ships</tr>\n\n<tr><td>Ghent</td><td>3</td></tr></table>",
      ["t(Port): Port | Ships", "t(Ghent): Ghent | 3"],
    ],
    [
      "reads a table that is never closed to its last cell",
      " <table>\n  <tbody>\n\t\t<!--row-->\n    <tr>\n      <td>Ghent</td>\n\t\t\t<td>5 to 13 Aug\n(Closed on 7 Aug)</td>\n    </tr>\n    <!--end-->\n\n    <tr>\n      <td>Bruges\nQuay</td>\n\n\t\t\t<td>14 Aug</td>\n    </tr>\n\nIt **sails**.",
      [
        "t(Ghent): Ghent | 5 to 13 Aug (Closed on 7 Aug)",
        "t(Bruges Quay): Bruges Quay | 14 Aug",
        "p: It sails.",
      ],
    ],
    [
      "reads on after a table without rows that is never closed",
      "<table>\n\nIt **sails**.\n\n```html\n<td>a</td>\n```",
      ["p: It sails.", "c: <td>a</td>"],
    ],
    [
      "reads cells whose row was cut off",
      "<td>Ghent</td>\n<td>3</td>\n</tr>\n<tr>\n<td>Ostend</td>\n<td>4</td>\n</tr>",
      ["t(Ghent): Ghent | 3", "t(Ostend): Ostend | 4"],
    ],
    [
      "keeps what ends as a cell, and began as none",
      "<div>at noon</td>\n<td>Ghent</td><td>3</td></tr></div>",
      ["p: at noon", "t(Ghent): Ghent | 3"],
    ],
    [
      "drops scripts and styles",
      "<style>\np { }\n\n</style>\n\nIt sails.<script>a()</script>",
      ["p: It sails."],
    ],
    ["reads Markdown within HTML", "<div markdown=1>\n### Quay\n</div>", ["h: Quay"]],
    ["drops containers", "::: note\nIt sails.\n:::", ["p: It sails."]],
    [
      "drops imports of MDX",
      'import Ship from "./ship"\n\nIt <Ship name={{a: 1}} /> sails.',
      ["p: It sails."],
    ],
    ["drops rules", "One.\n\n---\n\nTwo.\n\n***", ["p: One.", "p: Two."]],
    ["has no blocks without text", "\n \n", []],
  ])("%s", (_, source, expected) => {
    expect(told(readMarkdown(source))).toEqual(expected);
  });

  it.each<[string, string, string, string[]]>([
    [
      "German",
      "---\ntitle: Die *Fähre* fährt\n---\nDie Fähre fährt **wieder**, sagte die\nBürgermeisterin.[^1]",
      "Die Fähre fährt",
      ["p: Die Fähre fährt wieder, sagte die Bürgermeisterin."],
    ],
    [
      "French",
      "# Le bac repart\n\nLe port a dit :\n\n- « [oui](/o) »\n- « non »",
      "Le bac repart",
      ["p: Le port a dit :", "l(Le port a dit :): « oui »", "l(Le port a dit :): « non »"],
    ],
    [
      "Russian",
      "---\ntitle: Паром снова ходит\n---\n**Паром** _снова_ ходит, сообщил\n[порт](https://a.example).",
      "Паром снова ходит",
      ["p: Паром снова ходит, сообщил порт."],
    ],
    [
      "Arabic",
      "---\ntitle: العبارة تعود\n---\nعادت **العبارة** إلى\n[الميناء](/m) اليوم.",
      "العبارة تعود",
      ["p: عادت العبارة إلى الميناء اليوم."],
    ],
    ["Chinese", "# 渡轮复航\n\n**渡轮**今天\n[复航](/f)。", "渡轮复航", ["p: 渡轮今天复航。"]],
    [
      "Japanese",
      "# フェリー再開\n\nフェリーが*今日*\n再開した。",
      "フェリー再開",
      ["p: フェリーが今日再開した。"],
    ],
    [
      "Portuguese",
      "+++\ntitle = 'A balsa voltou'\n+++\n> «A **balsa** voltou», disse a\n> prefeita.",
      "A balsa voltou",
      ["q: «A balsa voltou», disse a prefeita."],
    ],
    [
      "Hindi",
      "---\nheadline: नौका फिर चली\n---\n**नौका** आज\n_फिर_ चली।",
      "नौका फिर चली",
      ["p: नौका आज फिर चली।"],
    ],
    [
      "Polish",
      "# Prom znów pływa\n\n| Port | Statki |\n|--|--|\n| **Gdańsk** | 3 |",
      "Prom znów pływa",
      ["t(Port): Port | Statki", "t(Gdańsk): Gdańsk | 3"],
    ],
    [
      "Greek",
      "Το πλοίο επέστρεψε\n===\n\nΤο *πλοίο* επέστρεψε{: .x} σήμερα.",
      "Το πλοίο επέστρεψε",
      ["p: Το πλοίο επέστρεψε σήμερα."],
    ],
  ])("is read in %s", (_, source, headline, blocks) => {
    const document = readMarkdown(source);
    expect(document.headline).toBe(headline);
    expect(told(document)).toEqual(blocks);
  });
});

const word = fc.constantFrom("ferry", "sails", "Ghent", "quay", "été", "паром", "again", "mayor", "ships");
const words = fc.array(word, { minLength: 1, maxLength: 12 });
const MARKS = [
  "*",
  "_",
  "`",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "!",
  "#",
  "-",
  "|",
  "\n",
  "\n\n",
  " ",
  "    ",
  "a",
  "1. ",
  "{{",
  "}}",
  "{%",
  "%}",
  "~~~",
  "```",
  "<!--",
  "-->",
  "<b>",
  "</b>",
  "<table>",
  "</table>",
  "[^1]",
  ":",
  "\\",
  "&amp;",
  "---\n",
  "+++\n",
  "title: ",
];

describe("any Markdown", () => {
  it("gives a document whose blocks are folded and not empty", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }), (marks) => {
        for (const { kind, text } of readMarkdown(marks.join("")).blocks) {
          expect(text.trim()).not.toBe("");
          expect(kind === "code" || !/[\n\t]| {2}/.test(text)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives a document of any string", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 300 }),
        (source) => readMarkdown(source).format === "markdown",
      ),
    );
  });

  it("has the same blocks when it is wrapped elsewhere", () => {
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.constantFrom(" ", "\n")), (text, breaks) => {
        const wrapped = text
          .slice(1)
          .reduce<string>((line, next) => `${line}${breaks.next().value}${next}`, text[0] ?? "");
        expect(readMarkdown(wrapped).blocks).toEqual(readMarkdown(text.join(" ")).blocks);
      }),
    );
  });

  it("has the same blocks when targets, emphasis, classes, images, tags and comments change", () => {
    const dressed = [
      (text: string) => `**${text}**`,
      (text: string) => `_${text}_`,
      (text: string) => `[${text}](https://a.example/x_y "t")`,
      (text: string) => `[${text}][r]`,
      (text: string) => `<span class="a">${text}</span>`,
      (text: string) => `${text}{: .a}`,
      (text: string) => `${text}[^1]`,
      (text: string) => `![*alt*](a.png) ${text}`,
      (text: string) => `${text}<!-- ${text} -->`,
      (text: string) => `{{ a.b }} ${text}`,
    ];
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.constantFrom(...dressed)), (text, dresses) => {
        const source = text.map((plain) => dresses.next().value(plain)).join(" ");
        expect(told(readMarkdown(`${source}\n\n[r]: /r`))).toEqual([`p: ${text.join(" ")}`]);
      }),
    );
  });
});

describe("hostile Markdown", () => {
  it("is read within bounds", { timeout: 120_000 }, () => {
    for (const [name, source] of HOSTILE_MARKDOWN) {
      const { blocks } = readMarkdown(source(100_000));
      expect(blocks.length, name).toBeLessThan(100_000);
    }
  });
});

it.each(["The ferry sails.\\\nThe pier is open.", "The ferry sails.\\\\\nThe pier is open."])(
  "backslashes at the end of a line break it: %j",
  (source) => {
    expect(told(readMarkdown(source))).toEqual(["p: The ferry sails. The pier is open."]);
  },
);

it.each([
  ["Franklin", '@def title = "Ferry sails"\n@def published = "3 May 2031"\n\nIt left at noon.'],
  ["Franklin in three quotation marks", '@def title = """Ferry sails"""\n\nIt left at noon.'],
  ["a block of MyST", "```{post} 2031-05-03\n:author: Ann\n```\n\n# Ferry sails\n\nIt left at noon."],
  ["an export", "export { x } from './layout';\n\n# Ferry sails\n\nIt left at noon."],
])("the headline is found in or behind the front matter of %s", (_, source) => {
  const document = readMarkdown(source);
  expect(document.headline).toBe("Ferry sails");
  expect(told(document).filter((block) => !block.startsWith("c:"))).toEqual(["p: It left at noon."]);
});

it.each([
  "![](a.jpg)\n*The crew at the pier*\n\nIt sails.",
  "![](a.jpg)\n\n*The crew at the pier*\n\nIt sails.",
  "![](a.jpg)\n\n<small>The crew at the pier</small>\n\nIt sails.",
  "![](a.jpg) <em>The crew at the pier</em>\n\nIt sails.",
])("a text set apart below a picture is its caption: %j", (source) => {
  expect(told(readMarkdown(source))).toEqual(["f: The crew at the pier", "p: It sails."]);
});

it.each([
  ["*The crew at the pier*", ["p: The crew at the pier"]],
  ["![](a.jpg)\n\nThe *crew* sails.", ["p: The crew sails."]],
  ["![](a.jpg)\n\n**It sails at noon.**", ["p: It sails at noon."]],
  ["![](a.jpg)\n\nIt sails.\n\n*It sails at noon.*", ["p: It sails.", "p: It sails at noon."]],
])("is no caption: %j", (source, blocks) => {
  expect(told(readMarkdown(source))).toEqual(blocks);
});

it("a description that repeats the first paragraph takes nothing from the text", () => {
  const lead = "The ferry sails again.";
  const document = readMarkdown(`---\ntitle: Ferry\ndescription: ${lead}\n---\n${lead}\n\nIt left at noon.`);
  expect(document.deck).toBeUndefined();
  expect(told(document)).toEqual([`p: ${lead}`, "p: It left at noon."]);
});

it("escapes of eight digits are read in a front matter", () => {
  expect(readMarkdown('---\ntitle: "\\U0001F637 Ferry \\x41"\n---\nIt left.').headline).toBe("😷 Ferry A");
});

it.each([
  ["**Presentation**\nThe crew spoke.", ["p: Presentation", "p: The crew spoke."]],
  ["**Presentation** of the\ncrew.", ["p: Presentation of the crew."]],
  ["**It sails.**", ["p: It sails."]],
  ["**Ann Ray**\n**Tom Vik**\nspoke.", ["p: Ann Ray Tom Vik spoke."]],
])("a bold line above the first sentence is a line of its own: %j", (source, blocks) => {
  expect(told(readMarkdown(source))).toEqual(blocks);
});
