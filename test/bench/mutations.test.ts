import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FactMutation, mutateCosmetics, mutateFacts } from "../../bench/data/mutations.ts";
import { seededRandom } from "../../bench/data/random.ts";
import { judgeCosmetic, judgeFact, measureFacts } from "../../bench/figures/facts.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const story =
  "Harbour fire in Oslo kills twelve\n\n" +
  "The fire at the quay of Oslo killed 12 people and was seen by the crew of Piet Lohrmann on Monday, June 22. " +
  "It cost the owner $4.2 million and was 6 miles away — the quay has burned since 1998.\n\n" +
  "The harbour master said “we saw the tall flames from the hills,” and three boats have not sailed. " +
  "The mayor wasn't there, and they left a place where prices rose 9 percent.\n";

const names = (mutations: readonly { readonly name: string }[]) => mutations.map(({ name }) => name);

describe("mutateFacts", () => {
  const mutations = mutateFacts(story, 1, seededRandom(1));

  test("makes one mutation of each kind for which the text has a place", () => {
    expect(names(mutations)).toEqual(
      expect.arrayContaining(["digits", "words", "with a currency", "decimal point", "percent", "scale"]),
    );
    expect(names(mutations)).toEqual(expect.arrayContaining(["day", "month", "weekday", "year"]));
    expect(names(mutations)).toEqual(expect.arrayContaining(["another surname", "removed", "contraction"]));
  });

  test("changes the text at one place, from its `before` to its `after`", () => {
    for (const { text, before = "", after = "" } of mutations) {
      expect(text).not.toBe(story);
      expect(story).toContain(before);
      expect(text).toContain(after);
    }
  });

  test("does the same for the same seed, and something else for another", () => {
    expect(mutateFacts(story, 1, seededRandom(1))).toEqual(mutations);
    expect(mutateFacts(story, 1, seededRandom(2))).not.toEqual(mutations);
  });
});

describe("mutateCosmetics", () => {
  const mutations = mutateCosmetics(story, seededRandom(1));
  const afterOf = (name: string) => {
    const found = mutations.find((mutation) => mutation.name === name);
    return Buffer.from(found?.after ?? []);
  };

  test.each([
    ["straight quotes", `said "we saw`],
    ["dashes", "away – the"],
    ["mojibake", "â€œwe saw"],
    ["CRLF", "twelve\r\n\r\n"],
    ["headline in capitals", "HARBOUR FIRE IN OSLO KILLS TWELVE\n"],
    ["headline in title case", "Harbour Fire In Oslo Kills Twelve\n"],
  ])("%s gives a text with %j", (name, part) => {
    expect(afterOf(name).toString("utf8")).toContain(part);
  });

  test("windows-1252 bytes hold a quotation mark in one byte", () => {
    expect(afterOf("windows-1252 bytes").includes(Buffer.from([0x93, 0x77, 0x65]))).toBe(true);
  });

  test("leaves no bytes as they were", () => {
    expect(mutations.length).toBeGreaterThan(12);
    for (const { before, after } of mutations) {
      expect(Buffer.from(before).equals(after)).toBe(false);
    }
  });
});

describe("a mutation is judged", () => {
  const found = (mutation: Partial<FactMutation> & { readonly text: string }) =>
    judgeFact(story, { name: "digits", kind: "number", ...mutation });

  test("by the kind and both values of the reported fact", () => {
    const text = story.replace("killed 12", "killed 21");
    expect(found({ text, before: "12", after: "21" })).toMatchObject({ isFound: true, isAlone: true });
    expect(found({ text, before: "12", after: "22" }).isFound).toBe(false);
    expect(found({ text, before: "12", after: "21", kind: "date" }).isFound).toBe(false);
  });

  test("as not reported alone if something else changed too", () => {
    const text = story.replace("killed 12", "killed 21").replace("$4.2", "$4.3");
    expect(found({ text, before: "12", after: "21" })).toMatchObject({ isFound: true, isAlone: false });
  });

  test("as called substantive where it is not cosmetic at all", () => {
    const judge = (after: string) =>
      judgeCosmetic({ name: "none", before: Buffer.from(story), after: Buffer.from(after) });
    expect(judge(story.replace("12", "21"))).toMatchObject({ kind: "substantive", isSubstantive: true });
    expect(judge(story.replaceAll(" ", "  "))).toMatchObject({ kind: "cosmetic", isSubstantive: false });
  });
});

test("measures every fact found and no cosmetic change called substantive in one plain story", () => {
  const folder = join(temporaryFolder(), "facts");
  mkdirSync(folder);
  const [reference = "", ...paragraphs] = story.trim().split("\n\n");
  writeFileSync(
    join(folder, "summaries.json"),
    JSON.stringify([{ id: "fire", text: paragraphs.join(" "), reference }]),
  );
  const figures = new Map(measureFacts(folder).map((one) => [one.figure, one]));
  expect(figures.get("fact found")?.value).toBe(100);
  expect(figures.get("fact found")?.of).toBeGreaterThan(20);
  expect(figures.get("fact found (number: digits)")?.value).toBe(100);
  expect(figures.get("cosmetic called substantive")?.value).toBe(0);
  expect(figures.get("cosmetic called minor")?.value).toBe(0);
});
