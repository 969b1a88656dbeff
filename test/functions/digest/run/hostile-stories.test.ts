import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { archive, documentXml, docx, paragraph, table } from "../../../support/docx.ts";
import { reach } from "../../../support/reach.ts";
import { createRig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const KB = 1_000;
const PILE = "\u0301\u0316";
const PROSE = "The ferry of the harbour leaves at noon and comes back late in the evening. ";

const nested = (open: string, close: string, depth: number, inside = PROSE): string =>
  open.repeat(depth) + inside + close.repeat(depth);

const rss = (description: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><item><title>Boats</title><description>${description}</description></item></channel></rss>`;

/** `&#x301;` and the like, so that the marks are in the document and not in its source. */
const referenced = (text: string): string =>
  [...text].map((letter) => `&#${letter.codePointAt(0)};`).join("");

/** Objects that are hard to read, by their key: what readers, splitters, patterns and mail may trip over. */
const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  "marks.txt.gz": gzipSync(`Boats\n\na${PILE.repeat(150 * KB)}`),
  "marks.html": `<h1>Boats</h1><p>a${referenced(PILE).repeat(20 * KB)}</p>`,
  "marks.json": `{"headline":"a${"\\u0301\\u0316".repeat(60 * KB)}","body":"${"b\\u0301".repeat(60 * KB)}"}`,
  "marks-between.txt": `Boats\n\na${`${PILE.repeat(14)}\u200b\u034f`.repeat(9 * KB)} 12 boats.`,
  "bomb.txt.gz": gzipSync(Buffer.alloc(60_000 * KB, "a ")),
  "bombs-in-a-bomb.txt.gz": gzipSync(gzipSync(gzipSync(Buffer.alloc(4_000 * KB)))),
  "cut-off.html.gz": gzipSync(PROSE.repeat(KB)).subarray(0, 70),
  "bomb.docx": archive({ "word/document.xml": new Uint8Array(60_000 * KB) }),
  "tables.docx": docx(table(...Array.from({ length: 3 * KB }, (_, n) => [String(n), "a", "b", "c"]))),
  "nested-tables.docx": docx(
    nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 2 * KB, paragraph("12 boats")),
  ),
  "marks.docx": docx(paragraph(`a${referenced(PILE).repeat(20 * KB)}`)),
  "entities.docx": archive({
    "word/document.xml": `<!DOCTYPE a [<!ENTITY b "${"c".repeat(KB)}">]>${documentXml(paragraph("&b;".repeat(KB)))}`,
  }),
  "nested.html": nested("<div><blockquote><ul><li>", "</li></ul></blockquote></div>", 20 * KB),
  "unclosed.html": `<article>${"<p><b><i><a href=x>".repeat(15 * KB)}`,
  "table.html": `<table>${"<tr><td>12<td>boats<td>".repeat(15 * KB)}</table>`,
  "attributes.html": `<p ${Array.from({ length: 30 * KB }, (_, n) => `a${n}="<p>"`).join(" ")}>${PROSE}`,
  "comment.html": `<p>${PROSE}<!--${"--!> <!--".repeat(30 * KB)}`,
  "script.html": `<p>${PROSE}</p><script>${"</scrip><!--<script>".repeat(15 * KB)}`,
  "bidi.html": `<h1>\u202eBoats\u2066</h1><p>${"\u202e21\u202c \u2067\u2066 ".repeat(20 * KB)}</p>`,
  "nested.md": `${">".repeat(40 * KB)} a\n${" ".repeat(20 * KB)}- b\n${"- ".repeat(20 * KB)}`,
  "emphasis.md": `# Boats\n\n${"*a **b _c ~~d `e ".repeat(15 * KB)}`,
  "links.md": `# Boats\n\n${"[a](".repeat(30 * KB)}${"![b][".repeat(20 * KB)}`,
  "front-matter.md": `---\ntitle: ${"[{".repeat(20 * KB)}\na: &a [*a,*a]\n---\n${PROSE}`,
  "table.md": `# Boats\n\n|${"a|".repeat(KB)}\n|${"-|".repeat(KB)}\n${`|${"1|".repeat(KB)}\n`.repeat(60)}`,
  "nested.json": nested('{"body":[', "]}", 40 * KB, '"a"'),
  "surrogates.json": `{"headline":"\\ud800 boats \\udc00","body":"${"\\ud83d 12 \\ude00 ".repeat(15 * KB)}"}`,
  "prototype.json": `{"__proto__":{"body":"x"},"constructor":{"prototype":[]},"headline":"Boats","body":"${PROSE}"}`,
  "numbers.json": `{"headline":"Boats","body":"${PROSE}","n":[${"1e999,".repeat(40 * KB)}-0]}`,
  "laughs.xml": `<?xml version="1.0"?><!DOCTYPE a [${Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("")}]>${rss("&e20;".repeat(KB))}`,
  "outside.xml": `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(`${PROSE}&x;`)}`,
  "nested.xml": rss(nested("<a>", "</a>", 40 * KB)),
  "cdata.xml": rss(`<![CDATA[${"<p>]]&gt;".repeat(30 * KB)}]]>`),
  "nul.txt": `Boats\n\n${"\0 12 boats ".repeat(20 * KB)}`,
  "one-line.txt": PROSE.replaceAll(".", ",").repeat(6 * KB),
  "one-word.txt": `Boats\n\n${"x".repeat(900 * KB)}`,
  "tiny-sentences.txt": "A. B! C? ".repeat(50 * KB),
  "lost.txt": `Boats\n\n12 ${"\ufffda\ufffd ".repeat(60 * KB)}`,
  "lost-lines.txt": `Boats\n\n${Array.from({ length: 20 * KB }, (_, n) => `Caf\ufffd ${n} has 12 boats.`).join("\n\n")}`,
  "turned-round.txt": `Boats\n\n12 ${Array.from({ length: 60 * KB }, (_, n) => `${99_999 - n}.`).join(" ")}`,
  "line-ends.txt": `Boats\n\n${"\r\u2028\u2029\u0085\v\f".repeat(30 * KB)}12 boats.`,
  "spaces.txt": `Boats${" ".repeat(400 * KB)}\n\n${"\t\u00a0\u3000".repeat(60 * KB)}12 boats.`,
  "numbers.txt": `Boats\n\n${"1,2.3:4/5-6–7%€8".repeat(25 * KB)} boats.`,
  "hundreds.txt": `Boats\n\n${"12 hundred and 18F hundred cents, ".repeat(9 * KB)} boats.`,
  "addresses.txt": `Boats\n\n${"http://a@b.c?d=://e@f".repeat(15 * KB)}`,
  "quotations.txt": `Boats\n\n${"“‘\"'«".repeat(40 * KB)} said Ada Holt${"”’\"'»".repeat(40 * KB)}`,
  "brackets.txt": `Boats\n\n${"([{".repeat(80 * KB)}12${")]}".repeat(80 * KB)}`,
  "titles.txt": `Boats\n\n${"Mr. Dr. St. U.S. A.B. ".repeat(15 * KB)}`,
  "message.eml": [
    "From: =?utf-8?Q?=E2=80=AE?= <a@example.org>",
    `Subject: ${"=?utf-8?B?QQ==?= ".repeat(9 * KB)}`,
    'Content-Type: multipart/mixed; boundary="a"',
    "",
    "--a\nContent-Type: multipart/mixed; boundary=a\n\n".repeat(6 * KB),
  ].join("\n"),
};

const NEIGHBOUR = (boats: number): string =>
  `Storm hits Orsk\n\nThe harbour of Orsk lost ${boats} boats on Sunday, said Ines Dorn. The quay stays closed.`;

it("there are more than thirty of them, in every format", () => {
  const names = Object.keys(HOSTILE);
  expect(names.length).toBeGreaterThan(40);
  for (const ending of ["txt", "html", "md", "json", "xml", "docx", "eml", "gz"]) {
    expect(
      names.some((name) => name.endsWith(`.${ending}`)),
      ending,
    ).toBe(true);
  }
});

/** The first of each format. */
const FEW = [...Map.groupBy(Object.entries(HOSTILE), ([name]) => name.split(".").at(-1)).values()].flatMap(
  ([first]) => (first === undefined ? [] : [first]),
);

it.each(reach(FEW, Object.entries(HOSTILE)))(
  "%s comes, stays and goes, and the edition of the day has the other stories",
  async (key, content) => {
    const rig = createRig();
    await rig.put({ "orsk.txt": NEIGHBOUR(12) });
    await rig.run(DAY1);
    await rig.put({ [key]: content, "orsk.txt": NEIGHBOUR(19) });
    const edition = await rig.edition(await rig.run(DAY2));
    const told = edition.changes.find((change) => change.key === "orsk.txt");
    expect(told?.revision?.facts).toMatchObject([{ kind: "number", before: "12", after: "19" }]);
    const isTold = edition.changes.some((change) => change.key === key);
    expect(isTold || edition.heldBack.some((held) => held.key === key)).toBe(true);
    const { subject = "", html = "", text = "" } = rig.inbox.at(-1) ?? {};
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(subject + html + text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]|\p{M}{4}|\p{Surrogate}/u);
    expect(html + text).not.toContain("root:");
    const changed =
      typeof content === "string" ? content.replace("12", "13") : Buffer.concat([content, Buffer.from(" ")]);
    await rig.put({ [key]: changed, "orsk.txt": NEIGHBOUR(21) });
    const next = await rig.edition(await rig.run(DAY3));
    expect(next.changes.some((change) => change.key === "orsk.txt")).toBe(true);
  },
  60_000,
);
