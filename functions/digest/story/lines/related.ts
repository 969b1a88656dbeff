import { lowerCase } from "./line-words.ts";

const MAX_BLOCK_HEADING = 70;
/** What links to other stories are called. */
const LINKED =
  "(?:articles?|posts?|stor(?:y|ies)|news|reading|reads|content|links|coverage|topics|videos|headlines|reports)";

/** The heading of a block of links to other stories, whole; a name may follow "More from". */
const HEADINGS = new RegExp(
  `^[\\p{P}\\p{S}\\s]{0,4}(?:${[
    `(?:(?:recommended|related|similar|popular|trending|latest|recent|featured|more|other|top|most read|most popular|editors?['’]s? picks?|sponsored|further) ${LINKED})(?: (?:from|on|in|about) .{1,40}| for you)?`,
    "related|recommended(?: for you)?|more (?:from|on this|on the topic|like this|about this|for you|to explore|to read|to watch)(?: .{1,40})?|what to read next|read next|read more|read also|also read|see also|up next|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: (?:this|these|reading|to read|to watch)(?: .{1,20})?)?",
    "trending(?: now| today)?|most (?:read|popular|viewed|shared|commented|watched)(?: (?:now|today|this week|in .{1,30}|on .{1,30}))?|popular(?: now| today)?|don['’]t miss|editors?['’]?s? (?:picks?|choice)|in case you missed it|in other news|around the web|from around the web|from our partners|from the web|elsewhere on .{1,30}|explore more|suggested for you|must[ -]reads?|(?:what )?(?:others|people|readers) (?:are reading|also (?:read|liked|viewed))|keep reading|top picks(?: for you)?|picked for you|stories for you|paid stories|promoted stories|promoted links",
    "mehr (?:zum|zu diesem|zu dem) thema|mehr (?:dazu|davon|aus .{1,30}|von .{1,30}|nachrichten|artikel)|weitere (?:artikel|beiträge|themen|nachrichten|meldungen|links)(?: .{1,30})?|zum thema|auch interessant|das könnte (?:sie|dich|euch) (?:auch |ebenfalls )?interessieren|lesen sie auch|lies auch|lesen sie (?:mehr|weiter)|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|beiträge|themen|links)|meistgelesen(?:e artikel)?|am meisten gelesen|empfohlen(?:e artikel| für sie)?|empfehlungen|unsere empfehlungen|beliebt(?:e artikel)?|aktuelle (?:nachrichten|meldungen)|top-themen|anzeigen von partnern",
    "(?:à )?(?:lire|voir|découvrir) (?:aussi|également|ensuite)|à découvrir|articles? (?:similaires?|liés?|recommandés?|associés?|connexes?)|sur le même (?:sujet|thème)|vous (?:aimerez|pourriez|pouvez) (?:aussi|également|aimer)(?: .{1,30})?|ça peut vous intéresser|les plus (?:lus|vus|populaires|partagés)|plus (?:d['’]articles|d['’]actualités|sur ce sujet)|nos recommandations|recommandé pour vous|dans la même rubrique|à la une|pour aller plus loin|contenus sponsorisés|dernières (?:actualités|nouvelles)",
    "(?:te|le|os|les) (?:puede|puede que|podría|recomendamos)(?: también)?(?: interesar(?:te|le)?| gustar)?|(?:lea|lee|ver|vea|mira) (?:también|además|más)|(?:artículos|noticias|contenidos?|temas|notas) relacionad[oa]s|relacionad[oa]s|lo más (?:leído|visto|popular)|más (?:noticias|leídas|leídos|sobre este tema|información|en .{1,30})|últimas noticias|también te puede interesar|quizás? te interese|recomendad[oa]s(?: para ti)?",
    "(?:leia|veja|lê|vê|ler) (?:também|mais|ainda)|(?:artigos|matérias|notícias|conteúdos?|posts) relacionad[oa]s|(?:mais|as mais|os mais) (?:lidas|lidos|vistas|notícias|populares|sobre o assunto|sobre o tema)|(?:você )?(?:pode|também pode) (?:gostar|interessar|te interessar|lhe interessar)(?: de)?(?: também)?|talvez (?:te|lhe) interesse|recomendad[oa]s(?: para (?:você|si))?|últimas notícias|saiba mais",
    "(?:leggi|vedi|guarda) (?:anche|ancora)|(?:articoli|notizie|contenuti|post) correlat[ie]|potrebbe(?: anche)? (?:interessarti|piacerti)(?: anche)?|potrebbero interessarti(?: anche)?|ti potrebbe(?:ro)? interessare(?: anche)?|(?:i )?più letti|(?:le )?più lette|altre notizie|ultime notizie|sullo stesso (?:tema|argomento)|consigliati(?: per te)?|per approfondire|approfondimenti",
    "lees (?:ook|meer|verder)|meer (?:over dit onderwerp|nieuws|artikelen|van .{1,30}|uit .{1,30}|lezen)|gerelateerd(?:e (?:artikelen|berichten|onderwerpen|nieuws))?|ook interessant|dit vind je misschien ook leuk|misschien vind je dit ook leuk|meest gelezen|best gelezen|aanbevolen(?: voor (?:u|jou))?|aanraders|populair(?: nu)?|laatste nieuws|bekijk ook",
    "läs (?:också|även|mer)|relaterade? (?:artiklar|nyheter)|relaterat|mest läst[a]?|senaste nytt|les (?:også|mer)|relaterte (?:saker|artikler)|mest lest|læs (?:også|mere)|relaterede artikler|mest læste?|lue myös|luetuimmat|aiheeseen liittyvää|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również|więcej)|powiązane(?: artykuły)?|najczęściej czytane|polecamy|podobne artykuły|čtěte (?:také|více)|související(?: články)?|nejčtenější|citește și|olvassa el (?:ezt )?is|ilgili haberler|bunlar da ilginizi çekebilir|en çok okunanlar|baca juga|artikel terkait|berita terkait|terpopuler|xem thêm|tin liên quan|διαβάστε επίσης|σχετικά άρθρα",
    "читайте (?:также|ещё|еще)|(?:материалы|новости|статьи) по теме|по теме|похожие (?:статьи|новости|материалы)|самое (?:читаемое|популярное)|популярное|смотрите также|другие новости|читайте також|схожі (?:новини|статті)|за темою",
    "(?:اقرأ|شاهد) (?:أيضا|أيضاً|المزيد)|(?:مواضيع|أخبار|مقالات) (?:ذات صلة|متعلقة|مشابهة)|ذات صلة|الأكثر (?:قراءة|مشاهدة)|مطالب مرتبط|بیشتر بخوانید|קראו גם|כתבות נוספות|संबंधित (?:खबरें|समाचार)|यह भी पढ़ें",
    "関連(?:記事|ニュース|リンク|トピックス)|(?:あわせて|合わせて)読みたい|おすすめ(?:記事|の記事)?|人気記事|アクセスランキング|こちらもおすすめ|相关(?:新闻|阅读|文章|报道|链接|推荐|内容)|相關(?:新聞|閱讀|文章|報導)|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|猜你喜欢|热门(?:新闻|文章|推荐|阅读)|熱門新聞|更多(?:新闻|报道|文章)|为您推荐|관련\\s?(?:기사|뉴스)|많이 본 (?:뉴스|기사)|추천 (?:기사|뉴스)|인기 (?:기사|뉴스)",
  ].join("|")})[\\s:：.!…»>→▶]{0,4}$`,
  "iu",
);

/** What stands before a link to another story in the same line: "Read more: Ferries return", "RELATED | Ferries return". */
const LABELS = new RegExp(
  `^[-•*·‣▪>»→▶\\s]{0,4}(?:${[
    `(?:read|see|watch|hear|learn)(?: more| also| next| now| this)?|(?:read|see) also|also (?:read|see)|more on this(?: story)?|more to read|related(?: ${LINKED})?|recommended|most read|trending|don['’]t miss|you (?:may|might) also like|up next|in case you missed it`,
    "lesen sie (?:auch|mehr|dazu|hier)|lies auch|mehr zum thema|mehr dazu|auch interessant|zum thema|(?:à )?lire (?:aussi|également|ensuite)|voir aussi|sur le même sujet|(?:lea|lee|ver|vea) (?:también|además|más)|te puede interesar|más información|leia (?:também|mais)|veja também|saiba mais|leggi anche|vedi anche|potrebbe interessarti|approfondisci",
    "lees (?:ook|meer|verder)|bekijk ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|čtěte také|ilgili haber|baca juga|xem thêm|διαβάστε επίσης|читайте (?:также|ещё|еще|також)|по теме|(?:اقرأ|شاهد) (?:أيضا|أيضاً)|قراءة المزيد|यह भी पढ़ें|関連記事|相关阅读|相关新闻|相關新聞|延伸阅读|관련기사",
  ].join("|")})(?:\\s?[:：|»>→]| [–—-]) ?\\S`,
  "iu",
);
/** "Lire aussi Le péage augmente", "Read also Ferries return": no mark between, and none needed. */
const BARE_LABELS =
  /^[-•*·▪>»→▶\s]{0,4}(?:read also|à lire aussi|lire aussi|lesen sie auch|leia também|lea también|leggi anche|lees ook|läs också|les også|читайте также)(?![\p{L}\p{M}])/iu;
/** "YOU MAY ALSO LIKE TO WATCH THIS CLIP. The Ghost Of The Old Quay": shouted, and no sentence. */
const SHOUTED =
  /^[-•*·▪>»→▶\s]{0,4}(?:YOU MAY ALSO LIKE|READ MORE|READ ALSO|SEE ALSO|RELATED|DON['’]T MISS)(?![\p{L}\p{M}])/u;

const MAX_LINK_WORDS = 29;
const SENTENCE_WORDS = 15;
const STOP = /[.!?…][”"’')\]]*$/u;

/** Whether a line heads a block of links to other stories. */
export function isRelatedHeading(line: string): boolean {
  return line.length <= MAX_BLOCK_HEADING && HEADINGS.test(lowerCase(line));
}

/** Whether a line is a link to another story, with what it is called before it; never a sentence of 15 words with a stop. */
export function isRelatedLink(line: string): boolean {
  const start = line.slice(0, 120);
  if (!LABELS.test(start) && !BARE_LABELS.test(start) && !SHOUTED.test(start)) {
    return false;
  }
  const words = line.slice(0, 600).split(" ").length;
  return words <= MAX_LINK_WORDS && !(words >= SENTENCE_WORDS && STOP.test(line));
}

const MAX_ITEM = 140;
const MAX_ITEM_WORDS = 22;
const SENTENCE_END = /(?:[.:;,]|[。：；，])["”’»」』)\]]*$/u;

/** Whether a line below a heading of related links may be one of them: a title, no sentence and no line that introduces others. */
export function isLinkTitle(line: string): boolean {
  return (
    line !== "" &&
    line.length <= MAX_ITEM &&
    line.split(" ").length <= MAX_ITEM_WORDS &&
    !SENTENCE_END.test(line)
  );
}
