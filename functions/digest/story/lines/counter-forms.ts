import type { LineForm } from "./line-form.ts";
import { phraseTable } from "./line-words.ts";

/** "1,204 views", "Shares: 210", "Listen · 5:12", "5 min read", "Follow (12.4K)", "3 Kommentare". */
const COUNTED: LineForm = {
  heads: phraseTable(
    "views|view|page views|pageviews|likes|like|shares|share|shared|comments|comment|reactions|reaction|reads|read|followers|follow|following|min read|mins read|minute read|minutes read|read time|reading time|time to read|to read",
    "listen|watch|play|claps|upvotes|retweets|reposts|bookmarks|replies|are reading|people reading|readers online|reading now|people online|seen by|viewed|downloads|read this|shared this|liked this|audio|video",
    "aufrufe|mal gelesen|mal geteilt|mal aufgerufen|mal angesehen|kommentare|kommentar|gefällt|reaktionen|lesezeit|lesedauer|geteilt|ansichten|klicks|anhören|abspielen|lesen gerade|hörzeit|hördauer|teilen|folgen",
    "vues|vue|vu|partagé|partagés|partages|partage|partager|commentaires|commentaire|j'aime|réactions|temps de lecture|min de lecture|mn de lecture|minutes de lecture|minute de lecture|écouter|lu|abonnés|suivre",
    "vistas|visitas|visto|leído|compartidos|compartido|compartir|comentarios|comentario|me gusta|reacciones|tiempo de lectura|min de lectura|minutos de lectura|lecturas|seguidores|escuchar|visualizaciones|reproducciones|seguir",
    "visualizações|compartilhado|compartilhamentos|compartilhar|comentários|comentário|curtidas|reações|tempo de leitura|min de leitura|minutos de leitura|leituras|seguidores|ouvir|partilhas|gostos|acessos",
    "visualizzazioni|condiviso|condivisioni|condividi|commenti|commento|mi piace|reazioni|tempo di lettura|min di lettura|minuti di lettura|letture|ascolta",
    "weergaven|bekeken|keer gelezen|keer gedeeld|gedeeld|reacties|reactie|leestijd|min lezen|minuten lezen|vind ik leuks|luister|beluister|volgers|volgen",
    "visningar|delningar|kommentarer|gillar|lästid|visninger|delinger|læsetid|lesetid|katselukertaa|kommenttia|lukuaika|wyświetleń|wyświetlenia|wyświetlenie|komentarzy|komentarze|komentarz|udostępnień|polubień|czas czytania|zobrazení|komentářů|komentáře|doba čtení",
    "просмотров|просмотра|просмотры|просмотр|комментариев|комментария|комментарии|комментарий|лайков|поделились|время чтения|на чтение|прочтений|переглядів|коментарів|коментарі|час читання",
    "görüntülenme|görüntüleme|okunma|yorum|beğeni|okuma süresi|paylaşım|προβολές|σχόλια|vizualizări|comentarii|megtekintés|hozzászólás|kali dilihat|komentar|dibaca|suka|lượt xem|bình luận",
    "مشاهدة|مشاهدات|المشاهدات|تعليق|تعليقا|تعليقات|التعليقات|إعجاب|مشاركات|وقت القراءة|دقائق قراءة|مدة القراءة|بازدید|نظر|צפיות|תגובות",
    "阅读|閱讀|浏览|瀏覽|评论|評論|点赞|點讚|分享|转发|播放|阅读量|浏览量|收藏|人阅读|閲覧数|閲覧|回視聴|再生|コメント|いいね|シェア|조회수|조회|댓글|좋아요|공유|बार देखा गया|टिप्पणियाँ",
  ),
  fill: phraseTable(
    "estimated|this|article|story|page|post|the|a|of|person|people|readers|users|visitors|times|time|total|count|by|have|has|been|are|is|was|now|currently|all|show|view|read|see|x|to|you|others|and|others|min|mins|minute|minutes|sec|secs|second|seconds|hour|hours|hr|s|m|k|b|mio|tsd|mil|h|ca|about|approx",
    "mal|minuten|minute|min|stunden|sekunden|personen|menschen|nutzer|leser|aktuell|diesen|artikel|beitrag|das|alle|anzeigen|ungefähr|etwa|fois|personnes|lecteurs|cet|cette|l'article|voir|tous|les|le|la|de|secondes|environ",
    "veces|personas|usuarios|minutos|minuto|segundos|vezes|pessoas|este|esta|artículo|artigo|ver|todos|los|os|mins|volte|persone|minuti|secondi|circa|questo|articolo|tutti|i|keer|minuten|mensen|dit|artikel|alle|bekijk|gånger|minuter|gange|ganger|minutter|minut|minuty|raz|razy|раз|раза|минут|минуты|минута|мин|человек|всего|тыс|хв|dk|dakika|kez|bin|menit|phút|دقيقة|دقائق|مرة",
    "次|人|条|條|个|個|件|回|分|分钟|分鐘|秒|万|萬|千|数|數|共|约|約|已|本文|的|の|全文|時間|时间|명|개|회|분|건|만|천",
  ),
  needs: "figure",
};

/** "Lecture 4 min": reading in other languages, beside a span of time only. */
const READING: LineForm = {
  heads: phraseTable(
    "lecture|lectura|leitura|lettura|lesen|lezen|läsning|lesning|læsning|czytania|czytanie|чтение|чтения|okuma",
  ),
  fill: phraseTable("de|di|temps|tiempo|tempo|estimé|estimado|stimato|ca|circa|env|aprox"),
  needs: "span",
};

/** "Photo 3 of 12", "Page 2 of 5". */
const POSITION: LineForm = {
  heads: phraseTable(
    "photo|image|picture|slide|gallery|page|bild|foto|seite|diapositive|imagen|página|immagine|imagem|pagina|фото|страница|第",
  ),
  fill: phraseTable("of|out of|von|sur|de|di|van|из|av|of|共|页|頁|张|張"),
  needs: "figure",
};

/** "PDF, 234 KB, 12 pages", "View online Download CSV 42.1KB". */
const ATTACHED: LineForm = {
  heads: phraseTable("kb|mb|gb|kib|mib|gib|bytes|byte|octets|octet|кб|мб|гб|kilobytes|megabytes|bajtów|bytů"),
  fill: phraseTable(
    "pdf|csv|tsv|ods|odt|odp|odf|xml|html|doc|docx|xls|xlsx|ms|excel|word|spreadsheet|document|powerpoint|presentation|ppt|pptx|zip|rtf|txt|json|jpg|jpeg|png|gif|svg|epub|kml|geojson|text|plain|image|file|files|size|format|type",
    "download|downloads|view|online|preview|open|pages|page|in|a|new|window|the|as|and|or|this|opens|p|pp",
    "herunterladen|datei|dateigröße|größe|seiten|seite|ansehen|télécharger|fichier|taille|poids|pages|le|au|format|descargar|archivo|tamaño|peso|páginas|página|ver|baixar|arquivo|tamanho|ficheiro|scaricare|scarica|dimensione|dimensioni|pagine|pagina|downloaden|bestand|bestandsgrootte|pagina's|ladda|ner|fil|sidor|last|ned|sider|hent|pobierz|plik|rozmiar|stron|strony|скачать|файл|размер|стр|страниц|下载|下載|文件|大小|页|頁|ダウンロード",
  ),
  needs: "figure",
};

/** "PDF (1,2 Mo)": words for sizes that are other words elsewhere, beside the name of a format. */
const ATTACHED_IN_FRENCH: LineForm = {
  heads: phraseTable("pdf|csv|ods|odt|doc|docx|xls|xlsx|ppt|pptx|zip|fichier|télécharger|téléchargement"),
  fill: phraseTable("ko|mo|go|o|pages|page|le|document|format|taille|poids|word|excel|texte"),
  needs: "figure",
};

/** "👍 48 ❤️ 12": pictographs by which readers react to a story, or that stand for its counters. */
const REACTED: LineForm = {
  heads: phraseTable(
    "👍|👎|❤|♥|💬|👁|👀|🔥|👏|🔁|🔄|🔖|📖|⏱|🎧|▶|⭐|😀|😁|😂|🤣|😃|😄|😅|😆|😉|😊|😍|😘|😢|😭|😡|😠|😮|😱|😳|🙌|🙏|💔|🎉|🤔",
  ),
  fill: phraseTable("k|m|tsd|mil"),
  needs: "figure",
};

export const COUNTER_FORMS: readonly LineForm[] = [
  COUNTED,
  READING,
  POSITION,
  ATTACHED,
  ATTACHED_IN_FRENCH,
  REACTED,
];

const WEATHER =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]{1,24}[,:]? ?){1,3}[-–−+]?\d{1,3} ?°\s?[CF]?$|^[-–−+]?\d{1,3} ?°\s?[CF]? (?:\p{Lu}[\p{L}\p{M}'’.-]{1,24} ?){1,3}$/u;

/** "Ostermere 12°C": the weather beside a story, if it is the only such line. */
export function isWeather(line: string): boolean {
  return line.length <= 60 && /°/.test(line) && WEATHER.test(line);
}
