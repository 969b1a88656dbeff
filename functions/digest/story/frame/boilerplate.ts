import { isCredit } from "./credit.ts";

/** Longest boilerplate line, and the length from which a full sentence is never boilerplate; in words. */
const MAX_BOILERPLATE_WORDS = 29;
const SENTENCE_WORDS = 15;

/** How boilerplate lines begin, after any bullet or asterisk, in the words of common web systems. */
const OPENINGS = [
  "leave a (?:reply|comment)",
  "your email address will not be published",
  "required fields are marked",
  "save my name, email",
  "notify me of (?:new|follow)",
  "you (?:may|might) (?:also|like)",
  "(?:read|see|watch|hear|learn)(?: more| also| next| now)\\b ?(?:[:|>»→…-]|$)",
  "(?:read|see) also\\b",
  "(?:also read|more on this|more from|more to read|most read|most popular|trending|related)\\b ?(?:[:|>»-]|$|stor|article|post|topic|news|now|video)",
  "recommended (?:for you|stor|article|read|video)",
  "(?:share|tweet|print|e-?mail|save|comment|comments|like|pin|reply|whatsapp|facebook|twitter|linkedin|telegram|copy link)(?:$|[ ,|•·/]+(?:this|on|via|to|with|\\(?\\d|share|tweet|print|e-?mail|save|comments?|link|facebook|twitter|linkedin|whatsapp|telegram|x)\\b)",
  "click (?:here|to share|to (?:print|email))",
  "follow us\\b",
  "(?:subscribe|sign up|sign in|log in|register) (?:to|for|now|here|with)\\b",
  "(?:advertisement|sponsored|promoted)(?:$| content| by|[:|-])",
  "(?:article|story|scroll|keep|continue)s? (?:continues?|reading|to continue|scrolling)",
  "skip (?:to|past) ",
  "(?:©|\\(c\\)|copyright)[ ©\\d]",
  "all rights reserved",
  "(?:tags?|filed under|topics|categories|keywords):",
  "(?:previous|next) (?:post|article|story)\\b",
  "post (?:navigation|comment)",
  "(?:we use|this (?:site|website) uses) cookies",
  "(?:lire aussi|à lire aussi|lesen sie auch|mehr zum thema|leia também|lea también|leggi anche|читайте также)(?!\\p{L})",
  "\\[citation attribution:",
];

const OPENING = new RegExp(`^(?:[-•*·‣▪>»] ?)?(?:${OPENINGS.join("|")})`, "iu");

/** The authors of a story are part of it, even after "E-mail to a friend." */
const CREDIT = /\bcontributed to (?:this|the) (?:report|story|article)\b/i;

/** A rule of dashes, stars or the like; not of pictographs, which may be all a line says. */
const RULE = /^[\p{P}\p{Sm}\p{Sk}\s]{1,400}$/u;
const PROSE_STOP = /[.!?…][”"’')\]]*$/u;

/** A source note that some aggregators add after the last sentence. Bounded to limit backtracking. */
const NOTE = /\s*\[citation attribution:[^[\]]{0,300}\]\s*$/i;

/** Whether a line is not part of the story; never true of a sentence of 15 words or more. */
export function isBoilerplate(line: string): boolean {
  if (RULE.test(line) || isCredit(line)) {
    return true;
  }
  if (!OPENING.test(line) || CREDIT.test(line)) {
    return false;
  }
  const words = countWords(line);
  return words <= MAX_BOILERPLATE_WORDS && !(words >= SENTENCE_WORDS && PROSE_STOP.test(line));
}

/** Words separated by spaces, counted only as far as boilerplate can reach. */
function countWords(line: string): number {
  return line.slice(0, 600).split(" ").length;
}

/** A paragraph without the source note at its end, and the note if there is one. */
export function cutNote(paragraph: string): { readonly paragraph: string; readonly note?: string } {
  const tail = paragraph.slice(-400);
  const note = NOTE.exec(tail);
  if (note === null) {
    return { paragraph };
  }
  return { paragraph: paragraph.slice(0, paragraph.length - note[0].length), note: note[0].trim() };
}
