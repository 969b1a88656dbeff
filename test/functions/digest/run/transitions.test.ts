import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { MassRemovalError } from "../../../../functions/digest/errors.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { createRig, type Rig } from "../../../support/rig.ts";
import { writeText } from "../../../support/story-texts.ts";

const PAGE = readFileSync(new URL("../../../../docs/transitions.md", import.meta.url), "utf8");
const STORIES = 14;
const MANY = 12;

const day = (n: number): string => `2026-11-${String(n).padStart(2, "0")}T07:00:00Z`;
const keyOf = (n: number): string => `news/${String(n).padStart(2, "0")}.txt`;
const all = Array.from({ length: STORIES }, (_, n) => n);

/** What the documents say: one row, for one story or for many at once. */
interface Row {
  readonly before: string;
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly told: string;
}

const ROWS: readonly Row[] = PAGE.slice(PAGE.indexOf("| before |"))
  .split("\n\n")[0]
  ?.split("\n")
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .flatMap(([, before = "", key = "", text = "", one = "", many = ""]) => [
    { before, key, text, count: 1, told: one },
    { before, key, text, count: MANY, told: many },
  ])
  .filter(({ told }) => told !== "–") as readonly Row[];

const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  same: (n) => writeText(`${n}.0`),
  form: (n) => writeText(`${n}.0`).replaceAll(" ", "  "),
  near: (n) => writeText(`${n}.2`),
  earlier: (n) => writeText(`${n}.1`),
  "of another story": (n) => writeText(`${n + 100}.0`),
};

const lived = new Map<string, Promise<Rig>>();

/** A rig with what was before the row: several have the same, which is lived once and copied. */
async function rigFor({ before, count }: Row): Promise<Rig> {
  const life = `${before} ${count}`;
  const rig = lived.get(life) ?? liveBefore(before, count);
  lived.set(life, rig);
  return (await rig).copy();
}

/** Fourteen stories whose text changed once; those of the row are then absent, or missing with most others. */
async function liveBefore(before: string, count: number): Promise<Rig> {
  const rig = createRig({ environment: { MASS_REMOVAL_STOPS: before === "missing" ? "0" : "2" } });
  await rig.put(Object.fromEntries(all.map((n) => [keyOf(n), writeText(`${n}.1`)])));
  await run(rig, 1);
  await rig.put(Object.fromEntries(all.map((n) => [keyOf(n), writeText(`${n}.0`)])));
  await run(rig, 2);
  const gone = { there: 0, absent: count, missing: MANY }[before] ?? 0;
  for (const n of all.slice(0, gone)) {
    await rig.corpus.remove(keyOf(n));
  }
  await run(rig, 3, before === "absent" ? [""] : []);
  return rig;
}

async function run(
  rig: Rig,
  at: number,
  acceptRemovals: readonly string[] = [],
): Promise<Edition | undefined> {
  try {
    return await rig.edition(await runDigest({ mode: "scheduled", slot: day(at), acceptRemovals }, rig.job));
  } catch (error) {
    expect(error).toBeInstanceOf(MassRemovalError);
    return undefined;
  }
}

/** Lets the stories of the row be as it says; the others that are missing come back. */
async function live(rig: Rig, { before, key, text, count }: Row): Promise<Edition | undefined> {
  const others = before === "missing" ? all.slice(count, MANY) : [];
  await rig.put(Object.fromEntries(others.map((n) => [keyOf(n), writeText(`${n}.0`)])));
  for (const n of all.slice(0, count)) {
    if (!key.startsWith("same")) {
      await rig.corpus.remove(keyOf(n));
    }
    const stories = {
      same: [keyOf(n)],
      other: [`moved/${keyOf(n)}`],
      "same and other": [`copy/${keyOf(n)}`],
    }[key];
    await rig.put(Object.fromEntries((stories ?? []).map((to) => [to, TEXTS[text]?.(n) ?? ""])));
  }
  if (key === "none, for the third slot") {
    await run(rig, 4);
    await run(rig, 5);
  }
  return await run(rig, 6, key === "none, accepted" ? [""] : []);
}

/** What an edition says of its stories, in the words of the documents; all of them must have the same told. */
function toldIn(edition: Edition | undefined, { key, count }: Row): string {
  if (edition === undefined) {
    return "the run stops";
  }
  const { changes, cosmetic, missing = 0 } = edition;
  const words = Map.groupBy(changes, ({ change, revision, revertedTo }) => {
    const isAside = (change === "renamed" || change === "returned") && revision !== undefined;
    return isAside ? `${change} and ${revertedTo === undefined ? "revised" : "reverted"}` : change;
  });
  const counts = [...words].map(([word, stories]) => [word, stories.length] as const);
  const found = [
    ...counts.toSorted(([a], [b]) => (a < b ? 1 : -1)),
    ...(cosmetic.length > 0 ? [["formatting", cosmetic.length] as const] : []),
    ...(missing > 0 ? [["missing", missing] as const] : []),
  ];
  expect(found.every(([, n]) => n === count)).toBe(true);
  const isMoved = changes.every(({ renamedFrom }) => (renamedFrom !== undefined) === (key === "other"));
  expect(isMoved || changes.some(({ change }) => change === "added")).toBe(true);
  return found.map(([word]) => word).join(" and ") || "nothing";
}

describe("the table of the documents", () => {
  it("has every combination", () => {
    expect(ROWS.length).toBeGreaterThan(70);
  });

  it.each(ROWS.map((row) => [Object.values(row).join(" | "), row] as const))("holds: %s", async (_, row) => {
    const rig = await rigFor(row);
    expect(toldIn(await live(rig, row), row)).toBe(row.told);
  });
});
