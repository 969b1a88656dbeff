import { expect, it } from "vitest";
import { partsOf, passagesOf, weightOf } from "../../../../../functions/digest/edition/copies/passages.ts";

const edited = (before: string, after: string) => ({ edit: "edited", before, after }) as const;

it.each([
  ["a sentence with nothing in common", edited("Trains run.", "The yard was sold."), ["removed", "added"]],
  [
    "a version of it",
    edited("Port of Kell: closed.", "Port of Kell: see https://kell.example/port"),
    ["edited"],
  ],
  ["a sentence that went", { edit: "removed", before: "Trains run." } as const, ["removed"]],
])("%s has its parts", (_, edit, parts) => {
  expect(partsOf(edit).map((part) => part.edit)).toEqual(parts);
});

it("finds the same passage in a sentence of its own and within another", () => {
  const within = {
    ...edited("Trains run. Shops are open.", "Trains run. The gate is shut. Shops are open."),
    words: [
      { type: "kept", text: "Trains run. " },
      { type: "removed", text: "Shops" },
      { type: "added", text: "The gate is shut. Shops" },
      { type: "kept", text: " are open." },
    ],
  } as const;
  expect(passagesOf(within)).toEqual(passagesOf({ edit: "added", after: "The gate is shut." }));
});

it.each([
  ["the", 0],
  ["12 → 19", 2],
  ["will → may", 1],
  ["Acme → Corrant", 2],
  ["The archive closes on 3 December.", 5],
  ["本页面的档案将关闭", 5],
])("weighs %s", (passage, weight) => {
  expect(weightOf(passage)).toBe(weight);
});
