import { expect, test } from "vitest";
import { isDependent } from "../../../../functions/digest/summary/openers.ts";

test.each([
  ["It took the whole night."],
  ["“But nobody came,” said the mayor."],
  ["As a result, the quay stays closed."],
  ["Il a parlé toute la nuit."],
  ["This weekly paper is closed."],
  ["Some are pilots, others mend nets."],
  ["Einige sind Lotsen, andere flicken Netze."],
  ["Sin embargo, el puerto está cerrado."],
  ["Das ist die Lage am Hafen."],
  ["Jedoch blieb der Hafen geschlossen."],
  ["Однако порт закрыт."],
  ["لكن الميناء مغلق."],
  ["او گفت که بندر بسته است."],
  ["但是码头仍然关闭。"],
])("takes “%s” to depend on the sentence before", (sentence) => {
  expect(isDependent(sentence)).toBe(true);
});

test.each([
  ["Italy took the whole night."],
  ["The quay is closed, but open to ferries."],
  ["As a resident said, the quay stays closed."],
  ["Ilse sprach die ganze Nacht."],
  ["Порт закрыт."],
  ["码头仍然关闭。"],
  ["2025 was better."],
  ["Some pilots mend nets in the winter, when others sail."],
  ["Sin barcos no hay puerto."],
  ["Das Schiff liegt im Hafen."],
  ["This week the quay is closed."],
  ["Diese Woche bleibt der Hafen zu."],
  ["Ce mardi, le port ferme."],
  [""],
])("takes “%s” to be independent", (sentence) => {
  expect(isDependent(sentence)).toBe(false);
});
