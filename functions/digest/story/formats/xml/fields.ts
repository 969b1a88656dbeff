import { looksLikeMarkup } from "../block-text.ts";
import type { Block } from "../document.ts";
import { readMarkupBlocks } from "../markup-blocks.ts";
import { plainBlocks } from "../text/plain-blocks.ts";
import type { Capture } from "./capture.ts";

/** Captures of one story, by name. */
export type Fields = ReadonlyMap<string, readonly Capture[]>;

/** The captures of one story by their names. */
export function fieldsOf(captures: readonly Capture[]): Fields {
  return Map.groupBy(captures, ({ as }) => as);
}

/** The text of the first capture with any, of the names in their order. */
export function textOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = fields
      .get(name)
      ?.map(wholeText)
      .find((text) => text.trim() !== "");
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function wholeText({ text, blocks }: Capture): string {
  return blocks.length === 0 ? text : blocks.map((block) => block.text).join(" ");
}

/** The texts of all captures of a name, joined. */
export function textsOf(fields: Fields, name: string, separator: string): string | undefined {
  const texts = (fields.get(name) ?? []).map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.length === 0 ? undefined : [...new Set(texts)].join(separator);
}

/** The value of an attribute of the first capture that has it. */
export function attributeOf(fields: Fields, name: string, attribute: string): string | undefined {
  return fields
    .get(name)
    ?.map(({ attributes }) => attributes.get(attribute))
    .find((value) => value !== undefined && value.trim() !== "");
}

/** The blocks in captured content: its elements, or else its text read as HTML or as lines. */
export function contentBlocks({ blocks, text }: Capture): readonly Block[] {
  if (blocks.length > 0) {
    return blocks;
  }
  return looksLikeMarkup(text) ? readMarkupBlocks(text) : plainBlocks(text);
}
