import { statfsSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";

/** The folders that a run writes. */
export interface WrittenFolders {
  readonly state: string;
  readonly out: string;
}

/** Bytes and files that still fit on the disk of a folder. */
export interface Room {
  readonly bytes: number;
  readonly files: number;
}

/** A run is only ever continued, and an email of the local SES is there or it is not. */
const SAFE = "then run the same command again: nothing is lost, and no email is sent twice";
/** As Node writes it, also inside the message of another error: "EACCES: permission denied, open '/a/b'", "connect EMFILE". */
const SYSTEM_ERROR =
  /\b(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|EIO|ENOENT(?=: [^,]+, mkdir))\b(?:: [^,]+, \w+(?: '([^']*)')?)?/;

/** Does something that writes these folders; an error of the operating system becomes one that says what to do. */
export async function withRemedies<T>(folders: WrittenFolders, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw remedied(cause, folders);
  }
}

/** An error that says what to do, or the same error if it is none of the operating system. */
export function remedied(cause: unknown, folders: WrittenFolders): unknown {
  const remedy = remedyOf(cause, folders);
  return remedy === undefined ? cause : new Error(remedy, { cause });
}

/**
 * What to do about an error of the operating system, as one line with the folder concerned; `undefined` for any other error,
 * and for those about a file elsewhere.
 * `roomOf` looks at the disk.
 */
export function remedyOf(error: unknown, folders: WrittenFolders, roomOf = roomAt): string | undefined {
  const [, code, path = folders.state] = SYSTEM_ERROR.exec(messageOf(error)) ?? [];
  const isOut = isWithin(folders.out, path);
  if (!(isOut || isWithin(folders.state, path))) {
    return undefined;
  }
  const other = `name another folder with ${isOut ? "--out" : "--state"}`;
  switch (code) {
    case "ENOSPC":
      return diskFull(folders, roomOf);
    case "EDQUOT":
      return `your quota on the disk of ${path} is used up: make room, or ${other}, ${SAFE}`;
    case "EACCES":
    case "EPERM":
      return `permission denied for ${path}: give your user the right to it (chown, chmod), ${SAFE}; or ${other}`;
    case "EROFS":
    case "ENOENT": // What Node says of folders within folders on such a disk.
      return `${path} cannot be written, as on a disk that can only be read: ${other}`;
    case "EMFILE":
    case "ENFILE":
      return `too many files are open at once: allow more (ulimit -n 4096), ${SAFE}`;
    case "EIO":
      return `the disk of ${path} fails: check it, or ${other}`;
    default:
      return undefined;
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !(inside.startsWith("..") || isAbsolute(inside));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The disk with the least room: an error of writing does not say which. */
function diskFull({ state, out }: WrittenFolders, roomOf: (folder: string) => Room): string {
  const [folder, room] = [state, out]
    .map((each) => [each, roomOf(each)] as const)
    .reduce((a, b) => (isTighter(b[1], a[1]) ? b : a));
  const left = room.files === 0 ? "no further file fits" : `${(room.bytes / 1e6).toFixed(1)} MB free`;
  return `the disk of ${folder} is full (${left}): make room, ${SAFE}`;
}

function isTighter(a: Room, b: Room): boolean {
  return (a.files === 0) === (b.files === 0) ? a.bytes < b.bytes : a.files === 0;
}

/** Of the folder, or of what will hold it. */
function roomAt(folder: string): Room {
  try {
    const { bavail, bsize, ffree, files } = statfsSync(folder);
    return { bytes: bavail * bsize, files: files === 0 ? Number.POSITIVE_INFINITY : ffree };
  } catch {
    const parent = dirname(folder);
    return parent === folder ? { bytes: 0, files: 0 } : roomAt(parent);
  }
}
