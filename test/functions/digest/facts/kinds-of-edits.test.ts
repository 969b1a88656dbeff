import { expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";

/**
 * Kinds of edits that readers of real revisions found told wrong or not at all, in sentences of our own: language, before, after,
 * and what is told; "—" is nothing.
 */
const CASES = `
# Numbers of steps, parts and questions at the head of a line are marks.
en | Phase 5 — Push messages for members | Phase 9 — Push messages for members | —
de | Phase 4 - Adressbuch und Laden | Phase 7 - Adressbuch und Laden | —
fr | Étape 3 – Remplir le formulaire | Étape 4 – Remplir le formulaire | —
es | Paso 2: Rellenar el formulario | Paso 3: Rellenar el formulario | —
nl | Stap 2: Genereer de server | Stap 3: Genereer de server | —
sv | §2.7 Julkalendern | §2.6 Julkalendern | —
de | § 12 Das Boot liegt im Hafen. | § 13 Das Boot liegt im Hafen. | —
de | Das Boot liegt nach § 12 der Ordnung im Hafen. | Das Boot liegt nach § 13 der Ordnung im Hafen. | § 12 → § 13
en | Platform 4 is closed until the spring. | Platform 5 is closed until the spring. | 4 → 5
en | Q16: Is there any guidance on boats? | Q20: Is there any guidance on boats? | —
de | F3: Wo liegt das Boot? | F4: Wo liegt das Boot? | —
en | Leaders of the G20 meet in Velm. | Leaders of the G7 meet in Velm. | G20 → G7
# Years of copyright notices, versions and glued notes are no values.
es | © Los respectivos autores, 2015, 2016, 2017 | © Los respectivos autores, 2015-2023 | —
en | © The Harbour Trust and contributors 2019 | © The Harbour Trust and contributors 2021 | —
de | Copyright © Hafenverein Velm e.V. 2019. Alle Rechte vorbehalten. | Copyright © Hafenverein Velm e.V. 2020. Alle Rechte vorbehalten. | —
en | The copyright act of 2019 applies to all boats. | The copyright act of 2021 applies to all boats. | 2019 → 2021
en | The trust registered its © mark in the harbour office in 2019. | The trust registered its © mark in the harbour office in 2021. | 2019 → 2021
en | Version: March 06, 2020 | Version: January 1, 2024 | —
de | Stand: 3. Mai 2031 | Stand: 5. Juni 2031 | —
en | As the Directive,35 the rules and the boats say, it is open. | As the Directive,32 the rules and the boats say, it is open. | —
en | He called it “open”35 and left. | He called it “open”32 and left. | —
en | The law came late.35 The boats left. | The law came late.32 The boats left. | —
en | They sold 12,35 or more euros of fish. | They sold 12,55 or more euros of fish. | 12,35 → 12,55
en | See No.5 in the list of boats. | See No.6 in the list of boats. | No.5 → No.6
fr | Comme il est dit dans le § 1er du présent article. | Comme il est dit dans le § 1 du présent article. | —
# Keys, placeholders, releases and tags of templates are no values.
en | iQJOBAEBCgA4FiEELnLqW93jFzBY1/h9oMHAEj4rKWsFAmkV1RwaHHZvcnN0YW5k | iQJOBAEBCgA4FiEELnLqW93jFzBY1/h9oMHAEj4rKWsFAmm1XvsaHHZvcnN0YW5k | —
en | The key is Qm9vdHMgYXJlIGZ1bjEyMw today. | The key is Qm9vdHMgYXJlIGZ1bjQ1Ng today. | —
en | Call the harbour police at XXX-XXX-XXXX to get help right away. | Call the harbour police to get help right away. | —
en | The meeting is on XX May in the hall. | The meeting is on 12 May in the hall. | —
en | The harbour uses infotn-release-1.1 today. | The harbour uses infotn-release-1.2 today. | —
en | infotn-release-1.1 | infotn-release-1.2 | —
en | See example.com/12 for the boats of Velm. | See example.com/14 for the boats of Velm. | —
# Ranges, bounds, signs and durations are read whole.
zh | 主讲人出场费约为5000 − 10000元一场 | 主讲人出场费约为2000~30000元一场 | 5000 − 10000元 → 2000~30000元
en | The berth costs 50 − 80 euros a night. | The berth costs 60 − 90 euros a night. | 50 − 80 euros → 60 − 90 euros
fr | Le tarif est de 20 - 30 euros par nuit. | Le tarif est de 25 - 35 euros par nuit. | 20 - 30 euros → 25 - 35 euros
en | The index holds texts + 40 local copies of the rules. | The index holds texts + 97 local copies of the rules. | 40 → 97
de | Texte + 40 lokale Kopien im Hafen | Texte + 97 lokale Kopien im Hafen | 40 → 97
en | There are 1000+ members in 75 countries. | There are 1017 members in 75 countries. | 1000+ → 1017
en | The codes expire 2.5 minutes after they are made. | The codes expire 2 minutes and 30 seconds after they are made. | —
en | The crossing takes 90 minutes. | The crossing takes 1 hour and 30 minutes. | —
en | The crossing takes 1 hour and 30 minutes. | The crossing takes 1 hour and 45 minutes. | 1 hour and 30 minutes → 1 hour and 45 minutes
en | They did not call for 1 hour and 17 minutes. | They did not call for 1 hour and 87 minutes. | 1 hour and 17 minutes → 1 hour and 87 minutes
de | Die Fahrt dauert 1 Stunde 30 Minuten. | Die Fahrt dauert 2 Stunden 30 Minuten. | 1 Stunde 30 Minuten → 2 Stunden 30 Minuten
en | He got a term of two years and six months. | He got a term of three years. | two years and six months → three years
# Dates as they are written.
en | The chapter's birthday is December the fourth 2008. | The chapter's birthday is September 12, 2000. | December the fourth 2008 → September 12, 2000
en | The fair opens on May the 4th in the harbour. | The fair opens on May the 6th in the harbour. | May the 4th → May the 6th
en | The fair opens on March the 3rd, 2031 in the harbour. | The fair opens on March the 9th, 2031 in the harbour. | March the 3rd, 2031 → March the 9th, 2031
en | Data wejścia w życie: 17 grudnia 2025 r. | Data wejścia w życie: 4 maja 2026 r. | 17 grudnia 2025 → 4 maja 2026
en | Aktualne od: 3 listopada 2030 | Aktualne od: 5 listopada 2030 | 3 listopada 2030 → 5 listopada 2030
en | Gültig ab 3. März 2030 | Gültig ab 5. Mai 2030 | 3. März 2030 → 5. Mai 2030
en | Platné od 3. května 2030 | Platné od 5. června 2030 | 3. května 2030 → 5. června 2030
und | Hatályos: 2025. december 17-től | Hatályos: 2026. május 4-től | 2025. december 17 → 2026. május 4
en | Zaterdag 2 september van 12:00u tot 14:30u. We zitten in de bibliotheek. | Zaterdag 2 oktober van 12:00u tot 14:30u. We zitten in de bibliotheek. | 2 september → 2 oktober
en | Agencies must do so within two years. | Agencies must do so by December 31, 2016. | two years → December 31, 2016
en | Within two weeks of issuance, submit the report. | By Wednesday, July 21, 2021, submit the report. | two weeks → Wednesday, July 21, 2021
de | Der Bericht ist innerhalb von drei Monaten vorzulegen. | Der Bericht ist bis zum 31. März 2031 vorzulegen. | drei Monaten → 31. März 2031
fr | Le rapport est remis dans un délai de deux mois. | Le rapport est remis avant le 3 mai 2031. | —
en | Former design by Ada Holt. | Design before December 2025 by Ada Holt. | ∅ → December 2025
en | It is higher for the tax year 2024 to 2025 and 2025 to 2026. | It is higher for the tax year 2024 to 2025 and 2026 to 2027. | 2025 to 2026 → 2026 to 2027
# How often, and per what.
en | The council meets monthly in the hall. | The council meets weekly in the hall. | monthly → weekly
de | Der Rat tagt monatlich im Saal. | Der Rat tagt wöchentlich im Saal. | monatlich → wöchentlich
en | The report is published annually by the office. | The report is published quarterly by the office. | annually → quarterly
en | The fee is €20 a year for members. | The fee is €20 a month for members. | €20 a year → €20 a month
en | The fee is £5 per person and day. | The fee is £5 per family and day. | —
en | The weekly report is out in the hall. | The monthly report is out in the hall. | weekly → monthly
de | Der Beitrag beträgt 20 Euro pro Monat für alle. | Der Beitrag beträgt 20 Euro pro Jahr für alle. | 20 Euro pro Monat → 20 Euro pro Jahr
fr | La cotisation est de 20 € par mois pour tous. | La cotisation est de 20 € par an pour tous. | 20 € par mois → 20 € par an
es | La cuota es de 20 euros al mes para todos. | La cuota es de 20 euros al año para todos. | 20 euros al mes → 20 euros al año
en | The council meets three times a year in the hall. | The council meets three times a month in the hall. | three times a year → three times a month
en | Members may take part in 3 activities per quarter including talks. | Members may take part in 4 activities per year including talks. | 3 activities per quarter → 4 activities per year
de | Mitglieder erhalten 3 Karten pro Monat und mehr. | Mitglieder erhalten 4 Karten pro Jahr und mehr. | 3 Karten pro Monat → 4 Karten pro Jahr
en | The fee is €20 a year for members. | The fee is €25 a year for members. | €20 → €25
en | It was a cold month in the harbour. | It was a cold year in the harbour. | —
# A number that came or went while what it counts stands.
fr | Le service référence 9 jeux de données maintenus par le port. | Le service référence les jeux de données maintenus par le port. | 9 → ∅
en | The index lists 12 boats kept by the town. | The index lists the boats kept by the town. | 12 → ∅
de | Der Index nennt die Boote, die der Stadt gehören. | Der Index nennt 14 Boote, die der Stadt gehören. | ∅ → 14
de | Der Index nennt die zwölf Boote, die der Stadt gehören. | Der Index nennt die Boote, die der Stadt gehören. | zwölf → ∅
nl | Wij gebruiken cookies voor de volgende doelen. | Wij gebruiken vier typen cookies voor de volgende doelen. | ∅ → vier
en | We use tags for the following aims. | We use four kinds of tags for the following aims. | ∅ → four
en | The project has received funding through the second round. | The project has received 15,000 USD in funding in the second round. | ∅ → 15,000 USD
de | Der Verein erhielt Förderung vom Land. | Der Verein erhielt 15.000 Euro Förderung vom Land. | ∅ → 15.000 Euro
en | The card gives large discounts on boat trips. | The card gives 80% discounts on boat trips. | ∅ → 80%
nl | Hieronder vind je de 5 laatste boten. | Hieronder vind je de boten. | 5 → ∅
en | Below are the five latest boats of the town. | Below are the boats of the town. | five → ∅
de | Wir fahren mit dem Boot nach Velm. | Wir fahren mit 40 Gästen mit dem Boot nach Velm. | —
# Names with a stop in them.
en | The GDS Infrastructure Team answers all mails. | The GOV.UK Infrastructure Team answers all mails. | GDS Infrastructure Team → GOV.UK Infrastructure Team
en | Ask the page on GOV.UK for help with boats. | Ask the page on GOV.WALES for help with boats. | GOV.UK → GOV.WALES
en | The page on GOV.UK for the boats is open. | The page for the boats is open. | GOV.UK → ∅
fr | J'ai créé la marque Symbiotique.fr en transition numérique. | J'ai créé la marque Transitionum en transition numérique. | Symbiotique.fr → Transitionum
en | The plan follows Data.gov in all its parts. | The plan follows Code.gov in all its parts. | Data.gov → Code.gov
# The same name: gender, abbreviation, small words, a typing error at the head.
es | El Consejero Académico tendrá un voto en el puerto. | La Consejería Académica tendrá un voto en el puerto. | —
de | Die Wahl der Vertrauensdozenten leitet der Erste Vorsitzende. | Die Wahl der Vertrauensdozenten leitet die Erste Vorsitzende. | —
es | El Director Técnico firma las actas del puerto. | La Directora Técnica firma las actas del puerto. | —
fr | Le Conseiller Municipal préside le conseil du port. | La Conseillère Municipale préside le conseil du port. | —
it | Il Consigliere Delegato firma il bilancio del porto. | La Consigliera Delegata firma il bilancio del porto. | —
es | El director Mario Costa firma las actas del puerto. | El director María Costa firma las actas del puerto. | Mario Costa → María Costa
en | The boat belongs to Ada Holt of the harbour. | The boat belongs to Ada Holm of the harbour. | Ada Holt → Ada Holm
fr | Secrétariat du Conseil du Trésor du Canada | Bureau du Dirigeant principal de l'information - Secrétariat Conseil du Trésor du Canada | —
fr | Renouvellement du CA du port | Renouvellement du Conseil d'administration du port | —
fr | Renouvellement des membres du CA en avril | Renouvellement des membres du Conseil d'administration en avril | —
en | The report of the NAO on boats is late. | The report of the National Audit Office on boats is late. | —
es | El informe de la CNMV llega tarde al puerto. | El informe de la Comisión Nacional del Mercado de Valores llega tarde al puerto. | —
de | Der Bericht des BSI zum Hafen fehlt. | Der Bericht des Bundesamts für Sicherheit in der Informationstechnik zum Hafen fehlt. | —
it | Areoporto di Linate - Areoporto vicino al centro della città. | Aeroporto di Linate - Aeroporto vicino al centro della città. | —
en | Harbuor Office of Velm - open daily for all. | Harbour Office of Velm - open daily for all. | —
# Other names: behind a preposition or article, and what they are.
it | I soggetti chiedono l'accreditamento presso DigitPA. | I soggetti chiedono l'accreditamento presso AgID secondo le regole tecniche di cui all'articolo 71. | DigitPA → AgID
en | All applications go to the Harbour Office. | All applications go to the Velm Port Agency under the rules of section 71. | Harbour Office → Velm Port Agency
fr | Les demandes vont à la Capitainerie de Velm. | Les demandes vont à l'Agence Nordport, selon les règles de l'article 71. | Capitainerie de Velm → Agence Nordport
es | El encuentro se emite a través de uno de los mejores servicios, Jitsi. | El encuentro se emite a través de Youtube: https://www.youtube.com/watch, donde quedará publicado. | —
en | The talk is shown on Jitsi. | The talk is shown on Youtube, where it will be kept. | Jitsi → Youtube
es | Son dos concursos organizados por la Wikimedia Foundation que respalda y mantiene la enciclopedia. | Son dos concursos organizados por la asociación Wikimedia España, que respalda y mantiene la enciclopedia. | Wikimedia Foundation → Wikimedia España
en | The fair is run by the Harbour Trust that keeps the boats. | The fair is run by the charity Velm Boats, that keeps the boats. | Harbour Trust → Velm Boats
pt | Valem as regras oficiais, salvo os artigos deste plano. | Valem as regras oficiais adotadas pela Confederação Brasileira de Tênis, salvo os artigos deste plano. | ∅ → Confederação Brasileira de Tênis
en | The official rules apply, but for the boats. | The official rules issued by the Velm Port Agency apply, but for the boats. | ∅ → Velm Port Agency
fr | Le règlement s'applique à tous les bateaux. | Le règlement adopté par le Conseil de Velm s'applique à tous les bateaux. | ∅ → Conseil de Velm
en | The law passed last week applies soon. | The law passed by Parliament last week applies soon. | ∅ → Parliament
en | The A/G Framework verifies whether there is a match. | The A/G Framework or Huawei Framework verifies whether there is a match. | ∅ → Huawei Framework
en | The Harbour Board or Velm Board decides on boats. | The Harbour Board decides on boats. | Velm Board → ∅
# Claims.
en | Pick a boat (like in the image below) and hit the green button. | Pick a boat (like in the image above) and hit the green button. | —
en | See the table below for the fees of the harbour. | See the table above for the fees of the harbour. | —
de | Siehe die Tabelle unten für die Gebühren im Hafen. | Siehe die Tabelle oben für die Gebühren im Hafen. | —
en | The tide stayed below 5 metres all day. | The tide stayed above 5 metres all day. | below → above
en | Inflation was below the target of the bank. | Inflation was above the target of the bank. | below → above
en | The agencies shall immediately begin working together. | The agencies should promptly begin working together. | shall → should
# Parts with Roman numbers, days of the week, German places.
en | Article VII – Harbour Council | Article VI – Harbour Council | —
fr | Titre IV – Du conseil du port | Titre V – Du conseil du port | —
de | Kapitel III: Boote und Stege | Kapitel IV: Boote und Stege | —
de | So manche Boote liegen im Hafen. | Viele Boote liegen im Hafen. | —
de | Do boats lie in the harbour? | Many boats lie in the harbour. | —
de | So 12.3., 14 Uhr: Boote im Hafen | So 19.3., 14 Uhr: Boote im Hafen | So 12.3. → So 19.3.
de | Mo bis Fr offen für alle | Mo bis Do offen für alle | Fr → Do
de | Sie können sich aktiv in die Organisation einbringen. | Sie können sich aktiv in das Geschehen einbringen. | —
de | Das Fest findet in Husum statt. | Das Fest findet in Emden statt. | Husum → Emden
es | El titular se denominará Jefe de Gobierno. | La persona titular se denominará Jefa o Jefe de Gobierno. | —
ja | とちぎRuby会議06に関するお問い合わせはこちらです。 | とちぎRuby会議07に関するお問い合わせはこちらです。 | 06 → 07
en | The game has 2 periods of 5 minutes. | The game has 2 (two) periods of 5 minutes. | —
# Said twice, behind a preposition, with a bound.
en | The team shall have two (2) votes in the board. | The team shall have one (1) vote in the board. | 2 → 1
en | More details about the offer will be published soon. | More details about the offer can be found here. | —
en | The fee will be paid in May. | The fee may be paid in May. | will → may
en | We join the channel for boats. | We join Ada Holt in the channel for boats. | ∅ → Ada Holt
fr | Vous rejoignez Marthe Coste dans le canal du port. | Vous rejoignez le canal du port. | Marthe Coste → ∅
en | The fair, run by the school, provides boats. | The fair, run by the school with support from Topos Institute, provides boats. | ∅ → Topos Institute
en | The boats are old. | The boats that sail from Velm to Orsk are old. | —
en | Employees will be granted leave to serve on a jury. | Employees will be granted up to 3 days paid leave to serve on a jury. | ∅ → 3 days
de | Der Vorstand wird mit den Stimmen der Mitglieder gewählt. | Der Vorstand wird mit ⅔ der Stimmen der Mitglieder gewählt. | —
de | Der Vorstand wird mit der Mehrheit gewählt. | Der Vorstand wird mit ⅔ der Mehrheit gewählt. | ∅ → ⅔
# Offices, labels, families; German names.
de | Vorsitzende: Ada Holt | Vorsitzender: Uwe Brandt | Ada Holt → Uwe Brandt
de | 1. Vorsitzende: Ada Holt, Kassenwart: Jan Marr | 1. Vorsitzender: Uwe Brandt, Kassenwart: Ina Lint | Ada Holt → Uwe Brandt; Jan Marr → Ina Lint
es | Tesorera: María Luna | Tesorero: Pedro Sol | María Luna → Pedro Sol
fr | La présidente Anne Coste ouvre la séance. | Le président Luc Ferrand ouvre la séance. | Anne Coste → Luc Ferrand
en | Chair: Ada Holt (Velm University) | Chair: Uwe Brandt (Orsk College) | Ada Holt → Uwe Brandt
en | Location: TBD | Location: Harbour Hall, Velm | TBD → Harbour Hall, Velm
en | Deadline: 3 May 2031 at the latest in the office | Deadline: 9 June 2031, by mail | 3 May 2031 → 9 June 2031
en | Topic: 12 boats arrive in spring | Topic: 5 cars sold again | —
en | Note: Dogs stay outside. | Note: Cats come in at noon. | —
en | Breaking News: Mayor Resigns After Vote | Breaking News: Council Meets In Hall | —
en | Chair: Ada Holt, Clerk: Max Marr | Chair: Uwe Brandt, Clerk: Ina Lint | Ada Holt → Uwe Brandt; Max Marr → Ina Lint
en | The talk is by Anne Green in the hall. | The talk is by Anne Greene in the hall. | Anne Green → Anne Greene
en | The Boat Club meets in the hall of the harbour. | The Boat Clubs meet in the hall of the harbour. | —
de | Bitte wenden Sie sich an Frau Vogt im Büro. | Bitte wenden Sie sich an Frau Kurz im Büro. | Vogt → Kurz
de | Wir treffen uns im Gasthof Adler am Markt. | Wir treffen uns im Gasthof Krone am Markt. | Gasthof Adler → Gasthof Krone
de | Die Arbeiten macht die Firma Siemens im Mai. | Die Arbeiten macht die Firma Bosch im Mai. | Firma Siemens → Firma Bosch
de | Folgt uns auf Twitter für mehr. | Folgt uns auf LinkedIn für mehr. | Twitter → LinkedIn
de | Es singt der Chor mit Helene Fischer im Saal. | Es singt der Chor mit Helene Hahn im Saal. | Helene Fischer → Helene Hahn
de | Das Fest endet mit Musik von Uwe Brandt und Tanz. | Das Fest endet mit Musik von Uwe Lint und Tanz. | Uwe Brandt → Uwe Lint
de | Er trank ein Glas Wein im Hafen. | Er trank ein Glas Bier im Hafen. | —
de | Das Thema Hafen steht auf der Liste. | Das Thema Schule steht auf der Liste. | —
de | Sie fahren mit Booten in den Hafen. | Sie fahren mit Schiffen in den Hafen. | —
de | Wir sprechen über Geld im Verein. | Wir sprechen über Zeit im Verein. | —
de | Die Kosten im Bereich Planung steigen. | Die Kosten im Bereich Bauen steigen. | —
de | Sie kommen mit Kuchen und Tee. | Sie kommen mit Kuchen und Saft. | —
en | Votes end between December, 17th and January, 10th at noon. | Votes end between December 17th and January 10th at noon. | —
en | Votes end on December, 17th at noon. | Votes end on December, 19th at noon. | December, 17th → December, 19th
en | Votes may have more than two options and may be decided by plurality. | Votes MAY have more than two options and MAY be decided by plurality. | —
en | THE VOTE IS IN MAY 2031 IN VELM | THE VOTE IS IN JUNE 2031 IN VELM | MAY 2031 → JUNE 2031
fr | Au moins 50% des recherches aboutissent. | Au moins 2 services sont actifs. | —
en | At least 50% of the boats are out. | At least 12 of the boats are out. | 50% → 12
# The same in another notation.
de | Das Treffen war am 2024/12/21 im Hafen. | Das Treffen war am 21.12.2024 im Hafen. | —
zh | 会议于2024/12/21日举行。 | 会议于2024年12月21日举行。 | —
en | See codes 21-2,21-11 for the boats. | See codes 21-2, 21-11 for the boats. | —
`;

const rows = CASES.split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" | ") as [lang: string, before: string, after: string, told: string]);

test.each(rows)("%s: %s → %s tells %s", (lang, before, after, told) => {
  const { facts } = compareSentences(before, after, lang === "und" ? {} : { lang });
  const shown = facts.map((fact) => `${fact.before ?? "∅"} → ${fact.after ?? "∅"}`);
  expect(shown).toEqual(told === "—" ? [] : told.split("; "));
});
