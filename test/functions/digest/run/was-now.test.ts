import { describe, expect, it } from "vitest";
import { createRig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;
const SAME =
  "the harbour office of Velm, which has kept its books since the first boats came to the island, wrote down the names of all boats and of those who sailed in them, ";

async function mailOf(before: string, after: string, key = "a.txt") {
  const rig = createRig();
  const page = (text: string): string =>
    key.endsWith("html") ? `<h1>Boats of Velm</h1><p>${text}</p>` : `Boats of Velm\n\n${text}`;
  await rig.put({
    [key]: page(before),
    "b.txt": "Another story\n\nIt says that nothing happened on Monday.",
  });
  await rig.run(DAY1);
  await rig.put({ [key]: page(after) });
  const result = await rig.run(DAY2);
  const { changes } = await rig.edition(result);
  return { outcome: result.outcome, change: changes[0], text: rig.inbox.at(-1)?.text ?? "" };
}

/** The two sides of an edit as the edition has them. */
function sidesIn(change: Awaited<ReturnType<typeof mailOf>>["change"]): readonly [string, string] {
  const edit = change?.revision?.edits.find((each) => each.edit === "edited");
  return edit?.edit === "edited" ? [edit.before, edit.after] : ["", ""];
}

describe("Was and Now", () => {
  it.each([
    ["a figure after 700 letters", 4, "and it counted 412 passengers.", "and it counted 481 passengers."],
    ["a name after 5,000 letters", 30, "and Ada Holt signed it.", "and Ines Dorn signed it."],
    ["an addition after 25,000 letters", 150, "and that was all.", "and that was all but one."],
    [
      "one word without a space",
      4,
      `${"x".repeat(900)}1${"y".repeat(900)}.`,
      `${"x".repeat(900)}2${"y".repeat(900)}.`,
    ],
  ])("of a sentence that differs late are not equal: %s", async (_, times, before, after) => {
    const { change } = await mailOf(SAME.repeat(times) + before, SAME.repeat(times) + after);
    const [was, now] = sidesIn(change);
    expect(was).not.toBe(now);
    expect(Math.max(was.length, now.length)).toBeLessThanOrEqual(600);
  });

  it.each([
    ["an override", "21", "\u202e21\u202c"],
    ["an override that goes", "\u202e1,250\u202c", "1,250"],
    ["an isolate", "€21", "\u2067€21\u2069"],
    ["an embedding that turns", "\u202a3–5\u202c", "\u202b3–5\u202c"],
    ["an override of a percentage", "12%", "\u202d12%\u202c"],
  ])(
    "of a figure that is only read in another direction are told, and not equal: %s",
    async (_, before, after) => {
      for (const key of ["a.txt", "a.html", "a.md"]) {
        const say = (figure: string): string =>
          `The fine was set at ${figure} on Monday. Nobody had asked for it.`;
        const { outcome, change, text } = await mailOf(say(before), say(after), key);
        expect(outcome, key).toBe("sent");
        expect(change, key).toMatchObject({ change: "revised", key, revision: { kind: "substantive" } });
        const [was, now] = ["Was", "Now"].map((word) =>
          text.split("\n").find((line) => line.includes(`${word}:`)),
        );
        expect(text, key).toMatch(/\[U\+20/);
        expect(was, key).not.toBe(now?.replace("Now:", "Was:"));
      }
    },
  );

  it.each([
    ["a mark of direction beside a figure", "21", "\u200e21"],
    ["an override around words", "Monday", "\u202eMonday\u202c"],
    ["an isolate around a name", "Nobody", "\u2068Nobody\u2069"],
    ["a zero-width space in a figure", "21", "2\u200b1"],
    ["a control that nothing ends", "21", "\u206621"],
  ])("are not told where the direction of no figure changed: %s", async (_, before, after) => {
    const text = "The fine was set at 21 on Monday. Nobody had asked for it.";
    expect((await mailOf(text, text.replace(before, after))).outcome).toBe("quiet");
  });

  it("have no direction controls of their own, and facts are read through them", async () => {
    const say = (figure: string): string => `The fine was set at \u2068${figure}\u2069 euros on Monday.`;
    const { change, text } = await mailOf(say("21"), say("34"));
    expect(change?.revision?.facts).toMatchObject([{ kind: "number" }]);
    expect(text).toMatch(/21.*→.*34/);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
