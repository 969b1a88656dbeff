import { fold } from "../text/fold.ts";
import { tokenise } from "../text/tokens.ts";
import type { FactKind } from "./types.ts";

/** A number, word or mark of a sentence with its place; white space is left out. */
export interface SentenceToken {
  readonly text: string;
  /** Lower case, plain glyphs. */
  readonly form: string;
  readonly type: "number" | "word" | "mark";
  readonly start: number;
  readonly end: number;
}

/** A fact as it stands in a sentence. */
export interface Fact {
  readonly kind: FactKind;
  /** Equal for facts that mean the same: "1,200", "1.2k" and "twelve hundred" are "1200". */
  readonly value: string;
  /** As it is written, for the reader. */
  readonly surface: string;
  /** Places it covers, half open. */
  readonly from: number;
  readonly to: number;
}

/** A sentence, read for facts. */
export interface ReadSentence {
  readonly text: string;
  readonly tokens: readonly SentenceToken[];
  readonly facts: readonly Fact[];
  readonly quotations: readonly Fact[];
  /** The day of the story, "2025-06-22"; what "today" means. */
  readonly day?: string | undefined;
}

/** A fact that is another one now, is new (no `before`) or gone (no `after`). */
export type FactPair =
  | { readonly before: Fact; readonly after: Fact }
  | { readonly before: Fact; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Fact };

/** What a recogniser found at a place: how many places it covers, and what it means. */
export interface Found {
  readonly kind: FactKind;
  readonly value: string;
  readonly length: number;
  /** Covered places that only lead to the fact ("President"), not shown. */
  readonly lead?: number;
}

/** The places of a sentence. Linear time. */
export function tokensIn(sentence: string): SentenceToken[] {
  const tokens: SentenceToken[] = [];
  let start = 0;
  for (const { text, type } of tokenise(sentence)) {
    const end = start + text.length;
    if (type !== "space") tokens.push({ text, form: fold(text), type, start, end });
    start = end;
  }
  return tokens;
}
