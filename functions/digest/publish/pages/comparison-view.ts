import type { EditionFact } from "../../edition/schema.ts";
import type { FactChange } from "../../facts/types.ts";
import { STATUS } from "../../revision/frame-changes.ts";
import { isAnotherStory } from "../../revision/same-story.ts";
import type { Revision } from "../../revision/types.ts";
import { FORMAT_NAMES } from "../../story/formats/document.ts";
import type { Story } from "../../story/types.ts";
import { lengthOf } from "../../text/length.ts";
import { factView, KIND_NOUNS } from "../mail/view/facts.ts";
import { MAX_SHOWN_HEADLINE } from "../wording/bounds.ts";
import { pathText, plainText, shorten } from "../wording/safe-text.ts";
import { andMore, lengthWords } from "../wording/words.ts";
import { blocksOf } from "./blocks.ts";
import { verdictOf } from "./verdict.ts";
import type { ComparedFact, ComparisonView, Script, VersionView } from "./view-types.ts";

const MAX_PAGE_FACTS = 30;
const MAX_VERSION_NAME = 120;
/** With the kind before it, what tabs and bookmarks show whole. */
const MAX_TAB_TITLE = 54;

/** Two versions of a story, and what lies between them. */
export interface Comparison {
  readonly before: Story;
  readonly after: Story;
  readonly revision: Revision;
  /** What the versions are called, such as their files or their days; by default their keys. */
  readonly names?: readonly [before: string, after: string];
  /** Address of the story's history, if it has one. */
  readonly history?: string;
  /** Address of the same comparison the other way round, if the version before is the newer one. */
  readonly inOrder?: string;
}

/** What a comparison shows. Linear in both texts. */
export function comparisonView(comparison: Comparison): ComparisonView {
  const { before, after, revision, names = [before.key, after.key], history = "", inOrder = "" } = comparison;
  const versions = [versionView("Before", before, names[0]), versionView("After", after, names[1])] as const;
  const isReworded = versions[0].headline !== versions[1].headline;
  return {
    history,
    inOrder,
    title: shorten(versions[1].headline, MAX_TAB_TITLE),
    versions: [
      { ...versions[0], isReworded },
      { ...versions[1], isReworded: false },
    ],
    ...verdictOf(revision),
    notes: notesOf(comparison),
    facts: revision.facts.slice(0, MAX_PAGE_FACTS).map((fact) => comparedFact(fact, scriptOf(after))),
    factsMore: andMore(revision.facts.length - MAX_PAGE_FACTS),
    ...blocksOf(revision, { before: scriptOf(before), after: scriptOf(after) }),
  };
}

function versionView(word: string, story: Story, name: string): Omit<VersionView, "isReworded"> {
  const length = lengthWords(lengthOf(story.paragraphs));
  return {
    word,
    name: pathText(name, MAX_VERSION_NAME),
    about: [FORMAT_NAMES[story.format], length].filter((words) => words !== "").join(", "),
    headline: plainText(story.headline, MAX_SHOWN_HEADLINE),
    ...scriptOf(story),
  };
}

function scriptOf({ lang = "", dir }: Story): Script {
  return { lang, dir: dir === "rtl" ? dir : "" };
}

function notesOf({ before, after, revision }: Comparison): readonly string[] {
  return [
    isAnotherStory({ before, after, revision })
      ? "These may be two different stories: texts and headlines have next to nothing in common."
      : "",
    areTranslations(before, after)
      ? `The versions are in two languages (${before.lang}, ${after.lang}): the sentences of a translation cannot be compared.`
      : "",
    revision.truncated ? "Compared roughly: the two versions are too long or too different." : "",
  ].filter((note) => note !== "");
}

function areTranslations(before: Story, after: Story): boolean {
  return before.lang !== undefined && after.lang !== undefined && before.lang !== after.lang;
}

/** What lies around a body, and is told as a fact of no kind of its own. */
const FRAME_FACTS: readonly string[] = [STATUS, "dateline", "byline", "editors' note"];

/** What stands close to the word before it. */
const CLOSES = /^[\p{Po}\p{Pe}\p{Pf}]/u;

/** A fact of a revision, just compared or of an edition, for a page; it runs as its story does. */
export function comparedFact(fact: FactChange | EditionFact, { lang, dir }: Script): ComparedFact {
  const sides = { before: fact.before ?? null, after: fact.after ?? null };
  const { isHero: _, ...view } = factView({ ...fact, ...sides }, plainText);
  const isFrame = fact.kind === "name" && FRAME_FACTS.includes(fact.context ?? "");
  const kind = KIND_NOUNS[fact.kind];
  return {
    ...view,
    label: view.label.toLowerCase() === kind ? "" : view.label,
    gap: view.tail === "" || CLOSES.test(view.tail) ? "" : " ",
    kind: isFrame ? "" : kind,
    lang,
    dir,
  };
}
