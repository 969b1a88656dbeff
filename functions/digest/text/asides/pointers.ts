/** How a sentence opens that only sends readers elsewhere: "Read the FAQ", "Siehe …", "Pour en savoir plus". */
const SENDS =
  /^[^\p{L}]{0,4}(?:(?:note|hinweis|nota|remarque|opmerking|poznámka|uwaga): )?(?:(?:please )?(?:read|see|visit|follow the links?|click|scroll (?:down|up)|sign up|subscribe|check out|refer to|consult|view|browse|go to|head to|(?:have|take) a look)|learn more|find out|for (?:more|further|additional|full)|more (?:information|details)|voir|consulte[zr]|cliquez|cliquer|rendez-vous|lisez|jetez un œil|inscrivez-vous|abonnez-vous|pour (?:en savoir plus|plus d)|plus d['’]information|siehe|s\.|lesen sie|besuchen sie|klicken sie|abonnieren sie|hier den newsletter|melden sie sich|mehr (?:infos|informationen|dazu)|weitere (?:infos|informationen)|ver|véase|consulte|visite|lea|haz clic|haga clic|suscríb[ea](?:te|se)|más información|para más|vedi|leggi|consulta|clicca|iscriviti|per (?:saperne di più|maggiori)|ulteriori informazioni|zie|lees|klik|bekijk|meer (?:informatie|weten)|veja|leia|clique|saiba mais|para mais|mais informações|läs|klicka|mer information|viz |přečtěte|více informací|zobacz|przeczytaj|więcej informacji)(?!\p{L})/iu;
/** The same behind what readers may want: "To install it, see …", "If you need to upgrade please follow …". */
const SENDS_WHO =
  /^[^\p{L}]{0,4}(?:to|for|if you|should you|now that|once you|when you|before you|um|wenn sie|falls sie|pour|si vous|para|si|per|se)\s.{3,120}?[\s,](?:please )?(?:see|watch|listen to|follow|read|visit|refer to|check out|contact|consult|siehe|lesen sie|besuchen sie|voir|consulte[zr]|suivez|contactez|consulte|visite|vea|contacte|consulta|visita)\s(?:the|this|our|us|that|how|these|https?|www|die|den|das|unsere?|la|le|les|nos|notre|el|los|las|nuestr[ao]s?|il|lo|i|gli)(?!\p{L})/iu;
/** "For details of X, read Y": as above, whatever is to be read. */
const SENDS_FOR =
  /^[^\p{L}]{0,4}for (?:details|information|help|advice|guidance|support|queries|questions|enquiries)(?!\p{L}).{3,240}, (?:please )?(?:read|see|visit|check|contact|go to|refer to|email|call) /iu;
/** What only the next lines say: "the following questions". */
const AHEAD =
  /(?<!\p{L})(?:(?:the|these) following|as follows|(?:listed|described|shown|set out) below|les? suivante?s?|la suivante|ci-dessous|ci-après|folgenden?|wie folgt|unten|siguientes?|a continuación|seguent[ei]|qui sotto|volgende|hieronder|seguintes?|abaixo|följande|nedan|následující|níže|następując\p{L}{1,3}|poniżej)(?!\p{L})/iu;
/** Where what tells more can be had: "The full changelog can be found on the forum". */
const HELD =
  /^[^\p{L}]{0,4}(?:\p{L}+ ){0,4}(?:changelogs?|details|information|notes|documentation|instructions|results|application|proposal|presentation|post|article|talk|video|interview|présentation|agenda|minutes|slides|recordings?|photos|pictures|programme|schedule|list|report|text|version|infos?|informationen|einzelheiten|unterlagen|bilder|fotos|programm|informations|détails|información|información|detalles|informazioni|dettagli)(?: \p{L}+){0,8} (?:can (?:also )?be (?:found|read|viewed|downloaded|seen|accessed)|(?:is|are) (?:also )?available|(?:gibt es|finde[nt] (?:sie|ihr|sich)|findet sich)|(?:est|sont) (?:aussi |également )?(?:disponibles?|accessibles?)|(?:está|están) disponibles?|(?:è|sono) disponibil[ei]) (?:\p{L}+ )?(?:here|on|at|in|under|from|via|hier|unter|auf|in|im|ici|sur|dans|aquí|en|qui|su|sul)(?!\p{L})/iu;
const HELD_ON =
  /^[^\p{L}]{0,4}(?:\p{L}+ ){0,4}(?:changelogs?|release notes|details)(?: \p{L}+){0,8} (?:is|are) (?:on|in|at) (?:the|our)(?!\p{L})/iu;
/** Letters of a sentence that are looked at. */
const SEARCHED = 400;

/** Whether a sentence says nothing alone: it sends readers elsewhere, or to what follows. Constant cost. */
export function isPointer(sentence: string): boolean {
  return sendsElsewhere(sentence) || AHEAD.test(sentence.slice(0, SEARCHED));
}

/** Whether a sentence only tells readers where else to look. Constant cost. */
export function sendsElsewhere(sentence: string): boolean {
  const text = sentence.slice(0, SEARCHED);
  return [SENDS, SENDS_WHO, SENDS_FOR, HELD, HELD_ON].some((form) => form.test(text));
}
