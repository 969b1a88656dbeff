import type { Diff, DiffPart } from "../../text/bounded-diff.ts";
import type { ReadSentence } from "../reading/types.ts";
import { met, slid } from "./gap-places.ts";
import { type Gap, isOtherEnd, type Side } from "./gaps.ts";
import { withoutShifts } from "./shifted-values.ts";

/** Two sentences as the places in which they differ; `kept` is the number of units in common. */
interface Comparison {
  readonly gaps: readonly Gap[];
  readonly kept: number;
}

/** The gaps between two sentences; `undefined` if they differ too much for the bound of `diff`. */
export function compareUnits(before: ReadSentence, after: ReadSentence, diff: Diff): Comparison | undefined {
  const parts = diff(keysOf(before), keysOf(after));
  if (parts === undefined) {
    return undefined;
  }
  const gaps: Gap[] = [];
  let [a, b, kept] = [0, 0, 0];
  for (const { gone, come, count } of runsOf(parts)) {
    if (count === 0) {
      addGap(gaps, {
        before: { sentence: before, from: a, to: a + gone },
        after: { sentence: after, from: b, to: b + come },
      });
    }
    a += gone + count;
    b += come + count;
    kept += count;
  }
  return { gaps: withoutShifts(met(gaps).map(slid)), kept };
}

/** "2014-2015" → "2015-2016": the year that ends one range and begins the other is not kept. */
function addGap(gaps: Gap[], gap: Gap): void {
  const last = gaps.at(-1);
  const [a, b] = [last?.before.sentence.units[last.before.to], last?.after.sentence.units[last.after.to]];
  const isOneBetween = gap.before.from - (last?.before.to ?? 0) === 1;
  if (last !== undefined && isOneBetween && isOtherEnd(a, b)) {
    const joined = (first: Side, second: Side) => ({ ...first, to: second.to });
    gaps.splice(-1, 1, { before: joined(last.before, gap.before), after: joined(last.after, gap.after) });
  } else {
    gaps.push(gap);
  }
}

function keysOf({ units }: ReadSentence): readonly string[] {
  return units.map(({ key }) => key);
}

/** A run of units that are kept (`count`), or that others replace. */
interface Run {
  readonly gone: number;
  readonly come: number;
  readonly count: number;
}

/** The parts of a diff, with what is gone and what has come in one place together. */
function runsOf(parts: readonly DiffPart[]): readonly Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const run = runOf(part);
    const last = runs.at(-1);
    if (last?.count === 0 && run.count === 0) {
      runs[runs.length - 1] = { gone: last.gone + run.gone, come: last.come + run.come, count: 0 };
    } else {
      runs.push(run);
    }
  }
  return runs;
}

function runOf({ added, removed, count }: DiffPart): Run {
  return { gone: removed ? count : 0, come: added ? count : 0, count: added || removed ? 0 : count };
}
