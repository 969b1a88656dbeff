import type { Document } from "../document.ts";
import { foldSpace } from "./fold-text.ts";
import { articleOf, type Fields, isFields, namesOf, textOf } from "./json-ld.ts";
import type { Candidate, Page, Statements } from "./page.ts";

export type Metadata = Pick<Document, "headline" | "byline" | "published" | "updated" | "lang"> & {
  readonly description?: string;
  readonly articleBody?: string;
};

/** What a page states about its story: headline, authors, dates, language. */
export function metadataOf(page: Page): Metadata {
  const { statements } = page;
  const article = articleOf(statements.jsonLd) ?? {};
  return defined({
    headline: headlineOf(page, article),
    byline: bylineOf(statements, article),
    published: publishedOf(statements, article),
    updated: textOf(article.dateModified) ?? metaOf(statements, UPDATED),
    lang: langOf(statements.lang),
    description:
      metaOf(statements, ["og:description", "description", "twitter:description"]) ??
      textOf(article.description),
    articleBody: textOf(article.articleBody),
  });
}

type Optional = { readonly [Name in keyof Metadata]: string | undefined };

function defined(fields: Optional): Metadata {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  );
}

const PUBLISHED = [
  "article:published_time",
  "datepublished",
  "article:published",
  "og:published_time",
  "og:article:published_time",
  "parsely-pub-date",
  "sailthru.date",
  "publish-date",
  "publishdate",
  "pubdate",
  "publication_date",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "cxenseparse:recs:publishtime",
  "date",
  "date-pub",
];
const UPDATED = [
  "article:modified_time",
  "datemodified",
  "og:updated_time",
  "article:modified",
  "dcterms.modified",
  "lastmod",
  "last-modified",
];
const AUTHORS = [
  "author",
  "article:author_name",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "article:author",
];

function metaOf({ meta }: Statements, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = foldSpace(meta.get(name) ?? "");
    if (content !== "") {
      return content;
    }
  }
  return undefined;
}

/**
 * The only `h1`; else the longest that begins or ends what the page calls itself elsewhere; else what it states. An `h1` that names
 * the site does not count.
 */
function headlineOf({ candidates, statements }: Page, article: Fields): string | undefined {
  const social = metaOf(statements, ["og:title"]) ?? "";
  const title = foldSpace(statements.title).slice(0, MAX_TITLE);
  const titles = [social, title].filter((name) => name !== "");
  const heads = headsOf(candidates, titles).filter((head) => !isSiteName(head, statements, title));
  const [only] = heads;
  const named =
    heads.length === 1 ? only : longest(heads.filter((head) => titles.some((name) => names(name, head))));
  if (named !== undefined) {
    return withoutSite(named, statements, !(plain(named) === plain(title) && named.includes(" | ")));
  }
  const stated = foldSpace(textOf(article.headline) ?? "");
  return withoutSite(stated || social || title, statements, stated !== "");
}

/** The texts of `h1` that can be headlines: each shares a word with a title of the page, and is no link unless it begins one. */
function headsOf(candidates: readonly Candidate[], titles: readonly string[]): string[] {
  const heads = new Set<string>();
  const words = new Set(plain(titles.join(" ")).split(" "));
  for (const { level, text, linked } of candidates) {
    if (level !== 1 || heads.size >= MAX_HEADS) {
      continue;
    }
    const isLink =
      linked >= 0.9 * text.length &&
      !titles.some((name) => begins(name, text) && plain(name) === plain(text));
    if (!(isLink && titles.length > 0) && (titles.length === 0 || sharesWord(text, words))) {
      heads.add(text);
    }
  }
  return [...heads];
}

function sharesWord(head: string, words: ReadonlySet<string>): boolean {
  return (
    SPACELESS.test(head) ||
    plain(head)
      .split(" ")
      .some((word) => word.length > 2 && words.has(word))
  );
}

const MAX_HEADS = 100;
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

function longest(texts: readonly string[]): string | undefined {
  return texts.toSorted((a, b) => b.length - a.length)[0];
}

function names(title: string, head: string): boolean {
  return begins(title, head) || (head.length >= MIN_END && plain(title).endsWith(plain(head)));
}

const MIN_END = 15;

function begins(title: string, head: string): boolean {
  return head.length > 3 && plain(title).startsWith(plain(head));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isSiteName(head: string, { meta }: Statements, title: string): boolean {
  const name = plain(head);
  if (name === plain(meta.get("og:site_name") ?? "")) {
    return true;
  }
  const own = SITE.exec(title);
  return own !== null && plain(own[0]) === name && plain(title) !== name;
}

const SITE = /\s+[|–—·»:-]\s+[^|–—·»]{1,60}$/u;
const MAX_TITLE = 2_000;

/** A title without the name of the site after it; of a stated headline only the name that the page states too. */
function withoutSite(title: string, { meta }: Statements, isStated: boolean): string {
  const site = SITE.exec(title.slice(0, MAX_TITLE));
  if (site === null || (isStated && plain(site[0]) !== plain(meta.get("og:site_name") ?? ""))) {
    return title;
  }
  return title.slice(0, site.index);
}

/** Authors as the page states them; one that it only calls an organisation gives way to a name in the text. */
function bylineOf(statements: Statements, article: Fields): string | undefined {
  const named = joined(namesOf(article.author));
  const shown = statements.authors.map(authorIn).find(isName);
  if (named !== undefined && !(isOrganisation(article.author) && shown !== undefined)) {
    return named;
  }
  const stated = authorIn(metaOf(statements, AUTHORS) ?? writtenBy(statements) ?? "");
  return isName(stated) ? stated : (shown ?? named);
}

function joined(names: readonly string[]): string | undefined {
  const clean = new Set(names.map(authorIn).filter(isName));
  return clean.size === 0 ? undefined : [...clean].join(", ");
}

function isOrganisation(author: unknown): boolean {
  const first: unknown = Array.isArray(author) ? author[0] : author;
  return isFields(first) && first["@type"] === "Organization";
}

/** Cards for social networks label their lines. */
function writtenBy({ meta }: Statements): string | undefined {
  return /written by|verfasst|[ée]crit|escrito|scritto|author/i.test(meta.get("twitter:label1") ?? "")
    ? meta.get("twitter:data1")
    : undefined;
}

const BY =
  /^[\s,|·•-]*(?:(?:written|posted|published|reported|text|words|story)\s+)?(?:by|von|par|por|di|da|door|av|af|od)\b[:\s]\s*|^(?:author|autor(?:in)?|auteur|text|texte|redaktion)\s?:\s*/iu;
/** A date or a length after the name. */
const AFTER_NAME =
  /\s*(?:[|•·]|\b\d{1,2}[./ ]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d|\bon \d|\bon [A-Z]|\bPublished\b|\bUpdated\b|\d{4}).*$/u;

function authorIn(text: string): string {
  return foldSpace(text)
    .slice(0, MAX_AUTHOR)
    .replace(BY, "")
    .replace(AFTER_NAME, "")
    .replace(/[\s,|-]+$/, "");
}

const MAX_AUTHOR = 300;

function isName(text: string): boolean {
  return (
    text !== "" && text.length <= 120 && /\p{L}{2}/u.test(text) && !/^https?:|^@|^[\d\W]+$|@/i.test(text)
  );
}

const DATED = /publish|entry-date|pubdate|posted|date|datum|fecha|time/i;
const UPDATED_NAME = /updat|modif|actuali|aktuali/i;

function publishedOf(statements: Statements, article: Fields): string | undefined {
  const stated =
    textOf(article.datePublished) ?? metaOf(statements, PUBLISHED) ?? textOf(article.dateCreated);
  if (stated !== undefined) {
    return stated;
  }
  const times = statements.times.filter(({ at, names }) => at !== "" && !UPDATED_NAME.test(names));
  return (
    (times.find(({ names }) => DATED.test(names)) ?? times[0])?.at ??
    statements.dates.map(dateIn).find(isDate)
  );
}

function dateIn(text: string): string {
  return foldSpace(text)
    .slice(0, 60)
    .replace(
      /^(?:published|posted|last updated|updated|date|ver[öo]ffentlicht|publi[ée])(?: on| am| le)?\s*:?\s*/i,
      "",
    );
}

function isDate(text: string): boolean {
  return /\b(?:19|20)\d{2}\b/.test(text) && text.length <= 40;
}

function langOf(lang: string | undefined): string | undefined {
  return lang !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(lang)
    ? lang.replaceAll("_", "-")
    : undefined;
}
