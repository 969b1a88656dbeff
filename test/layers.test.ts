import { readdirSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { expect, it } from "vitest";
import { LAYERS } from "../vitest.config.ts";
import { PROJECT } from "./support/command.ts";

const FILES = readdirSync(join(PROJECT, "test"), { recursive: true })
  .map((path) => join("test", String(path)))
  .filter((path) => path.endsWith(".test.ts"));

it("every test file belongs to exactly one layer, so none is left out and none runs twice", () => {
  expect(FILES.length).toBeGreaterThan(150);
  const layersOf = (path: string): readonly string[] =>
    Object.entries(LAYERS).flatMap(([name, globs]) =>
      globs.some((glob) => matchesGlob(path, glob)) ? [name] : [],
    );
  expect(FILES.map((path) => [path, layersOf(path).length]).filter(([, count]) => count !== 1)).toEqual([]);
});
