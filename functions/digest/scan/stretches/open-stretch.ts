import type { Hash } from "node:crypto";
import type { UnreadPage } from "../../ports.ts";
import {
  closeFingerprint,
  type KnownStretch,
  openFingerprint,
  type Stretch,
} from "../../snapshot/fingerprints.ts";

/** Objects between two places of a page. */
export interface Slice {
  readonly page: UnreadPage;
  readonly from: number;
  readonly to: number;
}

/** What a stretch may still be equal to. */
export interface Candidate {
  readonly known: KnownStretch;
  /** Of the slices so far. */
  readonly hash: Hash;
}

/** The stretch that is being listed. */
export interface OpenStretch {
  candidate: Candidate | undefined;
  /** Slices that are not read as long as there is a candidate. */
  held: Slice[];
  /** What was read. */
  objects: number;
  stories: number;
  /** Of what was read; `undefined`: something differed. */
  hash: Hash | undefined;
}

/** A stretch that begins after this key and may be equal to the known one. */
export function openStretch(after: string | undefined, known: KnownStretch | undefined): OpenStretch {
  const isComparable = known !== undefined && known.after === after && known.fingerprint !== "";
  const candidate = isComparable ? { known, hash: openFingerprint() } : undefined;
  return { candidate, held: [], objects: 0, stories: 0, hash: openFingerprint() };
}

/** Takes a slice that is not read yet. */
export function hold(open: OpenStretch, slice: Slice): void {
  open.held.push(slice);
  if (open.candidate !== undefined) {
    add(open.candidate.hash, slice);
  }
}

/** Takes a slice that was joined: `unchanged` stories, or `undefined` if anything differed. */
export function note(open: OpenStretch, unchanged: number | undefined, slice?: Slice): void {
  if (unchanged === undefined) {
    open.hash = undefined;
    return;
  }
  open.stories += unchanged;
  if (open.hash !== undefined && slice !== undefined) {
    add(open.hash, slice);
  }
}

function add(hash: Hash, { page, from, to }: Slice): void {
  for (const bytes of page.bytes(from, to)) {
    hash.update(bytes);
  }
}

/** Whether the slices held, which are all of the stretch, are as they were; to be asked once. */
export function isAsKnown({ candidate }: OpenStretch): boolean {
  return candidate !== undefined && closeFingerprint(candidate.hash) === candidate.known.fingerprint;
}

/** Whether the slices held cannot be all of the known stretch, or a part of it. */
export function isOther({ candidate, held }: OpenStretch): boolean {
  return (
    candidate === undefined ||
    held.reduce((count, slice) => count + countWhole(slice), 0) > candidate.known.objects
  );
}

/** Objects in a slice that is a whole page. */
function countWhole({ page, from, to }: Slice): number {
  return from === 0 && to === page.end ? page.count : 0;
}

/** The stretch, which was read and ends at this anchor. */
export function closeStretch({ objects, stories, hash }: OpenStretch, anchor: string): Stretch {
  return { anchor, objects, stories, fingerprint: hash === undefined ? "" : closeFingerprint(hash) };
}
