import { expect, test } from "vitest";
import { joinedWords, tokenise } from "../../../../functions/digest/text/tokens.ts";
import { fc } from "../../../support/laws.ts";
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

/** What the words of a text are, as a pattern says it. */
const JOINED = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const PIECES = [..."aZ0 .,'’-\n—“é\u0301ß漢カ٣😀𝒜ﬁाक\u200d\u00a0"];

test.each([
  ["don't, he said.", ["don't", "he", "said"]],
  ["1,234.5 at 6.", ["1,234.5", "at", "6"]],
  ["aren’t “naïve”—or so", ["aren’t", "naïve", "or", "so"]],
  ["’tis 𝒜 हिन्दी", ["tis", "𝒜", "हिन्दी"]],
  [" … ", []],
])("cuts %j into words with what is joined to them", (text, words) => {
  expect(joinedWords(text)).toEqual(words);
});

test.each([
  ["any text", anyText],
  ["any run of telling characters", fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(""))],
])("cuts %s where a pattern would", (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(joinedWords(text)).toEqual(text.match(JOINED) ?? []);
    }),
    { seed: 1, numRuns: 500 },
  );
});
