import { describe, expect, test } from "vitest";
import { gradeOf } from "../../../../functions/digest/summary/sentence-form.ts";
import { saysNoNews } from "../../../../functions/digest/text/asides/about-text.ts";

describe("the grade of a sentence", () => {
  test.each([
    ["The council of Oslo closed the quay to all ships on Monday.", "strong"],
    ["“We had no warning at all before the wall gave way,” said the harbour master.", "strong"],
    ["Who paid for the repair of the quay, and who decided that it should wait?", "weak"],
    ["The mayor of Oslo (pictured) closed the quay to all ships on Monday.", "aside"],
    ["Photo: The council of Oslo looks at the quay on Monday.", "aside"],
    ["Picture 3: The council of Oslo looks at the quay on Monday.", "aside"],
    ["Top row: Ada Holt of the council of Oslo looks at the quay on Monday.", "aside"],
    ["From left to right: Ada Holt and Ines Vik of the council look at the quay.", "aside"],
    ["De gauche à droite: Ada Holt et Ines Vik regardent le quai du port.", "aside"],
    ["Von links nach rechts: Ada Holt und Ines Vik sehen sich den Kai an.", "aside"],
    ["From left and right: the council of Oslo is attacked over the closed quay.", "strong"],
    ["Police: The council of Oslo has closed the quay to all ships.", "strong"],
    ["Harbour Of Oslo Closed: What Comes Next For Its Ships?", "heading"],
    ["What comes next", "heading"],
    ["Council of Oslo closes the quay to all ships after a fire in a warehouse", "heading"],
    ["The council spoke about these points, among others:", "heading"],
    ["1. Repairs: The quay is to be rebuilt within a year and a half.", "item"],
    ["• The quay is to be rebuilt within a year and a half.", "item"],
    [
      "2. The council of Oslo closed the quay to all ships on Monday, after a fire in a warehouse that had stood empty for years.",
      "strong",
    ],
    ["{% for pier in piers %} The council of Oslo closed {{ pier.name }} to all ships.", "aside"],
    ["function closeQuay() { return document.getElementById('quay').close(); }", "aside"],
    ["The council of Oslo (population 700,000) closed the quay; ships go on to Drammen.", "strong"],
    ["The council gave the quay the function (a market) that it had in 1911.", "strong"],
    ["Nobody was hurt.", "weak"],
    [`The ${"very ".repeat(90)}old quay was closed.`, "weak"],
    ["奥斯陆市议会星期一宣布关闭港口码头，所有船只改道。", "strong"],
    ["港口的未来", "heading"],
    [
      "Plan of the quay for ships of every size: https://oslo.example/plans/quay-of-the-harbour.pdf Notes on it: https://oslo.example/plans/notes.pdf.",
      "heading",
    ],
    [
      "Téléchargez ici le plan du quai : https://oslo.example/plans/quai-du-port-et-des-hangars.pdf.",
      "heading",
    ],
    [
      "The council of Oslo published the plan at https://oslo.example on Monday and asks for letters.",
      "strong",
    ],
    ["أغلق مجلس مدينة أوسلو رصيف الميناء أمام جميع السفن يوم الاثنين.", "strong"],
  ])("of “%s” is %s", (sentence, grade) => {
    expect(gradeOf(sentence)).toBe(grade);
  });

  test("is strong for a long line that lost its full stop", () => {
    const line = "The council of Oslo closed the quay to all ships on Monday after a fire in a warehouse";
    expect(gradeOf(`${line} that had stood empty for years`)).toBe("strong");
  });
});

test.each([
  ["This post originally appeared on the website of the harbour.", true],
  ["This article was first published in the Velm Gazette.", true],
  ["Originally published on the blog of the ferry line.", true],
  ["This story is also posted on the page of the town.", true],
  ["This is a guest post by Ada Holt of the ferry line.", true],
  ["Editor’s note: Ada Holt works for the ferry line.", true],
  ["Harbour Editor’s note: Ada Holt works for the ferry line.", true],
  ["Cet article a été initialement publié sur le site du port.", true],
  ["Dieser Beitrag erschien zuerst in der Zeitung von Velm.", true],
  ["Dieser Artikel wurde ursprünglich auf der Seite des Hafens gezeigt.", true],
  ["Este artículo se publicó originalmente en la página del puerto.", true],
  ["Questo articolo è stato pubblicato per la prima volta a Velm.", true],
  // Controls.
  ["This post on the north pier was first in line when the storm came.", false],
  ["This article of the law was published on Monday by the ministry.", false],
  ["The story of the ferry first appeared in court on Monday.", false],
  ["This page of the harbour book names twelve pilots.", false],
  ["Dieser Artikel des Gesetzes gilt ab Montag für alle Häfen.", false],
])("“%s” is about the text itself: %s", (sentence, expected) => {
  expect(saysNoNews(sentence)).toBe(expected);
});
