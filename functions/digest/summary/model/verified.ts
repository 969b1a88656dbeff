/** Why an answer is not used; none has words of the story or of the answer. */
export type Refusal =
  | "nothing to summarise"
  | "too long"
  | "not the form asked for"
  | "number of sentences"
  | "unknown sentence"
  | "a sentence twice"
  | "refers to what is left out"
  | "says it twice"
  | "ends within a quotation"
  | "markup, a link or control characters"
  | "says what the story does not";

/** What may be told of an answer: its sentences in order, or why there are none; the extract stands then. */
export type Verified = { readonly sentences: string[] } | { readonly refused: Refusal };
