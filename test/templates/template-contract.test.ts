import { describe, expect, it, test } from "vitest";
import { templateFiles } from "../../templates/precompile.ts";
import { exampleArchiveViews } from "../support/archives.ts";
import { exampleComparisons } from "../support/comparisons.ts";
import { exampleViews } from "../support/views.ts";
import { newWalk, type Shape, shapeOf, unusedPaths, type Walk, walkTemplate } from "./template-contract.ts";

const sources = new Map(templateFiles("mail").map(({ name, source }) => [name, source]));
const view = shapeOf(exampleViews());

function walked(...names: readonly string[]): Walk {
  const walk = newWalk(sources);
  for (const name of names) {
    walkTemplate(walk, name, view);
  }
  return walk;
}

test.each(["digest.html", "digest.txt"])("%s names only what the view has, and escapes all of it", (name) => {
  expect(walked(name).findings).toEqual([]);
});

test("the templates print every field of the view", () => {
  expect(unusedPaths(view, walked("digest.html", "digest.txt").used)).toEqual([]);
});

test("every template is reached from one of the two parts", () => {
  const { visited } = walked("digest.html", "digest.txt");
  expect([...sources.keys()].filter((name) => !visited.has(name))).toEqual([]);
});

describe("the templates of the pages", async () => {
  const pages = new Map(templateFiles("pages").map(({ name, source }) => [name, source]));
  const archive = Object.entries(await exampleArchiveViews());
  const views: readonly (readonly [name: string, view: Shape])[] = [
    ["pages/comparison.html", shapeOf(exampleComparisons())],
    ...archive.map(([name, examples]) => [`pages/archive/${name}.html`, shapeOf(examples)] as const),
  ];

  it.each(views)(
    "%s names only what its view has, escapes all of it and prints every field",
    (name, shape) => {
      const walk = newWalk(pages);
      walkTemplate(walk, name, shape);
      expect(walk.findings).toEqual([]);
      expect(unusedPaths(shape, walk.used)).toEqual([]);
    },
  );

  it("are all reached from a page", () => {
    const walk = newWalk(pages);
    for (const [name, shape] of views) {
      walkTemplate(walk, name, shape);
    }
    expect([...pages.keys()].filter((name) => !walk.visited.has(name))).toEqual([]);
  });
});

test.each([
  ["{{titel}}", "unknown path titel"],
  ["{{#if titel}}x{{/if}}", "unknown path titel"],
  ["{{#each titel}}x{{/each}}", "unknown path titel"],
  ["{{#each sections}}{{titel}}{{/each}}", "unknown path titel"],
  ["{{#each sections}}{{../title}}{{/each}}", "PathExpression is not allowed here"],
  ["{{{title}}}", "unescaped output"],
  ["{{&title}}", "unescaped output"],
  ["{{lookup this title}}", "a helper that prints"],
  ["{{sections}}", "prints a list"],
  ["{{#each title}}x{{/each}}", "each over a value"],
  ["{{#with title}}x{{/with}}", "block with is not allowed"],
  ["{{#if title}}{{else}}{{titel}}{{/if}}", "unknown path titel"],
  ["{{> nowhere}}", "nowhere: no such template"],
  ["{{@root}}", "unknown variable @root"],
])("the walk finds what is wrong with %s", (source, finding) => {
  const walk = newWalk(new Map([["wrong", source]]));
  walkTemplate(walk, "wrong", view);
  expect(walk.findings.join()).toContain(finding);
});
