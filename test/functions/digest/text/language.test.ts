import { describe, expect, test } from "vitest";
import { directionOf, languageOf } from "../../../../functions/digest/text/language.ts";

describe("languageOf", () => {
  test.each([
    ["en", "The mayor opened the bridge, and the ferry is to be sold by the council."],
    ["fr", "Le maire a inauguré le pont et les habitants de la ville sont venus sur les quais."],
    ["de", "Die Brücke wurde von der Stadt mit einem Fest eröffnet und ist nicht teuer."],
    ["es", "El alcalde inauguró el puente y los vecinos de la ciudad fueron a la fiesta con él."],
    ["pt", "O prefeito disse que a ponte não será fechada e que os moradores já são ouvidos."],
    ["it", "Il sindaco ha detto che il ponte della città non è finito e che gli operai sono in ritardo."],
    ["nl", "De burgemeester heeft de brug geopend en het is niet bekend wat er met de boot gebeurt."],
    ["ru", "Мэр открыл мост, и жители города пришли на праздник. Это было в мае, мы были рады."],
    ["uk", "Мер відкрив міст, і жителі міста прийшли на свято. Її чекали три роки."],
    ["bg", "Кметът откри моста и жителите на града дойдоха. Мостът е дълъг."],
    ["ar", "افتتح رئيس البلدية الجسر في المدينة وقال إن العمل انتهى من الآن بعد عام."],
    ["fa", "شهردار پل را افتتاح کرد و گفت که این کار به پایان رسید."],
    ["he", "ראש העיר פתח את הגשר ביום שני."],
    ["zh", "市长周一为大桥剪彩。"],
    ["ja", "市長は月曜日に橋を開通した。"],
    ["ko", "시장은 월요일에 다리를 열었다."],
    ["el", "Ο δήμαρχος άνοιξε τη γέφυρα."],
    ["tr", "Kurul salı günü toplanacak. Fırtınada yedi yürüyüşçü yaralandı, yağmur durmadı."],
    ["pl", "Rzeźbiarz pokazał łódź mieszkańcom. Wieś świętowała, lecz łąkę zamknięto."],
    ["hu", "A hídőr felnőtt segítője őszinte örömmel köszöntötte őket. Tűz gyulladt."],
    ["cs", "Více se o městě říká; na úřadě se čeká, věřte."],
  ])("recognises %s", (lang, text) => {
    expect(languageOf(text)).toBe(lang);
  });

  test.each([
    "",
    "12 345",
    "Titanic",
    "Bridge opens",
    "😀",
    "Мост",
    "Erdoğan meets Kılıç, Yağmur, Özgür, Adam, Ben, Carla, Dora, Emil, Fred, Gerd, Hal and Ida",
  ])("is undefined for %j", (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});

test.each([
  ["", "ltr"],
  ["Bridge", "ltr"],
  ["افتتاح الجسر", "rtl"],
  ["הגשר נפתח BBC", "rtl"],
  ["The word جسر means bridge", "ltr"],
  ["123 …", "ltr"],
])("directionOf(%j) is %s", (text, dir) => {
  expect(directionOf(text)).toBe(dir);
});
