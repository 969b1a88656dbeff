import { fitsMail, mailSize } from "./mail-size.ts";

/**
 * How much of a unit is shown: 0 everything, 1 all but its redline, 2 its headline and facts in one line,
 * 3 counted only.
 */
export type Depth = 0 | 1 | 2 | 3;

/** More units than this never fit into an email, not even as one line each. */
const MAX_UNITS = 600;

/** The most important units are shown in full as long as together they take less than this as quoted-printable. */
const LEADS = 12;
const MAX_LEADS_BYTES = 30_000;

/**
 * Works out how much of each unit fits into the email and returns the result of `render`. `byImportance` holds
 * the indexes of the units, the most important first; `render` gets the depth of each unit.
 *
 * Over budget the redlines go first, then the summaries, then the headlines, each from the least important up;
 * the leads keep theirs as long as they leave two thirds of the email to the others. Nothing is estimated: the
 * rendered email is measured, about twenty times.
 */
export function fitToMail<T extends { readonly html: string }>(
  byImportance: readonly number[],
  render: (depths: readonly Depth[]) => T,
): T {
  const shown = byImportance.slice(0, MAX_UNITS);
  const depthsFor = (cuts: readonly Cut[]) => depthsAfter(byImportance.length, shown, cuts);
  const leads = leadCount(shown, (kept) => render(depthsAfter(byImportance.length, kept, [])));
  const cuts = cutsOf(shown.slice(leads));
  return firstThatFits(cuts.length, (n) => render(depthsFor(cuts.slice(0, n))));
}

interface Cut {
  readonly unit: number;
  readonly depth: Depth;
}

/** Every cut, in the order in which it is made. */
function cutsOf(byImportance: readonly number[]): readonly Cut[] {
  const leastFirst = byImportance.toReversed();
  return ([1, 2, 3] as const).flatMap((depth) => leastFirst.map((unit) => ({ unit, depth })));
}

function depthsAfter(units: number, shown: readonly number[], cuts: readonly Cut[]): readonly Depth[] {
  const depths: Depth[] = Array.from({ length: units }, () => 3);
  for (const unit of shown) {
    depths[unit] = 0;
  }
  for (const { unit, depth } of cuts) {
    depths[unit] = depth;
  }
  return depths;
}

function leadCount<T extends { readonly html: string }>(
  shown: readonly number[],
  render: (kept: readonly number[]) => T,
): number {
  const frame = mailSize(render([]).html).quotedPrintable;
  for (let leads = Math.min(LEADS, shown.length); leads > 0; leads -= 1) {
    const { quotedPrintable } = mailSize(render(shown.slice(0, leads)).html);
    if (quotedPrintable - frame <= MAX_LEADS_BYTES) {
      return leads;
    }
  }
  return 0;
}

/** The result of the fewest cuts that fit, by bisection; with all cuts made it always fits, as the frame is bounded. */
function firstThatFits<T extends { readonly html: string }>(cuts: number, render: (n: number) => T): T {
  let low = 0;
  let high = cuts;
  let best = render(low);
  if (fitsMail(best.html)) {
    return best;
  }
  best = render(high);
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = render(middle);
    if (fitsMail(tried.html)) {
      high = middle;
      best = tried;
    } else {
      low = middle;
    }
  }
  return best;
}
