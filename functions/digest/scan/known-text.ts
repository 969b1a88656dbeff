import { compareKeys } from "../key-order.ts";
import type { ObjectStore } from "../ports.ts";
import { decodeEntry } from "../snapshot/entry.ts";
import type { LinesText } from "../snapshot/format/lines.ts";
import { openParts, type PartReference } from "../snapshot/parts.ts";
import type { Bounds, Range } from "../snapshot/snapshot.ts";

const LINE_END = 0x0a;

/** The parts with any key within these bounds. */
export function partsWithin(
  parts: readonly PartReference[],
  { after, upTo }: Bounds,
): readonly PartReference[] {
  const endsAfter = ({ last }: PartReference): boolean => after === undefined || compareKeys(last, after) > 0;
  const startsWithin = ({ first }: PartReference): boolean =>
    upTo === undefined || compareKeys(first, upTo) <= 0;
  return parts.filter((part) => endsAfter(part) && startsWithin(part));
}

/** Whether a range starts or ends within a part, as the two halves of a stopped range do. */
export function cutsParts({ after, upTo, parts }: Range): boolean {
  const first = parts[0]?.first;
  const last = parts.at(-1)?.last;
  return (
    (first !== undefined && after !== undefined && compareKeys(first, after) <= 0) ||
    (last !== undefined && upTo !== undefined && compareKeys(last, upTo) > 0)
  );
}

/** The lines of the range, from its parts. Each part is fetched when first read. One GET per mebibyte. */
export function openRange(store: ObjectStore, range: Range): LinesText {
  const text = openParts(store, range.parts);
  return cutsParts(range) ? () => linesWithin(text(), range) : text;
}

/** Reads to the end even if the range ends earlier, because the text is verified only there. */
async function* linesWithin(
  chunks: AsyncIterable<Buffer>,
  { after, upTo }: Bounds,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    const start = after === undefined ? 0 : endOfKeys(chunk, after);
    const end = upTo === undefined ? chunk.length : endOfKeys(chunk, upTo);
    if (start < end) {
      yield chunk.subarray(start, end);
    }
  }
}

/** The end of the lines with keys up to `key`. A chunk entirely on one side of it costs one decoded line. */
function endOfKeys(chunk: Buffer, key: string): number {
  const isWithin = (at: number): boolean => compareKeys(keyAt(chunk, at), key) <= 0;
  if (isWithin(startOfLast(chunk))) {
    return chunk.length;
  }
  let end = 0;
  while (isWithin(end)) {
    end = chunk.indexOf(LINE_END, end) + 1;
  }
  return end;
}

/** The key of the line that begins here. */
export function keyAt(chunk: Buffer, at: number): string {
  return decodeEntry(chunk.toString("utf8", at, chunk.indexOf(LINE_END, at))).key;
}

function startOfLast(lines: Buffer): number {
  return lines.lastIndexOf(LINE_END, lines.length - 2) + 1;
}

/** The key of the last of these lines. */
export function lastKeyOf(lines: Buffer): string {
  return keyAt(lines, startOfLast(lines));
}
