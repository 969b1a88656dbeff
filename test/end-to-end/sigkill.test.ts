import { it } from "vitest";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";
import { editionOfACleanRun, expectMadeUp, killAt } from "./kill-at.ts";

useFunctionsWithoutThreads();

it("makes up for a run that was killed when it had compared, and when it had committed", async () => {
  const edition = await editionOfACleanRun();
  // The claim of the one runs out while the other is made up for.
  const [committed, compared] = [await killAt("committed"), await killAt("compared")];
  await expectMadeUp(compared, edition);
  await expectMadeUp(committed, edition);
});
