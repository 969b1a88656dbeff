export type FactKind = "number" | "date" | "name" | "quotation" | "negation";

/** A fact that is another one now; `undefined` on one side: it appeared or disappeared. */
export interface FactChange {
  readonly kind: FactKind;
  readonly before?: string;
  readonly after?: string;
  /** A few words around the fact that say what it is about ("people died"). */
  readonly context?: string;
}
