import { boundMarks } from "../../text/normal-form.ts";
import type { Document } from "../formats/document.ts";
import { repairedRow } from "../formats/lists-and-rows.ts";
import { repair } from "./repair.ts";

/** A document after repair, with the number of repairs. */
export interface RepairedDocument {
  readonly document: Document;
  readonly repairs: number;
}

const FIELDS = ["headline", "deck", "byline", "note"] as const;

/**
 * Repairs all texts of a document together, because the evidence for a wrong encoding is spread over them: they are
 * joined by line breaks, repaired as one text, and separated again. The markup around them, most of a page, is not
 * looked at. Marks that escapes and entities pile up on one letter are bounded here too. Linear in the text.
 */
export function repairDocument(document: Document): RepairedDocument {
  const doubtful = document.doubtful ?? [];
  const texts = [
    ...FIELDS.map((field) => document[field] ?? ""),
    ...doubtful,
    ...document.blocks.map(({ text }) => text),
  ];
  const joined = texts.join("\n");
  const bounded = boundMarks(joined);
  const { text, repairs } = repair(bounded);
  const repaired = repairs === 0 ? undefined : separate(texts, text);
  const parts = repaired ?? (bounded === joined ? undefined : separate(texts, bounded));
  if (parts === undefined) {
    return { document, repairs: 0 };
  }
  const fields = FIELDS.flatMap((field, index) =>
    document[field] === undefined ? [] : [[field, parts[index] ?? ""] as const],
  );
  const blocks = document.blocks.map((block, index) =>
    repairedRow(block, parts[FIELDS.length + doubtful.length + index] || block.text),
  );
  return {
    document: {
      ...document,
      ...Object.fromEntries(fields),
      ...(document.doubtful && { doubtful: parts.slice(FIELDS.length, FIELDS.length + doubtful.length) }),
      blocks,
    },
    repairs: repaired === undefined ? 0 : repairs,
  };
}

/** Separates a text by its lines into as many parts as these texts; `undefined` if it has more or fewer lines. */
function separate(texts: readonly string[], text: string): readonly string[] | undefined {
  const lines = text.split("\n");
  const counts = texts.map((each) => each.split("\n").length);
  if (lines.length !== counts.reduce((sum, count) => sum + count, 0)) {
    return undefined;
  }
  let from = 0;
  return counts.map((count) => {
    from += count;
    return lines.slice(from - count, from).join("\n");
  });
}
