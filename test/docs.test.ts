import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../functions/digest/run/request.ts";
import { RUN_OPTIONS } from "../local/runner/options.ts";
import manifest from "../package.json" with { type: "json" };
import { PROJECT } from "./support/command.ts";
import { ROOMS } from "./support/rooms.ts";

const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8");
const README = read("README.md");

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...readdirSync(join(PROJECT, "docs"), { recursive: true })
    .map((path) => join("docs", String(path)))
    .filter((path) => path.endsWith(".md")),
];

/** First cells of the rows of the table whose head begins with these words. */
function firstCells(page: string, head: string): readonly string[] {
  const lines = page.slice(page.indexOf(`| ${head}`)).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(2, end).map((line) => line.split("|")[1]?.trim() ?? "");
}

describe("the documents", () => {
  it.each(PAGES)("name only scripts that exist: %s", (page) => {
    const scripts = [
      ...read(page).matchAll(/npm (?:run (?:-s )?)?(test(?::\w+)?|(?<=run (?:-s )?)[\w:-]+)/g),
    ].map(([, name]) => name);
    for (const script of scripts) {
      expect(Object.keys(manifest.scripts), `npm run ${script}`).toContain(script);
    }
  });

  it.each(PAGES)("link only to files that exist: %s", (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? "");
    for (const link of links.filter((target) => !/^https?:/.test(target))) {
      expect(existsSync(join(PROJECT, dirname(page), link)), link).toBe(true);
    }
  });
});

/** Names of source files in the text, such as `functions/digest/run/run.ts` or `run/run.ts`, without globs. */
function filesNamedIn(page: string): readonly string[] {
  const [rooms, folders] = [
    ROOMS.join("|"),
    "functions|infra|local|test|bench|templates|package|biome|events",
  ];
  const names = new RegExp(`(?<![\\w/-])(?:(?:${folders})/|(?:${rooms})/)[\\w/.-]+\\.(?:ts|hbs|json|grit)\\b`, "g");
  return page.match(names) ?? [];
}

describe("the documents of the code", () => {
  it.each(PAGES)("name only files that exist: %s", (page) => {
    const missing = filesNamedIn(read(page)).filter(
      (file) => !["", "functions/digest"].some((folder) => existsSync(join(PROJECT, folder, file))),
    );
    expect(missing).toEqual([]);
  });
});

describe("the README", () => {
  it("names every option of the local run, and no other", () => {
    const named = firstCells(README, "option of").map((cell) => cell.replace(/^`--([\w-]+).*/, "$1"));
    expect(named.toSorted()).toEqual(Object.keys(RUN_OPTIONS).toSorted());
  });

  it("names every sample event, and each of them is one that the function takes", () => {
    const events = readdirSync(join(PROJECT, "events")).map((name) => `events/${name}`);
    expect(
      firstCells(README, "event |")
        .map((cell) => cell.replaceAll("`", ""))
        .toSorted(),
    ).toEqual(events.toSorted());
    for (const event of events) {
      expect(() => parseEvent(JSON.parse(read(event)), "2026-11-20T07:00:00Z")).not.toThrow();
    }
  });

  it("has the settings of the deploy guide, word for word", () => {
    const table = (page: string): string =>
      page.slice(page.indexOf("| setting | default")).split("\n\n")[0] ?? "";
    expect(table(README)).toBe(table(read("docs/deploy.md")));
  });
});
