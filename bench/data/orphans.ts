const OPENERS = new Set(
  (
    "he she it they we his her hers its their theirs our this that these those such both neither him them " +
    "but and or nor so yet however also then meanwhile moreover furthermore additionally nevertheless nonetheless still " +
    "thus therefore hence instead besides consequently similarly likewise otherwise afterwards indeed"
  ).split(" "),
);

/**
 * How many sentences of a summary are orphaned: they open with a pronoun or a connective, and the preceding
 * sentence of the story is not in the summary. The list of openers is independent of the one used for
 * summaries.
 */
export function countOrphans(summary: readonly string[], sentences: readonly string[]): number {
  const indices = indicesOf(summary, sentences);
  return indices.filter((index) => {
    const first = /\p{L}+/u.exec(sentences[index] ?? "")?.[0] ?? "";
    return index > 0 && OPENERS.has(first.toLowerCase()) && !indices.includes(index - 1);
  }).length;
}

/** The sentences of a summary as indices; a repeated sentence is its first occurrence after the previous one. */
function indicesOf(summary: readonly string[], sentences: readonly string[]): number[] {
  let from = 0;
  return summary.flatMap((sentence) => {
    const index = sentences.indexOf(sentence, from);
    from = index < 0 ? from : index + 1;
    return index < 0 ? [] : [index];
  });
}
