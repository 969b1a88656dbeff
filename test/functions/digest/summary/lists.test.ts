import { describe, expect, it } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { summariseRevision } from "../../../../functions/digest/summary/revised.ts";
import { summarise } from "../../../../functions/digest/summary/summarise.ts";

const COMMITS = [
  "- [`3f2a91c0de`] - **net**: close the socket after the last byte of a pipelined answer (Ann Reed) #4711",
  "- [`77b0e2d941`] - **doc**: name every signal that the new scheduler sends to a worker which it stops early (Bo Lund) #4715",
  "- [`90aa12c3f7`] - **test**: wait for the port (Cy Dunn) #4719",
].join("\n");
const PROSE = "The scheduler of this release stops workers that have had no task for nineteen minutes.";

function story(body: string, key = "release.md") {
  const parsed = parseStory(key, Buffer.from(body, "utf8"));
  if (isUnreadable(parsed)) {
    throw new Error(`cannot read the story: ${parsed.unreadable}`);
  }
  return parsed;
}

function post(body: string) {
  return story(`---\ntitle: Release 4.2\n---\n${body}\n`);
}

describe("the summary of a story with lists", () => {
  it.each([
    ["commits alone", COMMITS],
    [
      "an ordered list",
      "1. North pier\n2. South pier\n3. The long quay behind the old fish market of Vellmouth and its eleven cranes",
    ],
    ["a list in Japanese", "- 北埠頭\n- 南埠頭の改修工事と新しい航路の案内"],
    [
      "commits and code",
      `${COMMITS}\n\n\`\`\`\ncurl -O release.tar.gz and check the sum before you install it.\n\`\`\``,
    ],
    ["a table", "| Pier | Berths |\n|---|---|\n| North | 4 berths are open to all ferries of the line. |"],
  ])("is empty if it has nothing but %s", (_, body) => {
    expect(summarise(post(body))).toEqual([]);
  });

  it("has the headings of a mere list", () => {
    expect(summarise(post(`- One\n\n## Commits\n\n${COMMITS}`))).toEqual(["Commits"]);
  });

  it("quotes prose, and no item that only names something", () => {
    expect(summarise(post(`${PROSE}\n\n${COMMITS}`))).toEqual([PROSE]);
    expect(summarise(post(`${COMMITS}\n\n${PROSE}`))).toEqual([PROSE]);
  });

  it("quotes items that are sentences", () => {
    const items = [
      "The north pier of the harbour opens to ferries on Monday.",
      "Tickets for the crossing cost four euros from then on.",
    ];
    expect(summarise(post(items.map((item) => `* ${item}`).join("\n")))).toEqual(items);
    const html = story(
      `<h1>Harbour</h1><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`,
      "harbour.html",
    );
    expect(summarise(html)).toEqual(items);
  });

  it("quotes no such item of a revision", () => {
    const [before, after] = [post(PROSE), post(`${PROSE}\n\n${COMMITS}`)];
    expect(summariseRevision(compareStories(before, after), { after })).toEqual([]);
    const [short, long] = [
      post(COMMITS),
      post(`${COMMITS}\n- [\`aa01\`] - **net**: open it again (Di Moss) #4720`),
    ];
    expect(summariseRevision(compareStories(short, long), { after: long })).toEqual([]);
  });
});
