import * as v from "valibot";
import { type Edition, EditionSchema } from "../../functions/digest/edition/schema.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { readHead } from "../../functions/digest/snapshot/head.ts";
import { readSnapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { selectFor } from "../../functions/digest/topics/select.ts";
import type { Topic } from "../../functions/digest/topics/topics.ts";
import { type Finding, notChecked, ok, reasonOf, warning } from "./finding.ts";

/** Runs that are looked at, the last first; quiet ones too, of which nothing can be told. */
const MAX_RUNS = 7;

const SUBJECT = "topics in past editions";

/**
 * Which topics had nothing in any of the last editions that had changes. Looks no further back than it must: two GETs a run, and one for the head;
 * nothing to say before the first run.
 */
export async function checkEditions(
  topics: readonly Topic[],
  state: ObjectStore,
): Promise<readonly Finding[]> {
  try {
    const { empty, tried } = await emptyTopics(topics, state);
    if (tried === 0) {
      return [];
    }
    const editions = tried === 1 ? "the last edition" : `the last ${tried} editions`;
    return empty.length === 0
      ? [ok(SUBJECT, `each topic had something in ${editions}`)]
      : empty.map(({ name }) =>
          warning(
            `topic ${name}`,
            `had nothing in ${editions} with changes: if that is not what you expect, npm run digest -- --explain says why of each change`,
          ),
        );
  } catch (error) {
    return [notChecked(SUBJECT, reasonOf(error))];
  }
}

async function emptyTopics(
  topics: readonly Topic[],
  state: ObjectStore,
): Promise<{ readonly empty: readonly Topic[]; readonly tried: number }> {
  const found = await readHead(state);
  let key = found.state === "current" ? found.head.snapshot : null;
  let [empty, tried] = [topics, 0];
  for (let runs = 0; runs < MAX_RUNS && key !== null && empty.length > 0; runs++) {
    const snapshot = await readSnapshot(state, key);
    const edition = await readEdition(snapshot.edition, state);
    if (edition !== undefined && edition.changes.length > 0) {
      tried += 1;
      empty = empty.filter((topic) => selectFor(edition, [topic]).edition.kind === "quiet");
    }
    key = snapshot.parent;
  }
  return { empty, tried };
}

/** `undefined` for one that is gone, or of an older form. */
async function readEdition(key: string, state: ObjectStore): Promise<Edition | undefined> {
  const stored = await state.read(key);
  const json = Buffer.from(stored?.bytes ?? []).toString("utf8");
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), EditionSchema), json);
  return read.success ? read.output : undefined;
}
