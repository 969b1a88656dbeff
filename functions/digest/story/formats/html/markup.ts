import { type QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** The attributes that readers of pages ask for; others are passed over. */
const READ_ATTRIBUTES = new Set([
  "aria-hidden",
  "class",
  "content",
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
const MAX_DEPTH = 2_000;

const VOID_ELEMENTS = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

/** What an opening element closes if it is the innermost open one. */
const IMPLIED_CLOSES = new Map<string, ReadonlySet<string>>([
  ["tr", new Set(["tr", "th", "td"])],
  ["th", new Set(["th", "td"])],
  ["td", new Set(["th", "td", "thead"])],
  ["tbody", new Set(["thead", "tbody", "tr", "td", "th"])],
  ["li", new Set(["li", "p"])],
  ["dt", new Set(["dt", "dd", "p"])],
  ["dd", new Set(["dt", "dd", "p"])],
  ["a", new Set(["a"])],
  ["option", new Set(["option"])],
  ["body", new Set(["head"])],
]);
const CLOSES_PARAGRAPH = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form " +
    "header hr main nav ol pre section table ul"
  ).split(" "),
);
const PARAGRAPH = new Set(["p"]);

/** What is told of the markup, in document order. */
export interface MarkupHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** The innermost open element ends. */
  close(): void;
  /** An element without content, or one that is nested too deep. */
  single(name: string, attributes: ReadonlyMap<string, string>): void;
  text(data: string): void;
}

/**
 * Reads markup in one pass. It stands on htmlparser2's tokenizer and keeps the open elements itself: the library's `Parser`
 * shifts its whole stack at each tag, so deep nesting costs the square of its depth.
 */
export function readMarkup(source: string, handler: MarkupHandler): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, new Elements(source, handler));
  tokenizer.write(source);
  tokenizer.end();
}

class Elements implements TokenizerCallbacks {
  readonly #source: string;
  readonly #handler: MarkupHandler;
  readonly #open: string[] = [];
  readonly #counts = new Map<string, number>();
  #tooDeep = 0;
  #name = "";
  #attribute = "";
  #value = "";
  #attributes = new Map<string, string>();

  constructor(source: string, handler: MarkupHandler) {
    this.#source = source;
    this.#handler = handler;
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.#source.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#handler.text(String.fromCodePoint(codePoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  isInForeignContext(): boolean {
    return this.#isOpen("svg") || this.#isOpen("math");
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (this.#value.length < MAX_ATTRIBUTE && READ_ATTRIBUTES.has(this.#attribute)) {
      this.#value += this.#source.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
    }
  }

  onattribentity(codePoint: number): void {
    if (this.#value.length < MAX_ATTRIBUTE) {
      this.#value += String.fromCodePoint(codePoint);
    }
  }

  onattribend(_quote: QuoteType): void {
    if (READ_ATTRIBUTES.has(this.#attribute) && !this.#attributes.has(this.#attribute)) {
      this.#attributes.set(this.#attribute, this.#value);
    }
    this.#value = "";
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    if (this.#attributes.size > 0) {
      this.#attributes = new Map();
    }
  }

  onopentagend(): void {
    const name = this.#name;
    this.#closeImplied(name);
    if (VOID_ELEMENTS.has(name)) {
      this.#handler.single(name, this.#attributes);
    } else if (this.#open.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      this.#handler.single(name, this.#attributes);
    } else {
      this.#open.push(name);
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      this.#handler.open(name, this.#attributes);
    }
  }

  /** In HTML the slash of `<div/>` means nothing; in a drawing it closes, which makes no difference to text. */
  onselfclosingtag(): void {
    this.onopentagend();
    if (FOREIGN_SHAPES.has(this.#name)) {
      this.#close(this.#name);
    }
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (name === "br" || (name === "p" && !this.#isOpen("p"))) {
      this.#handler.single(name, this.#attributes);
    } else {
      this.#close(name);
    }
  }

  #isOpen(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  #closeImplied(name: string): void {
    const implied = CLOSES_PARAGRAPH.has(name) ? PARAGRAPH : IMPLIED_CLOSES.get(name);
    if (implied === undefined) {
      return;
    }
    let innermost = this.#open.at(-1);
    while (innermost !== undefined && implied.has(innermost)) {
      this.#pop();
      innermost = this.#open.at(-1);
    }
  }

  #close(name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      this.#handler.single(name, this.#attributes);
      return;
    }
    if (!this.#isOpen(name)) {
      return;
    }
    while (this.#pop() !== name) {}
  }

  #pop(): string | undefined {
    const name = this.#open.pop();
    if (name !== undefined) {
      this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
      this.#handler.close();
    }
    return name;
  }
}

const FOREIGN_SHAPES = new Set(
  "svg path use circle rect line g polygon polyline ellipse stop image defs lineargradient clippath mask".split(" "),
);
