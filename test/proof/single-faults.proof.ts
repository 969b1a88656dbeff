import { describe, expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { AS_IT_IS, editedContents } from "./scenario.ts";

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
});
