import { it } from "vitest";
import { editionOfACleanRun, expectMadeUp } from "./kill-at.ts";

it("makes up for a run that was killed when it had compared, and when it had committed", async () => {
  const edition = await editionOfACleanRun();
  await expectMadeUp("compared", edition);
  await expectMadeUp("committed", edition);
});
