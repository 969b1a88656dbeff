import type { EditionChange, EditionEdit } from "../../edition/schema.ts";
import { CONTRACTED, NEGATIONS } from "../../facts/polarity/negation-words.ts";
import { polesOf } from "../../facts/polarity/poles.ts";
import { stemsOf } from "../../text/stems.ts";

type Edited = Extract<EditionEdit, { edit: "edited" }>;

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/** The sentence as it is now that says the opposite of a word of the headline, which it said before: "rose" of "Profit rises", now "fell". */
export function oppositeNow(change: EditionChange): string | undefined {
  const told = poleNames(change.headline);
  return ofHeadline(change).find(({ before, after }) => {
    const [was, now] = [poleNames(before), poleNames(after)];
    return [...told].some((pole) => was.has(pole) && !now.has(pole) && now.has(otherPole(pole)));
  })?.after;
}

/**
 * The sentence as it is now that is about what the headline says, and has a negation that it had not, or has lost one; or else one that has
 * lost words of the headline: `Two children missing`, now "Both children were found safe."
 */
export function unsaidNow(change: EditionChange): string | undefined {
  const edits = ofHeadline(change);
  const told = new Set(stemsOf(change.headline));
  const isNegated = ({ before, after }: Edited) => hasNegation(before) !== hasNegation(after);
  const isLost = ({ before, after }: Edited) => {
    const now = new Set(stemsOf(after));
    return stemsOf(before).some((stem) => told.has(stem) && !now.has(stem));
  };
  return (edits.find(isNegated) ?? edits.find(isLost))?.after;
}

/** The edited sentences that share words of weight with the headline; none of a revision of small words. */
function ofHeadline({ headline, revision }: EditionChange): readonly Edited[] {
  const isTelling = revision?.kind === "substantive" || revision?.kind === "rewritten";
  const told = new Set(stemsOf(headline));
  const edits = isTelling ? revision.edits : [];
  return edits.filter(
    (edit): edit is Edited =>
      edit.edit === "edited" && stemsOf(`${edit.before} ${edit.after}`).some((stem) => told.has(stem)),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Whether a text has a word, in any language that we read, that turns a statement round. */
export function hasNegation(text: string): boolean {
  return wordsOf(text).some((word) => NEGATIONS.has(word) || CONTRACTED.test(word));
}

/** `3:0`: an axis, and the side of it that a word names. */
function poleNames(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => polesOf(word).map(({ axis, pole }) => `${axis}:${pole}`)));
}

function otherPole(name: string): string {
  const [axis, pole] = name.split(":");
  return `${axis}:${pole === "0" ? 1 : 0}`;
}
