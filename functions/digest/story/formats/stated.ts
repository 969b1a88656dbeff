import { foldBlockText, lineOf } from "./block-text.ts";
import type { Block, Document, Omission, StoryFormat } from "./document.ts";

/** What a source states about its story, as it came; each is folded, read and checked by {@link documentOf}. */
export interface Stated {
  readonly headline?: string | undefined;
  readonly deck?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly lang?: string | undefined;
  readonly status?: string | undefined;
  readonly note?: string | undefined;
  readonly blocks: readonly Block[];
  readonly omitted?: readonly Omission[];
}

/** Longest line that is taken for a field of its kind; longer ones are something else under its name. */
const LONGEST = { headline: 1000, deck: 4000, byline: 400, date: 60, status: 100, note: 4000 } as const;

/** The document that a source states. Fields without text are absent. */
export function documentOf(format: StoryFormat, stated: Stated): Document {
  const fields = {
    headline: bounded(stated.headline, LONGEST.headline),
    deck: deckOf(bounded(stated.deck, LONGEST.deck), stated.blocks),
    byline: withoutBy(bounded(stated.byline, LONGEST.byline)),
    published: bounded(stated.published, LONGEST.date),
    updated: bounded(stated.updated, LONGEST.date),
    lang: languageTag(stated.lang),
    status: statusOf(bounded(stated.status, LONGEST.status)),
    note: bounded(stated.note, LONGEST.note),
  };
  return { format, ...present(fields), blocks: stated.blocks, omitted: stated.omitted ?? [] };
}

type Present<T> = { readonly [Name in keyof T]?: NonNullable<T[Name]> };

function present<T extends Readonly<Record<string, string | undefined>>>(fields: T): Present<T>;
function present(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** At most this much of a field is looked at: tags and entities make a line longer than its text. */
const TAGS_ALLOWED = 20;

function bounded(text: string | undefined, longest: number): string | undefined {
  if (text === undefined || text.length > longest * TAGS_ALLOWED) {
    return undefined;
  }
  const line = lineOf(text);
  return line === "" || line.length > longest ? undefined : line;
}

/** A deck that only repeats the first words of the body is an excerpt made by a machine. */
export function deckOf(deck: string | undefined, blocks: readonly Block[]): string | undefined {
  const start = deck?.replace(/\s*(?:\[?(?:…|\.{3})\]?|Continue reading.{0,80})$/, "");
  const body = blocks
    .slice(0, 6)
    .map(({ text }) => text)
    .join(" ");
  return start === undefined || start === "" || body.startsWith(start) ? undefined : deck;
}

const BY =
  /^(?:by|words by|texte?|von|par|por|di|door|av|af|od|автор|文|作者|記者|记者)(?::\s*|：\s*|\s+)(?=\S+\s+\S|\S{6})/iu;

/** "By Jane Doe" without its first word. */
export function withoutBy(byline: string | undefined): string | undefined {
  return byline?.replace(BY, "").replace(/[\s,;|]+$/, "") || undefined;
}

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i;

export function languageTag(text: string | undefined): string | undefined {
  const tag = foldBlockText((text ?? "").slice(0, 40)).replaceAll("_", "-");
  return LANGUAGE_TAG.test(tag) && !/^(?:und|mul|zxx)$/i.test(tag) ? tag : undefined;
}

const PUBLISHED = new Set(
  "publish published usable live public final done released approved active sent visible online ok success true corrected updated veröffentlicht publié publicado pubblicato".split(
    " ",
  ),
);
const DRAFT = new Set(
  "draft drafts in_progress unpublished entwurf brouillon borrador rascunho bozza concept koncept szkic kladde utkast 草稿 下書き черновик".split(
    " ",
  ),
);
const CANCELED = new Set("canceled cancelled cancel kill killed".split(" "));

/** `draft` and `canceled` by all their names; nothing for what is published; others as the source names them, a single word in lower case. */
export function statusOf(text: string | undefined): string | undefined {
  const word = text?.toLowerCase().replace(/^(?:https?:\/\/\S*\/|[a-z]{1,12}:(?!\/))/, "");
  if (word === undefined || PUBLISHED.has(word)) {
    return undefined;
  }
  if (DRAFT.has(word)) {
    return "draft";
  }
  if (CANCELED.has(word)) {
    return "canceled";
  }
  return text?.includes(" ") === true ? text : word;
}

/** A story of several that one object holds, as blocks: its headline as a heading, and its text. */
export function asSection(story: Stated): readonly Block[] {
  const { headline } = documentOf("text", story);
  return headline === undefined ? story.blocks : [{ kind: "heading", text: headline }, ...story.blocks];
}

/**
 * A source that states no headline has it in the heading that leads its text, unless another heading follows at once: that one
 * names a section.
 */
export function withLeadingHeadline<T extends Pick<Document, "headline" | "blocks">>(source: T): T {
  const [first, second] = source.blocks;
  const isLed = first?.kind === "heading" && second !== undefined && second.kind !== "heading";
  return source.headline === undefined && isLed
    ? { ...source, headline: first.text, blocks: source.blocks.slice(1) }
    : source;
}
