import { describe, expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { AS_IT_IS, editedContents, editStories } from "./scenario.ts";

/** Each has something in every edition. */
const TOPICS = '[{"name":"ash","keys":"Ash"},{"name":"all"}]';

describe("every request of a day with each kind of change, with every possible fault", () => {
  it.each(["resend", "skip"] as const)(
    "keeps the promises; unknown deliveries: %s",
    async (unknownDeliveries) => {
      const setting = { ...AS_IT_IS, unknownDeliveries };
      const { cases, inWindow, violations } = await trySingly(setting, await editedContents());
      console.log(
        `${cases} cases of one fault (${unknownDeliveries}), ${inWindow} with an email in the SES window`,
      );
      expect(violations).toEqual([]);
    },
  );

  it("keeps the promises to readers who chose different topics", async () => {
    const setting = {
      ...AS_IT_IS,
      topics: TOPICS,
      recipients: ["ann@example.org#ash", "bob@example.org#all+ash", "cyd@example.org"],
    };
    const { cases, inWindow, violations } = await trySingly(
      setting,
      await editedContents(editStories, setting),
    );
    console.log(`${cases} cases of one fault (topics), ${inWindow} with an email in the SES window`);
    expect(violations).toEqual([]);
  });
});
