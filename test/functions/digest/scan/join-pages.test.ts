import { describe, expect, it } from "vitest";
import type { ListedObject } from "../../../../functions/digest/ports.ts";
import type { Step } from "../../../../functions/digest/scan/join-pages.ts";
import { type Entry, encodeEntry } from "../../../../functions/digest/snapshot/entry.ts";
import { splitLines } from "../../../../functions/digest/snapshot/format/line-buffer.ts";
import { joinListing } from "../../../support/join-listing.ts";
import { fc } from "../../../support/laws.ts";
import { joinPages } from "../../../support/pieces.ts";

const utf8Order = (a: { readonly key: string }, b: { readonly key: string }): number =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

function entry({ key, etag, size }: ListedObject): Entry {
  const place = { pack: "p", offset: 1, length: 2 };
  return { key, etag, size, hash: "h", place, firstSeen: "s", lastChanged: "s", earlier: [] };
}

/** The join of entries and objects in chunks and pages of this length. */
async function joined(before: readonly ListedObject[], listed: readonly ListedObject[], length: number) {
  const chunks = cut(
    before.map((object) => `${encodeEntry(entry(object))}\n`),
    length,
  ).map((lines) => Buffer.from(lines.join("")));
  const steps = await Array.fromAsync(joinPages(stream(chunks), stream(cut(listed, length))));
  return steps.flat();
}

async function* stream<T>(elements: readonly T[]): AsyncGenerator<T> {
  yield* elements;
}

function cut<T>(elements: readonly T[], length: number): T[][] {
  const count = Math.ceil(elements.length / length);
  return Array.from({ length: count }, (_, i) => elements.slice(i * length, (i + 1) * length));
}

/** One line per key, in the form of the plain join. */
function describeStep(step: Step): readonly string[] {
  if (step.difference === "none") {
    const lines = splitLines(step.lines);
    expect(lines).toHaveLength(step.count);
    return lines.map((line) => `same ${JSON.parse(line)[0]}`);
  }
  return [`${step.difference} ${"before" in step ? step.before.key : step.listed.key}`];
}

const object = (key: string, etag = "1", size = 1): ListedObject => ({ key, etag, size });

describe("joinPages", () => {
  it("gives the result of the plain join for any chunks and pages", async () => {
    const keys = fc.string({
      unit: fc.constantFrom("a", "b", "/", "\n", '"', "\\", "é", "\ue000", "\uffff", "😀"),
      minLength: 1,
    });
    const side = fc.uniqueArray(
      fc.record({ key: keys, etag: fc.constantFrom("1", "2", '"'), size: fc.constantFrom(1, 12) }),
      { selector: ({ key }) => key },
    );
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.nat({ max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (a, b, shared, length) => {
          const listed = [
            ...b,
            ...a.filter(({ key }) => !b.some((other) => other.key === key)).slice(shared),
          ];
          const [left, right] = [a.toSorted(utf8Order), listed.toSorted(utf8Order)];
          const expected = await Array.fromAsync(joinListing(left, right));
          const lines = (await joined(left, right, length)).flatMap(describeStep);
          expect(lines).toEqual(
            expected.map(
              (found) => `${found.difference} ${"before" in found ? found.before.key : found.listed.key}`,
            ),
          );
        },
      ),
      { seed: 1 },
    );
  });

  it("passes unchanged entries on verbatim, as one step", async () => {
    const stories = [object("a"), object("b"), object("c")];
    const lines = Buffer.from(stories.map((story) => `${encodeEntry(entry(story))}\n`).join(""));
    expect(await joined(stories, stories, 3)).toEqual([{ difference: "none", lines, count: 3 }]);
  });

  it("distinguishes a longer size from one that starts with the same digits", async () => {
    const [step] = await joined([object("a", "1", 12)], [object("a", "1", 1)], 1);
    expect(step?.difference).toBe("touched");
  });

  it.each([
    ["out of order", [object("b"), object("a")]],
    ["twice", [object("a"), object("a")]],
  ])("rejects a listing with keys %s", async (_, listed) => {
    await expect(joined([], listed, 2)).rejects.toThrow("cannot join the listing");
    await expect(joined([], listed, 1)).rejects.toThrow("cannot join the listing");
  });
});
