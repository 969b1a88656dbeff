import { describe, expect, test } from "vitest";
import { deriveHeadline } from "../../../../../functions/digest/story/headline/derive-headline.ts";
import { fc } from "../../../../support/laws.ts";

describe("deriveHeadline", () => {
  test.each([
    ["de", "Nach dem Tod des Leiters hat der Rat am 6. Februar 2031 Ada Vik zur Leiterin ernannt"],
    ["fr", "Le conseil a nommé le 6 février 2031 Ada Vik à la tête du port de Velm"],
    ["es", "El consejo nombró el 6 de febrero de 2031 Ada Vik al frente del puerto"],
    ["it", "Il consiglio ha nominato il 6 febbraio 2031 Ada Vik a capo del porto"],
    [
      "de",
      "Nachdem die Wache Schüsse über den beiden Fischerbooten, die am Montag vor der Küste der Insel kreuzten und nicht antworteten, gemeldet hatte, ist es zu einem Streit gekommen",
    ],
  ])("keeps a sentence with a date or a clause before its verb in %s: %j", (lang, sentence) => {
    expect(deriveHeadline(`${sentence}.`, lang)).toBe(sentence);
  });

  test.each([
    ["The bridge opened on Monday.", "The bridge opened on Monday"],
    [
      "On Monday in Easton, the harbour office opened the new bridge to the first forty cars and lorries.",
      "On Monday in Easton, the harbour office opened the new bridge to the first forty cars and lorries",
    ],
    [
      "The new bridge will not open before the end of the year, two people at the office said on Monday.",
      "The new bridge will not open before the end of the year, two people at the office said on Monday",
    ],
    [
      "Gov. Ann Cole and Lt. Tom Vik met Sen. Ada Moor at St. John’s. They spoke.",
      "Gov. Ann Cole and Lt. Tom Vik met Sen. Ada Moor at St. John’s",
    ],
    ["Mr. Lint, Mrs. Moor and Dr. Cole left. The rest stayed.", "Mr. Lint, Mrs. Moor and Dr. Cole left"],
    [
      "The yard was sold to Vik & Sons of the U.S. It had stood empty.",
      "The yard was sold to Vik & Sons of the U.S.",
    ],
  ])("keeps a sentence that fits as it stands: %j", (paragraph, headline) => {
    expect(deriveHeadline(paragraph)).toBe(headline);
  });

  test.each([
    [
      "de",
      "Prof. Dr. Tom Lint übernimmt am 3. Mai die St. Anna Klinik. Er kommt aus Karsk.",
      "Prof. Dr. Tom Lint übernimmt am 3. Mai die St. Anna Klinik",
    ],
    [
      "fr",
      "M. Dupont et Mme Vik quittent le port de Velm. Ils partent demain.",
      "M. Dupont et Mme Vik quittent le port de Velm",
    ],
    [
      "es",
      "El Sr. Ruiz y la Dra. Vega dejan el puerto. Se van mañana.",
      "El Sr. Ruiz y la Dra. Vega dejan el puerto",
    ],
  ])("does not end at a title in %s", (lang, paragraph, headline) => {
    expect(deriveHeadline(paragraph, lang)).toBe(headline);
  });

  test.each([
    ["Wow. The bridge in Easton opened on Monday.", "The bridge in Easton opened on Monday"],
    ["Who owns the ferry? Tom Lin does, the register says.", "Tom Lin does, the register says"],
    ["Well, here we are again. The ferry sank off Easton.", "The ferry sank off Easton"],
    [
      "“We sail at once. We have waited for too long,” said Ada Moor of the crews. The ferry left at dawn.",
      "The ferry left at dawn",
    ],
    ["“We sail at once,” said Ada Moor of the crews.", "“We sail at once,” said Ada Moor of the crews"],
    ["Wow. Oh no.", "Wow"],
    [
      "By. Ann Cole and Tom Lin. PUBLISHED: 08:06 EST, 5 May 2031. | UPDATED: 09:38 EST, 5 May 2031. The ferry sank off Easton.",
      "The ferry sank off Easton",
    ],
    [
      "Ann Cole of the Easton Post. 08:53 EST, 11 May 2031. A tug saved the crew of the ferry.",
      "A tug saved the crew of the ferry",
    ],
    ["FERRY SANK OFF EASTON. CREW WAS SAVED.", "FERRY SANK OFF EASTON"],
    ["A quake of magnitude 5. 9 shook Easton. Nobody was hurt in the town.", "Nobody was hurt in the town"],
  ])("takes the first sentence that makes a claim: %j", (paragraph, headline) => {
    expect(deriveHeadline(paragraph)).toBe(headline);
  });

  test("looks in the paragraphs that follow a greeting", () => {
    expect(deriveHeadline(["Good morning, Easton!", "The bridge is shut until noon."])).toBe(
      "The bridge is shut until noon",
    );
  });

  test.each([
    [
      "brackets and dashes",
      "The harbour office (founded in 1901) opened its new bridge — a steel one with four lanes and a path for walkers on each of its two sides — to cars, buses and lorries on Monday at noon.",
      "The harbour office opened its new bridge to cars, buses and lorries on Monday at noon",
    ],
    [
      "what describes the subject",
      "Ada Moor, the head of the harbour office, who had sold the ferry, the crane and both of the old locks to a company of her brother within a single year, has left the town for good.",
      "Ada Moor has left the town for good",
    ],
    [
      "what describes the subject after a name",
      "The former owner, Ann Cole, who bought the ferry for less than its value in scrap and then leased it back to the town at a profit, is said to have fled the country.",
      "The former owner, Ann Cole, is said to have fled the country",
    ],
    [
      "a clause of time",
      "After three days of talks between the crews, the harbour office and the owner of the yard on the northern shore of the bay, the ferries will sail again from Monday on.",
      "The ferries will sail again from Monday on",
    ],
  ])("leaves out %s in a long sentence", (_, paragraph, headline) => {
    expect(deriveHeadline(paragraph)).toBe(headline);
  });

  test.each([
    [
      "fr",
      "Le maire de Velm, qui dirigeait la ville depuis vingt-deux ans et avait résisté à trois scandales successifs dont celui des marchés du port, a annoncé mardi sa démission.",
      "Le maire de Velm a annoncé mardi sa démission",
    ],
    [
      "es",
      "Tras tres días de negociaciones entre las tripulaciones, la oficina del puerto y el dueño del astillero de la orilla norte, los barcos no va a cambiar y Velm ha pedido ayuda al gobierno.",
      "Los barcos no va a cambiar y Velm ha pedido ayuda al gobierno",
    ],
    [
      "de",
      "Ada Vik, die langjährige Leiterin des Hafenamtes, die innerhalb eines Jahres die Fähre, den Kran und beide alten Schleusen an eine Firma ihres Bruders in der Nachbarstadt verkauft haben soll, ist am Montag zurückgetreten.",
      /Ada Vik, die .*verkauft haben soll/,
    ],
  ])("leaves out in %s only what is sure", (lang, paragraph, headline) => {
    expect(deriveHeadline(paragraph, lang)).toMatch(headline);
  });

  test.each([
    "When the water rises over the second mark at the old lock in the northern part of the harbour, the bridge will be shut for all cars, buses and lorries until further notice.",
    "The mayor, the head of the port office, the judge and the owner of the yard, who all live in the same street in the north of Easton, were arrested on Monday at dawn.",
    "In the novel that Ada Moor wrote about the harbour and its crews in the years after the war, the mayor will sell the ferry to a company of his wife and flee the country.",
    "Ann Cole, who denied that she had ever sold the ferry, the crane and the locks to a company of her brother, has left the town with her family for an unknown place abroad.",
  ])("keeps what the claim depends on: %j", (paragraph) => {
    const start = paragraph.split(" ").slice(0, 4).join(" ");
    expect(deriveHeadline(paragraph)).toMatch(new RegExp(`^${start}`));
  });

  test.each([
    [
      "en",
      "Ukraine’s General Staff claimed that the enemy had lost more than two hundred vehicles and an unknown number of soldiers near the town of Karsk during the last week of fighting, which no independent source could confirm.",
      /^Ukraine’s General Staff claimed that the enemy had lost .* near the town of Karsk during the last week of fighting…$/,
    ],
    [
      "en",
      "The crew left the burning ship in two of its boats and reached the island before dawn with the help of a fishing vessel from Karsk, while the captain stayed on board with the ship’s papers, the owner claimed on Monday.",
      /^The crew left the burning ship .*…, the owner claimed on Monday$/,
    ],
    [
      "de",
      "Die Rebellen haben die Stadt nach langen Kämpfen verlassen und sich über den Fluss nach Norden zurückgezogen, wobei sie zwei Brücken sprengten und mehrere Fahrzeuge zurückließen, behauptete die Armeeführung am Abend vor der Presse.",
      /, behauptete die Armeeführung am Abend vor der Presse$/,
    ],
    [
      "fr",
      "Le patron de la compagnie Ostmar, Jean Vik, est mis en examen dans l’affaire de la vente du ferry et des deux grues du port à une société installée aux îles Karsk par son propre frère, a indiqué lundi soir le parquet de Velm.",
      /…, a indiqué lundi soir le parquet de Velm$/,
    ],
    [
      "es",
      "Las tropas han dejado la ciudad tras largos combates y han cruzado el río hacia el norte con todos sus vehículos y con los heridos de las últimas dos semanas, afirmó el sábado por la noche el mando del ejército.",
      /…, afirmó el sábado por la noche el mando del ejército$/,
    ],
    [
      "en",
      "“We will never sell the ferry to the islands, whatever the price and whoever asks for it, because it belongs to the people who built it with their own hands,” the harbour master, Ada Moor, told the council.",
      /^“We will never sell .*, Ada Moor, told the council$/,
    ],
  ])("keeps the source in %s of %j", (lang, paragraph, headline) => {
    expect(deriveHeadline(paragraph, lang)).toMatch(headline);
  });

  test.each([
    [
      "en",
      "The tallest crane of the world stands in Easton on the northern shore of the bay next to the old lock, the new bridge and the station of the northern line, a claim that its builders call a hoax",
    ],
    [
      "en",
      "The fare on all ferries to the islands will double from the first of May for all grown travellers and for cars, buses and lorries as well, unless the council votes against it",
    ],
    [
      "de",
      "Der Rat der Stadt stimmt dem Plan für den neuen Hafen an der Nordküste der Insel auch im dritten Anlauf und nach einer langen Beratung mit den Fischern und den Werften am Ende nicht zu",
    ],
    [
      "ja",
      "四人組が北の町の古い教会の大きな鐘を一晩のうちに盗み出し、国境の向こうにある小さな工場に高い値段で売り渡したと警察が土曜日の夜に発表した",
    ],
  ])("keeps a doubt or a condition in %s: %j", (lang, sentence) => {
    expect(deriveHeadline(`${sentence}${lang === "ja" ? "。" : "."}`, lang)).toBe(sentence);
  });

  test.each([
    [
      "a clause",
      "The oldest wooden church in the northern bay of Easton has lost part of its roof in the storm of Monday night and two of its bells, which fell into the river behind the house of the vicar.",
      "The oldest wooden church in the northern bay of Easton has lost part of its roof in the storm of Monday night and two of its bells…",
    ],
    [
      "a phrase",
      "Seven small towns near harbour bridges along the northern shores welcomed the new head of the port office and her whole staff with open arms and a long parade through all of their streets and over the three old bridges at night",
      "Seven small towns near harbour bridges along the northern shores welcomed the new head of the port office and her whole staff with open arms and a long parade through all of their streets…",
    ],
    [
      "no list",
      "The company of the Vik brothers has bought the yards in the towns on the northern shore of the bay and will open new offices in Easton, Weston, Karsk and Velm in the course of the coming year and of the year after",
      "The company of the Vik brothers has bought the yards in the towns on the northern shore of the bay and will open new offices in Easton, Weston, Karsk and Velm in the course of the coming year…",
    ],
    [
      "a quotation, which is closed",
      "The head of the harbour office told the council that “nobody in this town has ever seen a ferry that was as old, as slow and as expensive as the one that was sold to us by the yard in Karsk in the year of the great flood”",
      "The head of the harbour office told the council that “nobody in this town has ever seen a ferry that was as old, as slow and as expensive as the one that was sold to us by the yard in Karsk…”",
    ],
  ])("cuts a long sentence after %s", (_, sentence, headline) => {
    expect(deriveHeadline(`${sentence}.`)).toBe(headline);
  });

  test("never ends inside a name, in a word that needs another, or in a figure without its noun", () => {
    const word = fc.constantFrom(
      "the",
      "of",
      "in",
      "and",
      "Ada Moor",
      "bridge",
      "opens",
      "harbour,",
      "Easton",
      "with",
      "which",
      "has",
      "12",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 12, maxLength: 90 }), (words) => {
        const headline = deriveHeadline(`Ferries ${words.join(" ")}.`);
        expect(headline.length).toBeLessThanOrEqual(200);
        expect(headline).not.toMatch(/(?:,| the| of| in| and| with| which| has| 12)…$/);
        expect(headline).not.toMatch(/Ada…$/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test.each([
    ["Ferry sinks off Easton May 3, 2031 The ferry of Easton sank at dawn.", "Ferry sinks off Easton"],
    [
      "Ferry sinks off Easton Published: May 3, 2031 at 1:10 PM ET Nobody was hurt.",
      "Ferry sinks off Easton",
    ],
    ["Ferry sinks off Easton Posted on Sat May 3, 2031 08:45 AM The ferry sank.", "Ferry sinks off Easton"],
    [
      "Ferry sinks off Easton Updated Thu 6 May 2031, 9:03am AEST Three people died.",
      "Ferry sinks off Easton",
    ],
    ["Fähre sinkt vor Velm 3. Mai 2031 | 12:30 Uhr Die Fähre von Velm ist gesunken.", "Fähre sinkt vor Velm"],
    [
      "Ada Moor, who built the ferries, dies at 91 May 3, 2031 She was a clerk.",
      "Ada Moor, who built the ferries, dies at 91",
    ],
    ["Friday, May 3, 2031 The ferry of Easton sank at dawn.", "The ferry of Easton sank at dawn"],
    ["Ferry sinks off Easton The ferry of Easton sank at dawn.", "Ferry sinks off Easton"],
    ["Quake shakes the bay An earthquake with a magnitude of five shook Easton.", "Quake shakes the bay"],
  ])("takes the title that was run together with the text: %j", (paragraph, headline) => {
    expect(deriveHeadline(paragraph, paragraph.includes("Velm") ? "de" : "en")).toBe(headline);
  });

  test.each([
    "The ferry sank on May 3, 2031 Easton time, off the northern shore.",
    "Ada Moor was sentenced May 3, 2031, to ten years.",
    "The ferry has not sailed since May 3, 2031 and stays in port.",
    "Tom Lin of The Easton Post wrote the report.",
    "The crew read A Tale of the Bay on board.",
  ])("takes a date or a title in a sentence for no end of one: %j", (sentence) => {
    expect(deriveHeadline(sentence)).toBe(sentence.slice(0, -1));
  });

  test.each([
    [
      "市长周一在首都为新建成的大桥剪彩，居民表示热烈欢迎。",
      "市长周一在首都为新建成的大桥剪彩，居民表示热烈欢迎",
    ],
    [
      "市长周一上午在首都北部为花了三年时间新建成的跨江大桥剪彩，居民表示热烈欢迎并且希望早日通车到达对岸的城市，工程师则说还需要再等待几个星期的时间。",
      "市长周一上午在首都北部为花了三年时间新建成的跨江大桥剪彩，居民表示热烈欢迎并且希望早日通车到达对岸的城市…",
    ],
  ])("keeps whole clauses of an unspaced script: %j", (paragraph, headline) => {
    expect(deriveHeadline(paragraph, "zh")).toBe(headline);
  });

  test("terminates on a sentence that can be split in many ways", () => {
    const word = "a".repeat(70);
    expect(deriveHeadline(`${word}, ${word} said ${`${word} `.repeat(7)}.`)).not.toBe("");
    expect(deriveHeadline(`Ferries${", the".repeat(2000)}`)).not.toBe("");
    expect(deriveHeadline(`Ferries ${"— (".repeat(2000)}`)).not.toBe("");
    expect(deriveHeadline("May 3, 2031 ".repeat(2000))).not.toBe("");
  });
});

describe("a sentence that needs the one before it", () => {
  test.each([
    [
      "de",
      "Wo ist der nächste See? Wer darf dort baden? Diese Frage beschäftigt den Verein. Der Hafen von Velm öffnet im Mai zwei Stege.",
      "Der Hafen von Velm öffnet im Mai zwei Stege",
    ],
    [
      "en",
      "Who pays for the pier? This question was asked by many. The harbour of Velm opens two piers in May.",
      "The harbour of Velm opens two piers in May",
    ],
    [
      "fr",
      "Qui paie le quai ? Cette question revient chaque année. Le port de Velm ouvre deux quais en mai.",
      "Le port de Velm ouvre deux quais en mai",
    ],
    [
      "es",
      "¿Quién paga el muelle? Esta pregunta vuelve cada año. El puerto de Velm abre dos muelles en mayo.",
      "El puerto de Velm abre dos muelles en mayo",
    ],
  ])("is no headline (%s)", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });

  test.each([
    ["en", "This harbour opens two piers in May. It is old.", "This harbour opens two piers in May"],
    [
      "de",
      "Dieser Hafen öffnet im Mai zwei neue Stege. Er ist alt.",
      "Dieser Hafen öffnet im Mai zwei neue Stege",
    ],
    ["en", "Who pays? This question was asked by many crews.", "This question was asked by many crews"],
  ])("is one where it is the first, or the only claim (%s)", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });
});

describe("a long sentence of two claims", () => {
  const tail =
    "some of them were able to ring the bell of the house that says to all who hear it that an illness has been overcome, as is the custom there";
  test.each([
    [
      "en",
      `For some minutes the children spoke with the captain; ${tail}.`,
      "For some minutes the children spoke with the captain…",
    ],
    [
      "es",
      `Por unos minutos los niños hablaron con el capitán; ${tail}.`,
      "Por unos minutos los niños hablaron con el capitán…",
    ],
    [
      "fr",
      `Pendant des heures les enfants ont parlé au capitaine ; ${tail}.`,
      "Pendant des heures les enfants ont parlé au capitaine…",
    ],
  ])("is cut between them (%s)", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });

  test.each([
    ["few words", `The mayor; ${tail}.`],
    ["a list in brackets", `The crews of many boats (old; new and all) met here; ${tail}.`],
  ])("is not cut after %s", (_, text) => {
    expect(deriveHeadline(text, "en")).not.toMatch(/^(?:The mayor|The crews of many boats \(old)…$/);
  });
});

describe("a cut leaves out what says nothing alone", () => {
  const end =
    "que se ha visto en la historia del puerto y de todos los barcos que llegan a él cada año desde el norte";
  test.each([
    [
      "es",
      `Tras una larga búsqueda de la patrulla y de los vecinos, fue hallado en el muelle viejo de Velm el que podría convertirse en el mayor barco ${end}.`,
      /(?<!convertirse)…$/,
    ],
    [
      "es",
      `El jefe del puerto de Velm citó ayer a todos los medios a una conferencia urgente en el muelle viejo para decir, como ya temían desde el lunes todos los vecinos y los medios de la ciudad, que "por un error en los planos del nuevo muelle los barcos no podrán entrar ${end}".`,
      /^(?!.*"por un).*…$/,
    ],
    [
      "en",
      `The head of the harbour of Velm called all crews and every reporter of the town to an urgent meeting on the old quay to say, as all of the crews and the reporters of the town had feared all week long, that "by an error of the new plans no ship at all can enter before the spring of next year".`,
      /^(?!.*"by an).*…$/,
    ],
  ])("%s: %s", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toMatch(headline);
  });

  test.each([
    [
      "de",
      "Nun, so ganz neu ist das nicht. Der Hafen von Velm öffnet zwei Stege im Mai.",
      "Der Hafen von Velm öffnet zwei Stege im Mai",
    ],
    [
      "fr",
      "Alors, ce n'est pas nouveau pour nous. Le port de Velm ouvre deux quais en mai.",
      "Le port de Velm ouvre deux quais en mai",
    ],
    [
      "es",
      "Bueno, no es nada nuevo para todos. El puerto de Velm abre dos muelles en mayo.",
      "El puerto de Velm abre dos muelles en mayo",
    ],
    ["de", "Nun hat der Hafen von Velm zwei neue Stege.", "Nun hat der Hafen von Velm zwei neue Stege"],
    [
      "de",
      "Es passiert! Das alte Bootshaus von Velm öffnet im Mai.",
      "Das alte Bootshaus von Velm öffnet im Mai",
    ],
  ])("and no aside opens it (%s): %s", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });
});

describe("a first claim that says little alone", () => {
  test.each([
    [
      "de",
      "Wie viele Brücken hat die Stadt Velm? Rund 250 sollen es sein. Das Amt zählt sie im Mai.",
      "Wie viele Brücken hat die Stadt Velm?",
    ],
    [
      "fr",
      "Combien de ponts la ville de Velm a-t-elle ? Environ 250, dit-on au port. Le port les compte en mai.",
      "Combien de ponts la ville de Velm a-t-elle ?",
    ],
    [
      "en",
      "How many bridges has the town? About 250 are known today. The office counts them in May.",
      "How many bridges has the town?",
    ],
    [
      "es",
      "Esto reveló un estudio de la ciudad. Los barcos de Velm son más viejos que los muelles.",
      "Los barcos de Velm son más viejos que los muelles",
    ],
    [
      "de",
      "Der Verein bietet Kurse an, in denen man z.B.\nDer Hafen von Velm öffnet im Mai zwei Stege.",
      "Der Hafen von Velm öffnet im Mai zwei Stege",
    ],
    [
      "fr",
      "De mai à juin, 32 équipes sont venues au port 3. 18 pilotes les ont aidées pendant des semaines.",
      "De mai à juin, 32 équipes sont venues au port 3",
    ],
  ])("is passed over (%s): %s", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });

  test.each([
    [
      "en",
      "How many bridges has the town? The harbour office of Velm counts all of its bridges in May.",
      "The harbour office of Velm counts all of its bridges in May",
    ],
    [
      "fr",
      "Cela fait presque quatre semaines que le port de Velm est fermé.",
      "Cela fait presque quatre semaines que le port de Velm est fermé",
    ],
    [
      "es",
      "Este puerto abre dos muelles nuevos en mayo. Es viejo.",
      "Este puerto abre dos muelles nuevos en mayo",
    ],
  ])("but not %s: %s", (lang, text, headline) => {
    expect(deriveHeadline(text, lang)).toBe(headline);
  });
});

describe("a cut leaves the verb of its last clause", () => {
  const end =
    "del puerto viejo de la ciudad de Velm y de todos los muelles del norte que se han visto en muchos años en la costa";
  test.each([
    [
      "es",
      `El jefe del registro de todos los barcos, Ada Vik, informó en una larga conferencia de prensa que a partir del mes de septiembre quedarán sin permiso los barcos ${end}.`,
      /quedarán/,
    ],
    [
      "es",
      `Para la gran mayoría de los pilotos y de los vecinos, la victoria de la tripulación joven sobre la antigua tripulación ganó el mayor de los premios ${end}.`,
      /ganó/,
    ],
    [
      "fr",
      `Dans la lignée des fêtes données en Italie, en Grèce et en Espagne, le grand comité des pilotes et des équipages du vieux port de Velm et de ses îles ouvrira une fête de trois jours sur le quai du nord en mai.`,
      /ouvrira/,
    ],
  ])("%s: %s", (lang, text, verb) => {
    expect(deriveHeadline(text, lang)).toMatch(verb);
  });
});

test.each([
  [
    "a note of the translator",
    "de",
    "Anmerkung: Dieser Text ist eine Übersetzung aus dem Englischen. Der Hafen von Velm öffnet im Mai wieder.",
    "Der Hafen von Velm öffnet im Mai wieder",
  ],
  [
    "a note of the newsroom",
    "fr",
    "Note de la rédaction : ce texte a paru en mai dans un journal. Le port de Velm rouvre ses quais lundi.",
    "Le port de Velm rouvre ses quais lundi",
  ],
  [
    "a link",
    "es",
    "Para ver el plano del puerto haz clic aquí, en esta página. El puerto de Velm abre sus muelles el lunes.",
    "El puerto de Velm abre sus muelles el lunes",
  ],
  [
    "a formula",
    "en",
    "Let $$f$$ be the height of the water. The harbour of Velm measures the tide each hour.",
    "The harbour of Velm measures the tide each hour",
  ],
  [
    "an answer to a question",
    "en",
    "Do you like boats and the sea? If so, we would love to see you at the quay. The harbour opens its doors on Monday.",
    "The harbour opens its doors on Monday",
  ],
  [
    "an answer to a question",
    "de",
    "Magst du Boote und das Meer? Wenn ja, komm doch zu uns an den Kai. Der Hafen öffnet am Montag seine Türen.",
    "Der Hafen öffnet am Montag seine Türen",
  ],
  [
    "an answer to a question",
    "fr",
    "Comment ranger les bateaux du port en hiver ? À cette question répond un atelier. Le port de Velm ouvre ses portes lundi.",
    "Le port de Velm ouvre ses portes lundi",
  ],
  [
    "an answer to a question",
    "de",
    "Wie lagert man Boote im Winter? – Auf diese Frage antwortet ein Kurs. Der Hafen von Velm öffnet am Montag.",
    "Der Hafen von Velm öffnet am Montag",
  ],
  [
    "the dash before it",
    "de",
    "Wie lagert man Boote im Winter? – Der Hafen von Velm antwortet am Montag in einem Kurs.",
    "Der Hafen von Velm antwortet am Montag in einem Kurs",
  ],
])("a headline is what the story says, not %s (%s)", (_, lang, text, headline) => {
  expect(deriveHeadline(text, lang)).toBe(headline);
});

test("a headline ends with its paragraph, whatever the next one opens with", () => {
  const paragraphs = ["The harbour opens its doors on Monday.", "harbourid harbourname quayid"];
  expect(deriveHeadline(paragraphs)).toBe("The harbour opens its doors on Monday");
});

test.each([
  [
    "en",
    "The new harbour office of Velm provides plans and charts of all the islands that lie before the coast of the country, however, most of the captains who were asked about them by our reporters never saw one of them",
    /^(?!.*however…).*…$/,
  ],
  [
    "fr",
    "La circulaire sur les ports et sur les quais du royaume que la ministre de la mer a signée lundi matin au palais demande avant la fin du mois de mai prochain et encore une fois au début de juin à chaque capitaine de compter ses marins",
    /^(?!.*(?:à|chaque)…).*…$/,
  ],
])("a sentence is not cut after a word that leads to the next: %s", (lang, sentence, expected) => {
  expect(deriveHeadline(`${sentence}.`, lang)).toMatch(expected);
});

test.each([
  [
    "en",
    "UPDATE (2031/12/08): The fair is over. The harbour of Velm looks for drummers for its fair in June.",
    "The harbour of Velm looks for drummers for its fair in June",
  ],
  [
    "en",
    "Costs: 10 euros a day with food (if ordered). Ada Moor comes to Velm to teach how a mill is built.",
    "Ada Moor comes to Velm to teach how a mill is built",
  ],
  [
    "en",
    "We are looking for you. The course of the harbour begins on 8 January 2031.",
    "The course of the harbour begins on 8 January 2031",
  ],
  [
    "de",
    "Es wird wieder schön! Am 31. Oktober feiert der Hafen von Velm sein Fest.",
    "Am 31. Oktober feiert der Hafen von Velm sein Fest",
  ],
  [
    "en",
    "Please register until July! The course of the harbour begins on 8 January 2031.",
    "The course of the harbour begins on 8 January 2031",
  ],
])("in %s passes over what makes no claim: %j", (lang, paragraph, headline) => {
  expect(deriveHeadline(paragraph, lang)).toBe(headline);
});

test.each([
  [
    "fr",
    "Le.port, c’est une passerelle entre les capitaines et les bureaux de la côte : à travers les outils qu’ils utilisent au quotidien, et qui sont partenaires du bureau, les capitaines peuvent signaler leurs bateaux et trouver une place.",
    "Le.port, c’est une passerelle entre les capitaines et les bureaux de la côte…",
  ],
  [
    "en",
    "A week before the fair, the office of the harbour made an extraordinary effort to find better boats to carry the mounting claims on behalf of the towns.",
    "A week before the fair, the office of the harbour made an extraordinary effort to find better boats to carry the mounting claims on behalf of the towns",
  ],
  [
    "en",
    "A week before the fair in June, the office of the harbour of Velm made an extraordinary effort to find better boats and crews of its own for all of them in the end to carry all mounting claims on behalf of the towns on the coast.",
    "A week before the fair in June, the office of the harbour of Velm made an extraordinary effort to find better boats and crews of its own for all of them…",
  ],
  [
    "de",
    "Am Montag, 25. April 2031, hat der Rat der Stadt Velm stellvertretend für eine große Gemeinschaft drei Leuten vom Verein des Hafens in Anerkennung ihrer langen Arbeit an den Stegen und den vielen Booten eine Urkunde verliehen. Der Verein des Hafens habe die Stege gerettet, so Ada Moor.",
    "Der Verein des Hafens habe die Stege gerettet, so Ada Moor",
  ],
])("in %s ends where a reader would: %j", (lang, paragraph, headline) => {
  expect(deriveHeadline(paragraph, lang)).toBe(headline);
});

test("adds no mark after one that only closes", () => {
  const text = `The section of dancers of the club of Velm" tells all members of the new course of the winter, which will let them learn the dances of the coast in a line, in pairs and in a circle in the hall.`;
  expect(deriveHeadline(text)).not.toMatch(/"$/);
});

test.each([
  [
    "a line that leads to the next",
    "en",
    ["The Harbour Development Team announces", "Gras 6.4 was released on 12 April 2031"],
    "Gras 6.4 was released on 12 April 2031",
  ],
  [
    "a sentence that points to a title",
    "fr",
    ["Cette offre a été pourvue.", "Le programme de Velm intègre des pilotes dans les ports."],
    "Le programme de Velm intègre des pilotes dans les ports",
  ],
  [
    "what refers to more than the greeting before it",
    "de",
    ["Hallo zusammen!", "Das ist natürlich nicht gut.", "Der Hafen von Velm bleibt bis Freitag zu."],
    "Der Hafen von Velm bleibt bis Freitag zu",
  ],
  [
    "sayings",
    "es",
    [
      "“Mucho ruido”, “poco pan” o “ir a la cola”...",
      "La asociación de Velm recoge las palabras del puerto.",
    ],
    "La asociación de Velm recoge las palabras del puerto",
  ],
])("is not %s", (_, lang, paragraphs, headline) => {
  expect(deriveHeadline(paragraphs, lang)).toBe(headline);
});

test("does not end with the first word after a comma", () => {
  const list =
    "A continuación se presenta una lista de algunos de los más útiles cursos de pesca y cocina gratuitos, impartidos " +
    "por algunas de las mejores escuelas del puerto y de otras partes.";
  expect(deriveHeadline(list, "es")).not.toMatch(/, \S+…$/u);
});

test.each([
  ["en", "We asked the members of the club from June 2 – July 7, 2031. Some 200 answered."],
  ["de", "Wir befragten die Mitglieder des Vereins vom 3. Juni – 5. Juli 2031. Es kamen 200 Antworten."],
  ["fr", "Nous avons interrogé les membres du club du 2 juin – 7 juillet 2031. Deux cents ont répondu."],
])("keeps a range of days at the end in %s", (lang, text) => {
  expect(deriveHeadline(text, lang)).toMatch(/ [–] .{6,} ?2031$/u);
});

test.each([
  "(In the old days there was no quay.)",
  "In short, because we like boats.",
  "This one began as an idea.",
  "The slides are also available here.",
  "Have a look at the plan of the fair.",
])("is a claim, not %j", (opening) => {
  const claim = "The harbour of Velm opens on Monday";
  expect(deriveHeadline([opening, `${claim}.`])).toBe(claim);
});

test.each([
  "We met and talked about our plans for the port (https://example.org/a).",
  "We met and talked about our plans for the port https://example.org/a?b=1.",
])("leaves out the address in %j", (text) => {
  expect(deriveHeadline(text)).toBe("We met and talked about our plans for the port");
});
