import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenise } from "../../../../functions/digest/text/tokens.ts";
import { anyText } from "../revision/arbitraries.ts";

const visible = (text: string) =>
  tokenise(text)
    .filter((token) => token.type !== "space")
    .map((token) => token.text);

test.each([
  ["It cost $1.5 million.", ["It", "cost", "$1.5", "million", "."]],
  ["from -5 to +1,200 kg", ["from", "-5", "to", "+1,200", "kg"]],
  ["won’t, long-term", ["won’t", ",", "long-term"]],
  ["U.S. troops", ["U.S.", "troops"]],
  ["up 5% or 5 %", ["up", "5%", "or", "5 %"]],
  ["won 3-1 on 2025-06-22", ["won", "3-1", "on", "2025-06-22"]],
  ["US$1.2bn, 10km", ["US$1.2bn", ",", "10km"]],
  ["page 5.", ["page", "5", "."]],
  ["COVID-19", ["COVID-19"]],
  ["A-5 and (-5)", ["A-5", "and", "(", "-5", ")"]],
])("splits %j where a reader would", (text, tokens) => {
  expect(visible(text)).toEqual(tokens);
});

test("returns tokens that, joined, are the text, whatever it contains", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(
        tokenise(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
    { seed: 1 },
  );
});
