import { describe, expect, test } from "vitest";
import { withCuts } from "../../../../../functions/digest/summary/model/cuts.ts";

describe("an aside is cut", () => {
  test.each([
    ["en", "The mayor of Velm[, who lives near the harbour,] has resigned after a long night of talks."],
    ["en", "The mayor of Velm[ (a friend of the fishermen)] has resigned after a long night of talks."],
    ["en", "The mayor of Velm[ – a friend of the fishermen –] has resigned after a long night of talks."],
    ["en", "A fire closed the harbour of Velm on Monday[, sparking protests across the whole country]."],
    [
      "de",
      "Der Bürgermeister von Velm[ – ein Freund der Fischer –] ist nach langen Gesprächen zurückgetreten.",
    ],
    [
      "fr",
      "Le maire de Velm[, qui habite près du port,] a démissionné après une longue nuit de discussions.",
    ],
    ["es", "El alcalde de Velm[, que vive cerca del puerto,] dimitió después de una larga noche de debates."],
    [
      "it",
      "Il sindaco di Velm[, che vive vicino al porto,] ha lasciato dopo una lunga notte di discussioni.",
    ],
    [
      "pt",
      "O presidente da câmara de Velm[, que vive perto do porto,] foi embora depois de uma longa noite.",
    ],
    [
      "nl",
      "De burgemeester van Velm[ (een vriend van de vissers)] is na een lange nacht van overleg opgestapt.",
    ],
  ])("%s: %s", (lang, marked) => {
    const cut = /\[(.+)\]/u.exec(marked)?.[1] ?? "";
    const sentence = marked.replace(/[[\]]/gu, "");
    expect(withCuts(sentence, [cut], lang)).toBe(marked.replace(/\[.+\]/u, ""));
  });
});

describe("a cut is left in", () => {
  test.each([
    [
      "a negation",
      "en",
      "The mayor of Velm, who has never liked the harbour, has resigned after a long night.",
      "who has never liked the harbour",
    ],
    [
      "a contraction",
      "en",
      "The mayor of Velm, who didn’t like the harbour, has resigned after a long night.",
      "who didn’t like the harbour",
    ],
    [
      "a hedge",
      "en",
      "The mayor of Velm, who allegedly stole money, has resigned after a long night of talks.",
      "who allegedly stole money",
    ],
    [
      "a source",
      "en",
      "The mayor of Velm (according to the clerk) has resigned after a long night of talks.",
      "according to the clerk",
    ],
    [
      "a participle of saying",
      "en",
      "The town closed the bridge for the whole of the winter, saying that it was old.",
      "saying that it was old",
    ],
    [
      "a figure",
      "en",
      "The mayor of Velm (with 14 of the seats) has resigned after a long night of talks.",
      "with 14 of the seats",
    ],
    [
      "a figure in words",
      "en",
      "The mayor of Velm (with dozens of friends) has resigned after a long night.",
      "with dozens of friends",
    ],
    [
      "a date",
      "en",
      "The mayor of Velm, who came home on Monday, has resigned after a long night of talks.",
      "who came home on Monday",
    ],
    [
      "a quotation",
      "en",
      "The mayor of Velm (the “boss” of the port) has resigned after a long night of talks.",
      "the “boss” of the port",
    ],
    [
      "words within a quotation",
      "en",
      "“The mayor (of the old town) has to go home now,” the clerk of Velm said at night.",
      "of the old town",
    ],
    [
      "a condition",
      "en",
      "The plant in Velm will close for good, leaving only if the bank agrees to all of it.",
      "leaving only if the bank agrees to all of it",
    ],
    [
      "a part of a name",
      "en",
      "The Velm Inquiry (Northern) Act was passed by the council after a long night of talks.",
      "(Northern)",
    ],
    [
      "half a name",
      "en",
      "The mayor Ada Holt has resigned after a long night of talks with the whole council.",
      "Ada",
    ],
    [
      "a single word",
      "en",
      "The mayor of Velm has not resigned after a long night of talks with the council.",
      "not",
    ],
    [
      "half a word",
      "en",
      "The mayor of Velm (a friend) has resigned after a long night of talks with the council.",
      "frien",
    ],
    [
      "the beginning",
      "en",
      "After a long night of talks, the mayor of Velm has resigned from all of her offices.",
      "After a long night of talks",
    ],
    [
      "the end of a clause",
      "en",
      "The mayor of Velm resigned after Ada Holt, the clerk of the old town, had left.",
      "had left",
    ],
    [
      "a member of a list",
      "en",
      "He met the clerks, who were angry, bakers of Velm and fishermen of the harbour.",
      "who were angry",
    ],
    [
      "what stands there twice",
      "en",
      "The mayor (a friend) of Velm has met the clerk, a friend, after a long night there.",
      "a friend",
    ],
    [
      "a clause that restricts",
      "de",
      "Die Männer von Velm, die das Geld stahlen, sind nach langen Gesprächen verhaftet worden.",
      "die das Geld stahlen",
    ],
    [
      "an aside in a language that is not read",
      "ru",
      "Мэр Вельма (друг рыбаков порта) ушёл в отставку после долгой ночи переговоров с советом.",
      "друг рыбаков порта",
    ],
    [
      "a negation in French",
      "fr",
      "Le maire de Velm, qui n’aime pas le port, a démissionné après une longue nuit de débats.",
      "qui n’aime pas le port",
    ],
    [
      "a hedge in Spanish",
      "es",
      "El alcalde de Velm, que supuestamente robó, dimitió después de una larga noche de debates.",
      "que supuestamente robó",
    ],
    [
      "a source in French",
      "fr",
      "Le conseil de Velm a fermé le vieux port de la ville, affirmant que les piliers étaient usés.",
      "affirmant que les piliers étaient usés",
    ],
    [
      "more than is left of a sentence",
      "en",
      "He left, sparking protests across the whole country and along all of the coast.",
      "sparking protests across the whole country and along all of the coast",
    ],
  ])("of %s", (_, lang, sentence, cut) => {
    expect(sentence).toContain(cut);
    expect(withCuts(sentence, [cut], lang)).toBe(sentence);
  });
});
