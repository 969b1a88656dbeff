import { describe, expect, test } from "vitest";
import { alignBlocks } from "../../../../functions/digest/revision/align/align.ts";
import { toEdits } from "../../../../functions/digest/revision/edits.ts";
import type { Edit } from "../../../../functions/digest/revision/types.ts";
import { fc } from "../../../support/laws.ts";
import { body } from "./arbitraries.ts";

const long =
  "The ferry will run every ten minutes from six, and tickets will be free for residents until the bridge opens.";
const halves = [
  "The ferry will run every ten minutes from six.",
  "Tickets will be free for residents until the bridge opens.",
];
const zhLong = "渡轮从早上六点起每十分钟一班,在大桥重新开放之前,居民可以免费乘坐。";
const zhHalves = ["渡轮从早上六点起每十分钟一班。", "在大桥重新开放之前,居民可以免费乘坐。"];

function editsOf(before: readonly string[], after: readonly string[]): readonly Edit[] {
  return toEdits(before, after, alignBlocks(before, after)).edits;
}

/** One side of an inline diff, as text. */
function sideOf(edit: Edit | undefined, side: "removed" | "added"): string | undefined {
  if (edit?.edit !== "edited") {
    return undefined;
  }
  return edit.words
    ?.filter(({ type }) => type === "kept" || type === side)
    .map(({ text }) => text)
    .join("");
}

describe("toEdits", () => {
  test.each([
    ["a split sentence", [long], halves, " "],
    ["a merged sentence", halves, [long], " "],
    ["a split sentence in a script without spaces", [zhLong], zhHalves, ""],
    ["a merged sentence in a script without spaces", zhHalves, [zhLong], ""],
  ])("reports %s as one edit with its parts and an inline diff of the whole", (_, from, to, space) => {
    const [before, after] = [from.join(space), to.join(space)];
    const [edit, ...more] = editsOf(from, to);
    expect(more).toEqual([]);
    expect(edit).toMatchObject({ edit: "edited", before, after, parts: { before: from, after: to } });
    expect([sideOf(edit, "removed"), sideOf(edit, "added")]).toEqual([before, after]);
  });

  test("has no parts if one sentence stayed one", () => {
    const [edit] = editsOf([long], [long.replace("ten", "twelve")]);
    expect(edit?.edit).toBe("edited");
    expect(edit).not.toHaveProperty("parts");
  });

  test("marks the changed characters in a script without spaces", () => {
    const [edit] = editsOf(["港の火災で12人が死亡した。"], ["港の火災で19人が死亡した。"]);
    expect(edit).toMatchObject({
      words: [
        { type: "kept", text: "港の火災で" },
        { type: "removed", text: "12" },
        { type: "added", text: "19" },
        { type: "kept", text: "人が死亡した。" },
      ],
    });
  });

  test("joined parts equal the sides, and one side is a single sentence", () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        for (const edit of editsOf(before, after)) {
          if (edit.edit !== "edited" || edit.parts === undefined) {
            continue;
          }
          expect(edit.parts.before.join(" ")).toBe(edit.before);
          expect(edit.parts.after.join(" ")).toBe(edit.after);
          expect(Math.min(edit.parts.before.length, edit.parts.after.length)).toBe(1);
          expect(Math.max(edit.parts.before.length, edit.parts.after.length)).toBeGreaterThan(1);
        }
      }),
      { seed: 14 },
    );
  });
});
