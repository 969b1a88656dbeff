import { describe, expect, it } from "vitest";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { livedArchive } from "../../../support/archives.ts";

const BEFORE = "The harbor office keeps a list of all wrecks since the year of the great flood.";
const AFTER = "Nobody knows yet why the ship left its course so close to the shore.";

/** How the archive writes the chains of a story whose second sentence was each of these in turn. */
async function chainsOf(sentences: readonly string[]): Promise<readonly string[]> {
  const days = sentences.map((sentence, day) => ({
    slot: `2026-11-${20 + day}T07:00:00Z`,
    stories: { "wreck.txt": `Wreck off the coast\n\n${BEFORE}\n\n${sentence}\n\n${AFTER}\n` },
  }));
  const { archive } = await livedArchive(days);
  const facts = (await archive.history(storyId("wreck.txt")))?.facts ?? [];
  return facts
    .filter(({ slots }) => slots.length > 1)
    .map(({ context, around: { lead, tail }, values }) =>
      [context || lead, values.join(" → "), context === "" ? tail : ""].join(" ").trim(),
    );
}

describe("the words around a chain of facts", () => {
  it.each([
    {
      of: "a day that changed beside the figure",
      sentences: [
        "The death toll from the wreck of the ferry Lady Ansgard rose to 12 on Tuesday night, the office said.",
        "The death toll from the wreck of the ferry Lady Ansgard rose to 14 on Wednesday night, the office said.",
        "The death toll from the wreck of the ferry Lady Ansgard rose to 19 on Friday night, the office said.",
      ],
      never: /(?:12|14|19) on (?:Tues|Wednes|Fri)day|12 → 14 → 19 on \w+day/,
      chain: "12 → 14 → 19",
    },
    {
      of: "two figures that changed together",
      sentences: [
        "Divers found 12 bodies in 3 cabins of the ferry, the harbor office said.",
        "Divers found 14 bodies in 5 cabins of the ferry, the harbor office said.",
        "Divers found 19 bodies in 8 cabins of the ferry, the harbor office said.",
      ],
      never: /12 → 14 → 19 bodies in [358]|(?:12|14|19) bodies in 3 →/,
      chain: "12 → 14 → 19",
    },
    {
      of: "another language",
      sentences: [
        "Nach dem Unglück der Fähre stieg die Zahl der Toten am Dienstag auf 12, teilte das Hafenamt mit.",
        "Nach dem Unglück der Fähre stieg die Zahl der Toten am Mittwoch auf 14, teilte das Hafenamt mit.",
        "Nach dem Unglück der Fähre stieg die Zahl der Toten am Freitag auf 19, teilte das Hafenamt mit.",
      ],
      never: /(?:Dienstag|Mittwoch|Freitag) auf 12/,
      chain: "12 → 14 → 19",
    },
  ])("hold of all its values: $of", async ({ sentences, never, chain }) => {
    const chains = await chainsOf(sentences);
    expect(chains.join("\n")).toContain(chain);
    expect(chains.join("\n")).not.toMatch(never);
  });

  it("stay where nothing else changed", async () => {
    const chains = await chainsOf([
      "The ferry carried 12 tons of cement when it left the port, the office said.",
      "The ferry carried 14 tons of cement when it left the port, the office said.",
      "The ferry carried 19 tons of cement when it left the port, the office said.",
    ]);
    expect(chains).toEqual([expect.stringMatching(/^(?:The )?ferry carried .*12.* → .*14.* → .*19/i)]);
    expect(chains.join()).not.toContain("…");
  });
});

describe("a chain of facts", () => {
  it("ends where its value goes without a fact, as nobody said what stood there until the next one", async () => {
    const closed = (until: string) => `The breakwater is closed until ${until} for ships of all kinds.`;
    const chains = await chainsOf([
      closed("25 November"),
      closed("26 November"),
      closed("27 November"),
      "Ships of all kinds may pass the breakwater at their own risk for now.",
      closed("27 November"),
      closed("29 November"),
      closed("30 November"),
    ]);
    expect(chains).toEqual([
      expect.stringContaining("25 November → 26 November → 27 November"),
      expect.stringContaining("27 November → 29 November → 30 November"),
    ]);
  });

  it("goes on where other sentences change", async () => {
    const told = (dead: number, rest: string) => `At least ${dead} people died in the wreck. ${rest}`;
    const chains = await chainsOf([
      told(12, "The mayor of Velm came at noon."),
      told(14, "The mayor of Velm came at noon."),
      told(14, "The mayor of Velm and two ministers came at noon."),
      told(19, "The mayor of Velm and two ministers came at noon."),
    ]);
    expect(chains).toEqual([expect.stringContaining("12 → 14 → 19")]);
  });
});
