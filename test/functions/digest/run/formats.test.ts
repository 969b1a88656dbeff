import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3] = SLOTS;

const LEAD = "The ferry Alma ran aground off Dunmarrow on Friday, and 12 people were taken to hospital.";
const MORE =
  "The harbour master said that the weather was calm and that the pilot had been on duty for two hours.";
const LAST =
  "The operator, Corrant Lines, put the damage at 4.2 million euros and cancelled its Saturday sailings.";

interface Page {
  readonly lead?: string;
  readonly menu?: readonly string[];
  readonly ticker?: string;
  readonly related?: readonly string[];
}

/** A page of a news site around the story. */
function page({
  lead = LEAD,
  menu = ["World", "Sport"],
  ticker = "Markets open higher",
  related = [],
}: Page = {}) {
  const links = (items: readonly string[]) => items.map((item) => `<li><a href="/${item}">${item}</a></li>`);
  return `<!doctype html><html lang="en"><head><title>Ferry runs aground off Dunmarrow | The Gull</title>
<meta property="og:title" content="Ferry runs aground off Dunmarrow"><script>var views = ${menu.length * 917};</script></head>
<body><nav><ul>${links(menu).join("")}</ul></nav><div class="ticker">${ticker}</div>
<main><article><h1>Ferry runs aground off Dunmarrow</h1><p class="byline">By Ann Holt</p>
<p>${lead}</p><p>${MORE}</p><p>${LAST}</p></article>
<aside class="related"><h2>Related</h2><ul>${links(related).join("")}</ul></aside></main>
<footer><p>Copyright The Gull. All rights reserved.</p></footer></body></html>`;
}

function markdown({ lead = LEAD, link = "https://example.org/a", draft = false } = {}): string {
  return `---\ntitle: "Ferry runs aground off Dunmarrow"\nauthor: Ann Holt\ndraft: ${draft}\n---\n\n${lead}\n\n${MORE.replace("harbour master", `[harbour master](${link})`)}\n\n${LAST}\n`;
}

function ninjs({ lead = LEAD, pubstatus = "usable", version = "1" } = {}): string {
  return JSON.stringify({
    uri: "urn:example:1",
    type: "text",
    version,
    headline: "Ferry runs aground off Dunmarrow",
    byline: "Ann Holt",
    pubstatus,
    body_html: `<p>${lead}</p><p>${MORE}</p><p>${LAST}</p>`,
  });
}

function atom(lead = LEAD): string {
  return `<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>Ferry runs aground off Dunmarrow</title><author><name>Ann Holt</name></author><content type="html">&lt;p&gt;${lead}&lt;/p&gt;&lt;p&gt;${MORE}&lt;/p&gt;&lt;p&gt;${LAST}&lt;/p&gt;</content></entry>`;
}

function docx(lead = LEAD): Uint8Array {
  const paragraph = (text: string, style = "") =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    paragraph("Ferry runs aground off Dunmarrow", "Title"),
    ...[lead, MORE, LAST].map((text) => paragraph(text)),
  ];
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join("")}</w:body></w:document>`;
  return zipSync({ "word/document.xml": new TextEncoder().encode(xml) });
}

/** The same story in every format, and a malformed object of each. */
function stories(lead = LEAD): Record<string, string | Uint8Array> {
  return {
    "a.txt": `Ferry runs aground off Dunmarrow\n\n${lead}\n\n${MORE}\n\n${LAST}\n`,
    "b.html": page({ lead }),
    "c.md": markdown({ lead }),
    "d.json": ninjs({ lead }),
    "e.xml": atom(lead),
    "f.docx": docx(lead),
  };
}

const MALFORMED = {
  "bad.html": "<!doctype html><html><body><div><div><p>",
  "bad.json": '{"headline": "Half a sto',
  "bad.xml": "<?xml version='1.0'?><rss><channel><item><title>",
  "bad.docx": "PK\u0003\u0004 and nothing after it",
  "bad.pdf": "%PDF-1.7 …",
  "bad.md": "---\ntitle: [unclosed\n---\n",
};

/** One malformed object of each format, as accidents leave them. */
const BROKEN = {
  "broken.txt": Buffer.from(
    `Quarry blast\n\nTwo were hurt at 310,000 \x80 a day; the caf\xe9 closed.\n\nIt was late\xc3`,
    "latin1",
  ),
  "broken.html": `<!doctype html><html><head><title>Pilot retires</title><script>var a = "<p>no</p>";</script><body><div class=a><h1>Pilot retires<h1><p>He brought his last ship in on <b>Sunday<i>.</b><p>A party is <a href="/pier>planned</a>.`,
  "broken.md": `---\ntitle: "Notes from the harbour\ntags: [harbour\nauthor: Bo Ek\n\n**Six freighters came in, [says the board](https://example.org/a\n\n\`\`\`\ntide = 3\n`,
  "broken.json": '{"headline": "Fares stay", "body_text": "A ticket costs',
  "broken.xml": `<?xml version="1.0"?><rss><channel><title>Sport</title><item><title>Rowers win &amp; lose</title><description><p>They won three races & lost two, with&nbsp;wind.</p></item><item><title>Chess`,
  "broken.docx": docx("Half a file").subarray(0, 400),
};

async function editions(rig: Rig, second: Record<string, string | Uint8Array>) {
  await rig.put({ ...stories(), ...MALFORMED });
  const first = await rig.edition(await rig.run(DAY1));
  await rig.put(second);
  return { first, second: await rig.edition(await rig.run(DAY2)) };
}

describe("stories in their formats", () => {
  it("have the same headline and the same changed fact, whatever the format", async () => {
    const rig = createRig();
    const { first, second } = await editions(rig, stories(LEAD.replace("12 people", "19 people")));
    const read = first.changes.filter(({ key }) => !key.startsWith("bad"));
    expect(new Set(read.map(({ headline }) => headline))).toEqual(
      new Set(["Ferry runs aground off Dunmarrow"]),
    );
    expect(read).toHaveLength(6);
    expect(second.changes.map(({ key }) => key).toSorted()).toEqual(Object.keys(stories()));
    for (const { key, revision } of second.changes) {
      expect(revision?.facts, key).toMatchObject([{ kind: "number", before: "12", after: "19" }]);
      expect(revision?.counts, key).toMatchObject({ edited: 1, added: 0, removed: 0 });
    }
    const [mail] = rig.inbox.slice(-1);
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/<\/?\w|\{"|&\w+;|title: "|body_html|w:t/);
  });

  it("that cannot be read are held back with their reason, and named once if they never were stories", async () => {
    const rig = createRig();
    const { first, second } = await editions(rig, {});
    expect(first.heldBack.map(({ key, reason }) => [key, reason])).toEqual(
      expect.arrayContaining([
        ["bad.json", "JSON, broken"],
        ["bad.docx", "DOCX, broken or encrypted"],
        ["bad.pdf", "PDF, not read"],
      ]),
    );
    expect(second.kind).toBe("quiet");
    expect(second.heldBack).toEqual([]);
    await rig.put({ "bad.pdf": "%PDF-1.7 another one" });
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet" });
  });

  it("in twelve files, one of each format malformed, give a digest that can be sent", async () => {
    const rig = createRig();
    await rig.put({ ...stories(), ...BROKEN });
    const first = await rig.edition(await rig.run(DAY1));
    expect(rig.inbox.at(-1)?.subject).toBe("First edition: now tracking 10 stories");
    expect(first.changes.find(({ key }) => key === "broken.md")?.headline).toBe("Notes from the harbour");
    const [before] = rig.inbox.slice(-1);
    expect(before?.text).toContain("- broken.json: damaged or incomplete JSON file");
    expect(before?.text).toMatch(/- broken\.\P{L}?docx: damaged or password-protected Word file/u);
    await rig.put(stories(LEAD.replace("12 people", "19 people")));
    await rig.put({ "b.html": "<html><head><title>502 Bad Gateway</title></head><h1>502 Bad Gateway</h1>" });
    const second = await rig.edition(await rig.run(DAY2));
    expect(second.heldBack).toMatchObject([
      { key: "b.html", reason: "HTML without a story", since: DAY2, headline: expect.any(String) },
    ]);
    expect(second.counts).toMatchObject({ revised: 5, added: 0, removed: 0 });
    for (const { subject, text } of rig.inbox) {
      expect(`${subject} ${text}`).not.toMatch(
        /<\/?\w|\{"|&\w+;|\]\(|\*\*|(?:title|tags): |```|body_html|w:t/,
      );
    }
  });

  it.each([
    [
      "a page around the story",
      "b.html",
      page({ menu: ["Arts"], ticker: "Rain later", related: ["Older ferry"] }),
      "markup",
    ],
    ["a link target", "c.md", markdown({ link: "https://example.org/b" }), "links"],
    ["a version number", "d.json", ninjs({ version: "2" }), "markup"],
  ])("are not news if only %s changes", async (_, key, content, reason) => {
    const { second } = await editions(createRig(), { [key]: content });
    expect(second.kind).toBe("quiet");
    expect(second.cosmetic).toEqual([{ key, reason, sha256: expect.anything() }]);
  });

  it.each([
    {
      what: "a draft that is published",
      key: "c.md",
      versions: [markdown({ draft: true }), markdown()],
      status: ["draft", "published"],
    },
    {
      what: "a story that is killed",
      key: "d.json",
      versions: [ninjs(), ninjs({ pubstatus: "canceled" })],
      status: ["published", "canceled"],
    },
  ])("report $what", async ({ key, versions, status: [before, after] }) => {
    const rig = createRig();
    await rig.put({ [key]: versions[0] ?? "" });
    await rig.run(DAY1);
    await rig.put({ [key]: versions[1] ?? "" });
    const edition = await rig.edition(await rig.run(DAY2));
    const fact = { kind: "name", before, after, context: "status" };
    expect(edition.changes[0]?.revision?.facts).toContainEqual(fact);
    expect(rig.inbox.at(-1)?.text).toContain("Text unchanged");
  });

  it("lead with a story that was killed, whatever else changed", async () => {
    const rig = createRig();
    await rig.put(stories());
    await rig.run(DAY1);
    const after = LEAD.replace("12 people", "19 people").replace("Friday", "Saturday");
    await rig.put({ ...stories(after), "d.json": ninjs({ lead: after, pubstatus: "canceled" }) });
    const { changes } = await rig.edition(await rig.run(DAY2));
    expect(changes[0]).toMatchObject({ key: "d.json", significance: 100 });
    expect(rig.inbox.at(-1)?.subject).toMatch(/^Status: published → canceled · Ferry runs/);
  });

  it("are compared by today's readers on both sides: another way to read them is no change", async () => {
    const rig = createRig();
    const text = (date: string) =>
      JSON.stringify({ meta: { title: "Ferry" }, kicker: MORE, date, body: `${LEAD}\n\n${LAST}` });
    await rig.put({ "a.json": text("2026-11-20") });
    await rig.run(DAY1);
    await rig.put({ "a.json": text("2026-11-21") });
    const config = { ...rig.job.config, jsonFields: "headline=meta.title,body=kicker" };
    const edition = await rig.edition(await rig.run(DAY2, { config }));
    expect(edition).toMatchObject({ kind: "quiet", cosmetic: [{ key: "a.json", reason: "markup" }] });
  });

  it("are read as their media type says if neither content nor name does", async () => {
    const rig = createRig();
    const source = `# Ferry runs *aground*\n\n${LEAD}\n\n${MORE}\n`;
    await rig.corpus.write("story", Buffer.from(source), undefined, "text/markdown");
    await rig.corpus.write("note", Buffer.from(source));
    const { changes } = await rig.edition(await rig.run(DAY1));
    expect(changes.map(({ key, headline }) => [key, headline]).toSorted()).toEqual([
      ["note", "# Ferry runs *aground*"],
      ["story", "Ferry runs aground"],
    ]);
  });

  it("are those of the settings include and exclude", async () => {
    const rig = createRig();
    await rig.put({ ...stories(), "drafts/g.txt": "A draft\n\nNobody shall read this yet." });
    const config = { ...rig.job.config, include: "*.txt,*.md,drafts/**", exclude: "drafts/**" };
    const result = await rig.run(DAY1, { config });
    expect(result).toMatchObject({ counts: { stories: 2, added: 2 } });
  });
});
