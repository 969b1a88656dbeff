import { createHash } from "node:crypto";
import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { DENIED_TAGS, isDenied, type LocalStore } from "../stores/local-store.ts";

/** What was done to make the corpus match the folder. */
export interface Synced {
  readonly stories: number;
  readonly put: number;
  readonly removed: number;
}

const MAX_KEY_BYTES = 1024;

/** Of a larger file only the beginning is copied: it is still more than a story may have, so it is held back as too large. */
const MAX_COPIED_BYTES = 8_000_000;

/** What stands for the bytes of a file that cannot be read. */
const UNREADABLE = Buffer.from("this file cannot be read\n");

/** Tells the waiting user something in a sentence. */
type Note = (sentence: string) => void;

/**
 * Makes the corpus hold exactly the stories of a folder. A story's key is its path in the folder; names that
 * begin with a dot are ignored. Files are compared byte by byte, so only changed ones are written.
 *
 * | file | in the corpus |
 * |---|---|
 * | cannot be read, or its name is not UTF-8 | an object that may not be read: held back |
 * | a link out of the folder | the same: who edits stories could have any file of this machine mailed |
 * | larger than a story may be | its beginning: held back |
 * | goes away while it is read, or a link to nothing | no object |
 * | a link to a folder, a pipe, a socket, a device | no object |
 */
export async function syncCorpus(
  folder: string,
  corpus: LocalStore,
  note: Note = () => undefined,
): Promise<Synced> {
  const keys = new Set<string>();
  const root = join(realPathOf(folder), "/");
  let put = 0;
  for (const { key, path } of storiesUnder(folder, { prefix: "", note })) {
    const file = readStory(path, root);
    if (file === undefined) {
      continue;
    }
    if (file.problem !== undefined) {
      note(`Held back, as it cannot be read: ${path}: ${file.problem}`);
    }
    keys.add(key);
    put += (await putIfChanged(corpus, key, file)) ? 1 : 0;
    if (keys.size % 1000 === 0) {
      note(`${keys.size} stories in the corpus so far`);
    }
  }
  const removed = await removeOthers(corpus, keys);
  return { stories: keys.size, put, removed };
}

interface StoryFile {
  readonly key: string;
  readonly path: string;
}

function* storiesUnder(
  folder: string,
  { prefix, note }: { readonly prefix: string; readonly note: Note },
): Iterable<StoryFile> {
  for (const file of readFolder(folder, prefix)) {
    const path = join(folder, file.name);
    const key = `${prefix}${file.name}`;
    const kind = file.name.startsWith(".") ? "other" : kindOf(file, path);
    if (kind === "folder") {
      yield* storiesUnder(path, { prefix: `${key}/`, note });
    } else if (kind === "linked folder") {
      note(`Left out: ${path} is a link to a folder`);
    } else if (kind === "file") {
      yield { key: checkedKey(key, path), path };
    }
  }
}

function kindOf(file: Dirent, path: string): "folder" | "linked folder" | "file" | "other" {
  if (file.isDirectory()) {
    return "folder";
  }
  if (file.isFile()) {
    return "file";
  }
  return file.isSymbolicLink() ? kindOfTarget(path) : "other";
}

/** A link whose target may not be looked at is a file that cannot be read; one to nothing, or in a circle, is none. */
function kindOfTarget(path: string): "linked folder" | "file" | "other" {
  try {
    const target = statSync(path);
    if (target.isDirectory()) {
      return "linked folder";
    }
    return target.isFile() ? "file" : "other";
  } catch (cause) {
    return codeOf(cause) === "EACCES" ? "file" : "other";
  }
}

/** A folder within the corpus that went away has no stories; one that cannot be read stops the run, or they would be told as removed. */
function readFolder(folder: string, prefix: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (prefix !== "" && codeOf(cause) === "ENOENT") {
      return [];
    }
    const remedy =
      prefix === ""
        ? "name another with --corpus"
        : "make it readable, or move it elsewhere, and its stories are told as removed";
    throw new Error(`cannot read the corpus folder ${folder}: ${reasonOf(cause)}; ${remedy}`, { cause });
  }
}

function checkedKey(key: string, path: string): string {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Error(`cannot add ${path} to the corpus: S3 keys have at most ${MAX_KEY_BYTES} bytes`);
  }
  return key;
}

/** The bytes of a file, or what stands for them and why. */
interface FileContent {
  readonly bytes: Uint8Array;
  readonly problem?: string;
}

/** These say nothing about the file. */
const TOO_MANY_FILES: ReadonlySet<string> = new Set(["EMFILE", "ENFILE"]);

/** `undefined` if the file has gone away. */
function readStory(path: string, root: string): FileContent | undefined {
  try {
    return realpathSync.native(path).startsWith(root)
      ? { bytes: readBeginning(path) }
      : { bytes: UNREADABLE, problem: "it is a link out of the corpus folder" };
  } catch (cause) {
    if (codeOf(cause) === "ENOENT" && !path.includes("\ufffd")) {
      return undefined;
    }
    if (TOO_MANY_FILES.has(codeOf(cause))) {
      throw cause;
    }
    const problem = path.includes("\ufffd") ? "its name is not UTF-8, rename it" : reasonOf(cause);
    return { bytes: UNREADABLE, problem };
  }
}

/** Without links; a path that leads nowhere stays as it is, and reading the folder says why. */
function realPathOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

function readBeginning(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, MAX_COPIED_BYTES));
    return bytes.subarray(0, readSync(file, bytes, { position: 0 }));
  } finally {
    closeSync(file);
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  ENOENT: "it does not exist",
  ENOTDIR: "it is not a folder",
};

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  return REASONS[code] ?? code;
}

/** Our own stores use the MD5 of the bytes as ETag. */
async function putIfChanged(
  corpus: LocalStore,
  key: string,
  { bytes, problem }: FileContent,
): Promise<boolean> {
  const current = await corpus.look(key);
  const mayRead = problem === undefined;
  const isSame =
    current?.size === bytes.length &&
    current.etag === createHash("md5").update(bytes).digest("hex") &&
    isDenied(await corpus.tags(key)) !== mayRead;
  if (!isSame) {
    await corpus.write(key, bytes);
    await (mayRead ? undefined : corpus.tag(key, DENIED_TAGS));
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
