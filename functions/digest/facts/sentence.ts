import { fold } from "../text/fold.ts";
import { tokenise } from "../text/tokens.ts";
import type { FactKind } from "./types.ts";

/** A number, word or mark with its position in the sentence; white space has no token. */
export interface SentenceToken {
  readonly text: string;
  /** Lower case, plain glyphs. */
  readonly form: string;
  readonly type: "number" | "word" | "mark";
  readonly start: number;
  readonly end: number;
}

/** A fact found in a sentence. */
export interface Fact {
  readonly kind: FactKind;
  /** Equal for facts with the same meaning: "1,200", "1.2k" and "twelve hundred" are "1200". */
  readonly value: string;
  /** As written, for the reader. */
  readonly surface: string;
  /** Tokens covered, half open. */
  readonly from: number;
  readonly to: number;
}

/** A sentence with the facts found in it. */
export interface ReadSentence {
  readonly text: string;
  readonly tokens: readonly SentenceToken[];
  readonly facts: readonly Fact[];
  readonly quotations: readonly Fact[];
  /** The date of the story, "2025-06-22"; resolves "today". */
  readonly day?: string | undefined;
}

/** A changed fact, a new one (no `before`) or a removed one (no `after`). */
export type FactPair =
  | { readonly before: Fact; readonly after: Fact }
  | { readonly before: Fact; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Fact };

/** What a recogniser found at a token: its meaning, and the number of tokens covered. */
export interface Found {
  readonly kind: FactKind;
  readonly value: string;
  readonly length: number;
  /** Covered tokens that only introduce the fact ("President"); not shown. */
  readonly lead?: number;
}

/** The tokens of a sentence, without white space. Linear time. */
export function tokensIn(sentence: string): SentenceToken[] {
  const tokens: SentenceToken[] = [];
  let start = 0;
  for (const { text, type } of tokenise(sentence)) {
    const end = start + text.length;
    if (type !== "space") {
      tokens.push({ text, form: fold(text), type, start, end });
    }
    start = end;
  }
  return tokens;
}
