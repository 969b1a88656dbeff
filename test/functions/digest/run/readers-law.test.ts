import { expect, it } from "vitest";
import { drawSome, type Random, seededRandom } from "../../../../bench/data/random.ts";
import { toldAs } from "../../../../functions/digest/changes/order.ts";
import type { Edition, EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { weekKeys } from "../../../../functions/digest/keys.ts";
import type { Mail } from "../../../../functions/digest/ports.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { reach } from "../../../support/reach.ts";
import { readerText } from "../../../support/reader-text.ts";
import { createRig, keysOf, type Rig } from "../../../support/rig.ts";
import { createModel, type Model } from "../../../support/story-life.ts";
import { writeText } from "../../../support/story-texts.ts";

/** From a Friday to the Tuesday of the week after next: two weeks end. */
const DAYS = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31].map((day) =>
  `2026-11-${day}T07:00:00Z`.replace("-11-31", "-12-01"),
);

/** What happens on a day, and on the next ones: on some nothing. */
const OPERATIONS = [5, 0, 8] as const;

/** A topic by what this test knows of it. */
interface Wish {
  readonly name: string;
  readonly keys: readonly string[];
  readonly kinds: readonly ("new" | "revised" | "removed")[];
  readonly rhythm: "daily" | "weekly";
}

interface Choice {
  readonly address: string;
  /** `undefined`: everything. */
  readonly wishes: readonly Wish[] | undefined;
}

function drawWish(n: number, random: Random): Wish {
  const keys = drawSome(["a/", "m/", "z/"], Math.floor(random() * 3), random);
  const kinds = drawSome(["new", "revised", "removed"] as const, Math.floor(random() * 3), random);
  return { name: `t${n}`, keys, kinds, rhythm: random() < 0.5 ? "daily" : "weekly" };
}

function drawChoices(wishes: readonly Wish[], random: Random): readonly Choice[] {
  return Array.from({ length: 6 }, (_, n) => ({
    address: `reader${n}@example.org`,
    wishes: n === 0 ? undefined : drawSome(wishes, 1 + Math.floor(random() * 3), random),
  }));
}

function wants({ keys, kinds }: Wish, change: EditionChange): boolean {
  const kind = toldAs(change);
  const isThere =
    keys.length === 0 || namesOf(change).some((name) => keys.some((key) => name.startsWith(key)));
  return isThere && (kinds.length === 0 || kinds.some((each) => each === (kind === "added" ? "new" : kind)));
}

const namesOf = ({ key, renamedFrom = key }: Pick<EditionChange, "key" | "renamedFrom">) => [
  key,
  renamedFrom,
];

interface Told {
  readonly day: Edition;
  readonly week: Edition | undefined;
}

/** The changes that a reader is to be told of: those of the day, and of the week what the day does not tell. */
function expectedFor({ wishes }: Choice, { day, week }: Told): readonly EditionChange[] {
  const by = (rhythm: Wish["rhythm"], changes: readonly EditionChange[]) =>
    changes.filter((change) => wishes?.some((wish) => wish.rhythm === rhythm && wants(wish, change)) ?? true);
  const own = by("daily", day.changes);
  const isTold = new Set(own.flatMap(namesOf));
  const ofWeek = wishes === undefined ? [] : by("weekly", week?.changes ?? []);
  return [...own, ...ofWeek.filter((change) => !namesOf(change).some((name) => isTold.has(name)))];
}

/** What an email may name besides: stories that are named only, and from where a story moved. */
function besides({ day, week }: Told, changes: readonly EditionChange[]): ReadonlySet<string> {
  const named = [day, week].flatMap((edition) => [
    ...(edition?.unstable ?? []),
    ...(edition?.cosmetic ?? []),
    ...(edition?.passing ?? []),
  ]);
  return new Set([...named.map(({ key }) => key), ...changes.flatMap(namesOf)]);
}

async function toldOf(rig: Rig, key: string): Promise<Told> {
  const { edition } = weekKeys(key);
  const hasWeek = (await keysOf(rig.state)).includes(edition);
  return {
    day: await readEdition(rig.state, key),
    week: hasWeek ? await readEdition(rig.state, edition) : undefined,
  };
}

interface Case {
  readonly slot: string;
  readonly choice: Choice;
  readonly told: Told;
  /** Of all stories that there ever were. */
  readonly keys: readonly string[];
}

function judge(mails: readonly Mail[], { slot, choice, told, keys }: Case): void {
  const expected = expectedFor(choice, told);
  const of = `${slot} to ${choice.address}`;
  expect([of, mails.length]).toEqual([of, expected.length > 0 ? 1 : 0]);
  const may = besides(told, expected);
  for (const mail of mails) {
    const [text, html] = [mail.text, readerText(mail.html)].map((part) =>
      keys.filter((key) => part.includes(key)),
    );
    expect([of, html]).toEqual([of, text]);
    expect(text).toEqual(expect.arrayContaining(expected.map(({ key }) => key)));
    expect(text?.filter((key) => !may.has(key))).toEqual([]);
  }
}

function recipientOf({ address, wishes }: Choice): string {
  return wishes === undefined ? address : `${address}#${wishes.map(({ name }) => name).join("+")}`;
}

/** Lives a day of the model, and returns what its run tells. */
async function liveDay(rig: Rig, model: Model, slot: string): Promise<Told> {
  const before = [...model.corpus.keys()];
  if (before.length === 0) {
    model.world.begin(slot);
    model.world.operate(9, ["add"]);
  } else {
    model.live(slot, OPERATIONS[DAYS.indexOf(slot) % OPERATIONS.length] ?? 0);
  }
  for (const key of before.filter((name) => !model.corpus.has(name))) {
    await rig.corpus.remove(key);
  }
  await rig.put(Object.fromEntries([...model.corpus].map(([key, text]) => [key, writeText(text)])));
  const { edition } = await runDigest({ mode: "scheduled", slot, acceptRemovals: [""] }, rig.job);
  return await toldOf(rig, edition ?? "");
}

it.each(reach([1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]))(
  "whatever readers choose, each gets one email a slot with what it has for her, and none without news: %i",
  async (seed) => {
    const random = seededRandom(seed);
    const wishes = Array.from({ length: 6 }, (_, n) => drawWish(n, random));
    const choices = drawChoices(wishes, random);
    const model = createModel(random);
    const rig = createRig({
      environment: { TOPICS: JSON.stringify(wishes), RECIPIENTS: choices.map(recipientOf).join(",") },
    });
    const keys = new Set<string>();
    let weeks = 0;
    for (const slot of DAYS) {
      const sent = rig.inbox.length;
      const told = await liveDay(rig, model, slot);
      weeks += told.week === undefined ? 0 : 1;
      for (const key of model.corpus.keys()) {
        keys.add(key);
      }
      const mails = Map.groupBy(rig.inbox.slice(sent), ({ to }) => to);
      for (const choice of choices) {
        judge(mails.get(choice.address) ?? [], { slot, choice, told, keys: [...keys] });
      }
    }
    expect(weeks).toBe(2);
    expect(rig.inbox.length).toBeGreaterThan(10);
  },
);
