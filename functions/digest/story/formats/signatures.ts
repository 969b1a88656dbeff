import { unmarkedUtf16 } from "../encoding/charset/unmarked.ts";
import { MAX_CONTROL_SHARE } from "../encoding/decode.ts";
import type { StoryFormat } from "./document.ts";
import type { UnreadKind } from "./names.ts";

/** Offset, bytes in hexadecimal, kind; long enough that no text starts so. */
const SIGNATURES = (
  [
    [0, "255044462d", "PDF, not read"],
    [0, "89504e470d0a1a0a", "image"],
    [0, "ffd8ff", "image"],
    [0, "474946383761", "image"],
    [0, "474946383961", "image"],
    [8, "57454250", "image"],
    [0, "49492a00", "image"],
    [0, "4d4d002a", "image"],
    [0, "384250530001", "image"],
    [0, "00000100", "image"],
    [4, "6674797068656963", "image"],
    [4, "6674797061766966", "image"],
    [4, "66747970", "audio or video"],
    [0, "49443302", "audio or video"],
    [0, "49443303", "audio or video"],
    [0, "49443304", "audio or video"],
    [0, "4f67675300", "audio or video"],
    [0, "664c61430000", "audio or video"],
    [0, "1a45dfa3", "audio or video"],
    [8, "57415645", "audio or video"],
    [8, "41564920", "audio or video"],
    [0, "1f8b08", "archive"],
    [0, "425a6839", "archive"],
    [0, "377abcaf271c", "archive"],
    [0, "526172211a07", "archive"],
    [0, "fd377a585a00", "archive"],
    [0, "28b52ffd", "archive"],
    [257, "757374617200", "archive"],
    [257, "75737461722020", "archive"],
    [0, "d0cf11e0a1b11ae1", "office file"],
    [0, "7b5c727466", "office file"],
    [0, "774f4646", "binary"],
    [0, "774f4632", "binary"],
    [0, "7f454c46", "binary"],
    [0, "53514c69746520666f726d6174203300", "binary"],
    [0, "62706c6973743030", "binary"],
  ] as const satisfies readonly (readonly [number, string, UnreadKind])[]
).map(([at, hex, kind]) => ({ at, kind, bytes: Buffer.from(hex, "hex") }));
/** Signatures at this offset belong to a RIFF container. */
const RIFF = { at: 8, bytes: Buffer.from("RIFF") };
const ZIP = ["504b0304", "504b0506"].map((hex) => Buffer.from(hex, "hex"));
const UTF16_MARKS = [Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)];
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 12, 13, 27]);

/** What the first bytes are of a file that is no text; absent: they may be text. */
export function kindByBytes(start: Buffer): StoryFormat | UnreadKind | undefined {
  if (ZIP.some((bytes) => startsWith(start, 0, bytes))) {
    return kindOfZip(start.toString("latin1"));
  }
  const signed = SIGNATURES.find(
    ({ at, bytes }) => startsWith(start, at, bytes) && (at !== RIFF.at || startsWith(start, 0, RIFF.bytes)),
  );
  return signed?.kind ?? (isText(start) ? undefined : "binary");
}

/** Office's formats are archives with known entries; the first of them lie at the start of the file. */
function kindOfZip(start: string): StoryFormat | UnreadKind {
  if (start.includes("word/")) {
    return "docx";
  }
  if (/mimetypeapplication\/|(?:xl|ppt|visio|Index)\//.test(start)) {
    return "office file";
  }
  return /\[Content_Types\]\.xml|_rels\/|docProps\//.test(start) ? "docx" : "archive";
}

function startsWith(bytes: Buffer, at: number, signature: Uint8Array): boolean {
  return signature.every((byte, n) => bytes[at + n] === byte);
}

/** UTF-16 has a byte order mark, or nearly only common characters; else few bytes are control characters. */
function isText(start: Buffer): boolean {
  if (UTF16_MARKS.some((mark) => startsWith(start, 0, mark)) || unmarkedUtf16(start) !== undefined) {
    return true;
  }
  let controls = 0;
  for (const byte of start) {
    controls += byte < 32 && !TEXT_CONTROLS.has(byte) ? 1 : 0;
  }
  return controls <= start.length * MAX_CONTROL_SHARE;
}
