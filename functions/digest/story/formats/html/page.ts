import type { BlockKind, Omission } from "../document.ts";
import type { Hint } from "./hints.ts";

/** A block-level element of a page. */
export interface PageElement {
  readonly name: string;
  /** Index of the enclosing element; -1 for the root. */
  readonly parent: number;
  readonly hint: Hint | undefined;
  /** Whether its source names it as the story: `article`, `main`, `itemprop="articleBody"`. */
  readonly isStory: boolean;
  /** Whether the headline stands in it, or the element that its source names as the main one. */
  holdsStory: boolean;
  /** Whether an `h1` stands in it. */
  holdsHeadline: boolean;
  /** Whether a form or a field stands directly in it. */
  hasForm: boolean;
}

/** A stretch of text between two breaks, which may become a block of the story. */
export interface Candidate {
  readonly kind: BlockKind;
  readonly text: string;
  /** Of a table row its first cell. */
  readonly label?: string;
  /** Of a table row all its cells. */
  readonly cells?: readonly string[];
  /** Characters that stand in links. */
  readonly linked: number;
  /** Index of the innermost block-level element. */
  readonly element: number;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Words of its element's class that say what it is: a deck, a byline. */
  readonly names: string;
}

/** Share of a title that stands in a link, if the story stands elsewhere. */
const LINKED = 0.9;

/** Whether a candidate is a heading in a link. */
export function isLinkedTitle({ level, linked, text }: Candidate): boolean {
  return level > 0 && linked >= LINKED * text.length;
}

/** What a page says of itself outside its text. */
export interface Statements {
  readonly lang?: string;
  readonly title: string;
  /** Content of `meta` elements by name or property in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  /** `datetime` of `time` elements. */
  readonly times: readonly { readonly at: string; readonly names: string }[];
  readonly authors: readonly string[];
  /** Text of elements that name themselves a date. */
  readonly dates: readonly string[];
}

export interface Page {
  readonly elements: readonly PageElement[];
  readonly candidates: readonly Candidate[];
  readonly statements: Statements;
  /** Samples of text that is not shown, or is struck out. */
  readonly hidden: readonly Omission[];
}
