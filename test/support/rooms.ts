import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { PROJECT } from "./command.ts";

/**
 * The rooms of `functions/digest`, in the order in which they may import each other: each imports only rooms before it.
 * `docs/architecture.md` explains the order, `biome/rooms.json` enforces it in the editor.
 */
export const ROOMS = [
  "text",
  "story",
  "facts",
  "revision",
  "summary",
  "model",
  "store",
  "access",
  "snapshot",
  "changes",
  "scan",
  "edition",
  "topics",
  "publish",
  "delivery",
  "feedback",
  "run",
  "archive",
] as const;

/** Rooms without input and output: no AWS client, no file system, no clock, no randomness. */
export const PURE_ROOMS = [
  "text",
  "story",
  "facts",
  "revision",
  "summary",
  "changes",
  "edition",
  "topics",
  "publish",
];

/** Files beside the rooms that all of them, the stack and the local tools share; they import nothing of the rooms. */
export const CONTRACTS = ["config", "errors", "globs", "key-order", "keys", "metrics", "ports", "slot"];

const HOUSE = join(PROJECT, "functions/digest");

/** One import, as paths from `functions/digest`. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of one of our files by another within `functions/digest`, type imports included. */
export function importsOfTheHouse(): readonly Import[] {
  return sourceFiles().flatMap((path) => importsOf(path, readFileSync(join(HOUSE, path), "utf8")));
}

/** The TypeScript files under `functions/digest`, as paths from there. */
export function sourceFiles(): readonly string[] {
  return readdirSync(HOUSE, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .toSorted();
}

/** The content of a file of the house. */
export function sourceOf(path: string): string {
  return readFileSync(join(HOUSE, path), "utf8");
}

function importsOf(path: string, source: string): readonly Import[] {
  const specifiers = source.matchAll(/(?:from|import) ?\(?"(\.{1,2}\/[^"]+\.ts)"/g);
  return [...specifiers].map(([, specifier = ""]) => ({
    from: path,
    to: relative(HOUSE, join(HOUSE, dirname(path), specifier)),
  }));
}

/** The room of a file; the empty text for the files beside the rooms. */
export function roomOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** Imports that go against the order of the rooms, or from a room or contract to what stands above all rooms. */
export function violations(imports: readonly Import[], rooms: readonly string[] = ROOMS): readonly string[] {
  return imports.filter((one) => !isAllowed(one, rooms)).map(({ from, to }) => `${from} imports ${to}`);
}

function isAllowed({ from, to }: Import, rooms: readonly string[]): boolean {
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (importer === imported) {
    return importer !== "" || !CONTRACTS.includes(nameOf(from));
  }
  if (importer === "") {
    return !CONTRACTS.includes(nameOf(from));
  }
  return imported === ""
    ? CONTRACTS.includes(nameOf(to))
    : rooms.indexOf(imported) >= 0 && rooms.indexOf(imported) < rooms.indexOf(importer);
}

function nameOf(path: string): string {
  return path.replace(/\.ts$/, "");
}

/** Pairs of rooms that import each other, directly or over other rooms, whatever the order says. */
export function knots(imports: readonly Import[]): readonly string[] {
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [importer, imported] = [roomOf(from), roomOf(to)];
    if (importer !== "" && imported !== "" && importer !== imported) {
      reached.set(importer, (reached.get(importer) ?? new Set()).add(imported));
    }
  }
  const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
    [...(reached.get(start) ?? [])].some(
      (next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))),
    );
  return [...reached].flatMap(([room, direct]) =>
    [...direct].filter((other) => reaches(other, room)).map((other) => `${room} ↔ ${other}`),
  );
}
