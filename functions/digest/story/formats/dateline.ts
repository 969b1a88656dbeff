import { foldBlockText } from "./block-text.ts";
import type { Block } from "./document.ts";

const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date in the basic form of ISO 8601, as NITF has it, in the extended form; any other as written. */
export function extendedDate(date: string | undefined): string | undefined {
  const [whole, year, month, day, hour, minute, second = "00", zone = ""] =
    BASIC.exec(date?.trim() ?? "") ?? [];
  if (whole === undefined) {
    return date;
  }
  const time =
    hour === undefined ? "" : `T${hour}:${minute}:${second}${zone.replace(/(\d{2})(\d{2})$/, "$1:$2")}`;
  return `${year}-${month}-${day}${time}`;
}

/** Longest dateline, in characters. */
const LONGEST_DATELINE = 120;

/** The blocks with a dateline that stands apart put where print has it: before the first sentence. */
export function withDateline(blocks: readonly Block[], apart: string | undefined): readonly Block[] {
  const dateline = foldBlockText((apart ?? "").slice(0, LONGEST_DATELINE * 4)).replace(/[\s:–—―-]+$/, "");
  const index = blocks.findIndex(({ kind }) => kind === "paragraph");
  const first = blocks[index];
  if (dateline === "" || dateline.length > LONGEST_DATELINE || first === undefined) {
    return blocks;
  }
  if (first.text.toLowerCase().startsWith(dateline.toLowerCase())) {
    return blocks;
  }
  return blocks.with(index, { ...first, text: `${dateline} – ${first.text}` });
}
