import { expect, it } from "vitest";
import { makeEdition } from "../../local/preview/sample-editions.ts";
import { jsonReport, plainReport } from "../../local/runner/report.ts";

it("says when an edition went to no one for lack of subscribers", () => {
  const saved = { out: "/out", files: ["edition.json"], counts: null, emails: [] };
  const synced = { stories: 1, put: 0, removed: 0 };
  const result = { slot: "2026-11-20T07:00:00Z", outcome: "sent", counts: null, synced, saved } as const;
  expect(plainReport(result, "/state")).toMatch(
    /^Committed for 2026-11-20T07:00:00Z: no subscribers, so no email/,
  );
});

it("does not say of changes that no reader chose that there are none", () => {
  const synced = { stories: 2, put: 0, removed: 0 };
  const counts = { ...makeEdition().counts, stories: 2, cosmetic: 1 };
  const quiet = { slot: "2026-11-20T07:00:00Z", outcome: "quiet", counts, synced, saved: null } as const;
  expect(plainReport(quiet, "/state")).toMatch(/^No changes for 2026-11-20T07:00:00Z; no email sent\.\n/);
  expect(plainReport({ ...quiet, counts: { ...counts, revised: 1 } }, "/state")).toMatch(
    /^No email for 2026-11-20T07:00:00Z: its changes are in no topic that is due to a reader\.\n2 stories: 1 revised/,
  );
});

it("names the later slot that is done already", () => {
  const slot = "2026-11-20T07:00:00Z";
  const synced = { stories: 1, put: 0, removed: 0 };
  const done = { slot, outcome: "already done", counts: null, synced, saved: null } as const;
  expect(plainReport(done, "/state")).toBe(`Already done: ${slot} is finished; nothing was sent again.`);
  expect(JSON.parse(jsonReport(done))).toEqual({ slot, outcome: "already done", counts: null, out: null });
  const laterSlot = "2026-11-21T07:00:00Z";
  expect(plainReport({ ...done, laterSlot }, "/state")).toBe(
    `Already done: the later slot ${laterSlot} is finished; nothing was sent.`,
  );
  expect(JSON.parse(jsonReport({ ...done, laterSlot }))).toMatchObject({ laterSlot });
  const ahead = { ...done, laterSlot: "2999-11-21T07:00:00Z" };
  expect(plainReport(ahead, "/my state")).toMatch(
    /\nThat is ahead of now; .*: npm run invoke -- events\/redate\.json --state ".*my state"$/,
  );
});
