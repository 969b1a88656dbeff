import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSettings } from "../../infra/settings.ts";
import { SENDER_AND_RECIPIENT } from "./synthesize.ts";

const GUIDE = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");

test("the guide tells every setting, and no other", () => {
  const told = [...GUIDE.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name ?? "");
  const known = Object.keys(readSettings(SENDER_AND_RECIPIENT));
  expect(told.toSorted()).toEqual(known.toSorted());
});

test("the guide's file of settings is accepted", () => {
  const [, example] = /```json\n([^`]+)```/.exec(GUIDE) ?? [];
  expect(readSettings(JSON.parse(example ?? ""))).toMatchObject({
    sender: "you@example.org",
    recipients: ["you@example.org"],
  });
});

test("the guide's options are accepted", () => {
  const options = [...GUIDE.matchAll(/-c (\w+)=(\S+?)[`)\s]/g)].map(([, name, value]) => [name, value]);
  expect(options.length).toBeGreaterThan(0);
  for (const [name, value] of options) {
    expect(() => readSettings({ ...SENDER_AND_RECIPIENT, [name ?? ""]: value })).not.toThrow();
  }
});
