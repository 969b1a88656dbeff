import { describe, expect, test } from "vitest";
import { readStory } from "../../../../bench/data/read-story.ts";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";
import { cpuMs } from "../../../support/cpu-time.ts";
import { makeStory } from "./make-story.ts";

const BODY = ["The ferry office closes its doors for good.", "Its clerks move to the town hall on the hill."];
const NOTICE = "Travellers may return their season tickets at any post office.";

function changes(before: Story, after: Story): readonly string[] {
  return compareStories(before, after).edits.flatMap((edit) =>
    edit.edit === "kept" ? [] : [`${edit.edit}: ${"after" in edit ? edit.after : edit.before}`],
  );
}

/** Both ways round: what stands outside one version and inside the other neither came nor went. */
function bothWays(story: Story, other: Story): readonly string[] {
  return [...changes(story, other), ...changes(other, story)];
}

describe("what one version of a story says outside its story, and the other within it", () => {
  test.each([
    ["a sentence", [NOTICE], [NOTICE]],
    ["a short line", ["Help"], ["Contact", "Help", "Imprint"]],
    ["another case and other marks", ["HELP & CONTACT"], ["Help & contact »"]],
    ["a sentence of a longer passage", [NOTICE], [`Please note. ${NOTICE} Thank you.`]],
    [
      "French",
      ["Les voyageurs peuvent rendre leurs billets à la poste du port."],
      ["« Les voyageurs peuvent rendre leurs billets à la poste du port. »"],
    ],
    [
      "Russian",
      ["Путешественники могут вернуть свои билеты на почте."],
      ["Путешественники могут вернуть свои билеты на почте"],
    ],
    ["Japanese", ["お問い合わせ"], ["お問い合わせ"]],
  ])("is no change: %s", (_, inside, outside) => {
    expect(bothWays(makeStory([...BODY, ...inside]), makeStory(BODY, { outside }))).toEqual([]);
    expect(bothWays(makeStory([...BODY, ...inside]), makeStory(BODY, { boilerplate: outside }))).toEqual([]);
  });

  test.each([
    ["another figure", ["12 dead in the harbour"], ["17 dead in the harbour"]],
    ["a short line within another", ["12 dead"], ["12 dead in Olmark, says report"]],
    ["a word within others", ["Go"], ["Good day"]],
    ["half a sentence", [NOTICE], ["Travellers may return their season tickets"]],
  ])("is one: %s", (_, inside, outside) => {
    expect(changes(makeStory(BODY, { outside }), makeStory([...BODY, ...inside]))).toEqual([
      `added: ${inside[0]}`,
    ]);
  });

  test.each([
    ["a sentence that went, but stays in a teaser of both", [NOTICE], [NOTICE], [NOTICE]],
    [
      "one that went, and never stood in the teaser before",
      ["$40 million were paid for the old pier of the town."],
      [],
      ["€40 million were paid for the old pier of the town."],
    ],
  ])("is one: %s", (_, inside, before, after) => {
    const story = makeStory([...BODY, ...inside], { outside: before });
    expect(changes(story, makeStory(BODY, { outside: after }))).toEqual([`removed: ${inside[0]}`]);
  });

  test("is read in linear time, however much stands outside", () => {
    const many = (n: number) => {
      const sentences = Array.from(
        { length: n },
        (_, at) => `The old pier number ${at} of the harbour town closes for good.`,
      );
      const [a, b] = [
        makeStory(sentences, { outside: sentences }),
        makeStory([...BODY], { outside: sentences }),
      ];
      return cpuMs(() => compareStories(a, b));
    };
    many(500);
    expect(many(8000)).toBeLessThan(20 * Math.max(10, many(2000)));
  });

  test("is compared where both have it within the story", () => {
    const [before, after] = [
      [...BODY, NOTICE],
      [...BODY, NOTICE.replace("any post office", "the pier")],
    ].map((paragraphs) => makeStory(paragraphs, { outside: paragraphs }));
    expect(changes(before ?? makeStory([]), after ?? makeStory([]))).toEqual([
      "edited: Travellers may return their season tickets at the pier.",
    ]);
  });

  test("a menu of a page that only one version is read with, as another entry grew to a sentence", () => {
    const page = (entry: string) =>
      readStory(
        "a.html",
        `<h1>Days of the port</h1><ul><li>Lantern Day (3 March)</li><li>${entry}</li></ul><ul><li>Go</li><li>Help</li></ul>
        <p>${BODY.join("</p><p>")}</p><p>${NOTICE}</p>`,
      );
    const long = "Boat Day, with a fair on the old pier and a long walk along the quay.";
    expect(changes(page("Boat Day"), page(long)).filter((change) => /Go|Help|Lantern/.test(change))).toEqual(
      [],
    );
  });
});
