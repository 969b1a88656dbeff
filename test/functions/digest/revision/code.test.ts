import { expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import type { Revision } from "../../../../functions/digest/revision/types.ts";
import { parseStory } from "../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";

function read(key: string, text: string): Story {
  return parseStory(key, Buffer.from(text)) as Story;
}

function revise(key: string, before: string, after: string): Revision {
  return compareStories(read(key, before), read(key, after));
}

const PROSE = "The harbour of Oslo measures the water at its quay every hour and publishes the figures.";

const CODE = [
  ["a string", "const quay = open('oslo');", "const quay = open('port:oslo');"],
  ["a number", "quay.setDepth(12);", "quay.setDepth(19);"],
  ["a name", "import Harbour from Oslo;", "import Harbour from Bergen;"],
  ["a negation", "if (quay.isOpen) { close(); }", "if (not quay.isOpen) { close(); }"],
  ["a date", "log.since('2026-11-20')", "log.since('2026-11-21')"],
] as const;

test.each(CODE)("%s in code is shown as an edit and states no fact", (_, before, after) => {
  const pages = [
    revise("a.md", ...both((code) => `# Quay\n\n${PROSE}\n\n\`\`\`js\n${code}\n\`\`\`\n`)),
    revise("a.md", ...both((code) => `# Quay\n\n${PROSE}\n\n    ${code}\n`)),
    revise("a.html", ...both((code) => `<h1>Quay</h1><p>${PROSE}</p><pre><code>${code}</code></pre>`)),
  ];
  for (const { edits, facts, kind } of pages) {
    expect(facts).toEqual([]);
    expect(kind).not.toBe("cosmetic");
    expect(edits.some(({ edit }) => edit !== "kept")).toBe(true);
  }
  function both(page: (code: string) => string): [string, string] {
    return [page(before), page(after)];
  }
});

test("a figure in the prose beside the code is a fact", () => {
  const page = (depth: number) =>
    `# Quay\n\nThe quay of Oslo is ${depth} metres deep.\n\n    depth(${depth})\n`;
  const { facts } = revise("a.md", page(12), page(19));
  expect(facts).toMatchObject([{ kind: "number", before: "12 metres", after: "19 metres" }]);
});
