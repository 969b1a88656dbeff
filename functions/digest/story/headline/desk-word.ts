/** How a desk presents a story, in the words it sets before or after the headline; they tell nothing that happened. */
const WORDS = [
  "breaking(?: news)?|just in|happening now|new|newsflash|special report|fact ?-?check|factbox|wrapup(?: \\d{1,2})?|developing(?: story)?|(?:news )?flash|(?:news )?alert|urgent|exclusive|scoop",
  "(?:watch |we are |as it )?live(?: ?-?(?:updates?|blog|ticker|coverage|stream|now))?|as it happened|watch|listen|read|audio|livestream|(?:in )?(?:video|photos?|pictures)|podcast|gallery",
  "(?:refile-)?updated?(?: \\d{1,2})?|q ?& ?a|interview|explainer|explained|analysis|opinion|comment|interactive|long read",
  "eilmeldung|newsblog|im (?:live)?stream|eil|exklusiv|live ?-?ticker|im live-?ticker|im video|bilderstrecke|kommentar|analyse|aktualisiert",
  "(?:en )?direct|à la une|dernière minute|alerte(?: info)?|vidéo|en images|exclusif|info [\\p{L}]{2,20}|mis(?:e)? à jour",
  "[úu]ltim[ao] (?:hora|momento)|en (?:vivo|directo)|exclusiv[ao]|vídeo|en imágenes|últimas noticias|al momento|último minuto|ultimo minuto|notizia flash|actueel|alerta|urgente|actualizado|actualización",
  "ultim['’]ora|(?:in )?diretta(?: live)?|esclusiv[ao]|aggiornamento|ao vivo|atualizado|atualização|plantão|exclusief|laatste nieuws|liveblog|in beeld|spoed",
  "срочно|главное|молния|эксклюзив|обновлено|видео|фото|прямой эфир|онлайн|трансляция|терміново|наживо|pilne|na żywo|son dakika|عاجل|خاص|مباشر",
  "快讯|快訊|突发|突發|独家|獨家|直播|视频|視頻|图集|最新|即時|更新|速報|独自|動画|写真|号外|ライブ|中継|속보|단독|영상",
].join("|");

/** "BREAKING: ", "LIVE | ", "Update 2-", "[Video] ", "【速報】", "+++ Eilmeldung +++ ". */
const BEFORE = new RegExp(
  `^(?:[+*]{1,3} ?(?:${WORDS}) ?[:+*]{1,3} ?|[\\[(【［〈（](?:${WORDS})[\\])】］〉）][ :：]{0,2}|(?:${WORDS})(?: ?[:：|｜·•] ?| \\+{2,3} | (?:[–—]|--?) |[—–] ?|(?<=\\d|factbox)-))(?=\\S)`,
  "iu",
);
/** "BREAKING! Bridge opens": of the words that shout. */
const SHOUTED =
  /^(?:breaking(?: news)?|urgent|alert|eil(?:meldung)?|срочно|молния|urgente|alerta|última hora)! (?=\S)/iu;
const PICTOGRAPHS = /^(?:\p{Extended_Pictographic}\ufe0f? ?){1,4}(?=\S)/u;
/** "VIDÉO. Le pont": of a word in capitals alone, as any word may end a sentence. */
const CAPITALS_BEFORE = new RegExp(`^(?=[\\p{Lu} ]{2,30}\\. )(?:${WORDS})\\. (?=\\S)`, "iu");
const AFTER = new RegExp(
  `(?:(?::|,) (?:live(?: updates)?)| ?[\\[(【［（](?:${WORDS})[\\])】］）]| (?:[–—|]|--?) (?:${WORDS}))$`,
  "iu",
);
/** What a headline has beside the words, before or after it: most have neither, and to compile those patterns takes 30 ms. */
const MAYBE_BEFORE = /^[+*[(【［〈（]|[:：|｜·•—–]| (?:\+{2,3}|--?) |[\dx]-/iu;
const MAYBE_AFTER = /[:,] live(?: updates)?$|[\])】］）]$| (?:[–—|]|--?) /iu;
const ALONE = new RegExp(`^[\\[(【]?(?:${WORDS})[:!\\])】]?$`, "iu");
/** A headline has at most so many of them: "BREAKING: LIVE: …". */
const MOST = 3;
const SEARCHED = 400;

/** Whether a line is a word of the desk alone, as pages set it above a headline: "BREAKING", "Live". */
export function isDeskWord(line: string): boolean {
  return line.length <= SEARCHED && ALONE.test(line);
}

/** A headline without the words of the desk around it: "BREAKING: Bridge opens (video)" is "Bridge opens". Bounded. */
export function withoutDeskWord(headline: string): string {
  let bare = headline.replace(PICTOGRAPHS, "");
  for (let n = 0; n < MOST; n++) {
    const end = bare.slice(lengthBefore(bare.slice(0, SEARCHED)));
    const rest = MAYBE_AFTER.test(end) ? end.replace(AFTER, "") : end;
    if (rest === bare) {
      return bare;
    }
    bare = rest;
  }
  return bare;
}

/** How many characters the words before a headline take. */
function lengthBefore(start: string): number {
  const found =
    (MAYBE_BEFORE.test(start) ? BEFORE.exec(start) : null) ??
    SHOUTED.exec(start) ??
    (isCapital(start) ? CAPITALS_BEFORE.exec(start) : null);
  return found?.[0].length ?? 0;
}

function isCapital(start: string): boolean {
  const word = start.split(".", 1)[0] ?? "";
  return word === word.toUpperCase();
}
