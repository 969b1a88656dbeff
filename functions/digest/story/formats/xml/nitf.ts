import { extendedDate, withDateline } from "../dateline.ts";
import type { Document, Omission } from "../document.ts";
import { documentOf, type Stated } from "../stated.ts";
import { type Aim, capture, type Element } from "./capture.ts";
import { attributeOf, contentBlocks, type Fields, fieldsOf, textOf, textsOf } from "./fields.ts";

/** Elements whose text is taken, and as what. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ["hl1", "headline"],
  ["hl2", "deck"],
  ["abstract", "abstract"],
  ["byline", "byline"],
  ["dateline", "dateline"],
  ["note", "note"],
  ["body.content", "content"],
  ["tagline", "tagline"],
  ["copyrite", "rights"],
]);

/** Elements whose attributes are taken. */
const NOTED = new Set([
  "nitf",
  "docdata",
  "ed-msg",
  "date.issue",
  "date.release",
  "pubdata",
  "revision-history",
]);

const PASSED_OVER = new Set([
  "identified-content",
  "key-list",
  "rights",
  "distributor",
  "bibliography",
  "series",
]);

/** A story in NITF, version 3. */
export function readNitf(source: string): Document | undefined {
  const stated = statedInNitf(fieldsOf(capture(source, aimInNitf)));
  return stated.blocks.length === 0 && stated.headline === undefined ? undefined : documentOf("xml", stated);
}

/** What to take from an element of NITF, alone or in NewsML-G2. */
export function aimInNitf({ name, parent, attributes }: Element): Aim {
  const as = TAKEN.get(name);
  if (as !== undefined) {
    return isCopyright(name, attributes.get("noteclass")) ? "skip" : { take: as, blocks: as === "content" };
  }
  if (name === "title" && parent === "head") {
    return { take: "title" };
  }
  if (name === "meta" && /^doc[.-]?status$/i.test(attributes.get("name") ?? "")) {
    return { note: "status" };
  }
  if (NOTED.has(name)) {
    return { note: name };
  }
  return PASSED_OVER.has(name) ? "skip" : undefined;
}

function isCopyright(name: string, noteClass: string | undefined): boolean {
  return name === "note" && noteClass === "cpyrt";
}

/** What the elements of a story in NITF state. */
export function statedInNitf(fields: Fields): Stated {
  const blocks = (fields.get("content") ?? []).flatMap(contentBlocks);
  return {
    headline: textOf(fields, "headline", "title"),
    deck: textOf(fields, "deck", "abstract"),
    byline: textsOf(fields, "byline", ", "),
    published: extendedDate(
      attributeOf(fields, "date.issue", "norm") ??
        attributeOf(fields, "date.release", "norm") ??
        attributeOf(fields, "pubdata", "date.publication"),
    ),
    updated: extendedDate(fields.get("revision-history")?.at(-1)?.attributes.get("norm")),
    lang: attributeOf(fields, "nitf", "xml:lang"),
    status: attributeOf(fields, "docdata", "management-status") ?? attributeOf(fields, "status", "content"),
    note: noteOf(fields),
    blocks: withDateline(blocks, textOf(fields, "dateline")),
    omitted: omittedOf(fields),
  };
}

function noteOf(fields: Fields): string | undefined {
  const message = attributeOf(fields, "ed-msg", "info");
  const notes = [message, textsOf(fields, "note", " ")].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join(" ");
}

function omittedOf(fields: Fields): readonly Omission[] {
  return (fields.get("tagline") ?? []).map(({ text }) => ({ reason: "tagline", text: text.trim() }));
}
