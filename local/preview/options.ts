import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseStrictly } from "../runner/options.ts";
import { UsageError } from "../runner/usage.ts";
import { EXAMPLES, isExample } from "./examples.ts";

const PREVIEW_PORT = 8026;

/** Options of `npm run preview`: an example's name, or the path of an `edition.json`. Throws {@link UsageError}. */
export function parsePreviewOptions(args: readonly string[]): {
  readonly edition: string;
  readonly port: number;
} {
  const options = { edition: { type: "string" }, port: { type: "string" } } as const;
  const { values } = parseStrictly({ args: [...args], options });
  const port = Number(values.port ?? PREVIEW_PORT);
  if (values.port === "" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port is "${values.port}": expected a number up to 65535, 0 for any free port`);
  }
  return { edition: editionOption(values.edition ?? "rich"), port };
}

function editionOption(nameOrPath: string): string {
  if (isExample(nameOrPath)) {
    return nameOrPath;
  }
  const path = resolve(nameOrPath);
  if (!existsSync(path)) {
    throw new UsageError(
      `--edition is "${nameOrPath}": expected ${EXAMPLES.join(", ")}, or an existing file`,
    );
  }
  return path;
}
