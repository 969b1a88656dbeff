import { describe, expect, it } from "vitest";
import { runKeys } from "../../../../functions/digest/keys.ts";
import type { ListedObject } from "../../../../functions/digest/ports.ts";
import type { Step } from "../../../../functions/digest/scan/join-pages.ts";
import { openRange } from "../../../../functions/digest/scan/known-text.ts";
import { createRangeWriter } from "../../../../functions/digest/scan/range-writer.ts";
import type { Entry } from "../../../../functions/digest/snapshot/entry.ts";
import { type PartReference, readPart, writePart } from "../../../../functions/digest/snapshot/parts.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { joinPages } from "../../../support/pieces.ts";

const PAGE = 1_000;
/** Several blocks of a part, each larger than what Node cuts from its pool of buffers: they are given back once they are used up. */
const STORIES = 4_000;

const keyOf = (index: number): string => `stories/2026/11/${String(index).padStart(6, "0")}-a-usual-name.txt`;
const objectOf = (index: number, etag = "before"): ListedObject => ({ key: keyOf(index), etag, size: 1_000 });

function entryOf({ key, etag, size }: ListedObject): Entry {
  const place = { pack: "runs/a/packs/00000-0.zst", offset: 17, length: 500 };
  return { key, etag, size, hash: "a hash", place, firstSeen: "then", lastChanged: "then", earlier: [] };
}

/** Of the second day: every 97th story has another version, every 211th is gone, and one comes after every 501st. */
function secondDay(): readonly ListedObject[] {
  return Array.from({ length: STORIES }, (_, index): readonly ListedObject[] => [
    ...(index % 211 === 5 ? [] : [objectOf(index, index % 97 === 3 ? "after" : "before")]),
    ...(index % 501 === 7 ? [{ ...objectOf(index), key: `${keyOf(index)}-new` }] : []),
  ]).flat();
}

async function* pagesOf(objects: readonly ListedObject[]): AsyncGenerator<readonly ListedObject[]> {
  for (let at = 0; at < objects.length; at += PAGE) {
    yield objects.slice(at, at + PAGE);
  }
}

interface Written {
  readonly entries: readonly Entry[];
  readonly upTo?: string | undefined;
}

/** Scans the second day after the first one and writes it; stops after so many steps. */
async function scan(listed: readonly ListedObject[], steps = Number.POSITIVE_INFINITY): Promise<Written> {
  const state = createMemoryStore();
  const first = Array.from({ length: STORIES }, (_, index) => entryOf(objectOf(index)));
  const range = { index: 0, parts: [await writePart(state, "first", first)] };
  const known = openRange(state, range);
  const limits = { partEntries: 1_500, packBytes: 1_000 };
  const writer = createRangeWriter(range, known, { state, keys: runKeys("run"), limits });
  const read = async (parts: readonly PartReference[]) =>
    (await Promise.all(parts.map((part) => readPart(state, part)))).flat();
  let left = steps;
  for await (const found of joinPages(known(), pagesOf(listed))) {
    for (const step of found) {
      left -= 1;
      if (left < 0) {
        const stopped = await writer.stop();
        return { entries: await read(stopped?.parts ?? []), upTo: stopped?.upTo };
      }
      await write(step);
    }
  }
  return { entries: await read((await writer.finish()).parts) };

  async function write(step: Step): Promise<void> {
    if (step.difference === "none") {
      await writer.keep(step);
    } else if (step.difference === "removed") {
      await writer.change({}, step.before.key);
    } else {
      await writer.change({ entry: entryOf(step.listed) }, step.listed.key);
    }
  }
}

describe("a range of many blocks", () => {
  it("is written with every entry of the listing, unchanged ones as they were", async () => {
    const listed = secondDay();
    expect((await scan(listed)).entries).toEqual(listed.map(entryOf));
  });

  it.each([1, 2, 9, 40, 60, 81, 100, 130])(
    "that is stopped after %i steps has what it had come to",
    async (steps) => {
      const listed = secondDay();
      const { entries, upTo = "" } = await scan(listed, steps);
      expect(entries).toEqual(listed.filter(({ key }) => key <= upTo).map(entryOf));
    },
  );
});
