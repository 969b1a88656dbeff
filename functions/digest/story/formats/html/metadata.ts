import type { Document } from "../document.ts";
import { foldSpace } from "./fold-text.ts";
import { articleOf, type Fields, namesOf, textOf } from "./json-ld.ts";
import type { Page, Statements } from "./page.ts";

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
    updated: textOf(article["dateModified"]) ?? metaOf(statements, UPDATED),
    lang: langOf(statements.lang),
    description: metaOf(statements, ["og:description", "description", "twitter:description"]) ?? textOf(article["description"]),
    articleBody: textOf(article["articleBody"]),
  });
}

type Optional = { readonly [Name in keyof Metadata]: string | undefined };

function defined(fields: Optional): Metadata {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
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
  "last-modified-first",
];
const UPDATED = ["article:modified_time", "datemodified", "og:updated_time", "article:modified", "dcterms.modified", "lastmod", "last-modified"];
const AUTHORS = ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "twitter:data1-author", "article:author"];

function metaOf({ meta }: Statements, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = foldSpace(meta.get(name) ?? "");
    if (content !== "") {
      return content;
    }
  }
  return undefined;
}

function headlineOf({ candidates, statements }: Page, article: Fields): string | undefined {
  const heads = [...new Set(candidates.filter(({ level }) => level === 1).map(({ text }) => text))];
  const social = metaOf(statements, ["og:title"]) ?? "";
  const title = foldSpace(statements.title);
  const [only] = heads;
  if (heads.length === 1 && only !== undefined && !isSiteName(only, statements)) {
    return only;
  }
  const named = heads.filter((head) => begins(social, head) || begins(title, head)).toSorted((a, b) => b.length - a.length);
  const stated = textOf(article["headline"]);
  return named[0] ?? (stated === undefined ? undefined : foldSpace(stated)) ?? withoutSite(social || title, statements);
}

function begins(title: string, head: string): boolean {
  return head.length > 3 && plain(title).startsWith(plain(head));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function isSiteName(head: string, statements: Statements): boolean {
  return plain(head) === plain(statements.meta.get("og:site_name") ?? "");
}

const SITE = /\s+[|–—·»-]\s+[^|–—·»]{1,60}$/u;

function withoutSite(title: string, _statements: Statements): string {
  const cut = title.slice(0, 2_000).replace(SITE, "");
  return cut === "" ? title : cut;
}

function bylineOf(statements: Statements, article: Fields): string | undefined {
  const names = namesOf(article["author"]).map(foldSpace).filter(isName);
  if (names.length > 0) {
    return [...new Set(names)].join(", ");
  }
  const stated = metaOf(statements, AUTHORS);
  if (stated !== undefined && isName(stated)) {
    return withoutBy(stated);
  }
  return statements.authors.map((text) => withoutBy(foldSpace(text))).find(isName);
}

const BY = /^(?:(?:written|posted|published|reported)\s+)?(?:by|von|par|por|di|da|door|av|af|od|autor(?:in)?:|author:|auteur\s?:|text:)\s+/i;

function withoutBy(text: string): string {
  return text.replace(BY, "");
}

function isName(text: string): boolean {
  return text !== "" && text.length <= 120 && !/^https?:|^@|^\d+$/.test(text);
}

function publishedOf(statements: Statements, article: Fields): string | undefined {
  const stated = textOf(article["datePublished"]) ?? metaOf(statements, PUBLISHED);
  const named = statements.times.find(({ at, names }) => at !== "" && /publish|entry-date|pubdate|date/i.test(names));
  return stated ?? named?.at ?? statements.times.find(({ at }) => at !== "")?.at;
}

function langOf(lang: string | undefined): string | undefined {
  return lang !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(lang) ? lang.replaceAll("_", "-") : undefined;
}
