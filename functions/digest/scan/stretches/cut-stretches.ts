import { compareKeys, outOfOrder } from "../../key-order.ts";
import type { ListedObject, UnreadPage } from "../../ports.ts";
import type { KnownStretch, Stretch } from "../../snapshot/fingerprints.ts";
import type { StretchSizes } from "../limits.ts";
import { type StoryFilter, storiesOf } from "../read-story.ts";
import { endIn, type KnownRange } from "./known-range.ts";
import {
  closeStretch,
  hold,
  isAsKnown,
  isOther,
  note,
  type OpenStretch,
  openStretch,
  type Slice,
} from "./open-stretch.ts";
import type { ListedStories, Piece } from "./piece.ts";

/** How to cut. */
export interface Cutting {
  readonly sizes: StretchSizes;
  readonly isStory: StoryFilter;
}

/** A range of a listing, cut into stretches. */
export interface CutListing {
  readonly pieces: AsyncIterable<Piece>;
  /** All stretches of the range, once its last piece was joined. */
  stretches(): readonly Stretch[];
}

/** Where a slice ends: within its stretch, at an anchor of the run before, or with its page, where the stretch may end. */
interface Cut {
  readonly at: "within" | "anchor" | "page";
  readonly key: string | undefined;
  readonly spelled: string;
}

const WITHIN: Cut = { at: "within", key: undefined, spelled: "" };

interface Cutter {
  readonly range: KnownRange;
  readonly cutting: Cutting;
  readonly done: Stretch[];
  /** Index of the known stretch whose anchor comes next. */
  next: number;
  /** The last key that was read or passed. */
  last: string | undefined;
  open: OpenStretch;
}

type Pieces = Generator<Piece, void, undefined>;

/**
 * Cuts a range of a listing at the anchors of the run before, wherever its pages begin, so that a story added or removed
 * concerns no other stretch. One with the fingerprint that it had is passed on unread; any other is read, and
 * gets a fingerprint if nothing in it differed.
 *
 * | a stretch that is read ends | unless |
 * |---|---|
 * | at an anchor of the run before | it has fewer than `min` objects |
 * | with a page | it has fewer than `max`, or `min` if no anchor is left |
 * | with the range | |
 *
 * An anchor that is gone ends nothing. Holds the bytes of one stretch. Asks for no page after the one that reaches the
 * end of the range. Throws if keys are out of order, and where the listing does.
 */
export function cutStretches(
  pages: AsyncIterable<UnreadPage>,
  range: KnownRange,
  cutting: Cutting,
): CutListing {
  const { after } = range.bounds;
  const open = openStretch(after, range.stretches[0]);
  const cutter: Cutter = { range, cutting, done: [], next: 0, last: after, open };
  return { pieces: cutPages(cutter, pages), stretches: () => cutter.done };
}

async function* cutPages(
  cutter: Cutter,
  pages: AsyncIterable<UnreadPage>,
): AsyncGenerator<Piece, void, undefined> {
  for await (const page of pages) {
    const { place, isLast } = endIn(page, cutter.range);
    let from = 0;
    for (let known = nextAnchor(cutter, page); known !== undefined; known = nextAnchor(cutter, page)) {
      const { to, anchor, key } = known;
      cutter.next += 1;
      yield* take(cutter, { page, from, to }, { at: "anchor", key, spelled: anchor });
      from = to;
    }
    if (from < place) {
      const cut: Cut = isLast ? WITHIN : { at: "page", key: page.last, spelled: page.lastSpelled };
      yield* take(cutter, { page, from, to: place }, cut);
    }
    if (isLast) {
      break;
    }
  }
  yield* endRange(cutter);
}

/** The known stretch whose anchor comes next, if there is one before that which ends with the range. */
function nextKnown({ range, next }: Cutter): KnownStretch | undefined {
  const known = range.stretches[next];
  return known?.upTo === range.bounds.upTo ? undefined : known;
}

interface Anchor {
  readonly anchor: string;
  readonly key: string;
  /** The place after it. */
  readonly to: number;
}

/** The next anchor, if it is in the page; passes over those that are gone. */
function nextAnchor(cutter: Cutter, page: UnreadPage): Anchor | undefined {
  for (let known = nextKnown(cutter); known !== undefined; known = nextKnown(cutter)) {
    const { anchor, upTo: key = "" } = known;
    const order = compareKeys(key, page.last);
    if (order > 0) {
      return undefined;
    }
    const to = order === 0 ? page.end : page.placeAfter(anchor);
    if (to !== undefined) {
      return { anchor, key, to };
    }
    cutter.next += 1;
    cutter.open.candidate = undefined;
  }
  return undefined;
}

function* take(cutter: Cutter, slice: Slice, cut: Cut): Pieces {
  const { open } = cutter;
  hold(open, slice);
  if (cut.at === "anchor" && isAsKnown(open)) {
    yield* pass(cutter);
  } else if (cut.at === "anchor" || isOther(open)) {
    yield* readHeld(cutter, cut);
  }
}

/** Passes on the stretch that is as it was. */
function* pass(cutter: Cutter): Pieces {
  const { known } = cutter.open.candidate ?? {};
  if (known !== undefined) {
    cutter.open.held.forEach(release);
    const { after: _, upTo, ...stretch } = known;
    yield { unchanged: stretch.stories, upTo };
    cutter.last = upTo;
    begin(cutter, upTo, stretch);
  }
}

function begin(cutter: Cutter, after: string | undefined, ended: Stretch): void {
  cutter.done.push(ended);
  cutter.open = openStretch(after, cutter.range.stretches[cutter.next]);
}

/** Reads what is held; the last slice ends like this. */
function* readHeld(cutter: Cutter, cut: Cut): Pieces {
  const { held } = cutter.open;
  cutter.open.held = [];
  cutter.open.candidate = undefined;
  for (const [index, slice] of held.entries()) {
    yield* read(cutter, slice, index === held.length - 1 ? cut : WITHIN);
  }
}

function* read(cutter: Cutter, slice: Slice, cut: Cut): Pieces {
  const { open } = cutter;
  yield {
    last: slice.page.last,
    read: () => readSlice(cutter, slice, cut),
    joined: (unchanged) => note(open, unchanged, slice),
  };
  release(slice);
  if (endsAt(cut, cutter)) {
    begin(cutter, cut.key, closeStretch(open, cut.spelled));
  }
}

function readSlice(cutter: Cutter, { page, from, to }: Slice, cut: Cut): ListedStories {
  const objects = page.read(from, to);
  checkOrder(objects, cutter.last);
  cutter.last = objects.at(-1)?.key ?? cutter.last;
  cutter.open.objects += objects.length;
  return {
    stories: storiesOf(objects, cutter.cutting.isStory),
    ...(endsAt(cut, cutter) && { end: { upTo: cut.key } }),
  };
}

/** Slices come in order, so with its last one a page is done. */
function release({ page, to }: Slice): void {
  if (to === page.end) {
    page.release();
  }
}

function endsAt({ at }: Cut, cutter: Cutter): boolean {
  const { min, max } = cutter.cutting.sizes;
  const isFar = at === "page" && nextKnown(cutter) !== undefined;
  return at !== "within" && cutter.open.objects >= (isFar ? max : min);
}

/** The last stretch ends with the range, whatever was listed before. */
function* endRange(cutter: Cutter): Pieces {
  const { range, open } = cutter;
  const { upTo } = range.bounds;
  if (open.candidate?.known.upTo === upTo && isAsKnown(open)) {
    yield* pass(cutter);
    return;
  }
  yield* readHeld(cutter, WITHIN);
  yield {
    last: "",
    read: () => ({ stories: [], end: { upTo } }),
    joined: (unchanged) => note(open, unchanged),
  };
  begin(cutter, upTo, closeStretch(open, range.spelledEnd));
}

/** Keys out of order would be reported as removed and added. */
function checkOrder(objects: readonly ListedObject[], before: string | undefined): void {
  const found = outOfOrder(objects, before);
  if (found !== undefined) {
    throw new Error(
      `cannot join the listing: key ${JSON.stringify(found.key)} came after ${JSON.stringify(found.after)}, keys must ascend in UTF-8 byte order: use a general purpose bucket`,
    );
  }
}
