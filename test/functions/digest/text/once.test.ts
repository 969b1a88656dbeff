import { expect, test } from "vitest";
import { asAsked, once, onceForLast, recently } from "../../../../functions/digest/text/once.ts";

test("makes a value when it is first asked for, and once", () => {
  let made = 0;
  const value = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});

test("takes from an iterator no more than what is asked for, and each once", () => {
  const taken: number[] = [];
  const values = [1, 2, 3].values().map((value) => {
    taken.push(value);
    return value * 10;
  });
  const row = asAsked(values);
  expect([row.at(1), row.at(0), row.at(1)]).toEqual([20, 10, 20]);
  expect(taken).toEqual([1, 2]);
  expect([row.at(5), row.at(2), row.at(3)]).toEqual([undefined, 30, undefined]);
});

/** A maker that counts the letters of texts, and what it was asked for. */
function counting() {
  const asked: string[] = [];
  const make = (text: string) => {
    asked.push(text);
    return text.length;
  };
  return { make, asked };
}

test("makes a value anew only when another text is asked for", () => {
  const { make, asked } = counting();
  const lengthOf = onceForLast(make);
  expect(["a", "a", "bb", "a"].map(lengthOf)).toEqual([1, 1, 2, 1]);
  expect(asked).toEqual(["a", "bb", "a"]);
});

test("keeps what was made of the last texts, up to so many letters together", () => {
  const { make, asked } = counting();
  const lengthOf = recently(4, make);
  expect(["aa", "bb", "aa", "bb"].map(lengthOf)).toEqual([2, 2, 2, 2]);
  expect(asked.splice(0)).toEqual(["aa", "bb"]);
  expect(["c", "c", "aa"].map(lengthOf)).toEqual([1, 1, 2]);
  expect(asked.splice(0)).toEqual(["c", "aa"]);
  expect(["ddddd", "ddddd"].map(lengthOf)).toEqual([5, 5]);
  expect(asked).toEqual(["ddddd", "ddddd"]);
});
