import { describe, expect, it } from "vitest";
import { editionOf, itemsOf, type Texts, under } from "./stories.ts";

const RELEASE = `Orla Lines orders two electric ferries

Orla Lines has ordered two electric ferries from the Vellmouth yard, the company said on Monday. They will sail from May.

The ships will carry 400 passengers each. “This is the largest order in our history,” said Ines Dorn, who leads the company.

The yard will hire 60 welders for the work. The price was not disclosed.
`;

const FERRIES = `Deux navires pour l’île d’Orse

La compagnie d’Orse a commandé deux navires électriques au chantier de Vellmont, a-t-elle annoncé lundi. Ils entreront en service en mai.

« C’est notre plus grande commande », a déclaré Inès Dorn. Le chantier embauchera 60 soudeurs pour ce travail.
`;

const WERFT = `Orse bestellt zwei Fähren

Die Reederei Orse hat bei der Werft in Wellmünde zwei elektrische Fähren bestellt, wie sie am Montag mitteilte. Sie sollen ab Mai fahren.

Jedes Schiff nimmt 400 Fahrgäste auf. Die Werft stellt für den Auftrag 60 Schweißer ein, über den Preis schweigt sie.
`;

const PUERTO = `El puerto de Orsa cierra en marzo

El puerto de Orsa cerrará en marzo durante tres semanas, anunció el ayuntamiento el lunes. Los barcos atracarán en Vellmar.

La obra costará 4 millones de euros. “No hay otra salida”, dijo la alcaldesa, que visitó el muelle por la tarde.
`;

const FIRE = `奥斯陆港口仓库起火

周一，奥斯陆港口的一场大火烧毁了一座仓库，造成十二人受伤。消防员连夜灭火，直到清晨才控制住火势。

市长说，起火原因仍在调查之中，港口将在周三重新开放。
`;

const SEVEN = "a.txt b.txt c.txt d.txt e.txt f.txt g.txt";

function html(text: string): string {
  const [headline = "", ...paragraphs] = text.trim().split("\n\n");
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>\n${body}</article></body></html>`;
}

const COPIES: readonly (readonly [what: string, stories: Texts])[] = [
  ["a press release under seven keys", under(SEVEN, RELEASE)],
  ["one with other quotation marks", { "a.txt": RELEASE, "b.txt": RELEASE.replaceAll(/[“”]/g, '"') }],
  ["one in other lines", { "a.txt": RELEASE, "b.txt": RELEASE.replaceAll(" the ", "\nthe ") }],
  ["one with a line behind it", { "a.txt": RELEASE, "b.txt": `${RELEASE}\nSent out by the harbour wire.\n` }],
  ["a page and a text file", { "a.html": html(RELEASE), "b.txt": RELEASE }],
  ["one in French with other dashes", { "a.txt": FERRIES, "b.txt": FERRIES.replaceAll("’", "'") }],
  ["one in German with a note", { "a.txt": WERFT, "b.txt": `${WERFT}\nMehr dazu morgen im Blatt.\n` }],
  ["one in Spanish in capitals", { "a.txt": PUERTO, "b.txt": PUERTO.toUpperCase() }],
  ["one in Chinese with a note", { "a.txt": FIRE, "b.txt": `${FIRE}\n编辑：李明。\n` }],
];

const NO_COPIES: readonly (readonly [what: string, stories: Texts])[] = [
  [
    "two with contrary last lines",
    {
      "a.txt": `${RELEASE}\nThe captain was sober.\n`,
      "b.txt": `${RELEASE}\nTests found alcohol in his blood.\n`,
    },
  ],
  [
    "two with lines of their own",
    {
      "a.txt": `${RELEASE}\nSent out by the harbour wire.\n`,
      "b.txt": `${RELEASE}\nTelephone and address: see imprint.\n`,
    },
  ],
  ["another figure", { "a.txt": RELEASE, "b.txt": RELEASE.replace("400", "450") }],
  [
    "another figure in the last words",
    { "a.txt": RELEASE, "b.txt": RELEASE.replace("60 welders", "90 welders") },
  ],
  ["another name", { "a.txt": RELEASE, "b.txt": RELEASE.replace("Ines Dorn", "Pella Vance") }],
  [
    "a claim turned round",
    { "a.txt": RELEASE, "b.txt": RELEASE.replace("was not disclosed", "was disclosed") },
  ],
  ["another figure in French", { "a.txt": FERRIES, "b.txt": FERRIES.replace("60", "90") }],
  ["another figure in German", { "a.txt": WERFT, "b.txt": WERFT.replace("400", "450") }],
  ["another figure in Spanish", { "a.txt": PUERTO, "b.txt": PUERTO.replace("4 millones", "6 millones") }],
  ["another toll in Chinese", { "a.txt": FIRE, "b.txt": FIRE.replace("十二", "十九") }],
  [
    "another sentence in the place of one",
    {
      "a.txt": RELEASE,
      "b.txt": RELEASE.replace(
        "The yard will hire 60 welders for the work.",
        "Two men died when a crane fell.",
      ),
    },
  ],
  [
    "another last sentence",
    {
      "a.txt": RELEASE,
      "b.txt": RELEASE.replace("The price was not disclosed.", "Unions will strike tomorrow."),
    },
  ],
  [
    "another headline",
    { "a.txt": RELEASE, "b.txt": RELEASE.replace("Orla Lines orders two", "Vellmouth yard to build") },
  ],
  [
    "another report on the same event",
    {
      "a.txt": RELEASE,
      "b.txt":
        "Two electric ferries for Orla Lines\n\nThe Vellmouth yard is to build two electric ferries for Orla Lines, for 400 passengers each.\n\nUnions welcomed the order and asked for a school for welders.\n",
    },
  ],
  [
    "the next of a series",
    {
      "a.txt":
        "River level\n\nThe Orla stood at 312 centimetres at noon.\n\nNo ship may pass the lock at Kell.\n",
      "b.txt":
        "River level\n\nThe Lenne stood at 287 centimetres at noon.\n\nAll ships may pass the lock at Dorn.\n",
    },
  ],
];

describe("new stories", () => {
  it.each(COPIES)("are one item: %s", (_, stories) => {
    const edition = editionOf({}, stories);
    expect(itemsOf(edition)).toEqual([Object.keys(stories).join(" ")]);
    expect(edition.items?.added).toBe(1);
    expect(edition.counts.added).toBe(Object.keys(stories).length);
    expect(edition.threads).toHaveLength(1);
  });

  it.each(NO_COPIES)("are two items: %s", (_, stories) => {
    const edition = editionOf({}, stories);
    expect(itemsOf(edition)).toEqual(["a.txt", "b.txt"]);
    expect(edition.items?.added).toBe(2);
  });
});

describe("removed stories", () => {
  it.each(COPIES)("are one item: %s", (_, stories) => {
    const edition = editionOf(stories, {});
    expect(itemsOf(edition)).toEqual([Object.keys(stories).join(" ")]);
    expect(edition.items?.removed).toBe(1);
  });

  /** Of a removed story, the record has its summary and a sample of its words: one word less elsewhere may pass unseen. */
  const seen = NO_COPIES.filter(([what]) => !/claim|sentence/.test(what));
  it.each(seen)("are two items: %s", (_, stories) => {
    expect(itemsOf(editionOf(stories, {}))).toEqual(["a.txt", "b.txt"]);
  });
});

describe("copies", () => {
  it("stand in the thread of their original and are no reports of their own", () => {
    const other =
      "Two electric ferries for Orla Lines\n\nThe Vellmouth yard is to build two electric ferries for Orla Lines, for 400 passengers each.\n\nUnions welcomed the order and asked for a school for welders.\n";
    const edition = editionOf(
      {},
      { ...under("wire/a.txt wire/b.txt wire/c.txt", RELEASE), "own.txt": other },
    );
    expect(edition.items?.added).toBe(2);
    expect(edition.threads).toMatchObject([
      { stories: ["wire/a.txt", "wire/b.txt", "wire/c.txt", "own.txt"] },
    ]);
    expect(edition.changes.map(({ copyOf }) => copyOf)).toEqual([
      undefined,
      undefined,
      "wire/a.txt",
      "wire/a.txt",
    ]);
  });

  it("of a story that came are no copies of one that went", () => {
    const edition = editionOf({ "a.txt": RELEASE }, { "b.txt": RELEASE });
    expect(itemsOf(edition)).toEqual(["a.txt", "b.txt"]);
  });
});
