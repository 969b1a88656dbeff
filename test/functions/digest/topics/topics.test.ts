import { describe, expect, it } from "vitest";
import { parseTopics, readTopics } from "../../../../functions/digest/topics/topics.ts";

describe("topics", () => {
  it("have a name, and all else by default: no wish lets everything in", () => {
    expect(parseTopics('[{"name":"all"}]')).toEqual([
      {
        name: "all",
        title: "all",
        keys: [],
        words: [],
        not: [],
        languages: [],
        kinds: [],
        figure: undefined,
        rhythm: "daily",
      },
    ]);
  });

  it("take one text for a list of one, and a share in percent", () => {
    const [topic] = readTopics([
      {
        name: "money",
        title: "Money",
        words: "budget",
        keys: ["wire/", "**/*.md"],
        figure: { change: "2.5 %" },
      },
    ]) as readonly {
      words: readonly string[];
      figure: number;
      keys: readonly { matches(key: string): boolean }[];
    }[];
    expect(topic).toMatchObject({ title: "Money", words: ["budget"], figure: 0.025 });
    const [prefix, glob] = topic?.keys ?? [];
    expect([prefix?.matches("wire/a.txt"), prefix?.matches("a/wire/")]).toEqual([true, false]);
    expect([glob?.matches("a/b.md"), glob?.matches("a/b.txt")]).toEqual([true, false]);
  });

  it.each<[string, string]>([
    ["x", 'topics is no JSON: write a list such as [{"name":"courts","keys":"court/"}]'],
    ["{}", 'topics is {}: expected a list such as [{"name":"courts","keys":"court/"}]'],
    ["[3]", 'topic 1 is 3: expected an object such as {"name":"courts","keys":"court/"}'],
    ['[{"keys":"a"}]', "topic 1 has no name: add one"],
    [
      '[{"name":"a b"}]',
      'topic a b has name "a b": expected a name of up to 64 letters, digits, underscores and hyphens',
    ],
    [
      '[{"name":"a","key":"x"}]',
      "topic a has key, which no topic has: use name, title, keys, words, not, languages, kinds, figure, rhythm",
    ],
    [
      '[{"name":"a","kinds":["newish"]}]',
      'topic a has kinds.0 "newish": expected one of new, revised, returned, reverted, renamed, removed',
    ],
    [
      '[{"name":"a","figure":{"change":"ten"}}]',
      'topic a has figure.change "ten": expected a share such as 10%',
    ],
    ['[{"name":"a","figure":{}}]', "topic a has no figure.change: add one"],
    [
      '[{"name":"a","figure":{"change":"10%","by":1}}]',
      "topic a has figure.by, which no topic has: use name, title, keys, words, not, languages, kinds, figure, rhythm",
    ],
    ['[{"name":"a","words":[""]}]', 'topic a has words.0 "": expected a text that is not empty'],
    ['[{"name":"a","words":7}]', "topic a has words 7: expected a text or a list of texts"],
    [
      '[{"name":"a","languages":"english please"}]',
      "topic a has languages: expected language tags such as en or pt-BR",
    ],
    ['[{"name":"a"},{"name":"A"}]', "topic A is there twice: give each its own name"],
  ])("are refused in one sentence: %s", (json, message) => {
    expect(parseTopics(json)).toBe(message);
  });

  it("are no more than SES takes, and their globs can be read", () => {
    const many = Array.from({ length: 21 }, (_, n) => ({ name: `t${n}` }));
    expect(readTopics(many)).toBe("topics has 21 of them: a contact list takes at most 20");
    expect(readTopics([{ name: "a", keys: "**x" }])).toMatch(
      /^topic a has keys that cannot be read: the glob/,
    );
  });
});
