import { foldBlockText } from "../block-text.ts";
import type { Statements } from "./page.ts";

const MAX_STATEMENTS = 200;
const MAX_STATEMENT_TEXT = 2_000;
const MAX_JSON_LD = 1_000_000;

type Capture = "title" | "json-ld" | "author" | "date" | undefined;

/** Gathers what a page says of itself: `meta`, `title`, JSON-LD, `time`, authors. */
export class StatementReader {
  readonly #meta = new Map<string, string>();
  readonly #jsonLd: string[] = [];
  readonly #times: { at: string; names: string }[] = [];
  readonly #authors: string[] = [];
  readonly #dates: string[] = [];
  /** What class names say, as read once: a page has few of them, each many times. */
  readonly #byClass = new Map<string, Capture>();
  #capture: Capture;
  /** Elements open within the one that is captured. */
  #inner = 0;
  #captured = "";
  #title = "";
  #lang = "";

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (attributes.size > 0) {
      this.#readAttributes(name, attributes);
    }
    if (this.#capture !== undefined) {
      this.#inner += 1;
      return;
    }
    this.#capture = this.#captureOf(name, attributes);
    this.#captured = "";
  }

  close(): void {
    if (this.#capture === undefined) {
      return;
    }
    if (this.#inner > 0) {
      this.#inner -= 1;
      return;
    }
    this.#keep(this.#capture, this.#captured);
    this.#capture = undefined;
  }

  text(data: string): void {
    if (this.#capture !== undefined && this.#captured.length < MAX_JSON_LD) {
      this.#captured += data;
    }
  }

  finish(): Statements {
    return {
      ...(this.#lang === "" ? {} : { lang: this.#lang }),
      title: this.#title,
      meta: this.#meta,
      jsonLd: this.#jsonLd,
      times: this.#times,
      authors: this.#authors,
      dates: this.#dates,
    };
  }

  #captureOf(name: string, attributes: ReadonlyMap<string, string>): Capture {
    if (name === "title") {
      return "title";
    }
    if (attributes.size === 0) {
      return undefined;
    }
    if (name === "script") {
      return /^application\/ld\+json/i.test(attributes.get("type") ?? "") ? "json-ld" : undefined;
    }
    const byClass = this.#captureOfClass(attributes.get("class"));
    if (byClass === "author" || isStatedAuthor(attributes)) {
      return "author";
    }
    return name === "time" ? "date" : byClass;
  }

  #captureOfClass(names: string | undefined): Capture {
    if (names === undefined) {
      return undefined;
    }
    if (this.#byClass.has(names)) {
      return this.#byClass.get(names);
    }
    const capture = captureOfClass(names);
    this.#byClass.set(names, capture);
    return capture;
  }

  #keep(capture: Capture, text: string): void {
    if (capture === "title" && this.#title === "") {
      this.#title = text.slice(0, MAX_STATEMENT_TEXT);
    } else if (capture === "json-ld" && this.#jsonLd.length < MAX_STATEMENTS) {
      this.#jsonLd.push(text);
    } else if (capture === "author" && this.#authors.length < MAX_STATEMENTS) {
      this.#authors.push(text.slice(0, MAX_STATEMENT_TEXT));
    } else if (capture === "date" && this.#dates.length < MAX_STATEMENTS) {
      this.#dates.push(text.slice(0, MAX_STATEMENT_TEXT));
    }
  }

  #readAttributes(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "meta" || (attributes.has("content") && attributes.has("itemprop"))) {
      this.#readMeta(attributes);
    } else if (name === "html" && this.#lang === "") {
      this.#lang = (attributes.get("lang") ?? "").trim();
    } else if (name === "time") {
      this.#readTime(attributes);
    }
  }

  #readTime(attributes: ReadonlyMap<string, string>): void {
    if (this.#times.length < MAX_STATEMENTS) {
      const at = attributes.get("datetime") ?? "";
      const names = `${attributes.get("class") ?? ""} ${attributes.get("itemprop") ?? ""}`;
      this.#times.push({ at, names });
    }
  }

  #readMeta(attributes: ReadonlyMap<string, string>): void {
    const content = (attributes.get("content") ?? "").trim();
    const name = attributes.get("property") ?? attributes.get("name") ?? attributes.get("itemprop") ?? "";
    const key = name.trim().toLowerCase();
    const before = this.#meta.get(key);
    if (key === "" || content === "" || this.#meta.size >= MAX_STATEMENTS) {
      return;
    }
    if (before === undefined) {
      this.#meta.set(key, content);
    } else if (REPEATED.has(key) && before.length < MAX_STATEMENT_TEXT) {
      this.#meta.set(key, `${before}, ${content}`);
    }
  }
}

/** Each author of a paper has an element of its own. */
const REPEATED = new Set(["citation_author", "dc.creator", "dcterms.creator"]);

const AUTHOR_NAMES =
  /(?:^|[\s_-])(?:byline|authors?|autor|auteur|autore|writer|contributor)(?:[\s_-]?(?:name|link))?(?=$|[\s_])/i;

/** The author of a comment, or the field that asks for one, is not the author of the story. */
const OF_COMMENT = /comment|kommentar|respond/i;

const DATE_NAMES =
  /(?:^|[\s_-])(?:date|datum|fecha|published|pubdate|timestamp|posted-on|publish-date)(?=$|[\s_-])/i;

function captureOfClass(names: string): Capture {
  if (AUTHOR_NAMES.test(names) && !OF_COMMENT.test(names)) {
    return "author";
  }
  return DATE_NAMES.test(names) ? "date" : undefined;
}

function isStatedAuthor(attributes: ReadonlyMap<string, string>): boolean {
  return AUTHOR.test(attributes.get("rel") ?? "") || AUTHOR.test(attributes.get("itemprop") ?? "");
}

const AUTHOR = /\bauthor\b/;

/** What the first of these `meta` elements that is there says. */
export function metaOf({ meta }: Statements, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = foldBlockText(meta.get(name) ?? "");
    if (content !== "") {
      return content;
    }
  }
  return undefined;
}
