import { expect, test } from "vitest";
import type { EditionChange } from "../../../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../../../functions/digest/publish/mail/render.ts";
import { minorSection } from "../../../../../../functions/digest/publish/mail/view/minor-edits.ts";
import { makeChange, makeEdition, makeRevised } from "../../../../../../local/preview/sample-editions.ts";

const line = (key: string, minor: NonNullable<EditionChange["minor"]>, headline = `Story ${key}`) =>
  makeRevised({ key, headline, told: "line", minor });

test("names the stories by kind, with their number in the title", () => {
  const edition = makeEdition({
    changes: [
      makeChange(),
      line("a", "wording"),
      line("b", "spelling"),
      line("c", "wording"),
      line("d", "repeated"),
      line("l", "listing"),
    ],
  });
  const { title, briefs } = minorSection(edition);
  expect(title).toBe("Minor edits: 5 stories");
  expect(briefs.map(({ headline, detail }) => `${headline}: ${detail}`)).toEqual([
    "Small words and marks: “Story a” and “Story c”",
    "Spelling: “Story b”",
    "A notice that stands in many stories: “Story d”",
    "The name of a new or removed story, in a list: “Story l”",
  ]);
});

test("counts the rest, and gives the key of a story without a headline", () => {
  const changes = Array.from({ length: 40 }, (_, n) =>
    line(`${n}.txt`, "wording", n === 0 ? "" : `Story ${n}`),
  );
  const [brief] = minorSection(makeEdition({ changes })).briefs;
  expect(brief?.detail).toMatch(/^0\.txt, “Story 1”.* and 34 more$/);
});

test("the email tells minor edits only there, and counts them apart", () => {
  const changes = [makeRevised({ key: "flood.txt" }), line("quay.txt", "wording", "Quay of Velm")];
  const { html, text, subject } = renderEdition(makeEdition({ changes }));
  for (const mail of [html, text]) {
    expect(mail.match(/Quay of Velm/g)).toHaveLength(1);
  }
  expect(text).toContain("1 revised, 1 with minor edits only");
  expect(text).toContain("Minor edits: 1 story");
  expect(subject).not.toContain("Quay");
  expect(subject).not.toContain("more");
});

test("an edition of minor edits says so in its subject", () => {
  const { subject } = renderEdition(makeEdition({ changes: [line("a", "wording"), line("b", "spelling")] }));
  expect(subject).toMatch(/^2 with minor edits only · 1,204 stories checked/);
});

test("without minor edits there is no such section", () => {
  expect(renderEdition(makeEdition({ changes: [makeChange()] })).text).not.toContain("Minor edits");
});
