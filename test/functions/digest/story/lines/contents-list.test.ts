import { describe, expect, it } from "vitest";
import { contentsLines } from "../../../../../functions/digest/story/lines/contents-list.ts";
import { readAlike } from "../../../../../functions/digest/story/read-alike.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../functions/digest/story/types.ts";

describe("a printed list of contents", () => {
  it.each([
    ["dots", ["Article 1. Objet ........ 3", "Article 2. Prix ........ 7", "Article 3. Durée .... 7"]],
    ["dots without spaces", ["1. Preise?.....4", "2. Fristen?.....4", "3. Haftung.....9"]],
    ["dots with spaces", ["Rules . . . . . . 1", "Fees . . . . . . 2", "Boats . . . . . . 12"]],
    ["ellipses", ["Precios …… 2", "Plazos …… 3", "Barcos …… 14"]],
    ["lines", ["Regole ______ 1", "Prezzi ______ 5", "Barche ______ 9"]],
    ["a chapter between", ["Zasady ..... 1", "Opłaty ..... 2", "Rozdział II", "Łodzie ..... 8"]],
  ])("%s", (_, lines) => {
    const all = ["The harbour has rules.", ...lines, "All boats pay."];
    expect(contentsLines(all)).toEqual(
      lines.flatMap((line, n) => (/\d$/.test(line) && line !== "Rozdział II" ? [n + 1] : [])),
    );
  });

  it.each([
    ["prices that fall", ["Coffee ..... 9", "Tea ..... 3", "Milk ..... 2"]],
    ["prices with cents", ["Coffee ..... 2.50", "Tea ..... 3.50 €", "Milk ..... 4,20"]],
    ["two lines", ["Coffee ..... 2", "Tea ..... 3"]],
    ["blanks to fill in", ["Name .........", "Street .........", "Town ........."]],
    ["sentences with a figure", ["He waited … 3", "The fee is 12", "It rose to 14... 15"]],
    ["far apart", ["A .... 1", "Text.", "Text.", "Text.", "B .... 2", "Text.", "Text.", "Text.", "C .... 3"]],
  ])("is none: %s", (_, lines) => {
    expect(contentsLines(lines)).toEqual([]);
  });
});

describe("a list of links to the headings of its page", () => {
  const PAGE =
    "# Glossary\n\n## Boat\n\nA boat is a vessel that floats.\n\n## Pier\n\nA pier is where boats land.\n";
  const LIST = "- [Glossary](#glossary)\n    - [Boat](#boat)\n    - [Pier](#pier)\n";
  const read = (text: string) => parseStory("glossary.md", text) as Story;

  it.each([
    ["above the headline", `${LIST}\n${PAGE}`],
    ["under a title of its own", `## Contents\n\n${LIST}\n${PAGE}`],
    ["in another language", `## Índice\n\n${LIST}\n${PAGE}`],
    [
      "numbered, under the headline",
      PAGE.replace("## Boat", "1. [Boat](#boat)\n2. [Pier](#pier)\n\n## Boat"),
    ],
    ["in emphasis", `* **[Boat](#boat)**\n* **[Pier](#pier)**\n\n${PAGE}`],
  ])("is no text: %s", (_, text) => {
    const { headline, paragraphs } = read(text);
    expect(headline).toBe("Glossary");
    expect(paragraphs).toEqual(read(PAGE).paragraphs);
  });

  it.each([
    ["links elsewhere", "- [Boats](https://velm.example/boats)\n- [Piers](piers.md)\n"],
    ["more than links", "- [Boat](#boat): a vessel\n- [Pier](#pier): a place\n"],
    ["one link", "- [Boat](#boat)\n"],
  ])("is text where it has %s", (_, list) => {
    const { paragraphs } = read(PAGE.replace("## Boat", `${list}\n## Boat`));
    expect(paragraphs.length).toBeGreaterThan(read(PAGE).paragraphs.length);
  });
});

describe("a title that came under other text", () => {
  const text = "# Harbour rules\n\nAll boats pay a fee at noon, says the office.\n";
  const alike = (before: string, after: string) => {
    const [one, two] = [parseStory("rules.md", before), parseStory("rules.md", after)];
    if (isUnreadable(one) || isUnreadable(two)) {
      throw new Error("cannot read");
    }
    const version = (story: typeof one, bytes: string) => ({ story, bytes: Buffer.from(bytes) });
    return readAlike(version(one, before), version(two, after), {}).after;
  };

  it.each([
    "Please note: the pier is closed.",
    "20 November 2026",
    "To read what is new, click here.\n\nFor all crews.",
  ])("is the headline as before: %s", (above) => {
    expect(alike(text, `${above}\n\n${text}`)).toMatchObject({
      headline: "Harbour rules",
      headlineSource: "given",
    });
  });

  it("is none where the story has another one, or had none", () => {
    expect(alike(text, `# Fees\n\nBoats pay.\n\n${text}`).headline).not.toBe("Harbour rules");
    expect(alike(`Boats.\n\n${text}`, `Crews.\n\n${text}`).headline).not.toBe("Harbour rules");
  });
});
