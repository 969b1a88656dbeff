import type { RevisedChange } from "../../changes/schema.ts";
import { fold } from "../../text/fold.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import type { EditionEdit } from "../schema.ts";

/** A shorter sentence, and a shorter beginning or end of one, says nothing about where it came from; in words. */
const MIN_SENTENCE = 5;
const MIN_AROUND = 4;

/** The stories by what they have in common: a sentence, or the words on one side of an edit. In their order; for a few stories. */
export function relatedStories(stories: readonly RevisedChange[]): readonly (readonly RevisedChange[])[] {
  const groups: { readonly stories: RevisedChange[]; readonly marks: Set<string> }[] = [];
  for (const story of stories) {
    const marks = marksOf(story);
    const [first, ...others] = groups.filter((group) => !group.marks.isDisjointFrom(marks));
    if (first === undefined) {
      groups.push({ stories: [story], marks });
      continue;
    }
    first.stories.push(...others.flatMap((group) => group.stories), story);
    for (const mark of [...others.flatMap((group) => [...group.marks]), ...marks]) {
      first.marks.add(mark);
    }
    groups.splice(0, groups.length, ...groups.filter((group) => !others.includes(group)));
  }
  return groups.map((group) => stories.filter((story) => group.stories.includes(story)));
}

/** What tells where a story came from. */
function marksOf({ text, revision: { edits } }: RevisedChange): Set<string> {
  const sentences = text.split("\n").slice(1).flatMap(splitSentences);
  return new Set([...longFrom(sentences, MIN_SENTENCE), ...longFrom(edits.flatMap(aroundEdit), MIN_AROUND)]);
}

/** The words of a sentence before the first place that changed, and after the last. */
function aroundEdit(edit: EditionEdit): readonly string[] {
  if (edit.edit !== "edited" || edit.words === undefined) {
    return [];
  }
  const [first, last] = [edit.words[0], edit.words.at(-1)];
  return [first, last].flatMap((part) => (part?.type === "kept" ? [part.text] : []));
}

function longFrom(texts: readonly string[], least: number): readonly string[] {
  return texts.filter((text) => text.trim().split(/\s+/).length >= least).map((text) => fold(text));
}
