import { describe, expect, it } from "vitest";
import { CorruptStateError } from "../../../../../functions/digest/errors.ts";
import { joinPieces } from "../../../../../functions/digest/scan/stretches/join-pieces.ts";
import type { ListedStories, Piece } from "../../../../../functions/digest/scan/stretches/piece.ts";
import { type Entry, encodeEntry } from "../../../../../functions/digest/snapshot/entry.ts";

const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  etag: key,
  size: 1,
  hash: "h",
  place: { pack: "p", offset: 1, length: 2 },
  firstSeen: "s",
  lastChanged: "s",
  earlier: [],
  ...more,
});

const HELD = { held: { reason: "empty", etag: "e", hash: "", since: "s" } };
const MISSING = { missing: { since: "s", seen: "s" } };

/** A stretch with a story of each of these letters that ends at this key. */
interface Stretch {
  readonly listed: string;
  readonly upTo: string | undefined;
  readonly isPassed?: boolean;
}

interface ToPage extends Pick<ListedStories, "end"> {
  /** The last key of the page, if it is none of these. */
  readonly last?: string;
  readonly read?: () => void;
  readonly joined?: (unchanged: number | undefined) => void;
}

/** A piece with stories as the snapshot has them. */
function pieceOf(keys: Iterable<string>, { end, ...page }: ToPage = {}): Piece {
  const stories = [...keys].map((key) => ({ key, etag: key, size: 1 }));
  return {
    last: page.last ?? stories.at(-1)?.key ?? "",
    read() {
      page.read?.();
      return { stories, ...(end && { end }) };
    },
    joined: (unchanged) => page.joined?.(unchanged),
  };
}

async function* stream(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

interface Joined {
  /** Each step as letters, in the order of the steps. */
  readonly steps: readonly string[];
  /** What was told of each stretch that was read. */
  readonly told: readonly (number | undefined)[];
  /** Chunks of the snapshot that were read. */
  readonly chunks: number;
}

async function join(
  entries: readonly Entry[],
  stretches: readonly Stretch[],
  total?: number,
): Promise<Joined> {
  const told: (number | undefined)[] = [];
  let chunks = 0;
  async function* text(): AsyncGenerator<Buffer> {
    for (const each of entries) {
      chunks += 1;
      yield Buffer.from(`${encodeEntry(each)}\n`);
    }
  }
  const pieces = stretches.map(({ listed, upTo, isPassed }) =>
    isPassed
      ? { unchanged: listed.length, upTo }
      : pieceOf(listed, { end: { upTo }, joined: (unchanged) => told.push(unchanged) }),
  );
  const steps: string[] = [];
  for await (const found of joinPieces(text(), stream(pieces), total)) {
    for (const step of found) {
      const key = step.difference === "none" ? JSON.parse(step.lines.toString())[0] : undefined;
      steps.push(key ?? `${step.difference} ${"before" in step ? step.before.key : ""}`);
    }
  }
  return { steps, told, chunks };
}

const ALL = [..."abcdef"].map((key) => entry(key));

describe("joinPieces", () => {
  it("reads nothing of the snapshot if every stretch is unchanged", async () => {
    const passed = { isPassed: true };
    const found = await join(
      ALL,
      [
        { listed: "abc", upTo: "c", ...passed },
        { listed: "def", upTo: undefined, ...passed },
      ],
      6,
    );
    expect(found).toEqual({ steps: [], told: [], chunks: 0 });
  });

  it("gives the lines of unchanged stretches before and after one that was read", async () => {
    const found = await join(
      ALL,
      [
        { listed: "ab", upTo: "b", isPassed: true },
        { listed: "cd", upTo: "d" },
        { listed: "ef", upTo: undefined, isPassed: true },
      ],
      6,
    );
    expect(found).toEqual({ steps: [..."abcdef"], told: [2], chunks: 6 });
  });

  it("gives them all where the range is written anyway", async () => {
    const found = await join(ALL, [{ listed: "abcdef", upTo: undefined, isPassed: true }]);
    expect(found.steps).toEqual([..."abcdef"]);
  });

  it("has the lines of a page at hand before it reads the page, as far as four chunks beyond the first have them", async () => {
    const told: string[] = [];
    async function* text(): AsyncGenerator<Buffer> {
      for (const key of "abcdefgh") {
        told.push(key);
        yield Buffer.from(`${encodeEntry(entry(key))}\n`);
      }
    }
    const tell = { read: () => told.push("page"), joined: () => told.push("joined") };
    const pieces = [
      pieceOf("a", { ...tell, last: "b" }),
      pieceOf("bcdefg", tell),
      pieceOf("h", { ...tell, end: { upTo: undefined } }),
    ];
    await Array.fromAsync(joinPieces(text(), stream(pieces)));
    expect(told.join(" ")).toBe("a b page joined c d e f page g joined h page joined");
  });

  const MANY = Array.from({ length: 20 }, (_, n) => `k${String(n).padStart(2, "0")}`);

  it.each<[string, readonly Piece[], RegExp | undefined]>([
    ["are read, as they were", MANY.map((key) => pieceOf([key])), undefined],
    ["are gone", [pieceOf([], { end: { upTo: undefined } })], undefined],
    ["were passed over", [{ unchanged: MANY.length, upTo: undefined }], undefined],
    ["are not those of the fingerprints", [{ unchanged: 1, upTo: "k00" }], /are not those of the snapshot/],
  ])("holds two chunks at most, whatever their number, where all stories %s", async (_, pieces, error) => {
    const chunks: Buffer[] = [];
    let most = 0;
    async function* text(): AsyncGenerator<Buffer> {
      for (const key of MANY) {
        const line = Buffer.from(`${encodeEntry(entry(key))}\n`);
        const chunk = Buffer.allocUnsafeSlow(line.length);
        line.copy(chunk);
        chunks.push(chunk);
        most = Math.max(most, chunks.filter(({ length }) => length > 0).length);
        yield chunk;
      }
    }
    const found = Array.fromAsync(joinPieces(text(), stream(pieces)));
    await (error === undefined ? found : expect(found).rejects.toThrow(error));
    expect([chunks.length, most]).toEqual([MANY.length, 2]);
  });

  it("keeps no page while its stories are read", async () => {
    const object = { key: "a", etag: "other", size: 1 };
    async function* text(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${encodeEntry(entry("a"))}\n`);
    }
    const read = () => ({ stories: [object], end: { upTo: undefined } });
    const pieces = stream([{ last: "a", read, joined: () => {} }]);
    const [step] = (await Array.fromAsync(joinPieces(text(), pieces))).flat();
    const listed = step?.difference === "touched" ? step.listed : undefined;
    expect(listed).toEqual(object);
    expect(listed).not.toBe(object);
  });

  it.each([
    ["is held back, though it looks as it did", entry("b", HELD), "abc", "touched b"],
    ["is missing", entry("b", MISSING), "ac", "removed b"],
    ["was removed", entry("b"), "ac", "removed b"],
    ["was the last and was removed", entry("c5"), "abc", "removed c5"],
    ["has another version", entry("b", { etag: "2" }), "abc", "touched b"],
    ["is new", undefined, "abc", "added "],
  ])("attests nothing of a stretch of which a story %s", async (_, other, listed, step) => {
    const others = other === undefined ? "ac" : "abc".replace(other.key, "");
    const entries = [...[...others].map((key) => entry(key)), ...(other === undefined ? [] : [other])];
    const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const found = await join(
      [...sorted, entry("d")],
      [
        { listed, upTo: "c9" },
        { listed: "d", upTo: undefined },
      ],
    );
    expect(found.steps).toContain(step);
    expect(found.told).toEqual([undefined, 1]);
  });

  it.each([
    ["more stories than the snapshot", [{ listed: "abcdefgh", upTo: undefined, isPassed: true }], 6],
    ["fewer", [{ listed: "abc", upTo: undefined, isPassed: true }], 6],
    [
      "fewer, where some are read",
      [
        { listed: "ab", upTo: "c", isPassed: true },
        { listed: "def", upTo: undefined },
      ],
      6,
    ],
    [
      "others, where some are read",
      [
        { listed: "abcd", upTo: "c", isPassed: true },
        { listed: "ef", upTo: undefined },
      ],
      6,
    ],
    [
      "fewer at the end",
      [
        { listed: "abc", upTo: "c" },
        { listed: "de", upTo: undefined, isPassed: true },
      ],
      6,
    ],
  ] as const)("throws if unchanged stretches have %s", async (_, stretches, total) => {
    await expect(join(ALL, stretches, total)).rejects.toThrow(CorruptStateError);
    await expect(join(ALL, stretches, total)).rejects.toThrow(
      "the fingerprints in the state bucket are not those",
    );
  });
});
