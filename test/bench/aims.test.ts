import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aimOf } from "../../bench/storage/aims.ts";
import { PROJECT } from "../support/command.ts";

const CHANGED = "changed: CPU, µs per story";

describe("the aim of a figure", () => {
  it("is beside what it was", () => {
    expect(aimOf(CHANGED, 1_000_000, 25)).toEqual({ before: 41, aim: 25 });
  });

  it.each([
    "unchanged: GetObject requests",
    CHANGED,
    "changed: CPU, of the SDK paginator's",
    "changed: peak RSS, MB",
  ])("has a reason where it is missed, which leads to a heading that is there: %s", (figure) => {
    const { missed = "" } = aimOf(figure, 1_000_000, 1_000);
    const [, file = "", anchor = ""] = /(docs\/\S+)#(\S+)$/.exec(missed) ?? [];
    const headings = readFileSync(join(PROJECT, file), "utf8").match(/^#+ .+$/gm) ?? [];
    expect(
      headings.map((heading) => heading.replace(/^#+ /, "").toLowerCase().replaceAll(" ", "-")),
    ).toContain(anchor);
  });

  it("is only that of as many stories as it was set for", () => {
    expect(aimOf(CHANGED, 100_000, 60)).toEqual({});
    expect(aimOf("SDK paginator: CPU, µs per story", 1_000_000, 60)).toEqual({});
  });
});
