import type { Block, Document } from "../document.ts";
import { asSection, documentOf, type Stated } from "../stated.ts";
import { type Aim, type Capture, capture, type Element } from "./capture.ts";
import { attributeOf, contentBlocks, type Fields, fieldsOf, textOf, textsOf } from "./fields.ts";

/** Elements of an item or entry that say something about its story, by prefix and name; all others are passed over. */
const TAKEN = new Set([
  "title",
  "description",
  "content:encoded",
  "content",
  "summary",
  "author",
  "dc:creator",
  "pubdate",
  "published",
  "updated",
  "issued",
  "modified",
  "dc:date",
  "dcterms:created",
  "dcterms:modified",
  "dc:language",
  "draft",
]);

/** Those of them that may hold the text of a story. */
const CONTENT = new Set(["description", "content:encoded", "content", "summary"]);

/** The story of a file that is an RSS item or Atom entry, or a feed; of a feed with several, each is a heading and its text. */
export function readFeed(source: string): Document | undefined {
  const captures = capture(source, aimOf);
  const starts = captures.flatMap(({ as }, index) => (as === "item" ? [index] : []));
  const feed = fieldsOf(captures.slice(0, starts[0] ?? 0));
  const stories = starts
    .map((start, index) => statedOf(fieldsOf(captures.slice(start, starts[index + 1])), feed))
    .filter(({ headline, blocks }) => blocks.length > 0 || (headline ?? "").trim() !== "");
  const [first] = stories;
  if (first === undefined) {
    return undefined;
  }
  const title = textOf(feed, "title");
  if (stories.length > 1) {
    return documentOf("xml", { headline: title, lang: first.lang, blocks: stories.flatMap(asSection) });
  }
  const omitted = title === undefined ? [] : [{ reason: "title of the feed", text: title }];
  return documentOf("xml", { ...first, omitted });
}

function aimOf(element: Element): Aim {
  const { name, parent, prefix } = element;
  if (name === "item" || name === "entry") {
    return { note: "item" };
  }
  if (name === "rss" || name === "feed" || name === "rdf") {
    return { note: "feed" };
  }
  if (element.isInside("item") || element.isInside("entry")) {
    return aimInItem(element);
  }
  if (parent === "channel" || parent === "feed") {
    return aimInFeed(name, prefix);
  }
  return undefined;
}

/** Prefixes of Atom and RSS themselves; elements of other vocabularies are taken by prefix and name. */
const OWN_PREFIXES = new Set(["", "atom", "rss", "a", "a10", "app"]);

function aimInItem({ name, parent, prefix, isInside }: Element): Aim {
  const qualified = OWN_PREFIXES.has(prefix) ? name : `${prefix}:${name}`;
  if (qualified === "author" && isInside("entry")) {
    return undefined;
  }
  if (parent === "author" || qualified === "control") {
    return name === "name" ? { take: "author" } : controlOrSkip(name);
  }
  return TAKEN.has(qualified) ? { take: qualified, blocks: CONTENT.has(qualified) } : "skip";
}

function controlOrSkip(name: string): Aim {
  return name === "control" ? undefined : "skip";
}

function aimInFeed(name: string, prefix: string): Aim {
  if (!OWN_PREFIXES.has(prefix)) {
    return name === "language" ? { take: "language" } : "skip";
  }
  return name === "title" || name === "language" ? { take: name } : aimAroundItems(name);
}

function aimAroundItems(name: string): Aim {
  return name === "items" || name === "author" ? undefined : "skip";
}

function statedOf(item: Fields, feed: Fields): Stated {
  const content = blocksOf(item, "content:encoded", "content");
  const excerpt = textOf(item, "summary", "description");
  const isWhole = content.length === 0;
  return {
    headline: textOf(item, "title"),
    deck: isWhole ? undefined : excerpt,
    byline: textsOf(item, "dc:creator", ", ") ?? personOf(textsOf(item, "author", ", ")),
    published: textOf(item, "pubdate", "published", "issued", "dc:date", "dcterms:created"),
    updated: textOf(item, "updated", "modified", "dcterms:modified"),
    lang:
      textOf(item, "dc:language") ??
      attributeOf(item, "item", "xml:lang") ??
      attributeOf(item, "content", "xml:lang") ??
      textOf(feed, "language") ??
      attributeOf(feed, "feed", "xml:lang"),
    status: textOf(item, "draft")?.trim() === "yes" ? "draft" : undefined,
    blocks: isWhole ? blocksOf(item, "description", "summary") : content,
  };
}

/** The blocks of the first of these names that has any. */
function blocksOf(item: Fields, ...names: readonly string[]): readonly Block[] {
  const captures = names.flatMap((name) => item.get(name) ?? []);
  for (const found of captures) {
    const blocks = isText(found) ? contentBlocks(found) : [];
    if (blocks.length > 0) {
      return blocks;
    }
  }
  return [];
}

/** Whether content is text, not a picture in base64. */
function isText({ attributes }: Capture): boolean {
  const type = attributes.get("type") ?? "text";
  return /^(?:text|x?html)$|^text\/|xml$/.test(type);
}

/** Longest author that is looked at: the expression below is not linear in text without spaces. */
const LONGEST_AUTHOR = 1000;

/** The name in "jane@example.org (Jane Doe)", which RSS asks for; an address alone is no byline. */
function personOf(author: string | undefined): string | undefined {
  if (author === undefined || author.length > LONGEST_AUTHOR) {
    return undefined;
  }
  const named = author.replaceAll(/\S+@\S+\s*\(([^()]*)\)/g, "$1");
  return named.includes("@") ? undefined : named;
}
