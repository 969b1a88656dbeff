import { describe, expect, test } from "vitest";
import { deriveHeadline } from "../../../../functions/digest/story/headline/derive-headline.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { summarise } from "../../../../functions/digest/summary/summarise.ts";

function summaryOf(text: string): readonly string[] {
  const story = parseStory("velm.txt", Buffer.from(`What the office of Velm says\n\n${text}\n`, "utf8"));
  return isUnreadable(story) ? [story.unreadable] : summarise(story);
}

describe("a greeting on the line of the news is not told", () => {
  test.each([
    ["en", "Hello everyone, the library will close its hall on Monday for a new roof.", "The library"],
    [
      "en",
      "Dear members of the Velm Rowing Club, the committee has counted all boats on Friday.",
      "The committee",
    ],
    ["en", "Hi all, we have moved the archive to another server on Monday morning.", "We have"],
    ["de", "Liebe Mitglieder, die Bücherei schließt am Montag ihren Lesesaal am Kai.", "Die Bücherei"],
    ["de", "Hallo zusammen, am Montag schließt die Bücherei ihren Lesesaal am Kai.", "Am Montag"],
    ["fr", "Bonjour à tous, la bibliothèque ferme lundi sa salle de lecture sur le quai.", "La bibliothèque"],
    ["fr", "Chers adhérents, le bureau a compté lundi tous les bateaux du port.", "Le bureau"],
    ["es", "Hola a todos, la biblioteca cierra el lunes su sala de lectura del puerto.", "La biblioteca"],
    ["it", "Cari soci, la biblioteca chiude lunedì la sala di lettura sul molo.", "La biblioteca"],
    ["pt", "Olá a todos, a biblioteca fecha na segunda-feira a sala de leitura do porto.", "A biblioteca"],
  ])("%s: %s", (lang, sentence, opening) => {
    expect(deriveHeadline([sentence, "It opens again on Friday."], lang)).toMatch(new RegExp(`^${opening} `));
    expect(summaryOf(sentence)[0]).toMatch(new RegExp(`^${opening} `));
  });

  test.each([
    ["en", "Dear Prudence, the old song of the harbor, was played on Monday by the town band."],
    ["en", "Hello Velm, the sign above the old pier, was taken down on Monday by the town."],
    ["de", "Liebe auf den ersten Blick, der Film aus Velm, kommt am Montag in die Kinos."],
    ["fr", "Salut les copains, la revue des années soixante, revient lundi au musée de Velm."],
  ])("but a name that begins with one is (%s): %s", (lang, sentence) => {
    expect(deriveHeadline([sentence], lang)).toBe(sentence.slice(0, -1));
    expect(summaryOf(sentence)).toEqual([sentence]);
  });
});

const COUNTED = "The harbor office has counted all birds on the pier.";

describe("thanks and welcomes are not told", () => {
  test.each([
    "Thanks to Ada Holt, Ben Moor and Cy Rook for contributing to this blog post!",
    "Thanks to Ada Holt and Ben Moor for their help with this report.",
    "Ada, Ben, Cyril et Dora, merci pour votre aide !",
    "Ada, Ben and Cyril, thank you for your patience with us!",
    "Ada, Ben und Dora, danke für eure Hilfe!",
    "Ladies, gentlemen, and guests of all ages from everywhere!",
    "Welcome to the last two days before the fair of Velm in 2026!",
    "Herzlich willkommen zu den letzten Tagen vor der Messe von Velm!",
    "Bienvenue aux derniers jours avant la foire de Velm en 2026 !",
  ])("%s", (sentence) => {
    expect(summaryOf(`${sentence} ${COUNTED}`)).toEqual([COUNTED]);
    expect(deriveHeadline([`${sentence} ${COUNTED}`])).toBe(COUNTED.slice(0, -1));
  });

  test.each([
    "Thanks to Ann Rowe, the harbour has a reading room with forty seats.",
    "Thanks to a grant for small ports, the harbour has a reading room.",
    "Ladies of the harbor choir sang on the pier for two hours on Monday.",
  ])("but news that begins like them is: %s", (sentence) => {
    expect(summaryOf(sentence)).toEqual([sentence]);
  });
});

describe("a name with a dash is told whole", () => {
  test.each([
    ["en", "Tiaki Moana – Harbour Research (TMHR) has uploaded all counts of birds since 2018."],
    ["en", "Velm – Harbour Research (VHR) has uploaded all counts of birds since 2018."],
    ["en", "Harbour Trust - Easton Branch has opened a reading room on the pier."],
    ["de", "Stiftung Nord – Hafen und Meer hat alle Zählungen seit 2018 veröffentlicht."],
    ["it", "Istituto del Porto — Ricerche sul mare ha pubblicato tutti i conteggi dal 2018."],
  ])("%s: %s", (lang, sentence) => {
    expect(deriveHeadline([sentence], lang)).toBe(sentence.slice(0, -1));
    expect(summaryOf(sentence)).toEqual([sentence]);
  });

  test.each([
    ["en", "Port Velm – The library has opened a reading room on the pier for its readers."],
    ["de", "Bad Velm – Die Bücherei hat am Montag einen neuen Lesesaal am Kai eröffnet."],
    ["fr", "Port Velm - Le bureau a compté lundi tous les oiseaux de la jetée du port."],
    ["pt", "São Velmo – O governo anunciou na segunda-feira uma nova biblioteca no cais."],
    ["en", "Velm – Mayor Ada Holt has opened a reading room on the pier for its readers."],
  ])("but the place before a sentence is left out (%s): %s", (_, sentence) => {
    const [, rest] = sentence.split(/ [–-] /);
    expect(summaryOf(sentence)).toEqual([rest]);
  });
});

describe("what stands between dashes is left out of a long headline", () => {
  test("also as dashes are typed", () => {
    const sentence =
      "Alison Moor, who is spending time with us as she is a Fellow at the Center---she is the co-director of Project Velm at the School of Information---spoke with us about a new study of readers in the harbor towns.";
    expect(deriveHeadline([sentence])).toMatch(/ at the Center spoke with us about a new study/);
  });

  test("but not what stands between two asides", () => {
    const sentence =
      "The members are called to the Ferry House in Velm - 21 Pier Street (our seat) - for the general meeting on the evening of 27 March 2026 at eleven thirty - and for a second meeting on 7 April 2026 at half past six.";
    expect(deriveHeadline([sentence])).toMatch(
      /in Velm for the general meeting on the evening of 27 March 2026/,
    );
  });
});
