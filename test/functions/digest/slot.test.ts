import { expect, it } from "vitest";
import { hoursAhead, isTooFarAhead, parseSlot } from "../../../functions/digest/slot.ts";

it.each([
  ["2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z"],
  ["2026-11-20T08:00+01:00", "2026-11-20T07:00:00Z"],
  ["2026-03-01T00:30:00+0100", "2026-02-28T23:30:00Z"],
  ["2024-02-29T07:00:00Z", "2024-02-29T07:00:00Z"],
  ["2000-02-29T07:00:00.5Z", "2000-02-29T07:00:00Z"],
  ["2026-12-31T23:59:59Z", "2026-12-31T23:59:59Z"],
])("takes %s for the slot %s", (text, slot) => {
  expect(parseSlot(text)).toBe(slot);
});

it.each([
  "2026-02-30T07:00:00Z",
  "2026-02-31T07:00:00Z",
  "2026-02-29T07:00:00Z",
  "2100-02-29T07:00:00Z",
  "2026-04-31T07:00:00+02:00",
  "2026-06-31T07:00Z",
  "2026-09-31T07:00:00Z",
  "2026-11-31T07:00:00-0500",
  "2026-01-32T07:00:00Z",
  "2026-00-10T07:00:00Z",
  "2026-13-01T07:00:00Z",
  "2026-11-00T07:00:00Z",
  "2026-11-20T25:00:00Z",
  "2026-11-20T07:60:00Z",
  "2026-11-20",
  "2026-11-20T07:00:00",
])("refuses %s, which no calendar and no clock has", (text) => {
  expect(parseSlot(text)).toBeUndefined();
});

const NOW = new Date("2026-11-20T07:00:30Z");

it.each([
  ["2026-11-19T07:00:00Z", 0, false],
  ["2026-11-20T07:01:00Z", 0, false],
  ["2026-11-20T08:00:29Z", 0, false],
  ["2026-11-20T08:00:30Z", 1, false],
  ["2026-11-21T07:00:30Z", 24, false],
  ["2026-11-21T07:00:31Z", 24, true],
  ["2062-11-20T07:00:00Z", 315_575, true],
])("finds %s %d hours ahead; too far: %s", (slot, hours, isTooFar) => {
  expect([hoursAhead(slot, NOW), isTooFarAhead(slot, NOW)]).toEqual([hours, isTooFar]);
});
