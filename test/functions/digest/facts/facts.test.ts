import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";
import { vocabularyOf } from "../../../../functions/digest/facts/vocabulary.ts";
import { anyText, sentence } from "../revision/arbitraries.ts";

/** A sentence in two versions, and the facts that are told of it as "before → after". */
type Told = readonly [lang: string, before: string, after: string, facts: readonly string[]];
/** A sentence in two versions of which no fact is told. */
type Same = readonly [lang: string, before: string, after: string];

const NUMBERS: readonly Told[] = [
  ["en", "The trip takes 5 days by boat.", "The trip takes 5 to 10 days by boat.", ["5 days → 5 to 10 days"]],
  ["de", "Die Fahrt dauert 2 Stunden.", "Die Fahrt dauert 2 bis 3 Stunden.", ["2 Stunden → 2 bis 3 Stunden"]],
  ["fr", "La salle accueille 50 à 80 personnes.", "La salle accueille 50 personnes.", ["50 à 80 → 50"]],
  ["nl", "De reis duurt 4 dagen.", "De reis duurt 4 tot 6 dagen.", ["4 dagen → 4 tot 6 dagen"]],
  ["it", "Il prezzo è di 10 euro a testa.", "Il prezzo è di 10-15 euro a testa.", ["10 euro → 10-15 euro"]],
  ["en", "The price is $10 a ticket.", "The price is $10–$15 a ticket.", ["$10 → $10–$15"]],
  [
    "en",
    "A deposit of $1,200 (twelve hundred dollars) is due.",
    "A deposit of $1,500 (fifteen hundred dollars) is due.",
    ["$1,200 → $1,500"],
  ],
  [
    "fr",
    "Le colis coûte 4,75 € TTC (quatre euros et soixante-quinze centimes) en tout.",
    "Le colis coûte 8,90 € TTC (huit euros et quatre-vingt-dix centimes) en tout.",
    ["4,75 € → 8,90 €"],
  ],
  ["en", "The result was ($2,500) in all.", "The result was $2,500 in all.", ["($2,500) → $2,500"]],
  ["en", "The council voted 5-23-16.", "The council voted 23-5-16.", ["5-23-16 → 23-5-16"]],
  ["en", "The fire killed 20 people.", "The fire killed 2020 people.", ["20 → 2020"]],
  ["en", "The pier runs until 2030.", "The pier runs until 30.", ["2030 → 30"]],
  ["en", "Deaths=12 so far", "Deaths=19 so far", ["12 → 19"]],
  ["en", "It holds to EN 12464-1:2011.", "It holds to EN 12464-1:2021.", ["12464-1:2011 → 12464-1:2021"]],
  ["de", "Es gilt ISO 9001:2015.", "Es gilt ISO 14001:2015.", ["9001:2015 → 14001:2015"]],
  ["en", "They won 6-3-10 last year.", "They won 5-3-10 last year.", ["6-3-10 → 5-3-10"]],
  ["en", "Cut the picture to 640px.", "Cut the picture to 320px.", ["640px → 320px"]],
  ["en", "The quay cost 30 m.", "The quay cost 40 million.", ["30 m → 40 million"]],
  ["en", "The storm sank 12 boats.", "The gale sank 19 boats.", ["12 → 19"]],
  ["zh", "提交表格后 48 小时内回复。", "提交表格后 72 小时内回复。", ["48 小时 → 72 小时"]],
  ["en", "Half of the boats sank.", "A third of the boats sank.", ["Half → A third"]],
  ["en", "The mast is 2½ m long.", "The mast is 3½ m long.", ["2½ m → 3½ m"]],
  ["en", "Pay within 30 (thirty) days.", "Pay within 60 (sixty) days.", ["30 → 60"]],
  ["fr", "Le billet coûte 50 cents.", "Le billet coûte 60 cents.", ["50 cents → 60 cents"]],
  ["de", "Der Steg kostet 5 Mio. Euro.", "Der Steg kostet 7 Mio. Euro.", ["5 Mio. Euro → 7 Mio. Euro"]],
  ["ko", "터널 길이는 12미터다.", "터널 길이는 12킬로미터다.", ["12미터다 → 12킬로미터다"]],
  ["en", "It cost $1.5 million.", "It cost $15 million.", ["$1.5 million → $15 million"]],
  ["en", "It cost $5 million.", "It cost €5 million.", ["$5 million → €5 million"]],
  ["en", "It was -5 degrees.", "It was 5 degrees.", ["-5 degrees → 5 degrees"]],
  ["en", "Twelve people died.", "Nineteen people died.", ["Twelve → Nineteen"]],
  ["en", "One sailor from the port is missing.", "Two sailors from the port are missing.", ["One → Two"]],
  ["en", "A plant of 5 mW or 5mW.", "A plant of 5 mW or 5MW.", ["5mW → 5MW"]],
  ["en", "It won 3-1.", "It won 3-2.", ["3-1 → 3-2"]],
  ["en", "The blast killed 12 and wounded 5.", "The blast wounded 12 and killed 5.", ["12 → 5", "5 → 12"]],
  [
    "en",
    "The beekeeper Tomas Wren, 61, lost all his hives.",
    "The beekeeper Tomas Wren, 67, lost all his hives.",
    ["61 → 67"],
  ],
  [
    "fr",
    "Le boulanger Luc Maret, 48 ans, a fermé sa boutique.",
    "Le boulanger Luc Maret, 84 ans, a fermé sa boutique.",
    ["48 ans → 84 ans"],
  ],
  [
    "es",
    "La nadadora Ana Lugo, de 27 años, ganó la prueba.",
    "La nadadora Ana Lugo, de 37 años, ganó la prueba.",
    ["27 años → 37 años"],
  ],
  ["ru", "Лодочнику Ивану Седову 56 лет.", "Лодочнику Ивану Седову 65 лет.", ["56 лет → 65 лет"]],
  ["ja", "72歳の男性がけがをした。", "78歳の男性がけがをした。", ["72歳 → 78歳"]],
  ["ko", "부상자는 21세 남성이다.", "부상자는 31세 남성이다.", ["21 → 31"]],
  ["zh", "伤者是一名45岁的男子。", "伤者是一名54岁的男子。", ["45岁 → 54岁"]],
  ["sv", "Kvinnan, 39 år, fördes till sjukhus.", "Kvinnan, 93 år, fördes till sjukhus.", ["39 → 93"]],
  [
    "en",
    "Three officials said that the talks had stalled.",
    "Two officials said that the talks had stalled.",
    ["Three → Two"],
  ],
  ["de", "In der Halle lagern 18 400 Kisten.", "In der Halle lagern 13 400 Kisten.", ["18 400 → 13 400"]],
  [
    "fr",
    "La grue a coûté 2 350 000 euros.",
    "La grue a coûté 2 550 000 euros.",
    ["2 350 000 euros → 2 550 000 euros"],
  ],
  [
    "sv",
    "Bron kostade 6 200 000 kronor.",
    "Bron kostade 6 700 000 kronor.",
    ["6 200 000 kronor → 6 700 000 kronor"],
  ],
  ["pl", "Zebrano 27 300 podpisów.", "Zebrano 27 800 podpisów.", ["27 300 → 27 800"]],
  ["ru", "В библиотеке хранится 64 500 книг.", "В библиотеке хранится 46 500 книг.", ["64 500 → 46 500"]],
  ["pt", "O arquivo guarda 15 600 cartas.", "O arquivo guarda 15 900 cartas.", ["15 600 → 15 900"]],
  ["en", "Ask at least 3 days before the fair.", "Ask 5 days before the fair.", ["at least 3 days → 5 days"]],
  [
    "fr",
    "Les serres ouvrent 4 mois par an.",
    "Les serres ouvrent plus de 6 mois par an.",
    ["4 mois → plus de 6 mois"],
  ],
  [
    "en",
    "It belongs to the Second Harbour Plan of Velm.",
    "It belongs to the Third Harbour Plan of Velm.",
    ["Second → Third"],
  ],
  ["en", "A ticket costs 5-10 crowns.", "A ticket costs 10-15 crowns.", ["5-10 → 10-15"]],
  ["fr", "Le délai est de soixante (60) jours.", "Le délai est de quatorze (14) jours.", ["60 → 14"]],
  ["en", "A 5.3 earthquake shook Velm.", "A 6.1 earthquake shook Velm.", ["5.3 → 6.1"]],
  [
    "en",
    "It costs twenty dollars a day.",
    "It costs seventy five dollars a day.",
    ["twenty dollars → seventy five dollars"],
  ],
  [
    "en",
    "The sail has 700 x 200 pixels.",
    "The sail has 540 x 960 pixels.",
    ["700 x 200 pixels → 540 x 960 pixels"],
  ],
  [
    "en",
    "They get an answer within 24 hours.",
    "They get an answer within one week.",
    ["24 hours → one week"],
  ],
  [
    "de",
    "Nach dem Sturm, 12000 Menschen flohen, war Ruhe.",
    "Nach dem Sturm, 19000 Menschen flohen, war Ruhe.",
    ["12000 → 19000"],
  ],
  ["en", "We have four boats at the fair.", "We have boats at the fair.", ["four → ∅"]],
  ["it", "Vale nei 38 porti del golfo.", "Vale nei porti del golfo.", ["38 → ∅"]],
  ["nl", "Denk aan een ketting en twee wielen.", "Denk aan een ketting en wielen.", ["twee → ∅"]],
  ["en", "Report it to the harbour pilots.", "Report it to the five harbour pilots.", ["∅ → five"]],
  ["en", "Of the crew, three are still missing.", "Of the crew, one is still missing.", ["three → one"]],
  ["de", "Es lagen am Marktplatz 12 Boote bereit.", "Es lagen am Marktplatz 19 Boote bereit.", ["12 → 19"]],
];
const DATES: readonly Told[] = [
  [
    "en",
    "It is open from April 2031 to all members.",
    "It is open from April to June 2031 to all members.",
    ["April 2031 → April to June 2031"],
  ],
  [
    "de",
    "Geöffnet im Mai 2031 für alle.",
    "Geöffnet von Mai bis Juli 2031 für alle.",
    ["Mai 2031 → Mai bis Juli 2031"],
  ],
  [
    "fr",
    "Le cours a lieu en mars 2031 à Velm.",
    "Le cours a lieu de mars à mai 2031 à Velm.",
    ["mars 2031 → mars à mai 2031"],
  ],
  [
    "es",
    "El curso es el 12 de mayo de 2031 en Velm.",
    "El curso es del 12 al 14 de mayo de 2031 en Velm.",
    ["12 de mayo de 2031 → 12 al 14 de mayo de 2031"],
  ],
  [
    "en",
    "The fair is on 12 to 14 May 2031 in Velm.",
    "The fair is on 12 May 2031 in Velm.",
    ["12 to 14 May 2031 → 12 May 2031"],
  ],
  ["en", "It lasted from 1990 to 1995 in all.", "It lasted from 1990 in all.", ["1990 to 1995 → 1990"]],
  [
    "es",
    "La fecha límite es el 15 del mes de diciembre de cada año.",
    "La fecha límite es el 15 del mes de noviembre de cada año.",
    ["15 del mes de diciembre → 15 del mes de noviembre"],
  ],
  [
    "fr",
    "Le délai expire le 3 du mois de mai.",
    "Le délai expire le 3 du mois de juin.",
    ["3 du mois de mai → 3 du mois de juin"],
  ],
  ["en", "Passed 05-23-16.", "Passed 01-03-22.", ["05-23-16 → 01-03-22"]],
  ["en", "It was fined in 2019/20.", "It was fined in 2018/19.", ["2019/20 → 2018/19"]],
  ["en", "Adopted 3/24/08.", "Adopted 2/14/22.", ["3/24/08 → 2/14/22"]],
  ["en", "Enacted 7-2-09 by the council.", "Enacted 7-12-09 by the council.", ["7-2-09 → 7-12-09"]],
  ["en", "Logged at 09:31:55.204118.", "Logged at 11:02:13.990021.", ["09:31:55.204118 → 11:02:13.990021"]],
  ["en", "Sitzung vom 12. Mai 2016", "Sitzung vom 3. September 2016", ["12. Mai 2016 → 3. September 2016"]],
  [
    "en",
    "Acta del 4 de enero de 2018",
    "Acta del 9 de abril de 2018",
    ["4 de enero de 2018 → 9 de abril de 2018"],
  ],
  ["en", "The last change of crew is on 3 May.", "The last change of crew is on 9 May.", ["3 May → 9 May"]],
  ["zh", "2031 年 5 月 3 日开会。", "2031 年 5 月 9 日开会。", ["2031 年 5 月 3 日 → 2031 年 5 月 9 日"]],
  ["en", "The hall is open 3-9pm.", "The hall is open 4-9pm.", ["3-9pm → 4-9pm"]],
  ["en", "In 2019 voters chose a mayor.", "In 2021 voters chose a mayor.", ["2019 → 2021"]],
  [
    "es",
    "La feria abre en noviembre de 2031.",
    "La feria abre en noviembre de 2032.",
    ["noviembre de 2031 → noviembre de 2032"],
  ],
  ["en", "The pier opens in Q1.", "The pier opens in Q2.", ["Q1 → Q2"]],
  ["de", "Der Steg schließt am 20.11.31.", "Der Steg schließt am 21.11.31.", ["20.11.31 → 21.11.31"]],
  ["ko", "재판은 4월 3일에 시작된다.", "재판은 4월 13일에 시작된다.", ["4월 3일에 → 4월 13일에"]],
  ["zh", "罢工将于星期六开始。", "罢工将于星期一开始。", ["星期六 → 星期一"]],
  ["en", "They met on Monday.", "They met on Tuesday.", ["Monday → Tuesday"]],
  ["en", "It sank in May 2024.", "It sank in June 2024.", ["May 2024 → June 2024"]],
  ["en", "All pupils attend.", "All pupils attend from 8 March.", ["∅ → 8 March"]],
  ["hi", "मेला १४ मार्च को है।", "मेला २४ मार्च को है।", ["१४ मार्च → २४ मार्च"]],
  [
    "es",
    "El juicio empieza en abril en la sala grande.",
    "El juicio empieza en mayo en la sala grande.",
    ["abril → mayo"],
  ],
  [
    "nl",
    "De zitting begint in april in de grote zaal.",
    "De zitting begint in mei in de grote zaal.",
    ["april → mei"],
  ],
  ["fr", "Son opéra (1987) fut rejoué.", "Son opéra (1978) fut rejoué.", ["1987 → 1978"]],
  [
    "en",
    "The train left at 6:45 p.m. from the upper platform.",
    "The train left at 6:15 p.m. from the upper platform.",
    ["6:45 p.m. → 6:15 p.m."],
  ],
  [
    "fr",
    "Le train part à 18 h 45 du quai supérieur.",
    "Le train part à 18 h 15 du quai supérieur.",
    ["18 h 45 → 18 h 15"],
  ],
  [
    "de",
    "Die Sitzung beginnt um 18 Uhr im Rathaus.",
    "Die Sitzung beginnt um 19 Uhr im Rathaus.",
    ["18 Uhr → 19 Uhr"],
  ],
  [
    "es",
    "La sirena sonó a las 21:10 en el muelle.",
    "La sirena sonó a las 22:10 en el muelle.",
    ["21:10 → 22:10"],
  ],
  ["pt", "A reunião começa às 19h30 no salão.", "A reunião começa às 20h30 no salão.", ["19h30 → 20h30"]],
  ["pl", "17:20 w remizie.", "17:50 w remizie.", ["17:20 → 17:50"]],
  [
    "en",
    "The exhibit closes on September 14 at dusk.",
    "The exhibit closes on September 24 at dusk.",
    ["September 14 → September 24"],
  ],
  [
    "it",
    "La mostra chiude il 9 marzo la sera.",
    "La mostra chiude il 9 aprile la sera.",
    ["9 marzo → 9 aprile"],
  ],
  [
    "pt",
    "A ponte foi erguida em 1911 por pedreiros.",
    "A ponte foi erguida em 1919 por pedreiros.",
    ["1911 → 1919"],
  ],
  ["zh", "展览将于3月9日结束。", "展览将于3月19日结束。", ["3月9日 → 3月19日"]],
  ["de", "Die Fähre kommt im Frühling zurück.", "Die Fähre kommt im Herbst zurück.", ["Frühling → Herbst"]],
  ["en", "The mill closes mid-2031.", "The mill closes late 2031.", ["mid-2031 → late 2031"]],
  ["de", "Die Mühle schließt Mitte 2031.", "Die Mühle schließt Ende 2031.", ["Mitte 2031 → Ende 2031"]],
  ["fr", "Le moulin ferme début mai.", "Le moulin ferme fin mai.", ["début mai → fin mai"]],
  [
    "es",
    "El molino cierra a mediados de 2031.",
    "El molino cierra a finales de 2031.",
    ["mediados de 2031 → finales de 2031"],
  ],
  ["it", "Il mulino chiude a metà 2031.", "Il mulino chiude a fine 2031.", ["metà 2031 → fine 2031"]],
  ["nl", "De molen sluit begin 2031.", "De molen sluit eind 2031.", ["begin 2031 → eind 2031"]],
  [
    "fr",
    "Le marché ouvre 8h00-9h30 au port.",
    "Le marché ouvre 8h00-9h00 au port.",
    ["8h00-9h30 → 8h00-9h00"],
  ],
  [
    "en",
    "The council for 2031-2032 meets in Velm.",
    "The council for 2032-2033 meets in Velm.",
    ["2031-2032 → 2032-2033"],
  ],
  [
    "en",
    "Bids close at 11:59pm EST in Velm.",
    "Bids close at 11:59pm EDT in Velm.",
    ["11:59pm EST → 11:59pm EDT"],
  ],
  [
    "en",
    "The log ends at 2031-04-19T19:48:05Z here.",
    "The log ends at 2031-02-01T19:48:05Z here.",
    ["2031-04-19T19:48:05Z → 2031-02-01T19:48:05Z"],
  ],
  [
    "de",
    "Sie gilt ab dem Stichtag 01.05.2031.",
    "Sie gilt ab dem Stichtag 01.02.2033.",
    ["01.05.2031 → 01.02.2033"],
  ],
  [
    "en",
    "In the 2022 to 2023 season it was full.",
    "In the 2023 to 2024 season it was full.",
    ["2022 to 2023 → 2023 to 2024"],
  ],
  [
    "nl",
    "Het plan loopt van 2024 t/m 2025.",
    "Het plan loopt van 2026 t/m 2027.",
    ["2024 t/m 2025 → 2026 t/m 2027"],
  ],
  ["en", "The fee for 2031 - 2032 rose.", "The fee for 2032 - 2033 rose.", ["2031 - 2032 → 2032 - 2033"]],
  [
    "pt",
    "Leia sobre o orçamento da ponte de 2031.",
    "Leia sobre o orçamento de 2032 da ponte.",
    ["2031 → 2032"],
  ],
  ["it", "Le domande entro le ore 12 del molo.", "Le domande entro le ore 18 del molo.", ["12 → 18"]],
  [
    "pt",
    "Vota na próxima terça-feira o plano.",
    "Vota na próxima quarta-feira o plano.",
    ["terça-feira → quarta-feira"],
  ],
  [
    "it",
    "Lo decide il Consiglio europeo di dicembre.",
    "Lo decide il Consiglio europeo di marzo.",
    ["dicembre → marzo"],
  ],
  [
    "es",
    "Cayó a las siete y media de la tarde.",
    "Cayó a las ocho y media de la tarde.",
    ["siete y media de la tarde → ocho y media de la tarde"],
  ],
  [
    "en",
    "It dates from the first half of the century.",
    "It dates from the second half of the century.",
    ["first → second"],
  ],
  ["en", "Doors are open 3pm-9pm daily.", "Doors are open 3pm-10pm daily.", ["3pm-9pm → 3pm-10pm"]],
  [
    "en",
    "We sail on Thursday 28th at noon.",
    "We sail on Friday 29th at noon.",
    ["Thursday 28th → Friday 29th"],
  ],
];
const NAMES: readonly Told[] = [
  [
    "en",
    "NIST Special Publication 800-53v4 suggests a banner.",
    "NIST Special Publication 800-53v5 suggests a banner.",
    ["800-53v4 → 800-53v5"],
  ],
  ["en", "The fair moved to Mali this spring.", "The fair moved to Malta this spring.", ["Mali → Malta"]],
  [
    "en",
    "See Ordinance 2011-04 for fees.",
    "See Ordinance 2018-09 for fees.",
    ["Ordinance 2011-04 → Ordinance 2018-09"],
  ],
  ["en", "Is the fair in Olmark? No.", "Is the fair in Vellmouth? No.", ["Olmark → Vellmouth"]],
  ["en", "The bill passed the House.", "The bill passed the Senate.", ["House → Senate"]],
  [
    "en",
    "Use the form in Annex C. The date is near.",
    "Use the form in Annex A. The date is near.",
    ["Annex C → Annex A"],
  ],
  [
    "de",
    "Der Steg ist morsch, sagte die Feuerwehr.",
    "Der Steg ist morsch, sagte die Polizei.",
    ["Feuerwehr → Polizei"],
  ],
  ["ja", "消防によると、屋根が先に落ちた。", "警察によると、屋根が先に落ちた。", ["消防 → 警察"]],
  ["ru", "Колодец сух, по словам фермера.", "Колодец сух, по словам инспектора.", ["фермера → инспектора"]],
  ["en", "Mayor Ada Holt met the crew.", "Mayor Ines Vik met the crew.", ["Ada Holt → Ines Vik"]],
  [
    "en",
    "A ship left the Bank of Oslo.",
    "A ship left the Bank of Bergen.",
    ["Bank of Oslo → Bank of Bergen"],
  ],
  ["en", "The UN sent tents to the valley.", "The EU sent tents to the valley.", ["UN → EU"]],
  [
    "de",
    "Die USA schickten ein Schiff in die Bucht.",
    "Die EU schickten ein Schiff in die Bucht.",
    ["USA → EU"],
  ],
  [
    "fr",
    "Le navire venait du Portugal avec du sel.",
    "Le navire venait du Maroc avec du sel.",
    ["Portugal → Maroc"],
  ],
  [
    "de",
    "Das Dach gab nach, sagte die Feuerwehr.",
    "Das Dach gab nach, sagte der Eigentümer.",
    ["Feuerwehr → Eigentümer"],
  ],
  [
    "es",
    "El pozo está seco, según los vecinos.",
    "El pozo está seco, según la empresa.",
    ["vecinos → empresa"],
  ],
  ["it", "Il pozzo è secco, secondo i vicini.", "Il pozzo è secco, secondo l’azienda.", ["vicini → azienda"]],
  [
    "nl",
    "De put staat droog, volgens de boeren.",
    "De put staat droog, volgens het waterschap.",
    ["boeren → waterschap"],
  ],
  ["pl", "Studnia wyschła, twierdzi sołtys.", "Studnia wyschła, twierdzi inspektor.", ["sołtys → inspektor"]],
  ["it", "L’ascensore di Montefosco è fermo.", "L’ascensore di Valdora è fermo.", ["Montefosco → Valdora"]],
  [
    "fr",
    "La juge Claire Monnet a reporté l’audience.",
    "La juge Sophie Garnier a reporté l’audience.",
    ["Claire Monnet → Sophie Garnier"],
  ],
  [
    "es",
    "La alcaldesa Marta Robles aplazó la sesión.",
    "La alcaldesa Elena Soto aplazó la sesión.",
    ["Marta Robles → Elena Soto"],
  ],
  [
    "nl",
    "Rechter Anke Visser stelde de zitting uit.",
    "Rechter Willem Brandt stelde de zitting uit.",
    ["Anke Visser → Willem Brandt"],
  ],
  ["ru", "Поезд в Сосновку опаздывает.", "Поезд в Берёзовку опаздывает.", ["Сосновку → Берёзовку"]],
  ["pl", "Sędzia Jan Kowal przerwał walkę.", "Sędzia Jan Nowak przerwał walkę.", ["Jan Kowal → Jan Nowak"]],
  [
    "en",
    "Harbour master: Kari L. Vik is on duty.",
    "Harbour master: Sten Holt is on duty.",
    ["Kari L. Vik → Sten Holt"],
  ],
  [
    "nl",
    "Leden: Brug · Lod · Molen · SKB · Veer",
    "Leden: Brug · Lod · Molen · RKW · SKB · Veer",
    ["∅ → RKW"],
  ],
  [
    "nl",
    "De bus rijdt naar Velm-Noord, Velm-Midden, Velm-Zuid en Karsk.",
    "De bus rijdt naar Velm-Noord, Velm-Zuid en Karsk.",
    ["Velm-Midden → ∅"],
  ],
  [
    "en",
    "The crew met in New Velm, New Karsk and Tol.",
    "The crew met in New Karsk and Tol.",
    ["New Velm → ∅"],
  ],
  [
    "es",
    "Lo firma la Dirección Nacional de Puertos y Faros en Velm.",
    "Lo firma la Dirección de Costas Públicas en Velm.",
    ["Dirección Nacional de Puertos y Faros → Dirección de Costas Públicas"],
  ],
  [
    "en",
    "It is bought by Harbour Operations (Ops) in Velm.",
    "It is bought by Market Supplies in Velm.",
    ["Harbour Operations → Market Supplies"],
  ],
  ["en", "Nobody answered (not the guild or KRW).", "Nobody answered (not the guild).", ["KRW → ∅"]],
  ["en", "We meet via MS-Teams at noon.", "We meet via Webex at noon.", ["MS-Teams → Webex"]],
  ["en", "The Karsk-based firm closed.", "The Velm-based firm closed.", ["Karsk → Velm"]],
  [
    "en",
    "You may ask the chair of the Code of Conduct Committee or the Harbour Steering Council.",
    "You may ask the chair of the Code of Conduct Committee or the Harbour Executive Council.",
    ["Harbour Steering Council → Harbour Executive Council"],
  ],
  [
    "it",
    "Lo decide oggi il comune dell’Aquila.",
    "Lo decide oggi il comune della Spezia.",
    ["Aquila → Spezia"],
  ],
  ["en", "Pay with the iziHarbour app.", "Pay with the easyMoor app.", ["iziHarbour → easyMoor"]],
  [
    "de",
    "Der Brand brach im Stadtteil Billbrook aus.",
    "Der Brand brach im Stadtteil Billstedt aus.",
    ["Stadtteil Billbrook → Stadtteil Billstedt"],
  ],
  [
    "de",
    "Es hilft dem Bundesministerium für Arbeit, dem Bundesministerium der Finanzen und dem Hafen.",
    "Es hilft dem Bundesministerium für Arbeit und dem Hafen.",
    ["Bundesministerium der Finanzen → ∅"],
  ],
];
const QUOTATIONS: readonly Told[] = [
  [
    "en",
    "She called it “sink or swim”.",
    "She called it “sink or sail”.",
    ["“sink or swim” → “sink or sail”"],
  ],
  [
    "sv",
    "”Bron kommer att hålla”, skrev ingenjören.",
    "”Bron kommer att falla”, skrev ingenjören.",
    ["”Bron kommer att hålla” → ”Bron kommer att falla”"],
  ],
  [
    "en",
    "“The bridge will hold,” the engineer wrote.",
    "“The bridge will fall,” the engineer wrote.",
    ["“The bridge will hold,” → “The bridge will fall,”"],
  ],
  [
    "fr",
    "« Le pont va tenir », a écrit l’ingénieur.",
    "« Le pont va tomber », a écrit l’ingénieur.",
    ["« Le pont va tenir » → « Le pont va tomber »"],
  ],
  [
    "de",
    "„Die Brücke wird halten“, schrieb der Ingenieur.",
    "„Die Brücke wird fallen“, schrieb der Ingenieur.",
    ["„Die Brücke wird halten“ → „Die Brücke wird fallen“"],
  ],
  [
    "es",
    "«El puente va a aguantar», escribió el ingeniero.",
    "«El puente va a caer», escribió el ingeniero.",
    ["«El puente va a aguantar» → «El puente va a caer»"],
  ],
  [
    "it",
    "«Il ponte reggerà», ha scritto l’ingegnere.",
    "«Il ponte crollerà», ha scritto l’ingegnere.",
    ["«Il ponte reggerà» → «Il ponte crollerà»"],
  ],
  [
    "pt",
    "“A ponte vai aguentar”, escreveu o engenheiro.",
    "“A ponte vai cair”, escreveu o engenheiro.",
    ["“A ponte vai aguentar” → “A ponte vai cair”"],
  ],
  [
    "nl",
    "‘De brug zal houden’, schreef de ingenieur.",
    "‘De brug zal vallen’, schreef de ingenieur.",
    ["‘De brug zal houden’ → ‘De brug zal vallen’"],
  ],
  [
    "pl",
    "„Most wytrzyma”, napisał inżynier.",
    "„Most runie”, napisał inżynier.",
    ["„Most wytrzyma” → „Most runie”"],
  ],
  [
    "ru",
    "«Мост выдержит», — написал инженер.",
    "«Мост рухнет», — написал инженер.",
    ["«Мост выдержит» → «Мост рухнет»"],
  ],
  ["ja", "技師は「橋は持つ」と書いた。", "技師は「橋は落ちる」と書いた。", ["「橋は持つ」 → 「橋は落ちる」"]],
  ["en", "He called it a “risk” today.", "He called it an “outrage” today.", ["“risk” → “outrage”"]],
  ["it", "Scrive «Ciao Ada» ogni giorno.", "Scrive «Salve Ada» ogni giorno.", ["«Ciao Ada» → «Salve Ada»"]],
];
const POLARITY: readonly Told[] = [
  [
    "fr",
    "Les accords peuvent encourager le tri.",
    "Les accords encouragent le tri.",
    ["peuvent encourager → encouragent"],
  ],
  [
    "fr",
    "La tour a été détruite par un incendie.",
    "La tour aurait été détruite par un incendie.",
    ["a → aurait"],
  ],
  ["fr", "Ceux qui sont admis attendent.", "Ceux qui peuvent être admis attendent.", ["sont → peuvent être"]],
  [
    "es",
    "El barco sufrió un fallo poco después de la salida.",
    "El barco habría sufrido un fallo poco después de la salida.",
    ["sufrió → habría sufrido"],
  ],
  [
    "it",
    "I soci possono votare per posta prima della chiusura.",
    "I soci votano per posta prima della chiusura.",
    ["possono votare → votano"],
  ],
  [
    "en",
    "The bridge may close in winter for repairs.",
    "The bridge closes in winter for repairs.",
    ["may → ∅"],
  ],
  [
    "nl",
    "Huurders met ten hoogste 34.000 euro komen in aanmerking voor de regeling.",
    "Huurders met ten hoogste 34.000 euro komen niet in aanmerking voor de regeling.",
    ["komen in aanmerking → komen niet in aanmerking"],
  ],
  ["ja", "港は工事を承認した。", "港は工事を承認しなかった。", ["認した → 認しなかった"]],
  [
    "ko",
    "항구는 공사를 승인했다.",
    "항구는 공사를 승인하지 않았다.",
    ["항구는 공사를 승인했다 → 항구는 공사를 승인하지 않았다"],
  ],
  ["en", "Almost all boats sank.", "All boats sank.", ["Almost all boats → All boats"]],
  ["en", "Everyone on the ferry wore a vest.", "No one on the ferry wore a vest.", ["Everyone → No one"]],
  [
    "en",
    "The guard saw the thief.",
    "The guard didn’t see the thief.",
    ["The guard saw the thief → The guard didn’t see the thief"],
  ],
  ["en", "The debt exceeds 4 million crowns.", "The debt is below 4 million crowns.", ["exceeds → below"]],
  ["ja", "停電したのは30戸以上だった。", "停電したのは30戸以下だった。", ["以上 → 以下"]],
  ["ko", "피해 가구는 30가구 이상이다.", "피해 가구는 30가구 이하이다.", ["이상이다 → 이하이다"]],
  ["en", "He was charged.", "He was not charged.", ["He was charged → He was not charged"]],
  ["en", "The mayor confirmed it.", "The mayor denied it.", ["confirmed → denied"]],
  ["en", "The ship can't sail.", "The ship can sail.", ["The ship can't sail → The ship can sail"]],
  ["en", "Holt shot Vik.", "Vik shot Holt.", ["Holt shot Vik → Vik shot Holt"]],
  ["en", "The road may open in June.", "The road will open in June.", ["may → will"]],
  ["en", "More than 80 homes are without power.", "Less than 80 homes are without power.", ["More → Less"]],
  [
    "fr",
    "Plus de 80 logements sont sans courant.",
    "Moins de 80 logements sont sans courant.",
    ["Plus → Moins"],
  ],
  [
    "it",
    "Il lavoro durerà almeno sei settimane.",
    "Il lavoro durerà al massimo sei settimane.",
    ["almeno → al massimo"],
  ],
  ["nl", "Er zijn minstens 30 plaatsen.", "Er zijn hoogstens 30 plaatsen.", ["minstens → hoogstens"]],
  ["sv", "Minst 30 hus står utan ström.", "Högst 30 hus står utan ström.", ["Minst → Högst"]],
  ["ru", "Более 80 домов остались без света.", "Менее 80 домов остались без света.", ["Более → Менее"]],
  [
    "en",
    "Wheat prices climbed 4 percent at the exchange.",
    "Wheat prices slid 4 percent at the exchange.",
    ["climbed → slid"],
  ],
  ["fr", "Le prix du blé est en hausse de 4 %.", "Le prix du blé est en baisse de 4 %.", ["hausse → baisse"]],
  [
    "de",
    "Der Weizenpreis ist um 4 Prozent gestiegen.",
    "Der Weizenpreis ist um 4 Prozent gesunken.",
    ["gestiegen → gesunken"],
  ],
  ["es", "El partido ganó seis escaños.", "El partido perdió seis escaños.", ["ganó → perdió"]],
  [
    "it",
    "I prezzi del grano sono aumentati del 4 per cento.",
    "I prezzi del grano sono calati del 4 per cento.",
    ["aumentati → calati"],
  ],
  [
    "pt",
    "O preço do trigo subiu quatro por cento.",
    "O preço do trigo desceu quatro por cento.",
    ["subiu → desceu"],
  ],
  [
    "ru",
    "Цены на пшеницу выросли на 4 процента.",
    "Цены на пшеницу упали на 4 процента.",
    ["выросли → упали"],
  ],
  ["zh", "小麦价格上涨了百分之四。", "小麦价格下跌了百分之四。", ["上涨 → 下跌"]],
  ["ja", "小麦の価格が4%上昇した。", "小麦の価格が4%下落した。", ["上昇 → 下落"]],
  [
    "nl",
    "De graanprijzen stegen met 4 procent.",
    "De graanprijzen daalden met 4 procent.",
    ["stegen → daalden"],
  ],
  [
    "es",
    "La obra durará al menos seis semanas.",
    "La obra durará como máximo seis semanas.",
    ["al menos → como máximo"],
  ],
  [
    "es",
    "El Supremo confirmó la multa del puerto.",
    "El Supremo anuló la multa del puerto.",
    ["confirmó → anuló"],
  ],
  ["pt", "O regulador aprovou a ponte.", "O regulador chumbou a ponte.", ["aprovou → chumbou"]],
  [
    "nl",
    "De rechter heeft hem vrijgesproken van diefstal.",
    "De rechter heeft hem veroordeeld voor diefstal.",
    ["vrijgesproken → veroordeeld"],
  ],
  [
    "it",
    "Annuncia il voto favorevole del gruppo.",
    "Annuncia il voto contrario del gruppo.",
    ["favorevole → contrario"],
  ],
  ["en", "Crews MAY moor here.", "Crews MUST moor here.", ["MAY → MUST"]],
  ["it", "PUÒ essere uguale a quello.", "DEVE essere uguale a quello.", ["PUÒ → DEVE"]],
  [
    "en",
    "The firm has rejected these claims.",
    "The firm has confirmed these claims.",
    ["rejected → confirmed"],
  ],
];
const SAME_NUMBERS: readonly Same[] = [
  [
    "fr",
    "Le poids maximal est de 3, 5 tonnes par voiture.",
    "Le poids maximal est de 3,5 tonnes par voiture.",
  ],
  ["en", "The limit is 2. 5 metres for boats.", "The limit is 2.5 metres for boats."],
  ["en", "Children aged 5 may join.", "Children aged 5 may not join before noon, the club adds."],
  ["en", "The budget of FY 23 grows.", "The budget of FY 2023 grows."],
  ["en", "The class of '98 met on the pier.", "The class of 1998 met on the pier."],
  ["de", "Die Saison 19/20 beginnt.", "Die Saison 2019/20 beginnt."],
  ["es", "La temporada 18/19 fue larga.", "La temporada 2018/19 fue larga."],
  ["fr", "La tour coûte 30 m de couronnes.", "La tour coûte 30 millions de couronnes."],
  ["en", "The quay cost 2.5 m.", "The quay cost 2.5 million."],
  ["en", "New: a visa fee of 35 euros explained", "New: a list of 12 hospitals added"],
  ["en", "The storm sank 12.", "The storm saved 19."],
  ["en", "alt = portrait width = 300", "alt = portrait height = 240"],
  ["zh", "提交表格后 48 小时内回复。", "提交表格后48小时内回复。"],
  [
    "it",
    "Le reti sono conformi al decreto del sindaco di cui al comma 1.",
    "Le reti sono conformi alle regole tecniche adottate ai sensi dell’articolo 71.",
  ],
  ["en", "Berth 5 is taken.", "Berth no 5 is taken."],
  ["en", "He has 1,200 dollars.", "He has $1.2k."],
  ["en", "It was −5 degrees.", "It was -5 degrees."],
  ["en", "Prices rose 5 percent.", "Prices rose 5 %."],
  ["en", "Twenty-five ships left.", "25 ships left."],
  ["en", "It cost $1.2bn.", "It cost $1.2 billion."],
  ["en", "No. 5 sank.", "Number 5 sank."],
  ["en", "2) Dogs stay outside.", "3) Dogs stay outside."],
  ["en", "See example.org/2024/12 for more.", "See example.org/2024/19 for more."],
  ["en", "Her 9-year-old niece found the coin.", "Her nine-year-old niece found the coin."],
  ["de", "Ein 23-Jähriger aus Velm wurde verletzt.", "Ein 23 Jahre alter Mann aus Velm wurde verletzt."],
  ["pt", "O padeiro, de 58 anos, fechou a loja.", "O padeiro, 58 anos, fechou a loja."],
  ["fr", "Elle a vingt ans et vit au moulin.", "Elle a 20 ans et vit au moulin."],
  ["en", "The hall holds around 700 guests.", "The hall holds about 700 guests."],
  ["de", "Rund 700 Gäste kamen in den Saal.", "Etwa 700 Gäste kamen in den Saal."],
  ["pt", "Vieram cerca de 700 pessoas.", "Vieram aproximadamente 700 pessoas."],
  ["fr", "Environ 300 anguilles sont mortes.", "Quelque 300 anguilles sont mortes."],
  ["it", "Il comune conta 48.200 abitanti.", "Il comune conta 48200 abitanti."],
  ["nl", "De brug kostte 1.350,00 euro.", "De brug kostte 1350 euro."],
  ["en", "The mast is 12 feet high.", "The mast is 3.66 m high."],
  ["en", "The farm has 50 acres.", "The farm has 20.2 hectares."],
  ["en", "It was 20 °C in the hold.", "It was 68 °F in the hold."],
  ["en", "Call the harbour on 1-800-555-0134 now.", "Call the harbour on 800-555-0134 now."],
  ["en", "4.3 Moving the ferry", "5.3 Moving the ferry"],
  ["en", "13.1 moor", "11.1 moor"],
  ["en", "17.2 Have you asked the crew?", "17.1 Have you asked the crew?"],
  ["pt", "Art. 3o O clube fica em Velm.", "Art. 2o O clube fica em Velm."],
  ["en", "Section 5 Duties of the crew", "Section 6 Duties of the crew"],
  ["en", "Call moor_boat/1 first.", "Call moor_boat/0 first."],
  ["en", "Guidelines of the harbour -2030", "Guidelines of the harbour 2030"],
  ["en", "Write to Holt, Suite 175, Velm, UT 84043.", "Write to Holt, Suite 398, Velm, UT 84095."],
  ["pt", "O sócio tem 1 mês de prazo.", "O sócio tem um mês de prazo."],
  ["es", "Menos de la mitad de los barcos flota.", "Menos del 50 % de los barcos flota."],
  ["en", "A third of the boats sank.", "33 percent of the boats sank."],
  ["en", "We gave an introduction there.", "We gave two talks there."],
  ["en", "12 moorings/quays were counted.", "12 moorings/piers were counted."],
  ["en", "The patch for CVE-2031-4287 fails.", "The patch for CVE-2031-4363 fails."],
  ["de", "Im Hafen (Wolbecker Str. 36) wird gefeiert.", "Im Hafen (Wolbecker Str. 5) wird gefeiert."],
  ["de", "Hafen e. V., Weg 6, 38126 Velm", "Hafen e. V., Weg 6, 12489 Velm"],
  ["es", "Artículo 13.", "Artículo 14."],
  ["it", "Piazza del Molo 12 - 00187 Velm", "Piazza del Molo 12 - 00186 Velm"],
  ["en", "We sat on one bench.", "We sat on bench."],
  ["en", "The second boat left.", "The boat left."],
];
const SAME_DATES: readonly Same[] = [
  [
    "nl",
    "Wij maken boten. Laatste wijziging: 3 mei 2031.",
    "Wij maken boten. Laatste wijziging: 9 mei 2031.",
  ],
  ["de", "Letzter Stand: 3. Mai 2031, 8 Uhr", "Letzter Stand: 9. Mai 2031, 9 Uhr"],
  ["de", "Aktueller Stand: 3. Mai 2031, 20:00 Uhr", "Aktueller Stand: 9. Mai 2031, 15:00 Uhr"],
  ["es", "Última revisión: 3 de mayo de 2031", "Última revisión: 9 de mayo de 2031"],
  ["pt", "Última revisão: 3 de maio de 2031", "Última revisão: 9 de maio de 2031"],
  ["en", "Latest change: 3 May 2031", "Latest change: 9 May 2031"],
  ["en", "The fair opens in Octobre 2031.", "The fair opens in October 2031."],
  ["zh", "2031 年 5 月 3 日开会。", "2031年5月3日开会。"],
  ["en", "The council met.", "The council met today."],
  ["en", "It closed on June 22, 2025.", "It closed on 22 June 2025."],
  ["en", "It closed on June 22.", "It closed on June 22, 2025."],
  ["en", "They met on Monday.", "They met yesterday."],
  ["en", "Last updated: 3 May 2026", "Last updated: 9 May 2026"],
  ["en", "Doors open at 8:30 p.m. for members.", "Doors open at 20:30 for members."],
  ["fr", "Les portes ouvrent à 20 h 30 pour les membres.", "Les portes ouvrent à 20h30 pour les membres."],
  ["de", "Der Zug fährt um 20.30 Uhr ab.", "Der Zug fährt um 20:30 Uhr ab."],
  ["it", "La riunione comincia alle 18:30 in sala.", "La riunione comincia alle 18.30 in sala."],
  ["en", "The exhibit closes on Sept. 14 at dusk.", "The exhibit closes on September 14 at dusk."],
  ["fr", "L’exposition ferme le 1er mars au soir.", "L’exposition ferme le 1 mars au soir."],
  ["de", "Die Ausstellung endet am 9. März 2027 am Abend.", "Die Ausstellung endet am 09.03.2027 am Abend."],
  [
    "es",
    "La muestra cierra el 9 de marzo de 2027 por la tarde.",
    "La muestra cierra el 9 de marzo del 2027 por la tarde.",
  ],
  ["pl", "Wystawa kończy się 09.03.2027 wieczorem.", "Wystawa kończy się 9.03.2027 wieczorem."],
  ["ja", "展示は3月9日(火)に終わる。", "展示は3月9日(火曜日)に終わる。"],
  ["en", "The ferry leaves at 19:00 CET.", "The ferry leaves at 19:00."],
  [
    "en",
    "We last updated these rules of the quay on 3 May 2026.",
    "We last updated these rules of the quay on 9 May 2026.",
  ],
  ["en", "The wall is from about 300 BC.", "The wall is from about 300 BCE."],
  ["en", "Effective Nov 6 2015 / Updated Dec 10 2018", "Effective Nov 6 2015 / Updated July 28 2021"],
  [
    "de",
    "Unsere Hausordnung wurde zuletzt am 3. Mai 2026 geändert.",
    "Unsere Hausordnung wurde zuletzt am 9. Mai 2026 geändert.",
  ],
  [
    "fr",
    "Cette charte a été modifiée pour la dernière fois en avril 2026.",
    "Cette charte a été modifiée pour la dernière fois en juin 2026.",
  ],
  ["nl", "Versiedatum: 19 november 2026", "Versiedatum: 21 januari 2027"],
  ["es", "Empieza a las 16.30 horas.", "Empieza a las cuatro y media de la tarde."],
  ["en", "Date of Last Update: August 18, 2031", "Date of Last Update: April 16, 2032"],
];
const SAME_NAMES: readonly Same[] = [
  ["it", "Vale il D. Lgs. 82/2005 per tutti.", "Vale il Decreto Legislativo 82/2005 per tutti."],
  ["en", "She works for the Dept. of Health in Velm.", "She works for the Department of Health in Velm."],
  ["de", "Die IT-Abteilung hilft.", "Die EDV-Abteilung hilft."],
  ["de", "Kurz Infos zum Gartenhaus:", "Kurze Informationen zum Gartenhaus:"],
  ["ro", "Secretarul Țepeș a semnat.", "Secretarul Ţepeş a semnat."],
  ["es", "El RGPD rige en el puerto.", "El GDPR rige en el puerto."],
  ["de", "Die DSGVO gilt im Hafen.", "Die Datenschutz-Grundverordnung gilt im Hafen."],
  ["de", "Das UNO-Büro am Hafen schließt.", "Das UN-Büro am Hafen schließt."],
  ["es", "La feria está en la Plaza Espa?ola.", "La feria está en la Plaza Española."],
  ["fr", "Le pont de Ch\ufffdteauvert ferme.", "Le pont de Châteauvert ferme."],
  ["en", "Team Leader: to be named", "Team Leads: to be named"],
  ["en", "Workshop Leader", "Workshop Leads"],
  ["en", "Budget", "Budget and Host Agreement"],
  ["en", "They filed insurance claims.", "They filed pension claims."],
  ["en", "Filing Your Complains Online", "Filing Your Complaints Online"],
  ["en", "They camped below Mt. Asker for a week.", "They camped below Mount Asker for a week."],
  ["en", "Mayor Ada Holt spoke.", "Ms Holt spoke."],
  ["en", "Holt’s crew slept.", "The crew of Holt slept."],
  ["en", "The workers’ union met.", "The workers' union met."],
  ["en", "The United Nations sent tents to the valley.", "The UN sent tents to the valley."],
  ["de", "Die Europäische Union beriet bis in die Nacht.", "Die EU beriet bis in die Nacht."],
  ["fr", "L’Organisation des Nations unies a envoyé des tentes.", "L’ONU a envoyé des tentes."],
  ["it", "L’Unione europea ha approvato il piano.", "L’UE ha approvato il piano."],
  ["ja", "船はアメリカから来た。", "船は米国から来た。"],
  ["zh", "世界卫生组织派出了一个小组。", "世卫组织派出了一个小组。"],
  ["nl", "Het schip kwam uit de Verenigde Staten met graan.", "Het schip kwam uit de VS met graan."],
  ["ru", "Судно пришло из Соединённых Штатов с зерном.", "Судно пришло из США с зерном."],
  ["ko", "국제연합이 천막을 보냈다.", "유엔이 천막을 보냈다."],
  ["en", "The road is open again, the ranger said.", "The road is open again, the ranger says."],
  ["fr", "Selon les pompiers, le toit a cédé.", "Le toit a cédé, selon les pompiers."],
  ["en", "The HKM Core update is needed.", "The Harbour Karsk Mobile Core update is needed."],
  ["fr", "Elle a fondé une SE.", "Elle a fondé une Startup d'État."],
  ["en", "It is built with the Workbench.", "It is built with The Harbour Workbench."],
  ["en", "He joined the R&D team.", "He joined the Research and Development team."],
  ["en", "She reads KarLit every week.", "She reads Karskian Literature every week."],
  ["en", "They met in the Karsk Boat House.", "They met in the Karsk Boathouse."],
  ["en", "The harbour buys electric vans (EV) now.", "The harbour buys electric vans (EVs) now."],
  [
    "en",
    "He lived in Karsk County Pa., by the mill.",
    "He lived in Karsk County, Pennsylvania, by the mill.",
  ],
  [
    "en",
    "She wrote to the Harbour and Trade Office.",
    "She wrote to the Harbour, Trade and Transport Office.",
  ],
  [
    "en",
    "We rent from Harbour Boats, 12 people in all.",
    "We rent from Harbour Boats, Inc., 12 people in all.",
  ],
  ["en", "Our Mooring Policies are strict.", "Our Mooring Policy is strict."],
  ["en", "(Publically shown on the quay)", "(Publicly shown on the quay)"],
  ["en", "Ask Ada H. at the quay.", "Ask Ada Holt at the quay."],
  ["en", "We moor with Major Harbour Boating today.", "We moor with MHB today."],
  ["en", "They have berths in Karsk and Velm.", "They have berths in Karsk, ON and Velm."],
  [
    "de",
    "Die Angaben des Handelsregisters sind nötig.",
    "Die Angaben des Handelsregisters, Vereinsregisters, Hafenregisters oder Bootsregisters sind nötig.",
  ],
  [
    "es",
    "Lo pide el jefe de la ONU, Ada Holt, con calma.",
    "Lo pide el jefe de las Naciones Unidas con calma.",
  ],
  ["nl", "In de Verenigde Staten, Canada en Mexico is het vrij.", "Het is in Canada, Mexico en de VS vrij."],
  ["de", "Das wird es in Zukunkt nicht geben.", "Das wird es in Zukunft nicht geben."],
];
const SAME_QUOTATIONS: readonly Same[] = [
  ["fr", "Il dit « mon coeur est ici ».", "Il dit « mon cœur est ici »."],
  ["en", 'hero: { image: "/static/img/boats.jpg" }', 'hero: { image: "/img/boats.jpg" }'],
  ["es", "'''Enlaces:''' ver abajo", "'''Notas:''' ver abajo"],
  ["en", "“We won,” she said, “and that is that.”", "“We won and that is that,” she said."],
  ["en", "“We won,” she said.", "‘We won,’ she said."],
  ["en", "“The well is dry,” the farmer said.", '"The well is dry," the farmer said.'],
  ["fr", "« Le puits est à sec », a dit le fermier.", "“Le puits est à sec”, a dit le fermier."],
  ["zh", "农夫说：“井干了。”", "农夫说：「井干了。」"],
  ["de", "„Der Brunnen ist trocken“, sagt der Bauer.", "„Der Brunnen ist trocken“, sagte der Bauer."],
  ["fr", "Le quai « Click and Moor » ouvre.", "Le quai « Click & Moor » ouvre."],
  [
    "en",
    "Called “old quay”, or “low quay”, it is closed.",
    "Called “old quay”, “low quay”, or “wet quay”, it is closed.",
  ],
];
const SAME_POLARITY: readonly Same[] = [
  ["en", "The pump works.", "The pump works as expected."],
  ["en", "It may rain.", "It may as likely as not rain."],
  ["es", "No encontré ningún recibo en casa.", "No encontré un recibo en casa."],
  ["it", "Non ho visto nessuna nave nel porto.", "Non ho visto una nave nel porto."],
  ["en", "The firm didn’t pay.", "The firm did not pay."],
  ["en", "Not only the pier burned.", "The pier burned."],
  ["en", "Wheat prices climbed 4 percent at the exchange.", "Wheat prices rose 4 percent at the exchange."],
  ["de", "Der Weizenpreis ist um 4 Prozent gestiegen.", "Der Weizenpreis ist um 4 Prozent geklettert."],
  [
    "es",
    "El precio del trigo subió un cuatro por ciento.",
    "El precio del trigo aumentó un cuatro por ciento.",
  ],
  [
    "it",
    "I prezzi del grano sono aumentati del 4 per cento.",
    "I prezzi del grano sono saliti del 4 per cento.",
  ],
  ["nl", "De graanprijzen stegen met 4 procent.", "De graanprijzen klommen met 4 procent."],
  ["en", "The owner reportedly sold the mill.", "Reportedly, the owner sold the mill."],
  ["fr", "Le moulin sera peut-être vendu.", "Peut-être le moulin sera-t-il vendu."],
  ["de", "Der Dieb floh wohl durch das Fenster.", "Der Dieb floh vermutlich durch das Fenster."],
  ["es", "Quizá se venda el molino.", "Quizás se venda el molino."],
  ["fr", "Le chœur ne chante pas seulement des hymnes.", "Le chœur ne chante pas uniquement des hymnes."],
  ["fr", "Le gardien ne peut pas ouvrir le moulin.", "Le gardien ne peut ouvrir le moulin."],
  ["en", "A stay not to exceed 12 days is free.", "A stay of not more than 12 days is free."],
  ["fr", "Si jamais le moulin ferme, appelez.", "Si le moulin ferme, appelez."],
  ["de", "Boote, die Schaden können nehmen können, bleiben.", "Boote, die Schaden nehmen können, bleiben."],
  ["en", "They spoke of possibly answers.", "They spoke of possible answers."],
  ["de", "Das ist uns bisher gut gelungen.", "Bisher ist uns das gut gelungen."],
  ["ko", "국적에 상관 없이 모두가 탈 수 있다.", "국적에 상관없이 모두가 탈 수 있다."],
];

describe.each([
  ["number", NUMBERS, SAME_NUMBERS],
  ["date", DATES, SAME_DATES],
  ["name", NAMES, SAME_NAMES],
  ["quotation", QUOTATIONS, SAME_QUOTATIONS],
  ["polarity", POLARITY, SAME_POLARITY],
] as const)("a %s", (kind, told, same) => {
  test.each(told)("in %s is told: %s → %s", (lang, before, after, facts) => {
    expect(changesOf(before, after, lang)).toEqual(facts.map((fact) => `${kind}: ${fact}`));
  });

  test.each(same)("in %s is not told: %s → %s", (lang, before, after) => {
    expect(changesOf(before, after, lang)).toEqual([]);
  });
});

function changesOf(before: string, after: string, lang: string): readonly string[] {
  return compareSentences(before, after, { lang }).facts.map(
    (fact) => `${fact.kind}: ${fact.before ?? "∅"} → ${fact.after ?? "∅"}`,
  );
}

describe("an edit of a sentence weighs", () => {
  test.each([
    ["The crew left the port.", "The crew left the port", "form"],
    ["“We won,” she said.", "‘We won,’ she said.", "form"],
    ["Ask at Gate House first.", "Ask at GateHouse first.", "form"],
    ["The fair opens on11th July.", "The fair opens on 11th July.", "form"],
    ["The crew may rest.", "The crew may rest [6]_.", "form"],
    ["The crew may rest ^1^ .", "The crew may rest.", "form"],
    ["The crew may rest.", "The crew may rest, call 020 7946 0018.", "wording"],
    ["She sailed on January 30, 2003.", "She sailed on 30 January 2003.", "form"],
    ["About 1/3 of the crew left.", "About ⅓ of the crew left.", "form"],
    ["The crew has 8 tasks.", "The crew has eight tasks.", "wording"],
    ["The crew left, too.", "The crew left too.", "wording"],
    ["The crew left the port quickly.", "The crew quickly left the port.", "wording"],
    ["The crew left the port early.", "The crew departed the port early.", "wording"],
    ["The UN sent tents.", "The United Nations sent tents.", "wording"],
    ["The crew left the port.", "The crew left the port after a long dispute over wages.", "substance"],
    ["12 people died.", "19 people died.", "substance"],
    ["The shed holds ropes, buoys and oars.", "The shed holds ropes and oars.", "substance"],
    ["Pay by cheque at the quay.", "Pay by cheque or card at the quay.", "substance"],
    [
      "Der Antrag ist schriftlich zu stellen.",
      "Der Antrag ist schriftlich oder mündlich zu stellen.",
      "substance",
    ],
    ["The shed holds ropes, buoys, oars, and sails.", "The shed holds ropes, buoys, and oars.", "substance"],
    ["Der Schuppen birgt Taue, Bojen und Segel.", "Der Schuppen birgt Taue und Bojen.", "substance"],
    ["Ask at the quay or write to pier@olmark.example.", "Ask at the quay.", "substance"],
    ["Write to pier@olmark.example.", "Write to quay@olmark.example.", "wording"],
    ["Ada Holt, 25, left the port.", "Ada Holt left the port.", "wording"],
    ["The crew, however, left the port.", "The crew left the port.", "wording"],
    ["The old crew left the port.", "The crew left the port.", "wording"],
    ["The pier burned down overnight.", "A choir sang in the old hall.", "substance"],
  ] as const)("%j → %j: %s", (before, after, weight) => {
    expect(compareSentences(before, after, { lang: "en" }).weight).toBe(weight);
  });
});

describe("given the dates of both stories, compareSentences", () => {
  const days = { before: "2025-06-23", after: "2025-06-24" };
  test.each([
    ["They met today.", "They met yesterday.", []],
    ["They met today.", "They met on Monday.", []],
    ["They met on Monday.", "They met on June 23.", []],
    ["They met today.", "They met today.", []],
    ["They met on Monday.", "They met today.", ["Monday → today"]],
    ["They met today.", "They met on Friday.", ["today → Friday"]],
    ["They met on Monday.", "They met on June 24, 2025.", ["Monday → June 24, 2025"]],
    ["They met on June 23.", "They met yesterday.", []],
    ["They met on June 22.", "They met yesterday.", ["June 22 → yesterday"]],
  ])("from %j to %j reports %j", (before, after, facts) => {
    expect(
      compareSentences(before, after, { days }).facts.map((fact) => `${fact.before} → ${fact.after}`),
    ).toEqual(facts);
  });
});

test("recognises names in a title-case headline from the rest of the story", () => {
  const vocabulary = vocabularyOf(["The ship of Holt met the ship of Vik near the pier."]);
  const facts = compareSentences("Mayor Holt Visits New Pier at Dawn", "Mayor Vik Visits New Pier at Dawn", {
    vocabulary,
  }).facts;
  expect(facts.map((fact) => `${fact.before} → ${fact.after}`)).toEqual(["Holt → Vik"]);
});

test("swapping before and after swaps the sides of every fact", () => {
  const flip = (fact: { kind: string; before?: string; after?: string }) =>
    `${fact.kind} ${fact.after ?? "∅"} ${fact.before ?? "∅"}`;
  const there = compareSentences("Holt paid $5 on Monday.", "Vik paid $7 on Friday.").facts.map(flip);
  const back = compareSentences("Vik paid $7 on Friday.", "Holt paid $5 on Monday.").facts.map(
    (fact) => `${fact.kind} ${fact.before ?? "∅"} ${fact.after ?? "∅"}`,
  );
  expect(back).toEqual(there);
});

describe("whatever the texts,", () => {
  test("one compared with itself has no facts", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, anyText), (text) => {
        expect(compareSentences(text, text)).toEqual({ facts: [], weight: "form" });
      }),
      { seed: 4 },
    );
  });

  test("each side of a fact stands in its sentence", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, anyText), fc.oneof(sentence, anyText), (before, after) => {
        for (const fact of compareSentences(before, after).facts) {
          expect(before).toContain(fact.before ?? "");
          expect(after).toContain(fact.after ?? "");
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

test.each([
  ..."1- |1 000 |5 km |3:15:|1/2/|1.2.3.a.|a_|x.y.|updated 2020 |+1 (2) |twenty-|million |half |½ ".split(
    "|",
  ),
  ..."not a |may |at least |is said |said Holt |Ministry of X and |Holt, |A: |“a” |“|'|$|12人|一|０|一百|요일".split(
    "|",
  ),
])("a sentence of nothing but %j is compared in linear time", (part) => {
  const before = part.repeat(Math.floor(16_000 / part.length));
  const words = before.split(" ");
  const after = words.map((word, n) => (n % 100 === 50 ? "Vik" : word)).join(" ");
  expect(() => compareSentences(before, `${after} 5 Vik`.slice(-16_000)).facts).not.toThrow();
});
