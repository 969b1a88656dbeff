import { describe, expect, test } from "vitest";
import { compareSentences } from "../../../../../functions/digest/facts/facts.ts";

/** A sentence in two versions, and the one fact that is told of it. */
type Told = readonly [lang: string, before: string, after: string, told: string];
/** A sentence in two versions of which no fact is told. */
type Same = readonly [lang: string, before: string, after: string];

const NORMS: readonly Told[] = [
  ["en", "Tenants must sweep the stairs.", "Tenants should sweep the stairs.", "must → should"],
  ["en", "The registrar shall refuse the form.", "The registrar may refuse the form.", "shall → may"],
  ["en", "You can also renew it by post.", "You will renew it by post.", "can → will"],
  ["en", "We do record calls to this number.", "We may record calls to this number.", "do → may"],
  ["en", "We keep a copy of your letter.", "We may keep a copy of your letter.", "∅ → may"],
  ["en", "A helmet is mandatory here.", "A helmet is recommended here.", "mandatory → recommended"],
  [
    "en",
    "Applicants must enclose a photograph.",
    "Applicants need not enclose a photograph.",
    "must → need not",
  ],
  ["en", "Drivers must not idle the engine.", "Drivers should not idle the engine.", "must → should"],
  ["de", "Der Vorstand muss die Kasse prüfen.", "Der Vorstand soll die Kasse prüfen.", "muss → soll"],
  ["de", "Die Redaktion kürzt Leserbriefe.", "Die Redaktion kann Leserbriefe kürzen.", "∅ → kann"],
  [
    "fr",
    "Le candidat devra présenter un dessin.",
    "Le candidat pourra présenter un dessin.",
    "devra → pourra",
  ],
  ["es", "El socio debe firmar el acta.", "El socio puede firmar el acta.", "debe → puede"],
  ["es", "En el patio es necesario un pase.", "En el patio puede ser necesario un pase.", "es → puede ser"],
  [
    "it",
    "Gli ospiti devono lasciare le chiavi.",
    "Gli ospiti possono lasciare le chiavi.",
    "devono → possono",
  ],
  ["pt", "A comissão deverá ouvir os moradores.", "A comissão poderá ouvir os moradores.", "deverá → poderá"],
  ["nl", "De huurder moet de tuin verzorgen.", "De huurder mag de tuin verzorgen.", "moet → mag"],
];
const SAME_NORMS: readonly Same[] = [
  ["de", "Wird der Steg gesperrt, fährt ein Bus.", "Sollte der Steg gesperrt werden, fährt ein Bus."],
  ["en", "Will the pool close in winter?", "Can the pool close in winter?"],
  ["en", "You must not enter the vault.", "You may not enter the vault."],
  ["en", "The treasurer shall keep the books.", "The treasurer must keep the books."],
  ["en", "You will need to bring a cup.", "You must bring a cup."],
  ["en", "The crane must be able to lift the bell.", "The crane can lift the bell."],
  ["en", "It helps the crews to mend the nets.", "It helps crews, who can mend the nets."],
  ["de", "Der Gast kann den Garten benutzen.", "Der Gast darf den Garten benutzen."],
  ["de", "Ist ein Boot verloren, so haftet der Wart.", "Kann ein Boot verloren sein, so haftet der Wart."],
  ["de", "Der Wart soll das Boot einem Mieter geben.", "Das Boot soll einem Mieter gegeben werden."],
  ["nl", "Om dit te kunnen voorkomen is er een hek.", "Om dit te voorkomen is er een hek."],
];
const CERTAINTY: readonly Told[] = [
  ["en", "They treat it as suspected murder.", "They treat it as murder.", "suspected → ∅"],
  ["en", "The proof is probably wrong.", "The proof is provably wrong.", "probably → provably"],
  ["en", "The fee could and probably will rise.", "The fee will rise.", "could and probably will → will"],
  ["en", "The reef is safe for divers.", "The reef is considered safe for divers.", "∅ → considered"],
  ["en", "The lake often freezes over.", "The lake rarely freezes over.", "often → rarely"],
  ["en", "Our letters are answered in a week.", "Our letters are usually answered in a week.", "∅ → usually"],
  ["fr", "Il est possible que la route ferme.", "Il est probable que la route ferme.", "possible → probable"],
  ["de", "Das Tor ist immer offen.", "Das Tor ist manchmal offen.", "immer → manchmal"],
  ["it", "Le lettere arrivano il lunedì.", "Le lettere arrivano di solito il lunedì.", "∅ → di solito"],
];
const SAME_CERTAINTY: readonly Same[] = [
  ["en", "The pump works.", "The pump works as expected."],
  ["en", "The pipe is probably the cause.", "The pipe is likely the cause."],
  ["en", "Editors are to be kind to authors.", "Editors are expected to be kind to authors."],
  ["en", "A leak that has been reported is mended.", "A leak that has been is mended."],
  ["fr", "Peut-être le renard reviendra.", "Possiblement le renard reviendra."],
];
const QUANTITIES: readonly Told[] = [
  ["en", "All benches in the park were painted.", "Some benches in the park were painted.", "All → Some"],
  [
    "en",
    "Porters of the hall carry a whistle.",
    "Most porters of the hall carry a whistle.",
    "Porters of → Most porters of",
  ],
  ["en", "It is colder than almost any room.", "It is colder than any room.", "almost any room → any room"],
  ["de", "Alle Bänke sind gestrichen.", "Einige Bänke sind gestrichen.", "Alle → Einige"],
  ["fr", "Toutes les lampes sont allumées.", "Certaines lampes sont allumées.", "Toutes → Certaines"],
  ["nl", "Alle buren tekenden de brief.", "Sommige buren tekenden de brief.", "Alle → Sommige"],
];
const SAME_QUANTITIES: readonly Same[] = [
  ["en", "Many guests stayed for the speech.", "A lot of guests stayed for the speech."],
  ["en", "It is a beautiful quay of the coast.", "It is the most beautiful quay of the coast."],
  ["en", "The lift works with a key.", "The lift works only with a key."],
];
const BOUNDS: readonly Told[] = [
  ["nl", "Het plan wordt jaarlijks herzien.", "Het plan wordt minimaal jaarlijks herzien.", "∅ → minimaal"],
  ["it", "La caldaia si pulisce mensilmente.", "La caldaia si pulisce almeno mensilmente.", "∅ → almeno"],
  [
    "es",
    "La obra durará al menos seis semanas.",
    "La obra durará como máximo seis semanas.",
    "al menos → como máximo",
  ],
  ["fr", "Il faut deux témoins.", "Il faut au moins deux témoins.", "∅ → au moins"],
  ["fr", "Le prêt dure 12 semaines.", "Le prêt dure jusqu’à 12 semaines.", "∅ → jusqu’à"],
  ["fr", "Le club compte plus de 90 membres.", "Le club compte près de 90 membres.", "plus de → près de"],
  [
    "en",
    "The pool is free for guests aged 65.",
    "The pool is free for guests aged 65 or over.",
    "∅ → or over",
  ],
];
const SAME_BOUNDS: readonly Same[] = [
  ["en", "Take at least 12 lamps.", "Take 12 or more lamps."],
  ["en", "Send one of the forms.", "Send one or more of the forms."],
];
const NEGATIONS: readonly Told[] = [
  ["en", "The form is stamped.", "The form is un-stamped.", "form is stamped → form is un-stamped"],
  [
    "en",
    "They came without a lid.",
    "They came not without a lid.",
    "They came without a → They came not without a",
  ],
  [
    "en",
    "It is a common sight on the canal.",
    "It is a less common sight on the canal.",
    "is a common sight → is a less common sight",
  ],
  [
    "fr",
    "La tour a une seconde entrée.",
    "La tour n’a aucune seconde entrée.",
    "tour a une seconde entrée → n’a aucune seconde entrée",
  ],
  [
    "fr",
    "Le kiosque vend des cartes.",
    "Le kiosque ne vend plus de cartes.",
    "kiosque vend des cartes → ne vend plus de cartes",
  ],
  [
    "de",
    "Das Dach ist dicht.",
    "Das Dach ist noch nicht dicht.",
    "Dach ist dicht → Dach ist noch nicht dicht",
  ],
  [
    "es",
    "El quiosco vende sellos.",
    "El quiosco ya no vende sellos.",
    "El quiosco vende sellos → El quiosco ya no vende sellos",
  ],
  ["en", "It was famous ever since it burned.", "It was famous even before it burned.", "since → before"],
];
const SAME_NEGATIONS: readonly Same[] = [
  ["fr", "Un système (par encore mis en place)", "Un système (pas encore mis en place)"],
  ["fr", "Il y a un plafond de 45 requêtes pas seconde.", "Il y a un plafond de 45 requêtes par seconde."],
  ["en", "It is not not just a matter of sails.", "It is not just a matter of sails."],
  ["en", "They did not not only ask the crew.", "They did not only ask the crew."],
  [
    "fr",
    "Elle veut pas le plus grand mais le plus sûr.",
    "Elle veut non pas le plus grand, mais le plus sûr.",
  ],
  ["en", "Keep the non-stamped forms.", "Keep the un-stamped forms."],
  ["fr", "Il faut fermer avant qu’il pleuve.", "Il faut fermer avant qu’il ne pleuve."],
  ["fr", "Je ne sais pas où est la clé.", "Je sais pas où est la clé."],
  ["fr", "Le chien suit le bac.", "Le chien suit le bac d’un pas."],
  ["pt", "O barco fica do cais velho até a noite.", "O barco fica no cais velho até a noite."],
  ["en", "| Report | Archive |", "| Report | No | Archive |"],
  ["en", "The duty to pay rests with the firm.", "The firm is not bound to pay by duty."],
  ["de", "Es gilt, soweit nichts anderes bestimmt ist.", "Es gilt, soweit nicht etwas anderes bestimmt ist."],
  ["en", "It is the sum without any bread or soup.", "It is the price with the soup and bread off."],
];

describe.each([
  ["what is owed or allowed", NORMS, SAME_NORMS],
  ["certainty", CERTAINTY, SAME_CERTAINTY],
  ["quantity", QUANTITIES, SAME_QUANTITIES],
  ["a bound", BOUNDS, SAME_BOUNDS],
  ["negation", NEGATIONS, SAME_NEGATIONS],
])("%s", (_, told, same) => {
  test.each(told)("in %s is told: %s → %s", (lang, before, after, fact) => {
    expect(toldOf(lang, before, after)).toEqual([fact]);
  });
  test.each(same)("in %s stays: %s → %s", (lang, before, after) => {
    expect(toldOf(lang, before, after)).toEqual([]);
  });
});

function toldOf(lang: string, before: string, after: string): readonly string[] {
  return compareSentences(before, after, { lang })
    .facts.filter(({ kind }) => kind === "polarity")
    .map((fact) => `${fact.before ?? "∅"} → ${fact.after ?? "∅"}`);
}
