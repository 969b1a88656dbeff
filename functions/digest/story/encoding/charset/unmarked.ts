import { isCommonHan } from "./double-byte.ts";

const SAMPLE_BYTES = 4_000;
/** Fewer characters than these may be anything. */
const MIN_CHARACTERS = 8;
/** Share of the characters of a text that are ASCII or of one script; of Chinese ones, that are among the most common. */
const MIN_OF_SCRIPT = 0.95;
const MIN_COMMON_HAN = 0.3;
const MARKS = "[\\t\\n\\r -~\\u00a0-\\u00bf\\u2010-\\u2044\\u20a0-\\u20bf\\u3000-\\u301f\\uff00-\\uff1f]";
const SCRIPTS = ["Latin", "Cyrillic", "Greek", "Hebrew", "Arabic", "Thai", "Devanagari", "Hangul"].map(
  (script) => new RegExp(`${MARKS}|[\\p{Script=${script}}\\p{M}]`, "gu"),
);
const CHINESE = /[\u3041-\u30ff\u4e00-\u9fff]/g;
/** No text of any length is without; bytes that count up look like letters and accents. */
const SPACE = /[ \n]/;
const KANA = /[\u3041-\u30ff]/;

export type ByteOrder = "utf-16le" | "utf-16be";

/** Whether bytes are UTF-16 that lost its byte order mark, and in which order. Bounded by a sample. */
export function unmarkedUtf16(bytes: Uint8Array): ByteOrder | undefined {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length - (bytes.length % 2)));
  if (sample.length < 2 * MIN_CHARACTERS || !sample.includes(0)) {
    return undefined;
  }
  return (["utf-16le", "utf-16be"] as const).find((order) => isText(new TextDecoder(order).decode(sample)));
}

function isText(text: string): boolean {
  const isMostly = (count: number) => count >= MIN_OF_SCRIPT * text.length;
  if (SCRIPTS.some((script) => isMostly(text.match(script)?.length ?? 0))) {
    return SPACE.test(text);
  }
  const characters = text.match(CHINESE) ?? [];
  const common = characters.filter((character) => KANA.test(character) || isCommonHan(character)).length;
  const others = text.replaceAll(CHINESE, "").match(SCRIPTS[0] ?? CHINESE)?.length ?? 0;
  return isMostly(characters.length + others) && common >= MIN_COMMON_HAN * characters.length;
}

/** How ISO-2022-JP turns to characters of two bytes. */
const TO_KANJI = ["\u001b$@", "\u001b$B"];
const MAX_BROKEN_SHARE = 0.01;

/** The text in seven-bit bytes with the escape sequences of ISO-2022-JP; `undefined` if they have none, or make no text. */
export function readIso2022(ascii: string): string | undefined {
  if (!TO_KANJI.some((sequence) => ascii.includes(sequence))) {
    return undefined;
  }
  const text = new TextDecoder("iso-2022-jp").decode(Buffer.from(ascii, "latin1"));
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > MAX_BROKEN_SHARE * text.length ? undefined : text;
}
