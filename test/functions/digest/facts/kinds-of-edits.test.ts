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
# Amounts in short and colloquial words.
en | The bridge costs 5 mln euros to repair. | The bridge costs 7 mln euros to repair. | 5 mln euros → 7 mln euros
en | The fund holds 2 bln dollars for boats. | The fund holds 3 bln dollars for boats. | 2 bln dollars → 3 bln dollars
en | A ticket for the ferry costs 10 bucks. | A ticket for the ferry costs 12 bucks. | 10 bucks → 12 bucks
en | A ticket for the ferry costs 10 bucks. | A ticket for the ferry costs 10 dollars. | —
en | A ticket for the ferry costs 10 quid. | A ticket for the ferry costs 12 quid. | 10 quid → 12 quid
en | A stamp of the harbour costs 50 pence. | A stamp of the harbour costs 60 pence. | 50 pence → 60 pence
en | The hunters of Velm shot three bucks. | The hunters of Velm shot five bucks. | three bucks → five bucks
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
en | The meeting is on XX May in the hall. | The meeting is on 12 May in the hall. | XX May → 12 May
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
# Number words above twelve, and those of more languages.
cs | Pozvánka se vyvěsí nejméně třicet dnů před schůzí spolku. | Pozvánka se vyvěsí nejméně čtrnáct dnů před schůzí spolku. | třicet dnů → čtrnáct dnů
cs | Rada spolku má sedmnáct členů a jednoho tajemníka. | Rada spolku má jedenáct členů a jednoho tajemníka. | sedmnáct → jedenáct
cs | Lhůta je do dvaceti dnů od doručení výzvy. | Lhůta je do patnácti dnů od doručení výzvy. | dvaceti dnů → patnácti dnů
sk | Na platnosť je potrebný súhlas štyroch členov výboru. | Na platnosť je potrebný súhlas dvoch členov výboru. | štyroch → dvoch
sk | Výbor má sedem členov a schádza sa v prístave. | Výbor má deväť členov a schádza sa v prístave. | sedem → deväť
pl | Zebranie zwołuje się na wniosek dwudziestu członków związku. | Zebranie zwołuje się na wniosek trzydziestu członków związku. | dwudziestu → trzydziestu
pl | Termin wynosi szesnaście dni od ogłoszenia uchwały. | Termin wynosi dwadzieścia dni od ogłoszenia uchwały. | szesnaście dni → dwadzieścia dni
ru | Решение принимается в течение тридцати дней со дня подачи. | Решение принимается в течение четырнадцати дней со дня подачи. | тридцати дней → четырнадцати дней
uk | Рада має п'ятнадцять членів і секретаря. | Рада має двадцять членів і секретаря. | п'ятнадцять → двадцять
sv | Styrelsen består av tretton ledamöter och en sekreterare. | Styrelsen består av femton ledamöter och en sekreterare. | tretton → femton
da | Bestyrelsen består af elleve medlemmer fra havnen. | Bestyrelsen består af tretten medlemmer fra havnen. | elleve → tretten
fi | Hallituksessa on seitsemän jäsentä satamasta. | Hallituksessa on yhdeksän jäsentä satamasta. | seitsemän → yhdeksän
hu | A bizottság tizenegy tagból áll a kikötőben. | A bizottság tizenhárom tagból áll a kikötőben. | tizenegy → tizenhárom
ro | Consiliul are cincisprezece membri din port. | Consiliul are treisprezece membri din port. | cincisprezece → treisprezece
hr | Odbor ima jedanaest članova iz luke. | Odbor ima petnaest članova iz luke. | jedanaest → petnaest
nl | Het bestuur telt dertien leden uit de haven. | Het bestuur telt zestien leden uit de haven. | dertien → zestien
es | El plazo es de cuarenta y cinco días desde la entrega. | El plazo es de sesenta días desde la entrega. | cuarenta y cinco días → sesenta días
pt | O prazo é de vinte e um dias desde a entrega. | O prazo é de trinta dias desde a entrega. | vinte e um dias → trinta dias
# Dates in words, of eras, in brackets, from and until.
fr | La formation a lieu au port pour tous les élèves. | La formation a lieu au port à partir du 3 février jusqu'à fin avril pour tous les élèves. | ∅ → 3 février jusqu'à fin avril
fr | Pendant trois mois, les élèves vivent au port. | Pendant trois mois à partir du 3 février, les élèves vivent au port. | ∅ → 3 février
fr | La deuxième journée démarrera à 13h00 au port. | La deuxième journée (4/11) démarrera à 13h00 au port. | ∅ → 4/11
de | Die zweite Sitzung beginnt um 13 Uhr im Hafen. | Die zweite Sitzung (4.11.) beginnt um 13 Uhr im Hafen. | ∅ → 4.11.
cs | Od března 2017 je předsedou krajského sdružení. | Od března 2017 do listopadu 2018 je předsedou krajského sdružení. | března 2017 → března 2017 do listopadu 2018
de | Ada Holt leitet den Verein seit März 2017 im Hafen. | Ada Holt leitet den Verein seit März 2017 bis November 2018 im Hafen. | März 2017 → März 2017 bis November 2018
en | In the spring he founded the club at the harbour. | In the spring of 2013 he founded the club at the harbour. | spring → spring of 2013
en | He founded the club at the harbour with friends. | In 2013 he founded the club at the harbour with friends. | ∅ → 2013
nl | Op tien januari 2031 hebben de leden gestemd. | Op 10 januari 2031 hebben de leden gestemd. | —
es | La asamblea se celebra el uno de marzo en el puerto. | La asamblea se celebra el 1 de marzo en el puerto. | —
es | La asamblea se celebra el dos de marzo en el puerto. | La asamblea se celebra el nueve de marzo en el puerto. | dos de marzo → nueve de marzo
nl | Op tien januari 2031 hebben de leden gestemd. | Op twaalf januari 2031 hebben de leden gestemd. | tien januari 2031 → twaalf januari 2031
pt | A assembleia é em dez de maio de 2031 no porto. | A assembleia é em 10 de maio de 2031 no porto. | —
it | L'assemblea si tiene il tre maggio 2031 al porto. | L'assemblea si tiene il sei maggio 2031 al porto. | tre maggio 2031 → sei maggio 2031
ja | 令和6年3月31日までに提出する。 | 令和7年3月31日までに提出する。 | 6年3月31日 → 7年3月31日
ja | 最初の事業年度は、成立の日から令和○年1月31日までとする。 | 最初の事業年度は、成立の日から令和9年1月31日までとする。 | ○年1月31日 → 9年1月31日
zh | 本表自民國 105 年 8 月 1 日生效。 | 本表自民國 106 年 8 月 1 日生效。 | 105 年 8 月 1 日 → 106 年 8 月 1 日
# A blank that was filled in.
en | XX partners organised the week at the harbour this year. | 70 partners organised the week at the harbour this year. | XX → 70
en | The week had over XX talks at the harbour this year. | The week had over 120 talks at the harbour this year. | XX → 120
en | The statutes were last changed on XX.XX.20XX by the members. | The statutes were last changed on 12.03.2031 by the members. | XX.XX.20XX → 12.03.2031
de | Die Satzung wurde am xx. xxxxxxxx 20xx von allen beschlossen. | Die Satzung wurde am 19. Mai 2031 von allen beschlossen. | xx. xxxxxxxx 20xx → 19. Mai 2031
de | Die Leitung hat N.N. im Hafen von Velm. | Die Leitung hat Ada Holt im Hafen von Velm. | N.N. → Ada Holt
en | The keynote is given by TBD in the main hall. | The keynote is given by Ada Holt in the main hall. | TBD → Ada Holt
en | The session starts at TBC in the main hall. | The session starts at 10:30 in the main hall. | TBC → 10:30
en | Location: TBA | Location: Orsk Town Hall | TBA → Orsk Town Hall
de | Die Kosten betragen XX Euro je Boot und Tag. | Die Kosten betragen 35 Euro je Boot und Tag. | XX Euro → 35 Euro
fr | Le prix est de ___ euros par bateau et par jour. | Le prix est de 45 euros par bateau et par jour. | ___ euros → 45 euros
en | Date: [date] | Date: 4 May 2031 | [date] → 4 May 2031
en | The fee is £?? for each boat and day. | The fee is £35 for each boat and day. | £?? → £35
en | See chapter XX of the history of the harbour. | See chapter XXI of the history of the harbour. | XX → XXI
en | Louis XX never reigned at the harbour of Velm. | Louis XIX never reigned at the harbour of Velm. | XX → XIX
en | Fill in XXX and send it to the office. | Fill in XXXX and send it to the office. | —
# A number in the place of a quantity.
en | The form is sent to a number of members in May. | The form is sent to five members in May. | a number of → five
sv | Meddelandet sänds via minst två av följande kanaler. | Meddelandet sänds via samtliga av följande kanaler. | minst två → samtliga
en | It needs the votes of all members of the board. | It needs the votes of nine members of the board. | all → nine
de | Alle Mitglieder des Vorstands haben das Recht dazu. | Drei Mitglieder des Vorstands haben das Recht dazu. | Alle → Drei
en | The rule needs the consent of both chairs of the club. | The rule needs the consent of one chair of the club. | both → one
en | Several boats lay in the harbour on the night. | Twelve boats lay in the harbour on the night. | Several → Twelve
nl | U kunt op drie manieren lid van de vereniging worden. | U kunt op de volgende manieren lid van de vereniging worden. | drie → ∅
en | There are four ways to join the club of the harbour. | There are the following ways to join the club of the harbour. | four → ∅
en | Members get 1/2 of a day per month of work. | Members get 0.5 of a day per month of work. | —
# Obligation.
en | Managers should attend both days of the course. | Managers will attend both days of the course. | should → will
en | All sites should be set up to use the lock. | All sites need to be set up to use the lock. | should → need to
it | La ricerca può essere fatta con gli strumenti del porto. | La ricerca deve essere fatta con gli strumenti del porto. | può → deve
# Lines of names, surnames put right, names that German readers know, names with small words.
en | Ada Holt, Ida Lund, Uwe Marr, Jan Berg, Eva Quist | Ida Lund, Uwe Marr, Eva Quist | Ada Holt → ∅; Jan Berg → ∅
en | Ada Holt, Ida Lund, Uwe Marr, Eva Quist | Ada Holt, Ida Lund, Per Dahl, Eva Quist | Uwe Marr → Per Dahl
de | Ada Holt, Ida Lund, Uwe Marr | Ada Holt, Ida Lund, Uwe Marr, Eva Quist, Per Dahl | ∅ → Eva Quist; ∅ → Per Dahl
fr | Anne Roux, Marc Blanc et Luc Petit | Anne Roux, Jean Morel et Luc Petit | Marc Blanc → Jean Morel
en | Ada Holt (Velm), Ida Lund (Orsk), Uwe Marr (Karsk) | Ada Holt (Velm), Uwe Marr (Karsk) | Ida Lund → ∅
en | Boats, Docks and Storms at Night | Boats, Piers and Storms at Night | —
en | The prize went to Jessica Green of the harbour office. | The prize went to Jessica Greene of the harbour office. | Jessica Green → Jessica Greene
fr | Le prix va à Sébastien Touzet du port de Velm. | Le prix va à Sébastien Touzé du port de Velm. | Sébastien Touzet → Sébastien Touzé
es | El premio es para Ana Gonzalo del puerto. | El premio es para Ana Gonzalez del puerto. | Ana Gonzalo → Ana Gonzalez
en | The boats of Jessica Green lie in the harbour. | Jessica Green's boats lie in the harbour. | —
cs | Předsedou je Jan Horký z přístavu. | Předsedu Jana Horkého z přístavu. | —
de | Alle Termine werden im Blog und per Twitter und Facebook bekannt gegeben. | Alle Termine werden im Blog und per Discord bekannt gegeben. | Twitter und Facebook → Discord
de | Wir informieren über Meetup, Twitter und Mastodon. | Wir informieren über Meetup und Mastodon. | Twitter → ∅
de | Die Gäste kommen aus Polen, Ungarn und Italien. | Die Gäste kommen aus Polen und Italien. | Ungarn → ∅
de | Die Gäste kommen aus Polen und Italien. | Die Gäste kommen aus Polen, Italien und Spanien. | ∅ → Spanien
de | Das Schiff fährt nach Norwegen und zurück. | Das Schiff fährt nach Island und zurück. | Norwegen → Island
de | Die Regeln gelten in Frankreich und im Hafen. | Die Regeln gelten in Frankreich, Belgien und im Hafen. | ∅ → Belgien
de | Folgt uns auf Instagram und im Hafen. | Folgt uns auf Instagram, YouTube und im Hafen. | ∅ → YouTube
de | Der Kurs findet über Zoom statt. | Der Kurs findet über Jitsi statt. | Zoom → Jitsi
de | Die Boote sind aus Holz, Stahl und Glas. | Die Boote sind aus Holz und Glas. | —
de | Es geht um Wasser, Wind und Wellen. | Es geht um Wasser und Wellen. | —
cs | Ada Novak ( 23. prosince 1986, Praha) je členkou MS Zlín. | Ada Novak ( 23. prosince 1986, Praha) je členkou KS Středočeský kraj. | MS Zlín → KS Středočeský kraj
cs | Předseda vyrazil uklízet do Vracova. | Předseda vyrazil uklízet do Vranovské vsi. | Vracova → Vranovské vsi
it | Il corso si tiene a Velm. | Il corso si tiene a Porto vecchio. | Velm → Porto vecchio
fr | La réunion a lieu à Velm. | La réunion a lieu à Orsk plage. | Velm → Orsk plage
en | See the Kubra Platform design for how this works in the harbour. | See the Kubra Community Distribution design for how this works in the harbour. | Kubra Platform → Kubra Community Distribution
en | It is told in the Orsk Bylaws and Election Policy. | It is told in the Orsk Bylaws and Membership Policy. | Election Policy → Membership Policy
en | It is told in the Code of Conduct, Elections Policy and Signatory Policy. | It is told in the Code of Conduct, Boats Policy and Signatory Policy. | Elections Policy → Boats Policy
en | The paper was written by Christopher Webber and others. | The paper was written by Christine Lemmer-Webber and others. | Christopher Webber → Christine Lemmer-Webber
# Notes at a year, intervals that moved on, prices that moved, names that moved or stand in brackets, addresses beside names.
en | The rate fell to 27 per 1,000 boats in 1959.1 | The rate fell to 27 per 1,000 boats in 1959.11 | —
de | Das Amt wurde 1987.3 Danach kam der Hafen. | Das Amt wurde 1987.4 Danach kam der Hafen. | —
en | The rate fell to 27 per 1,000 boats in 1959.1 | The rate fell to 27 per 1,000 boats in 1961.1 | 1959.1 → 1961.1
en | Meeting on Mondays from 8:30am to 9:00am in the hall. | Meeting on Mondays from 9:00am - 10:00am in the hall. | 8:30am to 9:00am → 9:00am - 10:00am
de | Geöffnet von 9 Uhr bis 12 Uhr im Hafen. | Geöffnet von 12 Uhr - 15 Uhr im Hafen. | 9 Uhr bis 12 Uhr → 12 Uhr - 15 Uhr
en | The fair lasts from 3 May to 5 May in Velm. | The fair lasts from 5 May – 8 May in Velm. | 3 May to 5 May → 5 May – 8 May
fr | Ouvert de 9h00 à 12h00 au port. | Ouvert de 12h00 – 15h00 au port. | 9h00 à 12h00 → 12h00 – 15h00
en | Tickets were EUR 120 for club members and EUR 280 for everyone else, paid at the door. | Tickets were EUR 280, and EUR 120 for active members of the club, paid at the door. | —
de | Der Eintritt beträgt 12 Euro für Kinder und 28 Euro für alle anderen. | Der Eintritt beträgt 28 Euro, für Kinder des Vereins 12 Euro. | —
en | The storm killed 12 people and wounded 5 in the harbour. | The storm killed 5 people and wounded 12 in the harbour. | 12 → 5; 5 → 12
en | Ada's day job is in the harbour, where she is a manager at Open Boats. | Ada's day job at OpenBoats is in the harbour, where she is a manager. | —
en | The fund of Data Harbour pays for the boats in Velm. | The fund pays for the boats of DataHarbour in Velm. | —
en | It will take place in Velm (Norland) in the spring. | It will take place in Orsk (Sudland) in the spring. | Velm → Orsk; Norland → Sudland
fr | La rencontre a lieu à Velm (Norlande) au printemps. | La rencontre a lieu à Orsk (Sudlande) au printemps. | Velm → Orsk; Norlande → Sudlande
en | The talk is by Ada Holt (Velm) in the spring. | The talk is by Ada Holt (Orsk) in the spring. | Velm → Orsk
en | The rule is in force from [date] 2030 on for all boats. | The rule is in force from July 3, 2030 on for all boats. | [date] 2030 → July 3, 2030
en | The club talks (in harbour-talk on Freenode https://freenode.example) about its boats. | The club talks (in harbour-talk on OFTC https://www.oftc.example/) about its boats. | Freenode → OFTC
en | Meet us on Velmchat (https://velm.example/) every day. | Meet us on Orskchat (https://orsk.example/) every day. | Velmchat → Orskchat
cs | Úřad spravuje odbor hlavního architekta MV ČR, a to skrze tým. | Úřad spravuje odbor hlavního architekta v DIA, a to skrze tým. | MV ČR → DIA
sv | Plats: The Bishops Arms, Gamla stan i juni | Plats: The Bishops Arms, Bellmansgatan i juni | Gamla stan → Bellmansgatan
ja | 分からない場合は、IRCやSlackでお尋ねください。 | 分からない場合は、IRCでお尋ねください。 | Slack → ∅
ja | 連絡はSlackArchiveというサービスで行います。 | 連絡はMailArchiveというサービスで行います。 | SlackArchive → MailArchive
und | (stan: 4 lut 2030) | (stan: 6 lut 2030) | 4 lut 2030 → 6 lut 2030
en | Raised 135 of 213 by 4 paź 2030 in all. | Raised 135 of 213 by 6 paź 2030 in all. | 4 paź 2030 → 6 paź 2030
en | The club was started around 1999 and became a charity in 2004. | The club was started in December 1998 and became a charity in 2004. | 1999 → December 1998
da | Foreningen blev startet omkring 1999 og blev officiel i 2004. | Foreningen blev startet i december 1998 og blev officiel i 2004. | 1999 → december 1998
de | Der Verein entstand um 1999 und wurde 2004 eingetragen. | Der Verein entstand im Dezember 1998 und wurde 2004 eingetragen. | 1999 → Dezember 1998
# Claims that say the same, hedges, limits, what was cancelled, who speaks.
en | The rules are used to decrease the noise of boats at night. | The rules are used to increase the calm of boats at night. | —
en | The aim is to reduce the danger for swimmers in the bay. | The aim is to raise the safety for swimmers in the bay. | —
de | Das Ziel ist, die Gefahr im Hafen zu senken. | Das Ziel ist, die Sicherheit im Hafen zu erhöhen. | —
en | The rules are used to decrease the noise of boats at night. | The rules are used to increase the noise of boats at night. | decrease → increase
en | The list contains information about thousands of boats in the bay. | The list contains information about more than ten thousand boats in the bay. | thousands → ten thousand
en | The list contains details about hundreds of boats. | The list contains more than 900 boats. | hundreds → 900
en | It is not said which files were potentially seen by thieves. | It is not said which files may have been seen by thieves. | —
en | It is not said which files were potentially seen by thieves. | It is not said which files were seen by thieves. | potentially → ∅
de | Die Dateien wurden potenziell kopiert, sagt das Amt. | Die Dateien wurden kopiert, sagt das Amt. | potenziell → ∅
en | They do not require a fee from the members of the club. | They do not always require a fee from the members of the club. | not → not always
de | Die Boote liegen nicht im Hafen von Velm. | Die Boote liegen nicht immer im Hafen von Velm. | nicht → nicht immer
fr | Les bateaux ne sont pas au port de Velm. | Les bateaux ne sont pas toujours au port de Velm. | pas → pas toujours
de | Das Fest im Hafen wurde verschoben. | Das Fest im Hafen wurde abgesagt. | verschoben → abgesagt
fr | La fête du port est reportée. | La fête du port est annulée. | reportée → annulée
cs | „To je polovina všech lodí v přístavu,“ upozorňuje. | „To je polovina všech lodí v přístavu,“ upozorňuje Horák. | ∅ → Horák
en | “That is half of all boats in the harbour,” says. | “That is half of all boats in the harbour,” says Holt. | ∅ → Holt
# Blanks, terms, bounds in words, names beside nouns, what was closed or cancelled.
en | The week runs from XX to XX June in the harbour. | The week runs from 3 to 9 June in the harbour. | XX → 3; XX June → 9 June
de | Die Woche geht vom XX. bis zum XX. Juni im Hafen. | Die Woche geht vom 3. bis zum 9. Juni im Hafen. | XX → 3; XX. Juni → 9. Juni
de | Sie ist beschlussfähig, wenn mindestens X Mitglieder anwesend sind. | Sie ist beschlussfähig, wenn mindestens 5 Mitglieder anwesend sind. | X → 5
en | The board has X members from the harbour. | The board has 9 members from the harbour. | X → 9
en | We post all news of the harbour on X every day. | We post all news of the harbour on Bluesky every day. | X → Bluesky
fr | La machine lance automatiquement une installation de base. | La machine lance automatiquement après 10 minutes une installation de base. | ∅ → 10 minutes
en | The machine starts the pumps by itself at night. | The machine starts the pumps by itself after 10 minutes at night. | ∅ → 10 minutes
de | Die Maschine startet die Pumpen nachts von selbst. | Die Maschine startet die Pumpen nachts nach 10 Minuten von selbst. | ∅ → 10 Minuten
fr | Avec bientôt un million de tests, le port est connu. | Avec plus d'un million de tests, le port est connu. | bientôt → plus d'
it | Con poco più di un milione di test, il porto è noto. | Con quasi un milione di test, il porto è noto. | poco più di → quasi
en | The harbour has just over 900 boats in the summer. | The harbour has nearly 900 boats in the summer. | just over → nearly
de | Der Hafen hat etwas mehr als 900 Boote im Sommer. | Der Hafen hat fast 900 Boote im Sommer. | etwas mehr als → fast
en | The site was made by the team Datagir of the harbour office. | The site was made by the team of the harbour office. | Datagir → ∅
fr | Cette page a été faite par l'équipe Datagir de l'agence du port. | Cette page a été faite par l'équipe de l'agence du port. | Datagir → ∅
en | The Council met at noon in the harbour. | The City Council met at noon in the harbour. | —
pt | Os encontros são (28 de outubro) no porto de Velm. | Os encontros são (28 de outubro na Faculdade Estela) no porto de Velm. | ∅ → Faculdade Estela
en | The fair in Velm (from 27 April to 1 May 2016) was the first. | The fair in Velm 2016 (from 27 April to 1 May) was the first. | —
de | Name: Hafentreff Flensburg e. V. | Name: Bootsclub Flensburg e. V. | Hafentreff Flensburg → Bootsclub Flensburg
fr | L'appel aux sponsors est ouvert jusqu'à fin septembre. | L'appel aux sponsors est désormais terminé. | ouvert → terminé
en | The call for talks is open until 4 May. | The call for talks is now closed. | open → closed
de | Die Anmeldung ist bis zum 4. Mai geöffnet. | Die Anmeldung ist beendet. | geöffnet → beendet
en | The first conference of the harbour has been postponed to May 2031 | The first conference of the harbour has been canceled | postponed → canceled
es | La fiesta del puerto se pospuso al 4 de mayo. | La fiesta del puerto se canceló. | pospuso → canceló
# Clauses that went whole, bytes, states, negations, values that moved on, names said twice.
en | Some states, including Velmia, Orskia, Karskia, and Sundia, require a permit. | Some states require a permit. | —
de | Einige Länder, darunter Polen, Ungarn und Italien, verlangen eine Erlaubnis. | Einige Länder verlangen eine Erlaubnis. | —
fr | Certains pays, dont la Velmie, l'Orskie et la Karskie, demandent un permis. | Certains pays demandent un permis. | —
en | The fair is for Velm, Orsk, Karsk and Sund. | The fair is for Velm and Sund. | Orsk → ∅; Karsk → ∅
en | Uploads may have 2GB at most per day. | Uploads may have 2 gigabytes at most per day. | —
en | Uploads may have 2 GB at most per day. | Uploads may have 4 GB at most per day. | 2 GB → 4 GB
en | Write to the harbour office, Velm, California 90017 for a berth. | Write to the harbour office, Orsk, California 91202-2336 for a berth. | Velm → Orsk
en | You are allowed to submit to other fairs as long as the boat was made in the harbour during the event. | You are not allowed to submit to other fairs. | You are allowed to → You are not allowed to
de | Mitglieder dürfen Gäste mitbringen, wenn sie sich vorher im Büro anmelden. | Mitglieder dürfen keine Gäste mitbringen. | Mitglieder dürfen Gäste mitbringen → Mitglieder dürfen keine Gäste mitbringen
en | You may submit many boats if they were made here. | You may not submit many boats. | You may submit many → You may not submit many
en | Boats are sold with a lid if the buyer asks for one in time. | Boats are sold without a lid. | are sold with a lid → are sold without a lid
en | Use one or two typefaces in all posters of the harbour. | Use two or three typefaces in all posters of the harbour. | one → two; two → three
de | Nehmt eine oder zwei Lampen mit in den Hafen. | Nehmt zwei oder drei Lampen mit in den Hafen. | eine → zwei; zwei → drei
es | Vienen uno o dos barcos al puerto cada semana. | Vienen dos o tres barcos al puerto cada semana. | uno → dos; dos → tres
it | Prendete una o due lampade per il porto. | Prendete due o tre lampade per il porto. | una → due; due → tre
nl | Neem een of twee lampen mee naar de haven. | Neem twee of drie lampen mee naar de haven. | een → twee; twee → drie
fr | Prenez deux ou trois lampes pour le port. | Prenez trois ou quatre lampes pour le port. | deux → trois; trois → quatre
en | Plan of the year (Fall 2024 – Spring 2025) for the harbour | Plan of the year (Fall 2025 – Spring 2026) for the harbour | 2024 → 2025; 2025 → 2026
en | The course runs from autumn 2024 to spring 2025 in the harbour. | The course runs from autumn 2025 to spring 2026 in the harbour. | 2024 → 2025; 2025 → 2026
de | Der Kurs läuft vom Herbst 2024 bis zum Frühjahr 2025 im Hafen. | Der Kurs läuft vom Herbst 2025 bis zum Frühjahr 2026 im Hafen. | 2024 → 2025; 2025 → 2026
# Rates before their amount, other units, ranges at a head, Swedish days, prefixes, bounds of a half, months that are names.
de | Für das Amt sind pro Semester 60.000 € zur Verfügung zu stellen. | Für das Amt sind pro Haushaltsjahr 120.000 € zur Verfügung zu stellen. | pro Semester 60.000 € → pro Haushaltsjahr 120.000 €
en | The office pays per month 300 euros for each boat. | The office pays per year 3600 euros for each boat. | per month 300 euros → per year 3600 euros
fr | Le bureau verse par mois 300 euros au club. | Le bureau verse par trimestre 900 euros au club. | par mois 300 euros → par trimestre 900 euros
de | Für das Amt sind pro Jahr 60.000 € zur Verfügung zu stellen. | Für das Amt sind pro Jahr 80.000 € zur Verfügung zu stellen. | 60.000 € → 80.000 €
de | Anträge, die sieben Semester nach Ablauf nicht bezahlt wurden, verfallen. | Anträge, die 6 Monate nach Ablauf nicht bezahlt wurden, verfallen. | sieben Semester → 6 Monate
en | Boats that are three seasons old must be checked. | Boats that are 18 months old must be checked. | three seasons → 18 months
de | 13. bis 19. September | 20. bis 26. September | 13. → 20.; 19. September → 26. September
en | 3 to 9 June: open days in the harbour of Velm | 5 to 12 June: open days in the harbour of Velm | 3 → 5; 9 June → 12 June
sv | Den 24:e augusti håller klubben en fest i hamnen. | Den 23:e augusti håller klubben en fest i hamnen. | 24:e augusti → 23:e augusti
sv | Festen är den 1:a maj i hamnen. | Festen är den 2:a maj i hamnen. | 1:a maj → 2:a maj
es | Usa un lenguaje claro con todas las personas del puerto. | Usar un lenguaje claro con todas las personas del puerto. | —
es | Presta atención a los barcos del puerto. | Prestar atención a los barcos del puerto. | —
de | Kurze Wiederholung des Konzepts von Booten im Hafen | Kurze Erklärung des Konzepts von Booten im Hafen | —
pl | Na łodzi jest to niemożliwe w zimie i latem. | Na łodzi jest to możliwe w zimie i latem. | niemożliwe → możliwe
cs | Vstup do přístavu je v noci nebezpečný pro všechny. | Vstup do přístavu je v noci bezpečný pro všechny. | nebezpečný → bezpečný
ru | Вход в порт ночью невозможен для всех лодок. | Вход в порт ночью возможен для всех лодок. | невозможен → возможен
de | Sie ist beschlussfähig, wenn mehr als die Hälfte der Mitglieder anwesend ist. | Sie ist beschlussfähig, wenn mindestens die Hälfte der Mitglieder anwesend ist. | mehr als → mindestens
fr | Le vote est valable si plus de la moitié des membres est présente. | Le vote est valable si au moins la moitié des membres est présente. | plus de → au moins
en | The vote is valid if more than half of the members are there. | The vote is valid if at least half of the members are there. | more than → at least
es | El voto vale si está más de la mitad de los socios. | El voto vale si está al menos la mitad de los socios. | más de → al menos
sv | Gruppansvarig: Vida Sihl | Gruppansvarig: August Ericsson | Vida Sihl → August Ericsson
en | The office is led by April Marr in the harbour. | The office is led by June Holt in the harbour. | April Marr → June Holt
en | The office is open in April in the harbour. | The office is open in June in the harbour. | April → June
en | Chairs: Ada Holt and Ida Lund | Chairs: Uwe Marr and Eva Quist | Ada Holt → Uwe Marr; Ida Lund → Eva Quist
it | Il presidente rimarrà in carica per il triennio 2022/2025 con il consiglio. | Il presidente rimarrà in carica per il triennio 2025/2028 con il consiglio. | 2022 → 2025; 2025 → 2028
en | The plan of the harbour for 2022/25 was passed in May. | The plan of the harbour for 2025/28 was passed in May. | 2022/25 → 2025/28
# Days on which a source was seen, files, stamps, lists that changed order.
de | [SKZL] Webseite der Kanzlei von Velm. [Gesehen 11.04.2024]. | [SKZL] Webseite der Kanzlei von Velm. [Gesehen 13.03.2026]. | —
en | Harbour Office, Rules for boats, accessed 4 May 2030. | Harbour Office, Rules for boats, accessed 9 June 2031. | —
fr | Bureau du port, Règles (consulté le 4 mai 2030). | Bureau du port, Règles (consulté le 9 juin 2031). | —
en | Retrieved May 17, 2021 from the site of the harbour office. | Retrieved March 20, 2026 from the site of the harbour office. | —
en | The files were accessed on 4 May 2030 by thieves in the harbour. | The files were accessed on 9 May 2030 by thieves in the harbour. | 4 May 2030 → 9 May 2030
de | Setzt das Bild mit "titelbild.webp" auf die Seite des Hafens. | Setzt das Bild mit "titelbild_gross.webp" auf die Seite des Hafens. | —
sv | Senast uppdaterad i Rättsbaser: 2026-04-13 | Senast uppdaterad i Rättsbaser: 2026-04-22 | —
it | Ultima modifica: Angelo - 29.08.2015 | Ultima modifica: Angelo - 04.02.2016 | —
ja | 会員は寄稿記事・体験談を読むことができます。 | 会員は体験談・寄稿記事を読むことができます。 | —
# Ranges of days, months that are no names, brackets, parts of names with a hyphen.
de | Die Akademie findet vom 19.–27. August im Hafen statt. | Die Akademie findet vom 18.–26. August im Hafen statt. | 19. → 18.; 27. August → 26. August
en | We announce the July release of the boats. | We announce the June release of the boats. | July → June
en | July Holt leads the office of the harbour. | June Marr leads the office of the harbour. | July Holt → June Marr
en | The shed opened Feburary 2023 and now has three rooms. | The shed opened February 2023 and now has three rooms. | —
it | Costa 12 euro ed è valida per l'intero anno nel porto. | Costa 13 euro (6 euro se hai meno di 40 anni) ed è valida per l'intero anno nel porto. | 12 euro → 13 euro
de | Gäste kommen aus den USA, Asien, Ungarn und Österreich. | Gäste kommen aus den USA, Afrika, Ungarn und Österreich. | Asien → Afrika
de | Wir waren auf der Sommer-ZaPF 2019 im Hafen. | Wir waren auf der Winter-ZaPF 2019 im Hafen. | Sommer-ZaPF → Winter-ZaPF
en | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx! boats of Velm | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx! ships of Velm | —
`;

const rows = CASES.split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" | ") as [lang: string, before: string, after: string, told: string]);

test.each(rows)("%s: %s → %s tells %s", (lang, before, after, told) => {
  const { facts } = compareSentences(before, after, lang === "und" ? {} : { lang });
  const shown = facts.map((fact) => `${fact.before ?? "∅"} → ${fact.after ?? "∅"}`);
  expect(shown).toEqual(told === "—" ? [] : told.split("; "));
});
