import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  array,
  type BaseIssue,
  type BaseSchema,
  type InferOutput,
  nullish,
  number,
  object,
  optional,
  safeParse,
  string,
  tuple,
} from "valibot";

/** A folder or file that cannot be used for measuring; the message is one line that says what to do. */
export class DataError extends Error {
  override readonly name = "DataError";
}

const GoldenRules = array(object({ text: string(), sentences: array(string()) }));
const EncodingCases = array(object({ kind: string(), original: string(), fixed: string() }));
const Summaries = array(object({ id: string(), text: string(), reference: string() }));
const Alignments = array(
  object({ before: array(string()), after: array(string()), edges: array(tuple([number(), number()])) }),
);
const Revisions = array(object({ name: string(), before: string(), after: string() }));
const EventStories = array(object({ id: string(), event: string(), text: string() }));
const Pages = array(
  object({
    url: string(),
    html: string(),
    gold: object({
      title: nullish(string()),
      author: nullish(string()),
      date: nullish(string()),
      body: nullish(string()),
      with: optional(array(string())),
      without: optional(array(string())),
    }),
  }),
);

/** A page, and what people found in it: the whole text, or segments of it and of what stands beside it. */
export type GoldPage = InferOutput<typeof Pages>[number];

/** A text and its sentences. */
export const readGoldenRules = (folder: string) => readList(folder, "sentences.json", GoldenRules);
/** A text as received and as it should be read. */
export const readEncodingCases = (folder: string) => readList(folder, "encoding.json", EncodingCases);
/** A story and its highlights, one per line. */
export const readSummaries = (folder: string) => readList(folder, "summaries.json", Summaries);
/** A story and its event. */
export const readEventStories = (folder: string) => readList(folder, "threads.json", EventStories);

/** Two versions of a text as sentences, and which ones people aligned. */
export const readAlignments = (folder: string) => readList(folder, "alignments.json", Alignments);
/** A document and its next version. */
export const readRevisions = (folder: string) => readList(folder, "revisions.json", Revisions);

/** Real pages with what a reader should find in them. */
export function readPages(folder: string): GoldPage[] {
  const file = join(folder, "pages", "pages-dev.jsonl.gz");
  return checked(file, Pages, readJsonLines(file));
}

function readList<T>(
  folder: string,
  name: string,
  schema: BaseSchema<unknown, T[], BaseIssue<unknown>>,
): T[] {
  const file = join(folder, name);
  return checked(file, schema, readJson(file));
}

function checked<T>(file: string, schema: BaseSchema<unknown, T[], BaseIssue<unknown>>, value: unknown): T[] {
  const parsed = safeParse(schema, value);
  if (!parsed.success) {
    throw new DataError(`cannot read ${file}: ${parsed.issues[0]?.message ?? "it has the wrong shape"}`);
  }
  if (parsed.output.length === 0) {
    throw new DataError(`cannot measure on ${file}: it is an empty list`);
  }
  return parsed.output;
}

function readJson(file: string): unknown {
  return parsed(file, () => JSON.parse(readFileSync(file, "utf8")));
}

function readJsonLines(file: string): unknown {
  return parsed(file, () =>
    gunzipSync(readFileSync(file))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
  );
}

function parsed(file: string, parse: () => unknown): unknown {
  try {
    return parse();
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? "it is not JSON" : "it is missing or unreadable";
    throw new DataError(`cannot read ${file}: ${reason}; name the folder that holds it`, { cause });
  }
}
