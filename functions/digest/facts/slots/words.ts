import { wordSet } from "../phrases.ts";
import type { Unit } from "../reading/types.ts";

/** Prepositions, articles and conjunctions of the languages we read: they say nothing by themselves. */
export const FUNCTION_WORDS = wordSet(
  "a an the of on in at by for from to until till since as with and or before after between during through around " +
    "about into within via per that this these those its their his her our your is are was were be been",
  "le la les l' un une des du de d' à au aux en dans par pour sur avec et ou dès depuis jusqu' jusqu'à jusqu'au " +
    "avant après ce cette ces son sa ses est sont",
  "der die das den dem des ein eine einen einem einer eines von vom zu zum zur im in am an auf bei mit und oder " +
    "für seit bis ab nach vor zwischen ist sind",
  "el la los las un una unos unas de del a al en por para con y o desde hasta antes después es son",
  "il lo la i gli le un uno una un' di del dello della dell' dei degli delle da dal dallo dalla dall' a al allo alla all' in nel nella nell' " +
    "con e o per tra fra dopo prima è sono",
  "het een van te op bij voor met en of o os as um uma do da dos das no na nos nas em com por pelo pela pelos pelas ao aos até deste desta destes destas neste nesta",
  "tot vanaf sinds tegen vóór na fino entro dal alla till från sedan före efter od do w z na i oraz dne dnia v ve ze ke při nad pod mezi przy dla przez pod medzi в на с до " +
    "после к по и om om til fra",
);
/** Auxiliaries, pronouns and the like: more of them say no more. */
export const SMALL_WORDS = wordSet(
  "do does did has have had having been being am not will would can could may might shall should must it he she " +
    "they we you i who which there here also so then than such one some any all each other more most very as if when " +
    "where while because but old aged year-old",
  "il elle ils elles on nous vous qui que dont où si ne pas plus aussi très tout tous toute toutes être avoir a ont été",
  "er sie es wir ihr man wer dass wenn auch sehr alle alles werden wird wurde wurden hat haben kann können soll " +
    "sollen muss müssen nicht nur",
  "ele ela eles elas esse essa esses essas este esta estes estas isso isto quem não mais todos todas",
  "él ella ellos eso esto que quien si no más muy todo todos también ser estar ha han fue fueron se su",
  "lui lei loro che chi se non più molto tutto tutti anche essere stato ha hanno si",
);
/** Prepositions after which a place, person or body stands. */
export const PREPOSITIONS = wordSet(
  "in at from to by for with near of via into on across within outside under",
  "à au aux en dans de du des d' par pour avec chez vers sur",
  "im am zum zur vom aus nach bei von mit zu",
  "en del con para por a al desde hacia",
  "na nas nos ao aos pelo pela pelos pelas em aan bij op tot uit voor av hos med till från",
  "according selon suivant laut gemäß según secondo conforme segundo volgens enligt",
  "in da dal dalla dall' di del della dell' a al alla all' con per nel nella nell' sul sulla sull' presso",
);
/** Words that join the members of an enumeration. */
export const JOINERS = wordSet(
  "and or et ou und oder sowie y o e & as well plus en of i и och eller og samt oraz lub albo nebo ve や",
);
/** Articles of the languages we read. */
export const ARTICLES = wordSet(
  "a an the le la les l' un une der die das den dem ein eine el los las una il lo gli de het een det",
);
/** Words that may stand inside a name. */
export const PARTICLES = wordSet(
  "of des de da del della di du des la le van von der den te ter ten bin ibn al el y and the for für zu zum & et d' l' dell'",
);
/** Small words inside one name, where no enumeration is meant. */
export const INNER_PARTICLES = wordSet(
  "of de da del della di du des la le van von der den te ter ten bin ibn al el für zu zum d' l' for",
);
/** Titles and offices introduce a name and are not part of it. */
export const TITLES = wordSet(
  "marquis marquess duke duchess earl count countess baron viscount mr mrs ms miss dr prof professor president premier chancellor minister secretary ambassador envoy governor gov mayor senator sen " +
    "congressman congresswoman representative rep judge justice king queen prince princess pope pharaoh emperor empress general gen colonel col major maj " +
    "captain capt lieutenant lt sergeant sgt admiral adm sir lady lord chairman chairwoman spokesman spokeswoman spokesperson director " +
    "chief commissioner sheriff detective officer bishop archbishop cardinal imam rabbi reverend rev coach ceo herr " +
    "frau monsieur madame mme m señor señora sr sra vice-president vicepresident treasurer président présidente " +
    "vice-président vice-présidente secrétaire vice-secrétaire trésorier trésorière vice-trésorier vice-trésorière presidente presidenta " +
    "vicepresidente vicepresidenta secretario secretaria tesorero tesorera segretario segretaria tesoriere vorsitzender vorsitzende " +
    "schriftführer schriftführerin kassier kassierer kassenwart",
);
/** What is owed or allowed, which standards write in capitals. */
export const MODALS = wordSet(
  "must shall should may can not required recommended optional muss müssen soll sollen sollte sollten kann können darf dürfen " +
    "doit doivent devrait devraient peut peuvent debe deben debería deberían puede pueden deve devono devem dovrebbe " +
    "dovrebbero può possono pode podem moet moeten zou kan kunnen mag mogen",
);
/** Legal forms of companies: no part of their names. */
export const LEGAL_FORMS = wordSet(
  "inc ltd llc llp corp plc limited gmbh ag kg sarl sas srl spa bv nv oy ab pty",
);
/** Words of time that may come or go with a date. */
const DATE_LEADS = wordSet(
  "starting beginning effective now then currently dated early late mid end as still time writing partir compter ingang effect force wirkung effet " +
    "aujourd'hui ore uhr heures hours today no later than tentative",
);

/** Whether a unit is a word that says something, even beside a date. */
export function isContent({ sort, key }: Unit): boolean {
  return sort === "word" && !FUNCTION_WORDS.has(key) && !DATE_LEADS.has(key);
}
/** "52" and "52 years old" are one age: units of numbers, and words after them. */
export const AGES = wordSet("year jährige jähriger jähriges jährigen old alt aged");
