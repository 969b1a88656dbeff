import { readFileSync } from "node:fs";
import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { parseEvent } from "../../functions/digest/run/request.ts";
import { readSettings } from "../../infra/settings/settings.ts";
import { createStack } from "../../infra/stack.ts";
import { createApp, SENDER_AND_RECIPIENT } from "./synthesize.ts";

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

/** The options of each command, a line that ends with a backslash going on in the next. */
function commands(): readonly Record<string, string>[] {
  const lines = GUIDE.replaceAll(/\\\n\s*/g, "").matchAll(/npx cdk deploy.*/g);
  return [...lines].map(([line]) =>
    Object.fromEntries([...line.matchAll(/-c (\w+)=([^\s`)]+)/g)].map(([, name, value]) => [name, value])),
  );
}

test.each(commands().filter((options) => Object.keys(options).length > 0))(
  "the guide's options are accepted together: %j",
  (options) => {
    const { sender, recipients } = SENDER_AND_RECIPIENT;
    const given = options.contactList === undefined ? { sender, recipients } : { sender };
    expect(readSettings({ ...given, ...options })).toMatchObject({ sender: expect.any(String) });
  },
);

test("the guide's events are files of the project that the function takes", () => {
  const events = [...GUIDE.matchAll(/file:\/\/(events\/[\w-]+\.json)/g)].map(([, path]) => path ?? "");
  expect(events.length).toBeGreaterThan(1);
  for (const path of events) {
    const event = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
    expect(() => parseEvent(event, "2026-11-20T07:00:00Z")).not.toThrow();
  }
});

test.each(["deploy.md", "runbook.md"])("%s asks the stack for no output that it has not", (page) => {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const app = createApp();
  const stack = createStack(
    app,
    readSettings({ ...SENDER_AND_RECIPIENT, engine: "distributed-map", archive: "link" }),
  );
  const outputs = Object.keys(Template.fromStack(stack).toJSON().Outputs);
  const asked = new Set([...text.matchAll(/\boutput ([A-Z]\w+)/g)].map(([, name]) => name));
  expect(asked.size).toBeGreaterThan(2);
  expect(outputs).toEqual(expect.arrayContaining([...asked]));
});

test.each(["deploy.md", "runbook.md"])(
  "%s has nobody paste an event with a fixed date, which silences the digest or is done already",
  (page) => {
    const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
    expect(text.match(/"(?:slot|time)\W+\d{4}-\d{2}-\d{2}.*/g)).toBeNull();
  },
);
