import "./memory/remembered.ts";
import { expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { AS_IT_IS, editedContents } from "./scenario.ts";

it("every request of a day with each kind of change, with every possible fault, keeps the promises with all over HTTP, as it is in the world", async () => {
  const setting = { ...AS_IT_IS, unknownDeliveries: "resend", isOverHttp: true } as const;
  const { cases, inWindow, violations } = await trySingly(setting, await editedContents());
  console.log(`${cases} cases of one fault (resend), ${inWindow} with an email in the SES window`);
  expect(violations).toEqual([]);
});
