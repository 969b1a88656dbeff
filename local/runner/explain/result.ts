import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { readStateOf } from "../../cloud.ts";
import { explain } from "../explain.ts";
import type { CommandOptions } from "../options.ts";
import type { LocalResult } from "../run-locally.ts";
import { type Choice, choiceOf } from "./choice.ts";
import { explainReader } from "./reader.ts";
import { readershipOf } from "./readership.ts";
import { toldBy } from "./told.ts";
import { explainTopics } from "./topics.ts";

type Wishes = Pick<CommandOptions, "state" | "recipients" | "isExplained" | "reader">;

/** What `--explain` and `--reader` add to the report of a run; empty if neither is asked for. Throws what is wrong with the topics. */
export async function explainResult(result: LocalResult, options: Wishes): Promise<string> {
  const { isExplained, reader: address } = options;
  if (!isExplained && address === undefined) {
    return "";
  }
  const readership = await readershipOf(options, process.env);
  const told = await toldBy(result, readStateOf(options.state), readership.config);
  const choice = address === undefined ? undefined : choiceOf(address, readership, told);
  const topics = choice === undefined ? readership.topics : topicsIn(choice);
  const parts = [
    ...(isExplained && told !== undefined ? [explain(told.edition), explainTopics(told, topics)] : []),
    ...(choice === undefined ? [] : [await explainReader({ choice, result, told }, options)]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Those whose rules are worth telling. */
function topicsIn(choice: Choice): readonly Topic[] {
  return choice.isReader ? (choice.topics ?? []) : [];
}
