import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const LOCK = /^lock-(\d+)$/;

/** Folders that this process holds: its own lock file alone would look like one of an earlier, dead process. */
const held = new Set<string>();

/**
 * Takes a state folder for this process, and returns what releases it. Each process puts a file with its id there
 * first and looks for others then, so that two can never both go on. The file of a process that is gone counts
 * for nothing and is removed. Throws when another run has the folder.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder);
  if (held.has(path)) {
    throw isInUse(process.pid, path);
  }
  mkdirSync(path, { recursive: true });
  const own = lockFile(path, process.pid);
  writeFileSync(own, "");
  const others = lockingPids(path).filter((pid) => pid !== process.pid);
  const other = others.find(isRunning);
  if (other !== undefined) {
    rmSync(own, { force: true });
    throw isInUse(other, path);
  }
  for (const gone of others) {
    rmSync(lockFile(path, gone), { force: true });
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(own, { force: true });
  };
}

function lockFile(folder: string, pid: number): string {
  return join(folder, `lock-${pid}`);
}

function lockingPids(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = LOCK.exec(name)?.[1];
    return pid === undefined ? [] : [Number(pid)];
  });
}

/** Signal 0 is not sent, only checked; a process of somebody else may not be signalled but is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isInUse(pid: number, folder: string): Error {
  return new Error(
    `another run uses this state folder (pid ${pid}): wait until it ends, or remove ${lockFile(folder, pid)} when that process is none of ours`,
  );
}
