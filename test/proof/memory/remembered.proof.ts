import "./remembered.ts";
import { expect, it } from "vitest";
import { callsOfADay } from "../cases.ts";
import { DAYS } from "../days.ts";
import { tryDay } from "../try-day.ts";
import { answers } from "./remembered.ts";

it.each(Object.entries(DAYS))(
  "what the pure functions answer from memory is what they answer afresh: %s",
  async (_, [setting, openContents]) => {
    const contents = await openContents();
    const { length } = await callsOfADay(setting, contents);
    answers.areChecked = true;
    const before = answers.checked;
    const { violations } = await tryDay(setting, contents, [
      { at: Math.floor(length / 2), fault: "crash before" },
    ]);
    expect(violations).toEqual([]);
    expect(answers.checked - before).toBeGreaterThan(10);
  },
);
