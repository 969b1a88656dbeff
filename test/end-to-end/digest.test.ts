import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { createDesk, type Desk, inboxOf } from "../support/command.ts";
import { readerText } from "../support/reader-text.ts";
import { SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
const FERRY = "vellmouth-ferry-breakwater.txt";
const TOLL = "rose to 12 on Tuesday night";

function edit(desk: Desk, key: string, before: string, after: string): void {
  const path = join(desk.corpus, key);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
}

/** A day's news: one figure edited, one story new, one renamed, one deleted. */
function editTheCorpus(desk: Desk): void {
  edit(desk, FERRY, TOLL, TOLL.replace("12", "19"));
  writeFileSync(
    join(desk.corpus, "library.txt"),
    "Town library opens on Sundays\n\nThe town library opens on Sundays from January. The council pays two more librarians.\n",
  );
  renameSync(
    join(desk.corpus, "vellmouth-ferry-flash.txt"),
    join(desk.corpus, "vellmouth-ferry-bulletin.txt"),
  );
  rmSync(join(desk.corpus, "zakharova-announces-visit.txt"));
}

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
    "added library.txt",
    "removed zakharova-announces-visit.txt",
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

  it("saves the email as received, with the figure before and after in HTML and text", async () => {
    const desk = createDesk(temporaryFolder());
    await desk.digest(DAY1);
    editTheCorpus(desk);
    const answer = await desk.digest(DAY2);
    const mail = await PostalMime.parse(desk.saved(answer, "message.eml"));
    const [html, text] = [desk.saved(answer, "digest.html"), desk.saved(answer, "digest.txt")];
    expect(mail.to?.map(({ address }) => address)).toEqual(["reader@example.com"]);
    expect(mail.html?.replaceAll("\r\n", "\n").trim()).toBe(html.trim());
    expect(mail.text?.replaceAll("\r\n", "\n").trim()).toBe(text.trim());
    for (const words of [readerText(html), text]) {
      expect(words).toMatch(/12\s*→\s*19/);
    }
  });

  it("sends each recipient a separate email", async () => {
    const desk = createDesk(temporaryFolder());
    await desk.digest(DAY1, "--recipients", "ann@example.org,bob@example.org");
    expect(inboxOf(desk).toSorted()).toEqual(["ann@example.org", "bob@example.org"]);
  });
});
