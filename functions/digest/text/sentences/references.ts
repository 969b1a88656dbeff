/** "This week", "diese Woche", "ce mardi": a time, known without the sentence before. In lower case, at the start of a text. */
export const THIS_TIME =
  /^(?:this|dies(?:e[rsnm]?)?|cet(?:te)?|ce|este|esta|quest[oa]|deze|dit) (?:week|month|year|morning|afternoon|evening|weekend|summer|spring|autumn|fall|winter|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday|woche|monat|jahr|wochenende|sommer|frühling|frühjahr|herbst|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|semaine|mois|année|matin|soir|week-end|été|automne|hiver|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semana|mes|año|mañana|tarde|verano|invierno|otoño|primavera|lunes|martes|miércoles|jueves|viernes|sábado|domingo|settimana|mese|anno|mattina|maand|jaar|weekend)(?!\p{L})/u;

/** How a sentence opens that is of the one before: "If so", "In diesem Fall", "Das ist". A part of a pattern, in lower case. */
export const POINTS_BACK =
  "if (?:so|not|yes)|in (?:that|this) case|(?:wenn|falls) (?:ja|nicht|nein)|in (?:diesem|dem) fall|si (?:oui|non|c['’]est le cas)|" +
  "dans ce cas|si (?:es así|no)(?=,)|en (?:ese|este|tal) caso|in (?:questo|tal) caso|(?:nesse|neste) caso|zo (?:ja|niet)|" +
  "das (?:ist|sind|war|waren|hat|haben|bedeutet|heißt|wird|kann|soll|gilt)";
