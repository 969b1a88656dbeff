/** "Innsbruck – Das Gericht …", "Québec - Le forum …": a place, or a label, before a sentence. */
const PLACE =
  /^\p{Lu}[\p{L}\p{M}'’.]{2,}(?:[ /-](?:de|da|do|del|di|la|le|am|an der|im|sur|upon)? ?\p{Lu}[\p{L}\p{M}'’.]*){0,3} (?:[–—]|--?) (?=["“„«]?\p{Lu})/u;
/** Another dash encloses what stands between, unless a clause does. */
const OTHER_DASH = / (?:[–—]|--?) /u;
const MIN_CLAUSE = 8;
/** Letters read, and the fewest words of a sentence that can do without. */
const SEARCHED = 400;
const MIN_WORDS = 6;

/** A sentence without the place before it, of which wires and papers make the first words of a text. */
export function withoutPlace(sentence: string): string {
  const [place = ""] = PLACE.exec(sentence.slice(0, SEARCHED)) ?? [];
  const rest = sentence.slice(place.length);
  const [clause = "", ...others] = rest.split(OTHER_DASH);
  const isOpen = others.length === 0 || clause.split(" ").length >= MIN_CLAUSE;
  const isWhole = isOpen && /[.!?…]["”»“]?$/u.test(rest) && rest.split(" ").length >= MIN_WORDS;
  return isWhole ? rest : sentence;
}
