import { describe, expect, it } from "vitest";
import type { Edition, EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { createRig, type Rig, textOf } from "../../../support/rig.ts";
import { currentSnapshot, leftBehind } from "../../../support/unfinished.ts";

type Corpus = Readonly<Record<string, string>>;

const slotOf = (day: number): string =>
  new Date(Date.UTC(2026, 10, 20 + day, 7)).toISOString().replace(".000", "");

const WEIR = [
  "Weir at Ilford to be rebuilt",
  "",
  "The weir at Ilford will be rebuilt for 300 marks a foot, the river board said. The fish pass stays where it is.",
  "",
  "Anglers had asked for a wider pass. The board will count the fish for a year before it decides.",
].join("\n");
const EDITED = WEIR.replace("300", "450");
const HALL = [
  "Dance hall sold to a brewer",
  "",
  "A brewer has bought the old dance hall on Mill Street. He wants to age his beer under the stage.",
].join("\n");
const QUIET = {
  "z.txt": "Nothing new at the lock\n\nThe keeper of the lock opened it twice. A barge went through.",
};

/** A corpus lived through, day by day. */
interface Days {
  readonly rig: Rig;
  /** The edition of the next day, with these stories and nothing else. */
  next(corpus: Corpus): Promise<Edition>;
}

function startDays(environment: Readonly<Record<string, string>> = {}): Days {
  const rig = createRig({ environment });
  let [day, before]: [number, Corpus] = [0, {}];
  return {
    rig,
    async next(corpus) {
      for (const key of Object.keys(before)) {
        if (!(key in corpus)) {
          await rig.corpus.remove(key);
        }
      }
      await rig.put(Object.fromEntries(Object.entries(corpus).filter(([key, text]) => before[key] !== text)));
      before = corpus;
      day += 1;
      return await rig.edition(await rig.run(slotOf(day - 1)));
    },
  };
}

async function lastDay(...days: readonly Corpus[]): Promise<readonly EditionChange[]> {
  const { next } = startDays();
  let changes: readonly EditionChange[] = [];
  for (const corpus of days) {
    ({ changes } = await next({ ...QUIET, ...corpus }));
  }
  return changes;
}

describe("a story that was gone", () => {
  const cases: readonly (readonly [string, Corpus, readonly object[]])[] = [
    [
      "is back as it was",
      { "weir.txt": WEIR },
      [{ change: "returned", key: "weir.txt", goneSince: slotOf(1), firstSeen: slotOf(0) }],
    ],
    ["is back with another form", { "weir.txt": `${WEIR}  \n\n` }, [{ change: "returned", key: "weir.txt" }]],
    [
      "is back with another figure",
      { "weir.txt": EDITED },
      [
        {
          change: "returned",
          key: "weir.txt",
          firstSeen: slotOf(0),
          revision: { kind: "substantive", facts: [{ before: "300", after: "450" }] },
        },
      ],
    ],
    [
      "is back rewritten, with its headline",
      { "weir.txt": `${WEIR.split("\n")[0]}\n\nWork has begun. Two cranes stand in the river.` },
      [{ change: "returned", key: "weir.txt", revision: { kind: "rewritten" } }],
    ],
    [
      "is back under another key",
      { "river/weir.txt": WEIR },
      [{ change: "returned", key: "river/weir.txt", renamedFrom: "weir.txt", firstSeen: slotOf(0) }],
    ],
    [
      "is back under another key, edited",
      { "river/weir.txt": EDITED },
      [
        {
          change: "returned",
          key: "river/weir.txt",
          renamedFrom: "weir.txt",
          revision: { kind: "substantive" },
        },
      ],
    ],
    [
      "is back twice, once under another key",
      { "weir.txt": WEIR, "a.txt": WEIR },
      [
        { change: "added", key: "a.txt" },
        { change: "returned", key: "weir.txt" },
      ],
    ],
    [
      "is still gone, and its key has another story",
      { "weir.txt": HALL },
      [{ change: "added", key: "weir.txt", firstSeen: slotOf(2) }],
    ],
    ["is still gone, and another story is new", { "hall.txt": HALL }, [{ change: "added", key: "hall.txt" }]],
  ];
  it.each(cases)("%s", async (_, corpus, expected) => {
    expect(await lastDay({ "weir.txt": WEIR }, {}, corpus)).toMatchObject(expected);
  });

  it("is told with its absence, and with what changed, in both parts of the mail", async () => {
    const { next, rig } = startDays();
    await next({ ...QUIET, "hall.txt": HALL, "weir.txt": WEIR });
    await next(QUIET);
    await next(QUIET);
    await next({ ...QUIET, "hall.txt": HALL, "weir.txt": EDITED });
    const { text = "", html = "", subject = "" } = rig.inbox.at(-1) ?? {};
    expect(text).toContain("2 back");
    expect(text).toMatch(/Was gone from 21 to 23 November; content changed: 1 of 4 sentences\n {2}edited\n/);
    expect(text).toMatch(/- Dance hall sold to a brewer\n {2}Was gone from 21 to 23 November\.\n/);
    expect(html).toContain("Was gone from 21 to 23 November");
    expect(html).toMatch(/300.*→.*450/s);
    expect(subject).toBe("Back: Weir at Ilford to be rebuilt · 1 more");
  });

  it("goes back to an earlier text", async () => {
    const changes = await lastDay({ "weir.txt": WEIR }, { "weir.txt": EDITED }, {}, { "weir.txt": WEIR });
    expect(changes).toMatchObject([{ change: "returned", revertedTo: slotOf(0), firstSeen: slotOf(0) }]);
  });

  it("is reverted if it goes back to an earlier text after its return", async () => {
    const changes = await lastDay({ "weir.txt": WEIR }, {}, { "weir.txt": EDITED }, { "weir.txt": WEIR });
    expect(changes).toMatchObject([{ change: "reverted", revertedTo: slotOf(0), firstSeen: slotOf(0) }]);
  });

  it("comes back to its key from another story, which is then gone", async () => {
    const days = [{ "weir.txt": WEIR }, { "weir.txt": HALL }, { "weir.txt": WEIR }];
    expect(await lastDay(...days)).toMatchObject([
      { change: "removed", key: "weir.txt", headline: "Dance hall sold to a brewer" },
      { change: "returned", key: "weir.txt", goneSince: slotOf(1), firstSeen: slotOf(0) },
    ]);
    expect(await lastDay(...days, { "weir.txt": WEIR, "hall.txt": HALL })).toMatchObject([
      {
        change: "returned",
        key: "hall.txt",
        renamedFrom: "weir.txt",
        goneSince: slotOf(2),
        firstSeen: slotOf(1),
      },
    ]);
  });

  it("is a line, not news, once it has gone and come back three times, and while it goes on", async () => {
    const { next } = startDays();
    const told: string[] = [];
    for (let day = 0; day < 10; day += 1) {
      const { changes, unstable } = await next(day % 2 === 0 ? { ...QUIET, "weir.txt": WEIR } : QUIET);
      const news = changes.filter(({ key }) => key === "weir.txt").map(({ change }) => change);
      told.push(
        [
          ...news,
          ...unstable.map(({ absences, gone }) => `unstable ${absences} ${gone ?? ""}`.trim()),
        ].join(),
      );
    }
    expect(told.slice(1)).toEqual([
      "removed",
      "returned",
      "removed",
      "returned",
      "removed",
      "unstable 3",
      "unstable 3 true",
      "unstable 4",
      "unstable 4 true",
    ]);
  });

  it("counts as gone for the guard on mass removals although it is a line", async () => {
    const { next } = startDays();
    const many = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`${at}.txt`, `${HALL} Number ${at}.`]),
    );
    await next({ ...QUIET, ...many });
    for (let time = 0; time < 3; time += 1) {
      for (const left of [5, 0]) {
        await next({ ...QUIET, ...Object.fromEntries(Object.entries(many).slice(0, left)) });
      }
      await next({ ...QUIET, ...many });
    }
    await expect(next(QUIET)).rejects.toThrow("refused to remove 10 of 11 stories");
  });
});

describe("the memory of absent stories", () => {
  it.each([
    ["1", 1, "returned"],
    ["1", 3, "added"],
    ["0", 1, "added"],
    ["2", 2, "returned"],
  ])("lasts as long as remember=%s: after %i days a story is %s", async (remember, days, change) => {
    const { next } = startDays({ REMEMBER: remember });
    await next({ ...QUIET, "weir.txt": WEIR });
    for (let day = 0; day < days; day += 1) {
      await next(QUIET);
    }
    const { changes } = await next({ ...QUIET, "weir.txt": WEIR });
    expect(changes).toMatchObject([{ change, key: "weir.txt" }]);
  });

  it("costs an unchanged run nothing: no GET, no PUT, the same object", async () => {
    const { next, rig } = startDays();
    await next({ ...QUIET, "weir.txt": WEIR });
    await next(QUIET);
    const { absent } = await currentSnapshot(rig);
    expect(absent).toMatchObject({ count: 1 });
    const read: string[] = [];
    const state = {
      ...rig.state,
      read: (key: string, range?: Parameters<typeof rig.state.read>[1]) => {
        read.push(key);
        return rig.state.read(key, range);
      },
    };
    await rig.run(slotOf(2), { state });
    expect((await currentSnapshot(rig)).absent).toEqual(absent);
    expect(read).not.toContain(absent?.key);
  });

  it("is replaced when it changes, and the former object superseded", async () => {
    const { next, rig } = startDays();
    await next({ ...QUIET, "weir.txt": WEIR, "hall.txt": HALL });
    await next({ ...QUIET, "hall.txt": HALL });
    const first = (await currentSnapshot(rig)).absent;
    await next(QUIET);
    expect((await currentSnapshot(rig)).absent).toMatchObject({ count: 2 });
    expect(await rig.state.tags(first?.key ?? "")).toEqual({ superseded: "true" });
    await next({ ...QUIET, "weir.txt": WEIR, "hall.txt": HALL });
    expect((await currentSnapshot(rig)).absent).toBeNull();
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("begins with the first run of this code: snapshots without it are read", async () => {
    const { next, rig } = startDays();
    await next({ ...QUIET, "weir.txt": WEIR, "hall.txt": HALL });
    const key = JSON.parse(await textOf(rig.state, "head.json")).snapshot;
    const { absent: _, ...before } = JSON.parse(await textOf(rig.state, key));
    await rig.state.write(key, Buffer.from(JSON.stringify(before)));
    await next({ ...QUIET, "hall.txt": HALL });
    const { changes } = await next({ ...QUIET, "weir.txt": WEIR, "hall.txt": HALL });
    expect(changes).toMatchObject([{ change: "returned", key: "weir.txt" }]);
  });
});
