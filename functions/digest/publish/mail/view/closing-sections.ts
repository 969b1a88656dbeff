import type { Edition, EditionFeedback } from "../../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../wording/bounds.ts";
import { dayOf } from "../../wording/dates.ts";
import { cosmeticWords, heldBackWords } from "../../wording/reasons.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { andMore, capitalised, counted, lengthWords, listed } from "../../wording/words.ts";
import type { Telling } from "../types.ts";
import { NOWHERE, placeView } from "./place.ts";
import type { SectionView } from "./view-types.ts";

const MAX_HELD_BACK = 10;
const MAX_UNSTABLE = 10;
const MAX_LISTED_KEY = 60;
const MAX_REASON = 80;
const MAX_SHOWN_LEFT = 240;
const MAX_COSMETIC_REASONS = 6;
const MAX_COSMETIC_NAMES = 4;

const HELD_BACK_CLOSING =
  "Stories that cannot be read or look incomplete are held back: the last good version is kept, and the next run will try again.";

const CALM = { tone: "calm", colour: "#44505f", stories: [] } as const;
const BARE = {
  anchor: "",
  place: NOWHERE,
  alsoAt: [],
  alsoAtMore: "",
  earlierKey: "",
  lang: "",
  dir: "",
} as const;

/** Stories that are named of each kind. */
const MAX_OF_KIND = 6;

/** A section with a line for each kind of something, in which the first of its stories are named. */
export function namedSection<Story>(
  title: string,
  byKind: ReadonlyMap<string, readonly Story[]>,
  nameIn: (story: Story) => string,
): SectionView {
  return {
    ...CALM,
    title,
    briefs: [...byKind].map(([headline, of]) => ({
      ...BARE,
      headline,
      detail: listed(of.slice(0, MAX_OF_KIND).map(nameIn), of.length - MAX_OF_KIND),
    })),
    closing: "",
  };
}

/** The stories that could not be trusted, each with its reason; those first that readers know. */
export function heldBackSection({ heldBack, counts, slot }: Edition, telling: Telling): SectionView {
  const isKnown = ({ headline = "" }: HeldStory) => headline !== "";
  const [known, unknown] = [heldBack.filter(isKnown), heldBack.filter((story) => !isKnown(story))];
  const shown = [...known, ...unknown].slice(0, MAX_HELD_BACK);
  const left = counts.heldBack - shown.length;
  const more = left > 0 ? `${capitalised(andMore(left))}. ` : "";
  return {
    ...CALM,
    title: "Held back",
    briefs: shown.map((story) => ({
      ...BARE,
      headline: proseText(story.headline ?? "", MAX_SHOWN_HEADLINE) || keyText(story.key, MAX_LISTED_KEY),
      ...(isKnown(story) && { place: placeView(story.key, telling, { max: MAX_LISTED_KEY }) }),
      detail: `${proseText(heldBackWords(story.reason), MAX_REASON)}${story.since === slot ? "" : sinceDay(story.since, telling)}${leftWords(story)}`,
    })),
    closing: shown.length === 0 ? "" : `${more}${HELD_BACK_CLOSING}`,
  };
}

type HeldStory = Edition["heldBack"][number];

/** `; it had 412 words, now 66 words: “This page has been …”`; empty if its last good version is unknown. */
function leftWords({ left, ...before }: HeldStory): string {
  const had = lengthWords(before);
  const now = left === undefined ? "" : lengthWords(left);
  const text =
    left === undefined || now === "" ? "" : `, now ${now}: “${proseText(left.text, MAX_SHOWN_LEFT)}”`;
  return had === "" ? "" : `; it had ${had}${text}`;
}

function sinceDay(since: string | undefined, telling: Telling): string {
  const day = dayOf(since, telling);
  return day === "" ? "" : `, since ${day}`;
}

/** The stories that alternate between earlier versions: one line each, not news every time. */
export function unstableSection({ unstable, counts }: Edition, telling: Telling): SectionView {
  const shown = unstable.slice(0, MAX_UNSTABLE);
  return {
    ...CALM,
    title: "Unstable",
    briefs: shown.map(({ key, headline, returns, absences, gone }) => ({
      ...BARE,
      headline: proseText(headline, MAX_SHOWN_HEADLINE) || keyText(key, MAX_LISTED_KEY),
      place: placeView(key, telling, { max: MAX_LISTED_KEY, isGone: gone === true }),
      detail:
        absences === undefined
          ? `Reverted ${counted(returns, "time", "times")} in its last eight versions.`
          : `${gone ? "Gone again" : "Back again"}; it was removed and restored ${counted(absences, "time", "times")} of late.`,
    })),
    closing: andMore(counts.unstable - shown.length),
  };
}

/** The stories of which only the formatting changed: by reason, with their names. */
export function cosmeticSection({ cosmetic, counts }: Edition): SectionView {
  const byReason = [...Map.groupBy(cosmetic, ({ reason }) => cosmeticWords(reason))].slice(
    0,
    MAX_COSMETIC_REASONS,
  );
  const named = byReason.reduce((n, [, stories]) => n + stories.length, 0);
  return {
    ...CALM,
    title: "Formatting changes only",
    briefs: byReason.map(([reason, stories]) => ({
      headline: capitalised(proseText(reason, MAX_REASON)),
      detail: listed(
        stories.slice(0, MAX_COSMETIC_NAMES).map(({ key }) => keyText(key, MAX_LISTED_KEY)),
        stories.length - MAX_COSMETIC_NAMES,
      ),
      ...BARE,
    })),
    closing: andMore(counts.cosmetic - named),
  };
}

/**
 * `Note for the operator: 2 emails bounced since the last edition.`; empty if there is nothing to report. Where readers
 * unsubscribe by replying, it says what to do with a reply: when somebody `mayLeave`, and after bounces and complaints.
 */
export function operatorNote(
  feedback: EditionFeedback | undefined,
  missing = 0,
  { isByReply = false, mayLeave = false } = {},
): string {
  const report = feedbackNote(feedback);
  const notes = [
    report,
    missing > 0 ? CONFIRM_NOTE : "",
    isByReply && (mayLeave || report !== "") ? LEAVE_NOTE : "",
  ].filter((note) => note !== "");
  const [first, ...more] = notes;
  return first === undefined ? "" : `Note for the operator: ${[first, ...more.map(capitalised)].join(" ")}`;
}

const LEAVE_NOTE =
  "when a reader replies and asks to leave, remove the address from the setting “recipients” and deploy again.";

const CONFIRM_NOTE =
  "the log of this run, at “removals held back”, has the event that confirms the removal of the missing stories; the runbook has the rest under “Missing stories”.";

function feedbackNote(feedback: EditionFeedback | undefined): string {
  const { bounced = 0, complained = 0, rejected = 0 } = feedback ?? {};
  const notes = [
    bounced > 0 ? `${counted(bounced, "email", "emails")} bounced` : "",
    complained > 0 ? `${counted(complained, "reader", "readers")} marked the email as spam` : "",
    rejected > 0 ? `the email service rejected ${counted(rejected, "email", "emails")} as unsafe` : "",
  ].filter((part) => part !== "");
  return notes.length === 0 ? "" : `${listed(notes)} since the last edition.`;
}
