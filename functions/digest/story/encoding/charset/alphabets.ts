/**
 * The letters of languages, most frequent first: of Latin ones those beyond ASCII, of others all. A capital is as likely as
 * its small letter, less often.
 */
export const ALPHABETS = {
  french: "éèàêçùôîâûëïœüÿ",
  german: "üäößé",
  spanish: "óíáéñúü",
  portuguese: "ãçáéíóêúâõôà",
  italian: "àèùòìé",
  dutch: "ëéïüöèóá",
  swedish: "äåöé",
  danish: "øåæéö",
  icelandic: "áíðóéúæöþý",
  catalan: "àéóèíçúòïü",
  faroese: "áðøíúæóý",
  friulian: "âûîàùòêè",
  gaelic: "àòìèùéó",
  estonian: "äõüöšž",
  polish: "łąężóśćńźé",
  czech: "íáéěřčžýšůúťďňó",
  slovak: "áíéčžýúšľťôňäďóĺŕ",
  hungarian: "áéöóőíüúű",
  romanian: "ăîţşâ",
  croatian: "čšžćđ",
  turkish: "ıüşğçöiâîû",
  lithuanian: "ėšąųįžūčę",
  latvian: "āīēšņļžčķūģ",
  vietnamese: "đưôơêâă\u0301\u0300\u0323\u0309\u0303áàíóéúìòè",
  russian: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
  ukrainian: "оанитіервслкмудпяьзгбйчїхжцшєющфґ",
  belarusian: "анеіоырсткялдувпмзцгўбьшчйёхжюэф",
  bulgarian: "аоиетнсрвлдкпмзъгубчяцщжйхфшюь",
  serbian: "аоиенрстјувкдмплзгбљцчћжшфхњђџ",
  macedonian: "аоиетнрсвудкјлпмзгбшчѓцжќѕљњџхф",
  greek: "αοιετσνηυρπκμλςίάόέδύγχήθώφβξζψϊϋΐΰ",
  hebrew: "יוהלאתרמשבנםדקעחפכגסטצןךזץף",
  arabic: "البيمنرتدعسةهفقكحجطشصخضئءذزغثظىأإآؤ،؟",
  persian: "اينردهمبتسوشكلگقفحجزخعپطصچضظغذژث،؟",
  urdu: "اےیکرںنہسلمتوبپدجگھٹعشقحزخفچڈڑصطضذ،؟",
  thai: "านรกเงมยลวดสตะอิท่ปี้คบหกแจพชขใ์ไุโัูถซณผญศธำฐฟึภ็ษฏฎฉฝฆ",
} as const satisfies Record<string, string>;

/** Common words of languages with Latin letters that are written in ASCII: they say nothing about the charset but much about its alphabet. */
export const SMALL_WORDS: Partial<Readonly<Record<keyof typeof ALPHABETS, string>>> = {
  french:
    "le la les des et du une dans que qui est pour sur au par il pas plus ce sont avec un aux de en se sa son ou ne",
  german:
    "der die das und den von zu mit dem des ist im auf eine nicht ein sich auch als nach oder bei einer wird in er hat an aus",
  spanish: "el la los las y del que en por una con para es se al lo su como de un no toda a sus o este",
  portuguese:
    "o os as e do da dos das que em por uma para se ao um mais pelo pela todo de a no na ou sua com",
  italian: "il lo la gli le e di che in per una con del della non si nel alla dei da un ha o al ogni i sono",
  dutch: "de het een en van in op voor met dat is zijn niet aan te bij ook er door naar om of die",
  swedish: "och att det som en av med till den har inte om ett han var i de sig eller vid under efter skall",
  danish:
    "og at det som en er af med til den har ikke om et han var i de sig eller ved under efter skal blev sin hans",
  icelandic: "og en hann hafa allir er sem til um eða skal ekki vera eiga með hefur sinn var",
  catalan: "el la els les i de que en un una amb per a es no del dels al seu o com tota",
  faroese: "og at ella hava eru hvør skal ikki sum til av eigur hann",
  gaelic: "agus na an a is gach do aig tha air gu",
  friulian: "il la dal dai che e di al a sun une in dut un",
  estonian: "ja on ei et see oma kui ka ning mis selle tema iga",
  polish: "i w na z do nie jest po przez o od za jak dla oraz jego ma prawo lub to tym czy ani jako wolno",
  czech: "je se na v a s k o z do pro od podle nebo jako jeho by kdo aby ani za to po ve",
  slovak: "a v na je sa s k o z do pre od alebo ako jeho by kto aby ani za to po vo na svoje",
  hungarian: "a az is hogy nem egy meg volt vagy csak mint kell minden joga ha de el ki van",
  romanian:
    "de la cu pe din pentru este care prin sunt fost mai dar nu ale a sau orice are dreptul ca o un se al",
  croatian:
    "i je u na se da za od s koji kao do iz ili svatko ima pravo su ne o ni a po nitko vsakdo v in pravico do svoje svako ki z ne",
  turkish: "ve bir bu de da ile olarak daha gibi kadar ancak herkes her veya ne en olan ya bunun",
  lithuanian: "ir kiekvienas turi su is kad ar tai jos ne savo teise kaip yra nuo arba bei",
  latvian: "un ir ikvienam uz no ar par vai tai kas nav lai ka to pie savu katram",
};

export type Alphabet = keyof typeof ALPHABETS;

/** What a charset is used for, and how much evidence it takes to believe in it, in bits. */
export interface Charset {
  readonly alphabets: readonly Alphabet[];
  readonly doubt: number;
  /** So old that a few foreign letters do not speak for it, and that its texts are more often in another that is not known. */
  readonly isOld?: true;
}

const WESTERN = [
  "french",
  "german",
  "spanish",
  "portuguese",
  "italian",
  "dutch",
  "swedish",
  "danish",
  "icelandic",
  "catalan",
  "faroese",
  "friulian",
  "gaelic",
] as const;
const CENTRAL = ["polish", "czech", "slovak", "hungarian", "romanian", "croatian"] as const;
const BALTIC = ["lithuanian", "latvian", "estonian"] as const;
const CYRILLIC = ["russian", "ukrainian", "belarusian", "bulgarian", "serbian", "macedonian"] as const;

/** The charsets of one byte a character, by the names of the WHATWG Encoding Standard; code pages have none. */
export const CHARSETS: Readonly<Record<string, Charset>> = {
  "windows-1252": { alphabets: [...WESTERN, "estonian"], doubt: 0 },
  "iso-8859-15": { alphabets: [...WESTERN, "estonian"], doubt: 4 },
  macintosh: { alphabets: WESTERN, doubt: 6, isOld: true },
  "codepage 850": { alphabets: WESTERN, doubt: 8, isOld: true },
  "codepage 437": { alphabets: WESTERN, doubt: 8.5, isOld: true },
  "windows-1250": { alphabets: CENTRAL, doubt: 5 },
  "codepage 852": { alphabets: CENTRAL, doubt: 8, isOld: true },
  "iso-8859-2": { alphabets: CENTRAL, doubt: 5 },
  "windows-1254": { alphabets: ["turkish"], doubt: 5 },
  "windows-1257": { alphabets: BALTIC, doubt: 7 },
  "iso-8859-4": { alphabets: BALTIC, doubt: 8 },
  "windows-1258": { alphabets: ["vietnamese"], doubt: 7 },
  "windows-1251": { alphabets: CYRILLIC, doubt: 4 },
  "koi8-u": { alphabets: ["russian", "ukrainian", "bulgarian"], doubt: 4 },
  "iso-8859-5": { alphabets: CYRILLIC, doubt: 6 },
  ibm866: { alphabets: ["russian", "ukrainian", "belarusian"], doubt: 6 },
  "x-mac-cyrillic": { alphabets: CYRILLIC, doubt: 12 },
  "windows-1253": { alphabets: ["greek"], doubt: 4 },
  "iso-8859-7": { alphabets: ["greek"], doubt: 4.5 },
  "windows-1255": { alphabets: ["hebrew"], doubt: 4 },
  "windows-1256": { alphabets: ["arabic", "persian", "urdu"], doubt: 4 },
  "iso-8859-6": { alphabets: ["arabic"], doubt: 6 },
  "windows-874": { alphabets: ["thai"], doubt: 5 },
};
