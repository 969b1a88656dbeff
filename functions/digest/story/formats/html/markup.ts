import { type QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { CLOSES_PARAGRAPH, FOREIGN_SHAPES, IMPLIED_CLOSES, PARAGRAPH, VOID_ELEMENTS } from "./elements.ts";

/** The attributes that readers of pages ask for; others are passed over. */
const READ_ATTRIBUTES = new Set([
  "aria-hidden",
  "class",
  "content",
  "data-hidden",
  "datetime",
  "hidden",
  "id",
  "itemprop",
  "lang",
  "name",
  "property",
  "rel",
  "role",
  "style",
  "type",
]);
/** Longer attribute values are cut. */
const MAX_ATTRIBUTE = 10_000;
/** Elements nested deeper than this only separate text. */
const MAX_OPEN_ELEMENTS = 2_000;

/** What is told of the markup, in document order. */
export interface MarkupHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** The innermost open element ends. */
  close(): void;
  /** An element without content, or one that is nested too deep. */
  single(name: string, attributes: ReadonlyMap<string, string>): void;
  text(data: string): void;
  /** Whether nothing more is to be told. */
  isFull?(): boolean;
}

/**
 * Reads markup in one pass. It stands on htmlparser2's tokenizer and keeps the open elements itself: the library's `Parser`
 * shifts its whole stack at each tag, so deep nesting costs the square of its depth.
 */
export function readMarkup(source: string, handler: MarkupHandler, decodeEntities = true): void {
  const elements = new Elements(source, handler, () => tokenizer.pause());
  const tokenizer = new Tokenizer({ decodeEntities }, elements);
  tokenizer.write(source);
  tokenizer.end();
}

/** What is known of the elements of one name, and how many of them are open. */
interface Tag {
  readonly name: string;
  readonly isVoid: boolean;
  readonly implied: ReadonlySet<string> | undefined;
  open: number;
}

const MAX_TAG_NAME = 100;
/** Elements with names beyond these are never found open when they end. */
const MAX_TAGS = 5_000;

function newTag(name: string): Tag {
  const implied = CLOSES_PARAGRAPH.has(name) ? PARAGRAPH : IMPLIED_CLOSES.get(name);
  return { name, isVoid: VOID_ELEMENTS.has(name), implied, open: 0 };
}

class Elements implements TokenizerCallbacks {
  readonly #source: string;
  readonly #handler: MarkupHandler;
  readonly #stop: () => void;
  readonly #tags = new Map<string, Tag>();
  readonly #svg = this.#known("svg");
  readonly #math = this.#known("math");
  readonly #open: Tag[] = [];
  #tooDeep = 0;
  #textStart = -1;
  #textEnd = -1;
  #tag = newTag("");
  #attribute = "";
  #isRead = false;
  #value = "";
  #attributes = new Map<string, string>();

  constructor(source: string, handler: MarkupHandler, stop: () => void) {
    this.#source = source;
    this.#handler = handler;
    this.#stop = stop;
  }

  /** Text comes in pieces, at worst of one character: those that touch are told as one. */
  ontext(start: number, end: number): void {
    if (start !== this.#textEnd) {
      this.#tellText();
      this.#textStart = start;
    }
    this.#textEnd = end;
  }

  ontextentity(codePoint: number): void {
    this.#tellText();
    this.#handler.text(String.fromCodePoint(codePoint));
  }

  onend(): void {
    this.#tellText();
  }

  #tellText(): void {
    if (this.#textEnd > this.#textStart) {
      this.#handler.text(this.#source.slice(this.#textStart, this.#textEnd));
    }
    this.#textStart = -1;
    this.#textEnd = -1;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  isInForeignContext(): boolean {
    return this.#svg.open > 0 || this.#math.open > 0;
  }

  #known(name: string): Tag {
    const tag = newTag(name);
    this.#tags.set(name, tag);
    return tag;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#isRead = READ_ATTRIBUTES.has(this.#attribute);
  }

  onattribdata(start: number, end: number): void {
    if (this.#isRead && this.#value.length < MAX_ATTRIBUTE) {
      this.#value += this.#source.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
    }
  }

  onattribentity(codePoint: number): void {
    if (this.#value.length < MAX_ATTRIBUTE) {
      this.#value += String.fromCodePoint(codePoint);
    }
  }

  onattribend(_quote: QuoteType): void {
    if (this.#isRead && !this.#attributes.has(this.#attribute)) {
      this.#attributes.set(this.#attribute, this.#value);
    }
    this.#value = "";
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#tagOf(start, end);
    if (this.#attributes.size > 0) {
      this.#attributes = new Map();
    }
  }

  onopentagend(): void {
    this.#tellText();
    if (this.#handler.isFull?.()) {
      this.#stop();
    }
    const tag = this.#tag;
    if (tag.implied !== undefined) {
      this.#closeImplied(tag.implied);
    }
    if (tag.isVoid) {
      this.#handler.single(tag.name, this.#attributes);
    } else if (this.#open.length >= MAX_OPEN_ELEMENTS) {
      this.#tooDeep += 1;
      this.#handler.single(tag.name, this.#attributes);
    } else {
      this.#open.push(tag);
      tag.open += 1;
      this.#handler.open(tag.name, this.#attributes);
    }
  }

  /** In HTML the slash of `<div/>` means nothing; in a drawing it closes, which makes no difference to text. */
  onselfclosingtag(): void {
    this.onopentagend();
    if (FOREIGN_SHAPES.has(this.#tag.name)) {
      this.#close(this.#tag);
    }
  }

  onclosetag(start: number, end: number): void {
    this.#tellText();
    const tag = this.#innermostAt(start, end) ?? this.#tagOf(start, end);
    if (tag.name === "br" || (tag.name === "p" && tag.open === 0)) {
      this.#handler.single(tag.name, this.#attributes);
    } else {
      this.#close(tag);
    }
  }

  /** The innermost element, which nearly every closing tag names. */
  #innermostAt(start: number, end: number): Tag | undefined {
    const tag = this.#open.at(-1);
    return end - start === tag?.name.length && this.#source.startsWith(tag.name, start) ? tag : undefined;
  }

  #tagOf(start: number, end: number): Tag {
    const written = this.#source.slice(start, Math.min(end, start + MAX_TAG_NAME));
    const seen = this.#tags.get(written);
    if (seen !== undefined) {
      return seen;
    }
    const name = written.toLowerCase();
    const tag = this.#tags.get(name) ?? newTag(name);
    if (this.#tags.size < MAX_TAGS) {
      this.#tags.set(written, tag);
      this.#tags.set(name, tag);
    }
    return tag;
  }

  #closeImplied(implied: ReadonlySet<string>): void {
    let innermost = this.#open.at(-1);
    while (innermost !== undefined && implied.has(innermost.name)) {
      this.#pop();
      innermost = this.#open.at(-1);
    }
  }

  #close(tag: Tag): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      this.#handler.single(tag.name, this.#attributes);
      return;
    }
    if (tag.open > 0) {
      while (this.#pop() !== tag) {}
    }
  }

  #pop(): Tag | undefined {
    const tag = this.#open.pop();
    if (tag !== undefined) {
      tag.open -= 1;
      this.#handler.close();
    }
    return tag;
  }
}
