/** Names that begin with as many letters as this may be spellings of one. */
const SAME_LETTERS = 3;
const FIGURES = /\p{Nd}+/gu;

/** Whether two folded names may be spellings of one: they begin alike, or share a word, and have the same figures. */
export function isAlike(before: string, after: string): boolean {
  if (isExplained(before, after) || isExplained(after, before)) {
    return true;
  }
  if (figuresIn(before) !== figuresIn(after)) {
    return false;
  }
  if (before.slice(0, SAME_LETTERS) === after.slice(0, SAME_LETTERS)) {
    return true;
  }
  const words = new Set(before.split(" "));
  return after.split(" ").some((word) => words.has(word));
}

function figuresIn(text: string): string {
  return (text.match(FIGURES) ?? []).join(" ");
}

/** "Coach", "Coach (from 5 years on)": the same name, with a remark in brackets. */
export function isExplained(name: string, whole: string): boolean {
  return name !== "" && whole.startsWith(`${name} (`);
}
