import type { FactKind } from "../../../functions/digest/facts/types.ts";
import { checkSummary, type Unsupported } from "../../../functions/digest/summary/model/check-summary.ts";
import { summarise } from "../../../functions/digest/summary/summarise.ts";
import { readSummaries } from "../../data/data-folder.ts";
import { mutateFacts } from "../../data/mutations.ts";
import { seededRandom } from "../../data/random.ts";
import { readStory } from "../../data/read-story.ts";
import type { Measurement } from "../../measures/figure.ts";
import { rounded } from "../../measures/mean.ts";

const SEED = 20_261_130;
/** Mutations of each kind and text. */
const MUTATIONS = 2;
const KINDS = ["number", "date", "name", "quotation", "polarity"] as const satisfies readonly FactKind[];
const VALUES: ReadonlySet<FactKind> = new Set(["number", "date", "name"]);

/** A summary of a story, true or with one fact of a kind changed, and what was found in it. */
interface Checked {
  readonly changed?: FactKind;
  readonly found: readonly Unsupported[];
}

/**
 * What the guard finds in true summaries (those that people wrote, and ours) and in the same with one figure, date, name, quotation or claim changed, by
 * kind; a changed fact counts as caught if anything is found.
 */
export function measureGuard(folder: string): Measurement[] {
  const random = seededRandom(SEED);
  const [people, ours]: [Checked[], Checked[]] = [[], []];
  for (const { id, text, reference } of readSummaries(folder)) {
    const story = readStory(id, text);
    const check = (summary: string) => checkSummary(story, summary);
    for (const [summary, checked] of [
      [reference.replaceAll("\n", " "), people],
      [summarise(story, 3).join(" "), ours],
    ] as const) {
      const isKnown = new Set(check(summary).map(({ kind, words }) => `${kind} ${words}`));
      checked.push({ found: check(summary) });
      for (const { text: other, kind } of mutateFacts(summary, MUTATIONS, random)) {
        const found = check(other).filter((one) => !isKnown.has(`${one.kind} ${one.words}`));
        checked.push({ changed: kind, found });
      }
    }
  }
  return [...figures("of people", people), ...figures("of ours", ours)];
}

function figures(whose: string, checked: readonly Checked[]): Measurement[] {
  const faithful = checked.filter(({ changed }) => changed === undefined);
  const alarms = (is: (kind: FactKind) => boolean) =>
    rounded(
      (100 * faithful.filter(({ found }) => found.some(({ kind }) => is(kind))).length) / faithful.length,
    );
  return [
    {
      figure: `false alarms in true summaries ${whose} %`,
      value: alarms(() => true),
      values: alarms((kind) => VALUES.has(kind)),
      ...Object.fromEntries(KINDS.map((kind) => [kind, alarms((other) => other === kind)])),
      of: faithful.length,
    },
    ...KINDS.map((kind) => {
      const made = checked.filter(({ changed }) => changed === kind);
      const caught = made.filter(({ found }) => found.length > 0).length;
      return {
        figure: `changed ${kind} in summaries ${whose} caught %`,
        value: rounded((100 * caught) / Math.max(1, made.length)),
        of: made.length,
      };
    }),
  ];
}
