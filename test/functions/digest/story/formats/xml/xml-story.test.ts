import { describe, expect, test } from "vitest";
import type { Document } from "../../../../../../functions/digest/story/formats/document.ts";
import { readXmlStory } from "../../../../../../functions/digest/story/formats/xml/xml-story.ts";
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

const read = (source: string) => shown(readXmlStory(source));

const rss = (channel: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}</channel></rss>`;

const nitf = (body: string, head = "") =>
  `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head>${head}</head><body>${body}</body></nitf>`;

const newsItem = (meta: string, content: string, item = "") =>
  `<newsItem guid="urn:1" xml:lang="en" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>${item}</itemMeta><contentMeta>${meta}</contentMeta><contentSet>${content}</contentSet></newsItem>`;

describe("readXmlStory reads RSS and Atom:", () => {
  test.each<[string, string, unknown]>([
    [
      "an item with its text in CDATA",
      rss(`<title>Coast Wire</title><language>en-gb</language><image><title>Logo</title></image><item>
        <title>Ferry &amp;#8216;back&amp;#8217; in the bay</title><dc:creator><![CDATA[Ann Cole]]></dc:creator>
        <pubDate>Fri, 02 May 2031 08:00:00 +0000</pubDate><category>Ships</category><guid>https://example.org/1</guid>
        <description><![CDATA[<p>The ferry sails on Monday. [&#8230;]</p>]]></description>
        <content:encoded><![CDATA[<p>The ferry sails on Monday.</p><blockquote>At last.</blockquote>]]></content:encoded>
        <media:title>Photo</media:title></item>`),
      {
        headline: "Ferry ‘back’ in the bay",
        byline: "Ann Cole",
        published: "Fri, 02 May 2031 08:00:00 +0000",
        lang: "en-gb",
        blocks: ["The ferry sails on Monday.", "quotation: At last."],
      },
    ],
    [
      "an item with escaped HTML",
      rss(
        "<item><title>Le bac</title><author>ann@example.org (Ann Cole)</author><description>&lt;p&gt;Il part &amp;agrave; midi.&lt;/p&gt;&lt;p&gt;Fin.&lt;/p&gt;</description></item>",
      ),
      { headline: "Le bac", byline: "Ann Cole", blocks: ["Il part à midi.", "Fin."] },
    ],
    [
      "an address, which is no byline",
      rss("<item><title>A</title><author>ann@example.org</author><description>One.</description></item>"),
      { headline: "A", blocks: ["One."] },
    ],
    [
      "a feed with two items, each a heading and its text",
      rss(
        "<title>Wire</title><lastBuildDate>now</lastBuildDate><item><title>Eins</title><description>Erster Text.</description></item><item><title>Zwei</title><description>Zweiter Text.</description></item>",
      ),
      { headline: "Wire", blocks: ["heading: Eins", "Erster Text.", "heading: Zwei", "Zweiter Text."] },
    ],
    [
      "an item alone",
      "<item><title>A</title><description>One.</description></item>",
      { headline: "A", blocks: ["One."] },
    ],
    [
      "RSS 1.0",
      `<rdf:RDF xmlns:rdf="r" xmlns="x"><channel><title>Wire</title></channel><item><title>A</title><description>One.</description><dc:date>2031-05-02</dc:date></item></rdf:RDF>`,
      { headline: "A", published: "2031-05-02", blocks: ["One."] },
    ],
    [
      "an entry of Atom in XHTML",
      `<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><title type="html">Bron &amp;amp; båten</title><author><name>Eva Ek</name><email>eva@example.org</email></author>
        <published>2031-05-02T08:00:00Z</published><updated>2031-05-02T09:00:00Z</updated><summary>Två år senare öppnar den igen.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Bron</h2><p>Bron är <b>öppen</b>.</p></div></content></entry>`,
      {
        headline: "Bron & båten",
        deck: "Två år senare öppnar den igen.",
        byline: "Eva Ek",
        published: "2031-05-02T08:00:00Z",
        updated: "2031-05-02T09:00:00Z",
        lang: "sv",
        blocks: ["heading: Bron", "Bron är öppen."],
      },
    ],
    [
      "a draft in a feed of one entry, with prefixes",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="ru"><a:title>Лента</a:title><a:entry><a:title>Мост открыт</a:title><app:control><app:draft>yes</app:draft></app:control><a:content type="html">&lt;p&gt;Мост открыт.&lt;/p&gt;</a:content></a:entry></a:feed>`,
      { headline: "Мост открыт", lang: "ru", status: "draft", blocks: ["Мост открыт."] },
    ],
    [
      "an entry whose content is a picture",
      `<entry><title>A</title><summary>One.</summary><content type="image/png">iVBORw0KGgo=</content></entry>`,
      { headline: "A", blocks: ["One."] },
    ],
    [
      "a file that breaks off",
      "<rss><channel><item><title>A</title><description><![CDATA[<p>One.</p><p>Tw",
      { headline: "A", blocks: ["One.", "Tw"] },
    ],
    [
      "tags that close nothing, and a bare ampersand",
      "<rss><channel></b></item><item><title>Q & A</title></i><description>R&D, 5 &lt; 6.</description></item>",
      { headline: "Q & A", blocks: ["R&D, 5 < 6."] },
    ],
    [
      "Chinese",
      rss(
        "<item><title>大桥开通</title><description>大桥今天开通。</description><dc:language>zh-CN</dc:language></item>",
      ),
      { headline: "大桥开通", lang: "zh-CN", blocks: ["大桥今天开通。"] },
    ],
    [
      "Arabic",
      rss(
        "<item><title>افتتاح الجسر</title><description>&lt;p dir='rtl'&gt;افتتح اليوم.&lt;/p&gt;</description></item>",
      ),
      { headline: "افتتاح الجسر", blocks: ["افتتح اليوم."] },
    ],
  ])("%s", (_, source, document) => {
    expect(read(source)).toEqual(document);
  });
});

describe("readXmlStory reads NITF:", () => {
  const text = "<body.content><p>The ferry sails.</p></body.content>";

  test.each<[string, string, unknown]>([
    [
      "headlines, byline, dateline, dates, message and content",
      nitf(
        `<body.head><hedline><hl1>Ferry <em>returns</em></hl1><hl2>After two years</hl2></hedline>
          <byline>By <person>Ann Cole</person><byttl>Coast Wire</byttl></byline><distributor><org>Coast Wire</org></distributor>
          <dateline><location><city>EASTON</city>, <state>Maine</state></location></dateline></body.head>
          <body.content><block><p>The ferry <org>Ann</org> sails.</p><hl2>Prices</hl2><ul><li>Adults: 4</li></ul>
          <table><tr><td>Town</td><td>4</td></tr></table><bq><block><p>At last.</p></block></bq>
          <media media-type="image"><media-reference source="a.jpg"/><media-caption>The pier</media-caption><media-producer>Bo</media-producer></media></block></body.content>
          <body.end><tagline>Bo Lind helped.</tagline></body.end>`,
        `<title>FERRY</title><docdata management-status="usable"><date.issue norm="20310502T080000Z"/><ed-msg info="ADDS prices"/><urgency ed-urg="4"/></docdata><pubdata date.publication="20310503"/><revision-history norm="20310502T093000+0200"/>`,
      ),
      {
        headline: "Ferry returns",
        deck: "After two years",
        byline: "Ann Cole Coast Wire",
        published: "2031-05-02T08:00:00Z",
        updated: "2031-05-02T09:30:00+02:00",
        note: "ADDS prices",
        blocks: [
          "EASTON, Maine – The ferry Ann sails.",
          "heading: Prices",
          "list item: Adults: 4",
          "table row: Town | 4",
          "quotation: At last.",
          "caption: The pier",
        ],
      },
    ],
    [
      "a kill",
      nitf(text, `<title>Ferry</title><docdata management-status="canceled"/>`),
      { headline: "Ferry", status: "canceled", blocks: ["The ferry sails."] },
    ],
    [
      "a status in a meta element",
      nitf(text, `<meta name="doc.status" content="withheld"/>`),
      { status: "withheld", blocks: ["The ferry sails."] },
    ],
    [
      "an editor's note, but no copyright",
      nitf(
        `<body.head><note noteclass="cpyrt"><body.content><p>© Wire</p></body.content></note><note noteclass="editorsnote">Embargoed until noon.</note></body.head>${text}`,
      ),
      { note: "Embargoed until noon.", blocks: ["The ferry sails."] },
    ],
    [
      "an abstract",
      nitf(`<body.head><abstract><p>In two words.</p></abstract></body.head>${text}`),
      { deck: "In two words.", blocks: ["The ferry sails."] },
    ],
    [
      "two bylines",
      nitf(`<body.head><byline>Ann Cole</byline><byline>Bo Lind</byline></body.head>${text}`),
      { byline: "Ann Cole, Bo Lind", blocks: ["The ferry sails."] },
    ],
    [
      "a date of publication alone",
      nitf(text, `<pubdata date.publication="20310503"/>`),
      { published: "2031-05-03", blocks: ["The ferry sails."] },
    ],
    [
      "a dateline that the text repeats",
      nitf(
        `<body.head><dateline>EASTON -</dateline></body.head><body.content><p>EASTON - It sails.</p></body.content>`,
      ),
      { blocks: ["EASTON - It sails."] },
    ],
    [
      "content without elements",
      nitf("<body.content>One.\n\nTwo.</body.content>"),
      { blocks: ["One.", "Two."] },
    ],
    [
      "German, with a language",
      `<nitf xml:lang="de"><body><body.head><hedline><hl1>Die Fähre</hl1></hedline><byline>Von Eva Groß</byline></body.head><body.content><p>Sie fährt &#228;ußerst schnell.</p></body.content></body></nitf>`,
      { headline: "Die Fähre", byline: "Eva Groß", lang: "de", blocks: ["Sie fährt äußerst schnell."] },
    ],
    [
      "Japanese",
      nitf(
        "<body.head><hedline><hl1>橋が開通</hl1></hedline></body.head><body.content><p>橋が開通した。</p></body.content>",
      ),
      { headline: "橋が開通", blocks: ["橋が開通した。"] },
    ],
    [
      "names of entities that only HTML has, escaped or not",
      nitf(
        "<body.head><hedline><hl1>A&mdash;B</hl1></hedline></body.head><body.content><p>5&nbsp;&euro; &hellip; d&rsquo;ici &unknown; &amp;copy; R&D</p></body.content>",
      ),
      { headline: "A—B", blocks: ["5 € … d’ici &unknown; &copy; R&D"] },
    ],
    ["paragraphs that are never closed", "<nitf><body.content><p>One.<p>Two.", { blocks: ["One.", "Two."] }],
  ])("%s", (_, source, document) => {
    expect(read(source)).toEqual(document);
  });

  test("tells the tagline as left out", () => {
    const document = readXmlStory(nitf(`${text}<body.end><tagline>Bo helped.</tagline></body.end>`));
    expect(document?.omitted).toEqual([{ reason: "tagline", text: "Bo helped." }]);
  });
});

describe("readXmlStory reads NewsML-G2:", () => {
  const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>The ferry sails.</p></body></html></inlineXML>`;

  test.each<[string, string, unknown]>([
    [
      "an item with XHTML",
      newsItem(
        `<contentCreated>2031-05-02T07:00:00Z</contentCreated><creator qcode="x:1"><name>Coast Wire</name></creator><by>By Ann Cole</by><dateline>EASTON (Coast Wire)</dateline><language tag="en-GB"/><headline>Ferry returns</headline><headline role="hl:sub">After two years</headline><subject><name>Ships</name></subject><slugline>FERRY</slugline>`,
        xhtml,
        `<itemClass qcode="ninat:text"/><provider><name>Wire</name></provider><versionCreated>2031-05-02T09:00:00Z</versionCreated><firstCreated>2031-05-02T08:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><edNote>Corrects price.</edNote>`,
      ),
      {
        headline: "Ferry returns",
        deck: "After two years",
        byline: "Ann Cole",
        published: "2031-05-02T08:00:00Z",
        updated: "2031-05-02T09:00:00Z",
        lang: "en-GB",
        note: "Corrects price.",
        blocks: ["EASTON (Coast Wire) – The ferry sails."],
      },
    ],
    [
      "a kill without content",
      newsItem("<headline>Ferry</headline>", "", `<pubStatus qcode="stat:canceled"/>`),
      { headline: "Ferry", lang: "en", status: "canceled", blocks: [] },
    ],
    [
      "withheld",
      newsItem(
        "<headline>Ferry</headline>",
        xhtml,
        `<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>`,
      ),
      { headline: "Ferry", lang: "en", status: "withheld", blocks: ["The ferry sails."] },
    ],
    [
      "NITF inside",
      newsItem(
        "",
        `<inlineXML contenttype="application/nitf+xml"><nitf:nitf xmlns:nitf="n"><nitf:body><nitf:body.head><nitf:hedline><nitf:hl1>Le bac</nitf:hl1></nitf:hedline><nitf:byline>Par Ana Roux</nitf:byline></nitf:body.head><nitf:body.content><nitf:p>Il part.</nitf:p></nitf:body.content></nitf:body></nitf:nitf></inlineXML>`,
      ),
      { headline: "Le bac", byline: "Ana Roux", lang: "en", blocks: ["Il part."] },
    ],
    [
      "plain data",
      newsItem("<headline>A</headline>", `<inlineData contenttype="text/plain">One.\nTwo.</inlineData>`),
      { headline: "A", lang: "en", blocks: ["One.", "Two."] },
    ],
    [
      "data in base64, which is not read",
      newsItem(
        "<headline>A</headline>",
        `<inlineData contenttype="text/plain" encoding="base64">T25lLg==</inlineData>`,
      ),
      { headline: "A", lang: "en", blocks: [] },
    ],
    [
      "XHTML before the same as data",
      newsItem(
        "<headline>A</headline>",
        `<inlineData contenttype="text/plain">The ferry sails.</inlineData>${xhtml}`,
      ),
      { headline: "A", lang: "en", blocks: ["The ferry sails."] },
    ],
    [
      "paragraphs directly inside",
      newsItem("<headline>A</headline>", "<inlineXML><p>One.</p><p>Two.</p></inlineXML>"),
      { headline: "A", lang: "en", blocks: ["One.", "Two."] },
    ],
    [
      "a message with a text and a picture",
      `<newsMessage><header><sent>2031</sent></header><itemSet>${newsItem("<headline>A</headline>", xhtml, `<itemClass qcode="ninat:text"/>`)}${newsItem("<headline>The pier</headline>", `<remoteContent href="a.jpg"/>`, `<itemClass qcode="ninat:picture"/>`)}</itemSet></newsMessage>`,
      { headline: "A", lang: "en", blocks: ["The ferry sails."] },
    ],
    [
      "a message with two texts",
      `<newsMessage><itemSet>${newsItem("<headline>A</headline>", "<inlineXML><p>One.</p></inlineXML>")}${newsItem("<headline>B</headline>", "<inlineXML><p>Two.</p></inlineXML>")}</itemSet></newsMessage>`,
      { lang: "en", blocks: ["heading: A", "One.", "heading: B", "Two."] },
    ],
    [
      "a summary, but no caption",
      newsItem(
        `<headline>A</headline><description role="drol:caption">A ship.</description><description role="drol:summary">In two words.</description>`,
        xhtml,
      ),
      { headline: "A", deck: "In two words.", lang: "en", blocks: ["The ferry sails."] },
    ],
    [
      "a slugline for want of a headline",
      newsItem(
        "<slugline>HAFEN</slugline><language tag='de'/>",
        "<inlineXML><p>Der Hafen öffnet.</p></inlineXML>",
      ),
      { headline: "HAFEN", lang: "de", blocks: ["Der Hafen öffnet."] },
    ],
    [
      "an item that breaks off",
      "<newsItem><contentMeta><headline>A</headline></contentMeta><contentSet><inlineXML><p>One.</p><p>Tw",
      { headline: "A", blocks: ["One.", "Tw"] },
    ],
  ])("%s", (_, source, document) => {
    expect(read(source)).toEqual(document);
  });
});

describe("readXmlStory", () => {
  test.each([
    ["nothing", ""],
    ["plain text", "The ferry sails < 5 knots."],
    ["DocBook", "<book><title>A</title><chapter><para>One.</para></chapter></book>"],
    ["SVG", "<svg xmlns='http://www.w3.org/2000/svg'><title>A</title></svg>"],
    ["XHTML, which is a page", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>One.</p></body></html>"],
    ["a site map", "<urlset><url><loc>https://example.org</loc></url></urlset>"],
    ["a feed without items", rss("<title>Wire</title>")],
    ["a document type alone", "<!DOCTYPE nitf ["],
  ])("finds no story in %s", (_, source) => {
    expect(read(source)).toBeUndefined();
  });

  test("expands no entity that a document defines", () => {
    const names = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${names.join("")}]><rss><channel><item><title>A</title><description>x &l9; y</description></item></channel></rss>`;
    expect(read(bomb)).toEqual({ headline: "A", blocks: ["x &l9; y"] });
  });

  test("reads no external entity", () => {
    const source = `<!DOCTYPE nitf [<!ENTITY f SYSTEM "file:///etc/hostname">]><nitf><body.content><p>x &f; y</p></body.content></nitf>`;
    expect(read(source)).toEqual({ blocks: ["x &f; y"] });
  });

  test("stands elements nested without end", () => {
    expect(read(`<nitf><body.content>${"<bq>".repeat(200_000)}deep`)).toEqual({
      blocks: ["quotation: deep"],
    });
    expect(read(`<rss>${"<x>".repeat(200_000)}<item><title>A</title></item>`)).toEqual({
      headline: "A",
      blocks: [],
    });
  });

  test("never throws on any text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "<rss>", "<nitf>", "<entry>", "<newsItem>"),
        fc.string({ unit: anyCharacter }),
        (root, text) => {
          readXmlStory(root + text);
        },
      ),
    );
  });

  test("never throws on any elements, and shows no tag", () => {
    const names =
      "rss channel item title description content:encoded entry content author name summary nitf body body.head body.content hl1 hl2 p note newsitem itemmeta contentmeta headline inlinexml html div table tr td li".split(
        " ",
      );
    const piece = fc.oneof(
      fc.constantFrom(...names).map((name) => `<${name}>`),
      fc.constantFrom(...names).map((name) => `</${name}>`),
      fc.constantFrom("word ", "橋 ", "<br/>", "<![CDATA[<p>text</p>]]>", "<x y='>'>", "<!-- < -->"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("<rss>", "<nitf>", "<entry>", "<newsItem>"),
        fc.array(piece),
        (root, pieces) => {
          const {
            format: _,
            omitted: __,
            blocks = [],
            ...stated
          } = readXmlStory(root + pieces.join("")) ?? { format: "xml", omitted: [] };
          const texts = [...blocks.map(({ text }) => text), ...Object.values(stated).flat()];
          expect(texts.filter((text) => /[<>]|CDATA/.test(text) || text.trim() === "")).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
