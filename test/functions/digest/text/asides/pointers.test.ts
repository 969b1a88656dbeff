import { expect, it } from "vitest";
import { isPointer } from "../../../../../functions/digest/text/asides/pointers.ts";

it.each([
  "See the page of the harbour office.",
  "Please visit the desk in the old hall.",
  "For more details, ask the crew.",
  "Note: For further questions, ask the crew.",
  "Answer the following three questions.",
  "If you need a berth please follow the rules of the harbour office.",
  "To moor a boat see the page of the harbour office.",
  "Wenn Sie einen Platz suchen, lesen Sie die Regeln des Hafenamts.",
  "Pour amarrer un bateau, consultez la page du bureau.",
  "Siehe auch die Seite des Hafenamts.",
  "Weitere Informationen gibt das Amt.",
  "Es gelten die folgenden Preise.",
  "Pour en savoir plus, écrivez au bureau.",
  "Le bureau répond aux questions ci-dessous.",
  "Más información en la oficina del puerto.",
  "Estos son los siguientes horarios.",
  "Per saperne di più, scrivete all'ufficio.",
  "Zie de pagina van het havenkantoor.",
  "Více informací má přístavní úřad.",
  "The full list of berths can be found on the page of the port.",
  "Now that you know the harbour, watch the talk of the pilot!",
  "The application can also be read on the page of the port.",
  "The full changelog for this release is on the page of the port.",
  "Die Unterlagen finden Sie auf der Seite des Hafens.",
  "Les informations sont disponibles sur la page du port.",
])("says nothing alone: %s", (sentence) => {
  expect(isPointer(sentence)).toBe(true);
});

it.each([
  "The seer of Selby closes his booth.",
  "Readers may borrow three books.",
  "The changelog of the port is three pages long.",
  "Otters can be found in the old harbour.",
  "The report says that the fish can be seen again.",
  "The pier was closed the next day, following a storm.",
  "Viele Boote lagen am Kai.",
  "Le port sera fermé mardi.",
  "El puerto cierra el martes.",
  "Verde es el color del faro.",
  "Zieke leden betalen niets.",
])("says something: %s", (sentence) => {
  expect(isPointer(sentence)).toBe(false);
});
