import type { Edition } from "../../../edition/schema.ts";
import { dayOf } from "../../wording/dates.ts";
import { storyHref } from "../../wording/links.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { andMore, capitalised, counted, listed } from "../../wording/words.ts";
import type { Telling } from "./telling.ts";
import type { SectionView } from "./view-types.ts";

const MAX_HELD_BACK = 10;
const MAX_UNSTABLE = 10;
const MAX_HEADLINE = 140;
const MAX_KEY = 60;
const MAX_REASON = 80;
const MAX_COSMETIC_REASONS = 6;
const MAX_COSMETIC_NAMES = 4;

const CALM = { tone: "calm", colour: "#44505f", stories: [] } as const;
const NOWHERE = { place: { key: "", href: "" }, earlierKey: "", lang: "", dir: "" } as const;

/** The stories that could not be trusted, each with its reason. */
export function heldBackSection({ heldBack, counts, slot }: Edition, telling: Telling): SectionView {
  const shown = heldBack.slice(0, MAX_HELD_BACK);
  const left = counts.heldBack - shown.length;
  const more = left > 0 ? `${capitalised(andMore(left))}. ` : "";
  return {
    ...CALM,
    title: "Held back",
    briefs: shown.map(({ key, reason, since }) => ({
      headline: keyText(key, MAX_KEY),
      detail: `${proseText(reason, MAX_REASON)}${since === slot ? "" : sinceDay(since, telling)}`,
      ...NOWHERE,
    })),
    closing: shown.length === 0 ? "" : `${more}The last good text is kept, and the next run tries again.`,
  };
}

function sinceDay(since: string | undefined, { editionTime, timeZone }: Telling): string {
  const day = dayOf(since, editionTime, timeZone);
  return day === "" ? "" : `, since ${day}`;
}

/** The stories that go back and forth between texts they had; told in a line, and not as news each time. */
export function unstableSection({ unstable, counts }: Edition, { storyUrl }: Telling): SectionView {
  const shown = unstable.slice(0, MAX_UNSTABLE);
  return {
    ...CALM,
    title: "Unstable",
    briefs: shown.map(({ key, headline, returns }) => ({
      ...NOWHERE,
      headline: proseText(headline, MAX_HEADLINE) || keyText(key, MAX_KEY),
      place: { key: keyText(key, MAX_KEY), href: storyHref(storyUrl, key) },
      detail: `It went back to an earlier text ${counted(returns, "time", "times")} in its last eight states.`,
    })),
    closing: andMore(counts.unstable - shown.length),
  };
}

/** The stories whose form changed and nothing else: reason by reason, with their names. */
export function cosmeticSection({ cosmetic, counts }: Edition): SectionView {
  const byReason = [...Map.groupBy(cosmetic, ({ reason }) => reason)].slice(0, MAX_COSMETIC_REASONS);
  const named = byReason.reduce((n, [, stories]) => n + stories.length, 0);
  return {
    ...CALM,
    title: "Changed in form only",
    briefs: byReason.map(([reason, stories]) => ({
      headline: capitalised(proseText(reason, MAX_REASON)),
      detail: listed(
        stories.slice(0, MAX_COSMETIC_NAMES).map(({ key }) => keyText(key, MAX_KEY)),
        stories.length - MAX_COSMETIC_NAMES,
      ),
      ...NOWHERE,
    })),
    closing: andMore(counts.cosmetic - named),
  };
}
