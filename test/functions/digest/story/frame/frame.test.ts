import { describe, expect, test } from "vitest";
import { isByline } from "../../../../../functions/digest/story/frame/byline.ts";
import { cutDateline, isDateline } from "../../../../../functions/digest/story/frame/dateline.ts";
import { cutNote } from "../../../../../functions/digest/story/frame/source-note.ts";
import {
  boundHeadline,
  cutKeywords,
  isHeadline,
  isKeywordList,
} from "../../../../../functions/digest/story/headline/headline.ts";

describe("cutDateline", () => {
  test.each([
    ["EASTON (Coast Wire). The bridge opened.", "EASTON (Coast Wire)", "The bridge opened."],
    ["Easton, May 2 (Coast Wire) - The bridge opened.", "Easton, May 2 (Coast Wire)", "The bridge opened."],
    ["ST. IVES, Cornwall — “It opened,” he said.", "ST. IVES, Cornwall", "“It opened,” he said."],
    ["NEW EASTON – 40 boats left.", "NEW EASTON", "40 boats left."],
    ["(CNN) -- The bridge opened.", "(CNN)", "The bridge opened."],
    ["МОСКВА, 2 мая (ТАСС) — Мост открыт.", "МОСКВА, 2 мая (ТАСС)", "Мост открыт."],
    ["EASTON (Coast Wire) -The bridge opened.", "EASTON (Coast Wire)", "The bridge opened."],
    ["EASTON (Coast Wire)—iPads fell.", "EASTON (Coast Wire)", "iPads fell."],
    ["EASTON—The bridge opened.", "EASTON", "The bridge opened."],
    ["EASTON - The bridge opened.", "EASTON", "The bridge opened."],
    ["EASTON | The bridge opened.", "EASTON", "The bridge opened."],
    ["EASTON, May 2. /Wire/. The bridge opened.", "EASTON, May 2. /Wire/", "The bridge opened."],
    ["Easton-upon-Bay (CW) - The bridge opened.", "Easton-upon-Bay (CW)", "The bridge opened."],
    ["Easton, May 2 - The bridge opened.", "Easton, May 2", "The bridge opened."],
    ["EASTON, Nov 20: The bridge opened.", "EASTON, Nov 20", "The bridge opened."],
    ["Easton, Nov 20 (CW) The bridge opened.", "Easton, Nov 20 (CW)", "The bridge opened."],
    ["Velim, 18. září 2019 – Most se otevřel.", "Velim, 18. září 2019", "Most se otevřel."],
    ["Velim, 2. května – Most se otevřel.", "Velim, 2. května", "Most se otevřel."],
    ["Velim, 18. 9. 2019 – Most se otevřel.", "Velim, 18. 9. 2019", "Most se otevřel."],
    ["Warta, 12 października 2021 r. – Most otwarto.", "Warta, 12 października 2021 r.", "Most otwarto."],
    ["Rača, 3. mája 2020 – Most otvorili.", "Rača, 3. mája 2020", "Most otvorili."],
    ["Zabok, 3. svibnja 2020. – Most je otvoren.", "Zabok, 3. svibnja 2020.", "Most je otvoren."],
    ["Raisio, 3. toukokuuta 2020 – Silta avattiin.", "Raisio, 3. toukokuuta 2020", "Silta avattiin."],
    ["(ANSA) - ROMA, 2 MAG - Il ponte apre.", "(ANSA) ROMA, 2 MAG", "Il ponte apre."],
    ["BERLIN/KIEL, 2. Mai (dpa) – Die Brücke.", "BERLIN/KIEL, 2. Mai (dpa)", "Die Brücke."],
    ["Paris, le 2 mai (AFP) - Le pont.", "Paris, le 2 mai (AFP)", "Le pont."],
    ["Málaga (España), 2 may (EFE).- El puente.", "Málaga (España), 2 may (EFE)", "El puente."],
    ["МИНСК, 2 мая - РИА Новости. Мост.", "МИНСК, 2 мая - РИА Новости", "Мост."],
    ["Минск. 2 мая. ИНТЕРФАКС - Мост.", "Минск. 2 мая. ИНТЕРФАКС", "Мост."],
    ["新华社文港5月2日电（记者 方丽）大桥通车。", "新华社文港5月2日电（记者 方丽）", "大桥通车。"],
    ["【文港共同】橋が開通した。", "【文港共同】", "橋が開通した。"],
    ["［文港　２日　ロイター］ - 橋が開通した。", "［文港　２日　ロイター］", "橋が開通した。"],
    ["12 JULY 2031 – The ferry has sunk off Karsk.", "12 JULY 2031", "The ferry has sunk off Karsk."],
    ["February 2031 -- The ferry has sunk off Karsk.", "February 2031", "The ferry has sunk off Karsk."],
    ["3. Mai 2031 – Die Fähre ist gesunken.", "3. Mai 2031", "Die Fähre ist gesunken."],
  ])("separates the dateline from %j", (paragraph, dateline, rest) => {
    expect(cutDateline(paragraph)).toEqual({ paragraph: rest, dateline });
  });

  test.each([
    "The U.S. Coast Guard (USCG) searched all night.",
    "Easton — the town on the bay — has a bridge.",
    "IT is big. IT grows.",
    "Ann Cole (40) won.",
    "A bridge opened.",
    "NATO - the alliance of the north - met.",
    "Ada Moor (Greens): We will vote.",
    "We met in Easton, 2 May - The bridge was shut.",
    "Easton, section 12 - The bridge must open.",
    "E-MAIL-Adressen sind weg.",
    "【重要】橋が閉まる。",
    "POSTPONED - The town saves water until May.",
    "SOLD OUT — The fair in Velm has no seats left.",
    "ABGESAGT - Das Frühstück am Hafen fällt aus.",
    "ANNULÉ – Le marché de Noël n’a pas lieu.",
    "APLAZADO - El concierto será en mayo.",
    "UPDATE - The bridge is open again.",
    "Chapter 2031 – The ferry of Karsk",
  ])("finds no dateline in %j", (paragraph) => {
    expect(cutDateline(paragraph)).toEqual({ paragraph });
  });
});

test.each([
  ["EASTON, May 2 (Coast Wire) —", true],
  ["EASTON (Coast Wire) -", true],
  ["BERLIN, 2. Mai (dpa) –", true],
  ["EASTON —", true],
  ["EASTON", false],
  ["Easton, 2 May 2031 (Coast Wire)", true],
  ["Products Of Animal Origin (POAO)", false],
  ["Latest Port Office Notice, 10/02/2031, Easton (Ferries)", false],
  ["Easton, the town on the bay", false],
  ["Gulls sat on the crane at dusk. (AP Photo/Ann Cole)", false],
  ["UPDATE - bridge opens", false],
])("isDateline(%j) is %j", (line, is) => {
  expect(isDateline(line)).toBe(is);
});

test.each([
  ["By | June 22, 2031", true],
  ["By Ann Cole", true],
  ["By ANN COLE and Tom van Lin, Coast Wire", true],
  ["Von Hans Weiß", true],
  ["June 2, 2031", true],
  ["Published: 2 June 2031 10:04 GMT", true],
  ["2031-06-02", true],
  ["Update at 5:38 p.m.", true],
  ["Updated May 2 at 17:05 GMT", true],
  ["Stand: 02.06.2031, 14:05 Uhr", true],
  ["Mis à jour à 17h38", true],
  ["Actualizado a las 17:38", true],
  ["Обновлено в 17:38", true],
  ["更新时间：2031年6月2日 17:38", true],
  ["Door Ann Cole", true],
  ["Written by Ann Cole", true],
  ["Posted by Ann Cole on May 2, 2031", true],
  ["Par Ann Cole (avec AFP)", true],
  ["2031-06-02T14:05:00Z", true],
  ["Автор: Анна Коль", true],
  ["Update 2", false],
  ["Update for ferry users at noon", false],
  ["May 2", false],
  ["17:38", false],
  ["Von der Leyen in Kiew", false],
  ["By Monday the talks had failed.", false],
  ["By the river stood a house", false],
  ["Bystanders Watch Fire", false],
  ["By far the largest bridge in the country is closed", false],
  ["June 2, 2031 was a day of rain for all of the towns on the coast", false],
])("isByline(%j) is %j", (line, is) => {
  expect(isByline(line)).toBe(is);
});

test("cutNote removes a source note at the end of a paragraph, but not one inside it", () => {
  expect(cutNote("It opened. [citation attribution: Coast Wire]")).toEqual({
    paragraph: "It opened.",
    note: "[citation attribution: Coast Wire]",
  });
  expect(cutNote("It [citation attribution: X] opened.")).toEqual({
    paragraph: "It [citation attribution: X] opened.",
  });
});

describe("headlines", () => {
  test.each([
    ["Bridge opens", false, true],
    ["Bridge opens.", false, false],
    ["Bridge opens.", true, true],
    ["Will the bridge open?", false, true],
    ["Bridge opens in the U.S....", false, true],
    [`${"Keepers of the seven lights ask for ".repeat(4)}more`, true, true],
    [`${"Keepers of the seven lights ask for ".repeat(4)}more`, false, false],
    [`${"Keepers of the seven lights ask for ".repeat(4)}more.`, true, false],
    [`${"Keepers of the seven lights ask for ".repeat(4)}the`, true, false],
    [`${"Keepers of the seven lights ask for ".repeat(4)}more:`, true, false],
    [`${"Keepers of the seven lights ask. ".repeat(4)}They want more`, true, false],
    ["大桥今天上午正式通车。", true, false],
    ["大桥今天上午正式通车", true, true],
  ])("isHeadline(%j, blank line after: %j) is %j", (text, blankAfter, is) => {
    expect(isHeadline({ kind: "paragraph", text, blankAfter })).toBe(is);
  });

  test("a line that the next one goes on with is no headline", () => {
    const line = {
      kind: "paragraph",
      text: "The bridge of Easton was opened on Monday after",
      blankAfter: true,
    } as const;
    expect(isHeadline(line, "a long debate of the council.")).toBe(false);
    expect(isHeadline(line, "Forty cars crossed it.")).toBe(true);
  });

  test.each([
    ["Bridge opens — Easton bridge, ferries, harbour 2031", "Bridge opens"],
    ["Bridge opens | Coast News", "Bridge opens"],
    ["Bridge opens - The Coast Times", "Bridge opens"],
    ["Bridge opens — at last", "Bridge opens — at last"],
    ["Ferries stop – Easton, Weston, Karsk", "Ferries stop – Easton, Weston, Karsk"],
    ["Easton — a town with a bridge", "Easton — a town with a bridge"],
  ])("cutKeywords(%j) is %j", (line, title) => {
    expect(cutKeywords(line)).toBe(title);
  });

  test.each([
    ["Easton bridge, ferries, harbour 2031", true],
    ["Tolls, taxes and fares rise", false],
    ["The bridge, the ferries, the harbour", false],
    ["Bread, milk, eggs.", false],
    ["Storm sinks 12, injures 40, displaces 3,000", false],
    ["Farmers 87%, fishers 6%, smiths 3%", false],
    ["Present Kari Holt (Guild), Ada Vik (Port), Sten Moor (Mill)", false],
    ["COVID-19 measures, G20, harbour", true],
    ["Easton, Weston, Karsk", false],
    ["Fog, ice, wind", false],
  ])("isKeywordList(%j) is %j", (line, is) => {
    expect(isKeywordList(line)).toBe(is);
  });

  test("boundHeadline cuts at a word, and never inside a character", () => {
    expect(boundHeadline("bridge ".repeat(60))).toBe(`${"bridge ".repeat(28).trim()}…`);
    expect(boundHeadline("😀".repeat(150)).isWellFormed()).toBe(true);
    expect(boundHeadline("😀".repeat(150)).length).toBeLessThanOrEqual(200);
  });
});

describe("a place before a stop and a dash", () => {
  test.each([
    ["Madrid", "Madrid.- Los pilotos del puerto cobran más desde mayo."],
    ["Ciudad de Velm", "Ciudad de Velm.— Los pilotos del puerto cobran más desde mayo."],
    ["Buenos Aires", "Buenos Aires.- “Cobramos más desde mayo”, dicen los pilotos."],
    ["Porto Alegre", "Porto Alegre.– Os pilotos do porto ganham mais desde maio."],
  ])("is the dateline: %s", (dateline, text) => {
    expect(cutDateline(text)).toMatchObject({ dateline });
  });

  test.each([
    "Primero.- Se aprueba la tarifa de los barcos del puerto.",
    "Único.- Los pilotos cobran más desde mayo en todo el puerto.",
    "Considerando.- La tarifa de los barcos es vieja y debe subir.",
    "Resumen.- Los pilotos cobran más desde mayo en todo el puerto.",
    "Artículo 1.- Los pilotos cobran más desde mayo en el puerto.",
  ])("is none: %s", (text) => {
    expect(cutDateline(text)).toEqual({ paragraph: text });
  });
});
