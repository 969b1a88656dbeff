/** Characters shown of a headline; the edition may contain longer ones. */
export const MAX_SHOWN_HEADLINE = 200;

/** Characters shown of a sentence, or of a changed headline, in a marked-up change. */
export const MAX_SHOWN_SENTENCE = 400;
