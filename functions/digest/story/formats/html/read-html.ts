import { foldBlockText, MAX_BLOCKS } from "../block-text.ts";
import type { Block, Document, Omission } from "../document.ts";
import { introductionOf } from "../lists-and-rows.ts";
import { withLeadingHeadline } from "../stated.ts";
import { metadataOf } from "./metadata.ts";
import type { Candidate, Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import { proseOf, selectStory, type Verdict } from "./select.ts";
import { authorsIn } from "./shown.ts";
import { findDeck, trimStory } from "./trim.ts";

const MAX_HTML_OMISSIONS = 200;
const MAX_OMITTED_TEXT = 200;

/**
 * The story in a page. One pass over the markup lists stretches of text with what their elements say of them; the story is the
 * element that holds most of the prose, without what stands in it but belongs to the page. Every rule looks at a block and what is
 * near it, so that the same story in another page is read the same. Never throws; linear in the source.
 */
export function readHtml(source: string): Document {
  const page = readPage(source);
  if (page.candidates.length > MAX_BLOCKS) {
    return {
      format: "html",
      blocks: page.candidates.map((candidate) => blockOf(candidate, undefined)),
      omitted: [],
    };
  }
  const { verdicts, deck, metadata, articleBody } = judge(page);
  const blocks = blocksOf(page.candidates, verdicts);
  return withLeadingHeadline({
    format: "html",
    ...metadata,
    ...(deck === undefined ? {} : { deck }),
    blocks: hasProse(page.candidates, verdicts) ? blocks : fallback(articleBody, blocks),
    omitted: omissionsOf(page, verdicts),
    ...doubtfulIn(linesBefore(page.candidates, verdicts)),
    outside: outsideOf(page.candidates, verdicts),
  });
}

/** What stands between the headline and the story may be of it, as a price or a deadline: it is compared, though not told. */
function doubtfulIn(lines: readonly string[]): Pick<Document, "doubtful"> {
  const doubtful = lines.slice(0, MAX_HEAD_LINES).map((line) => line.slice(0, MAX_OMITTED_TEXT));
  return doubtful.length === 0 ? {} : { doubtful };
}

/** Lines of a page that are compared though they are left out. */
const MAX_HEAD_LINES = 20;

/** What servers call a page that they send in place of another: by its status, in some languages, or on the way elsewhere. */
const ERROR_HEADLINE =
  /^(?:(?:oops|sorry|https?|http|error|status)\b\W{0,3}){0,3}(?:[45]\d\d(?:\W{0,3}(?:error|(?:page )?not found|forbidden|unauthorized|gone|bad (?:request|gateway)|(?:service )?(?:temporarily )?unavailable|internal server error|gateway time-?out|too many requests|access denied))?|(?:the )?page (?:you .{1,40} )?(?:was |could |can |is )?not (?:be )?found|(?:die )?seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|access denied|(?:internal )?server error|just a moment|redirecting)(?:[\s.!…]{0,4}|\s[|–—-]\s.{1,60})$/iu;
/** The text of an error page, in characters, is shorter. */
const LONGEST_ERROR_PAGE = 600;

/** The story in a page, or nothing if a server's error was saved in its place. */
export function readHtmlStory(source: string): Document | undefined {
  const document = readHtml(source);
  return isErrorPage(document) ? undefined : document;
}

function isErrorPage({ headline = "", blocks }: Document): boolean {
  return (
    ERROR_HEADLINE.test(headline.slice(0, 200).trim()) &&
    blocks.reduce((length, { text }) => length + text.length, 0) < LONGEST_ERROR_PAGE
  );
}

/** What a page states, and of each of its candidates whether it is a block of the story. */
function judge(page: Page) {
  const { description, articleBody, ...metadata } = metadataOf(page);
  const headline = metadata.headline ?? "";
  const verdicts = trimStory(page, selectStory(page), headline);
  const byline = metadata.byline ?? authorsIn(linesBefore(page.candidates, verdicts));
  const deck = findDeck(page.candidates, verdicts, { headline, description: description ?? "" });
  return { verdicts, deck, metadata: { ...metadata, ...(byline && { byline }) }, articleBody };
}

function linesBefore(candidates: readonly Candidate[], verdicts: readonly Verdict[]): readonly string[] {
  return candidates.filter((_, index) => verdicts[index] === "line before the story").map(({ text }) => text);
}

function blocksOf(candidates: readonly Candidate[], verdicts: readonly Verdict[]): Block[] {
  const blocks: Block[] = [];
  let introduction: string | undefined;
  for (const [index, candidate] of candidates.entries()) {
    if (verdicts[index] === undefined) {
      const isItem = candidate.kind === "list item";
      introduction = isItem ? introduction : introductionOf(candidate);
      blocks.push(blockOf(candidate, isItem ? introduction : candidate.label));
    }
  }
  return blocks;
}

function blockOf({ kind, text, cells }: Candidate, label: string | undefined): Block {
  return { kind, text, ...(label !== undefined && { label }), ...(cells !== undefined && { cells }) };
}

function hasProse(candidates: readonly Candidate[], verdicts: readonly Verdict[]): boolean {
  return candidates.some((candidate, index) => verdicts[index] === undefined && proseOf(candidate) > 0);
}

/** The text that the page states of itself, for pages that a script fills. */
function fallback(articleBody: string | undefined, otherwise: Block[]): Block[] {
  const texts = (articleBody ?? "").split(/\n+/).map(foldBlockText);
  const blocks = texts.filter((text) => text !== "").map((text): Block => ({ kind: "paragraph", text }));
  return blocks.length === 0 ? otherwise : blocks;
}

function outsideOf(candidates: readonly Candidate[], verdicts: readonly Verdict[]): readonly string[] {
  return candidates.flatMap(({ text }, index) => (verdicts[index] === undefined ? [] : [text]));
}

function omissionsOf({ candidates, hidden }: Page, verdicts: readonly Verdict[]): Omission[] {
  const omitted = hidden.map(({ reason, text }) => ({ reason, text: text.slice(0, MAX_OMITTED_TEXT) }));
  for (const [index, { text }] of candidates.entries()) {
    const reason = verdicts[index];
    if (reason !== undefined && omitted.length < MAX_HTML_OMISSIONS) {
      omitted.push({ reason, text: text.slice(0, MAX_OMITTED_TEXT) });
    }
  }
  return omitted;
}
