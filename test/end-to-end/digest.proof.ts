import { describe, expect, it } from "vitest";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { createDesk, type Desk, inboxOf } from "../support/command.ts";
import { SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { edit, editTheCorpus, FERRY, TOLL } from "./edits.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

/** Four days at a desk; returns the bytes of each edition. */
async function fourDays(desk: Desk, ...more: readonly string[]): Promise<readonly string[]> {
  const editions: string[] = [];
  const day = async (slot: string, outcome: string): Promise<Edition> => {
    const answer = await desk.digest(slot, ...more);
    expect(answer).toMatchObject({ slot, outcome });
    editions.push(desk.saved(answer, "edition.json"));
    return JSON.parse(editions.at(-1) ?? "");
  };

  const baseline = await day(DAY1, "sent");
  expect(baseline).toMatchObject({ kind: "baseline", counts: { stories: 12 } });

  expect(await day(DAY2, "quiet")).toMatchObject({ kind: "quiet", changes: [] });
  expect(inboxOf(desk)).toHaveLength(1);

  editTheCorpus(desk);
  const busy = await day(DAY3, "sent");
  expect(busy.changes.map(({ change, key }) => `${change} ${key}`)).toEqual([
    `revised ${FERRY}`,
    "removed zakharova-announces-visit.txt",
    "added library.txt",
    "renamed vellmouth-ferry-bulletin.txt",
  ]);
  expect(busy.changes[0]?.revision?.facts).toEqual([
    expect.objectContaining({ kind: "number", before: "12", after: "19" }),
  ]);

  const again = await desk.digest(DAY3, ...more);
  expect(again).toMatchObject({ slot: DAY3, outcome: "already done" });
  expect(inboxOf(desk)).toHaveLength(2);

  edit(desk, FERRY, TOLL.replace("12", "19"), TOLL);
  const back = await day(DAY4, "sent");
  expect(back.changes.map(({ change, key, revertedTo }) => [change, key, revertedTo])).toEqual([
    ["reverted", FERRY, DAY1],
  ]);
  return editions;
}

describe("npm run digest", () => {
  it("reports four days correctly, and the deployed bundle gives the same bytes", async () => {
    const source = createDesk(temporaryFolder());
    const bundled = createDesk(temporaryFolder());
    expect(await fourDays(bundled, "--bundle")).toEqual(await fourDays(source));
  });
});
