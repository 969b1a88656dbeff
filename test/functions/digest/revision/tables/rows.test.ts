import { describe, expect, it } from "vitest";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import { cpuMs } from "../../../../support/cpu-time.ts";

const LEAD = "The council of Vellmouth published its figures on Monday.";

/** The edits of two bodies, but for the sentences kept. */
function edits(before: string, after: string): readonly string[] {
  const [a, b] = [before, after].map((body) => {
    const parsed = parseStory("piers.md", Buffer.from(`# Piers\n\n${LEAD}\n\n${body}\n`, "utf8"));
    if (isUnreadable(parsed)) {
      throw new Error(`cannot read the story: ${parsed.unreadable}`);
    }
    return parsed;
  });
  if (a === undefined || b === undefined) {
    throw new Error("two stories are compared");
  }
  return compareStories(a, b).edits.flatMap((edit) => {
    const sides = [...("before" in edit ? [edit.before] : []), ...("after" in edit ? [edit.after] : [])];
    return edit.edit === "kept" ? [] : [`${edit.edit}: ${sides.join(" → ")}`];
  });
}

function table(...rows: readonly string[]): string {
  return ["| Pier | Berths | Depth |", "|---|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");
}

describe("the rows of a table", () => {
  it.each([
    [
      "removed and added where another takes a place",
      table("North | 4 | 12", "South | 6 | 12"),
      table("North | 4 | 12", "East | 6 | 12"),
      ["removed: South | 6 | 12", "added: East | 6 | 12"],
    ],
    [
      "edited where a figure changed",
      table("North | 4 | 12", "South | 6 | 12"),
      table("North | 4 | 12", "South | 9 | 12"),
      ["edited: South | 6 | 12 → South | 9 | 12"],
    ],
    [
      "edited where all but the name changed",
      table("North | 4 | soft mud", "South | 6 | 12"),
      table("North | none | bare rock", "South | 6 | 12"),
      ["edited: North | 4 | soft mud → North | none | bare rock"],
    ],
    [
      "edited where the name was made longer",
      table("South | 6 | 12"),
      table("South pier | 6 | 12"),
      ["edited: South | 6 | 12 → South pier | 6 | 12"],
    ],
    [
      "edited where a name is spelt otherwise",
      table("Vellmuth | 6 | 12"),
      table("Vellmouth | 6 | 12"),
      ["edited: Vellmuth | 6 | 12 → Vellmouth | 6 | 12"],
    ],
    [
      "edited where the name goes on and all else is the same",
      table("South Bath | 1 Elm Street | 12"),
      table("South Bath from 25 May 2026 | 1 Elm Street | 12"),
      ["edited: South Bath | 1 Elm Street | 12 → South Bath from 25 May 2026 | 1 Elm Street | 12"],
    ],
    [
      "edited where the end of the name went",
      table("Bassin nord, jusqu'au 3 mai | quai 4 | 12"),
      table("Bassin nord | quai 4 | 12"),
      ["edited: Bassin nord, jusqu'au 3 mai | quai 4 | 12 → Bassin nord | quai 4 | 12"],
    ],
    [
      "other ones where the name goes on and something else changed",
      table("South | 6 | 12"),
      table("South and the seven other piers | 9 | 14"),
      ["removed: South | 6 | 12", "added: South and the seven other piers | 9 | 14"],
    ],
    [
      "added before their fellows",
      table("South | 6 | 12"),
      table("North | 6 | 12", "South | 6 | 12"),
      ["added: North | 6 | 12"],
    ],
    [
      "edited where they are only numbered",
      table("1 | Reed | 12"),
      table("2 | Reed | 12"),
      ["edited: 1 | Reed | 12 → 2 | Reed | 12"],
    ],
    [
      "removed and added in Japanese",
      table("北埠頭 | 6 | 12"),
      table("東岸壁 | 6 | 12"),
      ["removed: 北埠頭 | 6 | 12", "added: 東岸壁 | 6 | 12"],
    ],
  ])("are %s", (_, before, after, expected) => {
    expect(edits(before, after)).toEqual(expected);
  });

  it("are compared in linear time", () => {
    const rows = (name: string) => table(...Array.from({ length: 6000 }, (_, n) => `${name} | ${n} | 12`));
    expect(cpuMs(() => edits(rows("North"), rows("South")))).toBeLessThan(15_000);
  });
});

describe("the items of a list", () => {
  it.each([
    ["a name", "- Ann Reed\n- Bo Lund", "- Ann Reed\n- Eve Moss", ["removed: Bo Lund", "added: Eve Moss"]],
    ["a thing", "- Apples\n- Pears", "- Apples\n- Plums", ["removed: Pears", "added: Plums"]],
    [
      "a line",
      "- Oil at 90 dollars\n- Minister lands in Oslo",
      "- Oil at 90 dollars\n- Ferry sinks off Vellmouth",
      ["removed: Minister lands in Oslo", "added: Ferry sinks off Vellmouth"],
    ],
    [
      "a price",
      "- Milk: 2 euros\n- Bread: 3 euros",
      "- Milk: 2 euros\n- Bread: 4 euros",
      ["edited: Bread: 3 euros → Bread: 4 euros"],
    ],
  ])("are paired only where they are alike: %s", (_, before, after, expected) => {
    expect(edits(before, after)).toEqual(expected);
  });
});

describe("a row that moved from one table to another", () => {
  const row = (name: string) =>
    `${name} | Ships that lay there on each of the last seven days, by the harbour office`;
  const tables = (...all: readonly (readonly string[])[]) =>
    all
      .map((names) => ["| Pier | What |", "|---|---|", ...names.map((name) => `| ${row(name)} |`)].join("\n"))
      .join("\n\nThe second list goes on.\n\n");
  const both = (shown: readonly string[]) => {
    const texts = (kind: string) =>
      shown.flatMap((edit) => (edit.startsWith(kind) ? [edit.slice(kind.length)] : []));
    const added = texts("added: ");
    return texts("removed: ").filter((text) => added.includes(text));
  };

  it.each([
    [
      [["North 13 to 17", "North 18 to 24", "South 13 to 17"], ["North 18 to 24"]],
      [["North 25 to 34", "South 13 to 17", "South 18 to 24"], ["North 13 to 17"]],
    ],
    [
      [["a1", "a2", "b1"], ["a2"]],
      [["a3", "b1", "b2"], ["a1"]],
    ],
    [
      [["a1", "a2", "b1"], ["a2"]],
      [["a1"], ["a3", "b1", "b2"]],
    ],
    [
      [
        ["a1", "a2"],
        ["b1", "b2", "a3"],
      ],
      [["b1"], ["a2", "b3", "a1"]],
    ],
  ])(
    "is not told as removed and as added, though another like it took its place: %j → %j",
    (before, after) => {
      expect(both(edits(tables(...before), tables(...after)))).toEqual([]);
    },
  );

  it("is, where there is one less of it", () => {
    const shown = edits(tables(["a1", "a2"], ["a1", "b1"]), tables(["a2", "b2"], ["a1", "b1"]));
    expect(shown.filter((edit) => edit.startsWith("removed"))).toEqual([`removed: ${row("a1")}`]);
  });
});

describe("code", () => {
  it("too long to be read whole is shown by the lines around its change", () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `let berth${n} = open(${n});`);
    const code = (changed: string) => `\`\`\`\n${lines.with(900, changed).join("\n")}\n\`\`\``;
    const [before, after] = [code("let berth900 = open(900);"), code("let berth900 = close(900);")].map(
      (body) => parseStory("piers.md", Buffer.from(`# Piers\n\n${LEAD}\n\n${body}\n`, "utf8")),
    );
    if (before === undefined || after === undefined || isUnreadable(before) || isUnreadable(after)) {
      throw new Error("cannot read the stories");
    }
    const revision = compareStories(before, after);
    const [edit] = revision.edits.filter(({ edit: kind }) => kind !== "kept");
    expect(revision.truncated).toBe(false);
    expect(edit?.edit === "edited" && edit.words?.filter(({ type }) => type !== "kept")).toEqual([
      { type: "removed", text: "open" },
      { type: "added", text: "close" },
    ]);
  });
});
