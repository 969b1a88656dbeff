import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../../functions/digest/story/types.ts";
import { legacyBytes } from "../../../../../support/legacy-bytes.ts";

function read(bytes: Uint8Array | string, key = "story.txt", contentType?: string): Story {
  const story = parseStory(key, bytes, { contentType });
  if (isUnreadable(story)) {
    throw new Error(story.unreadable);
  }
  return story;
}

const STORIES: Readonly<Record<string, string>> = {
  English:
    "Café opens in Altmere\n\nThe café on the quay, run by Zoë Brontë and Señor Muñoz, opens on 3 May — “at last”, she said.\n",
  French:
    "Le pont sera fermé\n\nLe pont d’Altmer sera fermé dès le 3 mai, a déclaré la mairie. Les commerçants s’inquiètent déjà.\n",
  German:
    "Brücke wird gesperrt\n\nDie Brücke bei Altmeer wird ab dem 3. Mai gesperrt, teilte die Stadt mit. Die Händler klagen über größere Umwege.\n",
  Spanish:
    "Cierran el puente\n\nEl puente de Altamera cerrará el 3 de mayo, según el ayuntamiento. Los vecinos piden más autobuses este año.\n",
  Portuguese:
    "Ponte será fechada\n\nA ponte de Altamira será fechada em 3 de maio, informou a câmara. Os moradores não estão satisfeitos.\n",
  Italian:
    "Il ponte chiuderà\n\nIl ponte di Altamare chiuderà il 3 maggio, perché è pericoloso. Così ha deciso la città.\n",
  Swedish:
    "Bron stängs\n\nBron vid Altmåra stängs den 3 maj, säger kommunen. Åtta butiker på kajen får vänta.\n",
  Danish:
    "Broen lukker\n\nBroen ved Altmøre lukker den 3. maj, siger kommunen. Beboerne på øen må køre en omvej.\n",
  Finnish:
    "Silta suljetaan\n\nAltmeren silta suljetaan 3. toukokuuta, kertoo kaupunki. Yrittäjät pelkäävät, että työt jäävät kesken.\n",
  Icelandic:
    "Brúnni lokað\n\nBrúnni við Altmæri verður lokað 3. maí, segir bæjarstjórnin. Íbúar þurfa að aka lengri leið.\n",
  Polish:
    "Most będzie zamknięty\n\nMost w Altmierzu będzie zamknięty od 3 maja, ogłosił zarząd. Kupcy skarżą się na długie objazdy.\n",
  Czech:
    "Most se zavře\n\nMost v Altměři se zavře 3. května, oznámila radnice. Obchodníci si stěžují na dlouhé objížďky přes řeku.\n",
  Hungarian:
    "Lezárják a hidat\n\nAz altméri hidat május 3-án lezárják, közölte a város. A kereskedők a hosszú kerülők miatt panaszkodnak, őszig nem lesz új út.\n",
  Slovak:
    "Most zatvoria\n\nMost v Altmíre zatvoria 3. mája, oznámil úrad. Obchodníci sa sťažujú na dlhé obchádzky a žiadajú náhradu škôd.\n",
  Croatian:
    "Most se zatvara\n\nMost u Altmaru zatvara se 3. svibnja, priopćila je uprava. Trgovci se žale na duge obilaske i traže naknadu.\n",
  Romanian:
    "Podul se închide\n\nPodul din Altmăra se închide pe 3 mai, a anunţat primăria. Comercianţii se plâng de ocolurile lungi şi cer despăgubiri.\n",
  Turkish:
    "Köprü kapanıyor\n\nAltmer’deki köprü 3 Mayıs’ta kapanacak, dedi belediye. Esnaf uzun yoldan şikâyetçi ve daha çok otobüs istiyor.\n",
  Lithuanian:
    "Tiltas bus uždarytas\n\nAltmero tiltas bus uždarytas gegužės 3 dieną, pranešė savivaldybė. Prekybininkai skundžiasi ilgais apvažiavimais, žmonės prašo autobusų.\n",
  Latvian:
    "Tiltu slēgs\n\nAltmeras tiltu slēgs 3. maijā, paziņoja pašvaldība. Tirgotāji sūdzas par gariem apbraucamiem ceļiem un grib vairāk autobusu.\n",
  Russian:
    "Мост закроют\n\nМост в Альтмере закроют 3 мая, сообщила мэрия. Торговцы жалуются на долгий объезд.\n",
  Ukrainian:
    "Міст закриють\n\nМіст в Альтмері закриють 3 травня, повідомила мерія. Торговці скаржаться на довгий об’їзд, її рішення оскаржать.\n",
  Bulgarian:
    "Мостът се затваря\n\nМостът в Алтмер се затваря на 3 май, съобщи общината. Търговците се оплакват от дългия обход.\n",
  Serbian:
    "Мост се затвара\n\nМост у Алтмеру затвара се 3. маја, саопштила је управа. Трговци се жале на дуге обиласке, њихове радње су празне.\n",
  Greek:
    "Κλείνει η γέφυρα\n\nΗ γέφυρα του Άλτμερ κλείνει στις 3 Μαΐου, ανακοίνωσε ο δήμος. Οι έμποροι διαμαρτύρονται για τη μεγάλη παράκαμψη.\n",
  Hebrew: "הגשר ייסגר\n\nהגשר באלטמר ייסגר ב-3 במאי, הודיעה העירייה. הסוחרים מתלוננים על העיקוף הארוך.\n",
  Arabic: "إغلاق الجسر\n\nأعلنت البلدية أن الجسر في ألتمير سيغلق في 3 مايو. ويشكو التجار من الطريق الطويل.\n",
  Thai: "ปิดสะพาน\n\nเทศบาลประกาศว่าจะปิดสะพานในวันที่ 3 พฤษภาคม ผู้ค้าร้องเรียนเรื่องทางอ้อมที่ยาวไกล\n",
  Japanese:
    "橋が閉鎖される\n\nアルトメアの橋は五月三日から閉鎖されると市が発表した。商店主たちは長い回り道に不満を述べている。\n",
  "simplified Chinese":
    "大桥将关闭\n\n市政府宣布，河上的大桥将从五月三日起关闭。商人们抱怨说，绕路要走很久。\n",
  "traditional Chinese":
    "大橋將關閉\n\n市政府宣布，河上的大橋將從五月三日起關閉。商人們抱怨說，繞路要走很久。\n",
  Korean:
    "다리가 닫힌다\n\n시는 알트메르 다리가 오월 삼일부터 닫힌다고 발표했다. 상인들은 먼 길을 돌아가야 한다고 말했다.\n",
};

const ROWS: readonly (readonly [language: string, charset: string])[] = [
  ...[
    "English",
    "French",
    "German",
    "Spanish",
    "Portuguese",
    "Italian",
    "Swedish",
    "Danish",
    "Finnish",
    "Icelandic",
  ].map((language) => [language, "windows-1252"] as const),
  ...["Polish", "Czech", "Hungarian", "Slovak", "Croatian", "Romanian"].flatMap((language) => [
    [language, "windows-1250"] as const,
    [language, "iso-8859-2"] as const,
  ]),
  ["Turkish", "iso-8859-9"],
  ["Lithuanian", "windows-1257"],
  ["Latvian", "windows-1257"],
  ...["Russian", "Ukrainian", "Bulgarian", "Serbian"].map((language) => [language, "windows-1251"] as const),
  ["Russian", "koi8-r"],
  ["Russian", "x-mac-cyrillic"],
  ["Russian", "ibm866"],
  ["Russian", "iso-8859-5"],
  ["Greek", "windows-1253"],
  ["Greek", "iso-8859-7"],
  ["Hebrew", "windows-1255"],
  ["Arabic", "windows-1256"],
  ["Thai", "windows-874"],
  ["Japanese", "shift_jis"],
  ["Japanese", "euc-jp"],
  ["simplified Chinese", "gbk"],
  ["traditional Chinese", "big5"],
  ["Korean", "euc-kr"],
];

describe("a text without a declared charset", () => {
  test.each(ROWS)("is read right in %s, %s", (language, charset) => {
    const text = (STORIES[language] ?? "").replaceAll(/[’“”—]/g, (mark) =>
      charset.startsWith("windows") ? mark : ({ "’": "'", "—": "-" }[mark] ?? '"'),
    );
    const story = read(legacyBytes(text, charset));
    expect(story.text).toBe(text);
    const { kind, facts, cosmetic } = compareStories(read(text), story);
    expect({ kind, facts, cosmetic }).toEqual({ kind: "cosmetic", facts: [], cosmetic: ["encoding"] });
  });

  test.each([
    ["a price", "The ticket costs £5.20 now, and the menu 12½ % more.\n"],
    ["one name", "Jürgen won.\n"],
    ["dashes without spaces", "The bridge—closed since May—opens again—at last—on Monday.\n"],
    ["no-break spaces", "Page 3\u00a0 of\u00a0 4.\u00a0 The bridge is closed.\u00a0 It opens in May.\n"],
    ["bullets", "• Bread\n• Milk\n• Salt and vinegar for the whole of the week\n"],
    ["names of many languages", "Peña, Müller, Lefèvre, Søren, Åse and João met at the château.\n"],
    ["French capitals", "L’ÉTÉ À NÎMES : LA FÊTE EST ANNULÉE\n"],
    ["degrees and signs", "At −5 °C the scale showed 3 × 4 m² ± 2 µm.\n".replace("−", "-")],
    ["Portuguese capitals in quotation marks", "A palavra é «MAÇÃ» e o título “IRMÔ.\n"],
    ["Scottish Gaelic", "Tha còir aig gach neach air saorsa smuain, agus tha sin sgrìobhte.\n"],
    ["Faroese", "Øll menniskju eru fødd fræls og jøvn til virðingar og mannarættindi.\n"],
    ["Catalan", "Això és el que va dir el conseller: la situació és més difícil a l’hivern.\n"],
  ])("is windows-1252 with %s", (_, text) => {
    expect(read(legacyBytes(text, "windows-1252"))).toMatchObject({ text, encoding: "windows-1252" });
  });

  test.each([
    [
      "Polish",
      "codepage 852",
      "Rada m\u00a2wi\u0088a, \u00be kto\u0098 zamkn\u00a5\u0088 most, a stra\u00be g\u0088o\u0098no po\u0088\u00a5cz\u0086a.\n",
    ],
    [
      "German",
      "codepage 850",
      "Die Br\u0081cke ist f\u0081r gr\u0094\u00e1ere Lastwagen gesperrt, h\u0094rte man in K\u0094ln.\n",
    ],
  ])("is read in a code page of DOS: %s", (_, encoding, latin1) => {
    expect(read(Buffer.from(latin1, "latin1")).encoding).toBe(encoding);
  });

  test("is read as UTF-16 that lost its byte order mark", () => {
    for (const text of [STORIES.English, STORIES.Russian, STORIES.Japanese]) {
      const bytes = Buffer.from(text ?? "", "utf16le");
      expect(read(bytes)).toMatchObject({ text, encoding: "utf-16" });
      expect(read(Buffer.from(bytes).swap16())).toMatchObject({ text, encoding: "utf-16" });
    }
  });

  test("is binary, and no UTF-16, where its bytes count up", () => {
    const bytes = Buffer.from(Array.from({ length: 400 }, (_, n) => n % 4));
    expect(parseStory("story.txt", bytes)).toEqual({ key: "story.txt", unreadable: "binary" });
  });

  test("is read as ISO-2022-JP by its escape sequences", () => {
    const euc = legacyBytes("橋が閉まる", "euc-jp");
    const jis = Buffer.concat([
      Buffer.from("\u001b$B"),
      euc.map((byte) => byte & 0x7f),
      Buffer.from("\u001b(B. 3 May\n"),
    ]);
    expect(read(jis)).toMatchObject({ text: "橋が閉まる. 3 May\n", encoding: "iso-2022-jp" });
  });

  test.each([
    [
      "Vietnamese of the nineties",
      "C\u00c7u s\u00cf \u00ae\u00e3ng c\u00f6a t\u00f5 ng\u00b5y 3 th\u00b8ng 5, c\u00b8c nh\u00b5 bu\u00abn ph\u00b5n n\u00b5n v\u00d7 \u00ae\u00ad\u00eang v\u00dfng qu\u00b8 xa.\n",
    ],
  ])("is held back if it is no text in any charset: %s", (_, latin1) => {
    expect(parseStory("story.txt", Buffer.from(latin1, "latin1"))).toEqual({
      key: "story.txt",
      unreadable: "unknown encoding",
    });
  });

  test("is UTF-8 with a few bytes of another charset in it", () => {
    const text = STORIES.French ?? "";
    const utf8 = Buffer.from(text);
    const broken = Buffer.concat([
      utf8.subarray(0, 40),
      Buffer.of(0xff),
      utf8.subarray(40),
      Buffer.from("\u0093d\u00e9j\u00e0\u0094.\n", "latin1"),
    ]);
    expect(read(broken)).toMatchObject({ text: `${text}“déjà”.\n`, encoding: "utf-8" });
  });

  test("has the hash of its bytes in windows-1252, whatever charset is found", () => {
    const bytes = legacyBytes(STORIES.Russian ?? "", "windows-1251");
    const plain = Buffer.from(bytes).toString("latin1");
    expect(read(bytes).hash).toBe(read(plain).hash);
  });
});

describe("a declared charset", () => {
  const word = legacyBytes("Hæ, č", "iso-8859-4");

  test.each([
    ["in the markup", "page.html", undefined],
    ["in the content type", "story.txt", "text/plain; charset=ISO-8859-4"],
  ])("comes first where it fits: %s", (_, key, contentType) => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="iso-8859-4"><p>Tiltas. '),
      word,
      Buffer.from("</p>"),
    ]);
    const bytes = key === "page.html" ? page : word;
    expect(read(bytes, key, contentType).text).toContain("Hæ, č");
  });

  test("gives way to the bytes where it does not fit", () => {
    const text = STORIES.Russian ?? "";
    const bytes = legacyBytes(text, "windows-1251");
    expect(read(bytes, "story.txt", "text/plain; charset=iso-8859-1").text).toBe(text);
    expect(read(bytes, "story.txt", "text/plain; charset=shift_jis").text).toBe(text);
    expect(read(bytes, "story.txt", "text/plain; charset=none-such").text).toBe(text);
  });
});
