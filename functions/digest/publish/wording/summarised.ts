import type { EditionChange } from "../../edition/schema.ts";
import { plainText } from "./safe-text.ts";

const MAX_MODEL = 120;

/** How a summary came about that a model made; empty for one that is the first sentences. */
export function summarisedNote({ summarised }: Pick<EditionChange, "summarised">): string {
  if (summarised === undefined) {
    return "";
  }
  const model = plainText(summarised.model, MAX_MODEL);
  return summarised.does === "choose"
    ? `Sentences of the story, chosen by a model (${model}).`
    : `Written by a model (${model}). It may be wrong in what it says.`;
}
