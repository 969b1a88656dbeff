/** An edition that is due. */
export interface ModelDue {
  readonly slot: number;
  readonly run: string;
}

/** `nonce` is fresh in every write, and so stands for the ETag too. */
export interface ModelHead {
  readonly nonce: string;
  readonly slot: number;
  readonly snapshot: string | null;
  readonly due: readonly ModelDue[];
}

/** What of the head its reader goes by; `time`: only when it was answered. */
export type HeadLook = "all" | "due" | "time";

export interface ModelClaim {
  readonly nonce: string;
  readonly state: "claimed" | "open" | "sent" | "unknown";
  /** Whether its deadline has passed; of a claim whose worker lives it has not. */
  readonly isExpired: boolean;
}

/** What a worker does to the world, one step each. `if`: what must still be there; the empty text: nothing yet. */
export type ModelEffect =
  | { readonly effect: "read head"; readonly look: HeadLook }
  | { readonly effect: "write head"; readonly if: string | undefined; readonly head: ModelHead }
  | { readonly effect: "store edition"; readonly run: string }
  | {
      readonly effect: "store snapshot";
      readonly run: string;
      readonly slot: number;
      readonly parent: string | null;
    }
  | { readonly effect: "read edition"; readonly run: string }
  | { readonly effect: "read parents"; readonly run: string | null }
  | { readonly effect: "read claim"; readonly slot: number }
  | {
      readonly effect: "write claim";
      readonly slot: number;
      readonly if: string | undefined;
      readonly state: ModelClaim["state"];
      readonly nonce: string;
    }
  | { readonly effect: "send"; readonly slot: number; readonly run: string }
  | { readonly effect: "retire run"; readonly run: string };

/** What the world answers; `lost`: nothing, and whether it was done is not known. */
export type ModelAnswer =
  | { readonly head: ModelHead }
  | { readonly claim: ModelClaim | undefined }
  | { readonly runs: readonly string[] }
  | "refused"
  | "done"
  | "lost";

/** Ways in which the protocol could be wrong; each is caught. */
export const MODEL_MUTANTS = [
  "head written without condition",
  "claim written without condition",
  "send tried again by the SDK",
  "deadline shorter than the worker's life",
  "sent before the commit",
  "committed before the edition is stored",
  "receipt before the send",
  "edition forgotten without condition",
  "own commit not known",
  "own commit known by its nonce only",
] as const;

export type ModelMutant = (typeof MODEL_MUTANTS)[number];

export interface ModelSettings {
  readonly unknownDeliveries: "resend" | "skip";
  readonly mutant?: ModelMutant;
}

/** One invocation: the run of a slot, or the hourly resume. `id` is unique and stands for run id and nonce. */
export interface ModelInvocation {
  readonly id: string;
  readonly slot: number | "resume";
}
