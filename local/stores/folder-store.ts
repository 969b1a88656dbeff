import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import type { ByteRange } from "../../functions/digest/ports.ts";
import { fileNameOf, keyOfFileName } from "./file-names.ts";
import { createLocalStore, type LocalStore, type Shelf, type Tags } from "./local-store.ts";

/**
 * An object store in a folder, which no other process may use. An object is a file under `objects/`, complete
 * or absent even if the process is killed: it is written under `writing/` and then renamed. Its tags and its media
 * type, if it has any, are in files of the same name under `tags/` and `types/`.
 */
export function createFolderStore(folder: string, bucket = "folder"): LocalStore {
  const objects = join(folder, "objects");
  const writing = join(folder, "writing");
  rmSync(writing, { recursive: true, force: true });
  for (const needed of [objects, writing, join(folder, "tags"), join(folder, "types")]) {
    mkdirSync(needed, { recursive: true });
  }
  return createLocalStore(bucket, createFolderShelf(folder));
}

/** The objects in the folder of a store as they are now, to be read only; another process may use it meanwhile. */
export function openFolderStore(folder: string, bucket = "folder"): LocalStore {
  mkdirSync(join(folder, "objects"), { recursive: true });
  return createLocalStore(bucket, createFolderShelf(folder));
}

function createFolderShelf(folder: string): Shelf {
  const objects = join(folder, "objects");
  const pathOf = (key: string) => join(objects, fileNameOf(key));
  const tagPathOf = (key: string) => join(folder, "tags", fileNameOf(key));
  const typePathOf = (key: string) => join(folder, "types", fileNameOf(key));
  const etags = createEtagCache();
  return {
    keys: () => keysUnder(objects),
    look(key) {
      const path = pathOf(key);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats && { key, etag: etags.of(path, stats), size: stats.size, modified: stats.mtime };
    },
    read: (key, range) => (range === undefined ? readBytes(pathOf(key)) : readRange(pathOf(key), range)),
    put(key, bytes, contentType) {
      rmSync(tagPathOf(key), { force: true });
      rmSync(typePathOf(key), { force: true });
      replaceFile(folder, pathOf(key), bytes);
      if (contentType !== undefined) {
        replaceFile(folder, typePathOf(key), new TextEncoder().encode(contentType));
      }
      return etags.remember(pathOf(key), bytes);
    },
    remove(key) {
      rmSync(pathOf(key), { force: true });
      rmSync(tagPathOf(key), { force: true });
      rmSync(typePathOf(key), { force: true });
    },
    contentType: (key) => readText(typePathOf(key)),
    tags: (key) => readTags(tagPathOf(key)),
    setTags: (key, tags) =>
      replaceFile(folder, tagPathOf(key), new TextEncoder().encode(new URLSearchParams(tags).toString())),
  };
}

function* keysUnder(objects: string): Iterable<string> {
  for (const file of readdirSync(objects, { recursive: true, withFileTypes: true })) {
    const path = relative(objects, join(file.parentPath, file.name)).replaceAll("\\", "/");
    const key = file.isFile() ? keyOfFileName(path) : undefined;
    if (key !== undefined) {
      yield key;
    }
  }
}

let written = 0;

function replaceFile(folder: string, path: string, bytes: Uint8Array): void {
  written += 1;
  const temporary = join(folder, "writing", String(written));
  writeFileSync(temporary, bytes);
  mkdirSync(dirname(path), { recursive: true });
  renameSync(temporary, path);
}

function readBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function readRange(path: string, { offset, length }: ByteRange): Uint8Array {
  const file = openSync(path, "r");
  try {
    const left = Math.max(0, statSync(path).size - offset);
    const bytes = new Uint8Array(Math.min(length, left));
    const count = readSync(file, bytes, { position: offset });
    return bytes.subarray(0, count);
  } finally {
    closeSync(file);
  }
}

function readTags(path: string): Tags {
  return Object.fromEntries(new URLSearchParams(readText(path) ?? ""));
}

/** The text of a file, `undefined` if it does not exist. */
function readText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false }) && readFileSync(path, "utf8");
}

interface EtagCache {
  of(path: string, stats: Stats): string;
  remember(path: string, bytes: Uint8Array): string;
}

/** MD5 of a file's bytes, computed on first use and again when its time or size changes. */
function createEtagCache(): EtagCache {
  const known = new Map<string, { readonly version: string; readonly etag: string }>();
  const versionOf = (stats: Stats) => `${stats.mtimeMs} ${stats.size}`;
  const keep = (path: string, bytes: Uint8Array, stats: Stats): string => {
    const etag = createHash("md5").update(bytes).digest("hex");
    known.set(path, { version: versionOf(stats), etag });
    return etag;
  };
  return {
    of(path, stats) {
      const found = known.get(path);
      return found?.version === versionOf(stats) ? found.etag : keep(path, readFileSync(path), stats);
    },
    remember: (path, bytes) => keep(path, bytes, statSync(path)),
  };
}
