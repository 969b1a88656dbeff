import { describe, expect, test } from "vitest";
import type { Document } from "../../../../../../functions/digest/story/formats/document.ts";
import { parseJsonFields } from "../../../../../../functions/digest/story/formats/json/json-fields.ts";
import {
  type JsonOptions,
  readJsonStory,
} from "../../../../../../functions/digest/story/formats/json/json-story.ts";
import { parseJson } from "../../../../../../functions/digest/story/formats/json/parse-json.ts";
import { anyCharacter } from "../../../../../support/any-character.ts";
import { fc } from "../../../../../support/laws.ts";

/** A document with its blocks as lines; a kind other than a paragraph is named. */
function shown(document: Document | undefined): unknown {
  if (document === undefined) {
    return undefined;
  }
  const { format: _, omitted: __, blocks, ...stated } = document;
  return {
    ...stated,
    blocks: blocks.map(({ kind, text }) => (kind === "paragraph" ? text : `${kind}: ${text}`)),
  };
}

function read(value: unknown, jsonFields = ""): unknown {
  return shown(readSource(JSON.stringify(value), { jsonFields: parseJsonFields(jsonFields) }));
}

describe("a text in JSON without a stated format", () => {
  test.each<[string, string, string[]]>([
    ["a link", "See [the plan](https://example.org/plan).", ["See the plan."]],
    ["strong words", "The ferry is **late**.", ["The ferry is late."]],
    [
      "a heading and a list",
      "# Piers\n\n- North\n- South",
      ["heading: Piers", "list item: North", "list item: South"],
    ],
    ["a fence", "Run it:\n\n```sh\nsail **now**\n```", ["Run it:", "code: sail **now**"]],
    ["a reference", "Ask [her].\n\n[her]: https://example.org", ["Ask her."]],
    ["a table", "Pier | Berths\n---|---\nNorth | 4", ["table row: Pier | Berths", "table row: North | 4"]],
    [
      "a quotation and code",
      "> We sail at noon.\n\nCall `sail`.",
      ["quotation: We sail at noon.", "Call sail."],
    ],
    ["words in Japanese", "船は**正午**に出る。", ["船は正午に出る。"]],
  ])("is read as Markdown where it has %s", (_, body, blocks) => {
    expect(read({ title: "Ferry", body })).toEqual({ headline: "Ferry", blocks });
    expect(read({ title: "Ferry", content: body })).toEqual({ headline: "Ferry", blocks });
  });

  test.each([
    ["lines that begin with dashes", "- He left.\n- She stayed."],
    ["products", "It takes 5 * 3 or 2 * 4 days."],
    ["words that are not spelt out", "What a f**k and s**t."],
    ["a number sign", "They live in #4.\n#ferry"],
    ["names of files", "Set pier_one and pier_two."],
    ["an editor's brackets", "She said [the ferry] (the old one) sails."],
  ])("keeps %s", (_, body) => {
    expect(read({ title: "Ferry", body })).toEqual({ headline: "Ferry", blocks: body.split("\n") });
  });

  test("has its headline in the heading that leads it, where none is stated", () => {
    const date = "2031-05-02";
    expect(read({ date, body: "## Ferry returns\n\nIt sails on Monday." })).toMatchObject({
      headline: "Ferry returns",
      blocks: ["It sails on Monday."],
    });
    expect(read({ date, body: "<h2>Ferry returns</h2><p>It sails on Monday.</p>" })).toMatchObject({
      headline: "Ferry returns",
      blocks: ["It sails on Monday."],
    });
    expect(read({ date, title: "Ferry", body: "## Why\n\nIt was mended." })).toMatchObject({
      headline: "Ferry",
      blocks: ["heading: Why", "It was mended."],
    });
  });
});

function readSource(source: string, options?: JsonOptions): Document | undefined {
  return readJsonStory(parseJson(source), options);
}

describe("readJsonStory", () => {
  test.each<[string, unknown, unknown]>([
    [
      "ninjs 1",
      {
        uri: "urn:coast:1",
        type: "text",
        headline: "Ferry returns to the bay",
        description_text: "After two years ashore, it sails on Monday.",
        body_html: "<p>The ferry sails on Monday.</p><p>Tickets cost &euro;4.</p>",
        byline: "By Ann Cole",
        language: "en-GB",
        firstcreated: "2031-05-02T08:00:00Z",
        versioncreated: "2031-05-02T09:30:00Z",
        pubstatus: "usable",
        ednote: "CORRECTS price in paragraph 2",
        slugline: "FERRY-BAY",
        urgency: 4,
        associations: { main: { type: "picture", headline: "The ferry", body_text: "Seen from the pier" } },
      },
      {
        headline: "Ferry returns to the bay",
        deck: "After two years ashore, it sails on Monday.",
        byline: "Ann Cole",
        published: "2031-05-02T08:00:00Z",
        updated: "2031-05-02T09:30:00Z",
        lang: "en-GB",
        note: "CORRECTS price in paragraph 2",
        blocks: ["The ferry sails on Monday.", "Tickets cost €4."],
      },
    ],
    [
      "a kill in ninjs",
      {
        type: "text",
        headline: "Ferry sinks",
        pubstatus: "canceled",
        versioncreated: "2031-05-02T10:00:00Z",
        body_text: "",
      },
      { headline: "Ferry sinks", status: "canceled", updated: "2031-05-02T10:00:00Z", blocks: [] },
    ],
    [
      "ninjs 2 with headlines and bodies",
      {
        uri: "urn:küste:2",
        headlines: [
          { role: "short", value: "Fähre fährt" },
          { role: "main", value: "Die Fähre fährt wieder" },
        ],
        bodies: [{ role: "main", contenttype: "text/html", value: "<p>Sie legt um acht ab.</p>" }],
        by: "Von Hans Weiß",
        language: "de",
        pubstatus: "withheld",
      },
      {
        headline: "Die Fähre fährt wieder",
        byline: "Hans Weiß",
        lang: "de",
        status: "withheld",
        blocks: ["Sie legt um acht ab."],
      },
    ],
    [
      "Superdesk",
      {
        _id: "tag:1",
        type: "text",
        headline: "Council votes",
        abstract: "<p>Nine to four.</p>",
        body_html: "<p>The council voted.</p><h2>Next</h2><p>A second vote.</p>",
        authors: [{ name: "Ann Cole", role: "writer" }, { name: "Bo Lind" }],
        state: "killed",
        dateline: { text: "EASTON, May 2 (Coast Wire) -" },
      },
      {
        headline: "Council votes",
        deck: "Nine to four.",
        byline: "Ann Cole, Bo Lind",
        status: "canceled",
        blocks: ["EASTON, May 2 (Coast Wire) – The council voted.", "heading: Next", "A second vote."],
      },
    ],
    [
      "schema.org in a graph, its author by reference",
      {
        "@context": "https://schema.org",
        "@graph": [
          { "@type": "WebPage", "@id": "#page", name: "Page", description: "A page of the site" },
          { "@type": "Person", "@id": "#ann", name: "Ann Cole", description: "Writes about ships" },
          {
            "@type": "NewsArticle",
            headline: "Le bac reprend",
            articleBody: "Le bac reprend lundi.\n\nLe billet coûte 4 €.",
            author: { "@id": "#ann" },
            datePublished: "2031-05-02",
            dateModified: "2031-05-03",
            inLanguage: "fr",
          },
        ],
      },
      {
        headline: "Le bac reprend",
        byline: "Ann Cole",
        published: "2031-05-02",
        updated: "2031-05-03",
        lang: "fr",
        blocks: ["Le bac reprend lundi.", "Le billet coûte 4 €."],
      },
    ],
    [
      "a post of WordPress",
      {
        id: 7,
        date: "2031-05-02T10:00:00",
        date_gmt: "2031-05-02T08:00:00",
        modified_gmt: "2031-05-02T09:00:00",
        status: "publish",
        type: "post",
        title: { rendered: "Bridge &#8216;safe&#8217;" },
        content: {
          rendered: "<p>The bridge is safe.</p>\n<ul>\n<li>North</li><li>South</li></ul>",
          protected: false,
        },
        excerpt: { rendered: "<p>The bridge is safe. [&hellip;]</p>" },
        author: 3,
        _embedded: { author: [{ id: 3, name: "Ann Cole" }] },
      },
      {
        headline: "Bridge ‘safe’",
        byline: "Ann Cole",
        published: "2031-05-02T08:00:00Z",
        updated: "2031-05-02T09:00:00Z",
        blocks: ["The bridge is safe.", "list item: North", "list item: South"],
      },
    ],
    [
      "a draft of Ghost",
      {
        posts: [
          {
            title: "El puente abre",
            html: "<p>El puente abre hoy.</p>",
            plaintext: "El puente abre hoy.",
            lexical: '{"root":{"children":[]}}',
            custom_excerpt: "Tras dos años de obras.",
            status: "draft",
            published_at: null,
            updated_at: "2031-05-02T09:00:00.000Z",
            primary_author: { name: "Ana Ruiz", slug: "ana" },
          },
        ],
      },
      {
        headline: "El puente abre",
        deck: "Tras dos años de obras.",
        byline: "Ana Ruiz",
        updated: "2031-05-02T09:00:00.000Z",
        status: "draft",
        blocks: ["El puente abre hoy."],
      },
    ],
    [
      "plain fields in camel case, one level down",
      {
        status: "ok",
        data: { Title: "A", "body-text": "One.\nTwo.", publishedAt: 1935475200, isDraft: true, Author: "Bo" },
      },
      {
        headline: "A",
        byline: "Bo",
        published: "2031-05-02T08:00:00Z",
        status: "draft",
        blocks: ["One.", "Two."],
      },
    ],
    [
      "German names of fields",
      {
        Überschrift: "Brücke offen",
        Vorspann: "Seit heute früh.",
        Text: "Die Brücke ist offen.",
        Autor: "Eva Groß",
        Sprache: "de",
      },
      {
        headline: "Brücke offen",
        deck: "Seit heute früh.",
        byline: "Eva Groß",
        lang: "de",
        blocks: ["Die Brücke ist offen."],
      },
    ],
    [
      "paragraphs in a list",
      {
        headline: "橋が開通",
        paragraphs: ["橋が開通した。", "", "料金は無料。"],
        lang: "ja",
        correction: "2段落目を訂正",
      },
      { headline: "橋が開通", lang: "ja", note: "2段落目を訂正", blocks: ["橋が開通した。", "料金は無料。"] },
    ],
    [
      "Arabic",
      { title: "افتتاح الجسر", content: "<p dir='rtl'>افتتح الجسر اليوم.</p>", language: "ar" },
      { headline: "افتتاح الجسر", lang: "ar", blocks: ["افتتح الجسر اليوم."] },
    ],
    [
      "the blocks of Editor.js",
      {
        title: "A",
        content: {
          blocks: [
            { type: "header", data: { text: "Part one", level: 2 } },
            { type: "paragraph", data: { text: "One <b>bold</b> word." } },
            { type: "list", data: { style: "unordered", items: ["x", "y"] } },
            { type: "image", data: { file: { url: "https://example.org/a.jpg" }, caption: "The pier" } },
            {
              type: "table",
              data: {
                content: [
                  ["Town", "4"],
                  ["Bay", "5"],
                ],
              },
            },
            { type: "code", data: { text: "a()" } },
          ],
        },
      },
      {
        headline: "A",
        blocks: [
          "heading: Part one",
          "One bold word.",
          "list item: x",
          "list item: y",
          "caption: The pier",
          "table row: Town | 4",
          "table row: Bay | 5",
          "code: a()",
        ],
      },
    ],
    [
      "the nodes of ProseMirror, written as a text",
      {
        title: "A",
        body: JSON.stringify({
          type: "doc",
          content: [
            { type: "heading", content: [{ type: "text", text: "Top" }] },
            {
              type: "paragraph",
              content: [
                { type: "text", text: "One " },
                { type: "text", text: "link", marks: [{}] },
                { type: "text", text: "." },
              ],
            },
            {
              type: "blockquote",
              content: [{ type: "paragraph", content: [{ type: "text", text: "Never." }] }],
            },
          ],
        }),
      },
      { headline: "A", blocks: ["heading: Top", "One link.", "quotation: Never."] },
    ],
    [
      "Portable Text",
      {
        title: "A",
        body: [
          { _type: "block", style: "h2", children: [{ _type: "span", text: "Top" }] },
          {
            _type: "block",
            style: "normal",
            children: [
              { _type: "span", text: "One " },
              { _type: "span", text: "two." },
            ],
          },
          { _type: "block", style: "normal", listItem: "bullet", children: [{ _type: "span", text: "x" }] },
        ],
      },
      { headline: "A", blocks: ["heading: Top", "One two.", "list item: x"] },
    ],
    [
      "a list of several stories, each a heading and its text",
      [
        { title: { rendered: "One" }, content: { rendered: "<p>First.</p>" } },
        { title: { rendered: "Two" }, content: { rendered: "<p>Second.</p>" } },
      ],
      { blocks: ["heading: One", "First.", "heading: Two", "Second."] },
    ],
    [
      "JSON Feed with one item",
      {
        version: "https://jsonfeed.org/version/1.1",
        title: "Wire",
        items: [{ title: "One", content_html: "<p>First.</p>", date_published: "2031-05-02" }],
      },
      { headline: "One", published: "2031-05-02", blocks: ["First."] },
    ],
    [
      "an author's address, which is no byline",
      { title: "A", body: "One.", author: "ann@example.org", authors: ["https://example.org/ann"] },
      { headline: "A", blocks: ["One."] },
    ],
    [
      "a live blog",
      {
        "@type": "LiveBlogPosting",
        headline: "Storm",
        liveBlogUpdate: [{ "@type": "BlogPosting", headline: "Noon", articleBody: "It rains." }],
      },
      { headline: "Storm", blocks: ["heading: Noon", "It rains."] },
    ],
  ])("reads %s", (_, value, document) => {
    expect(read(value)).toEqual(document);
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["plain text", "The ferry sails."],
    ["JSON cut off", '{"headline":"Ferry","body":"The fer'],
    ["lines of JSON", '{"title":"a","body":"b"}\n{"title":"c","body":"d"}'],
    ["a number", "7"],
    ["settings", '{"name":"late","version":"1.0","description":"A tool of ours","author":"Bo"}'],
    ["a schema", '{"title":"Form","description":"A form to fill","type":"object","properties":{}}'],
    ["a picture of ninjs", '{"type":"picture","headline":"Ferry","body_text":"Seen from the pier"}'],
    ["an empty list", "[]"],
    ["GeoJSON", '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point"}}]}'],
    ["nested lists without end", "[".repeat(200_000) + "]".repeat(200_000)],
  ])("finds no story in %s", (_, source) => {
    expect(readSource(source)).toBeUndefined();
  });

  test("reads a story with its dates around it, as content platforms give it", () => {
    const fields = {
      headline: "Ferry back",
      standfirst: "<p>After two years.</p>",
      body: "<p>It sails.</p>",
      byline: "Ann Cole",
    };
    const content = { webTitle: "Ferry", webPublicationDate: "2031-05-02", fields };
    expect(read({ response: { status: "ok", content } })).toEqual({
      headline: "Ferry back",
      deck: "After two years.",
      byline: "Ann Cole",
      published: "2031-05-02",
      blocks: ["It sails."],
    });
  });

  test("tells texts whose field it does not know as left out", () => {
    const source = JSON.stringify({
      title: "A",
      body: "One.",
      sidebar_text: "<p>Five words that were left.</p>",
      id: "x",
    });
    expect(readSource(source)?.omitted).toEqual([
      { reason: 'field "sidebartext" is not mapped', text: "Five words that were left." },
    ]);
  });

  test("reads past a byte order mark", () => {
    expect(shown(readSource('\ufeff{"title":"A","body":"One."}'))).toEqual({
      headline: "A",
      blocks: ["One."],
    });
  });

  test("reads mapped fields where a setting says, and the others by their names", () => {
    const value = {
      meta: { title: "Ferry returns", people: [{ n: "Ann Cole" }, { n: "Bo Lind" }] },
      story: { parts: [{ words: "<p>One.</p>" }, { words: "Two." }] },
    };
    const fields = "headline=meta.title, body = story.parts[].words, byline=meta.people[].n";
    expect(read(value, fields)).toEqual({
      headline: "Ferry returns",
      byline: "Ann Cole, Bo Lind",
      blocks: ["One.", "Two."],
    });
    expect(read({ title: "A", body: "One.", x: { when: "2031" } }, "published=x.when")).toEqual({
      headline: "A",
      published: "2031",
      blocks: ["One."],
    });
    expect(read([{ h: "A", b: "B" }], "headline=[0].h,body=[0].b")).toEqual({ headline: "A", blocks: ["B"] });
  });

  test("reads the HTML of a body", () => {
    const document = readSource('{"title":"A","body":"<pre>x</pre><p>y</p>"}');
    expect(document?.blocks).toMatchObject([
      { kind: "code", text: "x" },
      { kind: "paragraph", text: "y" },
    ]);
  });

  test("reads 20,000 lists in one another, also inside a story", () => {
    const deep = "[".repeat(20_000) + "]".repeat(20_000);
    const source = `{"title":"A","body":"One.","role":${deep},"date":${deep},"author":${deep},"@graph":${deep}}`;
    expect(shown(readSource(source))).toEqual({ headline: "A", blocks: ["One."] });
    expect(readSource(`{"title":"A","body":${deep}}`)).toBeUndefined();
  });

  test("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (source) => {
        readSource(source);
      }),
    );
  });

  const names = fc.constantFrom(
    ..."headline title body content blocks text type children data items author date status published lang note deck rendered value role @graph @id paragraphs __proto__ constructor toString".split(
      " ",
    ),
  );

  test("never throws on any JSON, and shows none of it", () => {
    const words = fc.constantFrom(
      "The ferry sails.",
      "",
      "2031-05-02",
      "heading",
      '{"a":"b"}',
      '[{"text":"c"}]',
      "{}",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        words,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie("list"),
        tie("record"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      record: fc.dictionary(names, tie("value"), { maxKeys: 6 }),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const document = readSource(JSON.stringify(json));
        const {
          format: _,
          omitted: __,
          blocks = [],
          ...stated
        } = document ?? { format: "json", omitted: [] };
        const texts = [...blocks.map(({ text }) => text), ...Object.values(stated).flat()];
        expect(texts.filter((text) => /[{}[\]"]/.test(text) || text.trim() === "")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("parseJsonFields", () => {
  test("reads names and paths", () => {
    expect(parseJsonFields("headline=meta.title,body=content.blocks[].text,byline=authors[0].name")).toEqual({
      headline: ["meta", "title"],
      body: ["content", "blocks", "[]", "text"],
      byline: ["authors", 0, "name"],
    });
    expect(parseJsonFields(" ")).toEqual({});
  });

  test.each([
    ["headline", 'expected name=path, found "headline"'],
    ["titel=a", '"titel" is no field of a story; use one of headline, deck'],
    ["body=a,body=b", "body is mapped twice"],
    ["body=", 'the path of body is ""'],
    ["body=a..b", 'the path of body is "a..b"'],
    ["body=a[x]", 'the path of body is "a[x]"'],
    ["body=a[", 'the path of body is "a["'],
    [`body=${"a.".repeat(40)}b`, "has 41 steps; at most 32 are read"],
  ])("refuses %j", (text, message) => {
    expect(() => parseJsonFields(text)).toThrow(message);
  });
});

test.each([
  ['&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p class="a"&gt;Three.&lt;/p&gt;', ["One & two.", "Three."]],
  ["\n&lt;div&gt;Eins.&lt;/div&gt;\n&lt;div&gt;Zwei&amp;nbsp;drei.&lt;/div&gt;", ["Eins.", "Zwei drei."]],
  ["A tag is written &lt;p&gt; in HTML.", ["A tag is written <p> in HTML."]],
  ["<p>A tag is written &lt;p&gt;.</p>", ["A tag is written <p>."]],
])("a body that was escaped as a whole is HTML, one that only has escapes is not: %j", (body, blocks) => {
  expect(read({ headline: "A", body_html: body })).toEqual({ headline: "A", blocks });
});
