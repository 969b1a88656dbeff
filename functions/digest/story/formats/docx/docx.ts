import { languageOf } from "../../../text/language.ts";
import type { Block, Document, Omission } from "../document.ts";
import { languageTag, withoutBy } from "../stated.ts";
import { type Body, readBody } from "./body.ts";
import { assemble } from "./pieces.ts";
import { readProperties } from "./properties.ts";
import { readStyles, type Styles } from "./styles.ts";
import { readZip } from "./zip.ts";

/** Largest entry that is unpacked: the document of a book of 300,000 words. */
const MAX_ENTRY_BYTES = 20_000_000;
/** How many blocks determine the language. */
const LANGUAGE_BLOCKS = 40;

/** The entries that are read. Some programs number them. */
const ENTRIES = {
  document: /^word\/document\d*\.xml$/i,
  styles: /^word\/styles\d*\.xml$/i,
  properties: /^docProps\/core\d*\.xml$/i,
} as const;

/**
 * The story in a DOCX file, as Word shows it with all tracked changes accepted. Absent if it is no DOCX, broken,
 * encrypted or too large. Comments, notes, headers, footers and pictures are not read.
 */
export function readDocx(bytes: Uint8Array): Document | undefined {
  const entries = readZip(bytes, isRead, MAX_ENTRY_BYTES);
  const entry = (pattern: RegExp): Uint8Array | undefined =>
    entries?.get([...entries.keys()].find((name) => pattern.test(name)) ?? "");
  const xml = entry(ENTRIES.document);
  if (xml === undefined) {
    return;
  }
  const styleSheet = entry(ENTRIES.styles);
  const styles = styleSheet === undefined ? NO_STYLES : readStyles(styleSheet);
  const body = readBody(xml, styles);
  const core = entry(ENTRIES.properties);
  return body === undefined ? undefined : documentOf(body, core === undefined ? {} : readProperties(core));
}

const NO_STYLES: Styles = { roles: new Map() };

function isRead(name: string): boolean {
  return Object.values(ENTRIES).some((pattern) => pattern.test(name));
}

function documentOf(body: Body, { title, ...properties }: ReturnType<typeof readProperties>): Document {
  const { contents, ...parts } = assemble(body.pieces);
  const { headline = title, deck, blocks } = parts;
  const byline = parts.byline === undefined ? properties.byline : withoutBy(parts.byline);
  const lang = languageIn(body.languages, blocks, properties.lang);
  const omitted: Omission[] = [...body.omitted];
  if (contents.length > 0) {
    omitted.push({ reason: "table of contents", text: contents.join(" · ") });
  }
  return {
    format: "docx",
    ...(headline !== undefined && { headline }),
    ...(deck !== undefined && { deck }),
    ...(byline !== undefined && { byline }),
    ...(properties.updated !== undefined && { updated: properties.updated }),
    ...(lang !== undefined && { lang }),
    ...(properties.status !== undefined && { status: properties.status }),
    blocks: withoutTitle(blocks, headline),
    omitted,
  };
}

/** The blocks without a first one that repeats the headline. */
function withoutTitle(blocks: readonly Block[], headline: string | undefined): readonly Block[] {
  return headline !== undefined && blocks[0]?.text === headline ? blocks.slice(1) : blocks;
}

/**
 * The language that most of the text is marked with, else that of the properties. Word marks text with the language of
 * its own windows if nobody chose one: a mark that the words contradict counts for nothing.
 */
function languageIn(
  languages: Body["languages"],
  blocks: readonly Block[],
  stated: string | undefined,
): string | undefined {
  const total = languages.values().reduce((sum, count) => sum + count, 0);
  const [marked] = [...languages].find(([, count]) => count * 2 > total) ?? [""];
  const sample = blocks.slice(0, LANGUAGE_BLOCKS).map(({ text }) => text);
  const seen = languageOf(sample.join("\n"));
  const agrees = (lang: string): boolean =>
    lang !== "" && (seen === undefined || lang.toLowerCase().split("-")[0] === seen);
  return [languageTag(marked) ?? "", stated ?? ""].find(agrees);
}
