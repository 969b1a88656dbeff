import type { Story } from "../../../../functions/digest/story/types.ts";

/** A story with the given paragraphs, for tests of the steps after parsing. */
export function makeStory(paragraphs: readonly string[], overrides: Partial<Story> = {}): Story {
  const text = paragraphs.join("\n\n");
  return {
    format: "text",
    key: "news/harbour.txt",
    headline: "Harbour fire",
    headlineSource: "given",
    paragraphs,
    headings: [],
    boilerplate: [],
    dir: "ltr",
    text,
    hash: text,
    encoding: "utf-8",
    repairs: 0,
    ...overrides,
  };
}
