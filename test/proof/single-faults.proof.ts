import { describe, expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { AS_IT_IS, editedContents } from "./scenario.ts";

describe("every request of a day of each kind of change, with every fault that it can meet", () => {
  it.each(["resend", "skip"] as const)(
    "keeps the promises; unknown deliveries: %s",
    async (unknownDeliveries) => {
      const setting = { ...AS_IT_IS, unknownDeliveries };
      const { cases, inWindow, violations } = await trySingly(setting, await editedContents());
      console.log(
        `${cases} cases of one fault (${unknownDeliveries}), ${inWindow} with a mail in the window of SES`,
      );
      expect(violations).toEqual([]);
    },
  );
});
