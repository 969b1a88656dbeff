import type { ReadSentence } from "../../../facts/reading/types.ts";
import { quotationsIn } from "../../../facts/slots/quoted.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";

/** What stands for words left out of a quotation, or put into it. */
const LEFT_OUT = /^[…[\]()]$/u;

/** Quotations of a sentence whose words do not stand in the story one after the other, but for what they show as left out. */
export function unknownQuotations(sentence: ReadSentence, { run }: Source): readonly Found[] {
  return quotationsIn(sentence).flatMap(({ from, to }): readonly Found[] => {
    const pieces: string[][] = [[]];
    for (const { type, text, form } of sentence.tokens.slice(from, to)) {
      if (type !== "mark") {
        pieces.at(-1)?.push(form);
      } else if (LEFT_OUT.test(text)) {
        pieces.push([]);
      }
    }
    const isKnown = pieces.every((piece) => piece.length === 0 || run.includes(` ${piece.join(" ")} `));
    return isKnown ? [] : [{ kind: "quotation", from, to }];
  });
}
