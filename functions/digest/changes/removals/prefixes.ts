import { compareKeys } from "../../key-order.ts";

/** Prefixes that an operator is asked to look at. */
const MAX_PREFIXES = 8;
/** Folders held while keys are added. */
const MAX_FOLDERS = 1_000;

/** Keys of one folder, by the first and the last of them. */
interface Group {
  readonly first: string;
  readonly last: string;
}

/** Finds prefixes of keys. */
export interface PrefixFinder {
  /** A key, in key order. */
  add(key: string): void;
  /** Prefixes that every key begins with one of, at most {@link MAX_PREFIXES}, in key order; the narrower, the better. */
  finish(): readonly string[];
}

/**
 * Finds the key prefixes that cover these keys and little else: their folders, wider ones if there are too many, each
 * narrowed to what its keys have in common; a few keys that have nothing in common, one by one.
 */
export function createPrefixFinder(): PrefixFinder {
  let groups = new Map<string, Group>();
  const keys: string[] = [];
  return {
    add(key) {
      if (keys.length <= MAX_PREFIXES) {
        keys.push(key);
      }
      const folder = folderOf(key);
      groups.set(folder, { first: groups.get(folder)?.first ?? key, last: key });
      if (groups.size > MAX_FOLDERS) {
        groups = widen(groups, MAX_PREFIXES);
      }
    },
    finish() {
      const prefixes = [...widen(groups, MAX_PREFIXES).values()].map(prefixOf).toSorted(compareKeys);
      const widest = prefixes.filter(
        (prefix, at) => !prefixes.slice(0, at).some((wider) => prefix.startsWith(wider)),
      );
      return widest[0] === "" && keys.length <= MAX_PREFIXES ? keys : widest;
    },
  };
}

/** The folder of a key, or of a folder; empty for one that is in none. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/", key.length - 2) + 1);
}

/** Joins the deepest folders with those around them until there are no more than `limit`. */
function widen(folders: ReadonlyMap<string, Group>, limit: number): Map<string, Group> {
  let groups = new Map(folders);
  while (groups.size > limit) {
    const depth = Math.max(...[...groups.keys()].map(depthOf));
    const wider = new Map<string, Group>();
    for (const [folder, group] of groups) {
      const name = depthOf(folder) === depth ? folderOf(folder) : folder;
      wider.set(name, join(wider.get(name), group));
    }
    groups = wider;
  }
  return groups;
}

function depthOf(folder: string): number {
  return folder.split("/").length;
}

function join(one: Group | undefined, other: Group): Group {
  if (one === undefined) {
    return other;
  }
  return {
    first: compareKeys(one.first, other.first) <= 0 ? one.first : other.first,
    last: compareKeys(one.last, other.last) >= 0 ? one.last : other.last,
  };
}

/** What all keys of the group begin with, up to a character that ends a word; in key order, the first and the last know it. */
function prefixOf({ first, last }: Group): string {
  if (first === last) {
    return first;
  }
  let length = 0;
  while (length < first.length && first[length] === last[length]) {
    length += 1;
  }
  const common = first.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const word = /[\p{L}\p{M}\p{N}]*$/u.exec(common)?.[0] ?? "";
  return common.length > word.length ? common.slice(0, common.length - word.length) : common;
}
