import * as v from "valibot";
import { expect, it } from "vitest";
import {
  type Edition,
  type EditionChange,
  EditionSchema,
} from "../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../functions/digest/publish/mail/render.ts";
import { selectInRhythm } from "../../../../functions/digest/topics/rhythms.ts";
import { selectFor } from "../../../../functions/digest/topics/select.ts";
import { readTopics, type Topic, type TopicSetting } from "../../../../functions/digest/topics/topics.ts";
import { makeRichEdition } from "../../../../local/preview/sample-editions.ts";
import { fc } from "../../../support/laws.ts";

const RICH = makeRichEdition();

/** An edition of some of the sample's changes. */
function editionOf(changes: readonly EditionChange[], rhythm: Edition["rhythm"]): Edition {
  return {
    ...RICH,
    changes,
    ...(rhythm && { rhythm, passing: [{ key: "passing.txt", what: "came and went" }] }),
  };
}

const anyEditions = fc
  .tuple(fc.subarray([...RICH.changes]), fc.subarray([...RICH.changes]))
  .map(([day, week]) => ({ edition: editionOf(day, undefined), week: editionOf(week, "weekly") }));

const anyTopics = fc
  .array(
    fc.record<Omit<TopicSetting, "name">>(
      {
        keys: fc.subarray(["vote", "h", "**/*.txt", "f", "market"], { minLength: 1 }),
        words: fc.subarray(["council", "the", "tunnel", "people"], { minLength: 1 }),
        kinds: fc.subarray(["new", "revised", "removed", "renamed"] as const, { minLength: 1 }),
        figure: fc.constantFrom({ change: "1%" }, { change: "50%" }),
        rhythm: fc.constantFrom("daily", "weekly"),
      },
      { requiredKeys: ["rhythm"] },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => read(all.map((one, n) => ({ ...one, name: `t${n}` }))));

function read(settings: readonly TopicSetting[]): readonly Topic[] {
  const topics = readTopics(settings);
  if (typeof topics === "string") {
    throw new Error(topics);
  }
  return topics;
}

const namesOf = ({ key, renamedFrom = key }: EditionChange) => [key, renamedFrom];
const keysOf = ({ changes }: Edition) => changes.map(({ key }) => key);

it("tells all that the day and the week have in these topics, each story once, and counts it", () => {
  fc.assert(
    fc.property(anyEditions, anyTopics, ({ edition, week }, topics) => {
      const { edition: told, matches } = selectInRhythm({ edition, week }, topics);
      const [daily, weekly] = [edition, week].map(
        (one, at) =>
          selectFor(
            one,
            topics.filter(({ rhythm }) => rhythm === ["daily", "weekly"][at]),
          ).edition.changes,
      );
      const isOfDay = new Set((daily ?? []).flatMap(namesOf));
      const rest = (weekly ?? []).filter((change) => !namesOf(change).some((name) => isOfDay.has(name)));
      expect(keysOf(told)).toEqual([...(daily ?? []), ...rest].map(({ key }) => key));
      expect(matches).toHaveLength(told.changes.length);
      expect(told.kind === "quiet").toBe(told.changes.length === 0);
      expect(v.is(EditionSchema, told)).toBe(true);
      for (const kind of ["added", "revised", "removed", "renamed", "returned", "reverted"] as const) {
        expect(told.counts[kind]).toBe(told.changes.filter(({ change }) => change === kind).length);
      }
      const threads = new Map(told.threads.map(({ id, stories }) => [id, stories]));
      expect(threads.size).toBe(told.threads.length);
      for (const { key, thread } of told.changes.filter((change) => change.thread !== null)) {
        expect(threads.get(thread ?? "")).toContain(key);
      }
    }),
    { numRuns: 150 },
  );
});

it("tells the same stories in both parts of the email", () => {
  fc.assert(
    fc.property(anyEditions, anyTopics, (editions, topics) => {
      const { edition } = selectInRhythm(editions, topics);
      const { html, text } = renderEdition(edition);
      for (const { key } of edition.changes.filter(({ told }) => told !== "line")) {
        expect([key, html.includes(key), text.includes(key)]).toEqual([key, true, true]);
      }
      expect(html.includes("passing.txt")).toBe(text.includes("passing.txt"));
    }),
    { numRuns: 30 },
  );
});
