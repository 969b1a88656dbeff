import { isCredit } from "./credit.ts";
import { isShareBar } from "./share-bar.ts";

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
  "you (?:may|might) (?:also (?:like|enjoy|be interested)|like)\\b(?!.*[.!?…]$)",
  "(?:read|see|watch|hear|learn)(?: more| also| next| now)\\b ?(?:[:|>»→…-]|$)",
  "(?:read|see) also\\b",
  "(?:also read|more on this|more from|more to read|most read|most popular|trending|related|recommended)(?: (?:for you|stor(?:y|ies)|articles?|posts?|topics?|news|now|read(?:ing|s)?|videos?|content|coverage))? ?(?:[:|>»-]|$)",
  "click (?:here|to share|to (?:print|email))",
  "follow us(?: on\\b| at\\b| ?[:!]|$)",
  "(?:subscribe|sign up|sign in|log in|register) (?:(?:now|here|today)\\b|(?:to|for|with) (?:our|your|the|a|free|this|daily|weekly|newsletter|news|email|alerts|updates|continue|read|comment|save|access|get|post|reply|unlock|view|see)\\b)(?!.*\\d)",
  "(?:advertisement|sponsored|promoted)(?:$| content|[:|-])",
  "(?:article|story|scroll|keep|continue)s? (?:continues?|reading|to continue|scrolling)",
  "skip (?:to|past) ",
  "(?:©|\\(c\\) ?\\d{4}|copyright (?:©|\\(c\\)|\\d{4}|by ))",
  "all rights reserved",
  "(?:tags?|filed under|topics|categories|keywords|schlag(?:wörter|worte)|stichw(?:örter|orte)|mots[- ]clés|étiquettes|etiquetas|palabras clave|parole chiave|palavras-chave|trefwoorden|теги|метки|ключевые слова|标签|標籤|关键词|關鍵詞|キーワード|タグ) ?[:：]",
  "(?:previous|next) (?:post|article|story) ?(?:[:|>»←→-]|$)",
  "post (?:navigation|comments?)(?:$| ?[:|])",
  "(?:we use|this (?:site|website) uses) cookies",
  "(?:lire aussi|à lire aussi|lesen sie auch|mehr zum thema|leia também|lea también|leggi anche|читайте также)(?!\\p{L})",
  "\\[citation attribution:",
];

const OPENING = new RegExp(`^(?:[-•*·‣▪>»] ?)?(?:${OPENINGS.join("|")})`, "iu");

/** "Sponsored by Lint Bank": a name and nothing else. */
const SPONSOR =
  /^(?:Sponsored|SPONSORED|Promoted|PROMOTED|Presented|PRESENTED) (?:by|BY)(?: (?:\p{Lu}[\p{L}.’'-]*|&|and|of|the)){1,6}$/u;

/** The authors of a story are part of it, even after "E-mail to a friend." */
const CREDIT = /\bcontributed to (?:this|the) (?:report|story|article)\b/i;

/** A rule of dashes, stars or the like; not of pictographs, which may be all a line says. */
const RULE = /^[\p{P}\p{Sm}\p{Sk}\s]{1,400}$/u;
const PROSE_STOP = /[.!?…][”"’')\]]*$/u;

/** A source note that some aggregators add after the last sentence. Bounded to limit backtracking. */
const NOTE = /\s*\[citation attribution:[^[\]]{0,300}\]\s*$/i;

/** Whether a line is not part of the story; never true of a sentence of 15 words or more. */
export function isBoilerplate(line: string): boolean {
  if (RULE.test(line) || isCredit(line) || isShareBar(line) || SPONSOR.test(line)) {
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
