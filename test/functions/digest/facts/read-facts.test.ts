import { describe, expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";

const told = (before: string, after: string, lang: string) =>
  compareSentences(before, after, { lang }).facts.map(
    ({ before: a = "∅", after: b = "∅", context, around }) =>
      context === undefined
        ? `${around?.lead ?? ""} [${a} → ${b}] ${around?.tail ?? ""}`.trim()
        : `${context}: ${a} → ${b}`,
  );

/** Kinds of facts that readers of real revisions found wrong or missing, each in sentences of our own. */
test.each([
  // A value is shown with words around it, whatever marks stand beside it.
  [
    "en",
    "Meet within sixty (60) hours after the vote.",
    "Meet within ninety (90) hours after the vote.",
    "Meet within … ( [60 → 90] )",
  ],
  [
    "en",
    "Crew-member dental cover: $97.20",
    "Crew-member dental cover: $97.30",
    "Crew-member dental cover: $97.20 → $97.30",
  ],
  [
    "en",
    "Chair: Ada Holt (2022-2029)",
    "Chair: Ada Holt (2022-2028)",
    "Ada Holt ( [2022-2029 → 2022-2028] )",
  ],
  ["en", "It leaves at 9:30 from pier 5.", "It leaves at 9:30 from pier 6.", "at 9:30 from pier [5 → 6]"],
  [
    "de",
    "Der Rat stützt sich auf Art. 13 Abs. 4 und Art. 20.",
    "Der Rat stützt sich auf Art. 13 Abs. 3 und Art. 20.",
    "Der Rat stützt sich auf [Art. 13 Abs. 4 → Art. 13 Abs. 3] und Art. 20",
  ],
  // References are one value.
  [
    "de",
    "Sie wählt ihn nach § 7 Absatz 5.",
    "Sie wählt ihn nach § 8.",
    "Sie wählt ihn nach [§ 7 Absatz 5 → § 8]",
  ],
  [
    "en",
    "Fees rise under Bylaw 1 Section 1.3.",
    "Fees rise under Bylaw 0 Section 1.2.",
    "Fees rise under [Bylaw 1 Section 1.3 → Bylaw 0 Section 1.2]",
  ],
  [
    "pt",
    "A taxa segue os artigos 41 e 43 deste plano.",
    "A taxa segue os artigos 34 e 35 deste plano.",
    "A taxa segue os [artigos 41 e 43 → artigos 34 e 35] deste plano",
  ],
  // Dates.
  [
    "de",
    "Am 19. November tagt der Rat.",
    "Am 23. November tagt der Rat.",
    "Am [19. November → 23. November] tagt der Rat",
  ],
  [
    "de",
    "Die Messe am 3. und 4. Mai ist frei.",
    "Die Messe am 5. und 4. Mai ist frei.",
    "Die Messe am [3. → 5.] und 4. Mai ist frei",
  ],
  [
    "de",
    "Offen ist am 12.8. im Hafen.",
    "Offen ist am 2.9. im Hafen.",
    "Offen ist am [12.8. → 2.9.] im Hafen",
  ],
  [
    "de",
    "Die Messe am 3. Mai ist frei.",
    "Die Messe vom 3. bis 5. Mai ist frei.",
    "Die Messe vom [3. Mai → 3. bis 5. Mai] ist frei",
  ],
  [
    "es",
    "Los cursos son en mayo y julio cada año.",
    "Los cursos son en mayo y octubre cada año.",
    "cursos son en mayo y [julio → octubre] cada año",
  ],
  ["en", "Boarding opens at 8:30.", "Boarding opens at 9.", "Boarding opens at [8:30 → 9]"],
  // A number whose preposition changed with it.
  [
    "en",
    "Keys go back after 90 days and are cut.",
    "Keys go back 30 days after the move and are cut.",
    "Keys go back [90 days → 30 days]",
  ],
  [
    "en",
    "It is open from early to late March 2031.",
    "It is open from early to late April 2031.",
    "is open from early to [late March 2031 → late April 2031]",
  ],
  [
    "en",
    "The copyright law of 2019 is in force.",
    "The copyright law of 2021 is in force.",
    "The copyright law of [2019 → 2021] is in force",
  ],
  // Names.
  [
    "en",
    "It works with other boats.",
    "It works with Vik and other boats.",
    "It works with [∅ → Vik] and other boats",
  ],
  [
    "en",
    "You need a stamp here.",
    "You need an ETA or a stamp here.",
    "You need an [∅ → ETA] or a stamp here",
  ],
  [
    "en",
    "The Port Board and Sea Council have a role in it.",
    "The Port Board has a role in it.",
    "The Port Board and [Sea Council → ∅] have a role in it",
  ],
  [
    "en",
    "We thank Jon Abell, Rita Litt and Bo Lind.",
    "We thank Jon Abell, Rita Littauer and Bo Lind.",
    "We thank Jon Abell, [Rita Litt → Rita Littauer] and Bo Lind",
  ],
  [
    "en",
    "It went from Austria to Velm.",
    "It went from Australia to Velm.",
    "It went from [Austria → Australia] to Velm",
  ],
  [
    "es",
    "Lo firma la Subsecretaría de Puertos y Mar Abierto.",
    "Lo firma la Subsecretaría de Barcos de la Costa y las Islas.",
    "Lo firma la Subsecretaría de [Puertos y Mar Abierto → Barcos de la Costa y las Islas]",
  ],
  [
    "no",
    "Møtet ledes av Styremedlem fra Havnen.",
    "Møtet ledes av Styreleder for Havnen.",
    "Møtet ledes av [Styremedlem fra Havnen → Styreleder for Havnen]",
  ],
  [
    "es",
    "La obra es de Haydee Svab y de Velm.",
    "La obra es de Haydée Svab y de Velm.",
    "La obra es de [Haydee Svab → Haydée Svab] y de Velm",
  ],
  [
    "it",
    "Lo chiedono presso Velmia.",
    "Lo chiedono presso Karskia secondo le regole del porto.",
    "Lo chiedono presso [Velmia → Karskia]",
  ],
  // An elided preposition before an article.
  [
    "fr",
    "Le port ferme dans le délai d'un an ici.",
    "Le port ferme dans le délai de deux ans ici.",
    "ferme dans le délai de [un an → deux ans] ici",
  ],
  [
    "cs",
    "Mluvil člen sdružení Beroum a starosta.",
    "Mluvil člen sdružení Beroun a starosta.",
    "Mluvil člen sdružení [Beroum → Beroun] a starosta",
  ],
  [
    "en",
    "The photo is by Petr Vrabec of Velm.",
    "The photo is by Petr Zewlak Vrabec of Velm.",
    "The photo is by [Petr Vrabec of Velm → Petr Zewlak Vrabec of Velm]",
  ],
  // Polarity.
  ["sv", "Klubben bör städa hamnen.", "Klubben ska städa hamnen.", "Klubben [bör → ska] städa hamnen"],
  [
    "en",
    "Help you can get here is free.",
    "Help you may be able to get here is free.",
    "Help you [can → may be able to] get here is free",
  ],
])("in %s is told: %s → %s", (lang, before, after, fact) => {
  expect(told(before, after, lang)).toEqual([fact]);
});

describe("nothing is told of", () => {
  test.each([
    ["marks of lists", "de", "(2):: Der Hafen bleibt zu.", "(1):: Der Hafen bleibt zu."],
    ["numbers of articles", "ja", "第37条（理事の数）", "第40条（理事の数）"],
    ["numbers of paragraphs", "en", "Two, the Act lays the ground.", "26 Two, the Act lays the ground."],
    ["a pronoun that opens", "en", "(DCP); These are boats.", "(DCP) are boats."],
    ["letters of annexes", "it", "Allegato D: Guida al porto", "Allegato C: Guida al porto"],
    ["the version of a text", "en", "Version 2.1", "Version 2.2"],
    ["years of a copyright", "en", "Text © 1996-2018 Port Club", "Text © 1996-2019 Port Club"],
    [
      "stamps beside other dates",
      "en",
      "Founded: 2019-02-03 Changed: 2024-05-06",
      "Founded: 2019-02-03 Changed: 2025-05-07",
    ],
    [
      "years after the mark of a copyright",
      "en",
      "Copyright (c) 2018 Port Club",
      "Copyright (c) 2019 Port Club",
    ],
    ["verbs that agree with their subject", "en", "Members do not pay.", "A member does not pay."],
    [
      "a verb before a month",
      "en",
      "The fee will start January 2031.",
      "The fee will take effect in January 2031.",
    ],
    [
      "a blank after a minus",
      "fr",
      "Reste à payer (46, −1 001,20 €) et dû.",
      "Reste à payer (46, − 1 001,20 €) et dû.",
    ],
    ["a tolerance", "fr", "Un écart de + ou – 2mm est admis.", "Un écart de + ou –2mm est admis."],
    ["the number of a figure", "it", "La figura 2 mostra barche.", "La figura mostra barche."],
    ["the sign of an ordinal", "it", "Il capo della PARTE IIIª parla.", "Il capo della PARTE III parla."],
    ["case endings", "cs", "Více o Brněnská oblasti je zde.", "Více o Brněnské oblasti je zde."],
    ["bytes in capitals", "es", "Un mapa de 53kb del puerto.", "Un mapa de 53 KB del puerto."],
    ["formulas", "en", "So $$u^2-5u+6$$ holds.", "So $$u^2-5u+6=(u-3)(u-2)$$ holds."],
    ["accounts with numbers", "en", "Ask Gerwin#2106 for keys.", "Ask Gerwin#0001 for keys."],
    ["paths", "en", "See /boats/2024 for more.", "See /boats/2025 for more."],
    ["mistyped words", "en", "Head of a Permanent Comission.", "Head of a Permanent Commission."],
    ["mistyped openings", "en", "Upacking the van on deck.", "Unpacking the van on deck."],
    ["lost ligatures", "es", "Decide el Tribunal ConsƟtucional.", "Decide el Tribunal Constitucional."],
    [
      "accents of common words",
      "es",
      "Decide el Consejo Academico de Velm.",
      "Decide el Consejo Académico de Velm.",
    ],
    [
      "another country's spelling",
      "en",
      'The "Open Port License" applies.',
      'The "Open Port Licence" applies.',
    ],
    [
      "nouns of one stem",
      "de",
      "Sie besteht aus Vertretika der Häfen.",
      "Sie besteht aus Vertretern der Häfen.",
    ],
    [
      "what still stands",
      "de",
      "Er gilt, LGBl. 2019 Nr. 159, in der Fassung.",
      "Er gilt, LGBl. 2019 Nr. 159, sowie LGBl. 2013 Nr. 49, in der Fassung.",
    ],
    ["another reckoning", "sv", "Svara senast 14 dagar före valet.", "Svara senast två dagar efter mötet."],
    [
      "abbreviations of offices",
      "fr",
      "Le Plan stratégique du GC est prêt.",
      "Le Plan stratégique du gouvernement du Canada est prêt.",
    ],
  ])("%s", (_kind, lang, before, after) => {
    expect(told(before, after, lang)).toEqual([]);
  });
});
