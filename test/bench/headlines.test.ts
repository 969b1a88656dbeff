import { expect, test } from "vitest";
import { cutTitle } from "../../bench/figures/headlines.ts";

const body = `The quay of Oslo burned all night. ${"Nobody knows why it did. ".repeat(12)}`.trim();

test.each([
  ["a date", "Fire closes the quay of Oslo May 3, 2013"],
  ["a weekday and a date", "Fire closes the quay of Oslo Friday, May 3, 2013"],
  ["a date and a clock", "Fire closes the quay of Oslo 3 May 2013 5: 03pm EDT |"],
  ["the word for it", "Fire closes the quay of Oslo Published: May 3, 2013"],
])("finds the title before %s", (_, start) => {
  expect(cutTitle(`${start} ${body}`)).toEqual({ title: "Fire closes the quay of Oslo", body });
});

test.each([
  ["there is no date", body],
  ["the date stands in a sentence", `The quay burned. It was May 3, 2013. ${body}`],
  ["what stands before the date is too short", `Burning quaysides everywhere May 3, 2013 ${body}`],
  ["there is hardly a body", "Fire closes the quay of Oslo May 3, 2013 The quay burned."],
])("finds none where %s", (_, text) => {
  expect(cutTitle(text)).toBeUndefined();
});
