/** "This week", "diese Woche", "ce mardi": a time, known without the sentence before. In lower case, at the start of a text. */
export const THIS_TIME =
  /^(?:this|dies(?:e[rsnm]?)?|cet(?:te)?|ce|este|esta|quest[oa]|deze|dit) (?:week|month|year|morning|afternoon|evening|weekend|summer|spring|autumn|fall|winter|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday|woche|monat|jahr|wochenende|sommer|frühling|frühjahr|herbst|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|semaine|mois|année|matin|soir|week-end|été|automne|hiver|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semana|mes|año|mañana|tarde|verano|invierno|otoño|primavera|lunes|martes|miércoles|jueves|viernes|sábado|domingo|settimana|mese|anno|mattina|maand|jaar|weekend)(?!\p{L})/u;

/** How a sentence opens that is of the one before: "If so", "In diesem Fall", "Das ist". A part of a pattern, in lower case. */
export const POINTS_BACK =
  "if (?:so|not|yes)|in (?:that|this) case|(?:wenn|falls) (?:ja|nicht|nein)|in (?:diesem|dem) fall|si (?:oui|non|c['’]est le cas)|" +
  "dans ce cas|si (?:es así|no)(?=,)|en (?:ese|este|tal) caso|in (?:questo|tal) caso|(?:nesse|neste) caso|zo (?:ja|niet)|" +
  "indeed|en effet|en efecto|in effetti|com efeito|in der tat|de fait|de hecho|infatti|" +
  "das (?:ist|sind|war|waren|hat|haben|bedeutet|heißt|wird|kann|soll|gilt)";

/**
 * "Since that explosion", "Depuis cet accident": a time, a place or a reason that the sentence before named, but for {@link THIS_TIME}. In
 * lower case, at the start of a text; the group has the words from the pronoun on.
 */
const REFERS_BEHIND =
  /^(?:(?:since|after|before|during|in|at|on|with|despite|under|following|for|from|by|until)(?= (?:that|those|these) )|(?:depuis|après|avant|pendant|à|dans|selon|malgré|avec|pour|par|sur|lors de)(?= (?:cet|cette|ces|ce) )|(?:seit|nach|vor|bei|mit|in|auf|trotz|während|wegen|aus|für|durch)(?= (?:diese[mrsn]?|jene[mrsn]?) )|(?:dopo|da|prima di|in|con|per|secondo)(?= (?:quest[oaei]|quell[oaei]) )|(?:desde|tras|en|con|por|para|según)(?= (?:es[eoa]s?|est[eoa]s?|aquel(?:la|los|las)?) )|(?:desde|após|com|em|para|sobre)(?= (?:ess[ea]s?|est[ea]s?|aquel[ea]s?) ))( \S.*)/u;

/** Whether a sentence opens with what the one before it named: "Since that explosion". Lower case. */
export function refersBehind(opening: string): boolean {
  const [, rest] = REFERS_BEHIND.exec(opening) ?? [];
  return rest !== undefined && !THIS_TIME.test(rest.trim());
}
