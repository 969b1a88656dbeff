/** Marks that one letter may carry (Unicode Standard Annex 15, "Stream-Safe Text Format"): no language needs as many. */
const MAX_STACKED_MARKS = 30;

/** Marks, and the voicing signs of half width, which become marks in NFKC. */
const MARK = "[\\p{M}\\uff9e\\uff9f]";
const LONG_RUN = new RegExp(`(?<!${MARK})(${MARK}{${MAX_STACKED_MARKS}})${MARK}+`, "gu");

/** Where marks are among other letters, in ranges that are faster to test. */
const MAYBE_MARK =
  "[\\u0300-\\u036f\\u0483-\\u1dff\\u20d0-\\u20ff\\u2cef-\\u2dff\\u302a-\\u302f\\u3099\\u309a\\ua66f-\\uabff\\ud800-\\udfff\\ufb1e\\ufe00-\\ufe2f\\uff9e\\uff9f]";
const MAYBE_LONG_RUN = new RegExp(`${MAYBE_MARK}{${MAX_STACKED_MARKS + 1}}`);

/**
 * The text without the marks that a letter has beyond the first {@link MAX_STACKED_MARKS}. A normal form sorts the marks of each
 * letter in quadratic time, so that 300,000 of them take minutes. Linear.
 */
export function boundMarks(text: string): string {
  return MAYBE_LONG_RUN.test(text) ? text.replace(LONG_RUN, "$1") : text;
}

/** The normal form of a text in linear time: the only way to call `normalize` on what a story says. */
export function normalForm(text: string, form: "NFC" | "NFD" | "NFKC"): string {
  return boundMarks(text).normalize(form);
}
