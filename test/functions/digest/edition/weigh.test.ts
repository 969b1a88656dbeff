import { describe, expect, it } from "vitest";
import { composeFromStories, type StoryPair } from "../../../../functions/digest/edition/from-stories.ts";
import type { EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { parseStory } from "../../../../functions/digest/story/story.ts";

const SLOT = "2026-11-20T07:00:00Z";
const BODY =
  "The harbour office of Velm runs the ferries to the islands. Most of the boats are old. The crews are paid by the town.";
const NOTICE = "Our counters move to the new hall at the end of the quay.";
const PLACES = ["Orsk", "Karsk", "Harrow", "Selby", "Tarn", "Lorn"];

/** A story about a place, before and after. */
function pair(key: string, before: string, after: string): StoryPair {
  const read = (body: string) => parseStory(key, `Ferries of ${key.replace(".txt", "")}\n\n${body}`);
  return { before: read(before), after: read(after) };
}

function changesOf(pairs: readonly StoryPair[]): ReadonlyMap<string, EditionChange> {
  return new Map(composeFromStories(SLOT, pairs).changes.map((change) => [change.key, change]));
}

/** The same notice in stories on different places. */
function notices(n: number): readonly StoryPair[] {
  return PLACES.slice(0, n).map((place) =>
    pair(`${place}.txt`, `${BODY} ${place} is far.`, `${BODY} ${place} is far. ${NOTICE}`),
  );
}

describe("what a change is told as", () => {
  it.each([
    ["wording", "Most of the boats are old.", "Most of those boats are old."],
    ["wording", "The crews are paid", "The crew are paid"],
    ["spelling", "The habour wall of Orsk is new.", "The harbour wall of Orsk is new."],
  ])("%s is a line: %s → %s", (minor, before, after) => {
    const text = `${BODY} The habour wall of Orsk is new.`;
    const [change] = changesOf([pair("velm.txt", text, text.replace(before, after))]).values();
    expect(change).toMatchObject({ told: "line", minor, significance: 0 });
  });

  it.each([
    ["a question that became a claim", "Will the ferry sail?", "The ferry will sail."],
    ["a sign turned round", "Rest if your level is < 5 now.", "Rest if your level is > 5 now."],
    ["another currency", "The fare is € 5 for all.", "The fare is $ 5 for all."],
    ["another name", "The mayor Ada Wood stays.", "The mayor Ada Woods stays."],
    [
      "another word that the story has",
      "The crew lost its contract there.",
      "The crew lost its contact there.",
    ],
  ])("in full: %s", (_, before, after) => {
    const text = `${BODY} The radio contact is bad. The contract is old.`;
    const [change] = changesOf([pair("velm.txt", `${text} ${before}`, `${text} ${after}`)]).values();
    expect(change).toMatchObject({ told: "full" });
  });

  it("in full, once: a passage that many stories get, where none has more to tell", () => {
    const news = "The mayor resigned after the police found the missing money.";
    const pairs = PLACES.slice(0, 3).map((place, n) =>
      pair(
        `${place}.txt`,
        `${BODY} A boat of ${place} is far.`,
        `${BODY} ${n > 0 ? "The" : "A"} boat of ${place} is far. ${news}`,
      ),
    );
    expect([...changesOf(pairs).values()].some(({ told }) => told === "full")).toBe(true);
  });

  it("a line is the order of sentences, too", () => {
    const moved =
      "Most of the boats are old. The harbour office of Velm runs the ferries to the islands. The crews are paid by the town.";
    expect(changesOf([pair("velm.txt", BODY, moved)]).get("velm.txt")).toMatchObject({
      told: "line",
      minor: "order",
    });
  });

  it.each([
    ["a figure", "Most of the boats", "All 12 boats"],
    ["a negation", "are paid by", "are not paid by"],
    ["a word", "are old", "are leaking"],
    ["a sentence that went", " Most of the boats are old.", ""],
    ["a plural with a word", "The crews are paid by", "The crew is hired by"],
  ])("%s is told in full: %s → %s", (_name, before, after) => {
    const [change] = changesOf([pair("velm.txt", BODY, BODY.replace(before, after))]).values();
    expect(change?.told).toBe("full");
    expect(change).not.toHaveProperty("minor");
  });

  it("whole stories are told in full", () => {
    const read = (key: string) => parseStory(key, `Ferries\n\n${BODY}`);
    const changes = changesOf([
      { after: read("a.txt") },
      { before: parseStory("b.txt", `Bridges\n\n${NOTICE}`) },
    ]);
    expect([...changes.values()].map(({ told }) => told)).toEqual(["full", "full"]);
  });
});

describe("a passage that many stories have in common", () => {
  it("counts once for all of them, from three stories on, beside what each has to tell", () => {
    const [alone = 0, two, three = 0, six] = [1, 2, 3, 6].map((n) => {
      const stories = PLACES.slice(0, n).map((place) =>
        pair(`${place}.txt`, BODY, `${BODY} ${place} is open. ${NOTICE}`),
      );
      return changesOf(stories).get("Orsk.txt")?.significance;
    });
    expect(two).toBe(alone);
    expect(three).toBeLessThan(alone);
    expect(six).toBeLessThan(three);
  });

  it("weighs less where these stories have nothing else, too: they are told as one, after the news of one story", () => {
    const [alone = 0, five] = [1, 5].map((n) => changesOf(notices(n)).get("Orsk.txt")?.significance);
    expect(five).toBeLessThan(alone);
  });

  it("is told in full where it is told once for all", () => {
    const changes = [...changesOf(notices(5)).values()];
    expect(new Set(changes.map(({ sameEdit }) => sameEdit)).size).toBe(1);
    expect(changes.map(({ told }) => told)).toEqual(Array(5).fill("full"));
  });

  it("is a line where the other stories have more to tell", () => {
    const own = (place: string) => `${BODY} ${place} gets a pier of ${place.length} metres. ${NOTICE}`;
    const others = PLACES.slice(1, 4).map((place) => pair(`${place}.txt`, BODY, own(place)));
    const changes = changesOf([...others, pair("Orsk.txt", BODY, `${BODY} ${NOTICE}`)]);
    expect(changes.get("Orsk.txt")).toMatchObject({ told: "line", minor: "repeated" });
    expect(changes.get("Karsk.txt")).toMatchObject({ told: "full" });
  });

  it("is told in full beside any word that only one story has", () => {
    const others = PLACES.slice(1, 5).map((place) =>
      pair(`${place}.txt`, BODY, `${BODY} ${NOTICE} ${place} is open.`),
    );
    const changes = changesOf([
      ...others,
      pair("Orsk.txt", BODY, `${BODY.replace("old", "leaking")} ${NOTICE}`),
    ]);
    expect(changes.get("Orsk.txt")?.told).toBe("full");
  });
});

describe("text that moves from one story to another", () => {
  const rules =
    "Members may borrow three boats of the club. They bring them back by noon of the next day. Broken oars are paid by those who broke them.";
  const [plain, ruled] = [BODY, `${BODY} ${rules}`];

  it("counts in neither, beside what is new there", () => {
    const alone = changesOf([pair("to.txt", plain, `${ruled} The fee is 9 crowns.`)]).get("to.txt");
    const moved = changesOf([
      pair("to.txt", plain, `${ruled} The fee is 9 crowns.`),
      pair("from.txt", ruled, plain),
    ]);
    expect(moved.get("to.txt")?.significance).toBeLessThan((alone?.significance ?? 0) / 1.5);
    expect(moved.get("to.txt")?.significance).toBeGreaterThan(0);
    expect(moved.get("from.txt")?.significance).toBe(0);
  });

  it("is told in full in both", () => {
    const moved = [...changesOf([pair("to.txt", plain, ruled), pair("from.txt", ruled, plain)]).values()];
    expect(moved.map(({ told }) => told)).toEqual(["full", "full"]);
  });
});

describe("the order of a day", () => {
  it("is one scale: much that is new before a new story, a new story before little, minor edits last", () => {
    const much = `${BODY} ${PLACES.map((place, n) => `On 19 November the office closed the old pier of ${place}, sent ${n + 3} boats away and hired another yard to mend the wall.`).join(" ")}`;
    const { changes } = composeFromStories(SLOT, [
      pair("line.txt", BODY, BODY.replace("the boats", "those boats")),
      pair("little.txt", BODY, BODY.replace("old", "leaking")),
      { after: parseStory("new.txt", `Bridge opens in Tarn\n\n${NOTICE}`) },
      pair("much.txt", BODY, much),
    ]);
    expect(changes.map(({ key }) => key)).toEqual(["much.txt", "new.txt", "little.txt", "line.txt"]);
  });

  it("counts the same text under two headlines as one report", () => {
    const page = (key: string, headline: string) => ({
      after: parseStory(
        key,
        `${headline}\n\nThe pictures of the regatta of Selby are being sorted. Come back soon.`,
      ),
    });
    const { changes } = composeFromStories(SLOT, [page("1.txt", "Day 1"), page("2.txt", "Day 2")]);
    expect(changes.map(({ key, reports, sameTextAs }) => [key, reports, sameTextAs])).toEqual([
      ["1.txt", undefined, undefined],
      ["2.txt", undefined, "1.txt"],
    ]);
  });

  it("puts a new story on which others report before one that stands alone", () => {
    const report = (key: string, more: string) => ({
      after: parseStory(
        key,
        `Gull runs aground off Selby\n\nThe ferry Gull ran aground off Port Selby in the storm. The coast guard freed the ferry Gull at noon. ${more}`,
      ),
    });
    const { changes } = composeFromStories(SLOT, [
      {
        after: parseStory(
          "a.txt",
          "Council buys a bridge\n\nThe council pays four million crowns for the old stone bridge.",
        ),
      },
      report("x.txt", "Nobody on board was hurt."),
      report("y.txt", "The old captain was tired."),
    ]);
    expect(changes.map(({ key, reports }) => [key, reports])).toEqual([
      ["x.txt", 2],
      ["y.txt", 2],
      ["a.txt", undefined],
    ]);
  });
});

it.each([
  [
    "spelling",
    "The habour wall is new. The harbour wall is old.",
    "The harbour wall is new. The harbour wall is old.",
  ],
  ["wording", "Boats sail in the spring.", "Boats sail in spring."],
  ["repeated", "Boats sail in spring.", "Boats sail in spring."],
] as const)(
  "a story with a notice that many have and a minor edit of its own is a line for that: %s",
  (minor, was, is) => {
    const own = pair("velm.txt", `${BODY} ${was}`, `${BODY} ${is} ${NOTICE}`);
    const other = pair(
      "lorn.txt",
      `${BODY} Crews sing.`,
      `${BODY} Crews sing of the sea and of home. ${NOTICE}`,
    );
    const changes = changesOf([...notices(4), own, other]);
    expect(changes.get("velm.txt")?.minor ?? "repeated").toBe(minor);
    expect(changes.get("lorn.txt")).toMatchObject({ told: "full" });
    expect(changes.get("Orsk.txt")).toMatchObject({ told: "full" });
  },
);

describe("a word that another takes the place of in many stories", () => {
  /** The same exchange in sentences of their own. */
  const renamed = (n: number, [before, after]: readonly [string, string]) =>
    PLACES.slice(0, n).map((place, at) => {
      const text = (name: string) => `${BODY} In ${place} the ${name} has ${at + 3} desks and a door.`;
      return pair(`${place}.txt`, text(before), text(after));
    });

  it.each([
    ["lounge", "waiting room"],
    ["ticket office", "counter"],
    ["canteen", "kitchen of the crew"],
  ])("is told in full once, and weighs less in each: %s → %s", (...exchange) => {
    const many = [...changesOf(renamed(5, exchange)).values()];
    const [alone] = changesOf(renamed(1, exchange)).values();
    expect(
      many.filter(({ told, sameEdit }) => told === "full" && sameEdit === undefined).length,
    ).toBeLessThan(2);
    expect(Math.max(...many.map(({ significance }) => significance))).toBeLessThanOrEqual(
      alone?.significance ?? 0,
    );
  });

  it("is told in full in a story with news of its own", () => {
    const [first, ...others] = renamed(5, ["lounge", "waiting room"]);
    const story = first?.before as { readonly paragraphs: readonly string[] };
    const own = `${story.paragraphs.join(" ").replace("lounge", "waiting room")} The captain resigned after the fire.`;
    const pairs = [pair("Orsk.txt", story.paragraphs.join(" "), own), ...others];
    expect(changesOf(pairs).get("Orsk.txt")).toMatchObject({ told: "full" });
  });
});

describe("a list of contents", () => {
  const list = (...names: string[]) => ["All pages of the port", BODY, ...names].join("\n\n");
  const lists = (before: string, after: string): StoryPair => ({
    before: parseStory("list.txt", before),
    after: parseStory("list.txt", after),
  });
  const page = parseStory(
    "pier.txt",
    `Leave of the pier crews\n\n${BODY} The crews of the pier have a week.`,
  );
  const changeOf = (pairs: readonly StoryPair[]) => changesOf(pairs).get("list.txt");

  it.each([
    ["a new story", { after: page }, list("Ferries"), list("Ferries", "• Leave of the pier crews")],
    [
      "a new story with what it is about",
      { after: page },
      list("Ferries"),
      list("Ferries", "Leave of the pier crews: how long they may stay away"),
    ],
    ["one that is gone", { before: page }, list("Ferries", "Leave of the pier crews:"), list("Ferries")],
  ])("is a line where it only names %s", (_, whole, before, after) => {
    expect(changeOf([whole, lists(before, after)])).toMatchObject({ told: "line", minor: "listing" });
  });

  it.each([
    ["it says more", list("Ferries"), list("Ferries", "Leave of the pier crews", "The ferries stop in May.")],
    ["the name came for another", list("Fares of 2030"), list("Leave of the pier crews")],
    ["the story was there before", list("Ferries"), list("Ferries", "Pilots of the port")],
    ["a story that is new is no longer named", list("Leave of the pier crews"), list("")],
  ])("is told in full where %s", (_, before, after) => {
    expect(changeOf([{ after: page }, lists(before, after)])).toMatchObject({ told: "full" });
  });
});
