import { describe, expect, it } from "vitest";
import { CONTENT, liveAllFrom, STATES, STORY } from "../../../support/held-states.ts";
import { createRig, type Rig } from "../../../support/rig.ts";

describe("all sequences of up to four states", () => {
  it.each(STATES)("that begin with %s are told as the model tells them", async (first) => {
    expect(await liveAllFrom(first, 4)).toEqual({ count: 1 + 6 + 36 + 216, wrong: [] });
  });
});

async function tell(rig: Rig, day: number, content: string | Uint8Array): Promise<string> {
  await rig.put({ "a.txt": content });
  const result = await rig.run(`2031-05-0${day}T07:00:00Z`);
  const { changes, heldBack } = await rig.edition(result);
  const told = [...changes.map((each) => each.change), ...heldBack.map(({ reason }) => reason)];
  return `${result.outcome}: ${told.join(", ")}`;
}

describe("a story that was damaged", () => {
  it.each([
    ["cut", CONTENT.cut, "cut by 9"],
    ["emptied", CONTENT.empty, "empty"],
    ["unreadable", CONTENT.unreadable, "merge conflict"],
  ] as const)(
    "(%s), restored byte for byte and damaged again is held back again",
    async (_, damaged, reason) => {
      const rig = createRig();
      await tell(rig, 1, CONTENT.whole);
      expect(await tell(rig, 2, damaged)).toContain(`sent: ${reason}`);
      expect(await tell(rig, 3, CONTENT.whole)).toBe("quiet: ");
      expect(await tell(rig, 4, damaged)).toContain(`sent: ${reason}`);
      expect(await tell(rig, 5, CONTENT.edited)).toBe("sent: revised");
    },
  );

  it("and is unreadable in another way each day is told once", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    const outcomes = [];
    for (let day = 2; day < 6; day += 1) {
      outcomes.push((await tell(rig, day, Buffer.from([0, day, 255, 0, 0, day]))).split(":", 1)[0]);
    }
    expect(outcomes).toEqual(["sent", "quiet", "quiet", "quiet"]);
  });

  it("and stays cut, with another date each day, is believed in the next run", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    expect(await tell(rig, 2, `${CONTENT.cut} on 3 May.`)).toMatch(/^sent: cut by \d\d %$/);
    expect(await tell(rig, 3, `${CONTENT.cut} on 4 May.`)).toBe("sent: revised");
  });

  it("and loses much more the next day is not believed yet", async () => {
    const rig = createRig();
    await tell(rig, 1, CONTENT.whole);
    const [half = ""] = STORY.split("On pier 3");
    expect(await tell(rig, 2, `Boats of Velm\n\n${half}`)).toMatch(/^sent: cut by 7\d %$/);
    expect(await tell(rig, 3, CONTENT.cut)).toContain("sent: cut by 9");
    expect(await tell(rig, 4, CONTENT.cut)).toBe("sent: revised");
  });
});
