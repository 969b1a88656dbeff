import type { LineForm } from "./line-form.ts";
import { phraseTable } from "./line-words.ts";

const SITES =
  "facebook|twitter|x|linkedin|whatsapp|telegram|instagram|reddit|pinterest|tumblr|threads|bluesky|mastodon|youtube|tiktok|messenger|pocket|flipboard|xing|vk|viber|line|weibo|wechat|bsky|rss|google news|вконтакте|微信|微博";

/** "Share", "Share this story on Facebook", "Artikel teilen", "Partager sur X": the buttons around a story. */
const BUTTONS: LineForm = {
  heads: phraseTable(
    "share|share this|tweet|print|email|e-mail|save|comment|comments|like|pin|pin it|reply|copy link|copy url|link copied|bookmark|follow us|follow|send|save for later|read later|gift article|gift this story|listen|listen to this article|listen to article|listen to this story|gift this article|add to favourites|add to favorites",
    "teilen|drucken|merken|kommentieren|kommentare|e-mail|speichern|vorlesen|artikel anhören|anhören|folgen sie uns|folge uns|link kopieren|partager|imprimer|enregistrer|commenter|commentaires|envoyer|copier le lien|suivez-nous|écouter l'article|écouter",
    "compartir|imprimir|guardar|comentar|comentarios|enviar|copiar enlace|síguenos|síganos|escuchar|compartilhar|compartilhe|salvar|comentários|copiar link|siga-nos|ouvir|partilhar|condividi|stampa|salva|commenta|commenti|invia|seguici|ascolta|copia link",
    "delen|deel|afdrukken|printen|bewaren|reageren|reacties|opslaan|volg ons|luister|dela|skriv ut|spara|del|udskriv|gem|lagre|jaa|tulosta|udostępnij|drukuj|zapisz|skomentuj|sdílet|tisk|поделиться|распечатать|сохранить|комментарии|комментировать|поділитися|paylaş|yazdır|κοινοποίηση|bagikan|chia sẻ|شارك|مشاركة|طباعة|حفظ|שתף|分享|打印|列印|收藏|转发|シェア|印刷|保存|ツイート|공유|인쇄|스크랩",
  ),
  fill: phraseTable(
    SITES,
    "this|article|story|post|page|link|on|via|to|with|by|in|a|an|the|friend|friends|your|or|and|me|us|it|here|click|opens|open|new|window|tab|now|get|more|for|of|mail|app|social|media|item|news|at|email|link",
    "auf|bei|per|via|über|mit|diesen|dieser|artikel|beitrag|seite|der|die|das|freunden|und|neues|fenster|auf|in|link|sur|par|avec|cet|cette|l'article|article|page|un|ami|amis|et|nouvelle|fenêtre|lien|à|le|la",
    "en|por|con|este|esta|artículo|noticia|página|un|una|amigo|amigos|y|no|na|pelo|pela|com|artigo|notícia|matéria|um|uma|e|su|via|con|questo|questa|articolo|notizia|pagina|amico|i|op|met|dit|bericht|artikel|pagina|een|vriend|en|på|med|artikeln|sidan|na|przez|ten|artykuł|в|на|с|статью|с|друзьями|ссылкой|ile|haberi|bu",
    "到|至|本文|这篇文章|文章|朋友圈|する|この記事を|この記事|で|에|하기|기사",
  ),
  needs: "nothing",
};

/** "Facebook | X | WhatsApp". */
const SITE_NAMES: LineForm = {
  heads: phraseTable(SITES),
  fill: phraseTable(""),
  needs: "words",
};

/** "Facebook": a button if it stands beside another one. */
export const ONE_SITE: LineForm = { heads: phraseTable(SITES), fill: phraseTable(""), needs: "nothing" };

/** Lines that pages hold between and under their texts, whole. */
const FIXED: LineForm = {
  heads: phraseTable(
    "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|paid post|partner content|remove ads|loading|loading comments|skip to content|skip to main content|skip ad|skip advertisement|back to top|top of page|menu|read more|read next|read on|show more|show less|load more|see more|view more|continue reading|keep reading|continue",
    "view gallery|view photos|load more comments|report a correction|report an error|report a typo|get the latest news|donate|donate now|show all updates|see all updates|hide all updates|get emails about this page|sign up for emails|print this page|print entire guide|request an accessible format|is this page useful|report a problem with this page|there is something wrong with this page|view comments|view all comments|post comment|post a comment|post navigation|leave a reply|leave a comment|add a comment|join the conversation|join the discussion|be the first to comment|no comments|no comments yet|comments are closed",
    "this file may not be suitable for users of assistive technology|article continues below|article continues below advertisement|article continues after advertisement|story continues below|story continues below advertisement|story continues after advertisement|scroll to continue|scroll to continue reading|previous article|next article|previous post|next post|previous story|next story|previous|all rights reserved|click here",
    "anzeige|anzeigen|werbung|weiterlesen|mehr anzeigen|mehr lesen|zum inhalt springen|nach oben|zum seitenanfang|kommentar schreiben|schreiben sie einen kommentar|nächster artikel|vorheriger artikel|alle rechte vorbehalten|zur startseite|lädt|wird geladen",
    "publicité|annonce|lire la suite|voir plus|aller au contenu|haut de page|retour en haut|laisser un commentaire|ajouter un commentaire|article suivant|article précédent|tous droits réservés|la suite après cette publicité|la suite après la publicité",
    "publicidad|anuncio|leer más|seguir leyendo|ver más|saltar al contenido|ir al contenido|deja un comentario|deja tu comentario|siguiente artículo|artículo anterior|todos los derechos reservados|publicidade|anúncio|continue lendo|continuar lendo|continua após a publicidade|ler mais|ver mais|deixe um comentário|todos os direitos reservados",
    "pubblicità|annuncio|continua a leggere|leggi tutto|leggi di più|vai al contenuto|torna su|lascia un commento|tutti i diritti riservati|advertentie|lees verder|lees meer|meer laden|naar de inhoud|terug naar boven|geef een reactie|laat een reactie achter|alle rechten voorbehouden|artikel gaat verder onder de advertentie|tekst gaat verder onder de advertentie",
    "annons|läs mer|annonse|reklame|les mer|læs mere|mainos|lue lisää|reklama|czytaj więcej|czytaj dalej|dodaj komentarz|pokračovat ve čtení|реклама|читать далее|читать дальше|оставить комментарий|все права защищены|reklam|devamını oku|διαφήμιση|διαβάστε περισσότερα|iklan|quảng cáo|إعلان|اقرأ المزيد|جميع الحقوق محفوظة|פרסומת",
    "広告|广告|廣告|続きを読む|もっと見る|阅读全文|閱讀全文|查看更多|展开全文|返回顶部|광고|더보기|विज्ञापन",
  ),
  fill: phraseTable("advertisement|below|on|in|the|article|x"),
  needs: "nothing",
};

/** "Accept all cookies", "Manage settings": the buttons of a consent form. */
const CONSENT_BUTTONS: LineForm = {
  heads: phraseTable(
    "accept all|accept|reject all|allow all|decline all|agree and close|i agree|accept cookies|cookies|cookie|privacy settings|privacy preferences|manage settings|manage preferences|manage choices|manage options|your privacy choices|do not sell|consent",
    "alle akzeptieren|alle ablehnen|akzeptieren|zustimmen|einstellungen verwalten|datenschutzeinstellungen|cookie-einstellungen|tout accepter|tout refuser|accepter|refuser|paramétrer|gérer mes choix|aceptar todo|aceptar todas|aceptar|rechazar todo|rechazar todas|rechazar|configurar|aceitar todos|aceitar tudo|aceitar|rejeitar tudo|rejeitar todos|gerir preferências",
    "accetta tutto|accetta tutti|accetta|rifiuta tutto|rifiuta|gestisci preferenze|alles accepteren|alles weigeren|accepteren|weigeren|voorkeuren beheren|acceptera alla|godkänn alla|accepter alle|godta alle|zaakceptuj wszystkie|odrzuć wszystkie|принять все|отклонить все|tümünü kabul et|قبول الكل|接受所有|全部接受|拒绝所有|すべて受け入れる|すべて許可|모두 수락",
  ),
  fill: phraseTable(
    "all|cookies|cookie|cookie-einstellungen|only|necessary|essential|optional|and|or|continue|save|close|settings|preferences|options|choices|manage|your|my|our|the|use|of|notice|more|information|learn|personal|information|data|without|reject|non-essential|additional|to",
    "nur|notwendige|essenzielle|und|schließen|weiter|speichern|die|alle|mehr|informationen|auswahl|et|fermer|continuer|sans|les|tous|mes|choix|mis|todas|las|y|cerrar|solo|necesarias|fechar|os|i|chiudi|solo|necessari|en|sluiten|alleen|noodzakelijke|och|og|файлы|的",
  ),
  needs: "words",
};

export const PAGE_FORMS: readonly LineForm[] = [BUTTONS, SITE_NAMES, FIXED, CONSENT_BUTTONS];

/** "Keywords: harbour, fares", "Filed under: Port". */
const KEYWORDS =
  /^(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|keywords?|schlagw(?:orte|örter)|stichw(?:orte|örter)|themen|mots[- ]cl[ée]s|th[èe]mes?|étiquettes|palabras clave|etiquetas|temas|categorías?|palavras-chave|tópicos|categorias?|parole chiave|argomenti|categorie|trefwoorden|onderwerpen|labels|nyckelord|taggar|emneord|tagi|słowa kluczowe|теги|ключевые слова|темы|etiketler|الوسوم|كلمات مفتاحية|标签|标签词|关键词|關鍵詞|タグ|キーワード)\s?[:：]/iu;

/** Lines of sites that go on in their own words: notices of rights, comment forms, sources. */
const OPENINGS =
  /^[*•\s]{0,4}(?:your email address will not be published|required fields are marked|save my name, email|notify me of (?:new|follow)|ihre e-mail-adresse wird nicht|deine e-mail-adresse wird nicht|votre adresse e-mail ne sera pas|tu dirección de correo electrónico no|seu e-mail não será|il tuo indirizzo email non|je e-mailadres wordt niet|(?:©|\(c\)|copyright|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten) ?[©\d–-]|© ?\p{L}|all rights reserved|\[citation attribution:|advertise?ment(?: \d+)?[:|-]|this (?:page|article|story) is part of )/iu;
/** The names of sponsors have capitals: no sentence is one. */
const SPONSOR =
  /^(?:Sponsored|Presented|Promoted|SPONSORED|PRESENTED) (?:by|BY) (?:\p{Lu}[\p{L}&.'’-]* ?){1,4}$/u;
/** The authors of a story are part of it, even after "E-mail to a friend." */
const CREDIT = /\bcontributed to (?:this|the) (?:report|story|article)\b/i;
const MAX_OPENED_WORDS = 29;
const SENTENCE_WORDS = 15;
const STOP = /[.!?…][”"’')\]]*$/u;

/** Whether a line opens as lines around a story do, and is no sentence: 15 words with a stop are one. */
export function opensAsPageLine(line: string): boolean {
  if (!(OPENINGS.test(line) || KEYWORDS.test(line) || SPONSOR.test(line)) || CREDIT.test(line)) {
    return false;
  }
  const words = line.slice(0, 600).split(" ").length;
  return words <= MAX_OPENED_WORDS && !(words >= SENTENCE_WORDS && STOP.test(line));
}
