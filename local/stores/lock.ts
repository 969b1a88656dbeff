import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const LOCK = /^lock-(\d+)$/;

/**
 * Folders that this process has locked: its lock file alone could be left from an earlier, dead process with
 * the same id.
 */
const held = new Set<string>();

/**
 * Locks a state folder for this process and returns a function that unlocks it. Each process first writes a
 * file named by its id and then looks for others, so two can never both continue. Files of dead processes are
 * ignored and removed. Throws if another run has locked the folder.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder);
  if (held.has(path)) {
    throw isInUse(process.pid, path);
  }
  const own = lockFile(path, process.pid);
  writeLock(path, own);
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

function writeLock(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot write the state folder ${folder}: ${reason}; name another with --state`, {
      cause,
    });
  }
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

/** Signal 0 is only checked, not sent; another user's process exists but may not be signalled. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isInUse(pid: number, folder: string): Error {
  return new Error(
    `another run uses this state folder (pid ${pid}): wait until it ends, or remove ${lockFile(folder, pid)} if that process is not a Late Edition run`,
  );
}
