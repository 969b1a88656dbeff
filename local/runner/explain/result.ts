import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type Edition, EditionSchema } from "../../../functions/digest/edition/schema.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { explain } from "../explain.ts";
import type { CommandOptions } from "../options.ts";
import type { LocalResult } from "../run-locally.ts";
import { type Choice, choiceOf } from "./choice.ts";
import { explainReader } from "./reader.ts";
import { readershipOf } from "./readership.ts";
import { explainTopics } from "./topics.ts";

type Wishes = Pick<CommandOptions, "state" | "recipients" | "isExplained" | "reader">;

/** What `--explain` and `--reader` add to the report of a run; empty if neither is asked for. Throws what is wrong with the topics. */
export async function explainResult(result: LocalResult, options: Wishes): Promise<string> {
  const { isExplained, reader: address } = options;
  if (!isExplained && address === undefined) {
    return "";
  }
  const edition = result.saved === null ? undefined : savedEdition(result.saved);
  const readership = await readershipOf(options, process.env);
  const choice = address === undefined ? undefined : choiceOf(address, readership, edition);
  const topics = choice === undefined ? readership.topics : topicsIn(choice);
  const parts = [
    ...(isExplained && edition !== undefined ? [explain(edition), explainTopics(edition, topics)] : []),
    ...(choice === undefined ? [] : [await explainReader({ choice, result, edition }, options)]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Those whose rules are worth telling. */
function topicsIn(choice: Choice): readonly Topic[] {
  return choice.isReader ? (choice.topics ?? []) : [];
}

function savedEdition({ out, files }: NonNullable<LocalResult["saved"]>): Edition | undefined {
  return files.includes("edition.json")
    ? v.parse(EditionSchema, JSON.parse(readFileSync(join(out, "edition.json"), "utf8")))
    : undefined;
}
