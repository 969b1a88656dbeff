/** What a model is asked: instructions, what it reads, and the form of its answer. Texts of stories are in `text` alone. */
export interface ModelQuestion {
  readonly system: string;
  readonly text: string;
  /** JSON schema of the answer; absent: free text. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
}

/** What it answered, unchecked. */
export interface ModelAnswer {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Asks a model once. Rejects if it cannot be asked, refuses, or `signal` ends it. */
export type AskModel = (question: ModelQuestion, signal: AbortSignal) => Promise<ModelAnswer>;
