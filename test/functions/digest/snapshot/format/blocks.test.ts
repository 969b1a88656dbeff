import { zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../../bench/data/random.ts";
import {
  DamagedBlockError,
  encodeBlock,
  readBlocks,
} from "../../../../../functions/digest/snapshot/format/blocks.ts";
import { createLineBuffer } from "../../../../../functions/digest/snapshot/format/line-buffer.ts";
import { anyCharacter } from "../../../../support/any-character.ts";
import { fc } from "../../../../support/laws.ts";

/** These bytes in pieces of this length. */
async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) {
    yield bytes.subarray(start, start + length);
  }
}

async function contents(bytes: Buffer, length: number): Promise<readonly string[]> {
  const blocks = await Array.fromAsync(readBlocks(pieces(bytes, length)));
  return blocks.map((block) => block.toString());
}

/** Bytes that hardly compress, always the same. */
function noise(length: number): Buffer {
  const random = seededRandom(length);
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}

describe("blocks", () => {
  it("are read back, wherever the bytes are cut", async () => {
    const texts = fc.array(
      fc.string({ unit: anyCharacter, size: "medium" }).map((text) => text.toWellFormed()),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 200 }), async (written, length) => {
        const bytes = Buffer.concat(written.map((text) => encodeBlock(Buffer.from(text))));
        expect(await contents(bytes, length)).toEqual(written);
      }),
      { seed: 1 },
    );
  });

  it("let nothing through that is damaged or cut off", async () => {
    const bytes = Buffer.concat([encodeBlock(Buffer.from("first")), encodeBlock(Buffer.from("second"))]);
    const length = encodeBlock(Buffer.from("first")).length;
    for (let at = 0; at < length; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged[at] = 255 - (damaged[at] ?? 0);
      await expect(contents(damaged, bytes.length), `byte ${at}`).rejects.toThrow(DamagedBlockError);
    }
    for (let end = length + 1; end < bytes.length; end += 1) {
      await expect(contents(bytes.subarray(0, end), 7), `cut at ${end}`).rejects.toThrow(DamagedBlockError);
    }
  });

  it("are a skippable frame that says how long the zstd frame behind it is", () => {
    const block = encodeBlock(Buffer.from("a\n"));
    expect(block.subarray(0, 8).toString("hex")).toBe("502a4d1804000000");
    expect(block.readUInt32LE(8)).toBe(block.length - 12);
    expect(zstdDecompressSync(block.subarray(12)).toString()).toBe("a\n");
  });

  it.each([1, 20_000, 31_000, 60_000])("of %d bytes keep no other memory alive", (length) => {
    const block = encodeBlock(noise(length));
    expect(block.length).toBeGreaterThan(length);
    expect(block.buffer.byteLength).toBe(block.length);
  });
});

describe("createLineBuffer", () => {
  const lines = Array.from({ length: 3_000 }, (_, i) => `line ${i} ${"é".repeat(i % 190)}\n`);

  /** The blocks of these lines when they come so many at a time. */
  function blocksOf(together: number): readonly string[] {
    const buffer = createLineBuffer();
    for (let start = 0; start < lines.length; start += together) {
      const some = lines.slice(start, start + together);
      buffer.add(Buffer.from(some.join("")), some.length);
    }
    return [...buffer.take(2_000), ...buffer.take(1_000)].map(({ bytes }) => bytes.toString("hex"));
  }

  it("makes the same blocks however the lines came", () => {
    const expected = blocksOf(1);
    expect(expected.length).toBeGreaterThan(3);
    expect(blocksOf(7)).toEqual(expected);
    expect(blocksOf(3_000)).toEqual(expected);
  });

  it("refuses to hand out more lines than there are", () => {
    const buffer = createLineBuffer();
    buffer.add(Buffer.from("a\n"), 1);
    expect(() => buffer.take(2)).toThrow("cannot take 2 lines: only 1 waiting");
  });
});
