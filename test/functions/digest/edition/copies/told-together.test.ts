import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { EditionSchema } from "../../../../../functions/digest/edition/schema.ts";
import { fc } from "../../../../support/laws.ts";
import { each, editionOf, itemsOf, type Texts, under } from "./stories.ts";

const STORIES: Texts = {
  "choir.txt":
    "Choir sings in the lock\n\nThe choir of Kell sang in the empty lock on Sunday. Some two hundred people stood on the walls.\n\nThe lock is drained once in ten years. Its gates are painted, and eels are carried to the river.\n",
  "mill.txt":
    "Mill finds a buyer\n\nThe old mill at Dorn has been sold to a family of bakers. They want to grind rye there from spring.\n\nThe wheel has not turned for a generation. A carpenter looked at it and was pleased.\n",
  "tram.txt":
    "Tram waits for its bridge\n\nThe tram to Hillside will not run before winter, the transport office said. Its bridge is late.\n\nShops along the street have put up tables. A busker plays there at noon.\n",
  "well.txt":
    "Village digs a well\n\nThe village of Ostry dug a well by hand, as the pump had failed. It took nine days.\n\nThe water is clear and cold. A priest blessed it with a few words.\n",
  "zoo.txt":
    "Zoo counts its herons\n\nThe zoo at Lenne counted its herons and found more than it had bought. Wild ones had joined them.\n\nKeepers throw fish twice a day. The wild birds know the hour.\n",
};

const OWN: readonly (readonly [was: string, now: string])[] = [
  ["Some two hundred people stood", "Some three hundred people stood"],
  ["to a family of bakers", "to a family of millers from Orse"],
  ["A busker plays there at noon", "A busker with a dog plays there at noon"],
  ["It took nine days", "It took eleven days and a night"],
  ["Wild ones had joined them", "Wild ones from the marsh had joined them"],
];

function withOwnEdits(texts: Texts): Texts {
  return each(texts, (text) => OWN.reduce((told, [was, now]) => told.replace(was, now), text));
}

function first(count: number): Texts {
  return Object.fromEntries(Object.entries(STORIES).slice(0, count));
}

const keysOf = (texts: Texts): string => Object.keys(texts).join(" ");
const added = (words: string) => (text: string) => `${text}\n${words}\n`;
const inFirst = (words: string) => (text: string) => text.replace("\n\n", `\n\n${words} `);

const NOTICE = "Readers are asked to note that the archive of this page will close on 3 December.";

const SAME: readonly (readonly [what: string, change: (text: string, key: string) => string])[] = [
  ["a notice behind two stories", added(NOTICE)],
  ["a notice in the first paragraph", inFirst(NOTICE)],
  ["a notice here in a paragraph, there alone", (text, key) => (key < "n" ? added : inFirst)(NOTICE)(text)],
  ["a link line", added("Read more in our guide to the waters of Orla")],
  ["a notice in French", added("Les archives de cette page fermeront le 3 décembre à Vellmont.")],
  ["a notice in German", added("Das Archiv dieser Seite schließt am 3. Dezember um Mitternacht.")],
  ["a notice in Spanish", added("El archivo de esta página cerrará el 3 de diciembre en Vellmar.")],
  ["a notice in Russian", added("Архив этой страницы закроется 3 декабря в полночь.")],
  ["a notice in Chinese", added("本页面的档案将于十二月三日关闭，请读者及时保存所需内容。")],
  ["a notice in Arabic", added("سيغلق أرشيف هذه الصفحة في الثالث من ديسمبر عند منتصف الليل.")],
  [
    "a notice with other quotation marks",
    (text, key) =>
      added(
        key < "n"
          ? "The “Orla Guide” closes on 3 December for all readers."
          : 'The "Orla Guide" closes on 3 December for all readers.',
      )(text),
  ],
];

describe("the same edit in stories that differ is one item", () => {
  it.each(SAME)("%s", (what, change) => {
    const before = first(what.includes("two stories") ? 2 : 3);
    const edition = editionOf(before, each(before, change));
    expect(itemsOf(edition)).toEqual([keysOf(before)]);
    expect(edition.items?.revised).toBe(1);
    expect(edition.counts.revised).toBe(Object.keys(before).length);
    expect(edition.sharedEdits).toBeUndefined();
  });

  it.each([
    ["a passage that went", NOTICE, ""],
    [
      "a passage replaced by another",
      NOTICE,
      "The archive is closed. Copies can be ordered from the Orla library.",
    ],
    ["a name", "The archive is kept by Acme.", "The archive is kept by Corrant."],
    ["a figure in three stories", "It costs 12 crowns.", "It costs 19 crowns."],
    ["a date", "It opens on 3 March.", "It opens on 5 March."],
    ["a hedge", "The road will be closed.", "The road may be closed."],
    ["a French line", "L’accès au fonds reste gratuit pour tous.", "L’accès au fonds coûte 12 euros par an."],
    ["a German line", "Der Zugang bleibt für alle frei.", "Der Zugang kostet 12 Kronen im Jahr."],
  ])("%s", (_, was, now) => {
    const before = each(first(3), added(was));
    const edition = editionOf(before, each(first(3), added(now)));
    expect(itemsOf(edition)).toEqual([keysOf(before)]);
  });
});

describe("edits that are not the same stay apart:", () => {
  const separate = (before: Texts, after: Texts) =>
    expect(itemsOf(editionOf(before, after))).toEqual(Object.keys(before));

  it.each([
    ["a small word in two stories", "It is by the gate.", "It is by a gate."],
    ["a small word in three stories", "He is in the hall.", "He is at the hall."],
  ])("%s", (what, was, now) => {
    const stories = first(what.includes("two") ? 2 : 3);
    separate(each(stories, added(was)), each(stories, added(now)));
  });

  it("a figure that happens to change alike in two stories", () => {
    const before = {
      "a.txt": `${STORIES["choir.txt"]}\nThe fire killed 12 people.\n`,
      "b.txt": `${STORIES["mill.txt"]}\nThe pie costs 12 crowns.\n`,
    };
    separate(
      before,
      each(before, (text) => text.replace("12", "19")),
    );
  });

  it("two notices", () => {
    const before = first(2);
    separate(
      before,
      each(before, (text, key) =>
        added(`${NOTICE} It is kept in ${key === "mill.txt" ? "Dorn" : "Kell"}.`)(text),
      ),
    );
  });

  it("the same notice under a headline that changed as well", () => {
    const before = first(2);
    separate(
      before,
      each(before, (text) =>
        added(NOTICE)(text.replace("Choir sings in the lock", "Nine hurt as lock gate falls")),
      ),
    );
  });
});

describe("copies that were revised together", () => {
  const text = STORIES["choir.txt"] ?? "";
  const before = under("a.txt b.txt c.txt", text);

  it.each([
    ["by a small word, as lines", text.replace("the empty lock", "an empty lock"), { revised: 0, minor: 3 }],
    ["by a figure", text.replace("two hundred", "three hundred"), { revised: 1, minor: 0 }],
    [
      "from the first word to the last",
      "Night falls over Kell\n\nNobody came. The lamps went out one by one, and a dog barked at the moon.\n",
      { revised: 1, minor: 0 },
    ],
    [
      "in more sentences than are listed",
      `${text}\n${Array.from({ length: 60 }, (_, n) => `Verse ${n} was sung by ${n + 2} voices.`).join("\n\n")}\n`,
      { revised: 1, minor: 0 },
    ],
  ])("are one item with all keys: %s", (_, now, items) => {
    const edition = editionOf(
      before,
      each(before, () => now),
    );
    expect(itemsOf(edition)).toEqual(["a.txt b.txt c.txt"]);
    expect(edition.changes.map(({ copyOf }) => copyOf)).toEqual([undefined, "a.txt", "a.txt"]);
    expect(edition.items).toMatchObject(items);
  });

  it("in different ways are told apart", () => {
    const after = {
      ...before,
      "b.txt": text.replace("two hundred", "three hundred"),
      "c.txt": text.replace("eels", "pikes"),
    };
    expect(itemsOf(editionOf(before, after))).toEqual(["b.txt", "c.txt"]);
  });
});

describe("an edit that stories share which have others as well", () => {
  it("is told apart from them, and with those that have no other", () => {
    const after = each(STORIES, added(NOTICE));
    const edition = editionOf(STORIES, {
      ...after,
      ...withOwnEdits({ "choir.txt": after["choir.txt"] ?? "", "mill.txt": after["mill.txt"] ?? "" }),
    });
    const [shared] = edition.sharedEdits ?? [];
    expect(edition.sharedEdits).toHaveLength(1);
    expect(shared).toMatchObject({ edits: [{ edit: "added", after: NOTICE }], stories: 5 });
    const told = edition.changes.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    expect(told.map(({ key, sameEdit, sharedEdits }) => [key, sameEdit, sharedEdits])).toEqual([
      ["choir.txt", undefined, [shared?.id]],
      ["mill.txt", undefined, [shared?.id]],
      ["tram.txt", shared?.id, undefined],
      ["well.txt", shared?.id, undefined],
      ["zoo.txt", shared?.id, undefined],
    ]);
    expect(edition.items?.revised).toBe(3);
    expect(v.is(EditionSchema, edition)).toBe(true);
  });

  it.each([
    ["came", STORIES, each(STORIES, added(NOTICE))],
    ["went", each(STORIES, added(NOTICE)), STORIES],
    [
      "was replaced",
      each(STORIES, added(NOTICE)),
      each(STORIES, added("The Orla library keeps the archive now.")),
    ],
  ])("is told once if all of them have others and it %s", (_, before, after) => {
    const edition = editionOf(before, withOwnEdits(after));
    expect(edition.sharedEdits).toMatchObject([{ stories: 5 }]);
    expect(itemsOf(edition)).toEqual(Object.keys(STORIES));
    expect(edition.items?.revised).toBe(5);
  });

  it("is told with most of them if these have the same others too", () => {
    const more = added("The museum of Lenne lends boats to schools.");
    const edition = editionOf(STORIES, {
      ...each(STORIES, (text) => more(added(NOTICE)(text))),
      ...withOwnEdits({ "zoo.txt": added(NOTICE)(STORIES["zoo.txt"] ?? "") }),
    });
    const same = edition.changes.find(({ key }) => key === "mill.txt")?.sameEdit;
    expect(edition.sharedEdits).toMatchObject([{ stories: 5, sameEdit: same }]);
    expect(itemsOf(edition)).toEqual(["choir.txt mill.txt tram.txt well.txt", "zoo.txt"]);
  });

  it.each([
    ["only two stories have it", 2, NOTICE],
    ["it says too little", 5, "It is so."],
  ])("stays with them if %s", (_, count, words) => {
    const before = first(count);
    const edition = editionOf(before, withOwnEdits(each(before, added(words))));
    expect(edition.sharedEdits).toBeUndefined();
  });

  it("does not depend on the order of the stories", () => {
    const after = withOwnEdits(each(STORIES, added(NOTICE)));
    const expected = editionOf(STORIES, after);
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(STORIES), { minLength: 5 }), (keys) => {
        const shuffled = Object.fromEntries(keys.map((key) => [key, STORIES[key] ?? ""]));
        expect(editionOf(shuffled, after)).toEqual(expected);
      }),
      { seed: 5, numRuns: 10 },
    );
  });
});
