import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import type { Edit } from "../../../../functions/digest/revision/types.ts";
import { splitSentences } from "../../../../functions/digest/text/sentences/sentences.ts";
import { makeStory } from "./make-story.ts";

const vote = "The city council voted on Tuesday to close the Mill Street bridge for two years.";
const cracks = "Engineers found cracks in three of its eight piers in April, the council said.";
const mayor = "“We cannot ask people to drive over it for another winter,” Mayor Ines Vik told reporters.";
const traffic = "About 14,000 vehicles cross the bridge each day.";
const fear = "Shop owners on the east bank fear for their trade.";
const baker = "“Half my customers come from the other side,” said Jo Lind, who runs a bakery there.";
const cost = "Repairs will cost $12 million, most of it paid by the state.";
const built = "The bridge was built in 1931 and last renewed in 1988.";
const zhVote = "市议会周二投票决定关闭磨坊街大桥两年。";
const zhCracks = "工程师四月在八个桥墩中的三个发现了裂缝。";
const zhTraffic = "每天约有一万四千辆车通过这座桥。";
const zhCost = "维修费用为1200万元,大部分由州政府支付。";
const zhFerry = "渡轮从早上六点起每十分钟一班,在大桥重新开放之前,居民可以免费乘坐。";
const bridge = [vote, `${cracks} ${mayor}`, traffic, `${fear} ${baker}`, cost, built];

/**
 * Paragraphs before and after, and the edits that an editor would report, in order: `=` kept, `~` edited, `+` added, `-`
 * removed, `>` moved, each with the positions of its sentences before and after, from 0. "~ 3/3,4" is a split, "~ 3,4/3" a
 * merge, "> 5/1~" a move with an edit. Of two sentences that crossed, the edited or the shorter one moved.
 */
const CASES: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
  ["the same story", bridge, bridge, "= 0/0 = 1/1 = 2/2 = 3/3 = 4/4 = 5/5 = 6/6 = 7/7"],
  [
    "a corrected figure",
    [vote, cracks, traffic],
    [vote, "Engineers found cracks in five of its eight piers in April, the council said.", traffic],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a paragraph moved up",
    bridge,
    [vote, built, `${cracks} ${mayor}`, traffic, `${fear} ${baker}`, cost],
    "= 0/0 > 7/1 = 1/2 = 2/3 = 3/4 = 4/5 = 5/6 = 6/7",
  ],
  [
    "two paragraphs that swapped places: the shorter one moved",
    bridge,
    [vote, `${cracks} ${mayor}`, traffic, cost, built, `${fear} ${baker}`],
    "= 0/0 = 1/1 = 2/2 = 3/3 > 6/4 > 7/5 = 4/6 = 5/7",
  ],
  [
    "a moved sentence with an edit in it",
    bridge,
    [
      vote,
      "Repairs will cost $15 million, most of it paid by the state.",
      `${cracks} ${mayor}`,
      traffic,
      `${fear} ${baker}`,
      built,
    ],
    "= 0/0 > 6/1~ = 1/2 = 2/3 = 3/4 = 4/5 = 5/6 = 7/7",
  ],
  [
    "three paragraphs in the opposite order",
    [vote, cracks, traffic, cost, built],
    [vote, cost, traffic, cracks, built],
    "= 0/0 > 3/1 > 2/2 = 1/3 = 4/4",
  ],
  [
    "two paragraphs that swapped places and were edited",
    [vote, cracks, traffic, cost, built],
    [
      vote,
      "Repairs will cost $12 million, nearly all of it paid by the state.",
      traffic,
      "Engineers found cracks in three of its eight piers in late April, the council said.",
      built,
    ],
    "= 0/0 > 3/1~ = 2/2 > 1/3~ = 4/4",
  ],
  [
    "a story in reverse order",
    [vote, cracks, traffic, built],
    [built, traffic, cracks, vote],
    "> 3/0 > 2/1 > 1/2 = 0/3",
  ],
  [
    "an edited paragraph that swapped places with an unedited one",
    [vote, cracks, traffic, built],
    [vote, traffic, "Engineers found deep cracks in three of its eight piers, the council said.", built],
    "= 0/0 = 2/1 > 1/2~ = 3/3",
  ],
  [
    "a quotation moved before the sentence it answers",
    [vote, fear, baker, cost],
    [vote, baker, fear, cost],
    "= 0/0 = 2/1 > 1/2 = 3/3",
  ],
  [
    "a split sentence",
    [
      vote,
      "The ferry will run every ten minutes from six in the morning, and tickets will be free for residents until the bridge opens again.",
      built,
    ],
    [
      vote,
      "The ferry will run every ten minutes from six in the morning. Tickets will be free for residents until the bridge opens again.",
      built,
    ],
    "= 0/0 ~ 1/1,2 = 2/3",
  ],
  [
    "a split sentence with one half edited",
    [
      vote,
      "The ferry will run every ten minutes from six in the morning, and tickets will be free for residents until the bridge opens again.",
      built,
    ],
    [
      vote,
      "The ferry will run every ten minutes from six in the morning. Tickets will be free for all residents and students until the bridge opens.",
      built,
    ],
    "= 0/0 ~ 1/1,2 = 2/3",
  ],
  [
    "a split sentence with a new one after it",
    [
      vote,
      "The ferry will run every ten minutes from six, and tickets will be free until the bridge opens.",
      cost,
    ],
    [
      vote,
      "The ferry will run every ten minutes from six.",
      "Tickets will be free until the bridge opens.",
      "Two choirs sang at the museum.",
      "Repairs will cost $15 million, half of it paid by the state.",
    ],
    "= 0/0 ~ 1/1,2 + 3 ~ 2/4",
  ],
  [
    "two merged sentences",
    [vote, "The work begins in March. It should be done within twenty months, the contractor said.", built],
    [vote, "The work begins in March and should be done within twenty months, the contractor said.", built],
    "= 0/0 ~ 1,2/1 = 3/2",
  ],
  ["two merged paragraphs", [vote, cracks, traffic], [`${vote} ${cracks}`, traffic], "= 0/0 = 1/1 = 2/2"],
  ["a split paragraph", [`${vote} ${cracks}`, traffic], [vote, cracks, traffic], "= 0/0 = 1/1 = 2/2"],
  [
    "an inserted paragraph of background",
    [vote, cracks, cost],
    [
      vote,
      cracks,
      "A bridge in the neighbouring county collapsed in 2019. Nobody was on it at the time.",
      cost,
    ],
    "= 0/0 = 1/1 + 2 + 3 = 2/4",
  ],
  ["a deleted quotation", [vote, cracks, mayor, cost], [vote, cracks, cost], "= 0/0 = 1/1 - 2 = 3/2"],
  [
    "a rewritten lede",
    [vote, cracks, cost],
    [
      "Drivers will have to do without the Mill Street bridge for two years after the city council voted to close it.",
      cracks,
      cost,
    ],
    "~ 0/0 = 1/1 = 2/2",
  ],
  [
    "a new lede above the old one",
    [vote, cracks],
    ["Thousands of commuters face long detours from Monday.", vote, cracks],
    "+ 0 = 0/1 = 1/2",
  ],
  [
    "a correction at the end",
    [vote, cracks],
    [vote, cracks, "Correction: An earlier version of this article misstated when the piers were inspected."],
    "= 0/0 = 1/1 + 2",
  ],
  [
    "a correction at the top, and the corrected sentence",
    [vote, traffic, cost],
    [
      "Correction: This article first gave a wrong number of vehicles.",
      vote,
      "About 41,000 vehicles cross the bridge each day.",
      cost,
    ],
    "+ 0 = 0/1 ~ 1/2 = 2/3",
  ],
  [
    "a list in another order",
    ["Closed from Monday:", "Mill Street bridge", "Harbour tunnel", "Ring road north", "Details follow."],
    ["Closed from Monday:", "Ring road north", "Harbour tunnel", "Mill Street bridge", "Details follow."],
    "= 0/0 > 3/1 > 2/2 = 1/3 = 4/4",
  ],
  [
    "one more line in a list",
    ["Closed from Monday:", "Mill Street bridge", "Ring road north", "Details follow."],
    ["Closed from Monday:", "Mill Street bridge", "Harbour tunnel", "Ring road north", "Details follow."],
    "= 0/0 = 1/1 + 2 = 2/3 = 3/4",
  ],
  [
    "the newest entry at the top of a live page",
    ["10:40 The bridge is closed.", "09:15 Police stop all traffic."],
    ["11:05 A first ferry leaves.", "10:40 The bridge is closed.", "09:15 Police stop all traffic."],
    "+ 0 = 0/1 = 1/2",
  ],
  ["a story cut at its end", bridge, bridge.slice(0, 3), "= 0/0 = 1/1 = 2/2 = 3/3 - 4 - 5 - 6 - 7"],
  [
    "a shortened quotation",
    [vote, mayor, cost],
    [vote, "“We cannot ask people to drive over it,” Mayor Ines Vik told reporters.", cost],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a quotation attributed to someone else",
    [vote, baker, cost],
    [vote, "“Half my customers come from the other side,” said Ada Holt, who runs a café there.", cost],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "swapped clauses",
    [vote, "After the inspection in April, the council closed two of the four lanes.", cost],
    [vote, "The council closed two of the four lanes after the inspection in April.", cost],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "different quotation marks",
    [vote, "“It is over,” she said."],
    [vote, '"It is over," she said.'],
    "= 0/0 = 1/1",
  ],
  [
    "a sentence replaced by an unrelated one",
    [vote, fear, cost],
    [vote, "Two choirs will sing at the opening of the museum.", cost],
    "= 0/0 - 1 + 1 = 2/2",
  ],
  [
    "two adjacent edits",
    [vote, traffic, cost, built],
    [
      vote,
      "About 14,000 cars and lorries cross the bridge each day.",
      "Repairs will cost $12 million, half of it paid by the state.",
      built,
    ],
    "= 0/0 ~ 1/1 ~ 2/2 = 3/3",
  ],
  [
    "a removed sentence next to an edited one",
    [vote, fear, traffic, built],
    [vote, "Some 14,000 vehicles cross the bridge every day.", built],
    "= 0/0 - 1 ~ 2/1 = 3/2",
  ],
  [
    "an added sentence next to an edited one",
    [vote, traffic, built],
    [
      vote,
      "The closure begins at midnight on Sunday.",
      "Some 14,000 vehicles cross the bridge every day.",
      built,
    ],
    "= 0/0 + 1 ~ 1/2 = 2/3",
  ],
  [
    "an extended sentence",
    [vote, cost, built],
    [
      vote,
      "Repairs will cost $12 million, most of it paid by the state, which also owns the two bridges further up the river.",
      built,
    ],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a shortened sentence",
    [vote, cracks, built],
    [vote, "Engineers found cracks in three piers.", built],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a repeated line with one copy removed",
    ["Ferry times:", "Every ten minutes.", "Bus times:", "Every ten minutes.", built],
    ["Ferry times:", "Bus times:", "Every ten minutes.", built],
    "= 0/0 - 1 = 2/1 = 3/2 = 4/3",
  ],
  [
    "a sentence repeated further down",
    [vote, cost, built],
    [vote, cost, built, cost],
    "= 0/0 = 1/1 = 2/2 + 3",
  ],
  [
    "a short line that resembles an unrelated one elsewhere",
    [vote, "Ferries run.", cracks, cost],
    [vote, cracks, "Ferries stop.", cost],
    "= 0/0 - 1 = 2/1 + 2 = 3/3",
  ],
  [
    "a death toll that rises as its source changes",
    ["At least 12 people died in the flood, officials in the valley said.", built],
    ["At least 19 people died in the flood, the interior ministry said.", built],
    "~ 0/0 = 1/1",
  ],
  [
    "a different story under the same key",
    [vote, cracks, traffic],
    ["Onion prices doubled in March.", "Growers blame weeks of rain.", "Imports may follow."],
    "- 0 - 1 - 2 + 0 + 1 + 2",
  ],
  [
    "a story that grows around its original text",
    [vote, cost],
    [
      "Commuters gathered at town hall before dawn.",
      vote,
      "Only one member voted against it.",
      cost,
      "A vote on the loan is due in May.",
    ],
    "+ 0 = 0/1 + 2 = 1/3 + 4",
  ],
  [
    "a changed figure in Chinese",
    [zhVote, zhCracks, zhTraffic],
    [zhVote, "工程师四月在八个桥墩中的五个发现了裂缝。", zhTraffic],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a rewritten sentence in Chinese",
    [zhVote, zhCracks, zhTraffic],
    [zhVote, "四月检查时,工程师在三个桥墩中发现了很深的裂缝。", zhTraffic],
    "= 0/0 ~ 1/1 = 2/2",
  ],
  [
    "a Chinese sentence moved up",
    [zhVote, zhCracks, zhTraffic, zhCost],
    [zhVote, zhCost, zhCracks, zhTraffic],
    "= 0/0 > 3/1 = 1/2 = 2/3",
  ],
  [
    "a Chinese sentence moved and edited",
    [zhVote, zhCracks, zhTraffic, zhCost],
    [zhVote, "维修费用为1500万元,大部分由州政府支付。", zhCracks, zhTraffic],
    "= 0/0 > 3/1~ = 1/2 = 2/3",
  ],
  [
    "a split Chinese sentence",
    [zhVote, zhFerry, zhTraffic],
    [zhVote, "渡轮从早上六点起每十分钟一班。在大桥重新开放之前,居民可以免费乘坐。", zhTraffic],
    "= 0/0 ~ 1/1,2 = 2/3",
  ],
  [
    "a Chinese sentence replaced by an unrelated one",
    [zhVote, zhTraffic, zhCost],
    [zhVote, "博物馆开幕式上将有两个合唱团演出。", zhCost],
    "= 0/0 - 1 + 1 = 2/2",
  ],
  [
    "a death toll that rises in Japanese",
    ["港の火災で12人が死亡したと消防が発表した。", "市長は月曜日に会見した。"],
    ["港の火災で19人が死亡したと消防が発表した。", "市長は月曜日に会見した。"],
    "~ 0/0 = 1/1",
  ],
  [
    "an edited paragraph in Thai below a new one",
    ["เรือข้ามฟากออกจากท่าเรือตอนรุ่งสางพร้อมผู้โดยสารเก้าสิบคน"],
    ["นายกเทศมนตรีขอบคุณอาสาสมัคร", "เรือข้ามฟากออกจากท่าเรือตอนเที่ยงพร้อมผู้โดยสารแปดสิบคน"],
    "+ 0 ~ 0/1",
  ],
];

describe("compareStories reports the edits of", () => {
  test.each(CASES)("%s", (_, before, after, edits) => {
    expect(editsOf(before, after)).toBe(edits);
  });

  test.each(CASES)("%s, reversed", (_, before, after, edits) => {
    const signs = (text: string) =>
      [...text.replaceAll(/[^=~+>-]/g, "")].filter((sign) => sign !== "~").sort();
    const swapped = edits.replaceAll("+", "*").replaceAll("- ", "+ ").replaceAll("*", "-");
    expect(signs(editsOf(after, before))).toEqual(signs(swapped));
  });
});

function editsOf(before: readonly string[], after: readonly string[]): string {
  const [from, to] = [before.flatMap(splitSentences), after.flatMap(splitSentences)];
  const { edits } = compareStories(makeStory(before), makeStory(after));
  const positions = { before: positionFinder(from), after: positionFinder(to) };
  return edits.map((edit) => formatEdit(edit, positions)).join(" ");
}

interface Positions {
  readonly before: (text: string) => string;
  readonly after: (text: string) => string;
}

function formatEdit(edit: Edit, { before, after }: Positions): string {
  switch (edit.edit) {
    case "added":
      return `+ ${after(edit.after)}`;
    case "removed":
      return `- ${before(edit.before)}`;
    case "moved":
      return `> ${edit.from}/${edit.to}${edit.before === edit.after ? "" : "~"}`;
    case "edited":
      return `~ ${before(edit.before)}/${after(edit.after)}`;
    case "kept":
      return `= ${before(edit.before)}/${after(edit.after)}`;
    default:
      return edit satisfies never;
  }
}

/** Returns a function that gives the positions of the sentences of a text; of repeated sentences, the first not yet used. */
function positionFinder(sentences: readonly string[]): (text: string) => string {
  const taken = new Set<number>();
  return (text) =>
    splitSentences(text)
      .map((sentence) => {
        const position = sentences.findIndex((other, n) => other === sentence && !taken.has(n));
        taken.add(position);
        return position;
      })
      .join(",");
}
