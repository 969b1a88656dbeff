import { compareKeys } from "../key-order.ts";
import type { ListedObject, ObjectStore } from "../ports.ts";
import type { Range } from "../snapshot/snapshot.ts";

type Page = readonly ListedObject[];

/** A range, with its pages if its listing has already started. */
export interface ListedRange {
  readonly range: Range;
  readonly pages?: AsyncIterable<Page>;
}

/** A corpus that fits into one page is one range. */
const FULL_PAGE = 1_000;

/** More ranges would cost requests, as each ends within a page. Independent of the listing concurrency. */
const MAX_RANGES = 32;

/** A listing that starts after a key, with its first page. */
interface Start {
  readonly after: string | undefined;
  readonly page: Page;
  readonly first: string;
  readonly rest: AsyncIterator<Page>;
}

/**
 * Splits a corpus that has not been scanned before into ranges that can be listed concurrently. S3 cannot be asked for
 * a key in the middle, but a listing may start after any string: first after the common prefix of the page just seen,
 * which jumps to the next group of keys, then to the next wider group, until a jump finds nothing; then from group to
 * group of that width. The result of every successful jump is the first page of its range, so at most two requests are
 * wasted, and the whole listing takes at most ceil(n / 1000) + ranges + 1 requests.
 *
 * The ranges depend only on the corpus. They are about equal for numbered and random keys; with keys by date, the last
 * year is a single range.
 */
export async function openFirstRanges(corpus: ObjectStore, prefix: string): Promise<readonly ListedRange[]> {
  const open = (after: string | undefined) => openStart(corpus, prefix, after);
  const first = await open(undefined);
  if (first === undefined) {
    return [{ range: { index: 0, parts: [] } }];
  }
  const starts = first.page.length < FULL_PAGE ? [first] : await findStarts(first, prefix, open);
  return starts.map((start, index) => {
    const upTo = starts[index + 1]?.after;
    const bounds = {
      ...(start.after !== undefined && { after: start.after }),
      ...(upTo !== undefined && { upTo }),
    };
    return { range: { index, parts: [], ...bounds }, pages: pagesUpTo(start, upTo) };
  });
}

type Open = (after: string) => Promise<Start | undefined>;

async function findStarts(first: Start, prefix: string, open: Open): Promise<readonly Start[]> {
  const starts = [first];
  const shared = commonLength(first.first, first.page.at(-1)?.key ?? "");
  const width = await widen(starts, { shared, floor: prefix.length }, open);
  await walk(starts, width + 1, open);
  return starts;
}

/** Jumps to ever wider groups; returns the number of leading characters shared by all keys from the last start on. */
async function widen(
  starts: Start[],
  { shared, floor }: { readonly shared: number; readonly floor: number },
  open: Open,
): Promise<number> {
  const last = starts.at(-1);
  if (last === undefined || shared <= floor || starts.length === MAX_RANGES) {
    return Math.max(shared, floor);
  }
  const next = await jump(last, shared, open);
  if (next === undefined) {
    return shared;
  }
  starts.push(next);
  return await widen(starts, { shared: commonLength(last.first, next.first), floor }, open);
}

/** Jumps from group to group; a group is the keys with the same first `width` characters. */
async function walk(starts: Start[], width: number, open: Open): Promise<void> {
  while (starts.length < MAX_RANGES) {
    const last = starts.at(-1);
    const next = last && (await jump(last, width, open));
    if (next === undefined) {
      return;
    }
    starts.push(next);
  }
}

/** Starts after all keys that share the first `length` characters of this start. */
async function jump(from: Start, length: number, open: Open): Promise<Start | undefined> {
  const successor = successorOf(from.first.slice(0, length));
  return successor === undefined ? undefined : await open(successor);
}

/** The smallest string that sorts after every string with this prefix; `undefined` if there is none. */
function successorOf(prefix: string): string | undefined {
  const characters = [...prefix];
  const code = characters.pop()?.codePointAt(0);
  if (code === undefined || code >= 0xd7ff) {
    return undefined;
  }
  return characters.join("") + String.fromCodePoint(code + 1);
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

async function openStart(
  corpus: ObjectStore,
  prefix: string,
  after: string | undefined,
): Promise<Start | undefined> {
  const rest = corpus.list({ prefix, after })[Symbol.asyncIterator]();
  const { value, done } = await rest.next();
  const first = done ? undefined : value[0]?.key;
  return done || first === undefined ? undefined : { after, page: value, first, rest };
}

/** The pages from a start up to the next one. */
async function* pagesUpTo(
  { page, rest }: Start,
  upTo: string | undefined,
): AsyncGenerator<Page, void, undefined> {
  let listed: Page | undefined = page;
  while (listed !== undefined) {
    const kept: Page = upTo === undefined ? listed : listed.filter(({ key }) => compareKeys(key, upTo) <= 0);
    yield kept;
    const step: IteratorResult<Page> | undefined =
      kept.length < listed.length || listed.at(-1)?.key === upTo ? undefined : await rest.next();
    listed = step === undefined || step.done ? undefined : step.value;
  }
  await rest.return?.();
}
