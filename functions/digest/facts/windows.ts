/** Letters of the same text before and after what differs. */
const CONTEXT = 300;
/** Letters after which two texts that differ must agree again, counted from the difference and in their lengths. */
const MAX_APART = 2_000;
const MAX_SHIFT = 200;
/** So many letters in common are no chance. */
const ANCHOR = 64;
const MAX_WINDOWS = 20;
/** In scripts without spaces, places that far apart are looked at. */
const STEP = 16;

/** A stretch of two long texts around a place in which they differ. */
interface TextWindow {
  readonly before: string;
  readonly after: string;
}

/**
 * The places in which two long texts differ, each with the text around it, up to 20; `isWhole` is false if there are more,
 * or if the texts do not agree again soon. Linear: what is tried at each place is bounded.
 */
export function differingWindows(
  before: string,
  after: string,
): { readonly windows: readonly TextWindow[]; readonly isWhole: boolean } {
  const windows: TextWindow[] = [];
  let [from, shift] = [0, 0];
  while (windows.length < MAX_WINDOWS) {
    const place = firstDifference(before, after, from, shift);
    if (place === undefined) {
      return { windows, isWhole: true };
    }
    const again = agreement(before, after, place, shift);
    if (again === undefined) {
      return { windows, isWhole: false };
    }
    const start = wordStart(before, Math.max(from, place - CONTEXT));
    windows.push({
      before: before.slice(start, again.end),
      after: after.slice(start + shift, again.end + again.shift),
    });
    [from, shift] = [again.at, again.shift];
  }
  return { windows, isWhole: firstDifference(before, after, from, shift) === undefined };
}

/** The first place from `from` on in which two texts differ, of which the second is `shift` letters ahead. */
function firstDifference(before: string, after: string, from: number, shift: number): number | undefined {
  let at = from;
  while (at < before.length && before.charCodeAt(at) === after.charCodeAt(at + shift)) {
    at += 1;
  }
  return at >= before.length && at + shift >= after.length ? undefined : at;
}

interface Agreement {
  /** Where in the first text they agree again, and where the context after that ends. */
  readonly at: number;
  readonly end: number;
  /** How far the second text is ahead from there. */
  readonly shift: number;
}

function agreement(before: string, after: string, place: number, shift: number): Agreement | undefined {
  const last = Math.min(before.length, place + MAX_APART);
  for (let at = place; at < last; at = nextPlace(before, at)) {
    const anchor = before.slice(at, at + ANCHOR);
    const found = anchor.length < ANCHOR ? undefined : shiftOf(anchor, at, after, { place, shift });
    if (found !== undefined) {
      return { at, end: at + ANCHOR, shift: found };
    }
  }
  const isNearEnd = Math.max(before.length - place, after.length - place - shift) < MAX_APART;
  return isNearEnd
    ? { at: before.length, end: before.length, shift: after.length - before.length }
    : undefined;
}

/** How far a text is ahead at this anchor; the least change of the shift first. */
function shiftOf(
  anchor: string,
  at: number,
  after: string,
  { place, shift }: { readonly place: number; readonly shift: number },
): number | undefined {
  for (let more = 0; more <= MAX_SHIFT; more += 1) {
    for (const moved of more === 0 ? [shift] : [shift + more, shift - more]) {
      if (at + moved >= place + shift && after.startsWith(anchor, at + moved)) {
        return moved;
      }
    }
  }
  return undefined;
}

function nextPlace(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space === -1 || space - at > STEP ? at + STEP : space + 1;
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return at === 0 || space === -1 || space - at > STEP ? at : space + 1;
}
