import type { Omission } from "../document.ts";

/** A stretch of a body: Markdown, code as it stands, or HTML that must be read in one go. */
export interface Piece {
  readonly kind: "markdown" | "code" | "html";
  readonly text: string;
}

/** So many omissions are named; a source with more is not written by people. */
export const MAX_MARKDOWN_OMISSIONS = 1000;

/** A body that is being cut into pieces. */
export interface Reading {
  readonly source: string;
  /** For closings in any case; the same length as the source. */
  readonly lower: string;
  readonly pieces: Piece[];
  readonly omitted: Omission[];
  /** Markdown since the last piece. */
  readonly kept: string[];
  /** Where each closing stands next, and a table that is never closed ends: it is searched for once between two of its places. */
  readonly closings: Map<string, number>;
  at: number;
}

export function keepTo(reading: Reading, end: number): void {
  if (end > reading.at) {
    reading.kept.push(reading.source.slice(reading.at, end));
    reading.at = end;
  }
}

export function endMarkdown(reading: Reading): void {
  const text = reading.kept.join("");
  reading.kept.length = 0;
  if (text.trim() !== "") {
    reading.pieces.push({ kind: "markdown", text });
  }
}

export function addPiece(reading: Reading, piece: Piece, end: number): void {
  endMarkdown(reading);
  reading.pieces.push(piece);
  reading.at = end;
}

export function omitTo(reading: Reading, end: number, reason: string): void {
  if (reading.omitted.length < MAX_MARKDOWN_OMISSIONS) {
    reading.omitted.push({ reason, text: reading.source.slice(reading.at, end) });
  }
  reading.at = end;
}

export function find(reading: Reading, closing: string, from: number): number {
  const known = reading.closings.get(closing);
  if (known !== undefined && (known >= from || known === -1)) {
    return known;
  }
  const found = reading.lower.indexOf(closing, from);
  reading.closings.set(closing, found);
  return found;
}
