import type { Candidate, Page, PageElement } from "./page.ts";
import { proseOf, type Verdict } from "./select.ts";

const LINKED_SHARE = 0.6;
/** Lines of a page that no story has, in the languages that newsrooms write; whole lines. */
const CLUTTER = new RegExp(
  `^(?:${[
    "advertis(?:e|ement|ing).{0,20}|sponsored(?: content)?|skip (?:to (?:main )?content|ad|advertisement)|continue reading.{0,40}",
    "article continues (?:after|below).{0,40}|story continues.{0,40}|scroll to continue.{0,20}|loading\\W*|share(?: this)?(?: article| story| post)?",
    "read (?:more|next|also)|see also|related(?: articles?| stories| posts?| content| topics?)?|more (?:stories|on this story|from .{1,40})",
    "sign up.{0,60}|subscribe.{0,60}|follow us.{0,60}|leave a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|view comments|print|email|e-mail",
    "anzeige|werbung|teilen|artikel teilen|mehr zum thema|lesen sie auch.{0,80}|kommentare?|drucken|merken",
    "publicit[eé]|partager|lire aussi.{0,80}|[àa] lire aussi.{0,80}|commentaires?|imprimer",
    "publicidad|compartir|lea tambi[eé]n.{0,80}|comentarios|publicidade|compartilhar?|leia (?:mais|tamb[eé]m).{0,80}",
    "pubblicit[aà]|condividi|leggi anche.{0,80}|commenti|advertentie|delen|lees ook.{0,80}|reacties|annons|reklama|реклама|広告|广告",
  ].join("|")})[.:!…]?$`,
  "iu",
);

/** Looks at each block of the story and its neighbours: links, lines that no story has, titles without text. */
export function trimStory(
  { candidates, elements }: Page,
  verdicts: readonly Verdict[],
  headline: string,
): Verdict[] {
  const trimmed = candidates.map((candidate, index) => verdicts[index] ?? ownVerdict(candidate));
  dropEndMatter(candidates, trimmed, elements);
  dropTeasers(candidates, trimmed);
  dropHead(candidates, trimmed, headline);
  dropEmptyHeadings(candidates, trimmed);
  return trimmed;
}

function ownVerdict(candidate: Candidate): Verdict {
  const { text, linked, kind } = candidate;
  if (linked >= LINKED_SHARE * text.length && kind !== "heading" && kind !== "caption") {
    return "links";
  }
  return text.length < 120 && CLUTTER.test(text) ? "page line" : undefined;
}

/** Headings of what pages put after or beside a story, in the languages that newsrooms write. */
const END_MATTER = new RegExp(
  `^(?:${[
    "(?:you (?:might|may) also (?:like|be interested).{0,20}|(?:recommended|related|similar|popular|trending|latest|recent|featured|more|other) (?:articles?|posts?|stor(?:y|ies)|news|reading|content|links|resources|topics|videos|insights)(?: (?:from|on|in|by|for) .{1,40})?|related|recommended(?: for you)?|further reading|more (?:from|like this).{0,40}|read (?:more|next)|up next|what to read next|keep reading|trending(?: now)?|most (?:read|popular)|don.t miss)",
    "about (?:the )?authors?|(?:post )?comments?|\\d+ comments?|(?:leave|post|add) a (?:comment|reply)|join the (?:conversation|discussion)|share (?:this|your).{0,40}|(?:sign up|subscribe|join|get) .{0,60}newsletters?.{0,40}|newsletters?|follow us.{0,40}|tags|categories",
    "(?:mehr|weitere) (?:zum|von|aus|artikel|beitr[äa]ge|themen|nachrichten).{0,60}|das k[öo]nnte .{0,60}|auch interessant.{0,20}|lesen sie auch.{0,40}|diese beitr[äa]ge.{0,40}|(?:[äa]hnliche|verwandte) .{0,40}|[üu]ber (?:den autor|die autorin)|kommentare?.{0,20}|(?:schreibe|schreiben sie) .{0,10}kommentar.{0,10}|meistgelesen.{0,20}",
    "(?:à )?lire aussi.{0,60}|articles? (?:similaires?|liés?|recommandés?).{0,30}|sur le même sujet|vous aimerez .{0,40}|à propos de l.auteur|commentaires?|(?:laisser|ajouter) un commentaire|les plus lus",
    "(?:lea|lee|te) (?:también|puede interesar).{0,40}|(?:artículos|noticias|artigos|matérias) relacionad[oa]s|lo más leído|más (?:noticias|leídas)|sobre (?:el|o) autor|comentarios?|comentários?|deja (?:un|tu) comentario|leia (?:mais|também).{0,40}|veja também.{0,40}|mais lidas",
    "leggi anche.{0,60}|articoli correlati|potrebbe interessarti.{0,30}|commenti|lees ook.{0,60}|meer (?:over|nieuws).{0,40}|gerelateerd.{0,40}|reacties|läs (?:mer|också).{0,40}|les (?:mer|også).{0,40}|relaterade?.{0,40}|czytaj (?:także|też).{0,40}|zobacz (?:także|też).{0,40}|komentarze|читайте также.{0,40}|комментарии|関連記事|相关阅读|相关新闻|コメント",
  ].join("|")})[:.!…]?$`,
  "iu",
);
const MAX_HEADING = 100;
/** A title in a link with no more text than this is a teaser if its neighbour is one too. */
const MAX_TEASER = 80;

/** From a heading of end matter up to the next heading of its level, or the end of the element that it stands over. */
function dropEndMatter(
  candidates: readonly Candidate[],
  verdicts: Verdict[],
  elements: readonly PageElement[],
): void {
  const last = lastWithin(elements);
  const isIn = ({ element }: Candidate, scope: number) => scope <= element && element <= (last[scope] ?? 0);
  let open: { readonly level: number; readonly scope: number } | undefined;
  for (const [index, candidate] of candidates.entries()) {
    if (verdicts[index] !== undefined) {
      continue;
    }
    const isHeading = candidate.kind === "heading";
    if (
      open !== undefined &&
      (!isIn(candidate, open.scope) || (isHeading && candidate.level <= open.level))
    ) {
      open = undefined;
    }
    if (open === undefined && isHeading && isEndMatter(candidate)) {
      const next = candidates[index + 1];
      let scope = elements[candidate.element]?.parent ?? 0;
      for (let up = 0; up < 3 && next !== undefined && !isIn(next, scope); up++) {
        scope = elements[scope]?.parent ?? 0;
      }
      open = { level: candidate.level, scope };
    }
    if (open !== undefined) {
      verdicts[index] = "end matter";
    }
  }
}

function isEndMatter({ text }: Candidate): boolean {
  return text.length <= MAX_HEADING && END_MATTER.test(text);
}

/** Of each element the index of the last one within it: elements stand in document order. */
function lastWithin(elements: readonly PageElement[]): number[] {
  const last = elements.map((_, index) => index);
  for (let index = elements.length - 1; index > 0; index--) {
    const parent = elements[index]?.parent ?? 0;
    last[parent] = Math.max(last[parent] ?? 0, last[index] ?? 0);
  }
  return last;
}

/** Two or more titles in links with hardly any text of their own. */
function dropTeasers(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  const kept = candidates.keys().filter((index) => verdicts[index] === undefined);
  let run: number[][] = [];
  for (const index of kept) {
    const candidate = candidates[index];
    if (candidate === undefined) {
      continue;
    }
    if (candidate.kind === "heading") {
      if (candidate.linked >= 0.9 * candidate.text.length) {
        run.push([index]);
        continue;
      }
      dropRun(run, verdicts);
      run = [];
    } else {
      run.at(-1)?.push(index);
      if (lengthOf(run.at(-1), candidates) > MAX_TEASER) {
        run.pop();
        dropRun(run, verdicts);
        run = [];
      }
    }
  }
  dropRun(run, verdicts);
}

function lengthOf(teaser: readonly number[] | undefined, candidates: readonly Candidate[]): number {
  return (teaser ?? []).slice(1, 6).reduce((sum, index) => sum + (candidates[index]?.text.length ?? 0), 0);
}

function dropRun(run: readonly (readonly number[])[], verdicts: Verdict[]): void {
  if (run.length > 1) {
    for (const index of run.flat()) {
      verdicts[index] = "teaser";
    }
  }
}

/** What stands before the headline is no story; nor are the lines between it and the first sentence, if there is one. */
function dropHead(candidates: readonly Candidate[], verdicts: Verdict[], headline: string): void {
  const head = candidates.findIndex(({ text, kind }) => kind === "heading" && text === headline);
  if (head >= 0) {
    verdicts[head] ??= "headline";
  }
  const isKept = (_: Candidate, index: number) => verdicts[index] === undefined;
  const starts = candidates.findIndex(
    (candidate, index) =>
      isKept(candidate, index) && index > head && (isSentence(candidate) || candidate.kind === "heading"),
  );
  for (let index = 0; index < starts; index++) {
    const candidate = candidates[index];
    if (candidate !== undefined && !isSentence(candidate)) {
      verdicts[index] ??= "line before the story";
    }
  }
}

/** A heading stays if text of the story follows before a heading of the same or a higher level. */
function dropEmptyHeadings(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  let hasText = false;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index];
    if (candidate === undefined || verdicts[index] !== undefined) {
      continue;
    }
    if (candidate.kind !== "heading") {
      hasText = true;
    } else if (!hasText) {
      verdicts[index] = "heading without text";
    }
  }
}

/** Whether a candidate is a sentence rather than a line of the page. */
export function isSentence(candidate: Candidate): boolean {
  return proseOf(candidate) > 0;
}

export function findDeck(
  candidates: readonly Candidate[],
  verdicts: Verdict[],
  { headline, description }: { readonly headline: string; readonly description: string },
): string | undefined {
  const head = candidates.findIndex(({ text, level }) => level > 0 && text === headline);
  for (let index = head + 1; head >= 0 && index < Math.min(head + 4, candidates.length); index++) {
    const candidate = candidates[index];
    if (candidate !== undefined && isDeck(candidate, description)) {
      verdicts[index] = "deck";
      return candidate.text;
    }
  }
  return undefined;
}

const DECK =
  /(?:^|[\s_-])(?:deck|dek|subtitle|sub-title|subheadline|standfirst|summary|tagline|kicker-sub|chapo|untertitel|teaser-text|lead|intro)(?:$|[\s_-])/i;

function isDeck({ text, level, kind, names }: Candidate, description: string): boolean {
  if (level === 1 || kind === "list item" || text.length < 20 || text.length > 500) {
    return false;
  }
  return text === description || DECK.test(names);
}
