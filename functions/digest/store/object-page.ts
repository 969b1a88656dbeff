import { compareKeys } from "../key-order.ts";
import type { KeyRange, ListedObject, ObjectStore, UnreadPage } from "../ports.ts";

/** The pages of a range, unread if the store has them so. Their keys may go on after `upTo`. */
export function unreadPages(store: ObjectStore, range: KeyRange): AsyncIterable<UnreadPage> {
  const { prefix, after } = range;
  return store.listUnread?.({ prefix, after }) ?? pagesOfObjects(store.list(range));
}

/** Pages of which the objects are known, without the empty ones. */
export async function* pagesOfObjects(
  pages: AsyncIterable<readonly ListedObject[]>,
): AsyncGenerator<UnreadPage> {
  for await (const page of pages) {
    if (page.length > 0) {
      yield pageOfObjects(page);
    }
  }
}

/** A page of these objects, at least one; its places are numbers of objects. */
export function pageOfObjects(objects: readonly ListedObject[]): UnreadPage {
  const last = objects.at(-1)?.key ?? "";
  return {
    count: objects.length,
    end: objects.length,
    last,
    lastSpelled: spell(last),
    placeAfter: (spelled) => objects.findIndex(({ key }) => spell(key) === spelled) + 1 || undefined,
    placeUpTo: (upTo) => objects.filter(({ key }) => compareKeys(key, upTo) <= 0).length,
    bytes: (from, to) => objects.slice(from, to).map(bytesOf),
    release: () => {},
    read: (from, to) => (from === 0 && to === objects.length ? objects : objects.slice(from, to)),
  };
}

/** A key as a store may spell it that url-encodes its listings. */
export function spell(key: string): string {
  return encodeURIComponent(key.toWellFormed());
}

function bytesOf({ key, etag, size }: ListedObject): Buffer {
  return Buffer.from(`${JSON.stringify([key, etag, size])}\n`);
}
