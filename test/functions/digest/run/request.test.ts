import { describe, expect, it } from "vitest";
import { parseEvent } from "../../../../functions/digest/run/request.ts";

const NOW = "2026-11-20T09:30:00Z";
const SLOT = "2026-11-20T07:00:00Z";

describe("parseEvent", () => {
  it.each([
    [
      { mode: "scheduled", slot: SLOT },
      { mode: "scheduled", slot: SLOT, acceptRemovals: [] },
    ],
    [
      { mode: "scheduled", slot: SLOT, acceptRemovals: ["old/"] },
      { mode: "scheduled", slot: SLOT, acceptRemovals: ["old/"] },
    ],
    [
      { mode: "scheduled", slot: "2026-11-20T08:00:00.000+01:00" },
      { mode: "scheduled", slot: SLOT, acceptRemovals: [] },
    ],
    [
      { mode: "preview", slot: SLOT },
      { mode: "preview", slot: SLOT },
    ],
    [{ mode: "preview" }, { mode: "preview", slot: NOW }],
    [{ mode: "scheduled" }, { mode: "scheduled", slot: NOW, acceptRemovals: [] }],
    [
      { mode: "scheduled", slot: SLOT, allowFuture: true },
      { mode: "scheduled", slot: SLOT, acceptRemovals: [], allowFuture: true },
    ],
    [{ mode: "redate" }, { mode: "redate" }],
    [{ source: "aws.events" }, { mode: "scheduled", slot: NOW, acceptRemovals: [] }],
    [{ mode: "resume" }, { mode: "resume" }],
    [{ mode: "deliver" }, { mode: "deliver" }],
    [
      { mode: "deliver", slot: "2026-11-20T07:00:00+00:00" },
      { mode: "deliver", slot: "2026-11-20T07:00:00Z" },
    ],
  ])("reads %j", (event, request) => {
    expect(parseEvent(event, NOW)).toEqual(request);
  });

  it("uses the time of an EventBridge rule's event as the slot, whatever its other fields", () => {
    const event = {
      version: "0",
      id: "1",
      "detail-type": "Scheduled Event",
      source: "aws.events",
      time: SLOT,
      detail: {},
    };
    expect(parseEvent(event, NOW)).toEqual({ mode: "scheduled", slot: SLOT, acceptRemovals: [] });
  });

  it.each([
    [{ mode: "resume", slott: 1 }, 'unknown field "slott"'],
    [{ mode: "scheduled", slot: SLOT, accept: [] }, 'unknown field "accept"'],
    [
      { mode: "sceduled", slot: SLOT },
      'unknown mode "sceduled": expected one of "scheduled", "preview", "deliver", "resume"',
    ],
    [{ slot: SLOT }, "unknown mode undefined"],
    [{ mode: "scheduled", slot: "tomorrow" }, 'field "slot": expected an ISO time with a zone'],
    [{ mode: "scheduled", slot: "2026-11-20T07:00:00" }, 'field "slot": expected an ISO time with a zone'],
    [{ mode: "scheduled", slot: "2026-13-40T07:00:00Z" }, 'field "slot": expected an ISO time with a zone'],
    [{ mode: "scheduled", slot: "2026-02-30T07:00:00Z" }, 'field "slot": expected an ISO time with a zone'],
    [{ mode: "plan" }, 'field "slot"'],
    [{ mode: "plan", slot: SLOT, allowFuture: true }, 'unknown field "allowFuture"'],
    [{ mode: "redate", slot: SLOT }, 'unknown field "slot"'],
    [{ mode: "scheduled", slot: 7 }, 'field "slot": expected string, found 7'],
    [{ mode: "scheduled", slot: SLOT, acceptRemovals: "old/" }, 'field "acceptRemovals": expected Array'],
    [{ source: "aws.s3", time: SLOT }, 'field "source"'],
    ["resume", 'expected an object, found "resume"'],
    [null, "expected an object, found null"],
  ])("refuses %j and says why", (event, message) => {
    expect(() => parseEvent(event, NOW)).toThrow(message);
  });
});
