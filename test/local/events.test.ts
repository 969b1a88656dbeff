import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseEvent } from "../../functions/digest/run/request.ts";
import { PROJECT } from "../../local/runner/options.ts";

const EVENTS = join(PROJECT, "events");

it.each([
  ["scheduled", { mode: "scheduled", slot: "2026-11-20T07:00:00Z", acceptRemovals: [] }],
  ["eventbridge-rule", { mode: "scheduled", slot: "2026-11-20T07:00:00Z", acceptRemovals: [] }],
  ["preview", { mode: "preview", slot: "2026-11-20T07:00:00Z" }],
  ["resume", { mode: "resume" }],
  ["deliver", { mode: "deliver" }],
  ["accept-removals", { mode: "scheduled", slot: "2026-11-21T07:00:00Z", acceptRemovals: ["archive/"] }],
  [
    "ses-bounce",
    {
      mode: "feedback",
      feedback: {
        id: "4f1d0f6e-52a5-4d6b-9c1e-0b7a9a2f6c11",
        kind: "bounced",
        sentAt: "2026-11-20T07:00:04Z",
        arrivedAt: "2000-01-01T00:00:00Z",
      },
    },
  ],
])("the sample event %s asks for what its name says", (name, request) => {
  const event: unknown = JSON.parse(readFileSync(join(EVENTS, `${name}.json`), "utf8"));
  expect(parseEvent(event, "2000-01-01T00:00:00Z")).toEqual(request);
});

it("has no sample event that is not tested", () => {
  expect(readdirSync(EVENTS)).toHaveLength(7);
});
