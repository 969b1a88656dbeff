import { type BoundaryCandidate, endsAfterWord, MAX_WORD, wordBefore } from "./abbreviations.ts";
import { goesOnWithSpeaker } from "./quoted-speech.ts";
import { STARTERS } from "./sentence-words.ts";

const ENDING_SCRIPTS = /[。！？｡।॥؟۔։።។]/u;
const OPENERS = /^["'“‘«‹„‚¿¡([{「『（—–-]+\s?/u;

/** Whether the sentence ends at this candidate; constant cost. */
export function endsSentence(candidate: BoundaryCandidate): boolean {
  const { text, stop, end } = candidate;
  const stops = text.slice(stop, end);
  if (/[([]/.test(text.charAt(stop - 1))) {
    return false;
  }
  if (ENDING_SCRIPTS.test(stops)) {
    return !goesOnWithSpeaker(text, stop, end);
  }
  if (stops.startsWith("\n")) {
    return isParagraphEnd(text, stop, stops);
  }
  const after = text.slice(end, end + MAX_WORD + 8);
  return /^\s/.test(after)
    ? endsBefore(candidate, stops, after.trimStart())
    : endsUnspaced(candidate, stops, after);
}

/** A line end inside a sentence is a hard wrap: the next line continues in lower case. */
function isParagraphEnd(text: string, at: number, lineEnd: string): boolean {
  const isBlankLine = lineEnd.indexOf("\n", 1) > 0;
  const next = text.slice(at + lineEnd.length, at + lineEnd.length + 2);
  return isBlankLine || !/^\p{Ll}/u.test(next);
}

/** "moment.It": a missing space, distinguished from a name or an address by the word that follows. */
function endsUnspaced(candidate: BoundaryCandidate, stops: string, after: string): boolean {
  const next = /^\p{Lu}\p{Ll}*/u.exec(after)?.[0] ?? "";
  if (next.length < 2 || !STARTERS.has(next.toLowerCase()) || !/^[.!?]["”’]?$/.test(stops)) {
    return false;
  }
  const before = wordBefore(candidate);
  const isAddress = /[@/]|www/.test(before) || /^\p{L}*[.@/]/u.test(after);
  return !isAddress && /\p{Ll}\p{Ll}$/u.test(before);
}

function endsBefore(candidate: BoundaryCandidate, stops: string, after: string): boolean {
  const next = after.replace(OPENERS, "");
  if (
    next === "" ||
    !opensSentence(next) ||
    goesOnWithSpeaker(candidate.text, candidate.stop, candidate.end)
  ) {
    return false;
  }
  if (/^[!?‽]/.test(stops)) {
    return true;
  }
  if (/^(?:…|\.{2,}|\.(?: \.)+)/.test(stops)) {
    return endsAfterEllipsis(candidate, stops, next);
  }
  return endsAfterWord(candidate, wordBefore(candidate), next);
}

/** A capital, a digit, a letter of a caseless script, a sign, or a brand such as "iPhone". */
function opensSentence(next: string): boolean {
  return !/^(?:\p{Ll}(?!\p{Lu})|[,;:)\]%])/u.test(next);
}

/** ". . . ." and "...." end a sentence before a capital; "..." does too, unless "I" continues the thought. */
function endsAfterEllipsis(candidate: BoundaryCandidate, stops: string, next: string): boolean {
  const dots = stops.replaceAll(/[^.…]/g, "").replaceAll("…", "...").length;
  if (
    candidate.stop === candidate.start ||
    /^\s*$/.test(candidate.text.slice(candidate.start, candidate.stop))
  ) {
    return false;
  }
  return dots > 3 || !/^I\b/.test(next);
}
