/** Longest credit, in characters, and the most words of one of its names. */
const LONGEST = 100;
const NAME_WORDS = 5;

const PICTURE = [
  "photos?|photograph(?:s|y|er)?|pictures?|pics?|images?|illustrations?|graphic|map|screenshot|photo illustration|cover photo|image copyright|courtesy|video|credits?|file (?:photo|picture|image)|stock (?:photo|image)",
  "fotos?|fotograf(?:in|ie)?|bild(?:er|quelle|nachweis)?|grafik|(?:symbol|archiv)(?:bild|foto)|beeld",
  "photographies?|photo d[’']illustration|kuva|crédits?|fotograf[ií]as?|créditos?|im[aá]gen(?:es)?|imagem|imagens|fotografie|immagin[ei]|crediti?|zdjęcie|fot\\.",
  "фото(?:графия)?|иллюстрация|світлина",
].join("|");
const LINK =
  "by|provided by|via|from|courtesy(?: of)?|copyright|credits?|source|photos?|von|van|de|di|da|do|del|par|door|cortesía de|cortesia de";
/** The name of a picture's kind, and what stands between it and its maker. */
const LABEL = new RegExp(
  `^(?:courtesy of (?=\\S)|(?:${PICTURE})(?: (?:${LINK})){0,2}(?: ?[:：|/©]\\s*|(?<=source), |(?<= (?:${LINK})) ))(?=\\S)`,
  "iu",
);
const LABEL_ALONE =
  /^(?:file (?:photo|picture|image)|stock (?:photo|image)|handout(?: photo)?|supplied|(?:symbol|archiv)(?:bild|foto)|photo d['’](?:archives?|illustration)|foto de archivo|foto d['’]archivio|архивное фото)$/iu;
/** "Foto Ansa", "Photo Ann Cole / AFP": the kind before the name, without a mark between them. */
const LABEL_BEFORE = /^(?:photo|foto|beeld|фото) (?=\p{Lu}|dpa\b)/iu;

const AGENCY = [
  "Thomson Reuters|Reuters|AFP|AP(?: Photos?| Images)?|(?:The )?Associated Press|EPA(?:[-/]EFE)?|EFE|ANSA|DPA|Belga|ANP|Keystone|APA|Lusa|AAP|TASS|Xinhua|Kyodo|Jiji(?: Press)?|Anadolu(?: Agency)?|PA (?:Media|Images|Wire)|Press Association|(?:The )?Canadian Press|UPI",
  "Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|Imago(?: Images)?|Picture[ -]Alliance|NurPhoto|Zuma(?: Press)?|Sipa(?: USA)?|MAXPPP|Adobe Stock|Fotolia|Depositphotos|Unsplash|Pexels|Pixabay|Wikimedia Commons|Flickr",
  "ТАСС|РИА Новости|Интерфакс|新华社|新華社|路透社|法新社|美联社|中新社|共同通信|時事通信|ロイター",
].join("|");
const AGENCIES = new RegExp(`^(?:${AGENCY})$`, "iu");

const CJK =
  /^(?:图片来源|圖片來源|图源|圖源|图片|圖片|照片|摄影|攝影|图|圖|写真提供|写真|撮影|画像|사진|사진 제공)\s?[:：=＝/／]\s?[^\p{Nd}，。、；！？,.!?]{1,24}$/u;
const CJK_AFTER = /^[^\p{Nd}，。；！？,.!?]{2,14}\s?(?:摄|攝|摄影|攝影|撮影|写真)$/u;

/** Before and after a name: thanks, a licence. */
const AROUND_NAMES = /^(?:©|courtesy(?: of)? )\s*|\s*\((?:CC|Archiv|file|pool)\b[^()]{0,20}\)$/giu;
/** "Coast Wire Images": by its name an agency. */
const LIKE_AGENCY = /^(?:\p{Lu}\S{0,20} ){1,3}(?:News Agency|Agency|Images|Pictures|Press|Photos?|Media)$/u;
const BRACKETS = /^[([（［【](.{2,98})[)\]）］】]$/u;
/** Between the names of a credit. */
const BETWEEN = /\s*[/|,;&·]\s*| (?:and|via|for|und|et|y|e|i|en|и) /iu;
/** A name's words: with a capital, or a particle within it. */
const NAME_WORD =
  /^(?:[“"(]?\p{Lu}[\p{L}\p{M}.'’-]{0,30}[”")]?|of|the|von|van|der|den|de|da|do|dos|di|del|della|la|le|el|al-\p{Lu}\p{L}*|@[\w.]{1,30}|privat|private|archiv|archive|archivo|pool|handout|supplied|zvg)$/u;
/** A sentence ends so, a credit without a label does not. */
const PROSE_END = /[.!?…,;:。！？」][”"’»]?$/u;
const STOP = /[!?…:]$|\p{Ll}{3}\.$/u;

/**
 * Whether a line only says who made a picture: "Photo: Ann Cole/Coast Wire", "(AP Photo/Ann Cole)", "Getty Images". What a
 * picture shows is no credit: there are no figures in one, and no words without a capital.
 */
export function isCredit(line: string): boolean {
  if (line.length > LONGEST || (PROSE_END.test(line) && !LABEL.test(line))) {
    return false;
  }
  const inside = BRACKETS.exec(line)?.[1]?.trim();
  const text = (inside ?? line).replace(/\.$/, "");
  if (CJK.test(text) || (inside !== undefined && CJK_AFTER.test(text)) || LABEL_ALONE.test(text)) {
    return true;
  }
  const names = namesOf(text);
  return names.length > 0 && names.every(isName);
}

/** The makers that a text names: after a label, or else with an agency among them. */
function namesOf(text: string): readonly string[] {
  const label = /^©\s*/u.exec(text) ?? LABEL.exec(text);
  if (label !== null) {
    return split(text.slice(label[0].length).replaceAll(AROUND_NAMES, ""));
  }
  const names = split(text.replace(LABEL_BEFORE, "").replace(/, file$/iu, ""));
  const isLabelled = LABEL_BEFORE.test(text) && names[0]?.split(" ").length === 2;
  const isMade = names.some((name) => AGENCIES.test(name)) || (text.includes("/") && names.some(isAgency));
  return isLabelled || (isMade && !text.replace(/, file$/iu, "").includes(",")) ? names : [];
}

function split(text: string): readonly string[] {
  return text.split(BETWEEN).filter((name) => name !== "");
}

function isAgency(name: string): boolean {
  return AGENCIES.test(name) || LIKE_AGENCY.test(name);
}

function isName(name: string): boolean {
  const words = name.split(" ");
  return (
    isAgency(name) ||
    (words.length <= NAME_WORDS && !STOP.test(name) && words.every((word) => NAME_WORD.test(word)))
  );
}

/** Where a sentence may end before a credit. */
const SENTENCE_END = /[.!?…。！？][”"’»)]{0,2}\s?(?=\S)/gu;

/** So many of them are tried: names have stops too ("J. Cole"). */
const ENDS_TRIED = 3;

/** A paragraph without the credit after its last sentence, and the credit if there is one. Constant cost. */
export function cutCredit(paragraph: string): { readonly paragraph: string; readonly credit?: string } {
  const tail = paragraph.slice(-LONGEST - 2);
  for (const end of [...tail.matchAll(SENTENCE_END)].slice(-ENDS_TRIED)) {
    const credit = tail.slice(end.index + end[0].length);
    if (isCredit(credit)) {
      return { paragraph: paragraph.slice(0, paragraph.length - credit.length).trimEnd(), credit };
    }
  }
  return { paragraph };
}
