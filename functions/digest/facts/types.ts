export type FactKind = "number" | "date" | "name" | "quotation" | "negation";

/** A changed fact; one side is absent if the fact appeared or disappeared. */
export interface FactChange {
  readonly kind: FactKind;
  readonly before?: string;
  readonly after?: string;
  /** A label: a few words from the sentence that say what the fact is about ("people died"). */
  readonly context?: string;
}
