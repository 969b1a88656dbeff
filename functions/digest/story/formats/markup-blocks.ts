import {
  addText,
  type BuildingBlocks,
  closeElement,
  finishBlocks,
  newBlocks,
  openElement,
} from "./block-builder.ts";
import type { Block } from "./document.ts";
import { scanMarkup } from "./sax.ts";

/**
 * The blocks of a fragment of HTML, as fields of JSON and XML hold it: paragraphs, headings, list items, table rows,
 * quotations, code, captions. Every text of the fragment is taken to be the story; for whole pages there is a reader of its
 * own. Never throws; linear.
 */
export function readMarkupBlocks(html: string): readonly Block[] {
  const building = newBlocks();
  addMarkup(building, html);
  return finishBlocks(building);
}

/** Adds a fragment of HTML to blocks in the making. */
export function addMarkup(building: BuildingBlocks, html: string): void {
  scanMarkup(html, "html", {
    open: (name) => openElement(building, name),
    close: (name) => closeElement(building, name),
    text: (text) => addText(building, text),
  });
}
