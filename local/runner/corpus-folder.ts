import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LocalStore } from "../stores/local-store.ts";

/** What was done to make the corpus match the folder. */
export interface Synced {
  readonly stories: number;
  readonly put: number;
  readonly removed: number;
}

const MAX_KEY_BYTES = 1024;

/**
 * Makes the corpus hold exactly the stories of a folder. A story's key is its path in the folder; names that
 * begin with a dot are ignored. Files are compared byte by byte, so only changed ones are written. Calls
 * `onProgress` with the number of stories so far, every thousand.
 */
export async function syncCorpus(
  folder: string,
  corpus: LocalStore,
  onProgress: (stories: number) => void = () => undefined,
): Promise<Synced> {
  const keys = new Set<string>();
  let put = 0;
  for (const { key, path } of storiesUnder(folder, "")) {
    keys.add(key);
    put += (await putIfChanged(corpus, key, readStory(path))) ? 1 : 0;
    if (keys.size % 1000 === 0) {
      onProgress(keys.size);
    }
  }
  const removed = await removeOthers(corpus, keys);
  return { stories: keys.size, put, removed };
}

interface StoryFile {
  readonly key: string;
  readonly path: string;
}

function* storiesUnder(folder: string, prefix: string): Iterable<StoryFile> {
  for (const file of readFolder(folder)) {
    const path = join(folder, file.name);
    const key = `${prefix}${file.name}`;
    if (file.name.startsWith(".")) {
      continue;
    }
    if (file.isDirectory()) {
      yield* storiesUnder(path, `${key}/`);
    } else if (file.isFile() || statSync(path, { throwIfNoEntry: false })?.isFile()) {
      yield { key: checkedKey(key, path), path };
    }
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new Error(
      `cannot read the corpus folder ${folder}: ${reasonOf(cause)}; name another with --corpus`,
      {
        cause,
      },
    );
  }
}

function checkedKey(key: string, path: string): string {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Error(`cannot add ${path} to the corpus: S3 keys have at most ${MAX_KEY_BYTES} bytes`);
  }
  return key;
}

function readStory(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const hint = path.includes("\ufffd") ? "its name is not UTF-8, rename it" : "check that it is readable";
    throw new Error(`cannot read the story ${path}: ${reasonOf(cause)}: ${hint}`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is not a folder",
};

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return REASONS[code] ?? code;
}

/** Our own stores use the MD5 of the bytes as ETag. */
async function putIfChanged(corpus: LocalStore, key: string, bytes: Uint8Array): Promise<boolean> {
  const current = await corpus.look(key);
  const isSame =
    current?.size === bytes.length && current.etag === createHash("md5").update(bytes).digest("hex");
  if (!isSame) {
    await corpus.write(key, bytes);
  }
  return !isSame;
}

async function removeOthers(corpus: LocalStore, keys: ReadonlySet<string>): Promise<number> {
  let removed = 0;
  for await (const page of corpus.list({})) {
    for (const { key } of page) {
      if (!keys.has(key)) {
        await corpus.remove(key);
        removed += 1;
      }
    }
  }
  return removed;
}
