import { normalForm } from "./normal-form.ts";

/** Chinese and Japanese letters: Han, kana, and the iteration and length marks. */
const LETTER = "[々\\u3041-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]";
const DIGITS: ReadonlyMap<string, number> = new Map(
  ["〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"].flatMap((digits, value) =>
    [...digits].map((digit): [string, number] => [digit, value]),
  ),
);
/** Multipliers of the digits since the last large scale. */
const SMALL_SCALES: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const LARGE_SCALES: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
  ["兆", 1e12],
]);
/** Counters and units, longer ones first: "3个月" is three months, "3月" is March. */
const UNITS = (
  "平方公里 百分点 百分點 ポイント 人民币 摄氏度 攝氏度 パーセント メートル " +
  "美元 欧元 歐元 英镑 英鎊 日元 公里 千米 厘米 公斤 公顷 公頃 小时 小時 分钟 分鐘 个百分点 個百分點 个月 個月 か月 カ月 ヶ月 時間 週間 年間 日間 年代 " +
  "キロ トン ドル ユーロ カ所 か所 " +
  "人 名 位 个 個 件 起 次 年 月 日 号 號 时 時 点 點 分 秒 天 周 岁 歲 歳 元 円 圆 米 吨 噸 度 枚 台 匹 軒 棟 隻 只 艘 辆 輛 架 家 处 處 回 届 屆 票 本"
).split(" ");
const UNIT = `(?:${UNITS.join("|").replace("日|", "日(?!本)|")})`;
const NUMERAL = `[${[...DIGITS.keys(), ...SMALL_SCALES.keys(), ...LARGE_SCALES.keys()].join("")}]`;
/** A maximal run of digits: it can be read in only one way, so searching for an amount never takes long. */
const RUN = "[\\d０-９]{1,20}(?![\\d０-９])";
const PLAIN_DIGITS = `${RUN}(?:[.,．，]${RUN}){0,6}`;
const PARTS = `(?:${NUMERAL}|${PLAIN_DIGITS}){1,12}`;
/** "十分" is "very", "一个" often just "a"; "百分之" is "percent of". */
const NOT_AMOUNT = "十分(?![钟鐘])|一(?![人名年月日元円圆岁歲歳])";
const FRACTION = `${PARTS}分[之の]${PARTS}`;
const SCORE = `${PLAIN_DIGITS}[対对比]${PLAIN_DIGITS}`;
const AMOUNT = `(?:百分之${PARTS}|${FRACTION}|${SCORE}|(?!${NOT_AMOUNT})${PARTS}${UNIT}|${PLAIN_DIGITS} ${UNIT}|(?=[０-９])${PLAIN_DIGITS})`;
const AMOUNT_HERE = new RegExp(AMOUNT, "uy");
/** An amount of letters opens with a numeral: most letters are none and need not be tried. */
const WORD_HERE = new RegExp(`(?:(?!(?=${NUMERAL})${AMOUNT})${LETTER})+`, "uy");
const LAST_LETTER = new RegExp(`${LETTER}$`, "u");
const TAIL = new RegExp(`(?:${PARTS})?${UNIT}?`, "uy");
const HEAD = new RegExp(`^(?:(?!${LETTER}).)+`, "u");
const WHOLE = new RegExp(`^(百分之)?(${PARTS}) ?(${UNIT})?$`, "u");
const WHOLE_FRACTION = new RegExp(`^(?!百分)(${PARTS})分[之の](${PARTS})$`, "u");
const WHOLE_SCORE = new RegExp(`^${SCORE}$`, "u");
const NUMERAL_PART = new RegExp(`${PLAIN_DIGITS}|${NUMERAL}`, "gu");

/** Whether a character can begin a token of this module. */
export function isHan(character: string): boolean {
  return character >= "々" && /[々〇\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff０-９]/.test(character);
}

/**
 * The amount ("十二人", "１．２億円") at a position in unspaced text, or else the run of letters up to the next
 * amount. Linear time.
 */
export function hanTokenAt(
  text: string,
  at: number,
): { readonly text: string; readonly type: "number" | "word" } | undefined {
  const amount = match(AMOUNT_HERE, text, at);
  if (amount !== undefined) {
    return { text: amount, type: "number" };
  }
  const word = match(WORD_HERE, text, at);
  return word === undefined ? undefined : { text: word, type: "word" };
}

/** Of a number in plain digits followed by letters, the part that forms the amount: "3万人" of "3万人死亡". */
export function cutHanTail(number: string, text: string, at: number): string {
  if (!LAST_LETTER.test(number)) {
    return number;
  }
  const head = HEAD.exec(number)?.[0] ?? "";
  return head + (match(TAIL, text, at + head.length) ?? "");
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
}

/** An amount as a plain number and a unit. */
export interface HanAmount {
  readonly value: string;
  readonly unit: string;
}

/** The value of an amount: "十二人" is 12 人, "3万" 30000, "百分之五" 5 %; `undefined` for other numbers. */
export function readHanAmount(text: string): HanAmount | undefined {
  const [, bottom, top] = WHOLE_FRACTION.exec(text) ?? [];
  if (top !== undefined && bottom !== undefined) {
    return { value: String(Number((numberOf(top) / numberOf(bottom)).toPrecision(12))), unit: "" };
  }
  if (WHOLE_SCORE.test(text)) {
    return { value: normalForm(text, "NFKC").replace(/[対对比]/u, "-"), unit: "" };
  }
  const [, percent, parts = "", unit = ""] = WHOLE.exec(text) ?? [];
  if (parts === "" || /^[\d.,]+$/.test(text)) {
    return undefined;
  }
  return { value: String(Number(numberOf(parts).toPrecision(12))), unit: percent === undefined ? unit : "%" };
}

/** A large scale multiplies everything before it ("二千万"), a small one the digits before it ("二千"). */
function numberOf(parts: string): number {
  return readScaled(parts, LARGE_SCALES, (section) => readScaled(section, SMALL_SCALES, plainDigits));
}

function readScaled(
  text: string,
  scales: ReadonlyMap<string, number>,
  read: (rest: string) => number,
): number {
  let [sum, rest] = [0, ""];
  for (const [part] of text.matchAll(NUMERAL_PART)) {
    const scale = scales.get(part);
    if (scale === undefined) {
      rest += part;
    } else {
      sum += scale * (rest === "" ? 1 : read(rest));
      rest = "";
    }
  }
  return rest === "" ? sum : sum + read(rest);
}

/** Consecutive digits are one number ("二〇二五"). */
function plainDigits(text: string): number {
  const plain = [...normalForm(text, "NFKC")].map((digit) => DIGITS.get(digit) ?? digit).join("");
  return Number(plain.replaceAll(",", ""));
}
