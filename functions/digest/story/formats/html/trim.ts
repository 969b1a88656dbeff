import { dropEndMatter, dropTail, isEndLine } from "./end-matter.ts";
import type { Candidate, Page } from "./page.ts";
import { OUTSIDE, proseOf, type Verdict } from "./select.ts";
import { dropTeasers } from "./teasers.ts";

const LINKED_SHARE = 0.8;
/** Lines of a page that no story has, in the languages that newsrooms write; whole lines. */
const CLUTTER = new RegExp(
  `^(?:${[
    "advertis(?:e|ement|ing)s?(?: (?:here|with us|below|\\d+))?|sponsored(?: content)?|skip (?:to (?:main )?content|ad|advertisement)|continue reading.{0,40}",
    "article continues (?:after|below).{0,40}|story continues.{0,40}|scroll to continue.{0,20}|loading\\W*|share(?: this)?(?: article| story| post)?",
    "read (?:more|next|also)|see also|related(?: articles?| stories| posts?| content| topics?)?|more (?:stories|on this story|from .{1,40})",
    "sign up(?: .{0,60})?|subscribe(?: .{0,60})?|follow us(?: .{0,60})?|leave a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|view comments|print|email|e-mail",
    "anzeige|werbung|teilen|artikel teilen|mehr zum thema|lesen sie auch.{0,80}|kommentare?|drucken|merken",
    "publicit[eé]|partager|lire aussi.{0,80}|[àa] lire aussi.{0,80}|commentaires?|imprimer",
    "publicidad|compartir|lea tambi[eé]n.{0,80}|comentarios|publicidade|compartilhar?|leia (?:mais|tamb[eé]m).{0,80}",
    "pubblicit[aà]|condividi|leggi anche.{0,80}|commenti|advertentie|delen|lees ook.{0,80}|reacties|annons|reklama|реклама|広告|广告",
  ].join("|")})[.:!…]?$`,
  "iu",
);

/** Looks at each block of the story and its neighbours: links, lines that no story has, titles without text. */
export function trimStory(page: Page, verdicts: readonly Verdict[], headline: string): Verdict[] {
  const { candidates } = page;
  const opened = withOpening(page, verdicts, headline);
  const trimmed = candidates.map((candidate, index) => opened[index] ?? ownVerdict(candidate));
  keepIntroduced(candidates, trimmed);
  dropEndMatter(page, trimmed);
  dropTeasers(candidates, trimmed);
  dropRepeats(candidates, trimmed);
  dropTail(page, trimmed);
  dropHead(candidates, trimmed, headline);
  dropEmptyHeadings(candidates, trimmed);
  return trimmed;
}

/** Paragraphs of prose between the headline and the story open it, unless it repeats them or their elements say otherwise. */
function withOpening(page: Page, verdicts: readonly Verdict[], headline: string): readonly Verdict[] {
  const { candidates, elements } = page;
  const start = verdicts.indexOf(undefined);
  const head = candidates.findLastIndex(
    ({ text, level }, index) => index < start && level === 1 && text === headline,
  );
  if (head < 0) {
    return verdicts;
  }
  const told = new Set(
    candidates.filter((_, index) => verdicts[index] === undefined).map(({ text }) => text),
  );
  return candidates.map((candidate, index) => {
    const isOpening =
      index > head &&
      index < start &&
      verdicts[index] === OUTSIDE &&
      elements[candidate.element]?.name === "p" &&
      proseOf(candidate) > 0 &&
      !told.has(candidate.text);
    return isOpening ? undefined : verdicts[index];
  });
}

/** A list of links belongs to the story if a line of it introduces the list. */
function keepIntroduced(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  let isIntroduced = false;
  for (const [index, { kind, text }] of candidates.entries()) {
    if (kind !== "list item") {
      isIntroduced = kind === "paragraph" && verdicts[index] === undefined && text.endsWith(":");
    } else if (isIntroduced && verdicts[index] === "links") {
      verdicts[index] = undefined;
    }
  }
}

function ownVerdict(candidate: Candidate): Verdict {
  const { text, linked, kind } = candidate;
  if (linked >= LINKED_SHARE * text.length && kind !== "heading" && kind !== "caption") {
    return "links";
  }
  if (text.length < 120 && CLUTTER.test(text)) {
    return "page line";
  }
  return text.endsWith(":") && isEndLine(text) ? "end matter" : undefined;
}

/** Pages hold passages twice, for wide and for narrow screens or in a carousel. Lists and tables may repeat themselves. */
function dropRepeats(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  const told = new Set<string>();
  for (const [index, candidate] of candidates.entries()) {
    const { kind, text } = candidate;
    if (
      verdicts[index] !== undefined ||
      (kind !== "paragraph" && kind !== "quotation") ||
      !isSentence(candidate)
    ) {
      continue;
    }
    if (told.has(text)) {
      verdicts[index] = "told before";
    }
    told.add(text);
  }
}

/** What stands before the headline is no story; nor are the lines between it and the first text, if there is any. */
function dropHead(candidates: readonly Candidate[], verdicts: Verdict[], headline: string): void {
  const head = candidates.findIndex(({ text, kind }) => kind === "heading" && text === headline);
  if (head >= 0) {
    verdicts[head] ??= "headline";
  }
  const starts = candidates.findIndex(
    (candidate, index) =>
      verdicts[index] === undefined && index > head && (isText(candidate) || candidate.kind === "heading"),
  );
  for (let index = 0; index < starts; index++) {
    const candidate = candidates[index];
    if (candidate !== undefined && !isSentence(candidate)) {
      verdicts[index] ??= "line before the story";
    }
  }
}

/** Shorter than a sentence must be elsewhere on a page. */
const MIN_OPENING = 20;
const OPENING_END = new Set('.!?…:”“"');

function isText(candidate: Candidate): boolean {
  const { text, kind } = candidate;
  const endsSentence =
    kind === "paragraph" && text.length >= MIN_OPENING && OPENING_END.has(text.at(-1) ?? "");
  return endsSentence || isSentence(candidate);
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
function isSentence(candidate: Candidate): boolean {
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
