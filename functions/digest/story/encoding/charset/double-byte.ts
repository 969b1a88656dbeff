import type { Cost } from "./single-byte.ts";

/** The charsets of two bytes a character, with their languages. */
const DOUBLE_BYTE = {
  shift_jis: "japanese",
  "euc-jp": "japanese",
  gb18030: "chinese",
  big5: "chinese",
  "euc-kr": "korean",
} as const;
type DoubleByte = keyof typeof DOUBLE_BYTE;

export const DOUBLE_BYTE_CHARSETS = Object.keys(DOUBLE_BYTE) as readonly DoubleByte[];

/** How much evidence it takes to believe in one of them, in bits. */
const DOUBT = 4;

/** Whether a charset has two bytes a character. */
export function isDoubleByte(charset: string): charset is DoubleByte {
  return Object.hasOwn(DOUBLE_BYTE, charset);
}

/** The characters that make up most of any news text: Chinese in both scripts, Japanese, Korean. */
const COMMON = {
  chinese:
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市台党员报记司警察区省长会议总统政府经济国际公司今天昨天表示报道这為國來個們時說對會後發經過還將從動現機關長問業電話東車兩開當種樣實體學與點無間員報總統應該並處數據記者",
  japanese:
    "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木会社市民党政府首相議員委内閣選挙警察発表事故者地域県町村新旧問題対策経済関係調査結果方法場所開催予定決定実施必要可能約万億東京大阪同自動車道路海港風雨雪火災被害住的手目体部屋通用意味作品思考力学主理化性業工全最初終合計年度昨来週末朝夜夕再建設計画報告言語人口員長会議",
  korean:
    "이다는을의에가지고하한은로기를도사어시인들대정서자리일있그제아해수것보나과장전주부스적만라면원소구상조연성동공안유국중당무선계문오화신학관개세와경진방발모위실생영교분용통비회내민재물산치강법습니까했었겠려던요야된될되서울북남두세네년월밤낮말심습김박최",
} as const;
const COMMON_SETS = {
  chinese: new Set(COMMON.chinese),
  japanese: new Set(COMMON.japanese),
  korean: new Set(COMMON.korean),
};

/** Whether a character is among the most common of Chinese or Japanese. */
export function isCommonHan(character: string): boolean {
  return COMMON_SETS.chinese.has(character) || COMMON_SETS.japanese.has(character);
}

const BITS = {
  kana: 4.5,
  common: 7,
  otherHan: 13,
  otherHangul: 11,
  mark: 5.5,
  foreign: 13,
  halfWidth: 13,
  rare: 17,
  broken: 25,
} as const;

/** The cost of the bytes in a charset of two bytes a character. Linear. */
export function costOfPairs(bytes: Uint8Array, charset: DoubleByte): Cost {
  const language = DOUBLE_BYTE[charset];
  let bits: number = DOUBT;
  let odd = 0;
  for (const character of new TextDecoder(charset).decode(bytes)) {
    if (character > "\u007f") {
      const cost = bitsOf(character, language);
      bits += cost;
      odd += cost >= BITS.rare ? 1 : 0;
    }
  }
  return { bits, odd };
}

type Language = (typeof DOUBLE_BYTE)[DoubleByte];

/** The bits of a character, by the first of these that it is in; where two are given, the second is for Japanese or Korean. */
const RANGES: readonly (readonly [RegExp, bits: number, inLanguage?: number, language?: Language])[] = [
  [/[\u3041-\u30ff]/, BITS.foreign, BITS.kana, "japanese"],
  [/[\u3001-\u3011“”‘’…—\u30fb\uff01-\uff5e·]/, BITS.mark],
  [/[\u4e00-\u9fff]/, BITS.otherHan, BITS.rare, "korean"],
  [/[\uac00-\ud7a3]/, BITS.otherHangul],
  [/[\uff61-\uff9f]/, BITS.halfWidth],
  [/\ufffd/, BITS.broken],
];

function bitsOf(character: string, language: Language): number {
  if (COMMON_SETS[language].has(character)) {
    return BITS.common;
  }
  const [, bits = BITS.rare, own = bits, ownLanguage = ""] =
    RANGES.find(([range]) => range.test(character)) ?? [];
  return language === ownLanguage ? own : bits;
}
