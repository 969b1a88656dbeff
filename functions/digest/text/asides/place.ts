/** "Innsbruck – Das Gericht …", "Québec - Le forum …": a place, or a label, before a sentence that has no other dash. */
const PLACE =
  /^\p{Lu}[\p{L}\p{M}'’.]{2,}(?:[ /-](?:de|da|do|del|di|la|le|am|an der|im|sur|upon)? ?\p{Lu}[\p{L}\p{M}'’.]*){0,3} (?:[–—]|--?) (?=["“„«]?\p{Lu})/u;
const OTHER_DASH = / (?:[–—]|--?) /u;
/** Letters read, and the fewest words of a sentence that can do without. */
const SEARCHED = 400;
const MIN_WORDS = 6;

/** A sentence without the place before it, of which wires and papers make the first words of a text. */
export function withoutPlace(sentence: string): string {
  const [place = ""] = PLACE.exec(sentence.slice(0, SEARCHED)) ?? [];
  const rest = sentence.slice(place.length);
  const isWhole =
    !OTHER_DASH.test(rest) && /[.!?…]["”»“]?$/u.test(rest) && rest.split(" ").length >= MIN_WORDS;
  return isWhole ? rest : sentence;
}
