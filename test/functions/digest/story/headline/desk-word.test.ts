import { expect, test } from "vitest";
import { withoutDeskWord } from "../../../../../functions/digest/story/headline/desk-word.ts";

test.each([
  ["BREAKING: Bridge opens", "Bridge opens"],
  ["Breaking: Live: Bridge opens", "Bridge opens"],
  ["UPDATE 2-Bridge opens", "Bridge opens"],
  ["Live updates | Bridge opens", "Bridge opens"],
  ["BREAKING! Bridge opens", "Bridge opens"],
  ["🔴 LIVE: Bridge opens", "Bridge opens"],
  ["FACTBOX-Bridge opens", "Bridge opens"],
  ["Bridge opens: live updates", "Bridge opens"],
  ["[VIDEO] Bridge opens", "Bridge opens"],
  ["Bridge opens (photos)", "Bridge opens"],
  ["Bridge opens – as it happened", "Bridge opens"],
  ["+++ Eilmeldung +++ Brücke offen", "Brücke offen"],
  ["EN DIRECT : le pont ouvre", "le pont ouvre"],
  ["VIDÉO. Le pont ouvre", "Le pont ouvre"],
  ["ÚLTIMA HORA: abre el puente", "abre el puente"],
  ["ULTIM’ORA: apre il ponte", "apre il ponte"],
  ["AO VIVO: abre a ponte", "abre a ponte"],
  ["LIVEBLOG | Brug open", "Brug open"],
  ["СРОЧНО: Мост открыт", "Мост открыт"],
  ["快讯：大桥通车", "大桥通车"],
  ["【速報】橋が開通", "橋が開通"],
])("takes the words of the desk off %j", (headline, bare) => {
  expect(withoutDeskWord(headline)).toBe(bare);
});

test.each([
  "Breaking waves close the quay",
  "Exclusive school opens",
  "Live bait banned",
  "Watch towers close",
  "Update on dam: gate shut",
  "Video. It changed the harbour",
  "Easton: bridge opens",
  "CORRECTED: Nine boats lost",
  "BREAKING:",
])("leaves %j alone", (headline) => {
  expect(withoutDeskWord(headline)).toBe(headline);
});
