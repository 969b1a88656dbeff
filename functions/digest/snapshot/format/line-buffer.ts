import { giveBack } from "../../store/give-back.ts";
import { decodeBlock, encodeBlock } from "./blocks.ts";

/**
 * A block ends with the line that passes this length: some five hundred entries. Smaller blocks compress just
 * as well, as entries have little in common but their beginnings; larger ones would need more memory while
 * being read.
 */
const BLOCK_BYTES = 96 * 1024;

/** Room for a block and its last line, unless that is long. */
const OPEN_BYTES = BLOCK_BYTES + 8 * 1024;

const LINE_END = 0x0a;

/** A block of whole lines, compressed. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Number of lines. */
  readonly count: number;
}

/** A first-in, first-out queue of lines. */
export interface LineBuffer {
  /** Number of waiting lines. */
  count(): number;
  /** Adds `count` whole lines, and keeps nothing of these bytes. */
  add(lines: Buffer, count: number): void;
  /** Removes and returns the first `count` lines. */
  take(count: number): readonly LineBlock[];
}

/**
 * A buffer that holds its lines compressed and off-heap, in the blocks in which they will be written. The block
 * boundaries depend on the lines, not on the pieces in which they arrived.
 */
export function createLineBuffer(): LineBuffer {
  const blocks: LineBlock[] = [];
  let open = Buffer.alloc(0);
  let openCount = 0;
  let openLength = 0;
  let count = 0;
  const append = (lines: Buffer, added: number): void => {
    if (openLength + lines.length > open.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(OPEN_BYTES, openLength + lines.length));
      larger.set(open.subarray(0, openLength));
      giveBack(open);
      open = larger;
    }
    open.set(lines, openLength);
    openCount += added;
    openLength += lines.length;
  };
  const seal = (): void => {
    blocks.push({ bytes: encodeBlock(open.subarray(0, openLength)), count: openCount });
    [openCount, openLength] = [0, 0];
    if (open.length > OPEN_BYTES) {
      giveBack(open);
      open = Buffer.alloc(0);
    }
  };
  return {
    count: () => count,
    add(lines, added) {
      count += added;
      let rest = lines;
      let left = added;
      while (openLength + rest.length >= BLOCK_BYTES) {
        const head = rest.subarray(0, rest.indexOf(LINE_END, BLOCK_BYTES - openLength - 1) + 1);
        const inHead = head.length === rest.length ? left : countLines(head);
        append(head, inHead);
        seal();
        rest = rest.subarray(head.length);
        left -= inHead;
      }
      append(rest, left);
    },
    take(wanted) {
      if (wanted > count - openCount && openCount > 0) {
        seal();
      }
      count -= wanted;
      return takeFrom(blocks, wanted);
    },
  };
}

/** The number of lines in this text; each ends with a line end. */
export function countLines(lines: Buffer): number {
  let count = 0;
  for (let end = lines.indexOf(LINE_END); end >= 0; end = lines.indexOf(LINE_END, end + 1)) {
    count += 1;
  }
  return count;
}

/** The lines of a text, without their line ends. */
export function splitLines(lines: Buffer): readonly string[] {
  return lines.toString("utf8").slice(0, -1).split("\n");
}

/** Removes lines from the blocks; the rest of the last one is put back. */
function takeFrom(blocks: LineBlock[], wanted: number): readonly LineBlock[] {
  const taken: LineBlock[] = [];
  let missing = wanted;
  while (missing > 0) {
    const block = blocks.shift();
    if (block === undefined) {
      throw new RangeError(`cannot take ${wanted} lines: only ${wanted - missing} waiting`);
    }
    const [whole, rest] = block.count <= missing ? [block] : cutBlock(block, missing);
    taken.push(whole);
    missing -= whole.count;
    if (rest !== undefined) {
      blocks.unshift(rest);
    }
  }
  return taken;
}

/** Splits the block in two, the first with `count` lines. */
function cutBlock(block: LineBlock, count: number): readonly [LineBlock, LineBlock] {
  const content = decodeBlock(block.bytes);
  let end = 0;
  for (let line = 0; line < count; line += 1) {
    end = content.indexOf(LINE_END, end) + 1;
  }
  return [
    { bytes: encodeBlock(content.subarray(0, end)), count },
    { bytes: encodeBlock(content.subarray(end)), count: block.count - count },
  ];
}
