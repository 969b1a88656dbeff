import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CorruptStateError } from "../../../../../functions/digest/errors.ts";
import type { ByteRange } from "../../../../../functions/digest/ports.ts";
import { createLineBuffer } from "../../../../../functions/digest/snapshot/format/line-buffer.ts";
import {
  openText,
  type Reference,
  readLines,
  writeBlocks,
} from "../../../../../functions/digest/snapshot/format/lines.ts";
import { createMemoryStore } from "../../../../../local/stores/memory-store.ts";

/** Lines that do not compress: just under 2 MiB of object, so two pieces. */
const LINES = Array.from({ length: 60_000 }, (_, i) =>
  createHash("sha256").update(String(i)).digest("base64url"),
);

const LINES_FORMAT = { name: "lines", version: 1, known: [1] };

const store = createMemoryStore();

async function write(key: string, lines: readonly string[]): Promise<Reference> {
  const buffer = createLineBuffer();
  buffer.add(Buffer.from(lines.map((line) => `${line}\n`).join("")), lines.length);
  return await writeBlocks(store, key, LINES_FORMAT, buffer.take(lines.length));
}

/** The store, and the ranges that were read of it. */
function countReads(): { readonly counted: typeof store; readonly ranges: (ByteRange | undefined)[] } {
  const ranges: (ByteRange | undefined)[] = [];
  return {
    ranges,
    counted: {
      ...store,
      read(key, range) {
        ranges.push(range);
        return store.read(key, range);
      },
    },
  };
}

describe("openText", () => {
  it("gives the lines back, in chunks of whole lines, one piece of the object at a time", async () => {
    const reference = await write("whole", LINES);
    const { counted, ranges } = countReads();
    const chunks = await Array.fromAsync(openText(counted, reference, LINES_FORMAT)());
    expect(chunks.join("")).toBe(LINES.map((line) => `${line}\n`).join(""));
    expect(chunks.every((chunk) => chunk.at(-1) === 10 && chunk.length < 128 * 1024)).toBe(true);
    expect(ranges).toHaveLength(2);
    expect(await readLines(store, reference, LINES_FORMAT)).toEqual(LINES);
  });

  it("shares a piece with a text that is begun again while the first is within it", async () => {
    const reference = await write("shared", LINES);
    const { counted, ranges } = countReads();
    const open = openText(counted, reference, LINES_FORMAT);
    const [first, second] = [open(), open()];
    expect((await first.next()).value).toEqual((await second.next()).value);
    expect(ranges).toHaveLength(1);
  });

  it("refuses another object at its end, though every block of it is whole", async () => {
    const { sha256 } = await write("one", LINES);
    await write("other", LINES.toReversed());
    const read = Array.fromAsync(openText(store, { key: "other", sha256 }, LINES_FORMAT)());
    await expect(read).rejects.toThrow(
      /s3:\/\/memory\/other: its SHA-256 differs from the one recorded.*restore/,
    );
  });

  it("passes nothing on of a damaged block", async () => {
    const reference = await write("damaged", ["a", "b"]);
    const bytes = Buffer.from((await store.read("damaged"))?.bytes ?? []);
    bytes[bytes.length - 1] = 255 - (bytes.at(-1) ?? 0);
    await store.write("damaged", bytes);
    const chunks: Buffer[] = [];
    const read = async (): Promise<void> => {
      for await (const chunk of openText(store, reference, LINES_FORMAT)()) {
        chunks.push(chunk);
      }
    };
    await expect(read()).rejects.toThrow(CorruptStateError);
    expect(chunks).toEqual([]);
  });

  it.each([
    ["is gone", undefined, "it is gone"],
    ["is empty", Buffer.alloc(0), "its SHA-256"],
    ["is cut off", Buffer.from([0x50, 0x2a]), "its SHA-256"],
    ["is something else", Buffer.from("{}\n".repeat(9)), "its SHA-256"],
  ])("says so where the object %s", async (_, bytes, found) => {
    const reference = await write("replaced", ["a"]);
    await store.remove("replaced");
    if (bytes !== undefined) {
      await store.write("replaced", bytes);
    }
    await expect(readLines(store, reference, LINES_FORMAT)).rejects.toThrow(found);
  });

  it("refuses an object of another format", async () => {
    const reference = await write("format", ["a"]);
    await expect(readLines(store, reference, { ...LINES_FORMAT, name: "part" })).rejects.toThrow(
      /its header is .*late-edition\/lines.* expected .*late-edition\/part/,
    );
  });
});
