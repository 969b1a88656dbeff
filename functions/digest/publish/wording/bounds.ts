/** Characters of a headline as it is shown; an edition holds longer ones. */
export const MAX_SHOWN_HEADLINE = 140;

/** Characters of a sentence, or of a headline that changed, in a marked-up change. */
export const MAX_SHOWN_SENTENCE = 400;
