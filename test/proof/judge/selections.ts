import { readEdition } from "../../../functions/digest/run/published.ts";
import type { Received } from "../world/servers.ts";
import type { World } from "../world/world.ts";
import type { Link } from "./check.ts";

/** What a reader chose, as the judge knows it. */
export interface Choice {
  /** Stories of which each edition tells. */
  readonly daily: readonly string[];
  /** Stories of which the run that ends a week tells, against how they were when it began. */
  readonly weekly?: readonly string[];
}

/** What the emails of a slot tell, by the settings of the case and the snapshots, and not by the code under test. */
export interface Told {
  /** Stories that any email of the slot may name. */
  readonly all: readonly string[];
  /** Those that a reader is to be told of; none: she gets no email. */
  forReader(address: string): readonly string[];
  /** Those that any email may name too: a story that is held back, and from where one moved. */
  readonly besides: ReadonlySet<string>;
  /** What her email says and lacks of a story that it tells of a week: its first text and its last, and none between. */
  wordsOf(address: string): readonly Words[];
}

/** Words of a story by which to see what an email tells of its week. */
export interface Words {
  readonly key: string;
  readonly says: readonly string[];
  readonly lacks: readonly string[];
}

/** What is told in each slot. */
export async function toldIn(
  { state, setting }: World,
  chain: readonly Link[],
): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for (const [at, { snapshot }] of chain.entries()) {
    const { changes, heldBack, kind } = await readEdition(state, snapshot.edition);
    const ofDay = changes.map(({ key }) => key);
    const held = kind === "quiet" ? [] : heldBack.map(({ key }) => key);
    const week = weekTold(chain, at);
    const dailyOf = (address: string): readonly string[] => {
      const choice = setting.chosen?.[address];
      return choice === undefined ? [...ofDay, ...held] : ofDay.filter((key) => choice.daily.includes(key));
    };
    const weeklyOf = (address: string): readonly string[] => {
      const { weekly = [] } = setting.chosen?.[address] ?? {};
      return week.changed.some((key) => weekly.includes(key))
        ? week.moved.filter((key) => weekly.includes(key))
        : [];
    };
    told.set(snapshot.slot, {
      all: [...new Set([...ofDay, ...held, ...week.moved])],
      forReader: (address) => [...new Set([...dailyOf(address), ...weeklyOf(address)])],
      besides: new Set([...held, ...changes.flatMap(({ renamedFrom }) => renamedFrom ?? [])]),
      wordsOf(address) {
        const own = weeklyOf(address).filter((key) => !dailyOf(address).includes(key));
        return (setting.words ?? []).filter(({ key }) => own.includes(key));
      },
    });
  }
  return told;
}

/** Slots that end a week whose edition is left to the next run. */
export function putOff({ setting }: Pick<World, "setting">, chain: readonly Link[]): readonly string[] {
  const hasWeeks = Object.values(setting.chosen ?? {}).some(({ weekly }) => weekly !== undefined);
  return chain.flatMap(({ snapshot }, at) =>
    hasWeeks && endsWeek(chain, at) && !isTold(chain, at) ? [snapshot.slot] : [],
  );
}

/** Stories of a week that a run tells. */
interface Week {
  /** Those that are not as they were when it began. */
  readonly changed: readonly string[];
  /** Those that came, went or changed, be they as they were again. */
  readonly moved: readonly string[];
}

function weekTold(chain: readonly Link[], at: number): Week {
  if (!(endsWeek(chain, at) && isTold(chain, at))) {
    return { changed: [], moved: [] };
  }
  const states = chain.slice(startOf(chain, at), at + 1).map(({ entries }) => entries);
  const keys = new Set(states.flatMap((entries) => [...entries.keys()]));
  // A story that was never read has an empty one.
  const hashesOf = (key: string) => states.map((entries) => entries.get(key)?.hash || undefined);
  return {
    changed: [...keys].filter((key) => hashesOf(key).at(0) !== hashesOf(key).at(-1)),
    moved: [...keys].filter((key) => new Set(hashesOf(key)).size > 1),
  };
}

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const FIRST_DAY = 3;

const weekOf = ({ snapshot }: Link): number =>
  Math.floor((Date.parse(snapshot.slot) / DAY_MS + FIRST_DAY) / 7);

function endsWeek(chain: readonly Link[], at: number): boolean {
  const [first, last] = [chain[startOf(chain, at)], chain[at]];
  return first !== undefined && last !== undefined && weekOf(first) < weekOf(last);
}

/** The place of the snapshot with which the week began that was not yet told before this one: the first, or of the last run that told one. */
function startOf(chain: readonly Link[], at: number): number {
  for (let place = at - 1; place > 0; place -= 1) {
    if (isTold(chain, place) && endsWeek(chain, place)) {
      return place;
    }
  }
  return 0;
}

/** Whether a run says that the next week begins with it. */
function isTold(chain: readonly Link[], at: number): boolean {
  const own = chain[at]?.snapshot;
  return own?.week?.slot === own?.slot;
}

/** An email tells all that its reader chose, and nothing else. */
export function judgeSelection(
  { to, html, text }: Pick<Received, "to" | "html" | "text">,
  slot: string,
  { all, forReader, besides, wordsOf }: Told,
): readonly string[] {
  const expected = forReader(to);
  return [html, text].flatMap((part) => {
    const read = readAloud(part);
    const found = all.filter((key) => part.includes(key));
    const missing = expected.filter((key) => !found.includes(key));
    const wrong = found.filter((key) => !(expected.includes(key) || besides.has(key)));
    return [
      ...missing.map((key) => `the email of slot ${slot} to ${to} does not tell ${key}`),
      ...wrong.map((key) => `the email of slot ${slot} to ${to} tells ${key}, which she did not choose`),
      ...wordsOf(to).flatMap(({ key, says, lacks }) => [
        ...says
          .filter((words) => !read.includes(words))
          .map((words) => `the email of slot ${slot} to ${to} does not say of ${key}: ${words}`),
        ...lacks
          .filter((words) => read.includes(words))
          .map((words) => `the email of slot ${slot} to ${to} says of ${key}, which is no more: ${words}`),
      ]),
    ];
  });
}

/** Either part of an email without its marks and line breaks. */
function readAloud(part: string): string {
  return part.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
}
