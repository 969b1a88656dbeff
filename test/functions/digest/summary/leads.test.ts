import { describe, expect, test } from "vitest";
import { deriveHeadline } from "../../../../functions/digest/story/headline/derive-headline.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { summarise, summariseBelow } from "../../../../functions/digest/summary/summarise.ts";

function summaryOf(key: string, text: string): readonly string[] {
  const story = parseStory(key, Buffer.from(text, "utf8"));
  return isUnreadable(story) ? [story.unreadable] : summarise(story);
}

const RAISED = "The council of Velm has raised the price of a berth by a third since June.";
const FISHERS = "Forty fishers from the old harbour protested on the quay until noon.";
const HEARD = "The mayor will hear them in the town hall on the first day of autumn.";

describe("the deck of a new story leads its summary", () => {
  test.each([
    ["Markdown", "velm.md", `---\ntitle: Berths\ndescription: ${RAISED}\n---\n\n${FISHERS}\n\n${HEARD}\n`],
    [
      "a page",
      "velm.html",
      `<title>Berths</title><article><h1>Berths</h1><p class="standfirst">${RAISED}</p><p>${FISHERS}</p><p>${HEARD}</p></article>`,
    ],
    [
      "a page that marks it as a heading",
      "velm.html",
      `<title>Berths</title><article><h1>Berths</h1><h2>${RAISED}</h2><p>${FISHERS}</p><p>${HEARD}</p></article>`,
    ],
    ["JSON", "velm.json", JSON.stringify({ headline: "Berths", standfirst: RAISED, body: [FISHERS, HEARD] })],
  ])("in %s", (_, key, text) => {
    expect(summaryOf(key, text)).toEqual([RAISED, FISHERS]);
  });

  test("and is not told twice where the text repeats it", () => {
    const again = RAISED.replace("has raised", "raised").replace(" since June", "");
    const text = `---\ntitle: Berths\ndescription: ${RAISED}\n---\n\n${again}\n\n${FISHERS}\n`;
    expect(summaryOf("velm.md", text)).toEqual([RAISED, FISHERS]);
  });

  test.each([
    "Learn how the council of Velm has raised the price of a berth.",
    "Discover our new guide to the berths of the old harbour of Velm.",
    "Everything you need to know about the berths of the old harbour.",
    "How we raised the price of a berth in the old harbour of Velm",
    "Erfahren Sie, wie der Rat von Velm den Preis der Liegeplätze hob.",
    "Découvrez comment le conseil de Velm a relevé le prix des places.",
    "Descubre cómo el consejo de Velm subió el precio de los amarres.",
  ])("but not if it only promises what the text tells: %s", (deck) => {
    const text = `---\ntitle: Berths\ndescription: "${deck}"\n---\n\n${FISHERS}\n\n${HEARD}\n`;
    expect(summaryOf("velm.md", text)).toEqual([FISHERS, HEARD]);
  });
});

describe("a place before the first words is not told", () => {
  test.each([
    ["Velm – Der Rat hat den Preis der Liegeplätze um ein Drittel erhöht.", "Der Rat"],
    ["Karsk/Velm – Der Rat hat den Preis der Liegeplätze um ein Drittel erhöht.", "Der Rat"],
    ["Velm - Le conseil a relevé d'un tiers le prix des places au port.", "Le conseil"],
    ["Nueva Velm — El consejo subió un tercio el precio de los amarres.", "El consejo"],
    ["VELM - O conselho aumentou em um terço o preço das vagas no porto.", "O conselho"],
    [
      "Velm – Der Rat hat den Preis der Liegeplätze um ein Drittel erhöht – gegen den Rat des Hafenamts.",
      "Der Rat",
    ],
  ])("%s", (sentence, opening) => {
    const told = summaryOf("velm.txt", `Berths dearer\n\n${HEARD} ${sentence}\n`);
    expect(told[1]?.startsWith(opening)).toBe(true);
    expect(deriveHeadline(sentence, "de").startsWith(opening)).toBe(true);
  });

  test.each([
    "Velm – the town above the harbour – has raised the price of a berth.",
    "Velm – Hafen und Altstadt – hat den Preis der Liegeplätze erhöht.",
    "Berths – a guide",
  ])("but what two dashes enclose is: %s", (sentence) => {
    expect(summaryOf("velm.txt", `Berths dearer\n\n${sentence}\n\n${HEARD}\n`)).not.toContain(
      sentence.slice(sentence.indexOf(" – ") + 3),
    );
  });
});

describe("no part of something else opens or ends a summary", () => {
  test.each([
    ["a quotation that goes on", `“The price is too high. We will not pay it,” said Ada Lint.`, "too high"],
    [
      "one in guillemets",
      `« Le prix est beaucoup trop haut pour nous tous. Nous refusons », dit Ada Lint.`,
      "haut",
    ],
    ["straight marks", `"The price is too high for us all here. We will not pay it," said Ada Lint.`, "high"],
  ])("%s", (_, quotation, part) => {
    const told = summaryOf("velm.txt", `Berths dearer\n\n${RAISED}\n\n${quotation}\n\n${HEARD}\n`);
    expect(told).toEqual([RAISED, HEARD]);
    expect(told.join(" ")).not.toContain(part);
  });

  test.each([
    "« C'est beaucoup trop cher pour nous tous au port », affirme-t-il.",
    "“That is far too much for all of us on the quay,” she said on Monday.",
    "„Das ist viel zu viel für uns alle hier am Hafen“, sagte er am Montag.",
    "Well, at least that is what the harbour office of the town expects.",
  ])("who said it is told before: %s", (sentence) => {
    expect(
      summaryOf("velm.txt", `Berths dearer\n\n${RAISED}\n\nMost agree.\n\n${sentence}\n\n${FISHERS}\n`),
    ).toEqual([RAISED, FISHERS]);
  });

  test.each([
    "1er août 2031.",
    "Terça-feira, 31 de outubro de 2031.",
    "Montag, 3. Mai 2031.",
    "Quarta-feira, 21 de fevereiro.",
    "By .",
  ])("a date, or a word or two: %s", (line) => {
    expect(summaryOf("velm.txt", `Berths dearer\n\n${line} ${RAISED} ${FISHERS}\n`)).toEqual([
      RAISED,
      FISHERS,
    ]);
    expect(deriveHeadline(`${line}\n${RAISED}`)).toBe(RAISED.slice(0, -1));
  });

  test("a turn of an interview, if there is anything else", () => {
    const turns = "VELM POST: How was it on the quay today? Ada Lint: It was a long and cold day. ";
    const more = "VELM POST: Will you go on with it then? Ada Lint: We will go on until the price falls.";
    expect(summaryOf("velm.txt", `Berths dearer\n\n${RAISED} ${turns}${more}\n`)).toEqual([RAISED]);
  });
});

test("a rank with a point for thousands does not end a sentence", () => {
  const sentence = "Der Hafen von Velm hat zum 100.000. Mal ein Schiff an seinem Kai begrüßt.";
  expect(summaryOf("velm.txt", `Im Hafen\n\n${sentence}\n`)).toEqual([sentence]);
});

test.each(["But no longer.", "Mais plus maintenant.", "Aber nicht mehr."])(
  "what only leads on is not told: %s",
  (hinge) => {
    expect(summaryOf("velm.txt", `Berths dearer\n\n${RAISED} ${hinge}\n`)).toEqual([RAISED]);
  },
);

test.each([
  "22 août 2031, Velm. - Le conseil de la ville a reporté la vente de sa halle.",
  "12 March 2031, Velm. - The council has put off the sale of its market hall.",
])("the date and place of a wire are not told: %s", (sentence) => {
  const told = summaryOf("velm.html", `<article><h1>Ventes</h1><p>${sentence}</p><p>${HEARD}</p></article>`);
  expect(told[0]).toMatch(/^(?:Le conseil|The council)/);
});

test("a German rank does not end a sentence", () => {
  expect(
    summaryOf(
      "velm.txt",
      "Tennis in Velm\n\nDer Weltranglisten-19. Ada Lint hat am Montag in Velm gewonnen.\n",
    ),
  ).toEqual(["Der Weltranglisten-19. Ada Lint hat am Montag in Velm gewonnen."]);
});

test("a headline does not open with a person that a lost title named", () => {
  expect(
    deriveHeadline(
      "Er will dort für die Liegeplätze werben. Der Rat von Velm hat sie um ein Drittel verteuert.",
      "de",
    ),
  ).toBe("Der Rat von Velm hat sie um ein Drittel verteuert");
});

describe("a stamp that was run together with the first sentence is not told", () => {
  test.each([
    ["en", "Updated at 6.20pm The council of Velm has put off the sale of its market hall.", "The council"],
    [
      "de",
      "Aktualisiert um 18.20 Uhr Der Rat von Velm hat den Verkauf der Markthalle verschoben.",
      "Der Rat",
    ],
    ["fr", "Mis à jour à 18h20 Le conseil de Velm a reporté la vente de sa halle.", "Le conseil"],
    ["es", "Actualizada a las 18:20 El consejo de Velm ha aplazado la venta de su mercado.", "El consejo"],
    ["pt", "Atualizada às 21h40 O conselho de Velm adiou a venda do seu mercado.", "O conselho"],
    [
      "it",
      "Aggiornato alle ore 18:20 Il consiglio di Velm ha rinviato la vendita del mercato.",
      "Il consiglio",
    ],
  ])("%s", (lang, sentence, opening) => {
    expect(deriveHeadline(sentence, lang).startsWith(opening)).toBe(true);
    expect(summaryOf("velm.txt", `Markets\n\n${sentence}\n\n${HEARD}\n`)[0]?.startsWith(opening)).toBe(true);
  });

  test.each([
    "1er mai 2031. - Le conseil de Velm a reporté la vente.",
    "1º de maio de 2031 - O conselho de Velm adiou a venda do mercado.",
  ])("nor the date of a wire with an ordinal: %s", (sentence) => {
    const told = summaryOf(
      "velm.html",
      `<article><h1>Ventes</h1><p>${sentence}</p><p>${HEARD}</p></article>`,
    );
    expect(told[0]).toMatch(/^(?:Le conseil|O conselho)/);
  });
});

test.each([
  "Since that explosion on the quay the harbour office has closed three of its sheds.",
  "After those weeks of rain the harbour office has closed three of its sheds.",
  "Depuis cet accident le bureau du port a fermé trois de ses hangars au quai nord.",
  "Nach diesem Unfall hat das Hafenamt drei seiner Schuppen am Nordkai geschlossen.",
  "Desde ese accidente la oficina del puerto ha cerrado tres de sus almacenes.",
  "Dopo questo incendio l'ufficio del porto ha chiuso tre dei suoi magazzini.",
  "Desde esse acidente o escritório do porto fechou três dos seus armazéns.",
  "Indeed, the harbour office has closed three of its sheds on the northern quay.",
  "En effet, le bureau du port a fermé trois de ses hangars au quai nord de la ville.",
  "En efecto, la oficina del puerto ha cerrado tres de sus almacenes del muelle.",
])("what refers behind needs the sentence before: %s", (sentence) => {
  const told = summaryOf(
    "velm.txt",
    `Sheds closed\n\n${RAISED}\n\nMost agree.\n\n${sentence}\n\n${FISHERS}\n`,
  );
  expect(told).toEqual([RAISED, FISHERS]);
});

test.each([
  "In this week of storms the harbour office has closed three of its sheds.",
  "In diesem Jahr hat das Hafenamt drei seiner Schuppen am Nordkai geschlossen.",
])("a time that is now needs nothing: %s", (sentence) => {
  const told = summaryOf(
    "velm.txt",
    `Sheds closed\n\n${RAISED}\n\nMost agree.\n\n${sentence}\n\n${FISHERS}\n`,
  );
  expect(told).toEqual([RAISED, sentence]);
});

describe("a long headline", () => {
  test.each([
    [
      "fr",
      "Deux pilotes du port qui participaient à l'exercice Goéland mené contre les dépôts sauvages installés le long du quai nord de la presqu'île de Velm ont été blessés mardi lors d'une explosion qui a détruit un hangar.",
      /ont été blessés/,
    ],
    [
      "pt",
      "O conselho da cidade de Velm mandou fechar ontem à tarde as duas pontes de madeira sobre o rio Jaruna que ligam o velho centro ao cais do norte, onde o temporal derrubou postes, árvores e muros durante a noite.",
      /(?<!onde|que)…$/,
    ],
    [
      "fr",
      "Les pilotes viennent de céder ce lundi 12 mai aux élus de la ville la surveillance de la baie de Velm et de ses deux îles, seul secteur dont ils avaient encore la charge, ainsi que quatre vedettes rapides.",
      /^(?!.*secteur…)/,
    ],
    [
      "fr",
      "Après le vote qui a porté Ada Lint à la tête de la ville de Velm, un autre changement est survenu : celui de la radio locale, dont le présentateur Hugo Vik a été renvoyé lundi après des entretiens jugés trop durs.",
      /^(?!.*survenu…)/,
    ],
  ])("keeps its verb, and no beginning of another clause (%s): %s", (lang, sentence, expected) => {
    expect(deriveHeadline(sentence, lang)).toMatch(expected);
  });
});

test.each([
  ["On 19 October 2031, Ada Lint will celebrate twenty years at the port of Velm.", /^On 19 October/],
  [
    "Often for the software of ports, design priorities such as cost, speed, convenience, open architecture, backward compatibility, and others trump the needs of those who sail on ships.",
    /trump/,
  ],
  [
    "As the review of plans at the port is hitting its limits and ships of high quality are known as the heart of the trade on all of our seas, it is time to change how the port publishes its plans.",
    /^It is time/,
  ],
  [
    "The office of Velm has bought a crane for the northern quay from the yard of the Vik brothers, who built it for the port of Easton in the town of Harling, United States.",
    /^(?!.*United States)/,
  ],
])("a headline keeps what its sentence says: %s", (sentence, expected) => {
  expect(deriveHeadline(sentence)).toMatch(expected);
});

test("the sentence that became the headline is not told again below it", () => {
  const story = parseStory("velm.txt", Buffer.from(`${RAISED} ${FISHERS} ${HEARD}\n`));
  expect(isUnreadable(story) ? [] : summariseBelow(story)).toEqual([FISHERS, HEARD]);
  const given = parseStory("velm.txt", Buffer.from(`Berths dearer\n\n${RAISED} ${FISHERS}\n`));
  expect(isUnreadable(given) ? [] : summariseBelow(given)).toEqual([RAISED, FISHERS]);
});

describe("what a newsroom says of itself or of the text is not told", () => {
  test.each([
    ["en", "*Velm Ledger is an independent, nonprofit newsroom for the islands. Sign up for our letter.*"],
    ["en", "*This story was produced by the northern desk of Velm Ledger. Subscribe to our weekly letter.*"],
    ["en", "This article was supported by the Karsk Fund for reporting on harbours."],
    ["de", "*Velmer Ufer ist eine unabhängige, gemeinnützige Redaktion für die Inseln.*"],
    ["de", "*Dieser Beitrag wurde von der Redaktion Nord recherchiert und gefördert.*"],
    ["fr", "*Rives est un média local indépendant, consacré à l'enquête. Inscrivez-vous à notre lettre.*"],
    ["fr", "*Cet article a été produit par la rédaction nord de Rives.*"],
    ["es", "*Este texto fue elaborado por la redacción norte de Orilla. Suscríbete al boletín.*"],
    ["it", "*Questo articolo è stato realizzato dalla redazione nord di Riva.*"],
    ["en", "Translation note: this text was put into English by Ada Lint. Some parts may differ from hers."],
    ["de", "Anmerkung zur Übersetzung: Ada Lint hat den Text übertragen. Manches weicht deshalb ab."],
    ["es", "Nota de traducción: Ada Lint ha traducido este texto. Algunas partes pueden ser distintas."],
    ["fr", "Note de traduction : Ada Lint a traduit ce texte. Certaines parties peuvent différer."],
    ["es", "Realizado por: Ada Lint y Hugo Vik"],
    ["en", "Many thanks to the port of Karsk for the wonderful days on the quay."],
    ["de", "Herzlichen Dank an den Hafen von Karsk für die schönen Tage am Kai."],
    ["fr", "Un grand merci au port de Karsk pour ces belles journées sur le quai."],
  ])("%s: %s", (lang, note) => {
    expect(summaryOf("velm.md", `# Berths dearer\n\n${note}\n\n${RAISED}\n\n${FISHERS}\n`)).toEqual([
      RAISED,
      FISHERS,
    ]);
    expect(deriveHeadline([note.replaceAll("*", ""), RAISED], lang)).toBe(RAISED.slice(0, -1));
  });

  test("nor the mark at which a first page ends", () => {
    expect(summaryOf("velm.md", `# Berths dearer\n\n${RAISED}READMORE\n\n${FISHERS}\n`)).toEqual([
      RAISED,
      FISHERS,
    ]);
    expect(summaryOf("velm.md", `# Berths dearer\n\n${RAISED}LIRE LA SUITE\n\n${FISHERS}\n`)).toEqual([
      RAISED,
      FISHERS,
    ]);
  });

  test("nor the heading below a lead without a stop", () => {
    const text = `# Berths\n\nOn 4 May the council of Velm renewed all of its berths with the work no. 31\n\n## North\n\n* one\n* two\n`;
    expect(summaryOf("velm.md", text)).toEqual([
      "On 4 May the council of Velm renewed all of its berths with the work no. 31",
    ]);
  });

  test.each([
    ["it", "Buongiorno Vi avvisiamo che domani il porto di Velm resta chiuso per lavori.", "Vi avvisiamo"],
    ["de", "Guten Tag Wir teilen mit, dass der Hafen von Velm morgen geschlossen bleibt.", "Wir teilen"],
    ["es", "Buenas tardes Les informamos de que mañana el puerto de Velm estará cerrado.", "Les informamos"],
    ["en", "Good morning We would like to let you know that the harbour stays closed.", "We would"],
  ])("nor a greeting on the line before (%s)", (lang, sentence, opening) => {
    expect(deriveHeadline(sentence, lang).startsWith(opening)).toBe(true);
    expect(summaryOf("velm.md", `# Harbour\n\n${sentence}\n\n${HEARD}\n`)[0]?.startsWith(opening)).toBe(true);
  });
});
