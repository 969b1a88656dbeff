import { phrasesOf, wordSet } from "../phrases.ts";

/**
 * The degrees of a claim, by scale: how sure it is, what is owed or allowed, how often it holds, and of how many. Words of
 * one degree say the same; a word of several is a phrase. A cue belongs to the degree that it stands for, in the line of its
 * language. Lists of our own, after the hedges of BioScope (Vincze et al. 2008) and the modal verbs of RFC 2119.
 */
const SCALES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claim: {
    certain:
      "guilty|convicted|guilty of|convicted of|certainly|definitely|certain|surely|provably|undoubtedly|confirmed|" +
      "certainement|sûrement|sicher|gewiss|ciertamente|seguramente|certamente|zeker",
    likely:
      "likely|probably|probable|presumably|expected|is expected to|are expected to|is set to|almost certainly|wants to|" +
      "plans to|wahrscheinlich|voraussichtlich|vermutlich|wohl|probablement|vraisemblablement|sans doute|" +
      "probablemente|probabilmente|probabile|provavelmente|provável|waarschijnlijk|vermoedelijk|вероятно|troligen|" +
      "förmodligen|prawdopodobnie|muhtemelen",
    unlikely: "unlikely|unwahrscheinlich|improbable|improbabile|improvável|onwaarschijnlijk",
    possible: "possible|möglich|posible|possibile|possível|mogelijk",
    alleged:
      "allegedly|alleged|reportedly|reported|reported to|supposedly|purportedly|suspected|suspected of|apparently|" +
      "unconfirmed|seemingly|accused|accused of|thought by some|seen as|regarded as|considered|is said to|are said to|" +
      "is believed to|are believed to|is thought to|are thought to|seems to|seem to|appears to|appear to|believed to|" +
      "thought to|said to|claims to|claim to|claimed to|" +
      "angeblich|mutmaßlich|mutmaßliche|mutmaßlichen|mutmaßlicher|mutmasslich|vermeintlich|offenbar|anscheinend|" +
      "dem vernehmen nach|" +
      "prétendument|présumé|présumée|présumés|apparemment|selon certains|aurait|auraient|serait|seraient|" +
      "supuestamente|presuntamente|presunto|presunta|presuntos|al parecer|aparentemente|habría|habrían|" +
      "presumibilmente|presunti|a quanto pare|avrebbe|avrebbero|sarebbe|sarebbero|" +
      "alegadamente|supostamente|ao que parece|vermeend|naar verluidt|kennelijk|blijkbaar|rzekomo|podobno|якобы|" +
      "предположительно|påstås|iddia",
    tentative: "tentative|tentatively|provisional|provisionally|preliminary",
    would: "would|würde|würden",
    will: "will|wird|werden|va|zal|zullen",
    shall: "shall|ska|skall|skal",
    must:
      "must|have to|has to|need to|needs to|will need to|will have to|is required to|are required to|required|mandatory|" +
      "compulsory|obligatory|obliged|muss|müssen|hat zu|haben zu|verpflichtend|doit|doivent|devra|devront|il faut|" +
      "obligatoire|debe|deben|deberá|deberán|tiene que|tienen que|obligatorio|obligatoria|deve|devono|devem|dovrà|" +
      "dovranno|deverá|deverão|obbligatorio|obbligatoria|obrigatório|obrigatória|moet|moeten|dient|dienen|verplicht|" +
      "måste|musi|muszą|musí|должен|должна|должно|должны|обязан|обязаны",
    should:
      "should|ought|ought to|recommended|encouraged|advised|soll|sollen|sollte|sollten|empfohlen|devrait|devraient|recommandé|" +
      "recommandée|debería|deberían|recomendado|recomendada|dovrebbe|dovrebbero|consigliato|deveria|deveriam|" +
      "zou moeten|aanbevolen|bör|borde|bør|burde|powinien|powinna|powinno|powinni|powinny|следует",
    free: "need not|needn't|do not have to|does not have to|don't have to|doesn't have to|do not need to|don't need to",
    can: "can|able to|is able to|are able to|allowed|allowed to|permitted|permitted to",
    may:
      "may|might|could|may well|could well|kann|können|darf|dürfen|könnte|könnten|peut|peuvent|pourra|pourront|" +
      "pourrait|pourraient|puede|pueden|podrá|podrán|podría|podrían|può|possono|potrà|potranno|potrebbe|potrebbero|" +
      "pode|podem|poderá|poderão|poderia|poderiam|kan|kunnen|mag|mogen|może|mogą|může|mohou|может|могут",
    perhaps:
      "perhaps|maybe|possibly|potentially|vielleicht|potenziell|potentiellement|potencialmente|potenzialmente|potentieel|möglicherweise|eventuell|peut être|possiblement|quizá|quizás|tal vez|" +
      "posiblemente|forse|magari|possibilmente|talvez|possivelmente|misschien|wellicht|возможно|möjligen|kanske|" +
      "możliwe|belki",
  },
  frequency: {
    always: "always|immer|stets|toujours|siempre|sempre|altijd|всегда|alltid|zawsze",
    usual:
      "usually|generally|typically|normally|mostly|often|frequently|meist|meistens|normalerweise|gewöhnlich|" +
      "üblicherweise|in der regel|häufig|oft|généralement|habituellement|en général|souvent|d' habitude|" +
      "normalmente|generalmente|habitualmente|por lo general|a menudo|frecuentemente|di solito|solitamente|di norma|" +
      "spesso|in genere|geralmente|em geral|habitualmente|frequentemente|meestal|doorgaans|gewoonlijk|vaak",
    sometimes:
      "sometimes|occasionally|at times|in some cases|in certain cases|manchmal|gelegentlich|mitunter|teilweise|parfois|" +
      "quelquefois|dans certains cas|a veces|en algunos casos|ocasionalmente|a volte|talvolta|in alcuni casi|às vezes|" +
      "em alguns casos|soms|in sommige gevallen",
    rarely: "rarely|seldom|selten|rarement|raramente|raras veces|rara vez|zelden",
  },
  quantity: {
    all: "all|every|each|all of|each of|every one of|alle|sämtliche|jede|jeder|jedes|tous|toutes|todos|todas|tutti|tutte",
    most:
      "most|most of|the majority of|nearly all|almost all|die meisten|fast alle|la plupart|la plupart des|presque tous|" +
      "la mayoría de|casi todos|la maggior parte|quasi tutti|a maioria|quase todos|de meeste|bijna alle",
    many:
      "many|many of|a lot of|lots of|numerous|viele|zahlreiche|beaucoup de|nombreux|nombreuses|muchos|muchas|" +
      "numerosos|molti|molte|numerosi|muitos|muitas|veel|vele",
    some:
      "some|some of|several|several of|a few|certain|various|einige|manche|mehrere|einzelne|certains|certaines|" +
      "quelques|plusieurs|algunos|algunas|ciertos|varios|alcuni|alcune|certi|alguns|algumas|vários|sommige|enkele",
    few: "few|few of|wenige|peu de|pocos|pocas|pochi|poche|poucos|poucas|weinig|weinige",
  },
};

/** What a cue says: its degree, and the scale that it is on. */
export interface Cue {
  readonly scale: string;
  readonly degree: string;
}

/** The cues of all scales by their words. */
export const CUES = phrasesOf(
  Object.entries(SCALES).flatMap(([scale, degrees]) =>
    Object.entries(degrees).flatMap(([degree, phrases]) =>
      phrases.split("|").map((phrase): [string, Cue] => [phrase, { scale, degree }]),
    ),
  ),
);
/** Degrees that mean something by themselves; the others only where they take each other's place. */
export const LONE_DEGREES = wordSet("may perhaps likely unlikely alleged tentative usual sometimes rarely");
/** Cues of other degrees that do so too; "soll" is hearsay as well as duty. */
export const LONE_CUES = wordSet("soll sollen");
/** "Almost any", "fast alle": short of all of them. */
export const ALMOST = wordSet(
  "almost nearly virtually practically fast nahezu beinahe presque quasi casi quase bijna vrijwel",
);
export const EVERY = wordSet(
  "all every any everyone everything anything always alle jede jeder jedes tous toutes tout toute todos todas " +
    "todo toda tutti tutte elke iedere",
);
/** Degrees that are one in many a sentence: permission, the future seen from the past, and what a norm says will be. */
export const SAME_DEGREES: ReadonlySet<string> = new Set(
  [
    "can may",
    "can possible",
    "may possible",
    "may perhaps",
    "will would",
    "shall will",
    "must shall",
    "certain will",
    "free may",
  ].flatMap((pair) => [pair, pair.split(" ").toReversed().join(" ")]),
);
