import type { BlockKind } from "../document.ts";
import { foldCode, foldSpace } from "./fold-text.ts";
import { hintOf } from "./hints.ts";
import { type MarkupHandler, readMarkup } from "./markup.ts";
import type { Candidate, Page, PageElement } from "./page.ts";
import { StatementReader } from "./statements.ts";
import { TableRows } from "./table-rows.ts";

/** More elements or stretches of text than any story has; after so many nothing separates any more, so that no text is lost. */
const MAX_ELEMENTS = 120_000;
const MAX_STRETCHES = 60_000;
const _MAX_HIDDEN = 50;

const BLOCK_ELEMENTS = new Set(
  (
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul " +
    "caption legend amp-accordion article-body"
  ).split(" "),
);
/** Elements whose text is no prose, or is not shown. */
const UNREAD_ELEMENTS = new Set(
  (
    "script style template noscript svg math iframe object embed applet canvas video audio select button textarea " +
    "datalist map head noframes noembed rp amp-ad amp-consent progress meter"
  ).split(" "),
);
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "list item"],
  ["dd", "list item"],
  ["blockquote", "quotation"],
  ["pre", "code"],
  ["figcaption", "caption"],
  ["caption", "caption"],
]);
const FIELDS = new Set(["email", "text", "search", "password"]);
/** Kinds that hold for everything in their element. */
const INHERITED = new Set<BlockKind>(["list item", "quotation", "code", "caption"]);

/** An open element. */
interface Open {
  readonly name: string;
  readonly element: number;
  readonly kind: BlockKind;
  readonly level: number;
  readonly isBlock: boolean;
  readonly isLinked: boolean;
  readonly isUnread: boolean;
  readonly names: string;
}

/** Reads the elements, stretches of text and statements of a page, in one pass and without recursion. */
export function readPage(source: string): Page {
  const reader = new PageReader();
  readMarkup(source, reader);
  return reader.finish();
}

const ROOT: Open = {
  name: "",
  element: 0,
  kind: "paragraph",
  level: 0,
  isBlock: true,
  isLinked: false,
  isUnread: false,
  names: "",
};

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
  readonly #open: Open[] = [];
  readonly #rows = new TableRows();
  readonly #hidden: string[] = [];
  #current = ROOT;
  #text = "";
  #linked = 0;
  #breaks = 0;
  #stretches = 0;
  #isEnding = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#statements.open(name, attributes, this.#candidates.length);
    const outer = this.#current;
    this.#open.push(outer);
    if (outer.isUnread || isUnread(name, attributes)) {
      this.#current = outer.isUnread ? outer : { ...outer, name, isUnread: true, isBlock: false };
      return;
    }
    if (this.#isFull()) {
      this.#text += " ";
      return;
    }
    if (BLOCK_ELEMENTS.has(name)) {
      if (name === "form") {
        this.#markForm();
      }
      this.#openBlock(name, attributes);
      return;
    }
    this.#current =
      name === "a" && !outer.isLinked
        ? { ...outer, name, isBlock: false, isLinked: true }
        : { ...outer, name, isBlock: false };
  }

  close(): void {
    const closed = this.#current;
    const outer = this.#open.pop() ?? ROOT;
    this.#statements.close();
    if (closed !== outer && closed.isBlock && !closed.isUnread) {
      this.#closeBlock(closed);
    }
    this.#current = outer;
  }

  single(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#statements.open(name, attributes, this.#candidates.length);
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
    if (this.#current.isUnread) {
      return;
    }
    this.#text += data;
    if (this.#current.isLinked) {
      this.#linked += data.length;
    }
    if (this.#breaks > 0 && data.trim() !== "") {
      this.#breaks = 0;
    }
  }

  finish(): Page {
    this.#isEnding = true;
    this.#flush();
    return {
      elements: this.#elements,
      candidates: this.#candidates,
      statements: this.#statements.finish(),
      hidden: this.#hidden,
    };
  }

  /** One break is white space, two part paragraphs; in code each is a line. */
  #break(): void {
    if (this.#current.isUnread) {
      return;
    }
    this.#breaks += 1;
    this.#text += "\n";
    if (this.#breaks > 1 && this.#current.kind !== "code") {
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

  #openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#current;
    if (outer.kind === "code") {
      this.#separate();
      this.#current = { ...outer, name, isBlock: false };
      return;
    }
    this.#flush();
    const element = this.#addElement(name, attributes);
    if (name === "tr") {
      this.#rows.open();
    } else if (name === "td" || name === "th") {
      this.#rows.cell();
    }
    this.#current = {
      name,
      element,
      kind: kindOf(name, outer.kind),
      level: /^h[1-6]$/.test(name) ? Number(name[1]) : 0,
      isBlock: true,
      isLinked: outer.isLinked,
      isUnread: false,
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
    const isStory =
      name === "article" ||
      name === "main" ||
      /articleBody/i.test(attributes.get("itemprop") ?? "") ||
      attributes.get("role") === "main";
    this.#elements.push({
      name,
      parent: this.#current.element,
      hint: hintOf(name, attributes),
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

  #isFull(): boolean {
    return this.#stretches >= MAX_STRETCHES || this.#elements.length >= MAX_ELEMENTS;
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
    if (this.#text === "" || (this.#isFull() && !this.#isEnding)) {
      return;
    }
    const { kind, element, level, names } = this.#current;
    const text = kind === "code" ? foldCode(this.#text) : foldSpace(this.#text);
    if (text !== "") {
      this.#stretches += 1;
      const candidate = { kind, text, linked: Math.min(this.#linked, text.length), element, level, names };
      if (!this.#rows.take(candidate)) {
        this.#candidates.push(candidate);
      }
    }
    this.#text = "";
    this.#linked = 0;
  }
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  const own = KINDS.get(name);
  if (own !== undefined) {
    return own;
  }
  return INHERITED.has(outer) ? outer : "paragraph";
}

const NOT_SHOWN = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i;

function isUnread(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (UNREAD_ELEMENTS.has(name)) {
    return name !== "head";
  }
  if (attributes.size === 0) {
    return false;
  }
  return (
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    NOT_SHOWN.test(attributes.get("style") ?? "") ||
    (!BLOCK_ELEMENTS.has(name) && hintOf(name, attributes) !== undefined)
  );
}
