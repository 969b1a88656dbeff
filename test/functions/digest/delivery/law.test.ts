import { expect, it } from "vitest";
import type { Mail, SendOutcome } from "../../../../functions/digest/ports.ts";
import { makeQuietEdition } from "../../../../local/preview/sample-editions.ts";
import { fc } from "../../../support/laws.ts";
import { openOffice, readers } from "./office.ts";

const ANSWERS = {
  accepted: { outcome: "accepted", messageId: "m" },
  refused: { outcome: "refused", reason: "MessageRejected" },
  never: { outcome: "refused", reason: "too large", retry: "never" },
  account: { outcome: "refused", reason: "paused", retry: "account" },
  silent: { outcome: "unknown", reason: "TimeoutError" },
} as const satisfies Record<string, SendOutcome>;
type Answer = keyof typeof ANSWERS;

/** What becomes of a recipient whom the service answers so, when unknown deliveries are skipped. */
function endOf(answers: readonly Answer[]): string {
  const last = answers.find((answer) => answer !== "refused" && answer !== "account") ?? "accepted";
  return { accepted: "sent", never: "failed", silent: "unknown" }[last];
}

const scripts = fc.array(
  fc.array(fc.constantFrom<Answer>("accepted", "refused", "never", "account", "silent"), { maxLength: 4 }),
  { minLength: 1, maxLength: 6 },
);

it("serves each recipient as if there were no other, whatever the service answers to whom", async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (answers) => {
      const recipients = readers(answers.length);
      const office = await openOffice(recipients, {
        environment: { UNKNOWN_DELIVERIES: "skip" },
        edition: makeQuietEdition(),
      });
      const left = new Map(recipients.map((to, at) => [to, [...(answers[at] ?? [])]]));
      const taken: string[] = [];
      const send = async ({ to }: Mail): Promise<SendOutcome> => {
        const answer = left.get(to)?.shift() ?? "accepted";
        taken.push(...(answer === "accepted" ? [to] : []));
        return ANSWERS[answer];
      };
      for (let round = 0; round < 60 && (await office.due()).length > 0; round += 1) {
        await office.deliver({ sender: { send }, remainingMs: () => 60_000 });
        await office.job.sleep(70_000);
      }
      expect(await office.due()).toEqual([]);
      const ends = await Promise.all(recipients.map(async (to) => (await office.receipt(to))?.state));
      expect(ends).toEqual(answers.map(endOf));
      expect(taken.toSorted()).toEqual(recipients.filter((_, at) => ends[at] === "sent"));
    }),
    { seed: 5, numRuns: 60 },
  );
});
