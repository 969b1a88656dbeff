import { describe, expect, it } from "vitest";
import { detectFormat } from "../../../../../functions/digest/story/formats/detect.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const hex = (text: string): Uint8Array => Buffer.from(text, "hex");
const kindOf = (key: string, start: Uint8Array | string, contentType?: string): string => {
  const detected = detectFormat(key, typeof start === "string" ? bytes(start) : start, contentType);
  return "unread" in detected ? detected.unread : detected.format;
};

const PROSE = "Storm reaches the coast\n\nThe ferry stayed in port on Monday.";
const FRONT_MATTER = "---\nlayout: post\ntitle: Storm\n---\nThe ferry stayed in port.";

describe("the format by suffix, of a text that says nothing itself", () => {
  it.each([
    ["a.txt", "text"],
    ["a", "text"],
    ["news/2026-11-20/a", "text"],
    ["a.story", "text"],
    ["v1.2", "text"],
    ["about-open.ai", "text"],
    ["a.md", "markdown"],
    ["A.MD", "markdown"],
    ["a.markdown", "markdown"],
    ["a.html", "html"],
    ["a.html.gz", "html"],
    ["a.HTM.GZ", "html"],
    ["a.html?id=3", "html"],
    ["a.html#top", "html"],
    ["what-now?.txt", "text"],
    ["a.php?page=b.html", "html"],
    ["a.json", "json"],
    ["a.rss", "xml"],
    ["a.nitf", "xml"],
    ["a.docx", "docx"],
    ["a.pdf", "PDF, not read"],
    ["a.jpg", "image"],
    ["a.svg", "image"],
    ["a.mp3", "audio or video"],
    ["a.tar.gz", "archive"],
    ["a.zip", "archive"],
    ["a.xlsx", "office file"],
    ["a.doc", "office file"],
    ["a.css", "script or style sheet"],
    ["a.txt~", "editor backup"],
    ["x/.#a.txt", "editor backup"],
    ["x/#a.txt#", "editor backup"],
    ["x/~$plan.docx", "editor backup"],
    ["a.txt.swp", "editor backup"],
    [".DS_Store", "system file"],
    ["x/._a.txt", "system file"],
    ["Thumbs.db", "system file"],
    ["news/", "folder marker"],
    ["a.woff2", "binary"],
  ])("%s is %s", (key, kind) => {
    expect(kindOf(key, PROSE)).toBe(kind);
  });
});

describe("the format by content type, without a suffix", () => {
  it.each([
    ["text/html; charset=utf-8", PROSE, "html"],
    ["application/xhtml+xml", PROSE, "html"],
    ["text/markdown", PROSE, "markdown"],
    ["application/json", '["a"]', "json"],
    ["application/ld+json", "[ 1, 2 ]", "json"],
    ["application/json", PROSE, "text"],
    ["application/xml", "<story/>", "xml"],
    ["application/vnd.iptc.g2.newsitem+xml", "<x:newsItem/>", "xml"],
    ["application/rss+xml", "<story/>", "xml"],
    ["text/xml", PROSE, "text"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", PROSE, "text"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", PROSE, "office file"],
    ["application/pdf", PROSE, "PDF, not read"],
    ["image/svg+xml", "<x/>", "image"],
    ["video/mp4", PROSE, "audio or video"],
    ["text/plain", PROSE, "text"],
    ["binary/octet-stream", PROSE, "text"],
    ["application/octet-stream", PROSE, "text"],
    ["", PROSE, "text"],
  ])("%s with %j is %s", (contentType, start, kind) => {
    expect(kindOf("news/storm", start, contentType)).toBe(kind);
  });
});

describe("the format by content", () => {
  it.each([
    ["a", "<!DOCTYPE html>\n<p>x", "html"],
    ["a", "\uFEFF  <!doctype HTML>", "html"],
    ["a", '<html lang="de">', "html"],
    ["a", "<!-- saved -->\n<html>", "html"],
    ["a", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>', "html"],
    ["a", "<p>The ferry <b>stayed</b>.</p>", "html"],
    ["a.txt", "<!doctype html><title>x</title>", "html"],
    ["a.json", "<!doctype html>", "html"],
    ["a.doc", "<html><body>saved by Word", "html"],
    ["a", '<?xml version="1.0"?><rss version="2.0">', "xml"],
    ["a.txt", '<?xml version="1.0"?><nitf>', "xml"],
    ["a.html", '<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><feed xmlns="x">', "xml"],
    ["a", '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', "xml"],
    ["a", '<?xml version="1.0"?><recipe>', "xml"],
    ["a.txt", '<?xml version="1.0"?><recipe>', "text"],
    ["a.xml", '<?xml version="1.0"?><svg xmlns="x">', "image"],
    ["a", '{"headline": "Storm", "body_text": "x"}', "json"],
    ["a.txt", ' {\n  "headline" : "Storm"', "json"],
    ["a", '[{"a": 1}]', "json"],
    ["a", FRONT_MATTER, "markdown"],
    ["a", "+++\ntitle = 'Storm'\n+++\n", "markdown"],
    ["a", "---\ntitle: Storm\ntags:\n  - sea\n- coast\n# note\n", "markdown"],
    ["a", "---\nназвание: Шторм\nlang: ru\n---\n", "markdown"],
    ["a.html", FRONT_MATTER, "markdown"],
    ["a.md", "<h1>Storm</h1>", "markdown"],
    ["a.md", '{"a": 1}', "markdown"],
    ["a", hex("fffe3c0068007400" + "6d006c003e00"), "html"],
    ["a", hex("feff003c00680074" + "006d006c003e"), "html"],
  ])("%s with %j is %s", (key, start, kind) => {
    expect(kindOf(key, start)).toBe(kind);
  });

  it.each([
    ["a.html", hex("255044462d312e37"), "PDF, not read"],
    ["a.txt", hex("89504e470d0a1a0a0000"), "image"],
    ["a", hex("ffd8ffe000104a464946"), "image"],
    ["a", bytes("GIF89a"), "image"],
    ["a", bytes("RIFF\0\0\0\0WEBPVP8 "), "image"],
    ["a", bytes("RIFF\0\0\0\0WAVEfmt "), "audio or video"],
    ["a", bytes("\0\0\0\x18ftypmp42"), "audio or video"],
    ["a", bytes("\0\0\0\x18ftypheic"), "image"],
    ["a.docx", hex("d0cf11e0a1b11ae10000"), "office file"],
    ["a.txt", bytes("{\\rtf1\\ansi"), "office file"],
    ["a.html", hex("1f8b0800"), "archive"],
    ["a.txt", hex("0001020304050607"), "binary"],
    ["a", bytes("PK\x03\x04........word/document.xml"), "docx"],
    ["a.doc", bytes("PK\x03\x04........word/document.xml"), "docx"],
    ["a.docx", bytes("PK\x03\x04........docProps/app.xml"), "docx"],
    ["a.docx", bytes("PK\x03\x04........custom/x.xml"), "docx"],
    ["a.xlsx", bytes("PK\x03\x04........[Content_Types].xml"), "office file"],
    ["a", bytes("PK\x03\x04......xl/workbook.xml"), "office file"],
    ["a.odt", bytes("PK\x03\x04...mimetypeapplication/vnd.oasis"), "office file"],
    ["a.txt", bytes("PK\x03\x04......monday.txt"), "archive"],
    ["a.jpg", bytes("<!doctype html><h1>404</h1>"), "image"],
    ["a.pdf", bytes("<html>log in"), "PDF, not read"],
    ["a.js", bytes('{"a": 1}'), "script or style sheet"],
  ])("%s with bytes %# is %s", (key, start, kind) => {
    expect(kindOf(key, start, "text/plain")).toBe(kind);
  });
});

describe("a plain text stays one", () => {
  it.each([
    "{Correction: an earlier version named the wrong port.}\n\nThe ferry sails.",
    "{“Storm” is the word of the day.} The coast waits.",
    "[The ferry sails again.] So the harbour master said.",
    '["Nobody told us," she said.]\nThe ferry sails.',
    "[1] The ferry sails.\n[2] The bridge opens.",
    "<Storm> is what they call it.",
    "<b>Storm</b> reaches the coast.",
    "< 3 metres: the waves on Monday, <html> in a sentence.",
    "<p> is a tag that means a paragraph, says the author of a book on HTML.",
    "<item> codes will go, says the <rss> board.",
    "---\nCorrection: an earlier version named the wrong port.\n---\nThe ferry sails.",
    "---\nThe ferry sails.\n---",
    "---\nLONDON: rain\nPARIS: sun\n\nIt stays so until Friday, the office said.",
    "+++ Storm reaches the coast +++\nThe ferry stayed in port.",
    "+++\nBreaking news\n+++\n",
    "Storm\n---\ntitle: none\n---\n",
    "PK means penalty kick, and the goalkeeper knew.",
    "%PDF is what such files start with.",
    "ID3 tags are what the archive lacks.",
    "BM, as they call the minister, resigned.",
    "MZ reports: the bridge is open.",
    "{新闻} 台风周一登陆。",
    "<новости> Паром остался в порту.",
  ])("%j", (start) => {
    for (const key of ["news/a.txt", "news/a"]) {
      expect(kindOf(key, start, "binary/octet-stream")).toBe("text");
    }
  });
});

describe("a hostile start", () => {
  it.each([
    "<".repeat(1024),
    "<!--".repeat(256),
    "<?x?>".repeat(200),
    "<!--x-->".repeat(128),
    `{"${"\\".repeat(1000)}`,
    `{"${"a".repeat(1000)}`,
    `---\n${"a:".repeat(500)}`,
    `---\n${"#\n".repeat(500)}`,
    `<p ${"x ".repeat(500)}`,
    "\0".repeat(1024),
  ])("%# is decided", (start) => {
    expect(typeof kindOf("a", start)).toBe("string");
  });
});
