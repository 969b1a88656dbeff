import { expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";

const told = (before: string, after: string, lang: string) =>
  compareSentences(before, after, { lang }).facts.map(
    (fact) => `${fact.before ?? "∅"} → ${fact.after ?? "∅"}`,
  );

test.each([
  [
    "en",
    "The board has five members.",
    "The board has between five and seven members.",
    "five → between five and seven",
  ],
  ["en", "The board has 5 members.", "The board has 7 to 9 members.", "5 → 7 to 9"],
  ["en", "The board has seven to nine members.", "The board has five members.", "seven to nine → five"],
  ["en", "One to three people work here.", "Two people work here.", "One to three → Two"],
  [
    "en",
    "The board has at least five members.",
    "The board has at least five and no more than nine members.",
    "at least five → at least five and no more than nine",
  ],
  [
    "en",
    "The loan lasts up to six months.",
    "The loan lasts six to nine months.",
    "up to six months → six to nine months",
  ],
  ["en", "Children between 6 and 12 pay half.", "Children under 12 pay half.", "between 6 and 12 → under 12"],
  [
    "en",
    "Talks were held in 2018.",
    "Talks were held between 2019 and 2021.",
    "in 2018 → between 2019 and 2021",
  ],
  ["en", "The trial runs 3 May to 5 June.", "The trial runs until 5 June.", "3 May to 5 June → until 5 June"],
  ["en", "Tickets cost £5–£8.", "Tickets cost £6.", "£5–£8 → £6"],
  ["en", "The shop is open from 9 to 5 on Mondays.", "The shop is open at 9 on Mondays.", "9 to 5 → 9"],
  [
    "en",
    "The group has 8 to 10 places.",
    "The group has between 10 and 12 places.",
    "8 to 10 → between 10 and 12",
  ],
  [
    "de",
    "Der Vorstand besteht aus fünf Mitgliedern.",
    "Der Vorstand besteht aus drei bis sieben Mitgliedern.",
    "fünf → drei bis sieben",
  ],
  [
    "de",
    "Der Beirat hat mindestens drei Mitglieder.",
    "Der Beirat hat mindestens drei, höchstens sieben Mitglieder.",
    "mindestens drei → mindestens drei, höchstens sieben",
  ],
  [
    "de",
    "Kinder zwischen 6 und 12 Jahren zahlen die Hälfte.",
    "Kinder unter 12 Jahren zahlen die Hälfte.",
    "zwischen 6 und 12 Jahren → unter 12 Jahren",
  ],
  [
    "fr",
    "Le bureau compte cinq membres.",
    "Le bureau compte entre cinq et sept membres.",
    "cinq → entre cinq et sept",
  ],
  [
    "fr",
    "La durée du prêt est de trois semaines.",
    "La durée du prêt est de deux à quatre semaines.",
    "trois semaines → deux à quatre semaines",
  ],
  [
    "es",
    "La junta tiene cinco miembros.",
    "La junta tiene entre cinco y siete miembros.",
    "cinco → entre cinco y siete",
  ],
  ["it", "Il corso dura da due a tre mesi.", "Il corso dura due mesi.", "due a tre mesi → due mesi"],
])("in %s a value and an interval are told whole: %s → %s", (lang, before, after, fact) => {
  expect(told(before, after, lang)).toEqual([fact]);
});

test.each([
  ["en", "The board has between 5 and 7 members.", "The board has 5 to 7 members."],
  ["en", "The board has 5-7 members.", "The board has five to seven members."],
  ["en", "The board has three to five members.", "The board has at least three and at most five members."],
  ["de", "Der Beirat hat 3 bis 7 Mitglieder.", "Der Beirat hat zwischen drei und sieben Mitglieder."],
  ["fr", "Le bureau compte 5 à 7 membres.", "Le bureau compte entre cinq et sept membres."],
])("in %s an interval that is only written otherwise is no fact: %s → %s", (lang, before, after) => {
  expect(told(before, after, lang)).toEqual([]);
});

test.each([
  ["The board has between 5 and 7 members.", "The board has between 5 and 9 members.", ["7 → 9"]],
  ["The rent rose from 500 to 600 crowns.", "The rent rose to 700 crowns.", ["600 → 700"]],
  ["He moved from 5 Hill Road to 7 Hill Road.", "He moved from 5 Hill Road to 9 Hill Road.", ["7 → 9"]],
  ["Pay within 14 days of the invoice.", "Pay within a month of the invoice.", ["14 days → a month"]],
])("ends, courses and single values are compared by themselves: %s → %s", (before, after, facts) => {
  expect(told(before, after, "en")).toEqual(facts);
});
