const TEXT_WORDS =
  "(?:this|the following|cet|cette|ce|dieser|diese|este|esta|questo|dit|deze) (?:guest )?(?:post|article|story|piece|essay|interview|page|billet|texte|artikel|beitrag|text|artículo|texto|entrada|articolo|bericht)";
const PUBLISHED =
  "(?:was |has been |is )?(?:originally |first |also |cross-?)(?:appeared|published|posted|ran)|(?:est|a été) (?:initialement |d['’]abord )?(?:paru|publié)|(?:erschien|wurde) (?:zuerst|ursprünglich)|(?:fue|se) public(?:ó|ado) (?:originalmente|por primera)|è (?:stato )?(?:apparso|pubblicato) (?:originariamente|per la prima)";
/** Where a text was published before, and who wrote it as a guest; a note of the editors. */
const ABOUT_TEXT = new RegExp(
  `^[^\\p{L}]{0,4}(?:${TEXT_WORDS} (?:${PUBLISHED})|originally (?:published|posted|appeared)|this is a (?:guest|cross)[- ]?post|in this (?:(?:blog )?post|article|section|guide|report),? (?:i|we|you)(?!\\p{L})|${TEXT_WORDS} (?:provides|gives|offers) (?:an?|some|the) (?:\\p{L}+ )?(?:overview|introduction|summary|update)|the audience (?:for|of) this (?:post|article|section|guide)|vous (?:re)?trouverez (?:dans (?:cet|ce)|ici)|dans (?:cet article|ce billet),? (?:je|nous|vous)|in diesem (?:beitrag|artikel) (?:\\p{L}+ )?(?:ich|wir|sie|ihr)(?!\\p{L})|en este (?:artículo|texto),? |(?:\\S{1,12} )?editor['’]?s['’]? note:|note de la rédaction|anmerkung der redaktion|nota de la redacción)`,
  "iu",
);

/** "This post is part of a series", "Welcome to another edition": what is said before the text begins. */
const BEFORE_TEXT = new RegExp(
  `^[^\\p{L}]{0,4}(?:${TEXT_WORDS} (?:is|was|belongs|est|ist|es|è) (?:a |an |the |une? |la |le |der |die |el )?(?:part|first|second|third|last|continuation|follow-up|partie|suite|première?|teil|erste|zweite|parte|primera?|segunda?)|(?:hello|hi|hey|welcome|bienvenue|willkommen|bienvenid[oa]s?|benvenut[io])(?: there)?[,!]?[^.!?]{0,60}(?:edition|report|issue|episode|newsletter|series|ausgabe|folge|édition|numéro|edición|número)(?!\\p{L}))`,
  "iu",
);
/** "We hope that you and your loved ones are well": a wish. */
const WISH =
  /^[^\p{L}]{0,4}(?:(?:(?:i|we) )?(?:(?:truly|really|all|sincerely) )*hope (?:that )?(?:you|this (?:\p{L}+ ){1,2}finds you)(?: and [^.,]{3,40})? (?:(?:are|is)(?: all)? )?(?:(?:keeping|doing|staying) )?(?:safe and )?(?:well|safe|fine|healthy)|(?:wir|ich) hoffen?,? (?:dass )?(?:ihr|sie|es euch|es ihnen)(?: [\p{L},]+){0,5} (?:gesund|gut|wohlauf)|(?:nous |j['’]|je )?esp(?:érons|ère) que (?:vous|tu)(?: \p{L}+){0,3} (?:allez|vas|portez) (?:tous )?bien|(?:espero|esperamos) que (?:\p{L}+ ){0,3}(?:estéis|estén|encuentren|encontréis)(?: todos)? (?:muy )?bien)(?!\p{L})/iu;
/** Thanks for a picture, and who made it. */
const PICTURE_CREDIT =
  /^[^\p{L}]{0,4}(?:(?:special |many )?thanks to .{3,80} for (?:this|the|these|his|her|their) (?:image|photo|picture|illustration|graphic)|(?:cover |header |title |featured )?(?:photo(?:graph)?|image|picture|illustration|foto|bild|titelbild|imagen?|imagem|immagine)s? (?:by|from|courtesy|von|de|par|di|por|©|\(c\)) )/iu;
/** "Contact: Ada Holt, tel. 01 23 45": whom to write to. */
const CONTACT =
  /^[^\p{L}]{0,4}(?:(?:media |press )?contacts?|kontakt|contacto|contatt[oi]|contato|ansprechpartner(?:in)?|presse)\s?:/iu;

/** "Made by: Ada Holt", "Realizado por: …". */
const MAKER =
  /^[^\p{L}]{0,4}(?:made|written|prepared|produced|compiled|realizad[oa]|elaborad[oa]|escrit[oa]|redactad[oa]|preparad[oa]|réalisé|rédigé|écrit|préparé|realizzato|scritto|a cura|erstellt|verfasst|geschrieben) (?:by|por|par|da|di|von)\s?:/iu;
/** "This article is no longer available for legal reasons". */
const GONE =
  /(?:article|text|content|page|video|artikel|beitrag|inhalt|seite|contenu|vidéo|contenido|artículo)s?(?!\p{L})[^.]{0,60}(?:no longer available|nicht mehr (?:zur verfügung|verfügbar|abrufbar)|plus disponible|ya no está disponible)(?!\p{L})/iu;
/** Thanks, apologies, and how pleased a speaker is to be there. */
const COURTESY =
  /^[^\p{L}]{0,4}(?:(?:i|we) (?:apologi[sz]e|(?:am|are) (?:\p{L}+ )?sorry|(?:would like to |want to |wish to )?thank)|(?:we|our) (?:sincere )?apolog|(?:sorry|apologies|my apologies) for|thank you|many thanks (?:for|to)|thanks (?:again |so much |very much )?for|thanks (?:again|so much|very much) to|a (?:big|huge|special) thank|(?:(?:i am|i['’]m|we are|we['’]re) (?:very |so )?|it is (?:my|an?|our) (?:great )?)(?:delighted|pleased|happy|honou?red|glad|pleasure|honou?r) to (?:see|be|join|welcome|speak|address|have you)|a (?:very )?warm welcome|(?:un grand |mille )?mercis? (?:à|aux?|pour)|danke|(?:vielen|herzlichen|besten) dank|mil gracias|mille grazie|muito obrigad[oa]|obrigad[oa] (?:a|por|pel)|muchas gracias|gracias por|grazie (?:a|per)|wir (?:bedanken uns|danken)|nous (?:remercions|tenons à remercier)|(?:quiero|queremos) agradecer|es tut (?:mir|uns) leid|wir entschuldigen)(?!\p{L})/iu;
/** "Thanks to Ada Holt and Ben Moor for reviewing this post!", "Ada et Ben, merci pour votre aide". */
const THANKS_NAMES =
  /^[^\p{L}]{0,4}(?:thanks to [^.!?]{2,150} for (?:contributing|helping|reviewing|writing|sharing|supporting|(?:their|his|her|your|all) )|(?:\p{Lu}[\p{L}’'-]{0,30}(?:, | (?:and|et|und|y|e|en) | )){1,12}(?:merci|thank you|thanks|danke|vielen dank|gracias|grazie|obrigad[oa]|bedankt) (?:\p{L}+ )?(?:pour|for|für|por|per|pel[oa]|voor) )/iu;
/** "Ladies, gentlemen and everybody else!", "Welcome to the last days before the fair!" */
const WELCOME =
  /^[^\p{L}]{0,4}(?:(?:ladies|mesdames|meine damen|señoras|signore|senhoras)[,\s][^.?]{3,120}|(?:welcome|(?:herzlich )?willkommen|bienvenue|bienvenid[oa]s|benvenut[ie]|bem-vind[oa]s|welkom) (?:back |chers amis )?(?:to|zu[mr]?|beim?|im?|aux?|à|al?|nel(?:la)?|ao?|op|bij)\s[^.?]{3,120})!$/iu;
/** "Learn how to …", "Discover our …", "Hier erfahren Sie": what the text promises, not what it says. */
const TEASER =
  /^[^\p{L}]{0,4}(?:(?:learn|discover|explore|uncover|find out|get to know|stay ahead|get ready|join us|meet|imagine) (?=\p{Ll})|get (?:all|the|your|more|our) |(?:here|this) is (?:how|why|what|everything)|here['’]s (?:how|why|what|everything|a look)|(?:aqui (?:estão|está)|aquí (?:están|tienes?|tiene)|hier sind|retrouvez|ecco) (?:as|os|las|los|die|der|les|nos|le|i|la|el) |here are (?:\p{L}+ )?(?:the|some|\p{N}+)|(?:how|why|warum|comment|pourquoi|cómo|por qué|wie (?!berichtet|bereits|schon|angekündigt|geplant|erwartet)\p{L}+) [^?,;:]*$|(?:what|where) (?:to|i|we|you|our|your) [^?]*$|everything (?:you|we) (?:need|want|have)|all you need|(?:hier )?erfahren sie|entdecke[n]?(?: sie)? |lernen sie|finden sie heraus|découvrez|apprenez|tout ce (?:que|qu['’])|descubr[ae]|conoce |aprende|todo lo que|scopri(?:te)? |tutto (?:quello|ciò) che|descubra|conheça|saiba )/iu;
/** Letters in which a sentence says so. */
const OPENING = 120;
const MAX_THANKS = 200;

const NEWSROOM =
  "newsroom|news (?:organi[sz]ation|outlet|site|service|agency)|newsletter|redaktion|nachrichtenredaktion|nachrichtenportal|rédaction|média|site d['’]information|medio|redacción|testata|redazione|portal de notícias|veículo";
/** "Harbour Ledger is an independent, nonprofit newsroom …": who tells it, in a paragraph of its own. */
const BY_NEWSROOM = new RegExp(
  `^[^\\p{L}]{0,4}(?:[^.!?]{2,60} (?:is|ist|est|es|è|é) (?:an?|eine?|une?|un[oa'’]?|uma?) (?:[\\p{L}-]+,? ){0,6}(?:${NEWSROOM})(?!\\p{L})|${TEXT_WORDS} (?:was |has been |is )?(?:produced|reported|supported|made possible|funded)(?: and \\p{L}+)? (?:by|in|with|through|as)|${TEXT_WORDS} (?:wurde|a été|fue|ha sido|è stat[oa]|foi) (?:\\p{L}+ )?(?:von|in|produ|réalis|elaborad|realizad|escrit|prodott|realizzat))`,
  "iu",
);
/** "Translation note: …", "Anmerkung zur Übersetzung: …": a note before the text. */
const NOTE =
  /^[^\p{L}]{0,4}(?:(?:translat(?:ion|or)|editor|author|publisher|editorial|editing)(?:['’]?s['’]?)? note|note (?:de|du|d['’]|des|sur)[^:.]{1,40}|anmerkung(?:en)?(?: [^:.]{2,40})?|nota (?:de|del|della?|do|da|sobre|sulla)[^:.]{1,40})\s?:/iu;

/** Whether a paragraph that opens with this sentence is a note about the text, whatever else it says. */
export function opensNote(sentence: string): boolean {
  const opening = sentence.slice(0, OPENING);
  return BY_NEWSROOM.test(opening) || NOTE.test(opening);
}

/** Whether a sentence stands beside the text: it greets, names who made a picture, or whom to write to. */
export function isBesideText(sentence: string): boolean {
  const opening = sentence.slice(0, OPENING);
  return [BEFORE_TEXT, PICTURE_CREDIT, CONTACT, MAKER, WISH, GONE].some((form) => form.test(opening));
}

/** Whether a sentence says no news: it is about its text, a courtesy, a promise of what the text tells, or stands in brackets. */
export function saysNoNews(sentence: string): boolean {
  const opening = sentence.slice(0, OPENING);
  const thanks = sentence.slice(0, MAX_THANKS);
  return (
    opensNote(sentence) ||
    [ABOUT_TEXT, COURTESY, TEASER].some((form) => form.test(opening)) ||
    [THANKS_NAMES, WELCOME].some((form) => form.test(thanks)) ||
    BRACKETED.test(sentence)
  );
}

const BRACKETED = /^\([^()]*\)[.!?]?$/u;
