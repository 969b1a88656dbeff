import { describe, expect, it } from "vitest";
import { editorsNote } from "../../../../../functions/digest/changes/terms/editors-notes.ts";
import { cpuMs } from "../../../../support/cpu-time.ts";

describe("a passage of the editors about their story", () => {
  it.each([
    "Correction: the ferry carries 40 cars, not 400.",
    "CORRECTION (3 May): The mayor is Ada Holt.",
    "*Correction, 3 May 2031:* the bridge opened in 1931.",
    "Corrections",
    "Clarification: the levy applies to new boats only.",
    "Editor's note: this story named the wrong harbour.",
    "An earlier version of this article gave the wrong price.",
    "This story has been corrected to say that the pier is closed.",
    "Correctif : le bac transporte 40 voitures.",
    "Rectificatif – la mairesse s’appelle Ada Holt.",
    "Précision: la taxe ne touche que les bateaux neufs.",
    "Une version précédente de cet article donnait un autre prix.",
    "Korrektur: Die Fähre fasst 40 Autos.",
    "Berichtigung",
    "Anmerkung der Redaktion: Der Hafen heißt Velm.",
    "In einer früheren Version dieses Artikels stand ein anderer Preis.",
    "Corrección: el barco lleva 40 coches.",
    "Fe de errores: la alcaldesa es Ada Holt.",
    "Una versión anterior de esta noticia daba otro precio.",
    "Rettifica: il traghetto porta 40 auto.",
    "Una versione precedente di questo articolo dava un altro prezzo.",
    "Correctie: de veerboot vervoert 40 auto’s.",
    "Correção: a balsa leva 40 carros.",
  ])("is a correction: %s", (passage) => {
    expect(editorsNote(passage)).toBe("correction");
  });

  it.each([
    "Update: the pier is open again.",
    "UPDATE, 14:05: the pier is open again.",
    "- Updates (3 May): two boats sail.",
    "Mise à jour : la jetée est rouverte.",
    "Aktualisierung: Der Steg ist wieder offen.",
    "Actualización: el muelle está abierto.",
    "Aggiornamento: il molo è aperto.",
  ])("is an update: %s", (passage) => {
    expect(editorsNote(passage)).toBe("update");
  });

  it.each([
    "Correction officers in Velm went on strike: 40 of them.",
    "Corrections in the market were small.",
    "The correction: a fall of 10 % in a week.",
    "An earlier version of the bill had passed in May.",
    "Previous versions of this ferry had no ramp.",
    "Updates will follow when the pier is open.",
    "Update your papers before you sail.",
    "La rectification du canal a coûté cher.",
    "Die Korrektur des Kurses dauerte eine Woche.",
    "Die Berichtigung der Karte kostet 40 Kronen.",
    "La corrección del rumbo duró una semana.",
    "Eine frühere Version dieses Schiffs hatte keine Rampe.",
    "Actualización de los precios del puerto de Velm",
    "",
  ])("is none: %s", (passage) => {
    expect(editorsNote(passage)).toBeUndefined();
  });

  it("takes no time on a long line", () => {
    expect(cpuMs(() => editorsNote(`Correction ${"(,1 ".repeat(200_000)}`))).toBeLessThan(200);
  });
});
