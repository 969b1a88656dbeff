import { expect, it } from "vitest";
import { plainReport } from "../../local/runner/report.ts";

it("says when an edition went to no one for lack of subscribers", () => {
  const saved = { out: "/out", files: ["edition.json"], counts: null, subject: null, recipients: [] };
  const synced = { stories: 1, put: 0, removed: 0 };
  const result = { slot: "2026-11-20T07:00:00Z", outcome: "sent", counts: null, synced, saved } as const;
  expect(plainReport(result, "/state")).toMatch(
    /^Committed for 2026-11-20T07:00:00Z: no subscribers, so no email/,
  );
});
