import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "../support/command.ts";

/** Packs the project into `folder`, as `npm publish` would; what comes back is the tarball's path, or that of `PACKED`. */
export function pack(folder: string): string {
  const { PACKED } = process.env;
  if (PACKED !== undefined) {
    return PACKED;
  }
  const packed = spawnSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: PROJECT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (packed.status !== 0 || name === undefined) {
    throw new Error(`npm pack failed: ${packed.error?.message ?? packed.stderr}`);
  }
  return join(folder, name);
}

/** Somebody else's project: a folder in which the package is installed. */
export interface ForeignFolder {
  readonly path: string;
  /** Where the package is. */
  readonly installed: string;
  write(name: string, text: string): void;
  /** Runs Node here, with nothing of this process's environment. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): Ended;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Installs the tarball and these packages in an empty folder, without a network. The packages are links into this
 * checkout, where each finds what it needs itself; the tarball's own modules find nothing but them, so that an import
 * which package.json does not declare fails as it would for a user.
 */
export function installInto(path: string, tarball: string, packages: readonly string[]): ForeignFolder {
  const modules = join(path, "node_modules");
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(path, "package.json"), '{ "type": "module" }');
  const { status, stderr } = spawnSync("tar", ["-xzf", tarball, "-C", modules], { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`cannot unpack ${tarball}: ${stderr}`);
  }
  const installed = join(modules, "late-edition");
  renameSync(join(modules, "package"), installed);
  for (const name of packages) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", name), join(modules, name), "junction");
  }
  return {
    path,
    installed,
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    node: (args, env = {}) => spawnSync(process.execPath, [...args], { cwd: path, encoding: "utf8", env }),
  };
}
