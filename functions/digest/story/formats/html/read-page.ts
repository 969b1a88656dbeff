import { STRUCK } from "../block-roles.ts";
import { foldBlockText, foldCode, MAX_BLOCKS } from "../block-text.ts";
import type { Omission } from "../document.ts";
import { LOWERED, RAISED, withSuperscripts } from "../superscripts.ts";
import { BLOCK_ELEMENTS, FIELDS, isStoryElement, kindOf, type Open, ROOT, unreadOf } from "./elements.ts";
import { HintReader } from "./hints.ts";
import { type MarkupHandler, readMarkup } from "./markup.ts";
import type { Candidate, Page, PageElement } from "./page.ts";
import { StatementReader } from "./statements.ts";
import { TableRows } from "./table-rows.ts";

/** More elements than the page of any story has; those after so many only separate text. */
const MAX_ELEMENTS = 80_000;
const MAX_HIDDEN = 50;
const MAX_HIDDEN_TEXT = 500;

/** Reads the elements, stretches of text and statements of a page, in one pass and without recursion. */
export function readPage(source: string): Page {
  const reader = new PageReader();
  readMarkup(source, reader);
  return reader.finish();
}

class PageReader implements MarkupHandler {
  readonly #elements: PageElement[] = [
    {
      name: "",
      parent: -1,
      hint: undefined,
      isStory: false,
      holdsStory: true,
      holdsHeadline: false,
      hasForm: false,
    },
  ];
  readonly #candidates: Candidate[] = [];
  readonly #statements = new StatementReader();
  readonly #hints = new HintReader();
  readonly #open: Open[] = [];
  readonly #rows = new TableRows();
  readonly #hidden: Omission[] = [];
  #current = ROOT;
  #text = "";
  #linked = 0;
  #breaks = 0;
  #isAfterStruck = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#statements.open(name, attributes);
    const outer = this.#current;
    this.#open.push(outer);
    const unread = outer.unread ?? unreadOf(name, attributes, this.#hints);
    if (unread !== undefined) {
      this.#current = outer.unread === undefined ? { ...outer, name, unread, isBlock: false } : outer;
      return;
    }
    if (!BLOCK_ELEMENTS.has(name)) {
      this.#openInline(name);
      return;
    }
    if (name === "form") {
      this.#markForm();
    }
    this.#openBlock(name, attributes);
  }

  close(): void {
    const closed = this.#current;
    const outer = this.#open.pop() ?? ROOT;
    this.#statements.close();
    this.#isAfterStruck = closed.unread === STRUCK;
    if (closed !== outer && closed.name === "sup" && closed.unread === undefined) {
      this.#text += LOWERED;
    }
    if (closed !== outer && closed.isBlock && closed.unread === undefined) {
      this.#closeBlock(closed);
    }
    this.#current = outer;
  }

  single(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#statements.open(name, attributes);
    this.#statements.close();
    if (name === "input" && FIELDS.has(attributes.get("type") ?? "")) {
      this.#markForm();
    } else if (name === "br") {
      this.#break();
    } else if (BLOCK_ELEMENTS.has(name)) {
      this.#separate();
    }
  }

  text(data: string): void {
    this.#statements.text(data);
    if (this.#current.unread !== undefined) {
      this.#keepHidden(data);
      return;
    }
    if (this.#isAfterStruck && /^[,.;:!?)]/.test(data)) {
      this.#text = this.#text.trimEnd();
    }
    this.#isAfterStruck = false;
    this.#text += data;
    if (this.#current.isLinked) {
      this.#linked += data.length;
    }
    if (this.#breaks > 0 && data.trim() !== "") {
      this.#breaks = 0;
    }
  }

  isFull(): boolean {
    return this.#candidates.length > MAX_BLOCKS;
  }

  finish(): Page {
    this.#flush();
    return {
      elements: this.#elements,
      candidates: this.#candidates,
      statements: this.#statements.finish(),
      hidden: this.#hidden,
    };
  }

  #keepHidden(data: string): void {
    const reason = this.#current.unread ?? "no prose";
    if (reason !== "no prose" && this.#hidden.length < MAX_HIDDEN && data.trim() !== "") {
      this.#hidden.push({ reason, text: foldBlockText(data.slice(0, MAX_HIDDEN_TEXT)) });
    }
  }

  /** One break is white space, two part paragraphs; in code each is a line. */
  #break(): void {
    if (this.#current.unread !== undefined) {
      return;
    }
    const isCode = this.#current.kind === "code";
    this.#breaks += 1;
    this.#text += isCode ? "\n" : " ";
    if (this.#breaks > 1 && !isCode) {
      this.#flush();
    }
  }

  /** In code a line ends, elsewhere a stretch of text. */
  #separate(): void {
    if (this.#current.kind === "code") {
      this.#text += "\n";
    } else {
      this.#flush();
    }
  }

  /** Nothing is new in most inline elements: the block that they stand in goes on. */
  #openInline(name: string): void {
    if (name === "a" && !this.#current.isLinked) {
      this.#current = { ...this.#current, name, isBlock: false, isLinked: true };
    } else if (name === "sup") {
      this.#current = { ...this.#current, name, isBlock: false };
      this.#text += RAISED;
    }
  }

  #openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#current;
    if (outer.kind === "code") {
      this.#separate();
      return;
    }
    this.#flush();
    const element = this.#addElement(name, attributes);
    if (name === "tr") {
      this.#rows.open();
    } else if (name === "td" || name === "th") {
      this.#rows.cell();
    }
    const kind = kindOf(name, outer.kind);
    this.#current = {
      name,
      element,
      kind,
      level: kind === "heading" ? Number(name[1]) : 0,
      isBlock: true,
      isLinked: outer.isLinked,
      unread: undefined,
      names: attributes.get("class") ?? "",
    };
  }

  #closeBlock({ name }: Open): void {
    this.#flush();
    if (name === "tr") {
      for (const piece of this.#rows.close()) {
        this.#candidates.push(piece);
      }
    }
  }

  #addElement(name: string, attributes: ReadonlyMap<string, string>): number {
    if (this.#elements.length >= MAX_ELEMENTS) {
      return this.#current.element;
    }
    const isStory = isStoryElement(name, attributes);
    this.#elements.push({
      name,
      parent: this.#current.element,
      hint: this.#hints.hintOf(name, attributes),
      isStory,
      holdsStory: false,
      holdsHeadline: false,
      hasForm: false,
    });
    const index = this.#elements.length - 1;
    if (name === "h1") {
      this.#markHolders(index, "holdsHeadline");
    }
    if (name === "h1" || (isStory && name !== "article")) {
      this.#markHolders(index, "holdsStory");
    }
    return index;
  }

  #markForm(): void {
    const element = this.#elements[this.#current.element];
    if (element !== undefined) {
      element.hasForm = true;
    }
  }

  #markHolders(from: number, mark: "holdsStory" | "holdsHeadline"): void {
    let element = this.#elements[from];
    while (element !== undefined && !element[mark]) {
      element[mark] = true;
      element = this.#elements[element.parent];
    }
  }

  #flush(): void {
    this.#breaks = 0;
    if (this.#text === "") {
      return;
    }
    const { kind, element, level, names } = this.#current;
    const text = kind === "code" ? foldCode(this.#text) : foldBlockText(withSuperscripts(this.#text));
    if (text !== "") {
      const candidate = { kind, text, linked: Math.min(this.#linked, text.length), element, level, names };
      if (!this.#rows.take(candidate)) {
        this.#candidates.push(candidate);
      }
    }
    this.#text = "";
    this.#linked = 0;
  }
}
