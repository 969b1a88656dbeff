import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { moduleAt } from "../../infra/installed.ts";
import { type Preview, PreviewSchema } from "./preview-schema.ts";

const CHILD = fileURLToPath(moduleAt("./render-child.ts", import.meta.url));
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/**
 * Renders in a new process, about 0.5 s; throws with the process's error message if the edition cannot be
 * rendered.
 */
export function renderInChild(nameOrPath: string): Promise<Preview> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: MAX_OUTPUT_BYTES };
    execFile(process.execPath, [CHILD, nameOrPath], options, (error, stdout, stderr) => {
      if (error === null) {
        resolve(v.parse(v.pipe(v.string(), v.parseJson(), PreviewSchema), stdout));
      } else {
        reject(new Error(stderr.trim() || error.message, { cause: error }));
      }
    });
  });
}
