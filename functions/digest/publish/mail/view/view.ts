import { countItems } from "../../../edition/copies/items.ts";
import type { ChangeName, Edition, EditionCounts } from "../../../edition/schema.ts";
import { sinceWords } from "../../wording/dates.ts";
import { linkHref } from "../../wording/links.ts";
import { plainText, visibleText } from "../../wording/safe-text.ts";
import {
  andMore,
  capitalised,
  counted,
  countWords,
  listed,
  numeral,
  stories,
  tracked,
} from "../../wording/words.ts";
import type { Depth } from "../budget.ts";
import type { Telling } from "../types.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "../types.ts";
import { cosmeticSection, heldBackSection, operatorNote, unstableSection } from "./closing-sections.ts";
import { withHero } from "./facts.ts";
import { minorSection } from "./minor-edits.ts";
import { briefView, storyView } from "./story-view.ts";
import { toldApart } from "./told-apart.ts";
import { byImportance, itemsIn, SECTION_ORDER, type Unit } from "./units.ts";
import type { BriefView, ContentsView, EditionView, SectionView, StoryView } from "./view-types.ts";
import { passingSection } from "./week-words.ts";
import { gistWords, togetherWords } from "./what-happened.ts";

const MAX_CONTENTS = 10;
/** Between an hour and its zone; a blank in the text part. */
const NO_BREAK_SPACE = "\u00a0";
/** A shorter edition needs no list of contents. */
const MIN_CONTENTS = 3;

/**
 * Titles of the sections, each with a colour that has a contrast of 4.5:1 on the paper, and what the rest of them is that is only
 * counted.
 */
const SECTIONS = {
  revised: {
    title: "Revised",
    tone: "changed",
    colour: "#a3271b",
    rest: "revised stories, less significant than these",
  },
  added: { title: "New", tone: "new", colour: "#17603a", rest: "new stories, less significant than these" },
  returned: { title: "Back", tone: "calm", colour: "#44505f", rest: "stories that are back" },
  reverted: { title: "Reverted", tone: "calm", colour: "#44505f", rest: "reverted stories" },
  renamed: { title: "Renamed", tone: "calm", colour: "#44505f", rest: "renamed stories" },
  removed: { title: "Removed", tone: "calm", colour: "#44505f", rest: "removed stories" },
} as const satisfies Record<ChangeName, Pick<SectionView, "title" | "tone" | "colour"> & { rest: string }>;

/** A unit and its depth. */
export interface ToldUnit {
  readonly unit: Unit;
  readonly depth: Depth;
}

/** The view of an edition with its units shown to the given depths. */
export function editionView(
  edition: Edition,
  told: readonly ToldUnit[],
  telling: Telling,
  preheader: string,
): EditionView {
  const { date, time } = telling.editionTime;
  const name = visibleText(telling.name);
  const items = countItems(edition);
  const inOrder = new Set([...told.map(({ unit }) => unit.section), ...SECTION_ORDER]);
  const sections = [
    ...[...inOrder].map((section) => changeSection(items, section, told, telling)),
    heldBackSection(edition, telling),
    unstableSection(edition, telling),
    minorSection(edition),
    cosmeticSection(edition),
    passingSection(edition),
  ].filter(isTold);
  const listed = sections.flatMap(({ stories: inFull, briefs }) => [...inFull, ...briefs.filter(hasAnchor)]);
  return {
    ...mastheadName(name),
    title: `${name}, ${date}`,
    dateline: `${date}, ${time.replaceAll(" ", NO_BREAK_SPACE)}`,
    since: telling.isBaseline ? "" : sinceWhen(edition, telling),
    preheader,
    greeting: greetingOf(edition),
    counts: telling.isBaseline ? [] : countWords(items),
    contents: contentsOf(told, listed),
    contentsMore: listed.length < MIN_CONTENTS ? "" : andMore(listed.length - MAX_CONTENTS, "below"),
    sections,
    leftOut: leftOutWords(told, telling.isBaseline ? 0 : edition.omitted),
    checked: `${stories(edition.counts.stories)} checked at ${time}.`,
    operatorNote: operatorNote(edition.feedback, edition.missing, {
      isByReply: telling.unsubscribe === "mailto",
      mayLeave: telling.isBaseline,
    }),
    webPage: linkHref(webTemplate(edition, telling), telling),
    preferences: linkHref(telling.links.preferences, telling),
    isOnList: telling.unsubscribe !== "none",
    why: whyWords(telling.chosen),
    unsubscribe: telling.unsubscribe === "ses" ? UNSUBSCRIBE_PLACEHOLDER : "",
  };
}

function webTemplate({ rhythm }: Edition, { links }: Telling): string | undefined {
  return rhythm === "weekly" ? links.week || links.edition : links.edition;
}

/** `Since Thursday, 07:00`, `The week since Monday 23 November, 07:00` */
function sinceWhen({ since, slot, rhythm }: Edition, telling: Telling): string {
  const words = sinceWords(since, slot, telling);
  return rhythm === "weekly" ? words.replace(/^S/, "The week s") : words;
}

/** Why a reader gets the email. */
function whyWords(chosen: Telling["chosen"]): string {
  if (chosen === undefined) {
    return "You get it because your address is on its list.";
  }
  const titles = listed(chosen.titles.map((title) => plainText(title, MAX_SHOWN_TITLE)));
  const cut = chosen.isCut
    ? " If you chose more topics than these: so many different choices were made that yours has no email of its own."
    : "";
  return `You get what is in ${chosen.titles.length === 1 ? "the topic" : "the topics"} that you chose: ${titles}.${cut}`;
}

/** Letters of a topic's title. */
const MAX_SHOWN_TITLE = 80;

/** Names up to this length stand on one line of the masthead; longer ones are set smaller. */
const MAX_LARGE_NAME = 16;

function mastheadName(name: string): Pick<EditionView, "name" | "nameInCapitals" | "isLongName"> {
  return { name, nameInCapitals: name.toUpperCase(), isLongName: name.length > MAX_LARGE_NAME };
}

function isTold({ stories: inFull, briefs, closing }: SectionView): boolean {
  return inFull.length > 0 || briefs.length > 0 || closing !== "";
}

function changeSection(
  items: EditionCounts,
  section: ChangeName,
  told: readonly ToldUnit[],
  telling: Telling,
): SectionView {
  const units = told.filter(({ unit, depth }) => unit.section === section && depth < 3);
  const named = units.reduce((n, { unit }) => n + itemsIn(unit), 0);
  const inFull = units.filter(isInFull);
  const { tone, colour } = SECTIONS[section];
  return {
    tone,
    colour,
    title: telling.isBaseline ? "Stories being tracked" : SECTIONS[section].title,
    stories: inFull.map((one, index) => toldStory(one, `${section}-${index + 1}`, one === told[0], telling)),
    briefs: units
      .filter((one) => !isInFull(one))
      .map(({ unit }, index) => ({
        ...briefView(unit, telling),
        anchor: isListed(unit) ? `${section}-${inFull.length + index + 1}` : "",
      })),
    closing: andMore(items[section] - named, telling.isBaseline ? "" : SECTIONS[section].rest),
  };
}

function toldStory({ unit, depth }: ToldUnit, anchor: string, isLead: boolean, telling: Telling): StoryView {
  const body = storyView(unit, telling, depth === 0);
  return { ...body, facts: isLead ? withHero(body.facts) : body.facts, anchor, isLead };
}

function isInFull({ unit, depth }: ToldUnit): boolean {
  return depth < 2 && !unit.isBrief;
}

/** A removed story is looked for in the contents, even where one line is all there is to tell. */
function isListed({ section }: Unit): boolean {
  return section === "removed";
}

function hasAnchor({ anchor }: BriefView): boolean {
  return anchor !== "";
}

/** A story in the contents: shown in full, or removed. */
type ListedView = StoryView | BriefView;

/** The units in the order of `listed`: of each section those in full, then the others that the contents list. */
function listedUnits(told: readonly ToldUnit[]): readonly Unit[] {
  const bySection = Map.groupBy(told, ({ unit }) => unit.section);
  return [...bySection.values()]
    .flatMap((units) => [
      ...units.filter(isInFull),
      ...units.filter((one) => !isInFull(one) && one.depth < 3 && isListed(one.unit)),
    ])
    .map(({ unit }) => unit);
}

/** The most important of the stories that are listed, of each section some, in the order of the email. */
function contentsOf(told: readonly ToldUnit[], listed: readonly ListedView[]): readonly ContentsView[] {
  const units = listedUnits(told);
  const places = byImportance(units)
    .slice(0, listed.length < MIN_CONTENTS ? 0 : MAX_CONTENTS)
    .toSorted((a, b) => a - b);
  const names = toldApart(
    places.map((place) => ({ headline: listed[place]?.headline ?? "", key: listed[place]?.place.key ?? "" })),
  );
  return places.flatMap((place, index) => contentsLine(index, units[place], listed[place], names[index]));
}

function contentsLine(
  index: number,
  unit: Unit | undefined,
  story: ListedView | undefined,
  name = "",
): readonly ContentsView[] {
  if (unit === undefined || story === undefined) {
    return [];
  }
  const { anchor } = story;
  const headline = name === "" ? story.headline : `${story.headline} [${name}]`;
  const detail =
    unit.section === "removed" ? "Removed" : gistWords(unit.lead, 1) || capitalised(togetherWords(unit));
  return [{ number: numeral(index + 1), anchor, headline, detail }];
}

function greetingOf(edition: Edition): readonly string[] {
  const missing = missingWords(edition.missing);
  return [...openingOf(edition), ...(missing === "" ? [] : [missing])];
}

/** `584 stories are missing from the corpus; …`; empty if none are. */
function missingWords(missing = 0): string {
  const [are, their] = missing === 1 ? ["is", "its"] : ["are", "their"];
  return missing === 0
    ? ""
    : `${stories(missing)} ${are} missing from the corpus; ${their} removal is held back until it is confirmed.`;
}

function openingOf({ kind, counts }: Edition): readonly string[] {
  switch (kind) {
    case "baseline":
      return [
        `Welcome. This is your first edition. We are now tracking ${stories(tracked(counts))}.`,
        "From the next edition on, you will see what is new, which facts changed, and what was removed.",
      ];
    case "quiet":
      return [`${quietWords(counts)} since the last edition.`];
    case "regular":
      return [];
    default:
      return kind satisfies never;
  }
}

/** A change of formatting is a change, too: "Nothing changed" must not stand above a list of such stories. */
function quietWords(counts: Edition["counts"]): string {
  return countWords(counts).length === 0 ? "Nothing changed" : "No news";
}

/** What was omitted to limit the size of the email; unnamed changes are also counted in their section. */
function leftOutWords(told: readonly ToldUnit[], omitted: number): string {
  const cut = told.filter(({ unit, depth }) => depth < 3 && !unit.isBrief);
  const redlines = cut.filter(({ unit, depth }) => depth > 0 && unit.lead.revision !== undefined).length;
  const summaries = cut.filter(({ unit, depth }) => depth > 1 && unit.lead.summary.length > 0).length;
  const unnamed = told.filter(({ depth }) => depth === 3).map(({ unit }) => itemsIn(unit));
  const changes = unnamed.reduce((sum, n) => sum + n, omitted);
  const left = [
    redlines > 0 ? counted(redlines, "marked-up change", "marked-up changes") : "",
    summaries > 0 ? counted(summaries, "summary", "summaries") : "",
    changes > 0 ? `the names of ${counted(changes, "change", "changes")}` : "",
  ].filter((words) => words !== "");
  return left.length === 0 ? "" : `Omitted to keep this email short: ${listed(left)}.`;
}
