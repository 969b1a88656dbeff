import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { PROJECT } from "./support/command.ts";
import {
  CONTRACTS,
  importsOfTheHouse,
  knots,
  PURE_ROOMS,
  ROOMS,
  roomOf,
  sourceFiles,
  sourceOf,
  violations,
} from "./support/rooms.ts";

const imports = importsOfTheHouse();
const files = sourceFiles();

/** What a folder may hold before one has to search in it. */
const MAX_FILES = 16;

/** The folders with more files than one sees at a glance. */
function crowded(paths: readonly string[]): readonly string[] {
  const counts = Map.groupBy(paths, (path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  return [...counts].filter(([, inFolder]) => inFolder.length > MAX_FILES).map(([folder]) => folder);
}

test.each(["infra", "local", "bench", "package"])("no folder of %s holds more than sixteen files", (root) => {
  const paths = readdirSync(join(PROJECT, root), { recursive: true }).map((path) => `${root}/${path}`);
  expect(paths.length).toBeGreaterThan(0);
  expect(crowded(paths.filter((path) => path.endsWith(".ts")))).toEqual([]);
});

describe("the rooms of functions/digest", () => {
  it("are these, and each has files", () => {
    const found = new Set(files.map(roomOf).filter((room) => room !== ""));
    expect([...found].toSorted()).toEqual([...ROOMS].toSorted());
  });

  it("import only earlier rooms, and contracts", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(violations(imports)).toEqual([]);
  });

  it("have no import cycle", () => {
    expect(knots(imports)).toEqual([]);
  });

  it("are small: no folder holds more than sixteen files", () => {
    expect(crowded(files)).toEqual([]);
  });

  it("never pass all dependencies on in one object", () => {
    expect(files.filter((path) => /\.\.\.(?:deps|job|ports)\b/.test(sourceOf(path)))).toEqual([]);
  });

  it("define each bound once", () => {
    const names = files.flatMap((path) =>
      [...sourceOf(path).matchAll(/^(?:export )?const (MAX_[A-Z0-9_]+)\b/gm)].map(([, name = ""]) => name),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("stand in this order in docs/architecture.md", () => {
    const page = readFileSync(join(PROJECT, "docs/architecture.md"), "utf8");
    const table = page.slice(page.indexOf("| room |")).split("\n\n")[0] ?? "";
    const rows = [...table.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room);
    expect(rows).toEqual([...ROOMS]);
  });
});

describe("the order of the rooms", () => {
  it.each([
    ["a room that imports a later one", "story/story.ts", "scan/scan.ts"],
    ["a room that imports the handler", "scan/scan.ts", "handler.ts"],
    ["a room that imports the API", "run/run.ts", "index.ts"],
    ["a contract that imports a room", "ports.ts", "scan/scan.ts"],
    ["a contract that imports another", "keys.ts", "config.ts"],
    ["an unknown room", "story/story.ts", "cellar/wine.ts"],
  ])("refuses %s", (_, from, to) => {
    expect(violations([...imports, { from, to }])).toEqual([`${from} imports ${to}`]);
  });

  it("allows a room to import itself, a room before it and a contract; the handler may import all", () => {
    expect(
      violations([
        { from: "story/frame/frame.ts", to: "story/types.ts" },
        { from: "scan/scan.ts", to: "story/story.ts" },
        { from: "scan/scan.ts", to: "ports.ts" },
        { from: "handler.ts", to: "run/run.ts" },
      ]),
    ).toEqual([]);
  });

  it("sees a planted cycle, even one through a third room", () => {
    const direct = [...imports, { from: "story/story.ts", to: "revision/compare.ts" }];
    expect(knots(direct)).toEqual(expect.arrayContaining(["story ↔ revision", "revision ↔ story"]));
    const long = [
      { from: "a/a.ts", to: "b/b.ts" },
      { from: "b/b.ts", to: "c/c.ts" },
      { from: "c/c.ts", to: "a/a.ts" },
    ];
    expect(knots(long)).toEqual(["a ↔ b", "b ↔ c", "c ↔ a"]);
  });
});

describe("the import rules of Biome", () => {
  const [pure, ...rules] = JSON.parse(readFileSync(join(PROJECT, "biome/rooms.json"), "utf8")).overrides;
  const groupsOf = (rule: unknown): readonly string[] =>
    Object(rule).linter.rules.style.noRestrictedImports.options.patterns.flatMap(
      ({ group }: { readonly group: readonly string[] }) => group,
    );

  it.each(ROOMS.map((room, index) => [room, index] as const))("hold %s to the same order", (room, index) => {
    const rule = rules.find(({ includes }: { includes: string[] }) =>
      includes.includes(`functions/digest/${room}/**`),
    );
    const later = ROOMS.slice(index + 1).map((other) => `**/${other}/**`);
    const above = ["**/handler.ts", "**/telemetry.ts", "**/index.ts"];
    expect(groupsOf(rule).filter((pattern) => pattern.startsWith("**/"))).toEqual([...later, ...above]);
    expect(groupsOf(rule).includes("@aws-sdk/*")).toBe(PURE_ROOMS.includes(room));
  });

  it("keep clock and randomness out of the pure rooms, and imports out of the contracts", () => {
    expect(pure).toEqual({
      includes: [`functions/digest/{${PURE_ROOMS.join(",")}}/**`],
      plugins: ["./biome/pure-room.grit"],
    });
    expect(rules.at(-1).includes).toEqual(CONTRACTS.map((name) => `functions/digest/${name}.ts`));
    expect(groupsOf(rules.at(-1))).toEqual(["**"]);
  });
});
