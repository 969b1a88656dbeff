/** "Innsbruck – Das Gericht …", "Québec - Le forum …": a place, or a label, before a sentence. */
const PLACE =
  /^\p{Lu}[\p{L}\p{M}'’.]{2,}(?:[ /-](?:de|da|do|del|di|la|le|am|an der|im|sur|upon)? ?\p{Lu}[\p{L}\p{M}'’.]*){0,3} (?:[–—]|--?) (?=["“„«]?\p{Lu})/u;
/** Words of more than one may as well be half of a name, "Harbour Trust – Easton Branch", unless a sentence visibly begins behind them. */
const SEVERAL_WORDS = /^\S+ \p{L}/u;
const OPENS_SENTENCE =
  /^["“„«]?(?:the|an?|in|on|at|as|after|der|die|das|dem|den|ein[er]?|im|am|nach|mit|bei|seit|für|les?|la|l['’]|une?|des|au|après|el|los|las|una|tras|il|lo|gli|i|un['’]?|uno|dopo|os?|as?|uma?|no|na|nos|nas|em|após|de|het|een)(?:\s|(?<=['’])\p{L})/iu;
/** "Landcare Research (MWLR)": short for both halves. */
const HAS_INITIALS = /^[^.,;:]{2,60}\(\p{Lu}{2,8}\)/u;
/** Another dash encloses what stands between, unless a clause does. */
const OTHER_DASH = / (?:[–—]|--?) /u;
const MIN_CLAUSE = 8;
/** Letters read, and the fewest words of a sentence that can do without. */
const SEARCHED = 400;
const MIN_WORDS = 6;

/** A sentence without the place before it, of which wires and papers make the first words of a text. */
export function withoutPlace(sentence: string): string {
  const [place = ""] = PLACE.exec(sentence.slice(0, SEARCHED)) ?? [];
  if (place === "") {
    return sentence;
  }
  const rest = sentence.slice(place.length);
  const [clause = "", ...others] = rest.split(OTHER_DASH);
  const isOpen = others.length === 0 || clause.split(" ").length >= MIN_CLAUSE;
  const isWhole = isOpen && /[.!?…]["”»“]?$/u.test(rest) && rest.split(" ").length >= MIN_WORDS;
  const isName =
    HAS_INITIALS.test(rest.slice(0, SEARCHED)) || (SEVERAL_WORDS.test(place) && !OPENS_SENTENCE.test(rest));
  return isWhole && !isName ? rest : sentence;
}
