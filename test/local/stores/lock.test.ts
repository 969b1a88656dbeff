import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockFolder } from "../../../local/stores/lock.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("takes a folder once, and again after its release", () => {
  const folder = temporaryFolder();
  const release = lockFolder(folder);
  expect(() => lockFolder(join(folder, "."))).toThrow(
    `another run uses this state folder (pid ${process.pid}): `,
  );
  release();
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it("respects the lock of a running process until that process is gone", async () => {
  const folder = temporaryFolder();
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(join(folder, `lock-${other.pid}`), "");
  expect(() => lockFolder(folder)).toThrow(`another run uses this state folder (pid ${other.pid}): `);
  expect(readdirSync(folder)).toEqual([`lock-${other.pid}`]);
  const exit = once(other, "exit");
  other.kill("SIGKILL");
  await exit;
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it("takes over the lock of an earlier process that had the same id", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, `lock-${process.pid}`), "");
  expect(() => lockFolder(folder)()).not.toThrow();
});

it("creates the folder when it is not there", () => {
  const folder = join(temporaryFolder(), "new", "state");
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it("says what to do when the folder cannot be written, as in a read-only checkout", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(() => lockFolder(join(file, "state"))).toThrow(
    /^cannot write the state folder .*state: ENOTDIR.*; name another with --state$/,
  );
});
