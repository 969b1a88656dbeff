import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unreadPages } from "../../functions/digest/store/object-page.ts";
import { decodeKey } from "../../functions/digest/store/s3-page-scanner.ts";
import { anyCharacter } from "./any-character.ts";
import { fc } from "./laws.ts";
import { decode, encode, inBatches, inByteOrder, ODD_KEYS, type Subject, storeBench } from "./store-bench.ts";

/** What a backend declares that it cannot do; only tests of that are skipped. */
export interface Limits {
  /** A key is the path of a file: no empty, dotted or overlong segment, and nothing below an object. */
  readonly keysAreFilePaths?: boolean;
  /** Characters that cannot stand in a key. */
  readonly lostCharacters?: RegExp;
}

/** Two thousand writes take time on an outside endpoint or a busy machine. */
const FILL_TIMEOUT_MS = 120_000;

/** Tests that a store keeps the promises of store.ts. */
export function storeContract(
  name: string,
  open: () => Promise<Subject>,
  { keysAreFilePaths = false, lostCharacters }: Limits = {},
): void {
  const isKept = (key: string) => lostCharacters?.test(key) !== true;
  const oddKeys = ODD_KEYS.filter(([, key]) => isKept(key) && (!keysAreFilePaths || isFilePath(key)));
  describe(`the object store contract: ${name}`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await open();
    }, FILL_TIMEOUT_MS);
    afterAll(() => subject?.close(), FILL_TIMEOUT_MS);

    const { at, put, written, textOf, list, keys } = storeBench(() => subject);
    const create = (key: string, text: string) => put(key, text, { absent: true });

    describe("listing", () => {
      const many = Array.from({ length: 2003 }, (_, i) => `many/${String(i).padStart(4, "0")}`);
      beforeAll(async () => {
        await inBatches(many, (key) => put(key, key));
      }, FILL_TIMEOUT_MS);

      it("lists the same in unread pages, whole and cut at any key", async () => {
        const range = { prefix: at("many/"), after: at("many/0005") };
        const listed = (await list({ prefix: "many/", after: at("many/0005") })).flat();
        const pages = await Array.fromAsync(unreadPages(subject.store, range));
        expect(pages.flatMap((page) => page.read(0, page.end))).toEqual(listed);
        expect(pages.map(({ count }) => count)).toEqual(pages.map((page) => page.read(0, page.end).length));
        const [page] = pages;
        const place = page?.placeUpTo(at("many/0100")) ?? 0;
        expect(page?.read(0, place).map(({ key }) => key)).toEqual(many.slice(6, 101).map(at));
        expect(page?.read(place, page.end)[0]?.key).toBe(at("many/0101"));
      });

      it("lists nothing under a prefix without keys", async () => {
        expect(await keys({ prefix: "nothing here/" })).toEqual([]);
      });

      it("lists every key once, in pages of at most 1,000", async () => {
        const pages = await list({ prefix: "many/" });
        expect(pages.flat().map(({ key }) => key)).toEqual(many.map(at));
        expect(pages.length).toBeGreaterThanOrEqual(3);
        expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(1000);
      });

      it.each([
        ["after a key, without it", { after: 1990 }, 1991, 2003],
        ["up to a key, with it", { upTo: 3 }, 0, 4],
        ["between two keys", { after: 998, upTo: 1001 }, 999, 1002],
        ["over more than a page", { after: 0, upTo: 1500 }, 1, 1501],
        ["nothing between a key and itself", { after: 7, upTo: 7 }, 0, 0],
        ["nothing after the last key", { after: 2002 }, 0, 0],
      ])("lists %s", async (_, bounds: { after?: number; upTo?: number }, from, to) => {
        const bound = (i: number | undefined) => (i === undefined ? undefined : at(many[i] ?? ""));
        const found = await keys({ prefix: "many/", after: bound(bounds.after), upTo: bound(bounds.upTo) });
        expect(found).toEqual(many.slice(from, to).map(at));
      });

      it("accepts bounds that are not keys", async () => {
        const range = { prefix: "many/", after: at("many/0001x"), upTo: at("many/0003x") };
        expect(await keys(range)).toEqual([at("many/0002"), at("many/0003")]);
      });

      it("lists from the beginning of the prefix if the bound is before it", async () => {
        expect(await keys({ prefix: "many/000", after: at("a"), upTo: at("many/0001") })).toEqual(
          many.slice(0, 2).map(at),
        );
      });

      it("lists the same size and etag as a read returns", async () => {
        await put("sizes/one", "four");
        const listed = (await list({ prefix: "sizes/" })).flat();
        const read = await subject.store.read(at("sizes/one"));
        expect(listed).toMatchObject([{ key: at("sizes/one"), size: 4, etag: read?.etag }]);
      });
    });

    describe("keys", () => {
      it.each(oddKeys)("keeps a key with %s", async (what, key) => {
        await put(`odd/${key}`, what);
        expect(await textOf(`odd/${key}`)).toBe(what);
        expect(await keys({ prefix: `odd/${key}` })).toEqual([at(`odd/${key}`)]);
      });

      it("lists odd keys in the order of their UTF-8 bytes, from any of them", async () => {
        const all = oddKeys.map(([, key]) => `sorted/${key}`);
        await inBatches(all, (key) => put(key, key));
        const sorted = all.map(at).sort(inByteOrder);
        expect(await keys({ prefix: "sorted/" })).toEqual(sorted);
        const pages = await Array.fromAsync(unreadPages(subject.store, { prefix: at("sorted/") }));
        expect(pages.flatMap((page) => page.read(0, page.end)).map(({ key }) => key)).toEqual(sorted);
        expect(pages.map(({ lastSpelled }) => decodeKey(lastSpelled))).toEqual(pages.map(({ last }) => last));
        expect(pages.map((page) => page.placeAfter(page.lastSpelled))).toEqual(pages.map(({ end }) => end));
        for (const [i, after] of sorted.entries()) {
          expect(await keys({ prefix: "sorted/", after })).toEqual(sorted.slice(i + 1));
        }
      });

      it.skipIf(keysAreFilePaths).each(["n", "Ñ", "📰", "%", "."])(
        "keeps a key of 1,024 bytes of %s",
        async (character) => {
          const room = 1024 - Buffer.byteLength(at("long/"));
          const count = Math.floor(room / Buffer.byteLength(character));
          const key = `long/${character.repeat(count)}`;
          await put(key, "long");
          await put(key.slice(0, -character.length), "shorter");
          expect(await textOf(key)).toBe("long");
          expect(await keys({ prefix: key })).toEqual([at(key)]);
        },
      );

      it.skipIf(keysAreFilePaths)("keeps an object and others below it", async () => {
        await put("tree", "trunk");
        await put("tree/branch", "branch");
        await put("tree/", "nothing");
        expect(await keys({ prefix: "tree" })).toEqual([at("tree"), at("tree/"), at("tree/branch")]);
        expect(await textOf("tree")).toBe("trunk");
      });

      it("lists any set of keys in byte order", async () => {
        let round = 0;
        const key = fc
          .string({ unit: anyCharacter, minLength: 1, maxLength: 20 })
          .filter(
            (k) =>
              !k.includes("\0") && isKept(k) && (!keysAreFilePaths || (isFilePath(k) && !k.includes("/"))),
          );
        await fc.assert(
          fc.asyncProperty(fc.uniqueArray(key, { maxLength: 12 }), async (set) => {
            round += 1;
            const all = set.map((k) => `law/${round}/${k}`);
            await inBatches(all, (k) => put(k, k));
            expect(await keys({ prefix: `law/${round}/` })).toEqual(all.map(at).sort(inByteOrder));
          }),
          { seed: 1, numRuns: 25 },
        );
      });
    });

    describe("reading", () => {
      it("finds nothing under a key that was never written", async () => {
        expect(await subject.store.read(at("missing"))).toBeUndefined();
        expect(await subject.store.read(at("missing"), { offset: 0, length: 4 })).toBeUndefined();
        expect(await subject.store.read(at("missing"), { offset: 0, length: 0 })).toBeUndefined();
      });

      it("gives back every byte", async () => {
        const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256);
        await subject.store.write(at("bytes"), bytes);
        const stored = await subject.store.read(at("bytes"));
        expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
        expect(stored?.size).toBe(70_000);
      });

      it("keeps what was written when the caller's bytes change later", async () => {
        const bytes = encode("first");
        await subject.store.write(at("copied"), bytes);
        bytes.fill(0);
        expect(await textOf("copied")).toBe("first");
      });

      it.each([
        ["the beginning", 0, 3, "012"],
        ["the middle", 4, 2, "45"],
        ["up to the end", 7, 3, "789"],
        ["cut at the end", 7, 30, "789"],
        ["after the end", 10, 1, ""],
        ["far after the end", 99, 9, ""],
        ["no byte", 5, 0, ""],
      ])("reads a range: %s", async (_, offset, length, text) => {
        const etag = await written("digits", "0123456789");
        const stored = await subject.store.read(at("digits"), { offset, length });
        expect(decode(stored?.bytes)).toBe(text);
        expect(stored).toMatchObject({ etag, size: 10 });
      });

      it.each([undefined, { offset: 0, length: 5 }])("reads an empty object, range %o", async (range) => {
        const etag = await written("empty", "");
        const stored = await subject.store.read(at("empty"), range);
        expect(stored?.bytes.length).toBe(0);
        expect(stored).toMatchObject({ etag, size: 0 });
      });
    });

    describe("writing", () => {
      it("replaces an object and its etag", async () => {
        const before = await written("replaced", "before");
        const after = await written("replaced", "after");
        expect(after).not.toBe(before);
        expect(await textOf("replaced")).toBe("after");
      });

      it("creates a key only once", async () => {
        expect(await create("created", "first")).toMatchObject({ outcome: "written" });
        expect(await create("created", "second")).toEqual({ outcome: "refused" });
        expect(await textOf("created")).toBe("first");
      });

      it("creates an empty object only once", async () => {
        expect(await create("created empty", "")).toMatchObject({ outcome: "written" });
        expect(await create("created empty", "")).toEqual({ outcome: "refused" });
      });

      it("replaces only the version with the etag", async () => {
        const first = await written("version", "1");
        const second = await put("version", "2", { etag: first });
        expect(second).toMatchObject({ outcome: "written" });
        expect(await put("version", "3", { etag: first })).toEqual({ outcome: "refused" });
        expect(await textOf("version")).toBe("2");
      });

      it("accepts the etag of a read and of a listing as a condition", async () => {
        await put("chain", "1");
        const read = await subject.store.read(at("chain"));
        expect(await put("chain", "2", { etag: read?.etag ?? "" })).toMatchObject({ outcome: "written" });
        const listed = (await list({ prefix: "chain" })).flat()[0];
        expect(await put("chain", "3", { etag: listed?.etag ?? "" })).toMatchObject({ outcome: "written" });
      });

      it("refuses to replace a missing object", async () => {
        const etag = await written("somewhere", "else");
        expect(await put("nowhere", "text", { etag })).toEqual({ outcome: "refused" });
        expect(await textOf("nowhere")).toBeUndefined();
      });

      it("lets exactly one of many concurrent creations win", async () => {
        const texts = Array.from({ length: 20 }, (_, i) => `worker ${i}`);
        const results = await Promise.all(texts.map((text) => create("raced", text)));
        const winners = texts.filter((_, i) => results[i]?.outcome === "written");
        expect(winners).toHaveLength(1);
        expect(await textOf("raced")).toBe(winners[0]);
      });

      it("lets exactly one of many concurrent replacements win", async () => {
        const etag = await written("raced again", "before");
        const texts = Array.from({ length: 20 }, (_, i) => `worker ${i}`);
        const results = await Promise.all(texts.map((text) => put("raced again", text, { etag })));
        const winners = texts.filter((_, i) => results[i]?.outcome === "written");
        expect(winners).toHaveLength(1);
        expect(await textOf("raced again")).toBe(winners[0]);
      });
    });

    describe("media types", () => {
      const typeOf = async (key: string) => (await subject.store.read(at(key)))?.contentType;
      const write = (key: string, contentType?: string) =>
        subject.store.write(at(key), encode("# Text"), undefined, contentType);

      it.each(["text/markdown", "text/html; charset=utf-8"])("are those written: %s", async (type) => {
        await write("typed", type);
        expect(await typeOf("typed")).toBe(type);
        const range = await subject.store.read(at("typed"), { offset: 0, length: 1 });
        expect(range?.contentType).toBe(type);
      });

      it("go with the object that is replaced, and none is derived from a name", async () => {
        for (const key of ["retyped", "page.html"]) {
          await write(key, "text/markdown");
          await write(key);
          expect([undefined, "application/octet-stream", "binary/octet-stream"]).toContain(await typeOf(key));
        }
      });
    });

    describe("tags", () => {
      it("replaces all tags of an object and leaves its version alone", async () => {
        const etag = await written("tagged", "text");
        await subject.store.tag(at("tagged"), { superseded: "true", run: "1" });
        await subject.store.tag(at("tagged"), { superseded: "by 2 + 3" });
        expect(await subject.tags(at("tagged"))).toEqual({ superseded: "by 2 + 3" });
        expect(await put("tagged", "text 2", { etag })).toMatchObject({ outcome: "written" });
      });

      it("drops the tags of an object that is overwritten", async () => {
        await put("tagged anew", "text");
        await subject.store.tag(at("tagged anew"), { superseded: "true" });
        await put("tagged anew", "text 2");
        expect(await subject.tags(at("tagged anew"))).toEqual({});
      });

      it("throws for a missing object", async () => {
        await expect(subject.store.tag(at("missing"), { superseded: "true" })).rejects.toThrow(/cannot tag/);
      });
    });

    it("has a clock that does not run backwards between two responses", async () => {
      await put("clock", "tick");
      const first = subject.store.now().getTime();
      expect(subject.store.now().getTime()).toBeGreaterThanOrEqual(first);
    });
  });
}

function isFilePath(key: string): boolean {
  return key.split("/").every((segment) => !["", ".", ".."].includes(segment));
}
