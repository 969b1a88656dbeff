import type { Moment } from "./dates/moment.ts";
import type { Token } from "./tokens.ts";

/** A word, a value or text without values: what two versions of a sentence are compared by. Marks are no units. */
export interface Unit {
  readonly sort: "word" | "number" | "date" | "opaque";
  /** Equal for units that say the same. */
  readonly key: string;
  /** Tokens covered, half open. */
  readonly from: number;
  readonly to: number;
  /** Of a number: "%", "USD", "km"; empty if none. */
  readonly unit?: string;
  /** Of a number: it may be a year. */
  readonly isYear?: boolean;
  readonly moment?: Moment;
  /** The tokens to show where the value is part of a range or score ("10-12"). */
  readonly shown?: readonly [from: number, to: number];
  /** The range is written with a word ("5 to 10"): one end can be shown without the other. */
  readonly isLoose?: true;
  /** The number before it again, in words or digits: "60 (sixty)". It says nothing more. */
  readonly isRepeated?: true;
}

/** A sentence read for its values. */
export interface ReadSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** The date of the story, "2025-06-22"; resolves "today". */
  readonly day?: string | undefined;
}
