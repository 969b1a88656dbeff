import { withDateline } from "../dateline.ts";
import type { Block, Document } from "../document.ts";
import { asSection, documentOf, type Stated } from "../stated.ts";
import { type Aim, type Capture, capture, type Element } from "./capture.ts";
import { attributeOf, contentBlocks, type Fields, fieldsOf, textOf, textsOf } from "./fields.ts";
import { aimInNitf, statedInNitf } from "./nitf.ts";

/** Elements of an item whose text is taken. */
const TAKEN = new Set([
  "ednote",
  "firstcreated",
  "versioncreated",
  "contentcreated",
  "contentmodified",
  "slugline",
  "by",
  "dateline",
  "description",
]);

/** Elements whose attributes are taken. */
const NOTED = new Set(["pubstatus", "itemclass", "language"]);

const PASSED_OVER = new Set([
  "header",
  "remotecontent",
  "rightsinfo",
  "assert",
  "partmeta",
  "groupset",
  "conceptitem",
  "knowledgeitem",
  "planningitem",
  "cataloguerefs",
  "inlineref",
  "subject",
  "genre",
  "located",
  "provider",
]);

/** The stories of a NewsML-G2 item or message; of several, each is a heading and its text. */
export function readNewsml(source: string): Document | undefined {
  const captures = capture(source, aimOf);
  const starts = captures.flatMap(({ as }, index) => (as === "item" ? [index] : []));
  const items = starts.map((start, index) => fieldsOf(captures.slice(start, starts[index + 1])));
  const stories = items
    .filter(isTextItem)
    .map(statedOf)
    .filter(({ headline, blocks }) => headline !== undefined || blocks.length > 0);
  const [first] = stories;
  if (first === undefined) {
    return undefined;
  }
  const omitted = items.filter((item) => !isTextItem(item)).map(omittedItem);
  if (stories.length > 1) {
    return documentOf("xml", { lang: first.lang, blocks: stories.flatMap(asSection), omitted });
  }
  return documentOf("xml", { ...first, omitted: [...(first.omitted ?? []), ...omitted] });
}

function aimOf(element: Element): Aim {
  const { name } = element;
  if (name === "newsitem" || name === "packageitem") {
    return { note: "item" };
  }
  if (element.isInside("inlinexml")) {
    return aimInContent(element);
  }
  if (PASSED_OVER.has(name)) {
    return "skip";
  }
  if (NOTED.has(name)) {
    return { note: name };
  }
  return aimInMeta(element);
}

function aimInMeta({ name, parent, attributes }: Element): Aim {
  if (name === "headline" && parent === "contentmeta") {
    return { take: /sub|deck|second/i.test(attributes.get("role") ?? "") ? "subheadline" : "main headline" };
  }
  if (name === "name" && parent === "creator") {
    return { take: "creator" };
  }
  if (name === "inlinedata") {
    return { take: "data", blocks: true };
  }
  return TAKEN.has(name) ? { take: name } : undefined;
}

/** In `inlineXML` stands a whole story in NITF, a page in XHTML, or parts of one. */
function aimInContent(element: Element): Aim {
  const { name } = element;
  if (name === "nitf" || element.isInside("nitf")) {
    return aimInNitf(element);
  }
  if (name === "head") {
    return "skip";
  }
  return name === "html" ? undefined : { take: "content", blocks: true };
}

function isTextItem(item: Fields): boolean {
  const itemClass = attributeOf(item, "itemclass", "qcode") ?? "text";
  return /text|composite/i.test(itemClass);
}

function omittedItem(item: Fields): { readonly reason: string; readonly text: string } {
  const text = textOf(item, "main headline", "description", "slugline") ?? "";
  return {
    reason: `item of class ${attributeOf(item, "itemclass", "qcode") ?? "unknown"}`,
    text: text.trim(),
  };
}

function statedOf(item: Fields): Stated {
  const inside = statedInNitf(item);
  return {
    headline: textOf(item, "main headline") ?? inside.headline ?? textOf(item, "subheadline", "slugline"),
    deck: textOf(item, "subheadline") ?? inside.deck ?? summaryOf(item),
    byline: textsOf(item, "by", ", ") ?? inside.byline ?? textsOf(item, "creator", ", "),
    published: textOf(item, "firstcreated", "contentcreated") ?? inside.published,
    updated: textOf(item, "contentmodified", "versioncreated") ?? inside.updated,
    lang: attributeOf(item, "language", "tag") ?? inside.lang ?? attributeOf(item, "item", "xml:lang"),
    status: attributeOf(item, "pubstatus", "qcode") ?? attributeOf(item, "pubstatus", "uri") ?? inside.status,
    note: textsOf(item, "ednote", " ") ?? inside.note,
    blocks: contentOf(item, inside.blocks),
    omitted: inside.omitted ?? [],
  };
}

function summaryOf(item: Fields): string | undefined {
  return item.get("description")?.find(({ attributes }) => !/caption/i.test(attributes.get("role") ?? ""))
    ?.text;
}

/** The content as XML, or else as data. */
function contentOf(item: Fields, inside: readonly Block[]): readonly Block[] {
  if (inside.length > 0) {
    return inside;
  }
  const blocks = (item.get("data") ?? []).filter(isReadable).flatMap(contentBlocks);
  return withDateline(blocks, textOf(item, "dateline"));
}

function isReadable({ attributes }: Capture): boolean {
  return !attributes.has("encoding") && /^text\/|^$/.test(attributes.get("contenttype") ?? "");
}
