/** A text: a story, and which of its editions. Two texts of one story differ in a figure, those of two share nothing. */
export type TextId = `${number}.${number}`;

const SYLLABLES = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"];
const SENTENCES = 5;
const SENTENCE_WORDS = 9;

/** The text of an id: words that no other story has, and one figure that its editions differ in. */
export function writeText(id: TextId): string {
  const [story = 0, edition = 0] = id.split(".").map(Number);
  let state = (story + 1) * 0x9e3779b1;
  const syllable = (): string => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b1;
    return SYLLABLES[(state >>> 8) % SYLLABLES.length] ?? "";
  };
  const word = (): string => Array.from({ length: 4 }, syllable).join("");
  const sentence = (): string => `The ${Array.from({ length: SENTENCE_WORDS }, word).join(" ")}.`;
  const body = Array.from({ length: SENTENCES }, sentence);
  return `${word()} ${word()} ${word()}\n\nSome ${100 + edition} ${word()} ${word()}.\n\n${body.join(" ")}`;
}
