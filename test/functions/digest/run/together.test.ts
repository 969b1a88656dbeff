import { expect, it } from "vitest";
import { createRig, SLOTS } from "../../../support/rig.ts";

const RELEASE =
  "Orla Lines orders two electric ferries\n\nOrla Lines has ordered two electric ferries from the Vellmouth yard, the company said on Monday.\n\nThe ships will carry 400 passengers each. The price was not disclosed.\n";
const KEYS = "abcdefgh".split("").map((name) => `wire/${name}.txt`);
const TOWNS = ["Brand", "Dorn", "Harrow", "Kell", "Kestrel", "Lenne", "Marrow", "Orse", "Ostry", "Selby"];
const NOTICE = "Readers are asked to note that the archive of this page will close on 3 December.";

function under(keys: readonly string[], text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, text]));
}

/** A page of each town, with a notice or none; the first has been to the fair. */
function pages(notice: string, fair = "400 people"): Readonly<Record<string, string>> {
  return Object.fromEntries(
    TOWNS.map((town, place) => [
      `towns/${town}.txt`,
      `News from ${town}\n\nThe fair of ${town} was held in the rain. ${place === 0 ? fair : "Many people"} came to ${town}.\n\n${notice}\n`,
    ]),
  );
}

it("tells copies, and an edit that many stories share, once from day to day", async () => {
  const rig = createRig();
  await rig.put(pages(""));
  await rig.run(SLOTS[0]);

  await rig.put(under(KEYS, RELEASE));
  const came = await rig.edition(await rig.run(SLOTS[1]));
  expect(came.items).toMatchObject({ added: 1 });
  expect(rig.inbox.at(-1)?.subject).toBe("New: Orla Lines orders two electric ferries");
  expect(rig.inbox.at(-1)?.text).toContain("\n1 new\n");
  expect(rig.inbox.at(-1)?.text).toContain("  In 8 places\n  wire/a.txt\n  Also at wire/b.txt, wire/c.txt,");
  expect(rig.inbox.at(-1)?.text).toContain("wire/g.txt and 1 more\n");
  expect(rig.steps.findLast(({ step }) => step === "composed")?.figures).toMatchObject({ added: 1 });

  await rig.put({ ...under(KEYS, RELEASE.replace("400", "450")), ...pages(NOTICE, "900 people") });
  const changed = await rig.edition(await rig.run(SLOTS[2]));
  expect(changed.items).toMatchObject({ revised: 3 });
  expect(changed.counts).toMatchObject({ revised: 18 });
  expect(rig.inbox.at(-1)?.text).toContain("3 revised\n");
  expect(rig.inbox.at(-1)?.text).toContain("* The same edit in 10 stories\n  1 sentence added\n");
  expect(rig.inbox.at(-1)?.text.split("Added: {+Readers are asked")).toHaveLength(2);
  expect(rig.inbox.at(-1)?.text).toContain("Shown apart: 1 edit that other stories have too.");

  for (const key of KEYS) {
    await rig.corpus.remove(key);
  }
  const gone = await rig.edition(await rig.run(SLOTS[3]));
  expect(gone.items).toMatchObject({ removed: 1 });
  expect(rig.inbox.at(-1)?.subject).toBe("Removed: Orla Lines orders two electric ferries");
  expect(rig.inbox.at(-1)?.text).toContain("in 8 places\n  wire/a.txt\n");

  await rig.put(under(KEYS, RELEASE.replace("400", "450")));
  const back = await rig.edition(await rig.run("2026-11-24T07:00:00Z"));
  expect(back.items).toMatchObject({ returned: 1, added: 0 });
  expect(rig.inbox.at(-1)?.text).toContain("Was gone from 23 to 24 November; in 8 places.");
});

it("tells copies that went back to an earlier version once", async () => {
  const rig = createRig();
  for (const [slot, text] of [
    [SLOTS[0], RELEASE],
    [SLOTS[1], RELEASE.replace("400", "450")],
    [SLOTS[2], RELEASE],
  ] as const) {
    await rig.put(under(KEYS, text));
    await rig.run(slot);
  }
  expect(rig.inbox.at(-1)?.text).toContain(
    "Back to the version of 20 November; the same edit in 8 stories\n  wire/a.txt\n  Also at wire/b.txt",
  );
});

it("counts the reports of a thread without their copies, also when one of these goes", async () => {
  const rig = createRig();
  await rig.put({ "idle.txt": "Quiet day\n\nNothing happened in the harbour of Velm on this day." });
  await rig.run(SLOTS[0]);
  await rig.put(under(["wire/a.txt", "wire/b.txt", "wire/c.txt"], RELEASE));
  await rig.run(SLOTS[1]);
  await rig.corpus.remove("wire/b.txt");
  const { changes } = await rig.edition(await rig.run(SLOTS[2]));
  expect(changes).toMatchObject([{ change: "removed", key: "wire/b.txt" }]);
  expect(changes[0]).not.toHaveProperty("formerThread");
});
