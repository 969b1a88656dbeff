import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "../../support/command.ts";
import { MUTANTS } from "./mutants.ts";

const CHANGES = MUTANTS.flatMap(({ name, changes = [] }) => changes.map((change) => ({ name, ...change })));

/** A mutant whose place moved would fail in the long proof only. */
test.each(CHANGES)("the code still has the place that is changed: $name, $file", ({ file, from }) => {
  expect(readFileSync(join(PROJECT, file), "utf8").split(from)).toHaveLength(2);
});
