import { describe, expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";

const told = (before: string, after: string, lang: string, days = {}) =>
  compareSentences(before, after, { lang, days }).facts.map(
    (fact) => `${fact.before ?? "∅"} → ${fact.after ?? "∅"}`,
  );

describe("two sentences that tell of different things have no facts", () => {
  test.each([
    [
      "en",
      "Boarding at the piers of Orsk Old Harbour, Karsk Mill and Velm East for foot passengers will end from 9 April and 2 May.",
      "Boarding of lorries at the pier of Harrow Grain Dock for drivers with a permit has ended with effect from 12 June.",
    ],
    [
      "en",
      "For boats from 70 feet on: berths are being let out again.",
      "For boats from 60 feet on: you can ask the harbour office or the clerk of any yard for a plate.",
    ],
    [
      "en",
      "It is the current edition and will be kept in print at least through April of 2031.",
      "It is no longer the advised edition and will be withdrawn in December 2032.",
    ],
    [
      "de",
      "Die Anmeldung zum Kurs für Segler im Hafen von Velm endet nach dem Beschluss des Vorstands am 9. April.",
      "Die Prüfung der Lotsen beginnt wegen des Umbaus der Werft in Orsk erst am 12. Juni.",
    ],
    [
      "fr",
      "Les billets pour la visite du phare de Velm seront vendus au guichet jusqu'au 9 avril.",
      "Les travaux sur le quai de Karsk, votés par la commune, durent jusqu'au 12 juin.",
    ],
    [
      "es",
      "Las visitas al faro de Velm se pueden reservar en la taquilla hasta el 9 de abril.",
      "Las obras del muelle de Karsk, aprobadas por el pleno, durarán hasta el 12 de junio.",
    ],
    [
      "it",
      "Le visite al faro di Velm si prenotano allo sportello fino al 9 aprile.",
      "I lavori sul molo di Karsk, votati dal consiglio, durano fino al 12 giugno.",
    ],
  ])("%s: %s → %s", (lang, before, after) => {
    expect(told(before, after, lang)).toEqual([]);
  });
});

describe("a statement in other words has its fact", () => {
  test.each([
    [
      "en",
      "The next plans are due on April 12th at 5:00 pm in the hall.",
      "The next plans for boats will be due by post on August 16th at 5:00 pm in the hall.",
      ["April 12th → August 16th"],
    ],
    [
      "en",
      "Public ferries are run by the Velm Harbour Trust, and tickets cost little if bought on board.",
      "Public ferries are run by the Orsk Lake Company which also owns trams and buses.",
      ["Velm Harbour Trust → Orsk Lake Company"],
    ],
    [
      "en",
      "Bring your two oars to the pier.",
      "Bring your three oars, a rope, a vest, a lamp and something warm to the pier.",
      ["two → three"],
    ],
    [
      "de",
      "Der Kurs kostet 12 Euro für Mitglieder.",
      "Der Kurs, der wegen des Umbaus in der Halle der Werft stattfindet, kostet 15 Euro für Mitglieder.",
      ["12 Euro → 15 Euro"],
    ],
    [
      "fr",
      "La durée maximale du séjour est de quatre mois.",
      "Sauf accord de la commune et du port, la durée maximale du séjour est de six mois, bagages compris.",
      ["quatre mois → six mois"],
    ],
    [
      "es",
      "El puerto tiene 12 barcos de pesca.",
      "Según la cofradía y el último censo de la provincia, el puerto tiene 15 barcos de pesca.",
      ["12 → 15"],
    ],
    ["zh", "港口有12艘渔船。", "据统计，今年港口有15艘渔船。", ["12艘 → 15艘"]],
  ])("%s: %s → %s", (lang, before, after, facts) => {
    expect(told(before, after, lang)).toEqual(facts);
  });
});

describe("a value that only moved in its sentence is none", () => {
  test.each([
    [
      "en",
      "Hours on feast days: 3 May (Boat Day): 8 to 15, 4 May (May Fair): closed, 24 July (Lamp Day): 8 to 15, 25 July (Lamp Fair): closed.",
      "Hours on feast days: 24 July 2031 (Lamp Day): 8 to 15, 25 July 2031 (Lamp Fair): closed, 31 August 2031 (Rope Day): 8 to 15.",
    ],
    [
      "de",
      "siehe Bericht 2018 (S. 9 f.) siehe Bericht 2019 (S. 10 f.)",
      "siehe Bericht 2019 (S. 10 f.) siehe Bericht 2018 (S. 9 f.)",
    ],
    [
      "en",
      "see report 2018 (p. 5 ff.); see report 2019 (p. 7 ff.)",
      "see report 2019 (p. 7 ff.); see report 2018 (p. 5 ff.)",
    ],
  ])("%s: %s → %s", (lang, before, after) => {
    expect(told(before, after, lang)).toEqual([]);
  });

  test.each([
    [
      "The storm killed 12 people and hurt 19 on the coast.",
      "The storm killed 19 people and hurt 25 on the coast.",
      ["12 → 19", "19 → 25"],
    ],
    [
      "Room A is open from 9 to 17, room B from 10 to 18.",
      "Room A is open from 10 to 18, room B from 9 to 17.",
      ["9 → 10", "17 → 18", "10 → 9", "18 → 17"],
    ],
    [
      "Open on Monday, June 22 for all.",
      "Open on Friday, June 22 for all.",
      ["Monday, June 22 → Friday, June 22"],
    ],
    [
      "The tax year runs from 6 April 2030 to 5 April 2031.",
      "The tax year runs from 6 April 2031 to 5 April 2032.",
      ["6 April 2030 → 6 April 2031", "5 April 2031 → 5 April 2032"],
    ],
  ])("but each figure of %j → %j is told", (before, after, facts) => {
    expect(told(before, after, "en")).toEqual(facts);
  });
});

test.each([
  [
    "Children/guests aged 12 and under will need to be accompanied by a parent.",
    "Children aged 5 to 12 will need to be accompanied by a parent.",
    ["12 and under → 5 to 12"],
  ],
  [
    "Boats of 12 metres or more will need to be moored by a pilot.",
    "Boats of 5 to 12 metres will need to be moored by a pilot.",
    ["12 metres or more → 5 to 12 metres"],
  ],
])("one edit is told once: %j → %j", (before, after, facts) => {
  expect(told(before, after, "en")).toEqual(facts);
});

describe("a weekday and a date that end or begin something are two days", () => {
  test.each([
    [
      "en",
      "The line is closed until Friday.",
      "The line is closed until 25 November.",
      "Friday → 25 November",
    ],
    [
      "en",
      "The line is closed until 27 November.",
      "The line is closed until Wednesday.",
      "27 November → Wednesday",
    ],
    ["en", "Apply by Monday at the latest.", "Apply by 3 May at the latest.", "Monday → 3 May"],
    [
      "de",
      "Die Brücke ist bis Freitag gesperrt.",
      "Die Brücke ist bis zum 25. November gesperrt.",
      "Freitag → 25. November",
    ],
    [
      "fr",
      "Le port ouvre à partir de lundi pour tous.",
      "Le port ouvre à partir du 3 mai pour tous.",
      "lundi → 3 mai",
    ],
    [
      "es",
      "La ruta se cierra hasta el viernes.",
      "La ruta se cierra hasta el 25 de noviembre.",
      "viernes → 25 de noviembre",
    ],
    [
      "it",
      "Le domande vanno inviate entro venerdì.",
      "Le domande vanno inviate entro il 25 novembre.",
      "venerdì → 25 novembre",
    ],
    [
      "pt",
      "A ponte está fechada até sexta-feira.",
      "A ponte está fechada até 25 de novembro.",
      "sexta-feira → 25 de novembro",
    ],
    ["nl", "De weg is dicht tot vrijdag.", "De weg is dicht tot 25 november.", "vrijdag → 25 november"],
    ["sv", "Vägen är stängd till fredag.", "Vägen är stängd till den 25 november.", "fredag → 25 november"],
    ["ru", "Дорога закрыта до пятницы.", "Дорога закрыта до 25 ноября.", "пятницы → 25 ноября"],
    ["ja", "橋は金曜日まで閉鎖される。", "橋は11月25日まで閉鎖される。", "金曜日 → 11月25日"],
    ["zh", "大桥封闭至星期五。", "大桥封闭至11月25日。", "星期五 → 11月25日"],
  ])("%s: %s → %s", (lang, before, after, fact) => {
    expect(told(before, after, lang)).toEqual([fact]);
  });

  test.each([
    [
      "the date says its weekday",
      "The line is closed until Friday.",
      "The line is closed until Friday, 25 November.",
    ],
    [
      "the date loses it",
      "The line is closed until Friday, 25 November.",
      "The line is closed until Friday.",
    ],
    ["it comes again", "The line is closed every Friday.", "The line is closed on 25 November."],
    ["it comes again", "It is shut on Fridays from noon.", "It is shut on 25 November from noon."],
    [
      "a span of them comes again",
      "The shop opens from Friday to Sunday.",
      "The shop opens from 25 November to Sunday.",
    ],
    ["it may be the same day", "They met on Friday.", "They met on 25 November."],
  ])("but not where %s: %s → %s", (_, before, after) => {
    expect(told(before, after, "en")).toEqual([]);
  });

  test("the day of the story shows whether they are one", () => {
    const [before, after] = ["The line is closed until Friday.", "The line is closed until 27 November."];
    expect(told(before, after, "en", { before: "2026-11-24" })).toEqual([]);
    expect(told(before, "The line is closed until 25 November.", "en", { before: "2026-11-24" })).toEqual([
      "Friday → 25 November",
    ]);
  });
});
