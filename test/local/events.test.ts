import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseEvent } from "../../functions/digest/run/request.ts";
import { PROJECT } from "../../local/runner/options.ts";

const NOW = "2000-01-01T00:00:00Z";
const EVENTS = join(PROJECT, "events");

it.each([
  ["scheduled", { mode: "scheduled", slot: NOW, acceptRemovals: [] }],
  ["eventbridge-rule", { mode: "scheduled", slot: NOW, acceptRemovals: [] }],
  ["preview", { mode: "preview", slot: NOW }],
  ["resume", { mode: "resume" }],
  ["deliver", { mode: "deliver" }],
  ["redate", { mode: "redate" }],
  ["accept-removals", { mode: "scheduled", slot: NOW, acceptRemovals: ["archive/"] }],
  [
    "ses-bounce",
    {
      mode: "feedback",
      feedback: {
        id: "4f1d0f6e-52a5-4d6b-9c1e-0b7a9a2f6c11",
        kind: "bounced",
        sentAt: "2026-11-20T07:00:04Z",
        arrivedAt: NOW,
      },
    },
  ],
])("the sample event %s asks for what its name says", (name, request) => {
  const event: unknown = JSON.parse(readFileSync(join(EVENTS, `${name}.json`), "utf8"));
  expect(parseEvent(event, NOW)).toEqual(request);
});

it("has no sample event that is not tested", () => {
  expect(readdirSync(EVENTS)).toHaveLength(8);
});

it("has no sample event with a fixed slot, which silences the digest or is done already", () => {
  for (const name of readdirSync(EVENTS)) {
    expect(JSON.parse(readFileSync(join(EVENTS, name), "utf8")), name).not.toHaveProperty("slot");
  }
});
