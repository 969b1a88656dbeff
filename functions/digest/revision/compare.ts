import { withoutListMark } from "../facts/reading/marks.ts";
import { mendAlike } from "../story/encoding/mend-alike.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { onceEach } from "../text/once.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import { reasonsOf } from "./cosmetics.ts";
import { type Edits, toEdits } from "./edits.ts";
import { type StoryFacts, storyFacts } from "./facts/story-facts.ts";
import { frameChanges, NO_CHANGES } from "./frame-changes.ts";
import { kindOf } from "./kind.ts";
import { withoutOutside } from "./outside.ts";
import { withoutRunningNumber } from "./running-numbers.ts";
import { isSameText } from "./same-text.ts";
import { alignBetweenEnds } from "./tables/align-between-ends.ts";
import { alignTables } from "./tables/align-tables.ts";
import { type Body, type Cells, narrow } from "./tables/grid.ts";
import type { Edit, Revision } from "./types.ts";

/** Limit on sentences compared one by one; a megabyte of prose has about eight thousand. */
const MAX_COMPARED_SENTENCES = 20_000;

/**
 * The revision between two versions of a story. The edits are lossless: `before` of kept, edited, moved and removed edits
 * gives the sentences before, `after` of kept, edited, moved and added ones the sentences after; the parts of a split or
 * merged sentence are joined with a space. Comparing a story with itself gives kept edits only, and is cosmetic with no
 * reason. A sentence that one version says outside its story is in no edit.
 *
 * Facts come from edited and moved sentences and the headline; an added or removed sentence speaks for itself. A name in
 * only one version of a sentence is a fact only if the other story lacks it altogether. Bounded for any two texts of a
 * megabyte; past a bound, `truncated` is set.
 */
export function compareStories(storyBefore: Story, storyAfter: Story): Revision {
  const [before, after] = mendAlike(storyBefore, storyAfter);
  const split = onceEach(splitSentences);
  const folded = onceEach(fold);
  const bodies = withoutOutside([before, after], [bodyOf(before, split), bodyOf(after, split)]);
  const isCoarse = bodies.some(isTooLong);
  const [bodyBefore, bodyAfter] = [coarsen(bodies[0], isCoarse), coarsen(bodies[1], isCoarse)];
  const unnumbered = withoutRunningNumber(before, after);
  const withoutMark = onceEach((sentence) => withoutListMark(unnumbered(sentence)));
  const { alignment, pairAt } = alignBetweenEnds(bodyBefore, bodyAfter, (a, b) =>
    alignTables(withSentences(a, withoutMark), withSentences(b, withoutMark), folded),
  );
  const edits = toEdits(bodyBefore.sentences, bodyAfter.sentences, alignment);
  const rowsIn = (edit: Edit) => pairAt(edits.places.get(edit) ?? [-1, -1]);
  const isSame = isSameStory(before, after);
  const frame = isSame ? NO_CHANGES : frameChanges(before, after);
  const found = isSame
    ? NO_FACTS
    : storyFacts(before, after, { edits: edits.edits, rowsIn, unnumbered, folded }, frame.lines);
  const kind = kindOf({
    counts: edits.counts,
    facts: found.facts.length,
    weight: found.weight,
    isHeadlineChanged: frame.headline !== undefined,
    isMetadataChanged: frame.isMetadataChanged,
    isSameText: isSame,
    isUnread: edits.truncated,
    shared: sharedPart(edits, bodyBefore.sentences, bodyAfter.sentences),
  });
  const cosmetic = kind === "cosmetic" ? reasonsOf(before, after, edits.edits) : [];
  return {
    kind,
    edits: edits.edits,
    facts: [...frame.status, ...found.facts, ...frame.facts],
    ...(frame.headline === undefined ? {} : { headlineChange: frame.headline }),
    ...(frame.deck === undefined ? {} : { deckChange: frame.deck }),
    ...(cosmetic.length === 0 ? {} : { cosmetic }),
    counts: edits.counts,
    truncated: alignment.truncated || edits.truncated || found.truncated || isCoarse,
  };
}

/** Texts that are the same have no facts to compare. */
const NO_FACTS: StoryFacts = { facts: [], truncated: false, weight: "form" };

function isTooLong({ sentences }: Body): boolean {
  return sentences.length > MAX_COMPARED_SENTENCES;
}

/** The sentences of a story. Code and table rows are compared whole: their stops and commas end no sentence. */
function bodyOf(story: Story, split: (paragraph: string) => readonly string[]): Body {
  const [sentences, cells]: [string[], (Cells | undefined)[]] = [[], []];
  for (const [index, paragraph] of story.paragraphs.entries()) {
    const row = narrow(story.rows?.get(index));
    const isUnit = row !== undefined || story.kinds?.[index] === "code";
    for (const sentence of isUnit ? [paragraph] : split(paragraph)) {
      sentences.push(sentence);
      cells.push(row);
    }
  }
  return { sentences, cells };
}

/** Joins adjacent sentences of a story that has too many, so that none is lost; rows of tables are then sentences. */
function coarsen({ sentences, cells }: Body, isCoarse: boolean): Body {
  const size = Math.ceil(sentences.length / MAX_COMPARED_SENTENCES);
  if (!isCoarse || size === 0) {
    return { sentences, cells };
  }
  const count = Math.ceil(sentences.length / size);
  return {
    sentences: Array.from({ length: count }, (_, n) => sentences.slice(n * size, (n + 1) * size).join(" ")),
    cells: [],
  };
}

function withSentences({ sentences, cells }: Body, form: (sentence: string) => string): Body {
  return { sentences: sentences.map(form), cells };
}

/** Whether text, status and editors' note are the same: these are news even where no word of the text changed. */
function isSameStory(before: Story, after: Story): boolean {
  return before.status === after.status && before.note === after.note && isSameText(before, after);
}

function sharedPart(edits: Edits, before: readonly string[], after: readonly string[]): number {
  const shorter = Math.min(lengthOf(before), lengthOf(after));
  return shorter === 0 ? 0 : edits.commonLetters / shorter;
}

function lengthOf(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}
