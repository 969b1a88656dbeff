import { CorruptStateError } from "../../errors.ts";
import { compareKeys } from "../../key-order.ts";
import { joinPage, type KnownText, openKnown, type Step, takeLines, takeRemoved } from "../join-pages.ts";
import { keyAt, lastKeyOf } from "../known-text.ts";
import type { ListedStories, Piece, ReadPiece } from "./piece.ts";

/** Entries that were passed over, as they are unchanged, and the key up to which. */
interface Passed {
  count: number;
  upTo: string | undefined;
}

/**
 * Joins the snapshot, as UTF-8 in chunks of whole lines, with the listing in pieces, and yields the steps of each; none
 * for a stretch that is unchanged. The lines of such stretches come as steps only before a stretch that is not; so a range
 * in which all are unchanged reads nothing of the snapshot. `entries`: how many it has, if such a range may be left
 * unread. Holds one piece and the chunks that it needs, and gives back a chunk once the steps that have its lines were taken. Throws `CorruptStateError` if the
 * fingerprints are not those of this snapshot.
 */
export async function* joinPieces(
  text: AsyncIterable<Buffer>,
  pieces: AsyncIterable<Piece>,
  entries?: number,
): AsyncGenerator<readonly Step[], void, undefined> {
  const known = openKnown(text);
  const passed: Passed = { count: 0, upTo: undefined };
  try {
    for await (const piece of pieces) {
      if ("unchanged" in piece) {
        passed.count += piece.unchanged;
        passed.upTo = piece.upTo;
        yield [];
      } else {
        yield* takePassed(known, passed);
        yield* joinPiece(known, piece);
      }
    }
    yield* takeRest(known, passed, entries);
  } finally {
    await known.close();
  }
}

async function* joinPiece(
  known: KnownText,
  piece: ReadPiece,
): AsyncGenerator<readonly Step[], void, undefined> {
  await known.readUpTo(piece.last);
  const { steps, count, end } = await joinListed(known, piece);
  if (count > 0) {
    yield steps;
    known.release();
  }
  let isSame = steps.every(({ difference }) => difference === "none");
  if (end !== undefined) {
    for await (const removed of takeRemoved(known, end.upTo)) {
      isSame = false;
      yield removed;
      known.release();
    }
  }
  piece.joined(isSame ? count : undefined);
}

interface Joined extends Pick<ListedStories, "end"> {
  readonly steps: readonly Step[];
  /** Stories in the listing. */
  readonly count: number;
}

/**
 * The steps, without the thousand objects that they are of: those live only while this computes, not while stories are read, nor while
 * other ranges compute. A collection of the young generation then finds one page of them, not sixteen.
 */
function joinListed(known: KnownText, piece: ReadPiece): Promise<Joined> {
  const { stories, end } = piece.read();
  const count = stories.length;
  return joinPage(known, stories).then((steps) => ({ steps, count, ...(end && { end }) }));
}

/** The lines of the entries that were passed over. */
async function* takePassed(
  known: KnownText,
  passed: Passed,
): AsyncGenerator<readonly Step[], void, undefined> {
  if (passed.count === 0) {
    return;
  }
  let last = "";
  while (passed.count > 0) {
    if (!(await known.fill())) {
      throw await misfit(known);
    }
    const step = takeLines(known, passed.count);
    passed.count -= step.count;
    last = lastKeyOf(step.lines);
    yield [step];
    known.release();
  }
  const { upTo } = passed;
  const next = (await known.fill()) ? keyAt(known.lines, known.at) : undefined;
  const isMisfit =
    upTo === undefined
      ? next !== undefined
      : compareKeys(last, upTo) > 0 || (next !== undefined && compareKeys(next, upTo) <= 0);
  if (isMisfit) {
    throw await misfit(known);
  }
}

/** What is passed over at the end of a range is read only if the range is, so that it is checked as a whole. */
async function* takeRest(
  known: KnownText,
  passed: Passed,
  entries: number | undefined,
): AsyncGenerator<readonly Step[], void, undefined> {
  if (known.isOpen || entries === undefined) {
    yield* takePassed(known, passed);
    if (await known.fill()) {
      throw await misfit(known);
    }
  } else if (passed.count !== entries) {
    throw await misfit(known);
  }
}

/** Reads the snapshot to its end first: if it is not what was written, that is the error. */
async function misfit(known: KnownText): Promise<CorruptStateError> {
  while (await known.fill()) {
    known.at = known.lines.length;
    known.release();
  }
  return new CorruptStateError(
    "cannot join the listing: the fingerprints in the state bucket are not those of the snapshot; delete the object that its snapshot.json names under fingerprints, and run again",
  );
}
