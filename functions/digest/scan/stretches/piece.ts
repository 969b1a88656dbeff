import type { ListedObject } from "../../ports.ts";

/** What the join gets of the listing, in key order. */
export type Piece = ReadPiece | UnchangedPiece;

/** Stories of a stretch, or of a part of it. */
export interface ListedStories {
  readonly stories: readonly ListedObject[];
  /** Present where the stretch ends: no object up to this key is still to come; without a key, none at all. */
  readonly end?: { readonly upTo: string | undefined };
}

/** A stretch, or a part of it, that may differ. */
export interface ReadPiece {
  /** No object in it has a key after this one. */
  readonly last: string;
  /** Reads the objects; to be called once. Nobody holds them but the caller, for whom all but a few are as they were. */
  read(): ListedStories;
  /** To be called before the next piece is asked for: the number of stories, if all were as in the snapshot. */
  joined(unchanged: number | undefined): void;
}

/** A stretch that is known to be as it was: this many stories, up to this key. */
export interface UnchangedPiece {
  readonly unchanged: number;
  readonly upTo: string | undefined;
}
