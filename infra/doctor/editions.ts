import * as v from "valibot";
import { type Edition, EditionSchema } from "../../functions/digest/edition/schema.ts";
import { weekKeys } from "../../functions/digest/keys.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { readHead } from "../../functions/digest/snapshot/head.ts";
import { readSnapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { selectFor } from "../../functions/digest/topics/select.ts";
import { isWeekly, type Topic } from "../../functions/digest/topics/topics.ts";
import { type Finding, notChecked, ok, reasonOf, warning } from "./finding.ts";

/** Runs that are looked at, the last first; quiet ones too, of which nothing can be told. */
const MAX_RUNS = 7;

const SUBJECT = "topics in past editions";

/**
 * Which topics let in nothing of the last editions that had changes, nor of the weeks that these ended: a weekly topic is held against each day
 * as well, so that it need not wait for its week. Looks no further back than it must: two GETs a run, three with weekly topics, and one for
 * the head. Nothing to say before the first run.
 */
export async function checkEditions(
  topics: readonly Topic[],
  state: ObjectStore,
): Promise<readonly Finding[]> {
  try {
    const { empty, tried, weeks } = await emptyTopics(topics, state);
    if (tried === 0) {
      return [];
    }
    const editions = `the last ${tried === 1 ? "edition" : `${tried} editions`} with changes`;
    return empty.length === 0
      ? [
          ok(
            SUBJECT,
            `each topic matches something in ${editions}${weeks > 0 ? ", or in that of a week" : ""}`,
          ),
        ]
      : empty.map((topic) => warning(`topic ${topic.name}`, wordsFor(topic, editions, weeks)));
  } catch (error) {
    return [notChecked(SUBJECT, reasonOf(error))];
  }
}

const ADVICE =
  "if that is not what you expect, npm run digest -- --explain says why, on a copy of the stories";

/** What changed little by little may be much in a week: of a weekly topic, no day alone says that it matches nothing. */
function wordsFor({ rhythm }: Topic, editions: string, weeks: number): string {
  if (rhythm === "daily") {
    return `matches nothing in ${editions}: ${ADVICE}`;
  }
  return weeks > 0
    ? `matches nothing in ${editions}, nor in that of a week: ${ADVICE}`
    : `matches nothing in ${editions}, but no week has ended among them, and a week may add up to more`;
}

interface Tried {
  readonly empty: readonly Topic[];
  /** Editions with changes that were looked at, of days and of weeks. */
  readonly tried: number;
  readonly weeks: number;
}

async function emptyTopics(topics: readonly Topic[], state: ObjectStore): Promise<Tried> {
  const found = await readHead(state);
  let key = found.state === "current" ? found.head.snapshot : null;
  let [empty, tried, weeks] = [topics, 0, 0];
  for (let runs = 0; runs < MAX_RUNS && key !== null && empty.length > 0; runs++) {
    const snapshot = await readSnapshot(state, key);
    const day = await readWithChanges(snapshot.edition, state);
    const week = empty.some(isWeekly)
      ? await readWithChanges(weekKeys(snapshot.edition).edition, state)
      : undefined;
    tried += day === undefined ? 0 : 1;
    weeks += week === undefined ? 0 : 1;
    empty = empty.filter((topic) => isEmptyIn(day, topic) && (!isWeekly(topic) || isEmptyIn(week, topic)));
    key = snapshot.parent;
  }
  return { empty, tried, weeks };
}

function isEmptyIn(edition: Edition | undefined, topic: Topic): boolean {
  return edition === undefined || selectFor(edition, [topic]).edition.kind === "quiet";
}

/** `undefined` for one without changes, that is gone, or that is of an older form. */
async function readWithChanges(key: string, state: ObjectStore): Promise<Edition | undefined> {
  const stored = await state.read(key);
  const json = Buffer.from(stored?.bytes ?? []).toString("utf8");
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), EditionSchema), json);
  return read.success && read.output.changes.length > 0 ? read.output : undefined;
}
