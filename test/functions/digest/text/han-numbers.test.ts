import { describe, expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";
import { readHanAmount } from "../../../../functions/digest/text/han-numbers.ts";
import { tokenise } from "../../../../functions/digest/text/tokens.ts";
import { fc } from "../../../support/laws.ts";

const changedFacts = (before: string, after: string) =>
  compareSentences(before, after).facts.map(
    (fact) => `${fact.kind}: ${fact.before ?? "∅"} → ${fact.after ?? "∅"}`,
  );

describe("readHanAmount", () => {
  test.each([
    ["十二人", "12", "人"],
    ["12人", "12", "人"],
    ["１２人", "12", "人"],
    ["二〇二五年", "2025", "年"],
    ["3万", "30000", ""],
    ["3万5千人", "35000", "人"],
    ["1.2億円", "120000000", "円"],
    ["1,200元", "1200", "元"],
    ["一億二千万円", "120000000", "円"],
    ["二十五名", "25", "名"],
    ["千人", "1000", "人"],
    ["3个月", "3", "个月"],
    ["百分之五", "5", "%"],
  ])("reads %s as %s %s", (text, value, unit) => {
    expect(readHanAmount(text)).toEqual({ value, unit });
  });

  test.each(["12", "1,200", "12 km", "人", "火灾"])("leaves %s alone", (text) => {
    expect(readHanAmount(text)).toBeUndefined();
  });
});

describe("facts changed in a sentence without spaces between words", () => {
  test.each([
    ["火灾造成十二人死亡。", "火灾造成十九人死亡。", ["number: 十二人 → 十九人"]],
    ["火灾造成12人死亡。", "火灾造成45人死亡。", ["number: 12人 → 45人"]],
    ["損害は1.2億円に上る。", "損害は12億円に上る。", ["number: 1.2億円 → 12億円"]],
    ["约3万人撤离。", "约5万人撤离。", ["number: 3万人 → 5万人"]],
    ["会议于11月20日举行。", "会议于11月21日举行。", ["date: 11月20日 → 11月21日"]],
    ["会议于2025年11月20日举行。", "会议于2026年11月20日举行。", ["date: 2025年11月20日 → 2026年11月20日"]],
    ["会議は20日に始まる。", "会議は21日に始まる。", ["date: 20日 → 21日"]],
    ["他被判三年。", "他被判五年。", ["number: 三年 → 五年"]],
    ["公司成立于1998年。", "公司成立于1989年。", ["date: 1998年 → 1989年"]],
    ["失业率为百分之五。", "失业率为百分之九。", ["number: 百分之五 → 百分之九"]],
  ])("%s → %s", (before, after, expected) => {
    expect(changedFacts(before, after)).toEqual(expected);
  });

  test.each([
    ["火灾造成十二人死亡。", "火灾造成12人死亡。"],
    ["火灾造成12人死亡。", "火灾中12人死亡。"],
    ["会议于十一月二十日举行。", "会议于11月20日举行。"],
    ["他十分高兴。", "他非常高兴。"],
    ["这是一个问题。", "这是个问题。"],
    ["12日本人来。", "12日本人到。"],
  ])("%s and %s state the same facts", (before, after) => {
    expect(changedFacts(before, after)).toEqual([]);
  });

  test("have no label, as the label rules are for English", () => {
    expect(
      compareSentences("火灾造成十二人死亡。", "火灾造成十九人死亡。").facts[0]?.context,
    ).toBeUndefined();
  });
});

test("tokens of any mixture of scripts, joined, are the text", () => {
  const unit = fc.constantFrom(
    "十",
    "二",
    "人",
    "万",
    "死",
    "亡",
    "1",
    "２",
    ".",
    "A",
    "b",
    " ",
    "年",
    "百分之",
    "ー",
    "カ",
    "-",
    "元",
  );
  const text = fc.array(unit, { maxLength: 20 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (made) => {
      expect(
        tokenise(made)
          .map((token) => token.text)
          .join(""),
      ).toBe(made);
    }),
    { seed: 9, numRuns: 500 },
  );
});

test.each(["一", "十二", "１", "1万", "百分之", "1.", "1,", "二〇"])(
  "reads an endless %s in linear time",
  (part) => {
    const tokens = tokenise(part.repeat(20_000));
    expect(tokens.map(({ text }) => text).join("")).toBe(part.repeat(20_000));
  },
);
