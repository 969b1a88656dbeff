import { describe, expect, test } from "vitest";
import { formOf } from "../../../../functions/digest/summary/sentence-form.ts";

describe("the grade of a sentence", () => {
  test.each([
    ["The council of Oslo closed the quay to all ships on Monday.", "strong"],
    ["“We had no warning at all before the wall gave way,” said the harbour master.", "strong"],
    ["Who paid for the repair of the quay, and who decided that it should wait?", "strong"],
    ["Harbour Of Oslo Closed: What Comes Next For Its Ships?", "heading"],
    ["What comes next", "heading"],
    ["Council of Oslo closes the quay to all ships after a fire in a warehouse", "heading"],
    ["The council spoke about these points, among others:", "heading"],
    ["1. Repairs: The quay is to be rebuilt within a year and a half.", "weak"],
    ["• The quay is to be rebuilt within a year and a half.", "weak"],
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
    expect(formOf(sentence).grade).toBe(grade);
  });

  test("is strong for a long line that lost its full stop", () => {
    const line = "The council of Oslo closed the quay to all ships on Monday after a fire in a warehouse";
    expect(formOf(`${line} that had stood empty for years`).grade).toBe("strong");
  });
});

describe("the penalty of a sentence", () => {
  test.each([
    ["a plain one", "The council of Oslo closed the quay to all ships on Monday.", 0],
    ["a short one", "Nobody was hurt.", 0.4],
    ["a long one", `The council ${"and the harbour ".repeat(14)}closed the quay.`, 0.1],
    ["a question", "Who paid for the repair of the quay in the harbour of Oslo?", 0.1],
    ["a label", "Picture: The council of Oslo looks at the quay on Monday.", 0.2],
    ["a caption", "The mayor of Oslo (pictured) closed the quay to all ships on Monday.", 0.2],
    ["a quotation", "“We had no warning at all before the wall gave way,” said the master.", 0.1],
  ])("of %s", (_, sentence, penalty) => {
    expect(formOf(sentence).penalty).toBeCloseTo(penalty);
  });
});
