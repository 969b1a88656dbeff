import { compareSentences, holdsWords } from "../facts/facts.ts";
import { readPassage } from "../facts/passages.ts";
import type { FactChange } from "../facts/types.ts";
import { withoutBy } from "../story/formats/stated.ts";
import { isByline } from "../story/frame/byline.ts";
import { withoutDeskWord } from "../story/headline/desk-word.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { areSpelledAlike } from "../text/spelling/spelled-alike.ts";
import { doubtfulChanges } from "./doubtful-lines.ts";

/** A line of both versions. */
export interface Line {
  readonly before: string;
  readonly after: string;
}

/** What changed around the body of a story. */
export interface FrameChanges {
  readonly headline?: Line;
  /** A deck that came, went or was reworded. */
  readonly deck?: Line;
  /** The lines that are read for their facts as sentences are: headline, deck, lines taken off by their look alone. */
  readonly lines: readonly Line[];
  /** A changed status: the first of a revision's facts. */
  readonly status: readonly FactChange[];
  /** The other facts: dateline, byline, editors' note, a line that was taken off. */
  readonly facts: readonly FactChange[];
  /** The status, one of these facts or the wording of the deck changed. */
  readonly isMetadataChanged: boolean;
}

/** Of a story with itself. */
export const NO_CHANGES: FrameChanges = { lines: [], status: [], facts: [], isMetadataChanged: false };

/** Compares headline, deck, dateline, byline, status and editors' note. */
export function frameChanges(before: Story, after: Story): FrameChanges {
  const [headline, deck] = [headlineChange(before, after), deckChange(before, after)];
  const doubtful = doubtfulChanges(before, after);
  const all = [...compareMetadata(before, after), ...doubtful.facts];
  const isDeckReworded = deck !== undefined && isReworded(deck);
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(isDeckReworded ? { deck } : {}),
    lines: [isSucceeded(before, after) ? undefined : bareHeadline(headline), deck, ...doubtful.lines].filter(
      (line) => line !== undefined,
    ),
    status: all.filter(({ context }) => context === STATUS),
    facts: all.filter(({ context }) => context !== STATUS),
    isMetadataChanged: all.length > 0 || isDeckReworded || isDatelineAlone(before, after),
  };
}

/**
 * A derived headline repeats the first sentence: if both are derived, the edits already show the change. The words of the
 * desk around a headline ("BREAKING:") are no change.
 */
function headlineChange(before: Story, after: Story): Line | undefined {
  const isDerived = before.headlineSource === "derived" && after.headlineSource === "derived";
  const line = { before: before.headline, after: after.headline };
  return isDerived || line.before === line.after || isSame(withoutDeskWords(line)) ? undefined : line;
}

function isSame({ before, after }: Line): boolean {
  return fold(before) === fold(after);
}

function bareHeadline(headline: Line | undefined): Line | undefined {
  return headline && withoutDeskWords(headline);
}

/** Minutes and logs put the latest first: the headline of one version stands in the other as a heading below. */
function isSucceeded(before: Story, after: Story): boolean {
  return isHeading(before.headline, after) || isHeading(after.headline, before);
}

function isHeading(headline: string, { headings, paragraphs }: Story): boolean {
  const line = fold(headline);
  return headings.some((index) => fold(paragraphs[index] ?? "") === line);
}

function withoutDeskWords({ before, after }: Line): Line {
  return { before: withoutDeskWord(before), after: withoutDeskWord(after) };
}

/** What the status of a story is called among its facts, of which it is the first. */
export const STATUS = "status";

/**
 * A changed deck is read for its facts as a sentence is; one that came or went states none, and is none where the format
 * changed: few formats have one.
 */
function deckChange(before: Story, after: Story): Line | undefined {
  const line = { before: before.deck ?? "", after: after.deck ?? "" };
  const isOneSided = line.before === "" || line.after === "";
  const isChanged = fold(line.before) !== fold(line.after) && !(isOneSided && before.format !== after.format);
  return isChanged ? line : undefined;
}

/** Whether more than marks and case changed in a line. */
function isReworded({ before, after }: Line): boolean {
  return compareSentences(before, after).weight !== "form";
}

/** A changed dateline, byline, status or note, reported as a fact so that every revision has something to show. */
function compareMetadata(before: Story, after: Story): readonly FactChange[] {
  const fields = [
    { context: "dateline", ...datelinesOf(before, after) },
    { context: "byline", ...bylinesOf(before, after) },
    { context: STATUS, ...statusOf(before, after) },
    { context: "editors' note", a: before.note ?? "", b: after.note ?? "" },
  ];
  return fields
    .filter(({ a, b }) => fold(a) !== fold(b))
    .map(({ context, a, b }): FactChange => {
      return { kind: "name", ...(a === "" ? {} : { before: a }), ...(b === "" ? {} : { after: b }), context };
    });
}

/**
 * Datelines of both versions: one that came or went is rather a line that was read as one, and says nothing new; nor does one whose
 * date is only written otherwise.
 */
function datelinesOf(before: Story, after: Story): { readonly a: string; readonly b: string } {
  const [a, b] = [before.dateline ?? "", after.dateline ?? ""];
  const valuesOf = ({ dateline = "", lang }: Story) => readPassage(dateline, lang).words.join(" ");
  return a === "" || b === "" || a === b || valuesOf(before) === valuesOf(after)
    ? { a: "", b: "" }
    : { a, b };
}

function isDatelineAlone({ dateline: a = "" }: Story, { dateline: b = "" }: Story): boolean {
  return (a === "") !== (b === "");
}

/**
 * The same people in another order or at another date are no news. A text file has its byline as a line, with a date or an
 * office, and other formats state an author, or none: where the format changed, an author is news only if the two name
 * different people.
 */
function bylinesOf(before: Story, after: Story): { readonly a: string; readonly b: string } {
  const [a, b] = [withoutStamp(before.byline), withoutStamp(after.byline)];
  const [x, y] = [peopleOf(a), peopleOf(b)];
  const isWithin = before.format !== after.format && (x.includes(y) || y.includes(x));
  const isSlug = (x === "" || y === "") && SLUG.test(a || b);
  return isWithin || isSlug || areSpelledAlike(x, y) || areSamePeople(namesIn(x), namesIn(y))
    ? { a: "", b: "" }
    : { a, b };
}

/** Nothing but order and posts differs: "Ada Holt, Press Lead and Ines Vik" are "Ines Vik and Ada Holt". */
function areSamePeople(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const others = [...before.symmetricDifference(after)];
  const isSomeoneNamed = before.size + after.size === 0 || !before.isDisjointFrom(after);
  return isSomeoneNamed && others.every(isPost);
}

/** A single word is an agency or a department; of several, one says what the person does. */
function isPost(name: string): boolean {
  const words = name.split(" ");
  return words.length === 1 || words.some((word) => POSTS.has(word));
}

/** What people of a newsroom or an office are, in lower case. */
const POSTS: ReadonlySet<string> = new Set(
  (
    "editor reporter correspondent writer columnist contributor journalist producer photographer analyst author staff team desk lead " +
    "leader head chief director manager officer coordinator researcher fellow intern president minister secretary spokesperson " +
    "redakteur redakteurin redaktion korrespondent korrespondentin autor autorin leiter leiterin journaliste rédacteur rédactrice " +
    "directeur directrice redactor redactora periodista corresponsal jefe jefa directora giornalista redattore redattrice inviato " +
    "direttore direttrice redacteur correspondente jornalista repórter diretor diretora"
  ).split(" "),
);

/** Between the names of a byline. */
const BETWEEN_NAMES = /[,;&/]| (?:and|und|et|y|e|en) /;
/** A key of the page of an author, "aholt": it came or went with the names. */
const SLUG = /^[\p{Ll}\p{Nd}._-]+$/u;
/** Another name of the one before it. */
const ALSO_KNOWN = / (?:a\.?k\.?a\.?|alias|dit|genannt) [^,;&/]{1,80}/g;
/** Around a name: white space and quotation marks, as {@link fold} leaves them. */
const AROUND_NAME = /^[\s"']+|[\s"']+$/g;

/** The names of a byline, and what stands between commas as names do. */
function namesIn(people: string): ReadonlySet<string> {
  const names = people
    .replace(ALSO_KNOWN, "")
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(AROUND_NAME, ""));
  return new Set(names.filter((name) => name !== ""));
}

/** Who a byline names, without "By" and the lines of it that are dates. */
function peopleOf(byline: string): string {
  const lines = byline.split(" | ").map((line) => ({ line, person: withoutBy(line) ?? "" }));
  const people = lines.filter(({ line, person }) => person !== line || !isByline(line));
  return fold(people.map(({ person }) => person).join(", "));
}

/** A tag that a program fills in: `{{ author }}`. */
const TEMPLATE = /\{[{%]/;

/** "Last updated: 3 April 2025" above a story is the date of its page, and no byline. */
function withoutStamp(byline = ""): string {
  return byline !== "" && holdsWords(byline) && !TEMPLATE.test(byline) ? byline : "";
}

/** A source that names no status is published; that is said only where the other version has another one. */
function statusOf(before: Story, after: Story): { readonly a: string; readonly b: string } {
  const isNamed = before.status !== undefined || after.status !== undefined;
  return {
    a: before.status ?? (isNamed ? "published" : ""),
    b: after.status ?? (isNamed ? "published" : ""),
  };
}
