import type { Edit, Revision } from "../../revision/types.ts";
import { plainText } from "../wording/safe-text.ts";
import { andMore, counted } from "../wording/words.ts";
import { editLines, frameLines, type Scripts } from "./change-lines.ts";
import type { BlockView, ChangeLine, ComparisonView } from "./view-types.ts";

/** Unchanged sentences shown before a change, and after it. */
const CONTEXT = 1;
/** One sentence fewer than this is not worth a fold of its own. */
const LEAST_FOLDED = 2;
/** UTF-16 units of an unchanged sentence. */
const MAX_KEPT_SENTENCE = 600;
/** Blocks of a comparison: some hundred pages. */
const MAX_PAGE_BLOCKS = 2_000;
/** In a longer text, the sentences of folded stretches are only counted. */
const MAX_FOLDED_SENTENCES = 3_000;

/** The changes of a revision in the order of the version after, with their context; none if nothing changed. */
export function blocksOf(
  { edits, headlineChange, deckChange, counts }: Revision,
  scripts: Scripts,
): Pick<ComparisonView, "blocks" | "blocksMore"> {
  const frame = [
    ...(headlineChange === undefined ? [] : [frameLines("Headline", headlineChange, scripts)]),
    ...(deckChange === undefined ? [] : [frameLines("Deck", deckChange, scripts)]),
  ].map((lines) => changeBlock(lines, scripts));
  if (frame.length === 0 && edits.every(isKept)) {
    return { blocks: [], blocksMore: "" };
  }
  const hasFolded = counts.kept <= MAX_FOLDED_SENTENCES;
  const stretches = stretchesOf(edits);
  const body = stretches.flatMap((stretch, at): readonly BlockView[] => {
    const [first] = stretch;
    if (first === undefined || isKept(first)) {
      const sentences = stretch.map((edit) => ("after" in edit ? edit.after : ""));
      const place = { isFirst: at === 0, isLast: at === stretches.length - 1 };
      return keptBlocks(sentences, place, hasFolded).map((block) => ({ ...block, ...scripts.after }));
    }
    return [changeBlock(editLines(first, scripts), scripts)];
  });
  const all = [...frame, ...body];
  const left = all.slice(MAX_PAGE_BLOCKS).filter(({ lines }) => lines.length > 0).length;
  return {
    blocks: all.slice(0, MAX_PAGE_BLOCKS),
    blocksMore: andMore(left, left === 1 ? "change" : "changes"),
  };
}

type Kept = Extract<Edit, { edit: "kept" }>;

function isKept(edit: Edit): edit is Kept {
  return edit.edit === "kept";
}

/** Kept sentences that follow each other, or one change. */
function stretchesOf(edits: readonly Edit[]): readonly (readonly [Edit, ...Edit[]])[] {
  const stretches: [Edit, ...Edit[]][] = [];
  for (const edit of edits) {
    const last = stretches.at(-1);
    if (last !== undefined && isKept(edit) && isKept(last[0])) {
      last.push(edit);
    } else {
      stretches.push([edit]);
    }
  }
  return stretches;
}

type KeptBlock = Pick<BlockView, "folded" | "kept" | "lines">;

/** Context of the changes around a stretch, and what lies between, folded. */
function keptBlocks(
  sentences: readonly string[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  hasFolded: boolean,
): readonly KeptBlock[] {
  const [start, end] = [isFirst ? 0 : CONTEXT, sentences.length - (isLast ? 0 : CONTEXT)];
  const count = end - start;
  if (count < LEAST_FOLDED) {
    return [keptBlock(sentences)];
  }
  const between = hasFolded ? sentences.slice(start, end) : [];
  return [
    keptBlock(sentences.slice(0, start)),
    { ...keptBlock(between), folded: `${counted(count, "sentence", "sentences")} unchanged` },
    keptBlock(sentences.slice(end)),
  ].filter(({ folded, kept }) => folded !== "" || kept.length > 0);
}

function keptBlock(sentences: readonly string[]): KeptBlock {
  return { folded: "", kept: sentences.map((text) => plainText(text, MAX_KEPT_SENTENCE)), lines: [] };
}

function changeBlock(lines: readonly ChangeLine[], { after }: Scripts): BlockView {
  return { folded: "", kept: [], lines, ...after };
}
