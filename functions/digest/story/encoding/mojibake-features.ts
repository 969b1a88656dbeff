import type { Suspect } from "./mojibake-suspects.ts";

const C1 = /[\u0080-\u009f]/;
const UPPER = /^\p{Lu}$/u;
const LOWER = /^\p{Ll}$/u;
const LETTER = /^\p{L}$/u;
/** Signs that do follow a capital in clean text: "NESTLÉ®", "MARQUÉ…", "ZAJÉ’s". */
const USUAL_AFTER_CAPITAL = /^[’‘“”–—…»«®™°ºª²³´΄¨©\u00a0¿¥£·№]$/u;
/** Letters of different alphabets: "Åžule", "Åšwięty". */
const ODD_PAIR = /^[ÃÄÅ][šžœŸ]$/;
const QUOTE_OR_DASH = /^[’‘“”–—…]$/u;
/** Two bytes: Latin letters and signs, combining marks, Greek, Cyrillic, Hebrew, Arabic. */
const LIKELY_OF_TWO =
  /^(?:[\u00a0-\u017f\u0218-\u021b\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u060c-\u064a]|\p{M})$/u;
/** Three or more: typographic signs, currencies, arrows, ornaments, Vietnamese, ligatures, full width, emoji. */
const LIKELY_OF_THREE =
  /^[\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2300-\u23ff\u2460-\u27bf\u2800\u2b00-\u2bff\u3000-\u303f\ufb00-\ufb06\ufeff\ufffd\uff01-\uffee]$/u;
const VIETNAMESE = /^[\u1e00-\u1eff]$/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const MIN_RUN = 3;

/** Whether only a misread explains this sequence; constant cost. */
export function isCertain(suspect: Suspect): boolean {
  const { sequence, decoded, run } = suspect;
  if (decoded === sequence || /^[\p{Cn}\p{Co}\p{Cs}]/u.test(decoded)) {
    return false;
  }
  if (C1.test(sequence) || run >= MIN_RUN) {
    return true;
  }
  return sequence.length === 2 ? isCertainPair(suspect) : isCertainOfMany(suspect);
}

function isCertainOfMany({ sequence, decoded }: Suspect): boolean {
  const [lead = "", ...tail] = sequence;
  if (lead === "‚") {
    return /^[\u2010-\u2027€™√≈−≠≤≥]$/u.test(decoded);
  }
  if (LIKELY_OF_THREE.test(decoded) || sequence.length > 3) {
    return !(VIETNAMESE.test(decoded) && CYRILLIC.test(sequence));
  }
  return LOWER.test(lead) && tail.some(isOdd);
}

function isCertainPair(suspect: Suspect): boolean {
  const lead = suspect.sequence.charAt(0);
  if (!LIKELY_OF_TWO.test(suspect.decoded) || lead === "×" || suspect.sequence === "Ã¥") {
    return false;
  }
  if (!LETTER.test(lead)) {
    return isInsideWord(suspect);
  }
  const isOddPair = ODD_PAIR.test(suspect.sequence) || isOdd(suspect.sequence.charAt(1));
  return isOddPair || isOddCase(suspect) || isOddSign(suspect);
}

/** "wei√ü", "g√¢teaux", "Z├╝rich": a sign inside a word. */
function isInsideWord({ before, after, decoded, sequence }: Suspect): boolean {
  const isLead = /^[√ƒ≈¬├]/u.test(sequence);
  return (
    isLead &&
    LETTER.test(decoded) &&
    (LOWER.test(before) || (UPPER.test(before) && LOWER.test(after))) &&
    (LETTER.test(after) || /[^\p{Script=Greek}\p{N}]$/u.test(sequence))
  );
}

/** "DivisÃ£o": a capital inside a lower-case word. "AÃ‘OS": a sign or lower-case letter inside an upper-case one. */
function isOddCase({ sequence, before, after, decoded }: Suspect): boolean {
  if (!UPPER.test(sequence.charAt(0))) {
    return false;
  }
  if (LOWER.test(before)) {
    return LETTER.test(decoded) || decoded === "\u00a0";
  }
  return (
    sequence.startsWith("Ã") &&
    !sequence.endsWith("’") &&
    UPPER.test(decoded) &&
    UPPER.test(before) &&
    UPPER.test(after)
  );
}

/** "Â£5", "Ã–sterreich", "SÃ©rie", "Ä°stanbul": a sign where clean text has none. */
function isOddSign({ sequence, before, after }: Suspect): boolean {
  const [lead = "", sign = ""] = sequence;
  if (CYRILLIC.test(lead)) {
    return /[a-z]/iu.test(before + after) && !QUOTE_OR_DASH.test(sign);
  }
  if (LETTER.test(sign)) {
    return false;
  }
  if (lead === "Ã" && !LETTER.test(before)) {
    return true;
  }
  if (lead === "Â" && !QUOTE_OR_DASH.test(sign)) {
    return sign !== "\u00a0" || !UPPER.test(before);
  }
  return LOWER.test(after) && !QUOTE_OR_DASH.test(sign) && (sign !== "\u00a0" || lead === "Ã");
}

function isOdd(sign: string): boolean {
  return !LETTER.test(sign) && !USUAL_AFTER_CAPITAL.test(sign);
}
