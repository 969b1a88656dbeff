import type { Document } from "./document.ts";
import { readPlainText } from "./plain-text.ts";

/**
 * Reads a decoded and repaired text in its format. So far every text is read as plain text; another format is a reader
 * in this folder, chosen here.
 */
export function readDocument(text: string): Document {
  return readPlainText(text);
}
