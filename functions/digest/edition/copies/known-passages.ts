import { createHash } from "node:crypto";
import type { RevisionRecord } from "../../changes/schema.ts";
import type { EditionEdit } from "../schema.ts";
import { foldPassage, framePassages, kindOfPassage, passagesOf, weightOf } from "./passages.ts";

/**
 * The passages of a day by number, so that one in ten thousand stories is folded, weighed and kept once. Equal passages have the
 * same number, but a number says nothing beyond the day.
 */
export class KnownPassages {
  readonly #numbers = new Map<string, number>();
  readonly #ofEdits = new WeakMap<EditionEdit, readonly number[]>();
  readonly #texts: string[] = [];
  readonly #weights: (number | undefined)[] = [];

  /** The passages of an edit; looked up once, as edits of one story and those of many are found among the same ones. */
  ofEdit(edit: EditionEdit): readonly number[] {
    const known = this.#ofEdits.get(edit);
    if (known !== undefined) {
      return known;
    }
    const numbers = passagesOf(edit).map((text) => this.#numberOf(text));
    this.#ofEdits.set(edit, numbers);
    return numbers;
  }

  /** The passages around the body of a story. */
  ofFrame(revision: RevisionRecord): readonly number[] {
    return framePassages(revision).map((text) => this.#numberOf(text));
  }

  /** How many telling words these passages have together. */
  weigh(passages: readonly number[]): number {
    return passages.reduce((sum, passage) => sum + this.#weightOf(passage), 0);
  }

  /** What unrelated stories may have in common of these passages: dates, or fewer telling words than given; `undefined`: nothing. */
  commonKind(passages: readonly number[], telling: number): "date" | "words" | undefined {
    const kinds = passages.map((passage) => kindOfPassage(this.#texts[passage] ?? ""));
    if (kinds.every((kind) => kind === "date")) {
      return "date";
    }
    const isPlain = kinds.every((kind) => kind !== "telling");
    return isPlain && this.weigh(passages) < telling ? "words" : undefined;
  }

  /** An id of these passages that is the same on every day. */
  idOf(passages: readonly number[], ...context: readonly string[]): string {
    const texts = passages.map((passage) => this.#texts[passage] ?? "").toSorted();
    const identity = [...context, ...texts].join("\u0001");
    return `e-${createHash("sha256").update(identity).digest("hex").slice(0, 12)}`;
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    const folded = foldPassage(text);
    const number = this.#numbers.get(folded) ?? this.#texts.length;
    if (number === this.#texts.length) {
      this.#texts.push(folded);
    }
    this.#numbers.set(text, number).set(folded, number);
    return number;
  }

  #weightOf(passage: number): number {
    const weight = this.#weights[passage] ?? weightOf(this.#texts[passage] ?? "");
    this.#weights[passage] = weight;
    return weight;
  }
}
