import type { FactKind } from "../../../facts/types.ts";

/** Something that a sentence of a summary says and its story does not, by its tokens, half open. */
export interface Found {
  readonly kind: FactKind;
  readonly from: number;
  readonly to: number;
}
