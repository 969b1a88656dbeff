import { compress, decompress } from "./frames.ts";

/** Text that is collected before it is compressed; a few thousand lines. */
const BLOCK_CHARACTERS = 512 * 1024;

/** A block ends with the piece that passes the limit; no character takes more than three bytes. */
const MAX_BLOCK_BYTES = 64 * 1024 * 1024;

/** Lines that wait for their place, first in, first out. */
export interface LineBuffer {
  /** Lines that wait. */
  count(): number;
  /** Takes text of `count` whole lines. */
  add(lines: string, count: number): Promise<void>;
  /** Hands out the first `count` lines as UTF-8, in pieces. */
  take(count: number): Promise<readonly Buffer[]>;
}

interface Block {
  readonly frame: Uint8Array;
  readonly count: number;
}

/** A buffer that holds its lines compressed and outside the heap: a third of their size. */
export function createLineBuffer(): LineBuffer {
  const blocks: Block[] = [];
  let open: string[] = [];
  let openCount = 0;
  let openLength = 0;
  let count = 0;
  const seal = async (): Promise<void> => {
    if (openCount > 0) {
      const [lines, sealed] = [open.join(""), openCount];
      [open, openCount, openLength] = [[], 0, 0];
      blocks.push({ frame: await compress(Buffer.from(lines)), count: sealed });
    }
  };
  return {
    count: () => count,
    async add(lines, added) {
      open.push(lines);
      openCount += added;
      openLength += lines.length;
      count += added;
      if (openLength >= BLOCK_CHARACTERS) {
        await seal();
      }
    },
    async take(wanted) {
      await seal();
      count -= wanted;
      return await takeFrom(blocks, wanted);
    },
  };
}

/** Removes lines from the blocks; what is left of the last one goes back. */
async function takeFrom(blocks: Block[], wanted: number): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  let missing = wanted;
  while (missing > 0) {
    const block = blocks.shift();
    if (block === undefined) {
      throw new RangeError(`cannot take ${wanted} lines: ${wanted - missing} are there`);
    }
    const content = Buffer.from(await decompress(block.frame, MAX_BLOCK_BYTES));
    const end = block.count <= missing ? content.length : endOfLine(content, missing);
    pieces.push(content.subarray(0, end));
    if (end < content.length) {
      blocks.unshift({ frame: await compress(content.subarray(end)), count: block.count - missing });
    }
    missing -= Math.min(block.count, missing);
  }
  return pieces;
}

/** Where the line number `count`, from 1, ends. */
function endOfLine(content: Buffer, count: number): number {
  let end = 0;
  for (let line = 0; line < count; line += 1) {
    end = content.indexOf("\n", end) + 1;
  }
  return end;
}
