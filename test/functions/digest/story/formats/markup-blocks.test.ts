import { describe, expect, test } from "vitest";
import { lineOf } from "../../../../../functions/digest/story/formats/block-text.ts";
import { readMarkupBlocks } from "../../../../../functions/digest/story/formats/markup-blocks.ts";
import { fc } from "../../../../support/laws.ts";

/** Blocks as lines: a letter for the kind, the label in brackets, the text. */
function shown(html: string): string[] {
  return readMarkupBlocks(html).map(
    ({ kind, text, label }) => `${kind}${label === undefined ? "" : ` [${label}]`}: ${text}`,
  );
}

describe("readMarkupBlocks", () => {
  test.each([
    ["text without tags", "The ferry sails.", ["paragraph: The ferry sails."]],
    ["paragraphs", "<p>One.</p>\n<p>Two\n  lines.</p>", ["paragraph: One.", "paragraph: Two lines."]],
    ["paragraphs that are never closed", "<p>Eins.<p>Zwei.", ["paragraph: Eins.", "paragraph: Zwei."]],
    ["inline tags", "<p>A <b>bo</b>ld <a href='x'>link</a>.</p>", ["paragraph: A bold link."]],
    ["one line break", "One<br>two", ["paragraph: One two"]],
    [
      "two line breaks",
      "Un<br><br/>deux<br> <br>trois",
      ["paragraph: Un", "paragraph: deux", "paragraph: trois"],
    ],
    ["entities", "<p>Caf&eacute; &#8220;Nord&#x201d; &amp; Co</p>", ["paragraph: Café “Nord” & Co"]],
    ["an escaped tag", "<p>Use &lt;b&gt;.</p>", ["paragraph: Use <b>."]],
    ["headings", "<h2>Top</h2>text<h4>Sub</h4>", ["heading: Top", "paragraph: text", "heading: Sub"]],
    [
      "a list with its introduction",
      "<p>The winners:</p><ul><li>Ann<li>Bo</li></ul>",
      ["paragraph: The winners:", "list item [The winners:]: Ann", "list item [The winners:]: Bo"],
    ],
    [
      "a nested list",
      "<ul><li>a<ol><li>b</ol><li>c</ul>d",
      ["list item: a", "list item: b", "list item: c", "paragraph: d"],
    ],
    [
      "a table",
      "<table><tr><th>Town<td>4</tr><tr><td>Bay</td><td>5</td></table>",
      ["table row [Town]: Town | 4", "table row [Bay]: Bay | 5"],
    ],
    [
      "a layout table",
      "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>",
      ["paragraph: One.", "paragraph: Two."],
    ],
    ["a quotation", "<blockquote><p>Never.</p></blockquote>", ["quotation: Never."]],
    ["code", "<pre><code>\nif a:\n  b()\n</code></pre>", ["code: if a:\n  b()"]],
    [
      "a caption",
      "<figure><img src=x><figcaption>The <i>pier</i></figcaption></figure>",
      ["caption: The pier"],
    ],
    ["scripts and styles", "<style>p{}</style><p>A</p><script>if (a<b) {}</script>", ["paragraph: A"]],
    ["an iframe closed as in XHTML", "<p>A</p><iframe src='x'/><p>B</p>", ["paragraph: A", "paragraph: B"]],
    ["a comment", "<p>A<!-- <p>no --></p>", ["paragraph: A"]],
    ["tags that close nothing", "</div></p></li>Text</b>", ["paragraph: Text"]],
    ["a tag cut off", "<p>Text</p><a href='x", ["paragraph: Text"]],
    ["right-to-left text", "<p dir=rtl>افتتح الجسر</p>", ["paragraph: افتتح الجسر"]],
    ["Chinese", "<p>大桥开通。</p><p>&nbsp;</p>", ["paragraph: 大桥开通。"]],
  ])("reads %s", (_, html, blocks) => {
    expect(shown(html)).toEqual(blocks);
  });

  test("never throws, and its blocks are folded and never empty", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<br>",
        "<li>",
        "<ul>",
        "</ul>",
        "<tr>",
        "<td>",
        "</table>",
        "<pre>",
        "</pre>",
      ),
      fc.constantFrom(
        "<blockquote>",
        "<script>",
        "</script>",
        "<svg>",
        "&amp;",
        "&",
        "<",
        ">",
        "<!--",
        "-->",
        " ",
      ),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const { kind, text } of readMarkupBlocks(pieces.join(""))) {
          expect(text.trim()).not.toBe("");
          expect(kind === "code" || !/\s\s|[\n\t]|^\s|\s$/.test(text)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ["<tr><td><pre> !", ["!"]],
    [
      "<tr><td><pre>  two  words\n\tand a line\n \n another</pre></td></tr>",
      ["two words and a line", "another"],
    ],
  ])("folds the paragraphs that are preformatted in the only cell of a row: %j", (html, texts) => {
    expect(readMarkupBlocks(html)).toEqual(texts.map((text) => ({ kind: "paragraph", text })));
  });

  test("keeps the lines of code outside of cells", () => {
    const blocks = readMarkupBlocks("<table><tr><td>a<pre> b</pre></td></tr></table><pre> c\n  d</pre>");
    expect(blocks.map(({ text }) => text)).toEqual(["a", "b", " c\n  d"]);
  });

  test("gives no tag where none is escaped", () => {
    const tag = fc.constantFrom("p", "b", "li", "ul", "td", "tr", "h2", "pre", "div", "a href='x'", "o:p");
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom("word ", "Straße ", "橋"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(readMarkupBlocks(pieces.join("")).filter(({ text }) => /[<>]/.test(text))).toEqual([]);
      }),
    );
  });
});

test.each([
  ["Plain &  simple", "Plain & simple"],
  ["Tom &amp; <em>Jerry</em>", "Tom & Jerry"],
  ["5 < 6", "5 < 6"],
  ["One<br/>two", "One two"],
])("lineOf reads %j", (text, line) => {
  expect(lineOf(text)).toBe(line);
});
